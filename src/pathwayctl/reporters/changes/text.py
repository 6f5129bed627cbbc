"""Changes as text for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.reporters.lines import WIDEST, Line, folded, line

if TYPE_CHECKING:
    from pathwayctl.reporters.changes.view import ChangesReport


def write(report: ChangesReport, width: int) -> list[Line]:
    """A heading, and the lines of each topic under its own; notes at the end."""
    room = min(width, WIDEST)
    lines = [line((row, "bold")) for row in folded(report.heading, room)]
    if not report.topics:
        lines += [line(), line("Nothing has changed.")]
    for topic in report.topics:
        lines += [line(), line((topic.title, "bold"))]
        for said in report.shown(topic):
            first, *others = folded(said, room - 4)
            lines += [line(f"  - {first}"), *(line(f"    {row}") for row in others)]
    for said in report.notes():
        lines += [line(), *(line(row) for row in folded(said, room))]
    return lines
