"""A network diagram as Mermaid text, which GitHub draws.

Mermaid draws at most 500 arrows and 50,000 letters at a time, so a large network is written in
several blocks. An arrow from a box of another block comes from a small one that bears its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.handouts.schedule.network_chart import Edge, NetworkChart, NetworkNode
from pathwayctl.rendering.mermaid import plain_name
from pathwayctl.wording import count, short_day

BOXES: Final = 80
ARROWS: Final = 400
"""Boxes and arrows of one block, at the most."""
_SHAPES: Final = {"milestone": ("{{", "}}"), "begin": ("([", "])"), "end": ("([", "])")}


def blocks(chart: NetworkChart) -> Iterator[str]:
    """Code blocks, each with some of the boxes and the arrows that lead to them.

    A box that more arrows lead to than a block can hold has as many as it can hold, and says so.
    """
    into: list[list[Edge]] = [[] for _ in chart.nodes]
    for edge in chart.edges:
        into[edge.after].append(edge)
    first = arrows = 0
    for place in range(len(chart.nodes)):
        if place > first and (place - first >= BOXES or arrows + len(into[place]) > ARROWS):
            yield _block(chart, into, first, place)
            first, arrows = place, 0
        arrows += min(len(into[place]), ARROWS)
    yield _block(chart, into, first, len(chart.nodes))


def _block(chart: NetworkChart, into: list[list[Edge]], first: int, end: int) -> str:
    lines = ["```mermaid", "flowchart LR"]
    group = -1
    for place in range(first, end):
        node = chart.nodes[place]
        if node.group != group:
            lines += ["    end"] if group >= 0 else []
            group = node.group
            lines += [f'    subgraph g{group}["{plain_name(chart.groups[group])}"]'] if group >= 0 else []
        lines.append(f"    {_box(node, place)}")
    lines += ["    end"] if group >= 0 else []
    edges = [edge for place in range(first, end) for edge in into[place][:ARROWS]]
    outside = sorted({edge.before for edge in edges if not first <= edge.before < end})
    lines += [f'    n{place}(["{plain_name(chart.nodes[place].name)}"])' for place in outside]
    lines += [f"    {_arrow(edge)}" for edge in edges]
    left = [(place, len(into[place]) - ARROWS) for place in range(first, end)]
    lines += [f'    m{place}(["{more:,} more"]) --> n{place}' for place, more in left if more > 0]
    return "\n".join([*lines, "```"])


def _box(node: NetworkNode, place: int) -> str:
    opening, closing = _SHAPES.get(node.kind, ("[", "]"))
    days = short_day(node.start)
    if node.finish != node.start:
        days += f" to {short_day(node.finish)}"
    parts = (
        plain_name(f"{node.name} {node.title}"),
        days,
        count(node.days, "day") if node.kind == "task" else "",
        "CRITICAL" if node.critical else "done" if node.done else f"float {node.slack}",
    )
    return f'n{place}{opening}"{"<br/>".join(filter(None, parts))}"{closing}'


def _arrow(edge: Edge) -> str:
    line = "-.->" if edge.member else "==>" if edge.critical else "-->"
    return f"n{edge.before} {line}{f'|{edge.words}|' if edge.words else ''} n{edge.after}"
