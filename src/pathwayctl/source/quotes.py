"""The parser's complaints about texts in quotes."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.source.parser_errors import Mark, Trouble
from pathwayctl.source.quoting import LONGEST_HINT, quoted_whole, shown, typed, with_quotes, without_quotes
from pathwayctl.source.rules import (
    AFTER_QUOTE,
    BACKSLASH,
    COMMAS,
    MISSING_COLON,
    OPEN_QUOTE,
    SPECIAL_START,
    UNREADABLE,
)
from pathwayctl.source.text_report import Spot

_DOUBLE: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')


_VALUE_IN_BRACKETS: Final = re.compile(r"[ ]*(?:-[ ]+)*(?:[^\s:#\[\]{}\"'-][^:#]*?:[ ]+)?(?=\[)")


def not_closed(trouble: Trouble) -> Spot:
    """The text ended, or a new document began, within quotes."""
    return open_quote(trouble, trouble.since)


def open_quote(trouble: Trouble, mark: Mark) -> Spot:
    """A quote at ``mark`` has no partner on its line."""
    whole = trouble.rest(mark)
    text = whole[1:]
    if not text:
        return trouble.spot(OPEN_QUOTE, mark, "A quote is opened here and not closed.")
    if not trouble.line(mark[0])[: mark[1]].strip(" -") and ": " in text:
        hint = f"Delete the quote: {typed(text)}."
        message = f"The quote before {shown(text)} is not closed."
        return trouble.spot(OPEN_QUOTE, mark, message, hint, fix=trouble.fix(mark, whole, text))
    new = quoted_whole(text)
    hint = f"Write {new} with a quote at both ends." if len(new) <= LONGEST_HINT else ""
    message = f"The quote before {shown(text)} is not closed."
    return trouble.spot(OPEN_QUOTE, mark, message, hint, fix=trouble.fix(mark, whole, new))


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
    if trouble.rest(trouble.at) == ",":
        message = "There is a comma at the end of the line, after the closing quote or bracket."
        fix = trouble.fix(trouble.at, ",", "")
        return trouble.spot(COMMAS, trouble.at, message, "Delete the comma.", length=1, fix=fix)
    extra = shown(trouble.rest(trouble.at))
    if trouble.last_is_quoted:
        whole = trouble.rest(begin)
        new = quoted_whole(without_quotes(whole))
        hint = f"Write {new} with these quotes around it." if len(new) <= LONGEST_HINT else ""
        message = f"The text ends at its closing quote, so {extra} is out of place."
        return trouble.spot(AFTER_QUOTE, trouble.at, message, hint, fix=trouble.fix(begin, whole, new))
    if trouble.before.rstrip().endswith(("]", "}")):
        return _after_bracket(trouble, extra)
    if trouble.before.rstrip().endswith(("'", '"')):
        message = f"The text ends at its closing quote, so {extra} is out of place."
        return trouble.spot(AFTER_QUOTE, trouble.at, message)
    return trouble.spot(UNREADABLE, trouble.at, f"{extra} cannot be read here.")


def _after_bracket(trouble: Trouble, extra: str) -> Spot:
    """A list or group is complete, and its line goes on: mostly a text that begins with a bracket."""
    message = f"The list or group ends at its closing bracket, so {extra} is out of place."
    line = trouble.line(trouble.at[0])
    found = _VALUE_IN_BRACKETS.match(line)
    if not found:
        return trouble.spot(AFTER_QUOTE, trouble.at, message, "Delete it, or move the bracket to the end.")
    mark = trouble.at[0], found.end()
    whole = trouble.rest(mark)
    fix = trouble.fix(mark, whole, quoted_whole(whole), sure=False)
    hint = f"If all of it is one text, w{with_quotes(whole)[1:]} If not, delete what is too much."
    return trouble.spot(AFTER_QUOTE, trouble.at, message, hint, fix=fix)


def _needs_quotes(trouble: Trouble, mark: Mark) -> Spot:
    text = trouble.rest(mark)
    message = f"A text that begins with “{text[:1]}” needs quotes around it."
    return trouble.in_quotes(SPECIAL_START, mark, text, message, length=len(text))


def backslash(trouble: Trouble) -> Spot:
    """A backslash in double quotes, such as in the name of a Windows folder."""
    line = trouble.line(trouble.since[0])
    found = _DOUBLE.match(line, trouble.since[1])
    new = quoted_whole(found[1]) if found else ""
    hint = f"Write {new} with these quotes around it." if 0 < len(new) <= LONGEST_HINT else ""
    fix = trouble.fix(trouble.since, found[0], new) if found else None
    message = "In double quotes, a backslash begins a code, and there is no such code."
    return trouble.spot(BACKSLASH, trouble.since, message, hint, fix=fix)
