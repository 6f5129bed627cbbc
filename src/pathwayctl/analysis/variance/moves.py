"""How many working days each start and finish has moved since a baseline, on the current calendar.

A **point** is the start or the finish of a row of the schedule. All days are numbered by the working
days of the plan's present calendar: a start by the first working day on or after the day that is shown,
a finish by the last one on or before it. A point that the baseline does not know has not moved; it is
new. Positive is later, or longer.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pathwayctl.baselines.frozen import Baseline, Frozen
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.scheduling.workdays import WorkCalendar


class Point(NamedTuple):
    """The start or the finish of a row."""

    row: int
    at_finish: bool


@dataclass(frozen=True, slots=True)
class DayNumbers:
    """The numbers of a first and a last working day."""

    start: int
    finish: int


@dataclass(frozen=True, slots=True)
class Moves:
    """Where each row stands now and stood in the baseline, which has no entry for what is new.

    Rows that do not count in the plan, since they were dropped, have ``None`` in ``now``.
    """

    now: tuple[DayNumbers | None, ...]
    then: tuple[DayNumbers | None, ...]

    def is_known(self, row: int) -> bool:
        """Whether the row stands both in the plan and in the baseline."""
        return self.now[row] is not None and self.then[row] is not None

    def of(self, point: Point) -> int:
        """By how many working days a point of a known row has moved."""
        now, then = self.now[point.row], self.then[point.row]
        if now is None or then is None:
            return 0
        return now.finish - then.finish if point.at_finish else now.start - then.start


def numbered(start: date, finish: date, calendar: WorkCalendar) -> DayNumbers:
    """The working days on which something begins and ends."""
    return DayNumbers(calendar.on_or_after(start.toordinal()), last_working_day(finish, calendar))


def last_working_day(day: date, calendar: WorkCalendar) -> int:
    """The number of the last working day on or before a date."""
    return calendar.on_or_before(day.toordinal())


def moves(baseline: Baseline, schedule: Schedule) -> Moves:
    """The moves of all rows."""
    calendar = schedule.calendar
    now: list[DayNumbers | None] = []
    then: list[DayNumbers | None] = []
    for index, task in enumerate(schedule.tasks):
        now.append(numbered(task.start, task.finish, calendar) if schedule.counts(index) else None)
        span = baseline.spans.get(task.id)
        then.append(numbered(span.start, span.finish, calendar) if span else None)
    return Moves(tuple(now), tuple(then))


def frozen_at(baseline: Baseline, schedule: Schedule, row: int) -> Frozen | None:
    """What the baseline says of a row, if it knows it."""
    return baseline.by_id.get(schedule.records.breakdown.rows[row].task.id)
