"""The style of all pages, and the check of what a project adds to it.

A project's style is cleaned, read as CSS and written back before it is checked: what is checked is the
very text that goes onto the page, with every escape in it resolved and every bracket closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pathwayctl import assets
from pathwayctl.rendering.fonts import font_faces
from pathwayctl.rendering.loader import own_folder, read_inside
from pathwayctl.rendering.mistakes import TemplateMistake, UnfitError
from pathwayctl.rendering.plain_text import seen

if TYPE_CHECKING:
    from tinycss2.ast import Node

OWN_STYLE: Final = "style.css"
FETCHING: Final = frozenset({"url", "src", "image", "image-set", "image-rect", "cross-fade"})
"""Functions of CSS that name a file to load, without the prefixes that browsers put before them."""
DEEPEST: Final = 50
"""Brackets inside brackets."""
_PREFIX: Final = re.compile(r"\A-\w+-")


def stylesheet(project: Path | None) -> str | TemplateMistake:
    """The built-in style and, after it, the project's ``templates/style.css`` if there is one."""
    built_in = font_faces() + (assets.templates() / "html" / "style.css").read_text(encoding="utf-8")
    folder = own_folder(project)
    try:
        own = read_inside(folder, OWN_STYLE) if folder else None
        return built_in if own is None else f"{built_in}\n{_checked(own)}"
    except StyleError as error:
        return TemplateMistake(f"templates/{OWN_STYLE}", error.line, error.message, error.hint)
    except UnfitError as error:
        return TemplateMistake(f"templates/{OWN_STYLE}", 1, error.message, error.hint)


class StyleError(UnfitError):
    """A mistake in a style, at a line (from 1)."""

    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.line = line


def _checked(source: str) -> str:
    """The style as it goes onto the page; raises ``StyleError`` where it may not."""
    from tinycss2 import serialize

    written = seen(serialize(_parsed(seen(source))))
    style = written.replace("</", r"<\/")  # "</style" would end the style wherever it occurs
    for node in _every(_parsed(style)):
        fetch = _fetch(node)
        if fetch:
            raise StyleError(
                node.source_line,
                f"“{fetch}” would load a file, and a page must not load anything.",
                "Take it out. Use colors, sizes, and the fonts that every computer has.",
            )
    return style


def _parsed(text: str) -> list[Node]:
    """The text as tokens of CSS; raises ``StyleError`` where it is none."""
    from tinycss2 import parse_component_value_list

    nodes: list[Node] = parse_component_value_list(text)
    for node in _every(nodes):
        if node.type == "error":
            raise StyleError(
                node.source_line,
                "This line cannot be read as a style.",
                "Check that every quotation mark and every bracket has its other half.",
            )
    return nodes


def _every(nodes: list[Node]) -> Iterator[Node]:
    """All tokens in order, with those inside brackets; raises ``StyleError`` for too many brackets."""
    waiting = [(node, 1) for node in reversed(nodes)]
    while waiting:
        node, depth = waiting.pop()
        yield node
        inside = getattr(node, "arguments", None) or getattr(node, "content", None) or ()
        if inside and depth == DEEPEST:
            raise StyleError(
                node.source_line,
                f"There are more than {DEEPEST} brackets inside each other here.",
                "Check that every { has its }.",
            )
        waiting += [(part, depth + 1) for part in reversed(inside)]


def _fetch(node: Node) -> str:
    """What in a token would load a file, as it is written; ``""`` for a harmless one."""
    match node.type:
        case "url":
            return "url()"
        case "function" if _PREFIX.sub("", node.lower_name) in FETCHING:
            return f"{node.lower_name}()"
        case "at-keyword" if node.lower_value == "import":
            return "@import"
    return ""
