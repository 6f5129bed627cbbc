"""The working days of a plan as numbers: 0 is the first one on or after the project's start.

The engine counts in these numbers and turns them into dates at the very end. Inside, a date is its
day count (``date.toordinal``), and the numbers run on in both directions without an end: below 0
for late dates that lie before the project, and past the last date there is (in year 9999) as if every
day were worked. So no sum, however large, needs a check of its own; only code that shows a date checks
whether it is a real one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from typing import Final

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.days_off import DaysOff

LAST_DAY: Final = date.max.toordinal()
"""The day count of the last date there is, December 31, 9999."""


def work_calendar(plan: Plan) -> WorkCalendar:
    """The calendar of a plan, numbered from its start."""
    return WorkCalendar(plan.project.start, DaysOff(plan.calendar))


class WorkCalendar:
    """Which days are worked, and the number of each. It looks up years as they are asked for."""

    __slots__ = ("_backward", "_days_off", "_forward", "_from", "_until", "week")

    def __init__(self, start: date, days_off: DaysOff) -> None:
        self._days_off = days_off
        self._forward: list[int] = []  # the day counts of 0, 1, 2 ...
        self._backward: list[int] = []  # those of -1, -2 ..., with a minus sign: rising, as bisect needs
        self._from = self._until = start.toordinal()
        self.week = days_off.week

    def day(self, index: int) -> date:
        """The date of a working day; before the first and past the last date there is, that one."""
        return date.fromordinal(min(max(self.count(index), 1), LAST_DAY))

    def index(self, day: date) -> int:
        """The first working day on or after a date; a date before the project's start gives 0."""
        return max(self.on_or_after(day.toordinal()), 0)

    def index_before(self, day: date) -> int:
        """The last working day on or before a date; -1 if the project has none by then."""
        return max(self.on_or_before(day.toordinal()), -1)

    def is_working(self, day: date) -> bool:
        """Whether a date is worked."""
        return self.day_off(day) is None

    def day_off(self, day: date) -> str | None:
        """Why a date is not worked: its holiday or closure, ``Saturday`` and the like; else ``None``."""
        return self._days_off.reason(day)

    def count(self, index: int) -> int:
        """The day count of a working day, which may lie outside of the dates there are."""
        if index < 0:
            back = -index - 1
            while back >= len(self._backward) and self._grow_backward():
                pass
            known = self._backward
            return -known[back] if back < len(known) else len(known) - back
        while index >= len(self._forward) and self._grow_forward():
            pass
        days = self._forward
        return days[index] if index < len(days) else LAST_DAY + 1 + index - len(days)

    def on_or_after(self, count: int) -> int:
        """The number of the first working day on or after a day count, negative before the start."""
        while count < self._from and self._grow_backward():
            pass
        earlier = bisect_right(self._backward, -count)
        if earlier or count < 1:
            return -earlier - max(0, 1 - count)
        found = bisect_left(self._forward, count)
        while found == len(self._forward) and self._grow_forward():
            found = bisect_left(self._forward, count)
        return found + max(0, count - LAST_DAY - 1) if found == len(self._forward) else found

    def on_or_before(self, count: int) -> int:
        """The number of the last working day on or before a day count, negative before the start."""
        return self.on_or_after(count + 1) - 1

    def _grow_forward(self) -> bool:
        """Look up the next year, if there is one."""
        if self._until > LAST_DAY:
            return False
        year = date.fromordinal(self._until).year
        end = date(year, 12, 31).toordinal() + 1
        self._forward += self._days_off.worked(year, self._until, end)
        self._until = end
        return True

    def _grow_backward(self) -> bool:
        """Look up the year before, if there is one."""
        if self._from <= 1:
            return False
        year = date.fromordinal(self._from - 1).year
        first = date(year, 1, 1).toordinal()
        self._backward += [-day for day in reversed(self._days_off.worked(year, first, self._from))]
        self._from = first
        return True
