"""The network diagram on its own page: the dependencies between tasks, as a chart and as a table.

It belongs to the master schedule of handout 4B (Designing a Career Pathways System, chapter 4; CCRS
Center, 2016). For a large plan, the page shows only critical tasks and their neighbors, since hundreds of
boxes are unreadable; the schedule command draws the whole network.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from pathwayctl.handouts.cells import NONE, days, mark, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.schedule.network_chart import LINK_CODES, NetworkChart, NetworkNode, network
from pathwayctl.handouts.tables import UNMARKED, HandoutTable, Head, table
from pathwayctl.language import marked, phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

COLUMNS: Final = (
    Head(marked("No."), width="narrow"),
    Head(marked("Activity"), width="wide"),
    Head(marked("Start"), width="narrow"),
    Head(marked("Finish"), width="narrow"),
    Head(marked("Duration"), "right", "narrow"),
    Head(marked("Float"), "right", "narrow"),
    Head(marked("Critical"), width="narrow"),
    marked("Predecessors"),
    marked("Successors"),
)
"""The columns of a table of ``NetworkRow``."""
_NAMES: Final = {"begin": marked("Start of: {title}"), "end": marked("End of: {title}")}
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
    grid: HandoutTable
    link_codes: str = ""


def view(context: Context) -> NetworkPage:
    """Return the network, or the critical part of a large one; blank rows without tasks."""
    whole = network(context)
    if whole is None:
        return NetworkPage((), None, "", "", table(COLUMNS, blank=10))
    shown = whole if len(whole.nodes) <= MOST else _limited(whole)
    return NetworkPage(
        tuple(_chain(context)),
        shown,
        in_words(shown),
        _left_out(whole, shown),
        table(
            COLUMNS,
            map(tuple, network_rows(shown)),
            marks=("critical" if node.critical else UNMARKED for node in shown.nodes),
        ),
        phrase(LINK_CODES) if any(edge.words for edge in shown.edges) else "",
    )


def _chain(context: Context) -> Iterator[str]:
    steps = context.schedule.critical_path
    for key in steps if len(steps) <= LONGEST else ():
        task = context.schedule.by_id[key]
        days = (
            when(task.start)
            if task.start == task.finish
            else phrase("{start} to {finish}", start=when(task.start), finish=when(task.finish))
        )
        yield f"{task.wbs} {task.title}: {days}"


def _limited(whole: NetworkChart) -> NetworkChart:
    """Return the critical boxes and their neighbors; if those are too many, only the critical boxes."""
    critical = {place for place, node in enumerate(whole.nodes) if node.critical}
    if not critical:
        return whole
    ends = [(edge.before, edge.after) for edge in whole.edges]
    near = {end for pair in ends if critical.intersection(pair) for end in pair}
    return kept(whole, critical | near if len(critical | near) <= MOST else critical)


def kept(whole: NetworkChart, places: set[int]) -> NetworkChart:
    """Return the network of some of its boxes (by their positions), and the arrows between these."""
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
    what = (
        phrase("the critical tasks")
        if alone
        else phrase("the critical tasks and those right before or after them")
    )
    return (
        phrase(
            "The whole plan has {boxes}. This page shows {what}; {boxes2} with float is left "
            "out. The master schedule lists every task.",
            boxes=count(len(whole.nodes), "box", "boxes"),
            what=what,
            boxes2=count(left, "box", "boxes"),
        )
        if left == 1
        else phrase(
            "The whole plan has {boxes}. This page shows {what}; {boxes2} with float are left "
            "out. The master schedule lists every task.",
            boxes=count(len(whole.nodes), "box", "boxes"),
            what=what,
            boxes2=count(left, "box", "boxes"),
        )
    )


class NetworkRow(NamedTuple):
    """A box, with the numbers of the boxes at the other ends of its arrows."""

    wbs: str
    title: str
    start: str
    finish: str
    duration: str
    total_float: str
    critical: str
    after: str
    before: str


def network_rows(chart: NetworkChart) -> tuple[NetworkRow, ...]:
    """Return a row for each box, in the order of the work breakdown."""
    after: list[list[str]] = [[] for _ in chart.nodes]
    before: list[list[str]] = [[] for _ in chart.nodes]
    for edge in chart.edges:
        words = f" {edge.words}" if edge.words else ""
        after[edge.after].append(chart.nodes[edge.before].name + words)
        before[edge.before].append(chart.nodes[edge.after].name + words)
    return tuple(_row(node, after[place], before[place]) for place, node in enumerate(chart.nodes))


def in_words(chart: NetworkChart) -> str:
    """Describe the network: ``14 boxes and 12 arrows. Each task is to the right of its predecessors ...``."""
    boxes, arrows = count(len(chart.nodes), "box", "boxes"), count(len(chart.edges), "arrow")
    critical = sum(node.critical for node in chart.nodes)
    note = (
        phrase(
            " {boxes_have} a double border: critical.", boxes_have=count(critical, "box has", "boxes have")
        )
        if critical
        else ""
    )
    return phrase(
        "{boxes} and {arrows}. Each task is to the right of its predecessors.{note}",
        boxes=boxes,
        arrows=arrows,
        note=note,
    )


def _row(node: NetworkNode, after: list[str], before: list[str]) -> NetworkRow:
    return NetworkRow(
        node.number,
        phrase(_NAMES.get(node.kind, "{title}"), title=node.title),
        when(node.start),
        when(node.finish),
        phrase("Milestone") if node.kind == "milestone" else days(node.days),
        phrase("Done") if node.done else days(node.slack),
        mark(node.critical, marked("Critical")),
        ", ".join(after) or NONE,
        ", ".join(before) or NONE,
    )


HANDOUT: Final = one_page(
    "network",
    "Network diagram",
    CHAPTER_4.format("handout 4B"),
    "Dependencies between tasks, and the critical path.",
    view,
)
