"""Ids that are not the only one of their kind, and lists that name the same thing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Any, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted, subject
from pathwayctl.diagnostics import OTHER_PLACE, Path, Problem, Rule
from pathwayctl.evidence.entries import Entry
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.annotations import KeyedList, inner_model, keyed_lists, name_lists
from pathwayctl.model.base import Model
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.plan import Plan
from pathwayctl.model.references import name_of
from pathwayctl.model.work import Task
from pathwayctl.wording import a

ID_TWICE: Final = Rule("PW301")
NAMED_TWICE: Final = Rule("PW309")

ENTRY_TWICE: Final = Rule("PW326")


@check(ID_TWICE)
def ids(index: PlanIndex) -> Iterator[Problem]:
    """Ids that two things share."""
    for first, *others in index.shared.values():
        for other in others:
            path = (*other.path, "id")
            yield ID_TWICE.at(
                path, _shared(first, other), _another(index, first, other), other=(*first.path, "id")
            )


@check(NAMED_TWICE)
def lists(index: PlanIndex) -> Iterator[Problem]:
    """Lists that name a person, a role or another thing twice."""
    for path, entry, items in _name_lists(index):
        seen = set()
        for place, item in enumerate(items):
            if item in seen:
                yield NAMED_TWICE.at(
                    (*path, place), f"{subject(entry, name_of(entry))} names {quoted(item)} twice here."
                )
            seen.add(item)


@check(ENTRY_TWICE)
def entries(index: PlanIndex) -> Iterator[Problem]:
    """Entries that speak of the same thing, though they do not share an id."""
    for path, items, keyed in _groups(index):
        seen = set()
        for place, item in enumerate(items):
            key = tuple(getattr(item, field) for field in keyed.fields)
            if key in seen and key[0] is not None:
                message = f"The {keyed.noun} {quoted(key[0])} has two entries; this is the second."
                yield ENTRY_TWICE.at((*path, place, keyed.fields[0]), message)
            seen.add(key)


def _groups(index: PlanIndex) -> Iterator[tuple[Path, Iterable[Any], KeyedList]]:
    """Lists in which no two entries should agree in their key fields: sections, and lists inside entries."""
    plan = index.plan
    held = [name for name in type(plan).model_fields if getattr(plan, name)]
    for keyed in chain.from_iterable(keyed_lists(type(plan), name) for name in held):
        section, *inner = keyed.steps
        entries = getattr(plan, section)
        if not inner:
            yield (section,), entries, keyed
        else:
            for place, item in enumerate(entries):
                yield (section, place, inner[0]), getattr(item, inner[0]), keyed


def _shared(first: Entry, second: Entry) -> str:
    if first.kind == second.kind:
        both = f"the {first.kind} {quoted(first.name)} and another {second.kind}, {quoted(second.name)}"
    else:
        both = f"{a(first.kind)}, {quoted(first.name)}, and {a(second.kind)}, {quoted(second.name)}"
    return f"Two things have the id {quoted(second.id)}: {both}. The other is in {OTHER_PLACE}."


def _another(index: PlanIndex, first: Entry, second: Entry) -> str:
    """A new id for the second of two things; of two that have the same name, one is a copy."""
    from pathwayctl.loading.naming import slug  # needed only where something is wrong
    from pathwayctl.loading.understanding.written_form import typed

    if (first.kind, first.name) == (second.kind, second.name):
        return (
            "If this is a copy, delete it, or the file that holds the copies. Otherwise give it another id."
        )
    choices = (slug(second.name), f"{second.id}-{slug(second.kind)}")
    new = next((new for new in choices if new and index.find(new) is None), "")
    if not new:
        return ID_TWICE.page.fix
    hint = "Every entry needs an id of its own."
    if (first.kind, second.kind) == ("meeting", "task"):
        hint += f" If the task plans the meeting, add task: {typed(new)} to the meeting."
    return f"{hint} Write id: {typed(new)}"


def _name_lists(index: PlanIndex) -> Iterator[tuple[Path, Model, Iterable[Any]]]:
    """The lists of names in tasks and in the entries of other sections, with the entries that hold them."""
    names = name_lists(Task)
    held_in = attrgetter(*names)  # a plan has very many tasks, and most of these lists are empty
    for row in index.breakdown.rows:
        for name, held in zip(names, held_in(row.task), strict=True):
            if held and len(items := _items(held)) > 1:
                yield (*row.path, name), row.task, items
    for section in Plan.model_fields:
        held = getattr(index.plan, section)
        model = inner_model(Plan.model_fields[section]) if held and section != "tasks" else None
        for name in name_lists(model) if model else ():
            for path, item in _each(section, held):
                if len(items := _items(getattr(item, name))) > 1:
                    yield (*path, name), item, items


def _items(held: Any) -> tuple[Any, ...]:
    """The items of a list, or of a field that takes one id or a list."""
    return held if isinstance(held, tuple) else ids_of(held)


def _each(section: str, held: Any) -> Iterator[tuple[Path, Any]]:
    """The entries of a section with their paths; a section that appears once is its own entry."""
    if isinstance(held, tuple):
        yield from (((section, place), item) for place, item in enumerate(held))
    else:
        yield (section,), held
