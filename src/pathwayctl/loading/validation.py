"""Validates one section, and takes out what does not fit so that the rest can still be looked at.

Pydantic reports every mistake of a section at once. What is wrong is then taken out and the rest is
validated again, so that later checks see as much of the plan as can be understood. Nothing is
hidden: each thing taken out has its finding.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter, ValidationError

from pathwayctl.diagnostics import Path, Problem
from pathwayctl.loading.fields import field_at, type_at
from pathwayctl.loading.message_context import MessageContext
from pathwayctl.loading.pydantic_errors import Problems
from pathwayctl.model.kept_sections import KeptSections

if TYPE_CHECKING:
    from pathwayctl.loading.complaints.case import Error
    from pathwayctl.model.work import Task

Removed = dict[Path, list[int]]
"""For each list that lost entries, by its path in the data as written, the new positions from which on
one more entry is gone, in rising order: ``[0, 1]`` after entries 0 and 2 were taken out."""

_Tree = dict[str | int, Any]
"""What to take out of a value: for each key or position, the tree for what is there, or ``_OUT``."""
_OUT: Final[_Tree] = {}
_ROUNDS: Final = 20
"""So often a section is validated; a list may become too short only when its wrong entries are gone."""
_MOST_UNKNOWN: Final = 60
"""In one entry, so many unknown fields are compared with those that are missing; each takes a while."""


def settle(
    name: str,
    context: MessageContext,
    removed: Removed,
    unread: set[str],
    refused: set[Path],
    kept: KeptSections | None = None,
) -> tuple[Any, list[Problem]]:
    """The section's models or ``None``, and its problems at paths of the data as written.

    The sections in ``context`` stay as they are: an alias may have put the same list in many places of
    them. Positions taken out of lists are added to ``removed``, ids that went with them to ``unread``, and
    the paths of all that does not fit to ``refused``. What ``kept`` has is not validated again.
    """
    value, kept = context.sections[name], kept or KeptSections()
    left: dict[str, Any] = {name: value}
    problems = Problems(context)
    around: set[Path] = set()
    for _ in range(_ROUNDS):
        try:
            here = left[name]
            return kept.made(name, (here,), partial(_validated, name, here)), problems.found
        except ValidationError as error:
            errors = [(_path(name, said), said) for said in error.errors(include_url=False)]
        found = [(as_written(path, removed), said) for path, said in errors if not _may_be_blank(path, said)]
        for path, said in _on_their_own(found, around, context):
            problems.add(said, path)
        refused.update(path for path, _ in found)
        left = _without(left, (_culprit(path, said) for path, said in errors), removed, unread)
        if name not in left:
            break
    unread.update(ids_in(value))
    return None, problems.found


def _validated(name: str, value: Any) -> Any:
    """The models of a section; raises ``ValidationError``."""
    made = validator(name).validate_python(value)
    if name == "tasks":
        _share_field_sets(made, {})
    return made


def _share_field_sets(tasks: Iterable[Task], known: dict[frozenset[str], set[str]]) -> None:
    """Let tasks that have the same fields share the set of their names: a tenth of a large plan's memory."""
    for task in tasks:
        names = task.model_fields_set
        object.__setattr__(task, "__pydantic_fields_set__", known.setdefault(frozenset(names), names))
        _share_field_sets(task.tasks, known)


@cache
def validator(name: str) -> TypeAdapter[Any]:
    """What validates a section; making it takes a while, so it is made once, and can be made ahead."""
    return TypeAdapter(type_at((name,)))


def ids_in(value: Any) -> Iterator[str]:
    """Every id in a piece of data, however deep."""
    stack = [value]
    while stack:
        here = stack.pop()
        if isinstance(here, dict):
            name = here.get("id")
            if isinstance(name, str):
                yield name
            stack.extend(here.values())
        elif isinstance(here, list):
            stack.extend(here)


def as_written(path: Path, removed: Removed) -> Path:
    """The path in the data as written, for a path in what is left of it."""
    if not removed:
        return path
    found: list[str | int] = []
    for part in path:
        gone = removed.get(tuple(found)) if isinstance(part, int) else None
        found.append(_place_as_written(part, gone) if gone and isinstance(part, int) else part)
    return tuple(found)


def _place_as_written(place: int, gone: list[int]) -> int:
    return place + bisect_right(gone, place)


def _on_their_own(
    errors: Sequence[tuple[Path, Error]], around: set[Path], context: MessageContext
) -> list[tuple[Path, Error]]:
    """The errors that do not only follow from another; what is around them is added to ``around``.

    A field is not missing if it has a wrong name, a list is not too short if its wrong entries are
    reported, and what is wrong only because a part was taken out is not reported.
    """
    before = frozenset(around)
    around.update(path[:end] for path, _ in errors for end in range(1, len(path)))
    misnamed = set(_misnamed(errors, context))
    return [
        (path, said)
        for path, said in errors
        if not (said["type"] == "missing" and path in misnamed)
        and path not in (around if said["type"] == "too_short" else before)
    ]


def _misnamed(errors: Sequence[tuple[Path, Error]], context: MessageContext) -> Iterator[Path]:
    """The paths that unknown fields would have under their right names, in entries that lack a field."""
    incomplete = {path[:-1] for path, said in errors if said["type"] == "missing"}
    looked_at: Counter[Path] = Counter()
    for path, said in errors:
        entry = path[:-1]
        if said["type"] != "extra_forbidden" or entry not in incomplete:
            continue
        looked_at[entry] += 1
        if looked_at[entry] <= _MOST_UNKNOWN:
            from pathwayctl.loading.keys import field_meant

            yield (*entry, field_meant(path, context) or "")


def in_plan(path: Path, removed: Removed) -> Path:
    """The path, in what is left of the data, of a path in the data as written.

    The number of an entry that was taken out is missing in it.
    """
    found: list[str | int] = []
    for end, part in enumerate(path):
        gone = removed.get(path[:end], ()) if isinstance(part, int) else ()
        if isinstance(part, str) or not gone:
            found.append(part)
            continue
        before = bisect_left(range(len(gone)), part, key=lambda number: gone[number] + number)
        if before == len(gone) or gone[before] + before != part:
            found.append(part - before)
    return tuple(found)


def _path(name: str, error: Error) -> Path:
    parts = tuple(error["loc"])
    return (name, *(parts[:-1] if parts and parts[-1] == "[key]" else parts))


def _may_be_blank(path: Path, error: Error) -> bool:
    """Whether a field was left blank on purpose: ``owner:`` or ``detail: " "``, but not ``ownr:``."""
    value = error.get("input")
    is_blank = value is None or (isinstance(value, str) and not value.strip())
    return is_blank and error["type"] not in ("missing", "extra_forbidden") and not _needed(path)


def _needed(path: Path) -> bool:
    field = field_at(path) if isinstance(path[-1], str) else None
    return field is not None and field.is_required()


def _culprit(path: Path, error: Error) -> Path:
    """What must go so that the rest stands: the value, or the entry that cannot do without it."""
    if error["type"] == "missing":
        path = path[:-1]
    while len(path) > 1 and _needed(path):
        path = path[:-1]
    return path


def _without(value: Any, culprits: Iterable[Path], removed: Removed, unread: set[str]) -> Any:
    """A value without what is at some paths; what is not on the way to them is not copied."""
    tree: _Tree = {}
    for path in culprits:
        here = tree
        for part in path[:-1]:
            here = here.setdefault(part, {})
            if here is _OUT:
                break
        else:
            here[path[-1]] = _OUT
    return _pruned(value, tree, (), removed, unread)


def _pruned(value: Any, tree: _Tree, written: Path, removed: Removed, unread: set[str]) -> Any:
    """A list or group without what a tree names; ``written`` is its path in the data as written."""
    is_list = isinstance(value, list)
    places: Iterable[Any] = range(len(value)) if is_list else value
    out = [place for place in places if tree.get(place) is _OUT]
    for place in out:
        unread.update(ids_in(value[place]))
    gone = set(out)
    kept = {
        place: _pruned(value[place], tree[place], as_written((*written, place), removed), removed, unread)
        if place in tree
        else value[place]
        for place in places
        if place not in gone
    }
    if not is_list:
        return kept
    if out:
        _note_removed(removed, written, out)
    return list(kept.values())


def _note_removed(removed: Removed, written: Path, out: list[int]) -> None:
    """Add positions of a list as it is now to those that were taken out of it before."""
    before = removed.get(written, [])
    places = [_place_as_written(place, before) for place in out]
    places += [gone + number for number, gone in enumerate(before)]
    removed[written] = [place - number for number, place in enumerate(sorted(places))]
