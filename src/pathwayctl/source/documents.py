"""What stands before and after the one document of a file."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.diagnostics import Position
from pathwayctl.source.file_rules import DIRECTIVE, SECOND_DOCUMENT
from pathwayctl.source.quoting import shown
from pathwayctl.source.text_report import Spot
from pathwayctl.source.writing_rules import AFTER_QUOTE

_BLANK: Final = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_DOTS: Final = re.compile(r"\.\.\.(?=\s|\Z)")
_LINE_END: Final = re.compile(r"\r\n?|\n|\Z")


def order(text: str) -> Spot | None:
    """What is wrong if the first line with content is an order to programs (``%YAML 1.1``)."""
    start = _content(text, 0)
    if not text.startswith("%", start):
        return None
    line = _line(text, start)
    message = f"The line {shown(line)} begins with a percent sign."
    return Spot(DIRECTIVE, _place(text, start, len(line)), message, DIRECTIVE.page.fix)


def second_document(text: str, end: int) -> Spot | None:
    """What is wrong if anything but comments follows the document's end in the text."""
    start, ended = _content(text, end), False
    while _DOTS.match(text, start):
        start, ended = _content(text, start + len("...")), True
    if start == len(text):
        return None
    line = _line(text, start)
    position = _place(text, start, len(line))
    if ended or line.startswith("---"):
        message = f"A second document begins here, with {shown(line)}."
        return Spot(SECOND_DOCUMENT, position, message, SECOND_DOCUMENT.page.fix)
    message = f"The file is complete before {shown(line)}, so this belongs to nothing."
    hint = "Delete it, or move it into the brackets or quotes above."
    return Spot(AFTER_QUOTE, position, message, hint)


def _content(text: str, start: int) -> int:
    """Where the next thing that is neither blank nor a comment begins, or the end of the text."""
    found = _BLANK.match(text, start)
    return found.end() if found else start


def _line(text: str, start: int) -> str:
    found = _LINE_END.search(text, start)
    return text[start : found.start() if found else None].rstrip()


def _place(text: str, start: int, length: int) -> Position:
    breaks = [found.end() for found in _LINE_END.finditer(text, 0, start) if found.end() > found.start()]
    line, column = len(breaks) + 1, start - (breaks[-1] if breaks else 0) + 1
    return Position(line, column, line, column + length)
