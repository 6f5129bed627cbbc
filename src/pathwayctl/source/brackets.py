"""The parser's complaints about lists and groups in brackets."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pathwayctl.diagnostics import Fix, Position
from pathwayctl.source.parser_errors import Mark, Trouble
from pathwayctl.source.quotes import open_quote, something_after
from pathwayctl.source.quoting import shown, yaml_quoted
from pathwayctl.source.rules import (
    COMMAS,
    MISSING_COLON,
    OPEN_BRACKET,
    SECOND_COLON,
    SPECIAL_START,
    UNREADABLE,
)
from pathwayctl.source.text_report import Spot

_CLOSING: Final = {"[": "]", "{": "}"}
_OPENING: Final = {closing: opening for opening, closing in _CLOSING.items()}
_PAIR: Final = re.compile(r"(?P<name>[\w-]+):(?P<value>[^/\s].*)")


def comma_or_end(trouble: Trouble) -> Spot:
    """An entry within brackets is followed neither by a comma nor by the closing bracket."""
    row, column = trouble.since
    opening = trouble.line(row)[column : column + 1]
    closing = _CLOSING.get(opening, "]")
    character, before = trouble.character, trouble.before
    if trouble.last_is_quoted and trouble.last_begin[0] < trouble.at[0] and before.strip():
        return open_quote(trouble, trouble.last_begin)
    if character in ("]", "}"):
        message = f"The bracket “{opening}” is closed with “{character}”."
        outer = trouble.line(row)[:column]
        is_missing = outer.count(_OPENING[character]) > outer.count(character)
        hint = f"Put “{closing}” before it." if is_missing else f"Write “{closing}” instead."
        fix = trouble.fix(trouble.at, "" if is_missing else character, closing)
        return trouble.spot(OPEN_BRACKET, trouble.at, message, hint, length=1, fix=fix)
    if trouble.at[0] == row and character == ":":
        mark, piece = _piece(trouble)
        text = piece + trouble.rest(trouble.at)
        message = f"There is more than one colon in {shown(text)}."
        spot = trouble.in_quotes(SECOND_COLON, mark, text, message)
        return replace(spot, position=trouble.position(trouble.at, 1))
    if character == "?":
        mark, piece = _piece(trouble)
        text = piece + trouble.rest(trouble.at, within=True)
        message = f"Within brackets, {shown(text)} needs quotes around it."
        spot = trouble.in_quotes(SPECIAL_START, mark, text, message)
        return replace(spot, position=trouble.position(trouble.at, 1))
    if before.endswith(("'", '"')) and character.isalnum():
        return something_after(trouble)
    if before.rstrip().endswith(("'", '"', "]", "}")) and character != ":":
        message = f"There is no comma before {shown(trouble.rest(trouble.at, within=True))}."
        row, column = trouble.at[0], len(before.rstrip())
        gap = Fix(Position(row + 1, column + 1, row + 1, column + 1), ",") if before.strip() else None
        return trouble.spot(COMMAS, trouble.at, message, "Put a comma between the two.", length=1, fix=gap)
    message = f"The bracket “{opening}” is not closed."
    what = "group" if closing == "}" else "list"
    return trouble.spot(OPEN_BRACKET, trouble.since, message, f"Put “{closing}” where the {what} ends.")


def _piece(trouble: Trouble) -> tuple[Mark, str]:
    """Where the entry within brackets begins that holds the problem, and its text up to there."""
    start = max(trouble.before.rfind(sign) for sign in "[{,") + 1
    piece = trouble.before[start:]
    blanks = len(piece) - len(piece.lstrip())
    return (trouble.at[0], start + blanks), piece[blanks:]


def nothing_there(trouble: Trouble) -> Spot:
    """A comma or a closing bracket where a value is expected."""
    character = trouble.character
    if not character:
        return trouble.spot(OPEN_BRACKET, trouble.at, "The file ends within brackets.")
    if character == ":":
        hint = "Write a name before it."
        return trouble.spot(MISSING_COLON, trouble.at, "There is no name before this colon.", hint, length=1)
    if character == "," and trouble.context == "while parsing a flow node":
        message = "There is nothing before this comma."
        fix = trouble.fix(trouble.at, ",", "")
        hint = "Delete the comma that is too many."
        return trouble.spot(COMMAS, trouble.at, message, hint, length=1, fix=fix)
    text = trouble.rest(trouble.at)
    if len(text) > 1:
        message = f"A text that begins with “{character}” needs quotes around it."
        return trouble.in_quotes(SPECIAL_START, trouble.at, text, message, length=len(text))
    message = f"This “{character}” is out of place."
    return trouble.spot(UNREADABLE, trouble.at, message, "Delete it.", length=1)


def colon_within(trouble: Trouble) -> Spot:
    """A colon within a text in brackets: mostly a missing space."""
    text = trouble.rest(trouble.since, within=True)
    message = f"Within brackets, {shown(text)} needs quotes around it."
    pair = _PAIR.fullmatch(text)
    hint = f"Put a space after the colon (“{pair['name']}: {pair['value']}”), or w" if pair else "W"
    hint += f"rite {yaml_quoted(text)} with quotes around it."
    return trouble.spot(SECOND_COLON, trouble.since, message, hint, length=len(text))
