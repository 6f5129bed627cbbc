"""From bytes to text: size, encoding, and characters that no text may hold.

Characters that must not be there are replaced by a space each, so that the rest of the file can be
read and every place in it stays where it was.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from functools import cache, partial
from typing import Final

from pathwayctl.diagnostics import START, Fix, Position
from pathwayctl.source.character_sets import ALIKE_LETTERS, FALSE_SPACES, LONE_JOINER, UNSEEN
from pathwayctl.source.quoting import LONGEST_HINT, shown, typed
from pathwayctl.source.rules import (
    FORBIDDEN_CHARACTER,
    LARGEST_FILE,
    LOOK_ALIKE,
    NOT_A_SPACE,
    NOT_UTF8,
    TOO_LARGE,
    size_in_words,
)
from pathwayctl.source.text_report import TextReport

_FORBIDDEN: Final = (
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff{UNSEEN}]|{LONE_JOINER}"
)
"""Control characters, a byte-order mark within the text, the line breaks of YAML 1.1 that editors do not
show as such (next line, line separator, paragraph separator), and characters of no width."""

_ASCII: Final = bytes(range(128))
CONTROL: Final = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))
"""The control characters among them that are ASCII."""
_FALSE_INDENT: Final = rf"(?m)^[ \t]*([{FALSE_SPACES}])[ \t{FALSE_SPACES}]*(?=-[ \t]|[\w-]+:(?:\s|\Z))"
"""Spaces copied from web pages and word processors, before what looks like an entry."""
_UNUSUAL: Final = f"{_FORBIDDEN}|[{FALSE_SPACES}\u200c\u200d{ALIKE_LETTERS}]"
_COMMENT_LINE: Final = re.compile(r"[ \t]*#")
_LINE_BREAK: Final = re.compile(r"\r\n?|\n")


@cache
def forbidden() -> re.Pattern[str]:
    """What finds characters that no text may hold; made when it is needed, as it takes long to make."""
    return re.compile(_FORBIDDEN, re.MULTILINE)


def decode(data: bytes, report: TextReport) -> str | None:
    """The text of a file, fit for reading; ``None`` if it is too large or in another encoding."""
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


def lines_of(data: bytes) -> list[str]:
    """The lines of a file as they are written, counted as all places count them."""
    return _LINE_BREAK.split(data.removeprefix(BOM_UTF8).decode(errors="replace"))


def _is_unusual(data: bytes) -> bool:
    """Whether some character needs a closer look; each kind is looked at once, as files are long."""
    if len(data.translate(None, CONTROL)) < len(data):
        return True
    kinds = set(data.translate(None, _ASCII).decode())
    return bool(kinds) and re.search(_UNUSUAL, "".join(kinds)) is not None


def _not_utf8(report: TextReport, position: Position, message: str) -> None:
    report.add(NOT_UTF8, position, message, "Save it as UTF-8 (in your editor: “Save with encoding”).")


def _point_at_byte(data: bytes, start: int, report: TextReport) -> None:
    """Say which letter is in another encoding, and in which line: mostly it is one with an accent."""
    if len(data.translate(None, CONTROL)) < len(data):
        hint = "Move it out of the project folder, or give it the file extension of its program."
        report.add(NOT_UTF8, START, "This is not a text file, whatever its name says.", hint)
        return
    before = data[:start].decode()
    breaks = [found.end() for found in _LINE_BREAK.finditer(before)]
    line, column = len(breaks) + 1, len(before) - (breaks[-1] if breaks else 0) + 1
    letter = data[start : start + 1].decode("cp1252", errors="replace")
    words = f", for the “{letter}” in line {line}" if letter.isalpha() or letter in "“”‘’–—…" else ""
    message = f"The file is not saved as UTF-8, but in an older way (such as Windows-1252){words}."
    _not_utf8(report, Position(line, column, line, column + 1), message)


def _cleaned(text: str, report: TextReport) -> str:
    """The text as it is read.

    A plain space replaces each character that must not be there, and a Latin letter replaces each that
    only looks like one.
    """
    text = _without_forbidden(text, report)
    false_indent = re.compile(_FALSE_INDENT)  # here, as few files need it
    for _word, place, _line in _places(false_indent, text):
        message = "The line begins with a space that is not the one on the keyboard."
        hint = "Delete the spaces before the text and type them again."
        report.add(NOT_A_SPACE, place, message, hint, Fix(place, " "))
    text = false_indent.sub(lambda indent: " " * len(indent[0]), text)
    return _with_latin_letters(text, report)


def _without_forbidden(text: str, report: TextReport) -> str:
    from pathwayctl.source.lookalikes import described  # few files need it

    visible = cache(partial(forbidden().sub, ""))  # a long line may hold many of them
    found = False
    for sign, place, line in _places(forbidden(), text):
        found = True
        message = f"There is a character here that cannot be seen: {described(sign)}."
        hint = f"Delete it, so that the line reads {typed(visible(line))}."
        report.add(FORBIDDEN_CHARACTER, place, message, hint, Fix(place, ""))
    return forbidden().sub(" ", text) if found else text


def _with_latin_letters(text: str, report: TextReport) -> str:
    from pathwayctl.source.lookalikes import MIXED_WORD, mistaken, plain_letters  # few files need it

    for word, place, line in _places(MIXED_WORD, text):
        if _COMMENT_LINE.match(line):
            continue
        plain = plain_letters(word)
        letter = next(each for each in word if not each.isascii())
        message = f"In {shown(word)}, {mistaken(letter)}"
        report.add(LOOK_ALIKE, place, message, f"Write {plain}, with Latin letters only.", Fix(place, plain))
    return MIXED_WORD.sub(lambda found: plain_letters(found[0]), text)


def _places(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, Position, str]]:
    """The stretches that a pattern finds (its last group, or all of it), their places and lines.

    Of a long line its beginning is given.
    """
    line, begin, end = 1, 0, -1
    whole = ""
    for found in pattern.finditer(text):
        start = found.start(pattern.groups)
        if start > end:
            for line_break in _LINE_BREAK.finditer(text, begin, start):
                line, begin = line + 1, line_break.end()
            line_end = _LINE_BREAK.search(text, start)
            end = line_end.start() if line_end else len(text)
            whole = text[begin : min(end, begin + 2 * LONGEST_HINT)]
        column = start - begin + 1
        word = found[pattern.groups]
        yield word, Position(line, column, line, column + len(word)), whole
