"""Mistakes in a project's own templates, shown as all other findings are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pathwayctl.diagnostics import Finding, Position

if TYPE_CHECKING:
    from pathwayctl.rendering.mistakes import TemplateMistake


def findings_of(
    mistakes: Iterable[TemplateMistake], root: Path
) -> tuple[tuple[Finding, ...], dict[str, bytes]]:
    """A finding for each mistake, in order, and the texts of the templates that they point into."""
    texts: dict[str, bytes] = {}
    found = []
    for one in mistakes:
        text = texts.setdefault(one.file, _text(root, one.file))
        found.append(_finding(one, text.decode().split("\n")))
    return tuple(sorted(found, key=lambda finding: finding.order)), texts


def _text(root: Path, file: str) -> bytes:
    """The text of a template, or an empty text for one that cannot be read, as its mistake says."""
    from pathwayctl.rendering.loader import own_folder, read_inside
    from pathwayctl.rendering.mistakes import UnfitError

    folder, name = own_folder(root), file.removeprefix("templates/")
    try:
        return (read_inside(folder, name) or "").encode() if folder else b""
    except UnfitError:
        return b""


def _finding(one: TemplateMistake, lines: list[str]) -> Finding:
    """The finding of a mistake: only its line is known, so it covers the whole line."""
    from pathwayctl.rendering.mistakes import BAD_TEMPLATE

    text = lines[one.line - 1] if one.line <= len(lines) else ""
    column = len(text) - len(text.lstrip()) + 1
    place = Position(one.line, column, one.line, max(column, len(text.rstrip())) + 1)
    return Finding(BAD_TEMPLATE.code, BAD_TEMPLATE.severity, one.message, one.hint, one.file, place)
