"""Finds which entry a name means: by full name, first name, title, e-mail, initials, or near spelling."""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, NamedTuple

from pathwayctl.diagnostics import FieldFix, Hint
from pathwayctl.model.annotations import entry_lists, inner_model, name_field
from pathwayctl.model.base import Model
from pathwayctl.model.plan import Plan
from pathwayctl.model.work import Task
from pathwayctl.wording import nearest, slip_for

MOST_SEARCHES: Final = 50
"""This many different misspellings get a suggestion; a file with more has another problem."""
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

    def hint(self, word: str, *, on_key: bool = False) -> str:
        """``Did you mean “kickoff”?``, or an empty text if no word is close."""
        near = self.nearest(word)
        if not near:
            return ""
        hint = f"Did you mean “{near}”?"
        fix = FieldFix(name=near) if on_key else FieldFix(near)
        return Hint(hint, fix) if slip_for(word, self._pairs) == near else hint

    def _candidates(self, word: str) -> list[str]:
        pairs = _pairs(word)

        def likeness(known: str) -> tuple[int, int]:
            return (len(pairs & self._pairs[known]), -abs(len(word) - len(known)))

        return heapq.nlargest(_MOST_CANDIDATES, self._pairs, key=likeness)


def _pairs(word: str) -> frozenset[str]:
    return frozenset(first + second for first, second in zip(f" {word}", f"{word} ", strict=True))


_APOSTROPHES: Final = re.compile(r"['’‘`´]")
_NOT_OF_AN_ID: Final = re.compile(r"[^a-z0-9]+")
_HONORIFICS: Final = frozenset(
    {"dr", "mr", "mrs", "ms", "miss", "prof", "rev", "hon", "phd", "edd", "jr", "sr"}
)
_FILLERS: Final = frozenset({"the", "a", "an", "of", "and", "for", "at", "in", "to", "with", "on"})
_ALSO: Final = ("title", "email", "group", "audience")
"""Further fields by which people call an entry, where they are not its name."""
_MOST_OFFERED: Final = 4


class KnownName(NamedTuple):
    """An entry that can be referred to: its id, its kind, its name, and what else it is called."""

    id: str
    kind: str
    name: str
    others: tuple[str, ...] = ()


def slug(text: str) -> str:
    """A text as an id: ``tom-obrien`` for ``Tom O'Brien``; empty where no letter or digit is left."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    return (
        _NOT_OF_AN_ID.sub("-", plain.encode("ascii", "ignore").decode().lower()).strip("-")[:100].strip("-")
    )


class Names:
    """Everything in a project that has an id, to be looked up by what people call it."""

    def __init__(self, entries: Iterable[KnownName]) -> None:
        self._entries = tuple(entries)
        self._of: dict[tuple[str, ...], tuple[KnownName, ...]] = {}
        self._spellers: dict[tuple[str, ...], tuple[Speller, dict[str, KnownName]]] = {}

    @cached_property
    def ids(self) -> dict[str, KnownName]:
        """Every entry by its id; of several with the same id, the first."""
        return {entry.id: entry for entry in reversed(self._entries)}

    @cached_property
    def tasks(self) -> tuple[KnownName, ...]:
        """The tasks in the order of the files."""
        return tuple(entry for entry in self._entries if entry.kind == "task")

    def called(self, text: str, kinds: tuple[str, ...]) -> tuple[KnownName, ...]:
        """The entries of some kinds that a text can mean, by the first way of calling that any fits.

        A name, id, or e-mail written in full comes first, then a part of a name (a first name, or an
        organization's initials), then another field such as a job title.
        """
        key = slug(text)
        if not key:
            return ()
        words = _words(key)
        for found in (self._exact.get(key.replace("-", ""), ()), self._with(words, 0), self._with(words, 1)):
            fitting = tuple(dict.fromkeys(entry for entry in found if entry.kind in kinds))
            if fitting:
                return fitting[:_MOST_OFFERED]
        return ()

    def near(self, text: str, kinds: tuple[str, ...]) -> KnownName | None:
        """The entry of some kinds whose id or name is spelled nearly like a text, or ``None``."""
        if kinds not in self._spellers:
            fitting = self.of(kinds)
            spelled = {slug(entry.name): entry for entry in fitting} | {entry.id: entry for entry in fitting}
            self._spellers[kinds] = Speller(spelled), spelled
        speller, spelled = self._spellers[kinds]
        near = speller.nearest(slug(text))
        return None if near is None else spelled[near]

    def of(self, kinds: tuple[str, ...]) -> tuple[KnownName, ...]:
        """The entries of some kinds, in the order of the files."""
        if kinds not in self._of:
            self._of[kinds] = tuple([entry for entry in self._entries if entry.kind in kinds])
        return self._of[kinds]

    @cached_property
    def _order(self) -> dict[KnownName, int]:
        return {entry: place for place, entry in enumerate(self._entries)}

    @cached_property
    def _exact(self) -> dict[str, list[KnownName]]:
        found: dict[str, list[KnownName]] = {}
        for entry in self._entries:
            for text in (entry.id, entry.name, *(one for one in entry.others if "@" in one)):
                alike = found.setdefault(slug(text).replace("-", ""), [])
                same_kind = [one for one in alike if one.kind == entry.kind]
                if entry not in same_kind and len(same_kind) < _MOST_OFFERED:  # no hint names more
                    alike.append(entry)
        return found

    @cached_property
    def _by_word(self) -> tuple[dict[str, set[KnownName]], dict[str, set[KnownName]]]:
        """The entries by each word of their name and id, and by each word of what else they are called."""
        names: dict[str, set[KnownName]] = {}
        others: dict[str, set[KnownName]] = {}
        for entry in self._entries:
            words = _words(slug(entry.name))
            for word in (*words, *entry.id.split("-"), "".join(word[0] for word in words)):
                names.setdefault(word, set()).add(entry)
            for text in entry.others:
                for word in _words(slug(text)):
                    others.setdefault(word, set()).add(entry)
        return names, others

    def _with(self, words: list[str], which: int) -> list[KnownName]:
        """The entries whose name has all of some words, in the order of the files."""
        index = self._by_word[which]
        found = [index.get(word, set()) for word in words]
        both = set.intersection(*found) if found else set()
        return sorted(both, key=self._order.__getitem__) if len(both) <= _MOST_OFFERED else []


def _words(key: str) -> list[str]:
    """The words of a slug that tell something."""
    words = [word for word in key.split("-") if word and word not in _HONORIFICS]
    return [word for word in words if word not in _FILLERS] or words


def names_in(sections: Mapping[str, Any]) -> Names:
    """The names in the sections of a project as plain data, of whatever shape."""
    return Names(_entries(sections))


def _entries(sections: Mapping[str, Any]) -> Iterator[KnownName]:
    lists = entry_lists(Plan, [name for name in Plan.model_fields if name in sections])
    for (section, *inner), model in sorted(lists, key=lambda one: one.model is Task):
        kind, field = model.NOUN, name_field(model)
        for item in _groups(sections.get(section)):
            held = _groups(item.get(inner[0])) if inner else _with_own_kind(item, model)
            for entry in held:
                yield from _named(entry, kind, field)


def _with_own_kind(item: dict[str, Any], model: type[Model]) -> Iterator[dict[str, Any]]:
    """An entry and the entries of its kind in it, such as the tasks of a task, in the order of the file."""
    inner = next((name for name, field in model.model_fields.items() if inner_model(field) is model), "")
    waiting = [item]
    while waiting:
        here = waiting.pop()
        yield here
        waiting += list(_groups(here.get(inner)))[::-1]


def _groups(value: object) -> Iterator[dict[str, Any]]:
    return iter([item for item in value if isinstance(item, dict)] if isinstance(value, list) else [])


def _named(item: dict[str, Any], kind: str, field: str) -> Iterator[KnownName]:
    """The entry, under the id that it is going to have if its own is not well formed."""
    text = item.get("id")
    if isinstance(text, str | int) and not isinstance(text, bool) and slug(str(text)):
        name = item.get(field)
        others = tuple(item[key] for key in _ALSO if key != field and isinstance(item.get(key), str))
        yield KnownName(slug(str(text)), kind, name if isinstance(name, str) else str(text), others)
