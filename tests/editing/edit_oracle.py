"""What an edit must do, worked out without the edit engine: on plain data, and on the lines of the texts."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from pathwayctl.diagnostics import Path

Data = dict[str, dict[str, Any]]
"""What each file of a project says."""


def entries(data: Data) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Every entry with an id: its file, its path there, and itself."""
    for name, value in data.items():
        waiting: list[tuple[Path, Any]] = [((section,), one) for section, one in value.items()]
        while waiting:
            path, here = waiting.pop()
            if isinstance(here, dict):
                if isinstance(here.get("id"), str):
                    yield name, path, here
                waiting += [((*path, key), one) for key, one in here.items()]
            elif isinstance(here, list):
                waiting += [((*path, number), one) for number, one in enumerate(here)]


def find(data: Data, id_: str) -> tuple[str, Path]:
    return next((name, path) for name, path, entry in entries(data) if entry["id"] == id_)


def at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def after_set(data: Data, id_: str, path: Path, value: Any) -> Data:
    """The data with a field set, or taken out; empty lists and mappings on the way count as nothing."""
    made = copy.deepcopy(data)
    name, entry = find(made, id_)
    here = at(made[name], entry)
    for part in path[:-1]:
        if here.get(part) is None:
            here[part] = {}
        here = here[part]
    if value is None:
        here.pop(path[-1], None) if isinstance(here, dict) else here.pop(path[-1])
    else:
        here[path[-1]] = value
    return made


def after_add(data: Data, file: str, path: Path, value: Any) -> Data:
    made = copy.deepcopy(data)
    here: Any = made.setdefault(file, {})
    for part in path[:-1]:
        here = here[part]
    here[path[-1]] = [*(here.get(path[-1]) or []), copy.deepcopy(value)]
    return made


def after_remove(data: Data, id_: str) -> Data:
    made = copy.deepcopy(data)
    name, path = find(made, id_)
    del at(made[name], path[:-1])[path[-1]]
    return made


def after_rename(data: Data, old: str, new: str, *, fields: frozenset[str]) -> Data:
    """The data with an id renamed in the fields that hold ids, in links, and in keys."""

    def renamed(value: Any, field: str) -> Any:
        if isinstance(value, dict):
            keys = ((new if key == old and field == "assigned" else key) for key in value)
            return {key: renamed(one, name) for key, (name, one) in zip(keys, value.items(), strict=True)}
        if isinstance(value, list):
            return [renamed(one, field) for one in value]
        if isinstance(value, str) and field in fields and value.split(" ")[0] == old:
            return new + value[len(old) :]
        return value

    return {name: renamed(value, "") for name, value in data.items()}


def after_move(data: Data, id_: str, *, file: str = "", under: str = "", before: str = "") -> Data:
    made = copy.deepcopy(data)
    name, path = find(made, id_)
    entry = at(made[name], path)
    at(made[name], path[:-1])[path[-1]] = None
    if file:
        value: Any = made.setdefault(file, {})
        value[path[0]] = [*(value.get(path[0]) or []), entry]
    elif under:
        other, place = find(made, under)
        holder = at(made[other], place)
        holder["tasks"] = [*(holder.get("tasks") or []), entry]
    else:
        other, place = find(made, before)
        at(made[other], place[:-1]).insert(place[-1], entry)
    return {name: _without_gap(value) for name, value in made.items()}


def _without_gap(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_gap(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_gap(one) for one in value if one is not None]
    return value


def normal(value: Any) -> Any:
    """Data without regard to the order of keys, and to whether an empty list is written down."""
    if isinstance(value, dict):
        pairs = ((key, normal(one)) for key, one in value.items())
        return {key: one for key, one in pairs if one not in (None, [], {}, ())} or None
    if isinstance(value, list):
        return [normal(one) for one in value]
    return (type(value).__name__, value)


def is_insertion(old: str, new: str) -> bool:
    """Whether all that happened to a text is that something was put in at one place."""
    return _common(old, new) >= len(old)


def is_deletion(old: str, new: str) -> bool:
    """Whether all that happened to a text is that one stretch was taken out."""
    return _common(old, new) >= len(new)


def takes_its_comments(old: str, new: str) -> bool:
    """Whether the comments above a removed entry went with it, as far as the lines tell.

    Those with the indentation of the entry and no blank line between are its own.
    """
    ones, others = old.splitlines(), new.splitlines()
    start = next(
        (at for at, (one, other) in enumerate(zip(ones, others, strict=False)) if one != other), len(others)
    )
    end = start + len(ones) - len(others)
    gone = [line for line in ones[start:end] if line.strip() and not line.strip().startswith("#")]
    if not gone or not gone[0].strip().startswith("-") or (end < len(ones) and ones[start] == ones[end]):
        return True  # an entry in brackets, or lines that are alike
    column = len(gone[0]) - len(gone[0].lstrip())
    above = ones[start - 1] if start else ""
    return not (above.strip().startswith("#") and len(above) - len(above.lstrip()) == column)


def _common(one: str, other: str) -> int:
    """How many characters agree at both ends."""
    most = min(len(one), len(other))
    start = next((at for at in range(most) if one[at] != other[at]), most)
    end = next((at for at in range(most) if one[-1 - at] != other[-1 - at]), most)
    return start + end


def comments(texts: dict[str, str], known: Iterable[str]) -> Counter[str]:
    """How often each of some comments is in the texts of a project."""
    return Counter({comment: sum(text.count(comment) for text in texts.values()) for comment in known})
