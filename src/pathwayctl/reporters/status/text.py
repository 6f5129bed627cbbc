"""The status on a terminal: a title, then a short section for each thing that needs attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.reporters.lines import GAP, WIDEST, Line, folded, head, line, listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.reporters.status.view import StatusSection, StatusView

_SHORTEST_KEY: Final = 12
"""Columns that the first one has at least; of a longer text in it, the beginning is shown."""


def write(view: StatusView, width: int) -> list[Line]:
    """The sections, and at the end what cannot be said and what to type next."""
    width = min(width, WIDEST)
    lines = [line((text, "bold")) for text in folded(view.title, width)]
    lines += [line(text) for text in folded(f"{view.subject}.", width)]
    for section in view.sections():
        lines += [line(), *_section(section, width)]
    notes = [line((part, "dim")) for note in view.notes() for part in folded(note, width)]
    return [*lines, *([line(), *notes] if notes else [])]


def _section(section: StatusSection, width: int) -> Iterator[Line]:
    style = "bold red" if section.late else "bold"
    yield from (line((part, style)) for part in folded(section.title, width))
    for sentence in section.sentences:
        yield from (line(GAP, part) for part in folded(sentence, width - len(GAP)))
    if section.rows:
        keys = [head(key, max(_SHORTEST_KEY, width // 3)) for key, _ in section.rows]
        texts = [text for _, text in section.rows]
        yield from listing([((key, "cyan"), text) for key, text in zip(keys, texts, strict=True)], width)
