"""Where work pauses: the closures of those who do a task, counted in boundaries.

``arranging`` lengthens such a task by its pauses. Levelling and simulation need to know where they are,
because a task that is moved may pause for fewer days, or more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.closed_days import ClosedDays
from pathwayctl.scheduling.workdays import WorkCalendar

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.remaining_work import Work
    from pathwayctl.scheduling.schedule import Schedule

_LONGEST: Final = timedelta(days=7_300)
"""Work does not wait for someone who is closed for longer than this (20 years)."""
_FARTHEST: Final = 200
"""Closures so many years after the project's start are not looked up."""

Span = tuple[int, int]
Spans = tuple[Span, ...]
"""Pairs of boundaries, in order and apart from each other."""


def joined(spans: Iterable[Span]) -> Spans:
    """Pairs of boundaries as one: in order, without those that hold nothing, and those that touch in one."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif begin < end:
            found.append((begin, end))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Pause:
    """The ``spans`` in which a task pauses, and the working ``days`` it takes without them.

    ``closed`` names, by the boundary at which each span ends, the person or organization that is closed.
    """

    spans: Spans
    days: int = 0
    closed: Mapping[int, str] = field(default_factory=dict)

    def begin(self, start: int) -> int:
        """The first boundary from ``start`` on at which work can begin."""
        return next((end for begin, end in self.spans if begin <= start < end), start)

    def finish(self, begin: int, days: int | None = None) -> int:
        """The boundary at which work is over that begins at a boundary, outside of all pauses."""
        finish = begin + (self.days if days is None else days)
        for first, end in self.spans:
            if begin < end and first < finish:
                finish += end - first
        return finish

    def begin_by(self, finish: int) -> int:
        """The last boundary at which work can begin to be over by a boundary; it may be negative."""
        left = self.days
        for first, end in reversed(self.spans):
            if first >= finish:
                continue
            if finish > end:
                if finish - left >= end:
                    break
                left -= finish - end
            finish = first
        return finish - left

    def worked(self, begin: int, finish: int) -> Iterator[tuple[int, int]]:
        """The spans between two boundaries in which it is worked."""
        for first, end in self.spans:
            if end <= begin or first >= finish:
                continue
            if begin < first:
                yield begin, first
            begin = end
        if begin < finish:
            yield begin, finish


def pause(closed: Sequence[tuple[str, date, date]], calendar: WorkCalendar, days: int = 0) -> Pause:
    """The pauses of a task, from who is closed on which first and last days."""
    found: list[Span] = []
    start = calendar.day(0)
    names = {}
    for name, first, last in sorted(closed, key=lambda one: one[1:]):
        if last < start or last - first > _LONGEST or first.year > start.year + _FARTHEST:
            continue
        begin, end = calendar.index(first), calendar.index_before(last) + 1
        names[end] = name
        found.append((begin, end))
    return Pause(joined(found), days, names)


def without_pauses(work: Work, pauses: Mapping[int, Pause]) -> Work:
    """The work with no pauses in it, for those who place it and add them."""
    remaining = list(work.remaining)
    for row, pause in pauses.items():
        remaining[row] = pause.days
    return replace(work, remaining=remaining)


def pauses(plan: Plan, schedule: Schedule) -> dict[int, Pause]:
    """The pauses of the tasks that are still to be done, by row, wherever these are moved to."""
    closed = ClosedDays.of(plan)
    found: dict[int, Pause] = {}
    for row in schedule.records.breakdown.rows if closed else ():
        index = row.index
        if row.is_summary or not (schedule.is_planned(index) or schedule.is_under_way(index)):
            continue
        own = pause(closed.of_task(row.task), schedule.calendar)
        if own.spans and schedule.remaining(index):
            days = schedule.records.breakdown.worked.get(index, schedule.remaining(index))
            found[index] = Pause(own.spans, days, own.closed)
    return found
