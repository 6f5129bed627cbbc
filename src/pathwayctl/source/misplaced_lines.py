"""The parser's complaints about colons, and about lines that do not line up."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.diagnostics import Fix, Position
from pathwayctl.source.indentation import content_above, spaces_hint
from pathwayctl.source.parser_errors import Mark, Trouble
from pathwayctl.source.quotes import open_quote, something_after
from pathwayctl.source.quoting import cut, shown, typed
from pathwayctl.source.rules import MISSING_COLON, NOT_A_SPACE, OUT_OF_LINE, SECOND_COLON, UNREADABLE
from pathwayctl.source.text_report import Spot
from pathwayctl.wording import count

_EMPTY_LIST: Final = re.compile(r"\s*(?P<name>[\w-]+):\s*\[\s*\]\s*(?:#.*)?")
_FIRST_COLON: Final = re.compile(r"(?:[^:#]|:(?=\S))+:[ \t]+(?=\S)")
_INDENT: Final = re.compile(r"^ *(?:-[ \t]+)*")
_COLON: Final = re.compile(r":(?:\s|$)")
_NO_SPACE: Final = re.compile(r"(?P<name>[\w-]+)[ \t]*:(?P<value>\S.*)")
_TABBED: Final = re.compile(r"[ ]*\t")
_WIDE_ITEM: Final = re.compile(r"[ ]*(?P<dash>-)[ ]{2,}(?=[^ ])")
_TIGHT_ITEM: Final = re.compile(r"[ ]*-[A-Za-z_][\w-]*:(?:\s|\Z)")
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
        return trouble.in_quotes(SECOND_COLON, mark, text, message)
    above = content_above(trouble.lines, row)
    if above is not None and not _COLON.search(trouble.lines[above]):
        return _no_colon(trouble, above)
    return _out_of_line(trouble)


def no_colon(trouble: Trouble) -> Spot:
    """A line ended before the colon that it needs."""
    row, column = trouble.since
    line = trouble.line(row)
    if line[column : column + 1] in ("'", '"') and line.count(line[column]) % 2:
        return open_quote(trouble, trouble.since)
    return _no_colon(trouble, row, column)


def no_entry(trouble: Trouble) -> Spot:
    """A line is neither the next entry of its group or list, nor the end of it."""
    return something_after(trouble) if trouble.before.strip() else _out_of_line(trouble)


def tab_before(trouble: Trouble, row: int) -> Spot:
    """A tab before the text of a line, and usually of other lines too."""
    others = sum(1 for each in trouble.lines if _TABBED.match(each)) - 1
    more = f" and of {count(others, 'other')}" if others > 0 else ""
    message = f"There is a tab before the text of this line{more}."
    hint = "Delete it, and type spaces with the space bar."
    column = max(trouble.line(row).find("\t"), 0)
    return trouble.spot(NOT_A_SPACE, (row, column), message, hint, length=1)


def _no_colon(trouble: Trouble, row: int, column: int = 0) -> Spot:
    line = trouble.line(row)
    column = max(column, len(line) - len(_INDENT.sub("", line)))
    mark: Mark = (row, column)
    text = trouble.rest(mark)
    if text.startswith("-") and not text.startswith("--"):
        return _no_space(trouble, mark, text)
    joined, words = _NO_SPACE.fullmatch(text), _WORDS.fullmatch(text)
    if joined:
        new = f"{joined['name']}: {joined['value']}"
        message = f"There is no space after the colon in {shown(text)}."
        repaired = trouble.fix(mark, text, new)
        return trouble.spot(MISSING_COLON, mark, message, f"Write {typed(new)}.", fix=repaired)
    hint = f"Write “{cut(text)}:” and a value after it."
    fix: Fix | None = None
    if words:
        new = f"{words['name']}: {words['value']}"
        hint = f"Write {typed(new)}, or indent it more if the text above goes on."
        fix = trouble.fix(mark, text, new, sure=False)  # it may be more of the text above
    return trouble.spot(MISSING_COLON, mark, f"There is no colon in {shown(text)}.", hint, fix=fix)


def _no_space(trouble: Trouble, mark: Mark, text: str) -> Spot:
    """A hyphen runs into the entry that it begins."""
    new = f"- {text[1:]}"
    message = f"There is no space after the hyphen in {shown(text)}."
    fix = trouble.fix(mark, text, new)
    return trouble.spot(UNREADABLE, mark, message, f"Write {typed(new)}.", fix=fix)


def _out_of_line(trouble: Trouble) -> Spot:
    row = trouble.at[0]
    line = trouble.line(row)
    mark = (row, len(line) - len(line.lstrip(" ")))
    text = trouble.rest(mark)
    if text.startswith(":"):
        return trouble.spot(
            MISSING_COLON, mark, "There is no name before this colon.", "Write a name before it."
        )
    if _TABBED.match(line):
        return tab_before(trouble, row)
    tight = _tight_item(trouble, row)
    if tight is not None:
        line = trouble.line(tight)
        mark = (tight, len(line) - len(line.lstrip(" ")))
        return _no_space(trouble, mark, trouble.rest(mark))
    wide = _wide_item(trouble, row, mark[1])
    if wide is not None:
        return wide
    message = f"{shown(text)} does not line up with the lines above it."
    hint, column, sure = spaces_hint(trouble.lines, row)
    if hint:
        fix = Fix(Position(row + 1, 1, row + 1, mark[1] + 1), " " * column, sure)
        return trouble.spot(OUT_OF_LINE, mark, message, hint, fix=fix)
    if text.startswith("-"):
        hint = _list_above(trouble, row)
    return trouble.spot(OUT_OF_LINE, mark, message, hint)


def _wide_item(trouble: Trouble, row: int, indent: int) -> Spot | None:
    """What is wrong if the line above begins an entry with too many spaces: ``-  id: maria``."""
    above = content_above(trouble.lines, row)
    found = _WIDE_ITEM.match(trouble.line(above)) if above is not None else None
    if above is None or not found or found.end("dash") + 1 != indent:
        return None
    mark = (above, found.start("dash"))
    text = trouble.rest(mark)
    new = f"- {text[1:].lstrip(' ')}"
    message = f"There are too many spaces before {shown(new[2:])}: the lines below do not line up with it."
    fix = trouble.fix(mark, text, new)
    return trouble.spot(OUT_OF_LINE, mark, message, f"Write {typed(new)}.", fix=fix)


def _tight_item(trouble: Trouble, row: int) -> int | None:
    """The line, this or the one above, that begins an entry without a space: ``-id: maria``."""
    above = content_above(trouble.lines, row)
    rows = [row, *([] if above is None else [above])]
    return next((each for each in rows if _TIGHT_ITEM.match(trouble.line(each))), None)


def _list_above(trouble: Trouble, row: int) -> str:
    """What to do about an entry of no list; often the line above still says that it is empty."""
    above = content_above(trouble.lines, row)
    empty = _EMPTY_LIST.fullmatch(trouble.line(above)) if above is not None else None
    if empty:
        return f"Take “[]” away behind “{empty['name']}:” in the line above it."
    return "Put the name of the list and a colon on the line above it, or delete the dash."
