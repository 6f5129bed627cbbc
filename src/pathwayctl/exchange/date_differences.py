"""How the dates of tasks in an imported file differ from those of the project after the import."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.scheduling.schedule import Schedule


@dataclass(frozen=True, slots=True)
class DateDifference:
    """A task with its first and last day in the file, and here. ``days`` is how much later it ends here.

    That is in working days, less than 0 if it ends earlier, and 0 if only its start differs.
    """

    task: str
    title: str
    file: tuple[date, date]
    here: tuple[date, date]
    days: int


@dataclass(frozen=True, slots=True)
class DateComparison:
    """The tasks whose dates differ, in the order of the plan, among the ``number`` that were compared."""

    number: int
    differences: tuple[DateDifference, ...]


def compare_dates(days: Mapping[str, tuple[date, date]], schedule: Schedule) -> DateComparison | None:
    """The comparison of a file that has ``days`` of tasks with the schedule; ``None`` if it has none."""
    placed = [one for one in schedule.tasks if one.id in days]
    calendar, found = schedule.calendar, []
    for one in placed:
        file, here = days[one.id], (one.start, one.finish)
        if file != here:
            late = calendar.on_or_before(here[1].toordinal()) - calendar.on_or_before(file[1].toordinal())
            found.append(DateDifference(one.id, one.title, file, here, late))
    return DateComparison(len(placed), tuple(found)) if placed else None
