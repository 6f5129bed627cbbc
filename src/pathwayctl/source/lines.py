"""The parser's complaints about colons, and about lines that do not line up."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.source.layout import content_above, spaces_hint
from pathwayctl.source.quotes import open_quote, something_after
from pathwayctl.source.quoting import cut, shown, with_quotes
from pathwayctl.source.report import Spot
from pathwayctl.source.trouble import Mark, Trouble
from pathwayctl.source.writing_rules import MISSING_COLON, OUT_OF_LINE, SECOND_COLON, UNREADABLE

_EMPTY_LIST: Final = re.compile(r"\s*(?P<name>[\w-]+):\s*\[\s*\]\s*(?:#.*)?")
_FIRST_COLON: Final = re.compile(r"(?:[^:#]|:(?=\S))+:[ \t]+(?=\S)")
_INDENT: Final = re.compile(r"^ *(?:-[ \t]+)*")
_COLON: Final = re.compile(r":(?:\s|$)")
_NO_SPACE: Final = re.compile(r"(?P<name>[\w-]+)[ \t]*:(?P<value>\S.*)")
_WORDS: Final = re.compile(r"(?P<name>[\w-]+|\"[^\"]*\"|'[^']*')[ \t]++(?P<value>.+)")


def second_colon(trouble: Trouble) -> Spot:
    """A colon after a complete value: in the same line, or because the line above is part of this one."""
    row, column = trouble.at
    if trouble.last_is_quoted and trouble.last_begin[0] < row:
        return open_quote(trouble, trouble.last_begin)
    first = _FIRST_COLON.match(trouble.line(row))
    if first and first.end() <= column:
        mark = (row, first.end())
        text = trouble.rest(mark)
        if text.startswith(("[", "{")):
            return trouble.spot(UNREADABLE, trouble.at, "There is a second colon on this line.", length=1)
        message = f"The colon within {shown(text)} makes it unclear where the text ends."
        return trouble.spot(SECOND_COLON, mark, message, with_quotes(text))
    above = content_above(trouble.lines, row)
    if above is not None and not _COLON.search(trouble.lines[above]):
        return _no_colon(trouble, above)
    return _out_of_line(trouble)


def no_colon(trouble: Trouble) -> Spot:
    """A line ended before the colon that should stand in it."""
    row, column = trouble.since
    line = trouble.line(row)
    if line[column : column + 1] in ("'", '"') and line.count(line[column]) % 2:
        return open_quote(trouble, trouble.since)
    return _no_colon(trouble, row, column)


def no_entry(trouble: Trouble) -> Spot:
    """A line is neither the next entry of the group or list that it stands in, nor the end of it."""
    return something_after(trouble) if trouble.before.strip() else _out_of_line(trouble)


def _no_colon(trouble: Trouble, row: int, column: int = 0) -> Spot:
    line = trouble.line(row)
    column = max(column, len(line) - len(_INDENT.sub("", line)))
    mark: Mark = (row, column)
    text = trouble.rest(mark)
    joined, words = _NO_SPACE.fullmatch(text), _WORDS.fullmatch(text)
    if text.startswith("-") and not text.startswith("--"):
        hint = f"Write “- {cut(text[1:])}”."
        return trouble.spot(UNREADABLE, mark, f"There is no space after the dash in {shown(text)}.", hint)
    if joined:
        hint = f"Write “{joined['name']}: {cut(joined['value'])}”."
        return trouble.spot(MISSING_COLON, mark, f"There is no space after the colon in {shown(text)}.", hint)
    hint = f"Write “{text}:” and a value after it."
    if words:
        hint = f"Write “{words['name']}: {cut(words['value'])}”, or indent it more if the text above goes on."
    return trouble.spot(MISSING_COLON, mark, f"There is no colon in {shown(text)}.", hint)


def _out_of_line(trouble: Trouble) -> Spot:
    row = trouble.at[0]
    line = trouble.line(row)
    mark = (row, len(line) - len(line.lstrip(" ")))
    text = trouble.rest(mark)
    if text.startswith(":"):
        return trouble.spot(
            MISSING_COLON, mark, "There is no name before this colon.", "Write a name before it."
        )
    message = f"{shown(text)} does not line up with the lines above it."
    hint = spaces_hint(trouble.lines, row)
    if not hint and text.startswith("-"):
        hint = _list_above(trouble, row)
    return trouble.spot(OUT_OF_LINE, mark, message, hint)


def _list_above(trouble: Trouble, row: int) -> str:
    """What to do about an entry of no list; often the line above still says that it is empty."""
    above = content_above(trouble.lines, row)
    empty = _EMPTY_LIST.fullmatch(trouble.line(above)) if above is not None else None
    if empty:
        return f"Take “[]” away behind “{empty['name']}:” in the line above it."
    return "Put the name of the list and a colon on the line above it, or delete the dash."
