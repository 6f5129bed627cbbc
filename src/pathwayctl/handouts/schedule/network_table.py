"""A network diagram as a sentence and as a table, for readers who cannot see the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pathwayctl.handouts.cells import NONE, days, mark, when
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.schedule.network_chart import NetworkChart, Node

COLUMNS: Final = (
    "No.", "Activity", "Start", "Finish", "Duration", "Float", "Critical", "Predecessors", "Successors",
)  # fmt: skip
"""The titles of a table of ``NetworkRow``."""
_NAMES: Final = {"begin": "Start of: ", "end": "End of: "}


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
    """A row for each box, in the order of the work breakdown."""
    after: list[list[str]] = [[] for _ in chart.nodes]
    before: list[list[str]] = [[] for _ in chart.nodes]
    for edge in chart.edges:
        words = f" {edge.words}" if edge.words else ""
        after[edge.after].append(chart.nodes[edge.before].name + words)
        before[edge.before].append(chart.nodes[edge.after].name + words)
    return tuple(_row(node, after[place], before[place]) for place, node in enumerate(chart.nodes))


def in_words(chart: NetworkChart) -> str:
    """``14 boxes and 12 arrows. Each task is to the right of its predecessors ...``."""
    boxes, arrows = count(len(chart.nodes), "box", "boxes"), count(len(chart.edges), "arrow")
    critical = sum(node.critical for node in chart.nodes)
    note = f" {count(critical, 'box has', 'boxes have')} a double border: critical." if critical else ""
    return f"{boxes} and {arrows}. Each task is to the right of its predecessors.{note}"


def _row(node: Node, after: list[str], before: list[str]) -> NetworkRow:
    return NetworkRow(
        node.number,
        _NAMES.get(node.kind, "") + node.title,
        when(node.start),
        when(node.finish),
        "Milestone" if node.kind == "milestone" else days(node.days),
        "Done" if node.done else days(node.slack),
        mark(node.critical, "Critical"),
        ", ".join(after) or NONE,
        ", ".join(before) or NONE,
    )
