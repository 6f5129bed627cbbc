"""Calculate column widths for printed tables from the text in them, as browsers do (CSS 2.2, 17.5.2.2).

No column is narrower than its longest word if there is room for it; the rest of the width goes to the columns
with the most text. A document therefore has the same columns in every program.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.handouts.tables import Head
from pathwayctl.rendering.blocks import SHORT, Table, is_form
from pathwayctl.rendering.lettering import width
from pathwayctl.rendering.word_breaks import unbroken_words

_MOST: Final = 30.0
"""The widest that a column asks to be, in ems."""
_WIDER: Final = 2.5
"""Share of the remaining width that a wide column gets, relative to others."""
_ENOUGH: Final = 0.01
_WIDE: Final = 10.0
"""Ems that a wide column asks for at the least."""
_TO_SIGN: Final = 16.0
"""The same of a wide column that is empty, such as one for signatures."""
_TO_WRITE: Final = 9.0
"""The same of any other empty column that is not narrow: a name or a few words are written in it."""
_INSET: Final = 1.6
"""Ems that the insets of a cell take, with room for the wider digits of tables."""
_SHARES: Final = {"narrow": 2.0, "": 3.0, "wide": 5.0}
_NUMBER_SHARE: Final = 5.0
"""Percent of the width of a form that its numbers take."""


def column_widths(table: Table, room: float) -> tuple[float, ...]:
    """The width of each column in percent of ``room``, the width of the table in ems of its text."""
    if is_form(table):
        return form_widths(table)
    ranges = [_range(head, [row[place] for row in table.rows]) for place, head in enumerate(table.columns)]
    shared = _shared(ranges, table.columns, room)
    return tuple(round(100 * one / sum(shared), 3) for one in shared)


def form_widths(table: Table) -> tuple[float, ...]:
    """The same for a form, whose empty columns cannot show how wide they should be."""
    shares = [0.0 if _is_number_title(one) else _SHARES[one.width] for one in table.columns]
    room = 100 - _NUMBER_SHARE * shares.count(0.0)
    return tuple(room * share / sum(shares) if share else _NUMBER_SHARE for share in shares)


def _is_number_title(column: Head) -> bool:
    return column.title == "No." and column.width == "narrow"


def _range(head: Head, cells: list[str]) -> tuple[float, float]:
    """The least and the most that a column can use, in ems."""
    lines = [line for cell in cells for line in cell.split("\n")]
    title = max(width(word, 1, bold=True) for word in head.title.split())
    least = max(title, *(width(word, 1) for line in lines for word in _words(line)))
    most = max(title, *(width(line, 1) for line in lines))
    floor = (_WIDE if any(cells) else _TO_SIGN) if head.width == "wide" else 0.0
    if not any(cells) and not head.width:
        floor = _TO_WRITE
    return max(least, min(most, floor)) + _INSET, max(min(most, _MOST), floor, least) + _INSET


def _words(line: str) -> list[str]:
    """The parts of a line that are not broken: one as short as a date or a time is a whole."""
    return [line] if len(line) <= SHORT else list(unbroken_words(line))


def _shared(ranges: list[tuple[float, float]], heads: tuple[Head, ...], room: float) -> list[float]:
    least, most = map(sum, zip(*ranges, strict=True))
    if most <= room:
        return [high for _, high in ranges]
    if least >= room:
        return [low for low, _ in ranges]
    weights = [_WIDER if head.width == "wide" else 1.0 for head in heads]
    weights = [weight * (high - low) for weight, (low, high) in zip(weights, ranges, strict=True)]
    found = [low for low, _ in ranges]
    for _ in ranges:  # what one column cannot use goes to the others
        open_ones = [place for place, (_, high) in enumerate(ranges) if found[place] < high]
        left, total = room - sum(found), sum(weights[place] for place in open_ones)
        if left < _ENOUGH or not total:
            break
        for place in open_ones:
            found[place] = min(ranges[place][1], found[place] + left * weights[place] / total)
    return found
