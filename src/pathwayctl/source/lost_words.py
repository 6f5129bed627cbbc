"""What a text loses or gains without an error: words after a number sign, and what comes with tabs.

Such places are seen only with the marks of the parser's events, which cost time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import NoneType
from typing import Any, Final

from pathwayctl.diagnostics import Fix, Position
from pathwayctl.source.parser import ScalarEvent, events
from pathwayctl.source.pasted import pasted
from pathwayctl.source.places import span
from pathwayctl.source.quoting import quoted_whole, shown, with_quotes
from pathwayctl.source.rules import NUMBER_SIGN
from pathwayctl.source.scalars import resolve
from pathwayctl.source.text_report import Doubt, TextReport

_COMMENT: Final = re.compile(r"[ \t]+(?P<words>#[^\s#][^\r\n]*)")
_SHORT: Final = re.compile(r"[a-z0-9][a-z0-9.+-]*")
"""An id, a length, or another value of one word, after which a comment is likely."""


def look_again(text: str, report: TextReport, *, lenient: bool) -> None:
    """Report what was read differently from what it looks like, in a text that could be read."""
    step = events(text, lenient=lenient)
    lines = text.splitlines()
    below = 0  # the line after the last table
    last = step()
    step()
    while (event := step()) is not None:
        if event.__class__ is ScalarEvent and not event.style:
            if "\t" in event.value:
                below = _table(lines, event, below, report)
            _number_sign(text, event, last, report)
        last = event


def _table(lines: Sequence[str], event: Any, first: int, report: TextReport) -> int:
    """Report a table, from a line on, that reads as a text or a part of one; return the line after it."""
    for row in range(max(event.start_mark.line, first), min(event.end_mark.line + 1, len(lines))):
        spot = pasted(lines, row)
        if spot is not None:
            report.insist(spot)
            return spot.position.end_line
    return first


def _number_sign(text: str, event: Any, last: Any, report: TextReport) -> None:
    """Report the words after a number sign that look like a part of the plain text before it."""
    end = event.end_mark.index
    if resolve(event.value).__class__ not in (str, NoneType, Doubt):
        return
    if not event.value:
        end = max(end, last.end_mark.index)
        end += text[end : end + 1] == ":"
        if event.start_mark.line != last.end_mark.line:
            return
    found = _COMMENT.match(text, end)
    if not found:
        return
    words = found["words"].rstrip()
    message = f"{shown(words)} is left out, since a space and a number sign begin a comment."
    sign = end + found.start("words") - found.start()
    if _SHORT.fullmatch(event.value):
        place = _on_line(event.end_mark, sign, len(words))
        note = f"# {words[1:]}"
        hint = f"If it is a comment, write {shown(note)}, with a space. If not, put quotes around all of it."
        report.add(NUMBER_SIGN, place, message, hint, Fix(place, note, sure=False))
        return
    begin = event.start_mark.index if event.value else sign
    whole = text[begin : sign + len(words)]
    cut = _on_line(event.end_mark, sign, len(words))
    first = _on_line(event.start_mark, begin, 0)
    fixed = Position(first.line, first.column, cut.line, cut.end_column)
    place = cut if event.value else span(last)
    hint = f"{with_quotes(whole)} If it is a comment, put a space after the number sign."
    report.add(NUMBER_SIGN, place, message, hint, Fix(fixed, quoted_whole(whole), sure=False))


def _on_line(mark: Any, index: int, length: int) -> Position:
    """The place of some characters of the text that are on the line of a mark."""
    column = mark.column + 1 + index - mark.index
    return Position(mark.line + 1, column, mark.line + 1, column + length)
