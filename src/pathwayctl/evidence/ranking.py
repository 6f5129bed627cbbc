"""Ranks, as in a race: whoever is level shares a rank, and as many ranks after it are left out."""

from __future__ import annotations

from collections.abc import Sequence


def ranks(numbers: Sequence[int]) -> list[int]:
    """The rank of each number, the largest first: ``[4, 6, 2, 6]`` gives ``[3, 1, 4, 1]``."""
    first: dict[int, int] = {}
    for place, number in enumerate(sorted(numbers, reverse=True), 1):
        first.setdefault(number, place)
    return [first[number] for number in numbers]
