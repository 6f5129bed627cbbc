"""Elapsed lags: links that count calendar days, from the instants at which things begin and end.

An **instant** is written as the count of the day that begins with it. A task begins with its first day
and ends with its last, which is the instant at which the next day begins. A milestone has one instant:
the end of the day it is shown on if a link (or its late date) has put it there, else its beginning.
A lag of ``k`` calendar days asks

- a start (FS, SS) for the first working day that begins no earlier than the instant plus ``k`` days;
- a finish (FF, SF) for the first working day that ends no earlier than that.

So where every day is worked ``FS+3ed`` is the same as ``FS+3d``; ``FS+0ed`` is always the same as ``FS``.
"""

from __future__ import annotations

from pathwayctl.scheduling.network import FAR, Network
from pathwayctl.scheduling.progress import Work
from pathwayctl.scheduling.workdays import WorkCalendar


class Instants:
    """When each row starts and finishes: ``when`` is numbered as the values of the network are."""

    __slots__ = ("_calendar", "_network", "_work", "at_end", "when")

    def __init__(self, network: Network, work: Work, calendar: WorkCalendar) -> None:
        self._network, self._work, self._calendar = network, work, calendar
        self.at_end: set[int] = set()  # the milestones that stand at the end of a day
        self.when = [FAR] * network.size + [-FAR] * network.size

    def bind(self, row: int, start: int, finish: int) -> tuple[int, int]:
        """The start and finish boundaries a row is asked for, raised by its links with elapsed lags."""
        to_start, to_finish = self._network.elapsed.get(row, ((), ()))
        for source, lag in to_start:
            start = max(start, self._calendar.on_or_after(self.when[source] + lag))
        for source, lag in to_finish:
            finish = max(finish, self._calendar.on_or_after(self.when[source] + lag - 1) + 1)
        return start, finish

    def note(self, row: int, start: int, finish: int) -> None:
        """Put down the instants of a task from its boundaries, or from its actual dates."""
        work, size = self._work, self._network.size
        if row in work.events and finish == work.events[row].finish:
            event = work.events[row]
            begin, end = event.first, event.over
        elif work.is_moment(row):
            if start > work.release[row]:
                self.at_end.add(row)
            begin = end = self._end(start) if row in self.at_end else self._calendar.count(start)
        elif row in work.done:
            end = work.actual_finish[row] + 1
            begin = work.actual_start[row] if work.duration[row] else end
        else:
            begin = work.actual_start.get(row, self._calendar.count(start))
            end = self._end(finish)
        self.when[row], self.when[size + row] = begin, end

    def roll_up(self, row: int, up: int) -> None:
        """Count a row in the instants of the summary it belongs to."""
        when, size = self.when, self._network.size
        when[up] = min(when[up], when[row])
        when[size + up] = max(when[size + up], when[size + row])

    def ask(self, row: int, start: int, finish: int, until: list[int]) -> None:
        """Lower in ``until`` the latest instants of what a row waits for by elapsed links.

        The row is to start and finish no later than at these boundaries.
        """
        to_start, to_finish = self._network.elapsed.get(row, ((), ()))
        for source, lag in to_start:
            until[source] = min(until[source], self._calendar.count(start) - lag)
        for source, lag in to_finish:
            until[source] = min(until[source], self._end(finish) - lag)

    def latest_start(self, row: int, instant: int, *, late: bool) -> int:
        """The last boundary at which a task can start so that it does so by an instant.

        ``late`` says that this is to be its late date, to which a milestone may have to be put off.
        """
        found = self._latest(row, instant, late=late, at_end=row in self.at_end)
        event = self._work.events.get(row)
        return max(found, event.begin) if event and event.first <= instant < FAR // 2 else found

    def latest_finish(self, row: int, instant: int, *, late: bool) -> int:
        """The last boundary at which a task can finish so that it does so by an instant."""
        at_end = row in self.at_end or not self._work.is_moment(row)
        found = self._latest(row, instant, late=late, at_end=at_end)
        event = self._work.events.get(row)
        return max(found, event.finish) if event and event.over <= instant < FAR // 2 else found

    def _end(self, boundary: int) -> int:
        """The instant at which the last working day before a boundary ends."""
        return self._calendar.count(boundary - 1) + 1

    def _latest(self, row: int, instant: int, *, late: bool, at_end: bool) -> int:
        if instant >= FAR // 2:
            return FAR
        by_end, work = self._calendar.on_or_before(instant - 1) + 1, self._work
        if at_end or (late and work.is_moment(row) and work.is_put_off(row) and by_end > work.release[row]):
            return by_end
        return self._calendar.on_or_before(instant)
