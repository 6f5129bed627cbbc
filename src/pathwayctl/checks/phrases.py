"""Phrases that many checks use: quoted names, shortened lists, and nouns with their article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.base import Model
from pathwayctl.model.vocabulary import Word
from pathwayctl.wording import count, listed

_MOST_NAMES: Final = 5
_SPOKEN: Final = {
    "shown_by": "sign that a student has reached it",
    "cip": "CIP code",
    "due": "due date",
    "labor_market_brief": "account of the labor market",
    "naics": "industry codes",
    "work_based": "work-based learning",
}


def quoted(text: str) -> str:
    """What the user wrote, in curly quotes."""
    return f"“{text}”"


def named(index: PlanIndex, names: Sequence[str], most: int = _MOST_NAMES) -> str:
    """``“a”, “b”, and “c”``; a long list is cut after the first few names, unless all are asked for."""
    if len(names) <= most or index.whole:
        return listed([quoted(name) for name in names])
    few = [quoted(name) for name in names[: most - 1]]
    return listed([*few, f"{count(len(names) - len(few), 'other')}"])


def titles(index: PlanIndex, entries: Iterable[tuple[int, str]]) -> str:
    """The names of entries, given with their positions, as ``named`` writes them."""
    return named(index, [name for _, name in entries])


def labels(words: Iterable[Word], last: str = "or") -> str:
    """The labels of vocabulary words; in quotes, since many of them have an “and” of their own."""
    return listed([quoted(word.label) for word in words], last)


def spoken(field: str) -> str:
    """What people call a field of a file: ``entry education``, ``CIP code``."""
    return _SPOKEN.get(field, field.replace("_", " "))


def subject(entry: Model, name: str) -> str:
    """An entry at the start of a sentence: its name in quotes, or what such an entry is called."""
    return quoted(name) if name else type(entry).SUBJECT or "This entry"
