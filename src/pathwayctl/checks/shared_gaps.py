"""One finding for many entries that lack the same thing.

A project that has just begun lacks the same thing everywhere: an owner for each of its tasks, a
baseline for each measure. One finding helps; thirty hide all the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple, TypeVar

from pathwayctl.checks.phrases import named, quoted, spoken, titles
from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.evidence.entries import Incomplete
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count, listed

E = TypeVar("E")
_Case = TypeVar("_Case")
MOST_ALONE: Final = 5
"""Up to this number of entries that lack the same thing, each gets a finding of its own."""


class SharedGap(NamedTuple):
    """An entry that lacks something: its path, its name, what it has or has not, and what to type.

    The hint fits one entry and many; without one, it says to add the ``fields``.
    """

    path: Path
    name: str
    what: str
    hint: str = ""
    fields: Sequence[str] = ()

    def to_type(self, where: str) -> str:
        """The hint; ``where`` says what the fields are to be added to: ``it`` or ``each``."""
        if self.hint or not self.fields:
            return self.hint
        return f"Add {listed([f'{field}:' for field in self.fields])} to {where}."


def without(path: Path, name: str, missing: Sequence[str], hint: str = "") -> SharedGap:
    """An entry with some empty fields, as the fields are called in a file."""
    what = f"no {listed([spoken(field) for field in missing], 'or')}"
    return SharedGap(path, name, what, hint, missing)


def gathered(
    index: PlanIndex, rule: Rule, lacks: Iterable[SharedGap], noun: str, many: str = ""
) -> Iterator[Problem]:
    """``The risk “a” has no owner.`` for each entry, or once for all that lack the same thing."""
    alike: dict[str, list[SharedGap]] = {}
    for lack in lacks:
        alike.setdefault(lack.what, []).append(lack)
    for what, entries in alike.items():
        if len(entries) > MOST_ALONE and not index.whole:
            names = named(index, [lack.name for lack in entries])
            message = f"{count(len(entries), noun, many)} have {what}: {names}."
            yield rule.at(entries[0].path, message, entries[0].to_type("each"))
        else:
            for lack in entries:
                message = f"The {noun} {quoted(lack.name)} has {what}."
                yield rule.at(lack.path, message, lack.to_type("it"))


def _title(entry: Any) -> str:
    return str(entry.title)


def incomplete(
    index: PlanIndex,
    rule: Rule,
    section: str,
    found: Iterable[Incomplete[E]],
    noun: str,
    many: str = "",
    *,
    name: Callable[[E], str] = _title,
) -> Iterator[Problem]:
    """The entries of a section that leave some of their fields out, as ``gathered`` reports them."""
    lacks = (without((section, one.place), name(one.entry), one.missing) for one in found)
    return gathered(index, rule, lacks, noun, many)


def in_one_finding(
    index: PlanIndex,
    rule: Rule,
    section: str,
    cases: Sequence[tuple[int, str]],
    subject: tuple[str, str],
    what: str,
    hint: str = "",
    *,
    field: str = "",
) -> Iterator[Problem]:
    """``2 people have no role: “a” and “b”.``, at the first of some entries; nothing if there are none.

    ``cases`` are positions in the section with names, and ``subject`` is the noun and the verb of the
    sentence for one and for many: ``("person has", "people have")``. ``field`` is the field of the entry
    that the finding points at.
    """
    if cases:
        message = f"{count(len(cases), *subject)} {what}: {titles(index, cases)}."
        path = (section, cases[0][0], field) if field else (section, cases[0][0])
        yield rule.at(path, message, hint)


def few_or_one(
    index: PlanIndex,
    cases: Sequence[_Case],
    problem: Callable[[_Case], Problem],
    words: str,
    name: Callable[[_Case], str],
) -> Iterator[Problem]:
    """A problem for each case, or one for all of many cases, at the first of them.

    That one says ``6 tasks have a lag: “a”, “b”, “c”, “d”, and 2 others.``: ``words`` are the plural
    noun with what is true of all cases, and ``name`` is what a case is called.
    """
    if len(cases) <= MOST_ALONE or index.whole:
        yield from map(problem, cases)
    else:
        names = named(index, [name(case) for case in cases])
        yield replace(problem(cases[0]), message=f"{len(cases):,} {words}: {names}.")
