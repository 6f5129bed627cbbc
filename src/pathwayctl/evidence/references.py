"""Every reference from one entry of a plan to another, as the annotations of the fields declare them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Any, Final

from pathwayctl.diagnostics import Path
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.annotations import Ref
from pathwayctl.model.base import Model
from pathwayctl.model.one_or_more import MainId, ids_of
from pathwayctl.model.references import TASK_FIELDS, Reference, name_of, references_of
from pathwayctl.model.values import ID_PATTERN

_ID: Final = re.compile(ID_PATTERN)


def stray_references(index: PlanIndex) -> Iterator[Reference]:
    """Every reference of the plan that does not lead to an entry of a kind that fits."""
    for field, use in TASK_FIELDS:
        strays = _mentioned(index, field).difference(index.ids_of(use.kinds))
        if strays:
            yield from _of_tasks(index, field, use, strays)
    for steps, use in references_of(index.plan):
        fitting = index.ids_of(use.kinds)
        found = _mentions(getattr(index.plan, steps[0]), steps[1:], steps[:1], use, index.plan, "")
        yield from (one for one in found if one.id not in fitting and not _is_guest(index, one))


def _is_guest(index: PlanIndex, reference: Reference) -> bool:
    """Whether a reference is the name of someone who has no entry, in a field that takes names too."""
    if not reference.use.or_name or _ID.fullmatch(reference.id):
        return False
    return all(party.name.casefold() != reference.id.casefold() for party in index.parties.values())


def references_to(index: PlanIndex, name: str) -> Iterator[Reference]:
    """Every reference of the plan to one id: those in tasks first, then those in other sections."""
    for field, use in TASK_FIELDS:
        yield from _of_tasks(index, field, use, {name})
    for steps, use in references_of(index.plan):
        found = _mentions(getattr(index.plan, steps[0]), steps[1:], steps[:1], use, index.plan, "")
        yield from (one for one in found if one.id == name)


def _mentioned(index: PlanIndex, field: str) -> set[str]:
    """The ids in a field of all tasks. Comparing all of them at once is fast, and strays are rare."""
    held = [value for row in index.breakdown.rows if (value := getattr(row.task, field))]
    if not held or isinstance(held[0], str):
        return set(held).union(*(one.others for one in held if type(one) is MainId))
    items = chain.from_iterable(held)
    attribute = _id_attribute(held[0][0])
    return set(map(attrgetter(attribute), items) if attribute else items)


def _of_tasks(index: PlanIndex, field: str, use: Ref, wanted: Collection[str]) -> Iterator[Reference]:
    seen: set[Path] = set()  # occurrences of a task are written in one place
    for row in index.breakdown.rows:
        if value := getattr(row.task, field):
            for one in _mentions(value, (), (*row.path, field), use, row.task, row.task.title):
                if one.id in wanted and one.path not in seen:
                    seen.add(one.path)
                    yield one


def _of_one_or_more(value: str) -> Iterable[tuple[Path, str]]:
    """The ids of a field that takes one or a list, each with its place in the field as it was written."""
    if type(value) is not MainId:
        return (((), value),)
    return [((place,), str(name)) for place, name in enumerate(ids_of(value))]


def _id_attribute(item: Any) -> str:
    """The attribute that holds the id in a link or an assignment; empty if the item itself is the id."""
    return next((name for name in ("predecessor", "resource") if hasattr(item, name)), "")


def _mentions(
    here: Any, steps: tuple[str, ...], path: Path, use: Ref, entry: Model, name: str
) -> Iterator[Reference]:
    """The ids at the end of some steps through fields and lists."""
    if isinstance(here, tuple):
        for place, item in enumerate(here):
            yield from _mentions(item, steps, (*path, place), use, entry, name)
    elif isinstance(here, str):
        for below, one in _of_one_or_more(here):
            yield Reference(one, use, (*path, *below), entry, name)
    elif steps and here is not None:
        inner = getattr(here, steps[0])
        if inner:  # most fields are empty
            yield from _mentions(inner, steps[1:], (*path, steps[0]), use, here, name_of(here) or name)
    elif attribute := _id_attribute(here):  # a link or an assignment, and not a day
        yield Reference(getattr(here, attribute), use, path, entry, name)
