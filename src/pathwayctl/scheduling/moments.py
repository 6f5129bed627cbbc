"""Find which milestones are at the beginning of a day, and which at the end of one.

A milestone is on a boundary between two working days, which is the end of one day and the beginning of the
next. It is at the beginning, a **morning**, if it is held or driven by something at the beginning of that
day: a date, a start, an elapsed period that is over by then, or another morning. Otherwise it is at the end,
an **evening**. The same rule puts milestones at 8:00 or 17:00 in Microsoft Project.

A **position** counts both in half days: ``2 * b`` is the evening before boundary ``b``, ``2 * b + 1`` the
morning after it. So tasks start at odd positions and finish at even ones, and a milestone may be at either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.network import Network
from pathwayctl.scheduling.remaining_work import DONE, HELD, Work
from pathwayctl.scheduling.workdays import WorkCalendar

if TYPE_CHECKING:
    from pathwayctl.scheduling.elapsed import Instants


class Moments:
    """The mornings among the milestones of a plan, found while the forward pass fills its boundaries ``at``.

    ``mornings`` are rows. ``events`` are held on days off: they end in the morning after.
    Values are numbered as those of the network are.
    """

    __slots__ = ("_at", "_calendar", "_instants", "_network", "_summaries", "_work", "events", "mornings")

    def __init__(
        self,
        network: Network,
        work: Work,
        calendar: WorkCalendar,
        at: list[int],
        instants: Instants | None,
    ) -> None:
        self._network, self._work, self._calendar = network, work, calendar
        self._at, self._instants = at, instants
        self._summaries: dict[int, bool] = {}
        self.events = work.events
        self.mornings: set[int] = set()

    def settle(self, row: int, asked: int, gates: Sequence[Sequence[int]]) -> None:
        """Find the side of a milestone's boundary; ``asked`` is the boundary that its links ask for.

        A held milestone may stand at either end of its day, so it waits there for what finishes that day;
        on a day off only events do.
        ``gates`` are the starts and finishes that links ask of summaries.
        """
        at, boundary = self._at, self._at[row]
        if self._work.form[row] == HELD:
            if row not in self.events and asked > boundary and not self._asked_by_morning(row, asked, gates):
                at[row] = at[self._network.size + row] = boundary + 1
            else:
                self.mornings.add(row)
        elif boundary <= self._work.release[row] or (
            boundary == asked and self._asked_by_morning(row, asked, gates)
        ):
            self.mornings.add(row)

    def position(self, value: int) -> int:
        """The position of a start or a finish."""
        return 2 * self._at[value] + self.is_morning(value)

    def is_morning(self, value: int) -> bool:
        """Whether a start or a finish stands at the beginning of a day."""
        size, work = self._network.size, self._work
        row = value % size
        if not self._network.is_leaf[row]:
            if value not in self._summaries:
                self._summaries[value] = self._of_summary(value, row)
            return self._summaries[value]
        if work.is_moment(row):
            return row in self.mornings
        if row in self.events and value >= size:
            return self.events[row].ends_off
        if work.form[row] == DONE and (value >= size or not work.duration[row]):
            # What was finished on a day off was not there yet on the evening before.
            return work.actual_finish[row] + 1 > self.evening(self._at[value])
        return value < size

    def asks_for_morning(self, value: int, lag: int, boundary: int, *, elapsed: bool) -> bool:
        """Whether a link that asks a milestone for a boundary asks for the beginning of the day there.

        ``value`` is what the link counts from. A lag of working days is over at the end of one.
        """
        if not elapsed or self._instants is None:
            return lag <= 0 and self._at[value] + lag == boundary and self.is_morning(value)
        instant, evening = self._instants.when[value] + lag, self.evening(boundary)
        return instant > evening or (instant == evening and self.is_morning(value))

    def last(self, live: Sequence[bool]) -> int:
        """The boundary at the end of the last day on which something that counts is shown.

        That day is past the boundary of a milestone in the morning, and of a task whose start is shown after
        its end: one under way with no work left, or one that is done but is said to have started later.
        """
        at, work = self._at, self._work
        shown = [self._begun_on(row) for row in work.began if live[row] and not work.remaining[row]]
        shown += [work.actual_finish[row] for row in work.done if live[row]]
        return max(
            [
                at[-1],
                *(at[row] + 1 for row in self.mornings.difference(self.events) if live[row]),
                *([self._calendar.on_or_before(max(shown)) + 1] if shown else []),
            ]
        )

    def end_of_start(self, row: int) -> int:
        """The boundary at the end of the day on which work under way is shown to have begun."""
        return self._calendar.on_or_before(self._begun_on(row)) + 1

    def _begun_on(self, row: int) -> int:
        """The day on which work under way is shown to have begun."""
        first = self._work.actual_start.get(row)
        return self._calendar.count(self._at[row]) if first is None else first

    def over(self, row: int, begin: int) -> int:
        """The boundary at which an event is over if it is held from the working day after a boundary on."""
        return self.events[row].over_from(self._calendar.count(begin), self._calendar)

    def evening(self, boundary: int) -> int:
        """The instant at which the last working day before a boundary ends."""
        return self._calendar.count(boundary - 1) + 1

    def _asked_by_morning(self, row: int, asked: int, gates: Sequence[Sequence[int]]) -> bool:
        network = self._network
        while row < network.size - 1:
            if any(
                self.asks_for_morning(source, lag, asked, elapsed=elapsed)
                for sources, elapsed in _links(network, row)
                for source, lag in sources
            ):
                return True
            row = network.parent[row]
            if max(column[row] for column in gates) < asked:
                return False
        return False

    def _of_summary(self, value: int, row: int) -> bool:
        """A summary starts with the earliest position in it, and finishes with the latest."""
        size, at = self._network.size, self._at
        shift = value - row
        sides = [
            self.is_morning(leaf + shift)
            for leaf in _inside(self._network, row)
            if self._work.live[leaf] and at[leaf + shift] == at[value]
        ]
        return any(sides) if value >= size else all(sides)


@dataclass(frozen=True, slots=True)
class ForwardPass:
    """What the forward pass finds.

    ``at`` are the early boundaries; ``asked`` is, for each task, the start of its remaining work that
    its links ask for (0 without links); ``instants`` is where elapsed lags count from, if there are any;
    ``moments`` tells which milestones stand at the beginning of a day.
    """

    at: list[int]
    asked: list[int]
    instants: Instants | None
    moments: Moments

    @property
    def mornings(self) -> set[int]:
        """The milestones that show the day after their boundary."""
        return self.moments.mornings

    def last(self, live: Sequence[bool]) -> int:
        """The boundary at the end of the last day on which something that counts is shown."""
        return self.moments.last(live)


def _links(network: Network, row: int) -> Iterator[tuple[Sequence[tuple[int, int]], bool]]:
    """What binds a row, and whether its lags are elapsed."""
    yield network.to_start[row], False
    yield network.to_finish[row], False
    for sources in network.elapsed.get(row, ()):
        yield sources, True


def _inside(network: Network, summary: int) -> Iterator[int]:
    """The tasks in a summary; in outline order they come right after it."""
    project = network.size - 1
    for row in range(summary + 1, project):
        if not summary <= network.parent[row] < project:
            return
        if network.is_leaf[row]:
            yield row
