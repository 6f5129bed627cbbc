"""What all entries of the catalog have in common: an id, a sentence of our own, and its source.

Entries are keyed by slugs. Where a guide's words are a vocabulary of the model, the entry's id is
that word itself, so that ``find(guide.roles, Role.DOER)`` works with either spelling.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from pathwayctl.catalog.data_records import Record
from pathwayctl.model.vocabulary import MeetingKind


class CatalogLine(Record):
    """One thing that a guide says: an id, a sentence in our own words, and a short citation."""

    id: str
    text: str


class NamedLine(CatalogLine):
    """A line about something that has a name or a title of its own."""

    name: str


class Facilitation(CatalogLine):
    """What the facilitator does for a kind of meeting: before, during, and after it."""

    meeting: MeetingKind
    before: tuple[str, ...] = ()
    during: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class QuestionList(CatalogLine):
    """A list of questions in their order; the text says who asks them, and when."""

    items: tuple[CatalogLine, ...]


Entry = TypeVar("Entry", bound=CatalogLine)


def find(entries: Iterable[Entry], slug: str) -> Entry:
    """The entry with an id. Raises ``KeyError`` for an id that the catalog does not have."""
    for entry in entries:
        if entry.id == slug:
            return entry
    raise KeyError(slug)
