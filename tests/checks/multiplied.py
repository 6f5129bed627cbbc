"""The examples of rule pages with their subjects multiplied, and a reader of singular and plural."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import yaml
from checking import problems

from pathwayctl.diagnostics import Path, Problem

MANY = (2, 7)
"""A few subjects, which may each have a finding, and more than any list of names holds."""


def cases(code: str, text: str) -> Iterator[tuple[int, Problem]]:
    """What a rule says of its example as it is (1), and with each of its subjects 2 and 7 times."""
    found = problems(text, code)
    yield from ((1, problem) for problem in found)
    whole = yaml.safe_load(text)
    for path in dict.fromkeys(subject for problem in found for subject in _subjects(whole, problem.path)):
        for times in MANY:
            more = yaml.safe_dump(_multiplied(whole, path, times), sort_keys=False, allow_unicode=True)
            yield from ((times, problem) for problem in problems(more, code))


def _subjects(whole: Any, path: Path) -> Iterator[Path]:
    """The entries of lists that a path leads through."""
    for end, part in enumerate(path, 1):
        if isinstance(whole, list) and isinstance(part, int):
            whole = whole[part]
            if isinstance(whole, dict):
                yield path[:end]
        elif isinstance(whole, dict) and part in whole:
            whole = whole[part]
        else:
            return


def _multiplied(whole: Any, path: Path, times: int) -> Any:
    """The data with one entry of a list several times, each with ids and names of its own."""
    data = copy.deepcopy(whole)
    entries, place = data, path[-1]
    for part in path[:-1]:
        entries = entries[part]
    first = entries[place]
    ids = set(_ids(first))
    assert isinstance(place, int)
    entries[place + 1 : place + 1] = [_copy(first, ids, number) for number in range(2, times + 1)]
    return data


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for each in value.values():
            yield from _ids(each)
    elif isinstance(value, list):
        for each in value:
            yield from _ids(each)


def _copy(value: Any, ids: set[str], number: int, key: str = "") -> Any:
    """An entry again, under other ids and names; what refers to its own parts refers to the copies."""
    if isinstance(value, dict):
        return {name: _copy(each, ids, number, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_copy(each, ids, number) for each in value]
    if isinstance(value, str) and value in ids and key not in ("kind", "purpose", "phase"):
        return f"{value}-{number}"
    if key in ("title", "name", "text", "audience") and isinstance(value, str):
        return f"{value} {number}"
    return value
