"""The splices that set, insert, and remove one value in the tree of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from pathwayctl.editing.edits import CannotEditError
from pathwayctl.editing.entry_lines import (
    Splice,
    after_colon,
    blank_above,
    entry_start,
    has_comment,
    is_inline,
    line_end,
    line_start,
    next_line,
    owned_end,
    owned_start,
)
from pathwayctl.editing.nodes import Node
from pathwayctl.editing.yaml_text import Style, beside_key, block_text, inline, item, pair, scalar

_BEHIND_MARK: Final = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)")
Lines = str
"""The text of a new entry; its first line is not indented, and the others are as deep as they must be."""


def replace_value(text: str, parent: Node, number: int, value: Any, style: Style) -> list[Splice]:
    """Replace an entry's value."""
    key, old = parent.pairs()[number]
    new = _with_comment(text, old, _new_text(text, parent, number, value, style), style)
    if old.is_empty:
        at = line_end(text, old.end) if new.startswith(style.newline) else old.end
        return [Splice(at, at, new)]
    _keep_comments(text, old)
    if key is None or parent.flow:
        return [Splice(old.inner, old.end, new.lstrip(" "))]
    colon = after_colon(text, key)
    if new.startswith(style.newline):
        _keep_comments_between(text, colon, old)
        if old.is_block:
            return [Splice(colon, old.end, new)]
        at = line_end(text, old.end)
        return [Splice(colon, old.end, ""), Splice(at, at, new)]
    if old.is_block:
        _keep_comments_between(text, colon, old)
        return [Splice(colon, old.end, new)]
    return [Splice(old.inner, old.end, new.removeprefix(" "))]


def _with_comment(text: str, old: Node, new: str, style: Style) -> str:
    """A new value with the comment that was behind the mark of a block scalar: ``>-  # as agreed``."""
    if not old.open_end or old.kind != "scalar":
        return new
    found = _BEHIND_MARK.match(text, old.inner)
    first, *others = new.split(style.newline)
    return style.newline.join([first + (found[1] if found else ""), *others])


def _new_text(text: str, parent: Node, number: int, value: Any, style: Style) -> str:
    """A value as it replaces an entry's value, in the way in which that is written."""
    key, old = parent.pairs()[number]
    if parent.flow:
        return " " + (
            inline(value) if isinstance(value, list | dict) else scalar(value, flow=True, quote=old.style)
        )
    if isinstance(value, str) and old.kind == "scalar":
        if old.style in ("|", ">") and key is not None:
            return " " + (_block_again(parent, old, value, style) or scalar(value))
        if old.style in ("'", '"'):
            return " " + scalar(value, quote=old.style)
    if key is None:
        return " " + (inline(value) if isinstance(value, list | dict) else scalar(value))
    used = after_colon(text, key) - line_start(text, key.start)
    name = key.name or ""
    as_before = {name: old.flow} if old.kind in ("list", "mapping") and old.pairs() else {}
    again = replace(style, flow={**style.flow, **as_before})
    if old.is_block and old.kind == "list":
        again = replace(again, list_indent=max(old.column - key.column, 0))
    return beside_key(value, key.column, used, again, name=name)


def _block_again(parent: Node, old: Node, value: str, style: Style) -> str | None:
    marks = (old.style, "|") if old.style == ">" else ("|",)
    found = (block_text(value, mark, parent.column + 2, style) for mark in marks)
    return next(filter(None, found), None)


def _keep_comments(text: str, old: Node) -> None:
    """Raise ``CannotEditError`` if replacing a list or mapping as a whole would lose comments in it."""
    if old.kind in ("list", "mapping") and has_comment(text[old.inner : old.end]):
        raise CannotEditError(
            "There are comments inside the old value, and they would be lost.",
            "Change its entries one by one, or edit the file by hand.",
        )


def _keep_comments_between(text: str, colon: int, old: Node) -> None:
    if has_comment(text[colon : old.inner]):
        raise CannotEditError(
            "There is a comment between the name of the field and its value.",
            "Move the comment above the field, then try again.",
        )


def insert_pair(
    text: str, parent: Node, number: int, key: str, value: Any, style: Style, *, lines: Lines | None = None
) -> list[Splice]:
    """Add a key at a position of a mapping that has entries; ``lines`` is its text if that is known."""
    if parent.flow:
        return _insert_flow(parent, number, f"{scalar(key, flow=True)}: {inline(value)}")
    lines = lines or pair(key, value, parent.column, style)
    if number:
        return [_after(text, parent, number - 1, lines, style)]
    return [_before(text, parent, 0, lines, style, ahead_of_comments=False)]


def insert_item(
    text: str,
    parent: Node,
    number: int,
    value: Any,
    style: Style,
    *,
    lines: Lines | None = None,
    block: bool = False,
) -> list[Splice]:
    """Add an item at a position of a list that has items; ``lines`` is its text if that is known."""
    if parent.flow:
        return _insert_flow(parent, number, inline(value))
    if lines is None:
        lines = item(value, parent.column, style, gap=gap_of(text, parent), block=block)
    if number == len(parent.pairs()):
        return [_after(text, parent, number - 1, lines, style, blank=_blanks_between(text, parent))]
    return [_before(text, parent, number, lines, style, blank=_blanks_between(text, parent))]


def gap_of(text: str, parent: Node) -> str:
    """What is between the hyphen and the value of the last item that has its value on the same line."""
    for number in range(len(parent.pairs()) - 1, -1, -1):
        value = parent.pairs()[number][1]
        start = entry_start(text, parent, number)
        between = text[start + 1 : value.start]
        if between and not between.strip(" "):
            return between
    return " "


def _blanks_between(text: str, parent: Node) -> bool:
    """Whether the last two items of a list have a blank line between them."""
    number = len(parent.pairs()) - 1
    return number > 0 and blank_above(text, owned_start(text, entry_start(text, parent, number)))


def _insert_flow(parent: Node, number: int, new: str) -> list[Splice]:
    """Add an entry within brackets or braces."""
    pairs = parent.pairs()
    if not pairs:
        return [Splice(parent.inner + 1, parent.inner + 1, new)]
    if number:
        end = pairs[number - 1][1].end
        return [Splice(end, end, f", {new}")]
    key, value = pairs[0]
    start = (key or value).start
    return [Splice(start, start, f"{new}, ")]


def _after(
    text: str, parent: Node, number: int, lines: Lines, style: Style, *, blank: bool = False
) -> Splice:
    """Add lines after an entry of a block list or mapping."""
    end = parent.pairs()[number][1].end
    break_ = style.newline
    new = " " * parent.column + lines
    gap = break_ if blank else ""
    at = owned_end(text, end, parent.column)
    return Splice(at, at, f"{break_}{gap}{new}")


def _before(
    text: str,
    parent: Node,
    number: int,
    lines: Lines,
    style: Style,
    *,
    blank: bool = False,
    ahead_of_comments: bool = True,
) -> Splice:
    """Add lines before an entry of a block list or mapping, and before the comments that belong to it."""
    start = entry_start(text, parent, number)
    indent = " " * parent.column
    if is_inline(text, start):
        return Splice(start, start, f"{lines}{style.newline}{indent}")
    at = owned_start(text, start) if ahead_of_comments else line_start(text, start)
    return Splice(at, at, f"{indent}{lines}{style.newline}{style.newline if blank else ''}")


def fill_empty(
    text: str, parent: Node, number: int, value: Any, style: Style, *, block: bool = False
) -> list[Splice]:
    """Put a first item into the empty list of an entry: ``risks:`` or ``risks: []``."""
    key, old = parent.pairs()[number]
    if key is None or parent.flow or not (block or isinstance(value, list | dict)):
        return replace_value(text, parent, number, [value], style)
    _keep_comments(text, old)
    indent = key.column + style.list_indent
    new = style.newline + " " * indent + item(value, indent, style, block=block)
    at = line_end(text, old.end)
    splices = [Splice(at, at, new)]
    if not old.is_empty:
        splices.insert(0, Splice(after_colon(text, key), old.end, ""))
    return splices


def extent(text: str, parent: Node, number: int) -> tuple[int, int]:
    """The whole lines of an entry of a block list or mapping: its comments, its text, and its line break."""
    end = parent.pairs()[number][1].end
    start = owned_start(text, entry_start(text, parent, number))
    return start, next_line(text, owned_end(text, end, parent.column))


def remove_entry(text: str, parent: Node, number: int) -> list[Splice]:
    """Take out one of several entries of a list or mapping."""
    pairs = parent.pairs()
    start = entry_start(text, parent, number)
    following = entry_start(text, parent, number + 1) if number + 1 < len(pairs) else None
    end = pairs[number][1].end
    if parent.flow:
        before = pairs[number - 1][1].end if number else None
        cut = (start, following) if before is None and following is not None else (before or start, end)
        lost = text[end : cut[1]] if before is None else text[cut[0] : start]
        if has_comment(lost):
            raise CannotEditError(
                "There is a comment beside this entry within brackets or braces.",
                "Take the comment out, then try again.",
            )
        return [Splice(*cut, "")]
    if is_inline(text, start):
        return [Splice(start, _end_of_first(text, end, following), "")]
    begin, finish = extent(text, parent, number)
    if finish == len(text) and not text.endswith(("\n", "\r")):
        begin -= 2 if text[begin - 2 : begin] == "\r\n" else 1
    return [Splice(begin, finish, "")]


def _end_of_first(text: str, end: int, following: int | None) -> int:
    """Where to cut an entry on the line of a hyphen, so that the next one can follow the hyphen."""
    if following is None or has_comment(text[end:following]):
        raise CannotEditError(
            "There is a comment between the first line of this entry and the next.",
            "Move the comment to another place, then try again.",
        )
    return following


def empty_out(text: str, grandparent: Node, number: int) -> list[Splice]:
    """Take the only entry out of a list or mapping, which is left as ``[]`` or ``{}``."""
    key, parent = grandparent.pairs()[number]
    brackets = "[]" if parent.kind == "list" else "{}"
    if parent.flow or key is None:
        if has_comment(text[parent.inner : parent.end]):
            _keep_comments(text, parent)
        return [Splice(parent.inner, parent.end, brackets)]
    start = entry_start(text, parent, 0)
    if is_inline(text, start):
        return [Splice(parent.inner, parent.end, brackets)]
    begin, finish = extent(text, parent, 0)
    if finish == len(text) and not text.endswith(("\n", "\r")):
        begin -= 2 if text[begin - 2 : begin] == "\r\n" else 1
    where = parent.inner if parent.inner != parent.start else after_colon(text, key)
    where = after_colon(text, key) if parent.anchor is None else where
    return [Splice(where, where, " " + brackets), Splice(begin, finish, "")]


def reindented(lines: str, by: int, newline: str) -> str:
    """Lines moved to the left or right by some columns, with a file's line breaks.

    Lines that are not indented so far begin at the first column.
    """
    moved = []
    for line in lines.splitlines():
        blanks = len(line) - len(line.lstrip(" "))
        if not line.strip():
            moved.append(line)
        elif by >= 0:
            moved.append(" " * by + line)
        else:
            moved.append(line[min(-by, blanks) :])
    return newline.join(moved)
