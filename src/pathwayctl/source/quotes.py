"""The parser's complaints about texts in quotes."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.source.quoting import quoted, shown, with_quotes
from pathwayctl.source.report import Spot
from pathwayctl.source.trouble import Mark, Trouble
from pathwayctl.source.writing_rules import (
    AFTER_QUOTE,
    BACKSLASH,
    MISSING_COLON,
    OPEN_QUOTE,
    SPECIAL_START,
    UNREADABLE,
)

_DOUBLE: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')


def not_closed(trouble: Trouble) -> Spot:
    """The text ended, or a new document began, within quotes."""
    return open_quote(trouble, trouble.since)


def open_quote(trouble: Trouble, mark: Mark) -> Spot:
    """A quote at ``mark`` has no partner on its line."""
    text = trouble.rest(mark)[1:]
    hint = f"Write {quoted(text)} with a quote at both ends." if text else ""
    return trouble.spot(OPEN_QUOTE, mark, f"The quote before {shown(text)} is not closed.", hint)


def special_start(trouble: Trouble) -> Spot:
    """A text begins with a character that means something else."""
    return _needs_quotes(trouble, trouble.since)


def something_after(trouble: Trouble) -> Spot:
    """A value is complete, and its line goes on: mostly an apostrophe, or quotes within quotes."""
    begin, row = trouble.last_begin, trouble.at[0]
    if trouble.last_is_quoted and begin[0] < row:
        return open_quote(trouble, begin)
    if trouble.character in ("]", "}"):
        message = f"There is a closing bracket “{trouble.character}” too many."
        return trouble.spot(AFTER_QUOTE, trouble.at, message, "Delete it.", length=1)
    if trouble.last_is_alias and begin[0] == row:
        return _needs_quotes(trouble, begin)
    if trouble.character == ":":
        hint = "Write a name before it."
        return trouble.spot(MISSING_COLON, trouble.at, "There is no name before this colon.", hint)
    extra = shown(trouble.rest(trouble.at))
    if trouble.last_is_quoted:
        whole = trouble.rest(begin)
        hint = f"Write {quoted(whole[1:].removesuffix(whole[0]))} with these quotes around it."
        message = f"Nothing may stand after a closing quote, but {extra} does."
        return trouble.spot(AFTER_QUOTE, trouble.at, message, hint)
    if trouble.before.rstrip().endswith(("]", "}")):
        hint = "Delete it, or move the bracket to the end."
        message = f"Nothing may stand after a closing bracket, but {extra} does."
        return trouble.spot(AFTER_QUOTE, trouble.at, message, hint)
    if trouble.before.rstrip().endswith(("'", '"')):
        message = f"Nothing may stand after a closing quote, but {extra} does."
        return trouble.spot(AFTER_QUOTE, trouble.at, message)
    return trouble.spot(UNREADABLE, trouble.at, f"{extra} cannot be read here.")


def _needs_quotes(trouble: Trouble, mark: Mark) -> Spot:
    text = trouble.rest(mark)
    message = f"A text that begins with “{text[:1]}” needs quotes around it."
    return trouble.spot(SPECIAL_START, mark, message, with_quotes(text), length=len(text))


def backslash(trouble: Trouble) -> Spot:
    """A backslash in double quotes, such as in the name of a Windows folder."""
    line = trouble.line(trouble.since[0])
    found = _DOUBLE.match(line, trouble.since[1])
    hint = f"Write {quoted(found[1])} with these quotes around it." if found else ""
    message = "In double quotes, a backslash begins a code, and there is no such code."
    return trouble.spot(BACKSLASH, trouble.since, message, hint)
