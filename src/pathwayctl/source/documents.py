"""What stands before and after the one document of a file."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.diagnostics import Position
from pathwayctl.source.file_rules import DIRECTIVE, SECOND_DOCUMENT
from pathwayctl.source.quoting import shown
from pathwayctl.source.report import Report
from pathwayctl.source.writing_rules import AFTER_QUOTE

_BLANK: Final = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_DOTS: Final = re.compile(r"\.\.\.(?=\s|\Z)")
_LINE_END: Final = re.compile(r"\r\n?|\n|\Z")


def begins_with_order(text: str, report: Report) -> bool:
    """Whether the first line with content is an order to programs (``%YAML 1.1``), which is then reported."""
    start = _content(text, 0)
    if not text.startswith("%", start):
        return False
    line = _line(text, start)
    message = f"The line {shown(line)} begins with a percent sign."
    report.add(DIRECTIVE, _place(text, start, len(line)), message)
    return True


def goes_on(text: str, end: int, report: Report) -> bool:
    """Whether anything but comments follows the document's end in the text, which is then reported."""
    start, ended = _content(text, end), False
    while _DOTS.match(text, start):
        start, ended = _content(text, start + len("...")), True
    if start == len(text):
        return False
    line = _line(text, start)
    position = _place(text, start, len(line))
    if ended or line.startswith("---"):
        report.add(SECOND_DOCUMENT, position, f"A second document begins here, with {shown(line)}.")
    else:
        message = f"The file is complete before {shown(line)}, so this belongs to nothing."
        report.add(AFTER_QUOTE, position, message, "Delete it, or move it into the brackets or quotes above.")
    return True


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
