"""Validates one section, and takes out what does not fit so that the rest can still be looked at.

Pydantic reports every mistake of a section at once. What is wrong is then taken out and the rest is
validated again, so that later checks see as much of the plan as can be understood. Nothing is
hidden: each thing taken out has its finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pathwayctl.diagnostics import Path, Problem
from pathwayctl.loading.fields import field_at, type_at
from pathwayctl.loading.pydantic_errors import Error, problem_of

Removed = dict[Path, list[int]]
"""Positions taken out of a list, in rising order, by the list's path in the data as written."""


def settle(name: str, value: Any, removed: Removed, unread: set[str]) -> tuple[Any, list[Problem]]:
    """The section's models, or nothing, and its problems at paths of the data as written.

    ``value`` is changed: what does not fit is taken out of it. Positions taken out of lists are
    added to ``removed``, and ids that went with them to ``unread``.
    """
    adapter = validator(name)
    whole = {name: value}
    try:
        return adapter.validate_python(value), []
    except ValidationError as error:
        errors = [(_path(name, said), said) for said in error.errors(include_url=False)]
    problems = [problem_of(said, path, whole) for path, said in errors if not _may_be_blank(path, said)]
    _take_out({_culprit(path, said) for path, said in errors}, whole, removed, unread)
    try:
        return adapter.validate_python(whole[name]), problems
    except (ValidationError, KeyError):  # too little is left of the section
        unread.update(ids_in(value))
        return None, problems


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
    """The path, in the data as written, of a path in what is left of it."""
    found: Path = ()
    for part in path:
        if isinstance(part, int):
            for gone in removed.get(found, ()):
                part += gone <= part
        found = (*found, part)
    return found


def _path(name: str, error: Error) -> Path:
    parts = tuple(error["loc"])
    return (name, *(parts[:-1] if parts and parts[-1] == "[key]" else parts))


def _may_be_blank(path: Path, error: Error) -> bool:
    """Whether a field was left blank on purpose: ``owner:`` without a value, but not ``ownr:``."""
    return (
        error["type"] not in ("missing", "extra_forbidden")
        and error.get("input") is None
        and not _needed(path)
    )


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


def _take_out(culprits: set[Path], whole: dict[str, Any], removed: Removed, unread: set[str]) -> None:
    outermost = [path for path in culprits if not any(path[:end] in culprits for end in range(1, len(path)))]
    # From the end of each list to its beginning, so that positions still to be taken out stay right.
    for path in sorted(
        outermost, key=lambda path: [(isinstance(part, int), part) for part in path], reverse=True
    ):
        holder: Any = whole
        for part in path[:-1]:
            holder = holder[part]
        unread.update(ids_in(holder[path[-1]]))
        del holder[path[-1]]
        if isinstance(path[-1], int):
            removed.setdefault(path[:-1], []).insert(0, path[-1])
