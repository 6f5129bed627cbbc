"""The references of a plan that do not lead to a thing that fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pathwayctl.checks.phrases import quoted
from pathwayctl.model.annotations import Ref
from pathwayctl.model.references import FIELDS, TASK_FIELDS

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.evidence.index import PlanIndex


class Reference(NamedTuple):
    """One mention of an id: how it is used, where it stands, and what it is said of."""

    id: str
    use: Ref
    path: Path
    subject: str


_NAMES: Final = (
    "name", "title", "industry", "audience", "responsibility", "deliverable", "group", "item", "id",
)  # fmt: skip
"""The fields by which an entry is known to people, the best first."""
UNNAMED: Final = {"partnership": "The partnership", "sustainability": "The sustainability plan"}


def stray_references(index: PlanIndex) -> Iterator[Reference]:
    """Every reference of the plan that does not lead to a thing of a kind that fits."""
    return chain(_of_tasks(index), _of_sections(index))


def _of_tasks(index: PlanIndex) -> Iterator[Reference]:
    """There may be very many: so all ids of a field are compared at once, and looked for only if amiss."""
    tasks = [row.task for row in index.breakdown.rows]
    mentioned: dict[str, set[str | None]] = {
        "owner": {task.owner for task in tasks},
        "assigned": {one.resource for task in tasks for one in task.assigned},
        "consulted": {name for task in tasks for name in task.consulted},
        "informed": {name for task in tasks for name in task.informed},
        "depends_on": {link.predecessor for task in tasks for link in task.depends_on},
        "requirement": {task.requirement for task in tasks},
    }
    for field, use in TASK_FIELDS:
        strays = mentioned[field].difference(index.ids_of(use.kinds), (None,))
        if strays:
            yield from _strays(index, field, use, strays)


def _strays(index: PlanIndex, field: str, use: Ref, strays: set[str | None]) -> Iterator[Reference]:
    for row in index.breakdown.rows:
        for below, name in _ids(getattr(row.task, field)):
            if name in strays:
                yield Reference(name, use, (*row.path, field, *below), quoted(row.task.title))


def _ids(value: Any) -> Iterable[tuple[Path, str]]:
    """The ids in a field of a task, each with its place in the field."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (((), value),)
    return [((place,), _id(item)) for place, item in enumerate(value)]


def _id(item: Any) -> str:
    """The id in a link, in an assignment, or the item itself."""
    name: str = getattr(item, "predecessor", None) or getattr(item, "resource", item)
    return name


def _of_sections(index: PlanIndex) -> Iterator[Reference]:
    for steps, use in FIELDS:
        section = getattr(index.plan, steps[0])
        if section:
            fitting = index.ids_of(use.kinds)
            for name, path, subject in _mentions(section, steps[1:], steps[:1], UNNAMED.get(steps[0], "")):
                if name not in fitting:
                    yield Reference(name, use, path, subject)


def _mentions(here: Any, steps: tuple[str, ...], path: Path, subject: str) -> Iterator[tuple[str, Path, str]]:
    """The ids at the end of some steps, through lists, with their places and what they are said of."""
    if isinstance(here, tuple):
        for place, item in enumerate(here):
            yield from _mentions(item, steps, (*path, place), subject)
    elif isinstance(here, str):
        yield here, path, subject
    elif here is not None:
        inner = getattr(here, steps[0])
        yield from _mentions(inner, steps[1:], (*path, steps[0]), name_of(here) or subject)


def name_of(item: Any) -> str:
    """What people call an entry, in quotes; nothing if it has no name of its own."""
    return next((quoted(getattr(item, field)) for field in _NAMES if getattr(item, field, None)), "")
