"""From bytes to text: size, encoding, and characters that no text may hold.

Characters that must not be there are replaced by a space each, so that the rest of the file can be
read and every place in it stays where it was.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import Final

from pathwayctl.diagnostics import START, Position
from pathwayctl.source.file_rules import FORBIDDEN_CHARACTER, LARGEST_FILE, NOT_UTF8, TOO_LARGE, size_in_words
from pathwayctl.source.report import Report
from pathwayctl.source.writing_rules import NOT_A_SPACE

FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Control characters, a byte-order mark within the text, and the line breaks of YAML 1.1 that editors
do not show as such (next line, line separator, paragraph separator)."""

_ASCII: Final = bytes(range(128))
_CONTROL: Final = bytes(code for code in _ASCII if FORBIDDEN.match(chr(code)))
_FALSE_SPACES: Final = "\xa0\u2000-\u200b\u202f\u3000"
_FALSE_INDENT: Final = re.compile(
    rf"^[ \t]*([{_FALSE_SPACES}])[ \t{_FALSE_SPACES}]*(?=-[ \t]|[\w-]+:(?:\s|\Z))", re.MULTILINE
)
"""Spaces copied from web pages and word processors, before what looks like an entry."""
_UNUSUAL: Final = re.compile(f"{FORBIDDEN.pattern}|[{_FALSE_SPACES}]")
_LINE_BREAK: Final = re.compile(r"\r\n?|\n")


def decode(data: bytes, report: Report) -> str | None:
    """The text of a file, fit for reading, or nothing if it is too large or in another encoding."""
    if len(data) > LARGEST_FILE:
        report.add(TOO_LARGE, START, size_in_words(len(data)))
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or 0 in data[:2]:
        _not_utf8(report, START, "The file is saved as UTF-16 and not as UTF-8.")
        return None
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        _point_at_byte(data, error.start, report)
        return None
    return _cleaned(text, report) if _is_unusual(data) else text


def _is_unusual(data: bytes) -> bool:
    """Whether some character needs a closer look; each kind is looked at once, as files are long."""
    if len(data.translate(None, _CONTROL)) < len(data):
        return True
    kinds = set(data.translate(None, _ASCII).decode())
    return _UNUSUAL.search("".join(kinds)) is not None


def _not_utf8(report: Report, position: Position, message: str) -> None:
    report.add(NOT_UTF8, position, message, "Save it as UTF-8 (in your editor: “Save with encoding”).")


def _point_at_byte(data: bytes, start: int, report: Report) -> None:
    """Say which letter is in another encoding, and in which line: mostly it is one with an accent."""
    if len(data.translate(None, _CONTROL)) < len(data):
        hint = "Move it out of the project folder, or give it the ending of its own program."
        report.add(NOT_UTF8, START, "This is not a text file, whatever its name says.", hint)
        return
    before = data[:start].decode()
    breaks = [found.end() for found in _LINE_BREAK.finditer(before)]
    line, column = len(breaks) + 1, len(before) - (breaks[-1] if breaks else 0) + 1
    letter = data[start : start + 1].decode("cp1252", errors="replace")
    words = f", for the “{letter}” in line {line}" if letter.isalpha() or letter in "“”‘’–—…" else ""
    message = f"The file is not saved as UTF-8, but in an older way (such as Windows-1252){words}."
    _not_utf8(report, Position(line, column, line, column + 1), message)


def _cleaned(text: str, report: Report) -> str:
    """The text with a plain space for each character that must not be there."""
    found = False
    for sign, place in _places(FORBIDDEN, text):
        found = True
        message = f"There is a character here that cannot be seen: {_name(sign)}."
        report.add(FORBIDDEN_CHARACTER, place, message, "Delete it, and type the text around it again.")
    if found:
        text = FORBIDDEN.sub(" ", text)
    for _sign, place in _places(_FALSE_INDENT, text):
        message = "The line begins with a space that is not the one on the keyboard."
        report.add(NOT_A_SPACE, place, message, "Delete the spaces before the text and type them again.")
    return _FALSE_INDENT.sub(lambda indent: " " * len(indent[0]), text)


def _places(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, Position]]:
    """The characters that a pattern finds (its last group, or all of it), and their places."""
    line, begin, counted = 1, 0, 0
    for found in pattern.finditer(text):
        start = found.start(pattern.groups)
        for line_break in _LINE_BREAK.finditer(text, counted, start):
            line, begin = line + 1, line_break.end()
        counted = max(begin, start)
        column = start - begin + 1
        yield text[start], Position(line, column, line, column + 1)


def _name(character: str) -> str:
    import unicodedata  # needed only to name what should not be there

    return f"{unicodedata.name(character, 'control character').lower()} (U+{ord(character):04X})"
