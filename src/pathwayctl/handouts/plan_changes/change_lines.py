"""One line for each change: an entry that was added, removed, or changed, in words that fit any section."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from pathwayctl.analysis.plan_changes.entry_changes import EntryChange, FieldChange
from pathwayctl.handouts.plan_changes.value_words import ValueWords, noun_of, said_name
from pathwayctl.language import phrase
from pathwayctl.model.annotations import name_field
from pathwayctl.model.base import Model
from pathwayctl.model.partners import Organization, Person
from pathwayctl.wording import listed

_MOST_PARTS: Final = 8
"""The most changes of one entry that its line names."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change in words.

    ``kind`` says what has happened (``added``, ``moved``). ``where`` are the section and the list in it,
    ``id`` and ``name`` those of the entry; all are empty for the project's finish. ``used`` are the changes
    that the line tells.
    """

    kind: str
    text: str
    where: tuple[str, ...] = ()
    id: str = ""
    name: str = ""
    used: tuple[FieldChange | EntryChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeTopic:
    """Lines that belong together, under a heading."""

    title: str
    lines: tuple[ChangeLine, ...]


def line_of(kind: str, text: str, change: EntryChange, *used: FieldChange | EntryChange | None) -> ChangeLine:
    """A line about an entry; ``used`` are the changes that it tells, of those that there are."""
    told = tuple(one for one in used if one is not None)
    key = getattr(change.entry, "id", None) or ""
    return ChangeLine(kind, text, change.where, key, said_name(change.entry), told)


def whole_line(change: EntryChange) -> ChangeLine:
    """The line of an entry that was added or removed."""
    if change.old is None:
        return line_of("added", phrase("{name} is new.", name=start_of(change)), change)
    return line_of("removed", phrase("{name} was removed.", name=start_of(change)), change)


def rest_line(change: EntryChange, told: Collection[ChangeLine], words: ValueWords) -> Iterator[ChangeLine]:
    """One line for all changes of an entry that the other lines about it do not tell."""
    used = {id(one) for line in told for one in line.used}
    fields = [one for one in change.fields if id(one) not in used]
    inner = [one for one in change.inner if id(one) not in used]
    if fields or inner:
        start, left = _start(change, fields)
        parts = [words.of_field(type(change.entry), one) for one in left]
        parts += [_inner(one, words) for one in inner]
        if len(parts) > _MOST_PARTS:
            parts = [
                *parts[: _MOST_PARTS - 1],
                phrase("{number} more changes", number=len(parts) - _MOST_PARTS + 1),
            ]
        text = f"{start}: {'; '.join(parts)}." if parts else f"{start}."
        yield line_of("changed", text, change, *fields, *inner)


def _start(change: EntryChange, fields: list[FieldChange]) -> tuple[str, list[FieldChange]]:
    """How the line begins: with the name or, if that has changed, with both; and the fields that are left."""
    name = change.field(name_field(type(change.entry)))
    if name is None or name not in fields or change.old is None or "id" in name.path:
        return start_of(change), fields
    before, after = called(change.old), called(change.entry)
    if before == after:  # longer than what is shown
        return before, fields
    return phrase("{before} is now called {after}", before=before, after=after), [
        one for one in fields if one != name
    ]


def start_of(change: EntryChange) -> str:
    """How a line about an entry begins: its name, in quotes unless it is a person or organization."""
    return called(change.entry) or noun_of(change).capitalize()


def called(entry: Model) -> str:
    """The name of an entry, in quotes unless it is a person or organization; empty if it has none."""
    name = said_name(entry)
    return name if not name or isinstance(entry, (Person, Organization)) else f"“{name}”"


def _inner(change: EntryChange, words: ValueWords) -> str:
    """A change in a list of an entry, as a part of its line."""
    noun, name = noun_of(change), called(change.entry)
    what = f"{noun} {name}" if name else noun
    if change.old is None:
        return phrase("{what} added", what=what)
    if change.new is None:
        return phrase("{what} removed", what=what)
    parts = [words.of_field(type(change.entry), one) for one in change.fields]
    parts += [_inner(one, words) for one in change.inner]
    return f"{what}: {listed(parts)}"
