"""Changes as Markdown, for a comment on a pull request, a wiki, or an e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.rendering.markdown import text
from pathwayctl.reporters.lines import Line, line

if TYPE_CHECKING:
    from pathwayctl.reporters.changes.view import ChangesReport


def write(report: ChangesReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """A heading, and a list for each topic."""
    parts = [f"## {text(report.heading)}"]
    if not report.topics:
        parts.append("Nothing has changed.")
    for topic in report.topics:
        items = "\n".join(f"- {text(said)}" for said in report.shown(topic))
        parts += [f"### {text(topic.title)}", items]
    parts += [text(said) for said in report.notes()]
    return [line(row) for row in "\n\n".join(parts).split("\n")]
