"""Everything in a plan that has an id, and entries that leave some of their fields out.

Which sections have such entries, what they are called, and which field names them, the model says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from pathwayctl.diagnostics import Path
from pathwayctl.model.annotations import entry_lists, name_field
from pathwayctl.model.base import Model
from pathwayctl.model.plan import Plan
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Row

if TYPE_CHECKING:
    from pathwayctl.model.frameworks import Framework, FrameworkItem


class Entry(NamedTuple):
    """Something with an id: what it is in a word, where it stands, and the name people know it by."""

    id: str
    kind: str
    path: Path
    name: str


def entries_of(plan: Plan) -> Iterator[Entry]:
    """Everything with an id except the tasks, of which there may be very many; sections in their order."""
    there = [name for name in Plan.model_fields if getattr(plan, name)]
    for (section, *inner), model in entry_lists(Plan, there):
        held = getattr(plan, section)
        if inner:
            for place, holder in enumerate(held):
                yield from _entries((section, place, inner[0]), getattr(holder, inner[0]), model)
        elif section != "tasks":
            yield from _entries((section,), held, model)


def entry_of(row: Row) -> Entry:
    """A task as an entry."""
    return Entry(row.task.id, row.task.NOUN, row.path, row.task.title)


def _entries(path: Path, items: tuple[Any, ...], model: type[Model]) -> Iterator[Entry]:
    named = name_field(model)
    for place, item in enumerate(items):
        if item.id is not None:
            yield Entry(item.id, model.NOUN, (*path, place), getattr(item, named))


E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Incomplete(Generic[E]):
    """An entry, its position in its section, and the fields that it leaves out."""

    place: int
    entry: E
    missing: tuple[str, ...]


def incomplete(entries: Iterable[tuple[int, E]], *fields: str) -> tuple[Incomplete[E], ...]:
    """The entries, given with their positions, that leave out one of these fields or more."""
    found = []
    for place, entry in entries:
        missing = tuple([field for field in fields if _is_left_out(getattr(entry, field))])
        if missing:
            found.append(Incomplete(place, entry, missing))
    return tuple(found)


def is_begun(entries: Iterable[object], *fields: str) -> bool:
    """Whether any of some entries has one of these fields, so that there is something to judge."""
    return any(not _is_left_out(getattr(entry, field)) for entry in entries for field in fields)


def _is_left_out(value: object) -> bool:
    """Whether a field is missing or an empty list; the number 0 and ``false`` are answers."""
    return value is None or value == ()


FRAMEWORK_PARTS: Final = ("career_options", "course_sequence", "work_based", "postsecondary", "partnerships")
"""The five parts of a framework (handout 3D), as fields of ``Framework``."""


def framework_items(framework: Framework) -> Iterator[tuple[str, int, FrameworkItem]]:
    """Every entry of a framework with its part and its place in that part."""
    for part in FRAMEWORK_PARTS:
        for place, item in enumerate(getattr(framework, part)):
            yield part, place, item
