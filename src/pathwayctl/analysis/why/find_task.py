"""Which task is meant: by its id, by its number in the work breakdown, or by words of its title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Breakdown, Row

_MOST: Final = 6
"""So many tasks are named where none, or more than one, is meant."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """That no one task is meant: the rows that come nearest, and how many tasks have the words asked for."""

    nearest: tuple[int, ...]
    fitting: int


def asked_for(asked: str, breakdown: Breakdown) -> int | Unclear:
    """The row that is meant. Capitals do not matter, and words need not be whole or side by side."""
    words = asked.casefold().split()
    text = " ".join(words)
    if text in breakdown.by_id:
        return breakdown.by_id[text]
    titles = [" ".join(row.task.title.casefold().split()) for row in breakdown.rows]
    for fits in (
        [row.index for row in breakdown.rows if row.wbs == text.rstrip(".")],
        [row for row, title in enumerate(titles) if title == text],
        [row for row, title in enumerate(titles) if words and all(word in title for word in words)],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            return Unclear(tuple(fits[:_MOST]), len(fits))
    return Unclear(_nearest(text, breakdown.rows, titles), 0)


def _nearest(text: str, rows: Sequence[Row], titles: Sequence[str]) -> tuple[int, ...]:
    """The rows whose id or title is spelled most like what was asked for, or shares a word with it."""
    import difflib  # costs start-up time, and is needed only when something is misspelled

    names: dict[str, int] = {}
    for row, title in zip(rows, titles, strict=True):
        for name in (row.task.id, title, *title.split()):
            names.setdefault(name, row.index)
    close = difflib.get_close_matches(text, names, n=_MOST, cutoff=0.6)
    for word in text.split():
        close += difflib.get_close_matches(word, names, n=_MOST, cutoff=0.75)
    return tuple(dict.fromkeys(names[name] for name in close))[:_MOST]
