"""Build schedules from lists: one task after another, each placed as soon as its people are free.

This is serial schedule generation (Kelley 1963). Pushing all tasks to the right as far as they go tells
in which order a list may do better. A schedule that reaches a lower bound of the finish ends the search.

Trials come from the links of the class where these ask for all that the plan does. All others, and the dates
in the end, come from a forward pass over the plan's own network, so whatever holds for a plain schedule holds
for them: all kinds of links, lags, summaries, dates, and progress.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pathwayctl.levelling.bookings import Bookings
from pathwayctl.levelling.class_links import class_links
from pathwayctl.levelling.class_passes import place, push
from pathwayctl.levelling.demands import Demands
from pathwayctl.levelling.least_finish import least_finish
from pathwayctl.levelling.ordering import Graph, listed
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.network import FAR, Network
from pathwayctl.scheduling.passes import Stand, backward, forward, stand
from pathwayctl.scheduling.pauses import without_pauses
from pathwayctl.scheduling.remaining_work import UNDER_WAY, Work
from pathwayctl.scheduling.workdays import WorkCalendar

Worth = tuple[int, int, int]
"""What a schedule is judged by, the less the better: the last finish of a class of tasks, days late over
deadlines, and the sum of finishes."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A list of the numbers of one class, and where each finishes in the schedule built from it."""

    worth: Worth
    order: list[int]
    finish: list[int]


class Builder:
    """Makes schedules of one class of tasks after the other. ``made`` counts them."""

    def __init__(
        self, network: Network, work: Work, calendar: WorkCalendar, demands: Demands, graph: Graph,
        due: dict[int, int],
    ) -> None:  # fmt: skip
        self._network, self._calendar = network, calendar
        self._planned = self._work = without_pauses(work, demands.pauses)
        self._demands, self._graph, self._due = demands, graph, due
        self._people = Bookings(demands)
        self._before: list[int] = []  # the numbers of the classes that stand already
        self._begun: dict[int, int] = {}  # and where each task in them begins
        self._pending: list[int] = []  # rows of those classes that nobody has looked at yet
        self._rows: list[int] = []
        self._dated: list[int] = []
        self._numbers: Sequence[int] = ()
        self._links = class_links(network, self._work, demands, (), graph)
        self._known: list[int] = []
        self.moving: list[int] = []
        self.made = 0

    def turn_to(self, numbers: Sequence[int]) -> None:
        """Work on another class."""
        network, work = self._network, self._work
        self._numbers = numbers
        self._rows = [n for n in numbers if n < network.size and network.is_leaf[n] and work.live[n]]
        self._dated = [row for row in self._rows if row in self._due]
        self.moving = [row for row in self._rows if self._people.needs(row)]

    def pass_over(self, keys: Sequence[float]) -> None:
        """Put the tasks of the class where they come by these keys, without looking for better."""
        self._before += listed(self._graph, self._numbers, self.keys(keys))
        self._pending += self.moving

    def settle(self, best: Trial) -> None:
        """Let the tasks of the class stand where they are in a schedule."""
        places = self.no_keys()
        for position, number in enumerate(best.order):
            places[number] = position
        self._before += listed(self._graph, self._numbers, places)
        self._stand({row: self._begin(best.finish[row], row) for row in self.moving})

    def _stand(self, begins: Mapping[int, int]) -> None:
        self._people.clear()
        for row, begin in begins.items():
            self._begun[row] = begin
            self._people.book(row, begin)
        self._people.keep()

    def settled(self) -> ForwardPass:
        """The schedule of all classes so far."""
        self._people.clear()
        early = self._forward(self._before, self._put)
        self._stand({row: self._begin(early.at[self._network.size + row], row) for row in self._pending})
        self._pending = []
        return early

    def bounds(self) -> tuple[Worth, int]:
        """The value of the class if no one were overbooked, and a lower bound of its finish."""
        self.settled()
        network, size = self._network, self._network.size
        order = [*self._before, *self._numbers]
        early = self._forward(order, self._put_freely)
        self._links = class_links(network, self._work, self._demands, self._numbers, self._graph)
        finish = [
            early.at[size + row] if is_leaf else early.asked[row]
            for row, is_leaf in enumerate(network.is_leaf)
        ]
        self._known = [*finish, *early.at[size:]]
        worth = self._worth(self._known)
        late = backward(replace(network, order=order), self._work, early, worth[0])
        least = least_finish(self._demands, self._work, self.moving, early, late.finish, worth[0])
        return worth, least

    def _begin(self, finish: int, row: int) -> int:
        """The boundary from which the work of a task is done, or what remains of it."""
        pause = self._demands.pauses.get(row)
        return pause.begin_by(finish) if pause else finish - self._work.remaining[row]

    @property
    def is_quick(self) -> bool:
        """Whether schedules of the class come from its own links instead of the plan's network."""
        return self._links.is_exact

    def by(self, keys: Sequence[float]) -> Trial:
        """The schedule that comes of taking what has the least key first."""
        return self.build(listed(self._links.graph, self._links.numbers, keys))

    def build(self, order: list[int]) -> Trial:
        """The schedule that comes of a list of the numbers of a class."""
        self.made += 1
        self._people.clear()
        if self._links.is_exact:
            finish = place(self._links, self._people, self._known, order)
        else:
            finish = self._forward(self._before + order, self._put).at[self._network.size :]
        return Trial(self._worth(finish), order, finish)

    def again(self, trial: Trial) -> Trial:
        """The schedule that comes of pushing all tasks to the right, and of the order they are in then."""
        self.made += 1
        self._people.clear()
        order = self._by_dates(trial, trial.finish)
        begins = push(self._links, self._people, order, trial.finish, trial.worth[0])
        return self.build(self._by_dates(trial, begins))

    def _by_dates(self, trial: Trial, dates: Sequence[float]) -> list[int]:
        """The numbers by dates that tasks have in a schedule."""
        if self._links.is_ordered:  # so the dates put nothing before what it waits for
            return sorted(trial.order, key=dates.__getitem__)
        keys = self.no_keys()
        for row in self._rows:
            keys[row] = dates[row]
        return listed(self._links.graph, self._links.numbers, keys)

    def keys(self, wished: Sequence[float]) -> list[float]:
        """Keys for tasks that need people; tasks that need no one come first."""
        found = self.no_keys()
        for row in self.moving:
            found[row] = wished[row]
        return found

    def no_keys(self) -> list[float]:
        """Keys before all others, for tasks that need no one."""
        return [-FAR] * (2 * self._network.size)

    def _forward(self, order: Sequence[int], put: Stand) -> ForwardPass:
        """The dates of the numbers in an order; what pauses gets longer as it is placed."""
        if self._demands.pauses:
            self._work = replace(self._planned, remaining=list(self._planned.remaining))
        network = replace(self._network, order=order)
        return forward(network, self._work, self._demands.release, self._calendar, put)

    def _put(self, work: Work, row: int, asked: int, release: int) -> tuple[int, int]:
        people, pause = self._people, self._demands.pauses.get(row)
        if not people.needs(row) and not pause:
            return stand(work, row, asked, release)
        begin, start = self._begun.get(row), asked if asked > release else release
        if pause and not people.needs(row):
            begin = pause.begin(start)
        elif begin is None:
            begin = people.first(row, start)
            people.book(row, begin)
        if pause:
            work.remaining[row] = pause.finish(begin) - begin
        if work.form[row] == UNDER_WAY:
            return stand(work, row, asked, release)[0], begin + work.remaining[row]
        return begin, begin + work.remaining[row]

    def _put_freely(self, work: Work, row: int, asked: int, release: int) -> tuple[int, int]:
        return (self._put if row in self._begun else stand)(work, row, asked, release)

    def _worth(self, finish: Sequence[int]) -> Worth:
        finishes = [finish[row] for row in self._rows]
        late = sum([max(0, finish[row] - self._due[row]) for row in self._dated])
        return max(finishes, default=0), late, sum(finishes)
