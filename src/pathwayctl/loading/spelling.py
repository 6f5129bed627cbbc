"""Finds the right spelling of a wrong id, without letting a large plan make that slow.

``difflib`` compares a word with one other thoroughly and slowly. So the ids are first ranked by the
pairs of letters that they share with the word, and only the best of them are compared thoroughly.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from typing import Final

from pathwayctl.wording import nearest

MOST_SEARCHES: Final = 50
"""So many different misspellings get a suggestion; who has more has another problem."""
_MOST_CANDIDATES: Final = 25


class Speller:
    """Finds the known word that is nearest to a wrong one."""

    def __init__(self, known: Iterable[str]) -> None:
        self._pairs = {word: _pairs(word) for word in known}
        self._answers: dict[str, str | None] = {}

    def nearest(self, word: str) -> str | None:
        """The known word closest in spelling, or ``None`` if none is close."""
        if word not in self._answers:
            if len(self._answers) >= MOST_SEARCHES:
                return None
            self._answers[word] = nearest(word, self._candidates(word))
        return self._answers[word]

    def hint(self, word: str) -> str:
        """``Did you mean “kickoff”?``, or nothing if no word is close."""
        near = self.nearest(word)
        return f"Did you mean “{near}”?" if near else ""

    def _candidates(self, word: str) -> list[str]:
        pairs = _pairs(word)

        def likeness(known: str) -> tuple[int, int]:
            return (len(pairs & self._pairs[known]), -abs(len(word) - len(known)))

        return heapq.nlargest(_MOST_CANDIDATES, self._pairs, key=likeness)


def _pairs(word: str) -> frozenset[str]:
    return frozenset(first + second for first, second in zip(f" {word}", f"{word} ", strict=True))
