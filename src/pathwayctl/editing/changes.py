"""Plain data with one change made: the data that a file must hold after an edit.

What is on the way to the change is copied and the rest shared, so that a value which is repeated by an
alias changes in one place only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pathwayctl.diagnostics import Path


def at(data: Any, path: Path) -> Any:
    """What is at a path; raises ``KeyError`` where nothing is."""
    for part in path:
        try:
            data = data[part]
        except (IndexError, TypeError) as error:
            raise KeyError(part) from error
    return data


def put(data: Any, path: Path, value: Any) -> Any:
    """The data with another value at a path."""

    def change(parent: Any) -> None:
        parent[path[-1]] = value

    return _changed(data, path[:-1], change) if path else value


def drop(data: Any, path: Path) -> Any:
    """The data without the field or item at a path."""

    def change(parent: Any) -> None:
        del parent[path[-1]]

    return _changed(data, path[:-1], change)


def add_item(data: Any, path: Path, index: int, value: Any) -> Any:
    """The data with one more item, at an index of the list at a path."""
    return _changed(data, path, lambda parent: parent.insert(index, value))


def add_key(data: Any, path: Path, index: int, key: str, value: Any) -> Any:
    """The data with one more key, at an index of the mapping at a path."""

    def change(parent: Any) -> None:
        pairs = list(parent.items())
        pairs.insert(index, (key, value))
        parent.clear()
        parent.update(pairs)

    return _changed(data, path, change)


def rename_key(data: Any, path: Path, new: str) -> Any:
    """The data with another name for the key at the end of a path, in the same position."""

    def change(parent: Any) -> None:
        pairs = [(new if key == path[-1] else key, value) for key, value in parent.items()]
        parent.clear()
        parent.update(pairs)

    return _changed(data, path[:-1], change)


def same(one: Any, other: Any) -> bool:
    """Whether two pieces of data agree in values, types, and the order of keys; 1 is not 1.0 here."""
    return one == other and repr(one) == repr(other)


def _changed(data: Any, path: Path, change: Callable[[Any], None]) -> Any:
    copy = data.copy()
    if path:
        copy[path[0]] = _changed(copy[path[0]], path[1:], change)
    else:
        change(copy)
    return copy
