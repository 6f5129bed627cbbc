"""The network diagram on its own page: the dependencies between tasks, as a chart and as a table.

It belongs to the master schedule of handout 4B (Designing a Career Pathways System, chapter 4; CCRS
Center, 2016). For a large plan, the page shows only critical tasks and their neighbors, since hundreds of
boxes are unreadable; the schedule command draws the whole network.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Grid, blank_rows, when
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.schedule.network_chart import NetworkChart, network
from pathwayctl.handouts.schedule.network_table import COLUMNS, in_words, network_rows
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.handouts.context import Context

MOST: Final = 60
"""The most boxes of a network that is shown whole."""
LONGEST: Final = 15
"""The most steps of a critical path that is listed; a longer one is only in the table."""


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """The page. ``chain`` is the critical path if it is short enough for a list.

    ``left_out`` says what is not shown.
    """

    chain: tuple[str, ...]
    chart: NetworkChart | None
    description: str
    left_out: str
    grid: Grid


def view(context: Context) -> NetworkPage:
    """The network, or the critical part of a large one; blank rows without tasks."""
    whole = network(context)
    if whole is None:
        return NetworkPage((), None, "", "", Grid(blank_rows(len(COLUMNS), 10), COLUMNS))
    shown = whole if len(whole.nodes) <= MOST else _limited(whole)
    rows = tuple(tuple(row) for row in network_rows(shown))
    return NetworkPage(
        tuple(_chain(context)),
        shown,
        f"{in_words(shown)} The table below has the same information.",
        _left_out(whole, shown),
        Grid(rows, COLUMNS, marks=tuple("critical" if node.critical else "" for node in shown.nodes)),
    )


def _chain(context: Context) -> Iterator[str]:
    steps = context.schedule.critical_path
    for key in steps if len(steps) <= LONGEST else ():
        task = context.schedule.by_id[key]
        days = when(task.start) if task.start == task.finish else f"{when(task.start)} to {when(task.finish)}"
        yield f"{task.wbs} {task.title}: {days}"


def _limited(whole: NetworkChart) -> NetworkChart:
    """The critical boxes and their neighbors; if those are too many, only the critical boxes."""
    critical = {place for place, node in enumerate(whole.nodes) if node.critical}
    if not critical:
        return whole
    ends = [(edge.before, edge.after) for edge in whole.edges]
    near = {end for pair in ends if critical.intersection(pair) for end in pair}
    return kept(whole, critical | near if len(critical | near) <= MOST else critical)


def kept(whole: NetworkChart, places: set[int]) -> NetworkChart:
    """A network of some of its boxes (by their positions), and the arrows between these."""
    order = sorted(places)
    number = {place: at for at, place in enumerate(order)}
    nodes = [whole.nodes[place] for place in order]
    groups = sorted({node.group for node in nodes if node.group >= 0})
    group = {old: new for new, old in enumerate(groups)} | {-1: -1}
    return NetworkChart(
        tuple(replace(node, group=group[node.group]) for node in nodes),
        tuple(
            replace(edge, before=number[edge.before], after=number[edge.after])
            for edge in whole.edges
            if edge.before in number and edge.after in number
        ),
        tuple(whole.groups[old] for old in groups),
    )


def _left_out(whole: NetworkChart, shown: NetworkChart) -> str:
    left = len(whole.nodes) - len(shown.nodes)
    if not left:
        return ""
    alone = all(node.critical for node in shown.nodes)
    what = "the critical tasks" if alone else "the critical tasks and those right before or after them"
    return (
        f"The whole plan has {count(len(whole.nodes), 'box', 'boxes')}. This page shows {what}; "
        f"{count(left, 'box', 'boxes')} with float {'is' if left == 1 else 'are'} left out. "
        "The master schedule lists every task."
    )


HANDOUT: Final = one_page(
    "network",
    "Network diagram",
    CHAPTER_4.format("handout 4B"),
    "Dependencies between tasks, and the critical path.",
    view,
)
