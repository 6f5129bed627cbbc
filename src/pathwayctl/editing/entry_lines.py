"""The lines around an entry: where they begin and end, which comments belong to it, and where one can insert.

A comment belongs to an entry if it is directly above it with the same indentation and no blank line
between. A comment behind a value goes with the value. Comments between the lines of an entry are part of
it, and so are those below its last line that are indented more than it is. All others stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from pathwayctl.editing.nodes import Node

_LINE_END: Final = re.compile(r"\r\n|\r|\n|\Z")
_FIRST_BREAK: Final = re.compile(r"\r\n|\r|\n")
_COMMENT: Final = re.compile(r"(?:^|[ \t])#", re.MULTILINE)
_COLON: Final = re.compile(r"[ \t]*:")
_NESTED: Final = re.compile(r"^( *)[\w-]+:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *)- ", re.MULTILINE)


class Splice(NamedTuple):
    """A stretch of a text to replace, in characters, and its replacement."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with all replacements made; those at the same place come in their order."""
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(splices, key=lambda one: one[:2]):
        parts += (text[done:start], new)
        done = end
    parts.append(text[done:])
    return "".join(parts)


def newline_of(text: str) -> str:
    """The line break that a text uses first; a line feed if it has one line."""
    found = _FIRST_BREAK.search(text)
    return found[0] if found else "\n"


def line_start(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends, before its line break."""
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)


def next_line(text: str, at: int) -> int:
    """Where the line after that of a place begins, or the end of the text."""
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)


def column_of(text: str, at: int) -> int:
    """The column of a place, from 0."""
    return at - line_start(text, at)


def has_comment(text: str) -> bool:
    """Whether a stretch of text may hold a comment."""
    return _COMMENT.search(text) is not None


def entry_start(text: str, parent: Node, number: int) -> int:
    """Where an entry begins: its key, its item in brackets, or the hyphen of its item."""
    key, value = parent.pairs()[number]
    if key is not None:
        return key.start
    if parent.flow:
        return value.start
    start = line_start(text, value.start)
    while True:
        before = text[start : start + parent.column + 1]
        if before[parent.column :] == "-" and not before.strip(" -"):
            return start + parent.column
        start = line_start(text, start - 1)


def is_inline(text: str, start: int) -> bool:
    """Whether something is written before a place on its line, such as the hyphen of ``- id: a``."""
    return bool(text[line_start(text, start) : start].strip(" "))


def owned_start(text: str, start: int) -> int:
    """Where the lines of an entry begin: with the comments directly above it."""
    column = column_of(text, start)
    begin = line_start(text, start)
    while begin:
        above = line_start(text, begin - (2 if text[begin - 2 : begin] == "\r\n" else 1))
        line = text[above:begin]
        if len(line) - len(line.lstrip(" ")) != column or not line.lstrip(" ").startswith("#"):
            break
        begin = above
    return begin


def owned_end(text: str, at: int, column: int) -> int:
    """Where the last line of an entry ends: with the comments below that are indented more than it is."""
    end, start = line_end(text, at), next_line(text, at)
    while start < len(text):
        line = text[start : line_end(text, start)]
        bare = line.lstrip(" ")
        if bare.strip():
            if not bare.startswith("#") or len(line) - len(bare) <= column:
                break
            end = start + len(line)
        start = next_line(text, start)
    return end


def deeper_comment_below(text: str, at: int, column: int) -> bool:
    """Whether the next line with text is a comment that is indented more than a column."""
    return owned_end(text, at, column) > line_end(text, at)


def blank_above(text: str, start: int) -> bool:
    """Whether the line above the one that begins at a place is blank."""
    if not start:
        return False
    above = line_start(text, start - (2 if text[start - 2 : start] == "\r\n" else 1))
    return not text[above:start].strip()


def after_colon(text: str, key: Node) -> int:
    """The place just after the colon of a key."""
    found = _COLON.match(text, key.end)
    return found.end() if found else key.end


def list_indent(text: str) -> int:
    """By how many columns a text indents lists below their keys: 0 or more; 2 if it has none."""
    found = _NESTED.search(text)
    return max(len(found[2]) - len(found[1]), 0) if found else 2
