"""Events: tasks that are held on their date although that is a day off, or that run through days off.

The boundaries between working days have no room for a Saturday. So an event of ``n`` days holds only as
many working days as it really takes: a fair on one Saturday none, its boundaries are both those before
Monday, and what waits for it starts then. Which days it shows is kept here.

- A task whose ``date`` is a day off is worked on that day, and then on the working days that follow.
- With ``span: calendar`` it is worked on every day from its ``date`` on, until its duration is over.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pathwayctl.model.vocabulary import Span
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Event:
    """A task as it is held on its date.

    ``first`` and ``last`` are the day counts it shows, ``begin`` and ``finish`` its boundaries, and
    ``days`` is its duration. On the days off from ``first`` to ``until`` it is worked too.
    ``ends_off`` says that its last day is a day off.
    """

    first: int
    last: int
    begin: int
    finish: int
    days: int
    until: int
    ends_off: bool

    @property
    def length(self) -> int:
        """The working days that it takes."""
        return self.finish - self.begin

    @property
    def runs_through(self) -> bool:
        """Whether it counts calendar days, and goes on through the days off among them."""
        return self.until > self.first

    @property
    def over(self) -> int:
        """The day that begins when it is over; a milestone stands at the beginning of its day."""
        return self.last + 1 if self.days else self.first

    def over_from(self, first: int, calendar: WorkCalendar) -> int:
        """The finish boundary if its first day were this one; it may then hold more working days than now."""
        if self.runs_through:
            return calendar.on_or_before(first + self.days - 1) + 1
        begin = calendar.on_or_after(first)
        return begin + self.days - (self.days > 0 and calendar.count(begin) != first)

    @property
    def off(self) -> int:
        """The days off on which it is worked."""
        return self.days - self.length

    def shown(self, finish: int, calendar: WorkCalendar) -> tuple[int, int]:
        """The first and last day if it finished at a boundary: other days than now if that is another."""
        if finish == self.finish:
            return self.first, self.last
        if self.runs_through:
            end = calendar.count(finish - 1)
            return end - self.days + 1, end
        return calendar.count(finish - max(self.days, 1)), calendar.count(finish - 1)


def event_of(task: Task, days: int, earliest: date, calendar: WorkCalendar) -> Event | None:
    """The event that a task is; ``None`` if it is none, or if its date is before the ``earliest`` day."""
    if task.date is None or task.tasks or task.date < earliest:
        return None
    first = task.date.toordinal()
    begin = calendar.on_or_after(first)
    if task.span is Span.CALENDAR and days:
        until = last = first + days - 1
        finish = calendar.on_or_after(last + 1)
        if finish - begin == days:
            return None
    elif calendar.count(begin) == first:
        return None
    else:
        until, finish = first, begin + max(days - 1, 0)
        last = max(first, calendar.count(finish - 1))
    return Event(first, last, begin, finish, days, until, calendar.count(finish - 1) < last)


def days_off_worked(events: Iterable[Event]) -> int:
    """On how many days off one or more of some events are worked."""
    stretches = sorted(
        (one.first, one.until, one.begin, one.finish if one.runs_through else one.begin)
        for one in events
        if one.days
    )
    total, last, finish = 0, 0, 0
    for first, until, begin, end in stretches:
        if first > last:
            total += until - first + 1 - (end - begin)
        elif until > last:
            total += until - last - (end - finish)
        last, finish = max(last, until), max(finish, end)
    return total
