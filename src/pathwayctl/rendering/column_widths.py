"""Calculate column widths for printed tables from the text in them.

No column is narrower than its longest word if there is room for it; the rest of the width goes to the columns
that make rows high, so that the table needs few lines. A document has the same columns in every program.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from math import inf
from typing import Final, NamedTuple

from pathwayctl.handouts.tables import Head
from pathwayctl.language import phrase
from pathwayctl.rendering.blocks import SHORT, Table, is_form
from pathwayctl.rendering.lettering import tabular_width, width
from pathwayctl.rendering.word_breaks import unbroken_words

_MOST: Final = 30.0
"""The widest that a column asks to be, in ems."""
_TURNS: Final = 24
"""How often room is moved from one column to another."""
_MOVED: Final = 0.06
"""Share of the width that is moved at first; it becomes less with each turn."""
_SAMPLED: Final = 40
"""Rows of a long table that are measured."""
_WIDE: Final = 10.0
"""Ems that a wide column asks for at the least."""
_TO_WRITE: Final = {"wide": (9.0, 16.0), "": (6.5, 9.0), "narrow": (0.0, 0.0)}
"""Ems that an empty column gets at the least and at the most: names and a few words are written in it."""
_INSET: Final = 1.3
"""Ems that the insets of a cell take, and some room between columns."""
_TITLE_LINES: Final = 3
"""Lines that a title takes at the most if there is room for it."""
_BLANK: Final = 0.28
"""Ems between two words."""
_SHARES: Final = {"narrow": 2.0, "": 3.0, "wide": 5.0}
_NUMBER_SHARE: Final = 5.0
"""Percent of the width of a form that its numbers take."""
_FORM: Final = 56.0
"""Ems that a form is wide on an upright sheet."""


class _ColumnBounds(NamedTuple):
    """How wide a column may be, and the width of each line of each cell, in ems.

    ``least`` is as wide as its longest word; ``floor`` is what it should have, such as room to write.
    """

    least: float
    floor: float
    most: float
    texts: list[list[float]]


def column_widths(table: Table, room: float) -> tuple[float, ...]:
    """The width of each column in percent of ``room``, the width of the table in ems of its text."""
    if is_form(table):
        return form_widths(table)
    columns = [
        _measured(head, [row[place] for row in table.rows]) for place, head in enumerate(table.columns)
    ]
    shared = _shared(columns, room)
    return tuple(round(100 * one / sum(shared), 3) for one in shared)


def form_widths(table: Table) -> tuple[float, ...]:
    """The same for a form, whose empty columns cannot show how wide they should be."""
    shares = [0.0 if _is_number_title(one) else _SHARES[one.width] for one in table.columns]
    titles = [
        _titled(one) if share else _NUMBER_SHARE for one, share in zip(table.columns, shares, strict=True)
    ]
    if sum(titles) >= 100 or not any(shares):
        return tuple(100 * title / sum(titles) for title in titles)
    fixed = {place: _NUMBER_SHARE for place, share in enumerate(shares) if not share}
    part = (100 - sum(fixed.values())) / sum(shares)
    while narrow := [
        place for place, share in enumerate(shares) if place not in fixed and part * share < titles[place]
    ]:  # each column that its title makes wider leaves less for the others
        fixed |= {place: titles[place] for place in narrow}
        others = sum(share for place, share in enumerate(shares) if place not in fixed)
        part = (100 - sum(fixed.values())) / others if others else 0.0
    return tuple(fixed.get(place, part * share) for place, share in enumerate(shares))


def _titled(column: Head) -> float:
    """Percent of the width of a form that the longest word of a title takes."""
    longest = max(width(word, 1, bold=True) for word in column.title.split())
    return 100 * (longest + _INSET) / _FORM


def _is_number_title(column: Head) -> bool:
    return column.title == phrase("No.") and column.width == "narrow"


def _measured(head: Head, cells: list[str]) -> _ColumnBounds:
    """The least and the most that a column can use, and how wide its texts are, in ems."""
    lines = {line: tabular_width(line) for cell in cells for line in cell.split("\n")}
    texts = [[lines[line] for line in cell.split("\n")] for cell in cells]
    title = max(width(word, 1, bold=True) for word in head.title.split())
    words = [tabular_width(word) for line in lines for word in _words(line)]
    least, most = max(title, *words), max(title, *(text for cell in texts for text in cell))
    floor = min(most, _WIDE) if head.width == "wide" else least
    if head.width == "narrow":
        floor = max(floor, _title_room(head.title))
    most = max(most, floor)
    if not any(cells):
        floor, most = _TO_WRITE[head.width]
    floor = max(least, floor)
    return _ColumnBounds(least + _INSET, floor + _INSET, max(min(most, _MOST), floor) + _INSET, texts)


def _title_room(title: str) -> float:
    """The width in which a title takes at most three lines, in ems; the longest word may be wider."""
    words = [width(word, 1, bold=True) for word in title.split()]
    if len(words) <= _TITLE_LINES:
        return max(words)
    return min(
        max(
            sum(words[start:end]) + _BLANK * (end - start - 1)
            for start, end in pairwise((0, *ends, len(words)))
        )
        for ends in combinations(range(1, len(words)), _TITLE_LINES - 1)
    )


def _words(line: str) -> list[str]:
    """The parts of a line that are not broken: one as short as a date or a time is a whole."""
    return [line] if len(line) <= SHORT else list(unbroken_words(line))


def _shared(columns: list[_ColumnBounds], room: float) -> list[float]:
    """The width of each column in ems: within their bounds, those that make the table lowest."""
    least, floors, most = (sum(bounds) for bounds in zip(*(column[:3] for column in columns), strict=True))
    if most <= room:
        return [column.most for column in columns]
    if least >= room:
        return [column.least for column in columns]
    if floors >= room:
        share = (room - least) / (floors - least)
        return [column.least + share * (column.floor - column.least) for column in columns]
    share = (room - floors) / (most - floors)
    best = found = [column.floor + share * (column.most - column.floor) for column in columns]
    samples = [_sampled(column.texts) for column in columns]
    lowest, highs = inf, list(map(_highs, samples, found))
    for turn in range(_TURNS):
        total, gains = _height(highs, found)
        if total < lowest:
            lowest, best = total, found
        before, found = found, _moved(columns, found, gains, room * _MOVED * (1 - turn / _TURNS))
        for place, one in enumerate(found):
            if one != before[place]:  # two columns at the most: the others stay as high as they were
                highs[place] = _highs(samples[place], one)
    return best


def _sampled(texts: list[list[float]]) -> list[list[float]]:
    return texts[:: 1 + len(texts) // _SAMPLED]


def _highs(texts: list[list[float]], ems: float) -> list[float]:
    """How many lines each cell of a column takes, about, in a column of that width."""
    room = ems - _INSET
    return [sum([1.0 if line <= room else 0.4 + line / room for line in lines]) for lines in texts]


def _height(highs: list[list[float]], widths: list[float]) -> tuple[float, list[float]]:
    """How many lines the rows take, and how many fewer per em if a column is made wider."""
    total, gains = 0.0, [0.0] * len(widths)
    for row in zip(*highs, strict=True):
        high = max(row)
        tallest = row.index(high)
        gains[tallest] += high / widths[tallest]
        total += high
    return total, gains


def _moved(columns: list[_ColumnBounds], widths: list[float], gains: list[float], step: float) -> list[float]:
    """The widths after some room is moved from the column that loses least to the one that gains most."""
    places = range(len(columns))
    taker = max((place for place in places if widths[place] < columns[place].most), key=gains.__getitem__)
    others = [place for place in places if place != taker and widths[place] > columns[place].floor]
    if not others:
        return widths
    giver = min(others, key=gains.__getitem__)
    step = min(step, columns[taker].most - widths[taker], widths[giver] - columns[giver].floor)
    found = list(widths)
    found[taker] += step
    found[giver] -= step
    return found
