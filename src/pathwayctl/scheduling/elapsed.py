"""Elapsed lags: links that count calendar days, from the instants at which things begin and end.

An **instant** is written as the count of the day that begins with it. A task begins with its first day
and ends with its last, which is the instant at which the next day begins. A milestone has one instant:
the beginning of the day it is shown on or the end of it, as ``moments`` tells.
A lag of ``k`` calendar days asks

- a start (FS, SS) for the first working day that begins no earlier than the instant plus ``k`` days;
- a finish (FF, SF) for the first working day that ends no earlier than that.

So where every day is worked ``FS+3ed`` is the same as ``FS+3d``; ``FS+0ed`` is always the same as ``FS``.
Looking back, instants have half days like positions: ``2 * i`` is an end of a day, ``2 * i + 1`` a beginning.
"""

from __future__ import annotations

from pathwayctl.scheduling.events import Event
from pathwayctl.scheduling.network import FAR, Network
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.workdays import WorkCalendar


class Instants:
    """When each row starts and finishes: ``when`` is numbered as the values of the network are."""

    __slots__ = ("_calendar", "_network", "_work", "when")

    def __init__(self, network: Network, work: Work, calendar: WorkCalendar) -> None:
        self._network, self._work, self._calendar = network, work, calendar
        self.when = [FAR] * network.size + [-FAR] * network.size

    def bind(self, row: int, start: int, finish: int) -> tuple[int, int]:
        """The start and finish boundaries a row is asked for, raised by its links with elapsed lags."""
        to_start, to_finish = self._network.elapsed.get(row, ((), ()))
        for source, lag in to_start:
            start = max(start, self._calendar.on_or_after(self.when[source] + lag))
        for source, lag in to_finish:
            finish = max(finish, self._calendar.on_or_after(self.when[source] + lag - 1) + 1)
        return start, finish

    def note(self, row: int, start: int, finish: int, *, morning: bool) -> None:
        """Record the instants of a task from its boundaries, or from its actual dates.

        ``morning`` says that it is a milestone at the beginning of a day.
        """
        work, size = self._work, self._network.size
        if row in work.events and finish == work.events[row].finish:
            event = work.events[row]
            begin, end = event.first, event.over
        elif work.is_moment(row):
            begin = end = self._calendar.count(start) if morning else self._end(start)
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

        The row is to start and finish no later than at these positions.
        """
        to_start, to_finish = self._network.elapsed.get(row, ((), ()))
        event = self._work.events.get(row)
        # A milestone on a day off is there on that day, before the working day at its boundary begins.
        there = FAR if event is None or event.days else 2 * event.first + 1
        for source, lag in to_start:
            latest = min(self.until(start, lag, to_finish=False), there - 2 * lag)
            until[source] = min(until[source], latest)
        for source, lag in to_finish:
            until[source] = min(until[source], self.until(finish, lag, to_finish=True))

    def until(self, position: int, lag: int, *, to_finish: bool) -> int:
        """The latest instant to count a lag from, if what waits starts or finishes at a position."""
        boundary, morning = divmod(position, 2)
        begins = morning and not to_finish
        instant = self._calendar.count(boundary) if begins else self._end(boundary)
        return 2 * (instant - lag) + morning

    def latest(self, until: int) -> int:
        """The last position at which something is no later than an instant."""
        if until >= FAR // 2:
            return FAR
        evening = self._calendar.on_or_before(until // 2 - 1) + 1
        morning = self._calendar.on_or_before((until - 1) // 2)
        return 2 * evening + (morning >= evening)

    def event_finish(self, event: Event, until: int) -> int:
        """The latest finish boundary of an event that is to begin by an instant."""
        over = event.over_from((until - 1) // 2, self._calendar)
        return max(over, event.finish) if until > 2 * event.first else over

    def _end(self, boundary: int) -> int:
        """The instant at which the last working day before a boundary ends."""
        return self._calendar.count(boundary - 1) + 1
