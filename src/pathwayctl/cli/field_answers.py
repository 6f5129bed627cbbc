"""Answers for a field as people type them: names become ids, and days the form of a file."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final, get_origin

from pathwayctl.cli.questions import Again
from pathwayctl.cli.typed_values import day_after, day_of, meant, not_a_day
from pathwayctl.wording import count, listed, nearest, suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pathwayctl.diagnostics import Path
    from pathwayctl.loading.naming import KnownName, Names

_MOST_OFFERED: Final = 12
_COMMAS: Final = re.compile(r"[,;](?: ?and\b)?", re.IGNORECASE)
_AND: Final = re.compile(r" (?:and|&) ", re.IGNORECASE)


def read_answer(path: Path, text: str, names: Names, since: date | None = None) -> Any | Again:
    """The value for the field at a path of the plan, or why the text cannot be one.

    ``since`` is the day from which ``3/12`` and ``next Friday`` are counted; without it, a day needs a year.
    """
    from pathwayctl.editing.edits import Typed
    from pathwayctl.editing.typed_text import plain_value
    from pathwayctl.loading.fields import field_at, fits_at, plain_type_at
    from pathwayctl.model.references import use_at

    words, use = choices_at(path), use_at(path)
    if words and text.lower() not in words:
        return Again(f"“{text}” is not one of the choices. {suggestion(text.lower(), words)}".rstrip())
    if use is not None and use.kinds != ("task",):
        return _ids_of(path, text, use.kinds, names)
    if plain_type_at(path) is date:
        if since is not None:
            forms = "3/12, March 12, or 2027-03-12"
            return day_after(text, since) or Again(f"“{text}” is not a day. Write it as {forms}.")
        return day_of(text) or Again(f"{not_a_day(text)} Write {meant(text) or '2027-01-04'}")
    value = plain_value(path, Typed(text.lower() if words else text))
    field = field_at(path)
    return value if fits_at(path, value) else Again(f"“{text}” does not fit. {field and field.description}.")


def choices_at(path: Path) -> tuple[str, ...]:
    """The words that a field, or an item of it, takes; empty if it takes no fixed words."""
    from pathwayctl.loading.fields import words_at

    return words_at(path) or words_at((*path, 0))


def offered(path: Path, names: Names) -> str:
    """What can be chosen for a field, in a sentence; empty if it takes any text."""
    from pathwayctl.model.references import use_at

    use = use_at(path)
    choices = choices_at(path) or (tuple(one.id for one in names.of(use.kinds)) if use is not None else ())
    return f"Choose from {some_of(choices)}." if choices else ""


def some_of(choices: Sequence[str], most: int = _MOST_OFFERED) -> str:
    """Choices with commas between, and how many more there are beyond the first."""
    more = f", and {count(len(choices) - most, 'more', 'more')}" if len(choices) > most else ""
    return ", ".join(choices[:most]) + more


def parts_of(text: str, kinds: tuple[str, ...], names: Names) -> list[str]:
    """The names in a text, which are parted by commas, semicolons, or “and”."""
    if len(names.called(text, kinds)) == 1:
        return [text]
    words = " ".join(text.split()).strip(" ,;.")
    parts = [part.strip() for part in _COMMAS.split(words) if part.strip()]
    return [
        one
        for part in parts
        for one in ([part] if names.called(part, kinds) else filter(None, _AND.split(part)))
    ]


def id_of(text: str, kinds: tuple[str, ...], names: Names) -> str | Again:
    """The id of an entry that was named by its id, or by its name or a part of that."""
    found = names.called(text, kinds)
    if len(found) == 1:
        return found[0].id
    if found:
        return Again(f"“{text}” could be {listed([_with_name(one) for one in found], 'or')}. Type the id.")
    near = near_to(text, kinds, names)
    hint = f"Did you mean {_with_name(near)}?" if near else ""
    return Again(f"There is no {listed(kinds, 'or')} “{text}”. {hint}".rstrip())


def near_to(text: str, kinds: tuple[str, ...], names: Names) -> KnownName | None:
    """The entry whose id, name, or a part of the name is spelled nearly like a text."""
    from pathwayctl.loading.naming import slug

    near = names.near(text, kinds)
    if near is None:
        by_word = {word: one for one in names.of(kinds) for word in slug(one.name).split("-")}
        word = nearest(slug(text), by_word)
        near = by_word[word] if word else None
    return near


def _with_name(entry: KnownName) -> str:
    return f"“{entry.id}” ({entry.name})"


def _ids_of(path: Path, text: str, kinds: tuple[str, ...], names: Names) -> str | list[str] | Again:
    """The id that a field takes, or several where it takes those."""
    from pathwayctl.loading.fields import fits_at, type_at

    found = []
    for part in parts_of(text, kinds, names):
        id_ = id_of(part, kinds, names)
        if isinstance(id_, Again):
            return id_
        found.append(id_)
    if get_origin(type_at(path)) is tuple:
        return found
    if len(found) > 1 and not fits_at(path, found):
        return Again("Only one can be named here. Type one name.")
    return found if len(found) > 1 else found[0] if found else Again("Type a name.")
