"""Puts findings together where many entries lack the same thing.

A project that has just begun lacks the same thing everywhere: an owner for each of its tasks, a
baseline for each measure. Said once it helps, said thirty times it hides all the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from pathwayctl.checks.phrases import WHOLE, named, quoted, spoken
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path, Problem, Rule

_Case = TypeVar("_Case")

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
    return Lack(path, name, f"no {listed([spoken(field) for field in missing], 'or')}", hint or adding)


def gathered(rule: Rule, lacks: Iterable[Lack], noun: str, many: str = "") -> Iterator[Problem]:
    """``The risk “a” has no owner.`` for each entry, or once for all that lack the same thing."""
    alike: dict[str, list[Lack]] = {}
    for lack in lacks:
        alike.setdefault(lack.what, []).append(lack)
    for what, entries in alike.items():
        if len(entries) > MOST_ALONE and not WHOLE.get():
            names = named([lack.name for lack in entries])
            message = f"{count(len(entries), noun, many)} have {what}: {names}."
            yield rule.at(entries[0].path, message, entries[0].hint)
        else:
            for lack in entries:
                yield rule.at(lack.path, f"The {noun} {quoted(lack.name)} has {what}.", lack.hint)


def few_or_one(
    cases: Sequence[_Case], tell: Callable[[_Case], Problem], together: Callable[[], str]
) -> Iterator[Problem]:
    """A problem for each case, or of many cases the first with a message for them all.

    The message is made only then: of ten thousand cases nobody reads each.
    """
    if len(cases) <= MOST_ALONE or WHOLE.get():
        yield from map(tell, cases)
    else:
        yield replace(tell(cases[0]), message=together())
