"""What all entries of the catalog have in common: an id, a sentence of our own, and its source.

Entries are keyed by slugs. Where a guide's words are a vocabulary of the model, the entry's id is
that word itself, so that ``find(guide.roles, Role.DOER)`` works with either spelling.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from pathwayctl.catalog.data_records import Record
from pathwayctl.model.vocabulary import MeetingKind


class Line(Record):
    """One thing that a guide says: an id, a sentence in our own words, and a short citation."""

    id: str
    text: str


class Named(Line):
    """A line about something that has a name or a title of its own."""

    name: str


class Facilitation(Line):
    """What the facilitator does for a kind of meeting: before, during, and after it."""

    meeting: MeetingKind
    before: tuple[str, ...] = ()
    during: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Questions(Line):
    """A list of questions in their order; the text says who asks them, and when."""

    items: tuple[Line, ...]


Entry = TypeVar("Entry", bound=Line)


def find(entries: Iterable[Entry], slug: str) -> Entry:
    """The entry with an id. Raises ``KeyError`` for an id that the catalog does not have."""
    for entry in entries:
        if entry.id == slug:
            return entry
    raise KeyError(slug)
