"""Entries of a section that leave some of their fields out, whatever the section is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Incomplete(Generic[E]):
    """An entry, its position in its section, and the fields that it leaves out."""

    place: int
    entry: E
    missing: tuple[str, ...]


def incomplete(entries: Iterable[tuple[int, E]], *fields: str) -> tuple[Incomplete[E], ...]:
    """The entries, given with their positions, that leave out one of these fields or more."""
    found = []
    for place, entry in entries:
        missing = tuple([field for field in fields if _is_left_out(getattr(entry, field))])
        if missing:
            found.append(Incomplete(place, entry, missing))
    return tuple(found)


def _is_left_out(value: object) -> bool:
    """Whether a field is missing or an empty list; the number 0 and ``false`` are answers."""
    return value is None or value == ()
