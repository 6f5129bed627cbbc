"""A bar chart of a schedule, and a network diagram, as Mermaid text, which GitHub draws.

Mermaid has no way to write its own signs inside a name, so they are replaced. Its bar chart shows no
dependencies; those are in the table beside the chart. It draws at most 500 arrows and 50,000 letters at a
time, so a large network is written in several blocks. An arrow from a box of another block comes from a small
one that bears its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.handouts.schedule.gantt_chart import Bar, GanttChart
from pathwayctl.handouts.schedule.network_chart import Edge, NetworkChart, NetworkNode, standing
from pathwayctl.language import phrase
from pathwayctl.rendering.plain_text import seen
from pathwayctl.wording import count, short_day

ROWS: Final = 100
"""Bars of one drawing. Mermaid refuses text of more than 50,000 characters, and longer ones are no help."""
LONGEST: Final = 120
"""The most letters of a name; the table has the whole name."""
FORMATS: Final = ((2 * 366, "%Y"), (92, "%b %Y"), (0, "%b %d"))
"""How the days below the drawing are written, for charts of more days than the number."""

_SIGNS: Final = str.maketrans(
    {":": " -", ";": ",", "%": " percent"} | dict(zip('#<>`"\\{}[]', " ‹›''/()()", strict=True))
)


def gantt(chart: GanttChart) -> Iterator[str]:
    """Code blocks, each with some of the bars."""
    for part in diagrams(chart):
        yield "\n".join(["```mermaid", *part, "```"])


def diagrams(chart: GanttChart) -> Iterator[list[str]]:
    """The lines of each drawing: of one, or of a long chart of several, each with some of the bars."""
    for first in range(0, len(chart.bars), ROWS):
        yield list(_lines(chart, first, ROWS))


def plain_name(text: str) -> str:
    """A name without the signs that mean something to Mermaid."""
    words = " ".join(seen(text).translate(_SIGNS).split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def _lines(chart: GanttChart, first: int, rows: int) -> Iterator[str]:
    days = (chart.finish - chart.start).days
    yield "gantt"
    yield "    dateFormat YYYY-MM-DD"
    yield f"    axisFormat {next(form for least, form in FORMATS if days >= least or not least)}"
    yield "    todayMarker off"
    section = next((_section(bar) for bar in reversed(chart.bars[:first]) if _is_section(bar)), "")
    if section and not _is_section(chart.bars[first]):
        yield f"    section {phrase('{name}, continued', name=section)}"
    for number, bar in enumerate(chart.bars[first : first + rows], first + 1):
        heading = _section(bar)
        if _is_section(bar):
            section = heading
            yield f"    section {heading}"
        if bar.kind != "summary" or not _has_parts(chart.bars, number):
            if not bar.depth and section and not _is_section(bar):
                section = ""
                other = phrase("Milestones") if bar.kind == "milestone" else phrase("Other work")
                yield f"    section {other}"
            yield f"    {_task(bar, number)}"


def _has_parts(bars: Sequence[Bar], below: int) -> bool:
    """Whether the bar above a position has bars of its own there."""
    return below < len(bars) and bars[below].depth > bars[below - 1].depth


def _is_section(bar: Bar) -> bool:
    return bar.kind == "summary" and bar.depth == 0


def _section(bar: Bar) -> str:
    return plain_name(f"{bar.wbs} {bar.label}") or phrase("Work")


def _task(bar: Bar, number: int) -> str:
    """``1.2 Sign the agreement :crit, active, t3, 2027-01-04, 12d``; Mermaid wants this order."""
    marks = [
        "crit" if bar.critical else "",
        "done" if bar.complete >= 100 else "active" if bar.complete else "",
        "milestone" if bar.kind == "milestone" else "",
    ]
    length = 0 if bar.kind == "milestone" else (bar.finish - bar.start).days + 1
    data = [mark for mark in marks if mark] + [f"t{number}", bar.start.isoformat(), f"{max(length, 0)}d"]
    name = plain_name(f"{bar.wbs or '·'} {bar.label}")
    return f"{name} :{', '.join(data)}"


BOXES: Final = 80
ARROWS: Final = 400
"""Boxes and arrows of one block, at the most."""
_SHAPES: Final = {"milestone": ("{{", "}}"), "begin": ("([", "])"), "end": ("([", "])")}


def network_blocks(chart: NetworkChart) -> Iterator[str]:
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
    lines += [
        f'    m{place}(["{phrase("{number:,} more", number=more)}"]) --> n{place}'
        for place, more in left
        if more > 0
    ]
    return "\n".join([*lines, "```"])


def _box(node: NetworkNode, place: int) -> str:
    opening, closing = _SHAPES.get(node.kind, ("[", "]"))
    days = short_day(node.start)
    if node.finish != node.start:
        days = phrase("{start} to {finish}", start=days, finish=short_day(node.finish))
    parts = (
        plain_name(f"{node.name} {node.title}"),
        days,
        count(node.days, "day") if node.kind == "task" else "",
        standing(node),
    )
    return f'n{place}{opening}"{"<br/>".join(filter(None, parts))}"{closing}'


def _arrow(edge: Edge) -> str:
    line = "-.->" if edge.member else "==>" if edge.critical else "-->"
    return f"n{edge.before} {line}{f'|{edge.words}|' if edge.words else ''} n{edge.after}"
