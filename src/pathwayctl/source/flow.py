"""Entries within braces and brackets that were written like plain text, and how they are written right.

YAML splits ``{title: Hire, train, and place mentors}`` at the comma. Here the pieces are read the way
their author meant them: a piece without a name belongs to the value before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pathwayctl.diagnostics import Rule
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source import rules
from pathwayctl.source.parser import YAMLError, events
from pathwayctl.source.quoting import LONGEST_ENTRY, quoted_whole, shown, without_quotes

_MOST_BRACKETS: Final = 100
_CLOSING: Final = {"{": "}", "[": "]"}
_QUOTED: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|“[^“”]*”|„[^“”„]*[“”]")
_NAME: Final = re.compile(r"(?P<name>[\w.~*<-]+|\"[^\"]*\"|'[^']*')[ \t]*:(?=[\s,\]}]|\Z)\s*")
_TIGHT: Final = re.compile(r"(?P<name>[a-z][a-z_]*):(?!//)(?=\S)")
_NO_COLON: Final = re.compile(r"(?P<name>[a-z][a-z_]*)[ \t]+(?=\S)")
_NEXT_NAME: Final = re.compile(r"[ \t]+[a-z][a-z_]*:(?:\s|\Z)")
_UNIT: Final = re.compile(r"[a-z0-9][a-z0-9./-]*")
_NEEDS_QUOTES: Final = re.compile(
    r"[\[\]{},]|:(?:\s|\Z)|\s#|^[-?:](?:\s|\Z)|^\*(?![\w-]+\Z)|^&(?![\w-]+(?:\s|\Z))|^[!|>%@`#'\"]"
)
_GROUPED: Final = re.compile(r"(?P<sign>[$€£]?)(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class FlowMistake:
    """A piece that does not mean what it says, by its place in the entry, and why."""

    rule: Rule
    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """An entry of ``length`` characters as its author meant it, and what was wrong with it."""

    text: str
    slips: tuple[FlowMistake, ...]
    length: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """From comma to comma: the name before a colon, if there is one, and where the value stands."""

    start: int
    end: int
    name: str
    value: int


def corrected(text: str) -> Corrected | None:
    """The entry at the beginning of a text, or ``None`` if it is fine or cannot be understood."""
    if sum(map(text[:LONGEST_ENTRY].count, _CLOSING)) > _MOST_BRACKETS:
        return None
    line = re.split(r"[ \t]#|[\r\n]", text[:LONGEST_ENTRY], maxsplit=1)[0].rstrip(" \t,")
    for piece in (line, text[:LONGEST_ENTRY]):
        end = _end_of_group(piece, 0)
        while end and piece is line and re.match(r"[^,]*[^\s,\]}]", line[end:]):
            end = _end_of_group(piece, 0, after=end)
        if end:
            break
        if piece is line and line.endswith(_CLOSING[text[0]]):
            end = len(line)
            break
    if not end:
        return None
    slips: list[FlowMistake] = []
    try:
        new = _group(text, 0, end, slips)
    except _OpenBracketError:
        return None
    return Corrected(new, tuple(slips), end) if slips and _can_be_read(new) else None


class _OpenBracketError(Exception):
    """A list or group within the entry has no end, so its contents are unclear."""


def loose_pieces(entry: str) -> tuple[bool, ...]:
    """For each piece of a group in braces: whether it is a part of the value before it."""
    if not entry.startswith("{") or len(entry) > LONGEST_ENTRY:
        return ()
    pieces = list(_pieces(entry, 1, len(entry) - 1))
    named = any(piece.name for piece in pieces)
    return tuple(not piece.name and (number > 0 or not named) for number, piece in enumerate(pieces))


def _can_be_read(entry: str) -> bool:
    step = events(f"a: {entry}\n", lenient=True)
    try:
        while step() is not None:
            pass
    except YAMLError:
        return False
    return True


@lru_cache(maxsize=1000)
def _end_of_group(text: str, start: int, after: int = 0) -> int:
    """Just after the bracket that closes the one at ``start``, at ``after`` or later; 0 if there is none."""
    closing = _CLOSING[text[start]]
    at = max(start + 1, after)
    while at < len(text):
        if text[at] == closing:
            return at + 1
        at = _after_unit(text, at)
    return 0


def _after_unit(text: str, at: int) -> int:
    """Just after the quoted text, the group, or else the character at a place."""
    before = text[:at].rstrip(" \t")[-1:]
    if before in ":,[{" or text[at - 1 : at].isspace():
        found = _QUOTED.match(text, at)
        if found and before in ":,[{":
            return found.end()
    if text[at] in _CLOSING:
        return _end_of_group(text, at) or at + 1
    return at + 1


def _group(text: str, start: int, end: int, slips: list[FlowMistake]) -> str:
    """A list or group written anew; what is wrong with it is added to the slips."""
    pieces = list(_pieces(text, start + 1, end - 1))
    if text[start] == "[":
        return f"[{', '.join(each for piece in pieces for each in _items(text, piece, slips))}]"
    if len(pieces) > 1 and not any(piece.name or _TIGHT.match(text, piece.start) for piece in pieces):
        message = "Braces hold names with values, and this is a list without any."
        slips.append(FlowMistake(rules.SPLIT_TEXT, start, end, message))
        return f"[{', '.join(text[piece.start : piece.end] for piece in pieces)}]"
    entries: list[str] = []
    for number, piece in enumerate(pieces):
        if piece.name or number == 0:
            entries += _entries(text, pieces, number, slips)
    return "{" + ", ".join(entries) + "}"


def _items(text: str, piece: _Piece, slips: list[FlowMistake]) -> Iterator[str]:
    """One item of a list, or more where a comma is missing between texts in quotes or between groups."""
    begin = piece.start
    while text[begin] in "\"'[{":
        end = _end_of_unit(text, begin, piece.end)
        following = re.compile(r"[ \t]+(?=[\"'\[{])").match(text, end, piece.end) if end else None
        if not following or _end_of_unit(text, following.end(), piece.end) <= following.end():
            break
        yield _value(text, begin, end, slips)
        begin = following.end()
        message = f"There is no comma before {shown(text[begin : piece.end])}."
        slips.append(FlowMistake(rules.COMMAS, begin, piece.end, message))
    yield _value(text, begin, piece.end, slips)


def _entries(text: str, pieces: list[_Piece], number: int, slips: list[FlowMistake]) -> Iterator[str]:
    """One entry, from a piece with a name and those after it that have none; two where a comma is missing."""
    piece = pieces[number]
    last = number
    while last + 1 < len(pieces) and not pieces[last + 1].name:
        last += 1
    name, begin, end = piece.name, piece.value, pieces[last].end
    loose = pieces[number + 1 : last + 1]
    if not name:
        name, begin = _first_name(text, piece, slips)
        if not name:
            yield text[piece.start : piece.end]
            return
    written = _closed(text, begin, end)
    number_found = _GROUPED.fullmatch(re.sub(r"[\"']", "", written))
    if loose and number_found:
        message = f"A number is written without commas, and {shown(text[piece.start : end])} has one."
        slips += [FlowMistake(rules.SPLIT_TEXT, each.start, each.end, message) for each in loose]
        yield f"{name}: {number_found['number'].replace(',', '')}"
    elif loose:
        whole = shown(written)
        slips += [
            FlowMistake(
                rules.SPLIT_TEXT,
                each.start,
                each.end,
                f"The comma before {shown(text[each.start : each.end])} splits the text {whole}.",
            )
            for each in loose
        ]
        yield f"{name}: {quoted_whole(without_quotes(written))}"
    else:
        yield from _single(text, name, begin, end, slips)


def _first_name(text: str, piece: _Piece, slips: list[FlowMistake]) -> tuple[str, int]:
    """The name of an entry without a colon, or without a space after it, and where its value begins."""
    tight, apart = _TIGHT.match(text, piece.start), _NO_COLON.match(text, piece.start)
    found = tight or apart
    if not found or found.end() >= piece.end:
        return "", piece.start
    missing = "space after the colon" if tight else "colon"
    message = f"There is no {missing} in {shown(text[piece.start : piece.end])}."
    slips.append(FlowMistake(rules.MISSING_COLON, piece.start, piece.end, message))
    return found["name"], found.end()


def _single(text: str, name: str, begin: int, end: int, slips: list[FlowMistake]) -> Iterator[str]:
    """An entry without commas in it; the next one may follow without a comma between them."""
    cut = _end_of_unit(text, begin, end)
    follows = _NEXT_NAME.match(text, cut) if cut else None
    if not follows or follows.end() > end:
        value = _value(text, begin, end, slips)
        yield f"{name}: {value}"
        return
    yield f"{name}: {_value(text, begin, cut, slips)}"
    found = _NAME.match(text, follows.start() + len(follows[0]) - len(follows[0].lstrip()))
    if found:
        message = f"There is no comma before {shown(text[found.start() : end])}."
        slips.append(FlowMistake(rules.COMMAS, found.start(), end, message))
        yield from _single(text, found["name"], found.end(), end, slips)


def _end_of_unit(text: str, begin: int, end: int) -> int:
    """The end of a quoted text, a group, or a word in lower case at the beginning of a value."""
    if begin < end and text[begin] in _CLOSING:
        return _end_of_group(text, begin)
    found = _QUOTED.match(text, begin, end) or _UNIT.match(text, begin, end)
    return found.end() if found else 0


def _value(text: str, begin: int, end: int, slips: list[FlowMistake]) -> str:
    """One value, in quotes where it needs them."""
    written = _closed(text, begin, end)
    if not written:
        return ""
    if written[0] in _CLOSING and _end_of_group(text, begin) == end:
        return _group(text, begin, end, slips)
    inner = without_quotes(written)
    if _QUOTED.fullmatch(written) and written[0] in "'\"":
        return written
    if inner == written and not _NEEDS_QUOTES.search(written):
        return written
    rule, message = _why(written)
    slips.append(FlowMistake(rule, begin, end, message))
    return quoted_whole(inner)


def _closed(text: str, begin: int, end: int) -> str:
    """A value as it is written; if it begins with a bracket, that is closed."""
    if begin < end and text[begin] in _CLOSING and not 0 < _end_of_group(text, begin) <= end:
        raise _OpenBracketError
    return text[begin:end]


def _why(written: str) -> tuple[Rule, str]:
    """Why a text within braces cannot stay as it is."""
    if written[0] in "“„":
        message = f"The quotes around {shown(without_quotes(written))} are not the quotes of the keyboard."
        return rules.CURLY_QUOTES, message
    if written[0] in "'\"":
        return rules.AFTER_QUOTE, f"The quoted part of {shown(written)} ends before the text does."
    bracket = re.search(r"[\[\]{}]", written)
    if bracket:
        what = {"[": "begins a list", "{": "begins a group"}.get(bracket[0], "ends a list or group")
        return rules.SPLIT_TEXT, f"The “{bracket[0]}” in {shown(written)} {what} here."
    if re.search(r":(?:\s|\Z)", written):
        return rules.SECOND_COLON, f"The colon in {shown(written)} begins a new value here."
    return rules.SPECIAL_START, f"The text {shown(written)} needs quotes around it."


def _pieces(text: str, begin: int, end: int) -> Iterator[_Piece]:
    """What stands between the commas of a list or group, without blank ends; blank pieces are left out."""
    at = start = begin
    while at <= end:
        if at == end or text[at] == ",":
            yield from _piece(text, start, at)
            start = at + 1
            at += 1
        else:
            at = min(_after_unit(text, at), end)


def _piece(text: str, start: int, end: int) -> Iterator[_Piece]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found = _NAME.match(text, start, end)
        yield _Piece(start, end, found["name"] if found else "", found.end() if found else start)
