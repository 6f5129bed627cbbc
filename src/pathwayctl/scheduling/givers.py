"""The people and pools that give their time: how much a day, and when they are on leave.

Units are counted in whole thousandths, so that 0.1 and 0.2 are 0.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from pathwayctl.model.plan import Plan
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.network import FAR
from pathwayctl.scheduling.workdays import WorkCalendar

if TYPE_CHECKING:
    from pathwayctl.model.partners import Organization, Person

_DAY: Final = timedelta(days=1)
PARTS: Final = 1000
"""Units are counted in thousandths."""


@dataclass(frozen=True, slots=True)
class Giver:
    """A person or pool: units a day in thousandths, and the boundaries between which they are on leave.

    ``away`` are the first and last days of the same leave.
    """

    id: str
    capacity: int
    leave: tuple[tuple[int, int], ...]
    away: tuple[tuple[date, date], ...] = ()


def thousandths(units: float) -> int:
    """Units in thousandths, never none at all."""
    return max(1, round(units * PARTS))


def givers(plan: Plan, calendar: WorkCalendar, until: date) -> dict[str, Giver]:
    """The people and pools by their ids, organizations first; of two with one id, the last.

    Leave that lasts beyond ``until`` is for ever: it ends at a boundary later than any other. So no
    calendar is looked up for longer than it is needed.
    """
    found: dict[str, Organization | Person] = {one.id: one for one in plan.organizations}
    found |= {one.id: one for one in plan.people}
    return {one.id: _giver(one, calendar, until) for one in found.values()}


def _giver(one: Organization | Person, calendar: WorkCalendar, until: date) -> Giver:
    away = []
    for day, last in days_away(one):
        if day > min(last, until):
            continue
        first = calendar.index(day)
        end = FAR if last > until else calendar.index_before(last) + 1
        if first < end:
            away.append((first, end))
    return Giver(one.id, thousandths(one.capacity), tuple(sorted(away)), tuple(days_away(one)))


def days_away(one: Organization | Person) -> Iterator[tuple[date, date]]:
    """The first and last days of someone's leave, without the openings on which they work."""
    openings = sorted((opening.first, opening.last) for opening in one.openings)
    for leave in one.leave:
        first = leave.first
        for begin, end in openings:
            if begin > end or end < first or begin > leave.last:
                continue
            if first < begin:
                yield first, begin - _DAY
            if end >= leave.last:
                break
            first = end + _DAY
        else:
            yield first, leave.last
