"""What the YAML parser complains of, in plain words: each of its problems becomes one of our rules.

The parser says what it expected; the person who wrote the line needs to know what to type. So most
of the work is to look at the line once more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from pathwayctl.source.brackets import colon_within, comma_or_end, nothing_there
from pathwayctl.source.likely_causes import cause
from pathwayctl.source.misplaced_lines import no_colon, no_entry, second_colon, tab_before
from pathwayctl.source.parser_errors import Trouble
from pathwayctl.source.quotes import backslash, not_closed, special_start
from pathwayctl.source.quoting import shown, yaml_quoted
from pathwayctl.source.rules import DIRECTIVE, SPECIAL_START, TAG, UNREADABLE
from pathwayctl.source.text_report import Spot


def complaint(error: Exception, text: str, last: Any) -> Spot:
    """What an exception of the parser means; ``last`` is the last event before it."""
    trouble = Trouble.of(error, text, last)
    judge = _BY_CONTEXT.get(trouble.context) or _BY_PROBLEM.get(trouble.problem, _unreadable)
    spot = _unreadable_word(trouble) if isinstance(error, UnicodeError) else judge(trouble)
    return cause(trouble, spot) or spot


def _no_token(trouble: Trouble) -> Spot:
    return tab_before(trouble, trouble.at[0]) if trouble.character == "\t" else special_start(trouble)


def _tab_at(trouble: Trouble) -> Spot:
    return tab_before(trouble, trouble.at[0])


def _block(trouble: Trouble) -> Spot:
    return (
        tab_before(trouble, trouble.at[0])
        if trouble.problem.startswith("found a tab")
        else special_start(trouble)
    )


def _list_beside_name(trouble: Trouble) -> Spot:
    text = trouble.rest(trouble.at)
    message = "A list cannot begin on the line of its name."
    typed = f"write {yaml_quoted(text)} with quotes around it if it is a text."
    hint = f"Put {shown(text)} on the next line, or {typed}"
    return trouble.spot(SPECIAL_START, trouble.at, message, hint, length=len(text))


def _order(trouble: Trouble) -> Spot:
    message = f"The line {shown(trouble.rest(trouble.since))} begins with a percent sign."
    return trouble.spot(DIRECTIVE, trouble.since, message)


def _unknown_word(trouble: Trouble) -> Spot:
    text = trouble.rest(trouble.since)
    word = text.split(" ")[0]
    message = f"The word {shown(word)} is an instruction to programs, which a project does not need."
    hint = f"Delete it, or write {yaml_quoted(text)} with quotes around it if it is part of a text."
    return trouble.spot(TAG, trouble.since, message, hint, length=len(word))


def _unreadable_word(trouble: Trouble) -> Spot:
    return trouble.spot(TAG, trouble.at, "After this, a word with an exclamation mark cannot be read.")


def _unreadable(trouble: Trouble) -> Spot:
    message = f"{shown(trouble.rest(trouble.at))} cannot be read here."
    return trouble.spot(UNREADABLE, trouble.at, message)


_BY_CONTEXT: Final[dict[str, Callable[[Trouble], Spot]]] = {
    "while scanning a directive": _order,
    "while scanning a %YAML directive": _order,
    "while scanning a %TAG directive": _order,
    "while parsing a %TAG directive": _order,
    "while scanning an anchor": special_start,
    "while scanning an alias": special_start,
    "while scanning a tag": special_start,
    "while parsing a tag": special_start,
    "while scanning a block scalar": _block,
}
_BY_PROBLEM: Final[dict[str, Callable[[Trouble], Spot]]] = {
    "found character that cannot start any token": _no_token,
    "found a tab character that violates indentation": _tab_at,
    "mapping values are not allowed in this context": second_colon,
    "mapping keys are not allowed in this context": special_start,
    "block sequence entries are not allowed in this context": _list_beside_name,
    "could not find expected ':'": no_colon,
    "did not find expected key": no_entry,
    "did not find expected '-' indicator": no_entry,
    "did not find expected node content": nothing_there,
    "did not find expected ',' or ']'": comma_or_end,
    "did not find expected ',' or '}'": comma_or_end,
    "found unexpected ':'": colon_within,
    "found unexpected end of stream": not_closed,
    "found unexpected document indicator": not_closed,
    "found unknown escape character": backslash,
    "did not find expected hexdecimal number": backslash,  # the parser's own spelling
    "found invalid Unicode character escape code": backslash,
    "found undefined tag handle": _unknown_word,
}
