"""The network prepared for columns: lags in parts of a day, without what need not be calculated.

A roll-up is calculated only where a link asks for it. A task that is sure to end before one of its
successors cannot be the last task of the project.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.network import Network, Sources
from pathwayctl.scheduling.pauses import Pause
from pathwayctl.scheduling.remaining_work import DONE, PLANNED, UNDER_WAY, Work
from pathwayctl.simulation.columns import GRAIN


@dataclass(frozen=True)
class ColumnNetwork:
    """A network for many runs; rows and values are numbered as in ``Network``.

    ``rolled`` says for each value of a summary whether a link asks for it, ``gated`` which rows have links,
    their own or those of a summary they are in, and ``asks_finish`` which of these have links to their
    finish. ``parts`` has the live rows directly under a row, ``leaves`` the live tasks in a summary at
    any depth, for summaries whose dates links may ask for. ``ends`` are the tasks that can be the
    last; ``outlasted`` are the others whose late finish need not be limited by the project's. ``pauses`` has
    the tasks whose work pauses while someone is closed. ``plain`` marks the planned tasks that only their
    own links with working lags, and their summary's finish, can hold.
    """

    network: Network
    work: Work
    release: Sequence[int]
    to_start: Sequence[Sources]
    to_finish: Sequence[Sources]
    elapsed: Mapping[int, tuple[Sources, Sources]]
    rolled: Sequence[bool]
    gated: Sequence[bool]
    asks_finish: Sequence[bool]
    parts: Mapping[int, Sequence[int]]
    leaves: Mapping[int, Sequence[int]]
    ends: Sequence[int]
    outlasted: Collection[int]
    pauses: Mapping[int, Pause]
    plain: Sequence[bool]

    def not_put_off(self) -> ColumnNetwork | None:
        """The same with no task put off to be as late as possible; ``None`` if that makes no difference.

        It makes one only to late dates, and only where links ask for the start of a summary.
        """
        release = _in_parts(self.work.release)
        starts = any(
            rolled and not leaf for rolled, leaf in zip(self.rolled, self.network.is_leaf, strict=False)
        )
        return replace(self, release=release) if starts and release != self.release else None


def wire(
    network: Network,
    work: Work,
    release: Sequence[int],
    breakdown: Breakdown,
    pauses: Mapping[int, Pause],
) -> ColumnNetwork:
    """Prepare a network; ``release`` has the boundaries, in days, before which each row cannot begin."""
    live = [row.index for row in breakdown.rows if work.live[row.index]]
    parts: dict[int, list[int]] = {}
    for row in live:
        parts.setdefault(network.parent[row], []).append(row)
    rolled = _rolled(network)
    leaves = {
        row.index: [
            leaf for leaf in range(row.index + 1, row.end) if network.is_leaf[leaf] and work.live[leaf]
        ]
        for row in breakdown.rows
        if row.is_summary and (network.elapsed or rolled[row.index] or rolled[network.size + row.index])
    }
    after = _followed(network, work, (PLANNED, UNDER_WAY))
    gated = _handed_down(network, [network.to_start, network.to_finish])
    plain = [
        not network.elapsed
        and is_leaf
        and work.live[row]
        and work.form[row] == PLANNED
        and not work.is_moment(row)
        and row not in pauses
        and not gated[network.parent[row]]
        and not rolled[network.parent[row]]
        for row, is_leaf in enumerate(network.is_leaf)
    ]
    return ColumnNetwork(
        network,
        work,
        _in_parts(release),
        [_fine(sources) for sources in network.to_start],
        [_fine(sources) for sources in network.to_finish],
        {row: (_fine(start), _fine(finish)) for row, (start, finish) in network.elapsed.items()},
        rolled,
        gated,
        _handed_down(network, [network.to_finish]),
        parts,
        leaves,
        [row for row in live if network.is_leaf[row] and row not in after],
        _followed(network, work, [form for form in range(DONE + 1) if form != DONE]),
        pauses,
        plain,
    )


def _in_parts(boundaries: Sequence[int]) -> list[int]:
    return [boundary * GRAIN for boundary in boundaries]


def _fine(sources: Sources) -> Sources:
    return [(source, lag * GRAIN) for source, lag in sources]


def _followed(network: Network, work: Work, forms: Collection[int]) -> set[int]:
    """The tasks whose finish a live task of one of these forms must wait for, without a lead."""
    found = set()
    for row, is_leaf in enumerate(network.is_leaf):
        if is_leaf and work.live[row] and work.form[row] in forms:
            for source, lag in (*network.to_start[row], *network.to_finish[row]):
                if source >= network.size and lag >= 0:
                    found.add(source - network.size)
    return found


def _rolled(network: Network) -> list[bool]:
    """For each value, whether a link asks for it or for that of a summary it is in."""
    size = network.size
    rolled = [False] * (2 * size)
    pairs = [*network.to_start, *network.to_finish]
    pairs += [sources for both in network.elapsed.values() for sources in both]
    for sources in pairs:
        for source, _ in sources:
            rolled[source] = True
    for row, up in enumerate(network.parent):  # a summary comes before what is in it
        rolled[row] = rolled[row] or rolled[up]
        rolled[size + row] = rolled[size + row] or rolled[size + up]
    return rolled


def _handed_down(network: Network, sides: Sequence[Sequence[Sources]]) -> list[bool]:
    """Which rows have links of the given kinds, or elapsed ones, or are in a summary that has some."""
    found = [any(side[row] for side in sides) or row in network.elapsed for row in range(network.size)]
    for row, up in enumerate(network.parent):
        found[row] = found[row] or found[up]
    return found
