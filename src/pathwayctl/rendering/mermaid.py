"""A bar chart of a schedule as Mermaid text, which GitHub draws.

Mermaid has no way to write its own signs inside a name, so they are replaced. It shows no
dependencies; those are in the table beside the chart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.handouts.schedule.gantt_chart import Bar, GanttChart
from pathwayctl.rendering.plain_text import seen

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
        yield f"    section {section}, continued"
    for number, bar in enumerate(chart.bars[first : first + rows], first + 1):
        heading = _section(bar)
        if _is_section(bar):
            section = heading
            yield f"    section {heading}"
        elif bar.kind != "summary":
            if not bar.depth and section:
                section = ""
                yield "    section Other work"
            yield f"    {_task(bar, number)}"


def _is_section(bar: Bar) -> bool:
    return bar.kind == "summary" and bar.depth == 0


def _section(bar: Bar) -> str:
    return plain_name(f"{bar.wbs} {bar.label}") or "Work"


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
