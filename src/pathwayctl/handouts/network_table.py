"""A network diagram as the rows of a table, for everybody who does not see the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import NONE, Row, mark, when

if TYPE_CHECKING:
    from pathwayctl.handouts.network_chart import NetworkChart, Node

COLUMNS: Final = (
    "No.", "Activity", "Start", "Finish", "Days", "Float", "Critical", "Comes after", "Goes before",
)  # fmt: skip
_NAMES: Final = {"begin": "Start of: ", "end": "End of: "}


def rows(chart: NetworkChart) -> tuple[Row, ...]:
    """A row for each box, with the numbers of the boxes at the other ends of its arrows."""
    before: list[list[str]] = [[] for _ in chart.nodes]
    after: list[list[str]] = [[] for _ in chart.nodes]
    for edge in chart.edges:
        words = f" {edge.words}" if edge.words else ""
        before[edge.after].append(chart.nodes[edge.before].name + words)
        after[edge.before].append(chart.nodes[edge.after].name + words)
    return tuple(_row(node, before[place], after[place]) for place, node in enumerate(chart.nodes))


def _row(node: Node, before: list[str], after: list[str]) -> Row:
    return (
        node.number,
        _NAMES.get(node.kind, "") + node.title,
        when(node.start),
        when(node.finish),
        "Milestone" if node.kind == "milestone" else str(node.days),
        "Done" if node.done else str(node.slack),
        mark(node.critical, "Critical"),
        ", ".join(before) or NONE,
        ", ".join(after) or NONE,
    )
