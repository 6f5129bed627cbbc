"""Puts findings together where many entries lack the same thing.

A project that has just begun lacks the same thing everywhere: an owner for each of its tasks, a
baseline for each measure. Said once it helps, said thirty times it hides all the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from pathwayctl.checks.phrases import named, quoted, spoken
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path, Problem, Rule

MOST_ALONE: Final = 5
"""So many entries that lack the same thing get a finding each."""


class Lack(NamedTuple):
    """An entry: where it stands, what it is called, what it has or has not, and what to type."""

    path: Path
    name: str
    what: str
    hint: str = ""


def without(path: Path, name: str, missing: Sequence[str], hint: str = "") -> Lack:
    """An entry of which some fields are empty, as the fields are called in a file."""
    adding = f"Add {listed([f'{field}:' for field in missing])} to it."
    return Lack(path, name, f"no {listed([spoken(field) for field in missing], 'and no')}", hint or adding)


def gathered(rule: Rule, lacks: Iterable[Lack], noun: str, many: str = "") -> Iterator[Problem]:
    """``The risk “a” has no owner.`` for each entry, or once for all that lack the same thing."""
    alike: dict[str, list[Lack]] = {}
    for lack in lacks:
        alike.setdefault(lack.what, []).append(lack)
    for what, entries in alike.items():
        if len(entries) > MOST_ALONE:
            names = named([lack.name for lack in entries])
            message = f"{count(len(entries), noun, many)} have {what}: {names}."
            yield rule.at(entries[0].path, message, entries[0].hint)
        else:
            for lack in entries:
                yield rule.at(lack.path, f"The {noun} {quoted(lack.name)} has {what}.", lack.hint)
