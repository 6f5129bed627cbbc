"""The style of all pages, and the check of what a project adds to it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from pathwayctl import assets
from pathwayctl.rendering.loader import own_folder, read_inside
from pathwayctl.rendering.mistakes import TemplateMistake, UnfitError

OWN_STYLE: Final = "style.css"

_CODED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t]?|(.))")
_FETCHING = re.compile(r"@import|\b(?:url|src|image|image-set|cross-fade)\s*\(", re.IGNORECASE)


def stylesheet(project: Path | None) -> str | TemplateMistake:
    """The built-in style and, after it, the project's ``templates/style.css`` if there is one."""
    built_in = (assets.templates() / "html" / "style.css").read_text(encoding="utf-8")
    folder = own_folder(project)
    try:
        own = read_inside(folder, OWN_STYLE) if folder else None
    except UnfitError as error:
        return TemplateMistake(f"templates/{OWN_STYLE}", 1, error.message, error.hint)
    if own is None:
        return built_in
    harmless = own.replace("</", r"<\/")  # "</style" would end the style
    return _fetched(own) or f"{built_in}\n{harmless}"


def _fetched(style: str) -> TemplateMistake | None:
    """A page stands by itself: a style that would fetch something from elsewhere is refused."""
    decoded = _CODED.sub(_decoded, style)
    found = _FETCHING.search(decoded)
    if not found:
        return None
    return TemplateMistake(
        f"templates/{OWN_STYLE}",
        decoded.count("\n", 0, found.start()) + 1,
        f"“{found[0]}” would fetch something from elsewhere, and a page stands by itself.",
        "Leave it out; use colors, sizes and the fonts that every computer has.",
    )


def _decoded(found: re.Match[str]) -> str:
    """A character that the style writes as a code: a backslash and 75 for ``u``."""
    if not found[1]:
        return found[2]
    number = int(found[1], 16)
    return chr(number) if number < 0x110000 else ""
