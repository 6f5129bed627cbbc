"""What the model says of references: the entries that have ids, and every field that refers to one.

All of it is derived from the annotations of the fields (``annotations.py``); nothing is listed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from pathwayctl.diagnostics import Path
from pathwayctl.model.annotations import Ref, ReferenceRoute, entry_lists, name_field, routes, section_routes
from pathwayctl.model.base import Model
from pathwayctl.model.plan import Plan
from pathwayctl.model.work import Task

TASK_FIELDS: Final = tuple((route.steps[0], route.ref) for route in routes(Task) if len(route.steps) == 1)
"""The fields of a task that refer to something, and how; what its occurrences say holds for tasks too."""
_INSIDE: Final = {("tasks", *route.steps): route.ref for route in routes(Task) if len(route.steps) > 1}
_BY_FIELD: Final = dict(TASK_FIELDS)
ASSIGNED: Final = _BY_FIELD["assigned"]
WAITS: Final = _BY_FIELD["depends_on"]


class Reference(NamedTuple):
    """One mention of an id: the id, what the field says, its path, and the innermost entry around it."""

    id: str
    use: Ref
    path: Path
    entry: Model
    name: str
    """The name of that entry, or of the nearest one around it that has a name; empty if none has."""


def name_of(entry: Model) -> str:
    """The name people know an entry by; empty if it has none."""
    field = name_field(type(entry))
    return (getattr(entry, field) or getattr(entry, "id", None) or "") if field else ""


def references_of(plan: Plan) -> Iterator[ReferenceRoute]:
    """Where the entries of a plan, other than its tasks, may refer to something."""
    for section in Plan.model_fields:
        if section != "tasks" and getattr(plan, section):
            yield from section_routes(Plan, section)


@cache
def sections_by_kind() -> Mapping[str, str]:
    """The section that holds each kind of entry, by itself or inside its entries."""
    return MappingProxyType({model.NOUN: steps[0] for steps, model in entry_lists(Plan, Plan.model_fields)})


@cache
def _refs() -> dict[tuple[str, ...], Ref]:
    others = dict(route for route in routes(Plan) if route.steps[0] != "tasks")
    return {("tasks", field): ref for field, ref in TASK_FIELDS} | _INSIDE | others


def use_at(path: tuple[str | int, ...]) -> Ref | None:
    """How an id at a path is used: ``("tasks", 3, "tasks", 0, "owner")``; ``None`` where none belongs."""
    names = tuple(part for part in path if isinstance(part, str))
    while names[:2] == ("tasks", "tasks"):
        names = names[1:]
    return _refs().get(names)
