"""The status as Markdown, for wikis, issues, and e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.rendering.markdown import text, write_page
from pathwayctl.rendering.pages import Frame, Page
from pathwayctl.reporters.lines import Line, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.reporters.status.view import StatusSection, StatusView


def write(view: StatusView, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """A page with a heading and a list for each section."""
    parts = [write_page(Page(view.subject, ()), Frame(view.title)).rstrip("\n")]
    for section in view.sections():
        parts += _section(section)
    parts += [f"> {text(note)}" for note in view.notes()]
    return [line(row) for part in parts for row in (*part.split("\n"), "")][:-1]


def _section(section: StatusSection) -> Iterator[str]:
    yield f"## {text(section.title)}"
    yield from (text(sentence) for sentence in section.sentences)
    if section.rows:
        yield "\n".join(
            f"- **{text(key)}** {text(said)}" if key else f"  - {text(said)}" for key, said in section.rows
        )
