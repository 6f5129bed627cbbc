"""Reports what is wrong with an entry in braces or brackets, each time with the whole entry corrected."""

from __future__ import annotations

import re
from typing import Any, Final

from pathwayctl.diagnostics import Fix, Position
from pathwayctl.source.flow import Corrected, corrected, loose_pieces
from pathwayctl.source.quoting import LONGEST_HINT, cut
from pathwayctl.source.text_report import Spot, TextReport

_BREAK: Final = re.compile(r"\r\n?|\n")


def report_split_texts(entry: str, start: Any, report: TextReport) -> tuple[bool, ...]:
    """Report the texts that commas split in a group in braces; ``mark`` is its beginning.

    For each piece between commas: whether it is a part of the value before it.
    """
    found = corrected(entry) if entry.startswith("{") else None
    if found is None:
        return ()
    for spot in entry_spots(entry, (start.line, start.column), found):
        report.insist(spot)
    return loose_pieces(entry)


def entry_spots(entry: str, start: tuple[int, int], found: Corrected) -> tuple[Spot, ...]:
    """A spot for each slip of an entry that begins at a line and column, both counted from 0."""
    where = _stretch(entry, start, 0, found.length)
    fix = Fix(where, found.text)
    hint = f"Write {found.text if len(found.text) <= LONGEST_HINT else cut(found.text)} instead."
    return tuple(
        Spot(slip.rule, _stretch(entry, start, slip.start, slip.end), slip.message, hint, fix)
        for slip in found.slips
    )


def _stretch(entry: str, start: tuple[int, int], begin: int, end: int) -> Position:
    line, column = _place(entry, start, begin)
    end_line, end_column = _place(entry, start, end)
    return Position(line, column, end_line, end_column)


def _place(entry: str, start: tuple[int, int], offset: int) -> tuple[int, int]:
    """The line and column, counted from 1, of an offset in an entry."""
    breaks = [found.end() for found in _BREAK.finditer(entry, 0, offset)]
    column = offset - breaks[-1] if breaks else start[1] + offset
    return start[0] + len(breaks) + 1, column + 1
