"""The kind of value that a field holds, in words, with an example; from its annotation alone."""

from __future__ import annotations

import datetime as dt
from types import UnionType
from typing import Any, Final, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from pathwayctl.model.annotations import Ref, marks, takes_several_ids
from pathwayctl.model.base import Model
from pathwayctl.model.recurrence import Every, Window
from pathwayctl.model.values import ID_PATTERN, PATTERNS, Assignment, Duration, Estimate, Link
from pathwayctl.model.vocabulary import Word
from pathwayctl.wording import a

Described: TypeAlias = tuple[str, str]
"""A type in words, and an example, empty where the type needs none."""

_KINDS: Final[dict[Any, Described]] = {
    bool: ("true or false", ""),
    dt.date: ("date", "2027-03-31"),
    dt.time: ("time of day, in quotes", '"13:30"'),
    Duration: ("working time", "6d"),
    Estimate: ("working time, or three-point estimate", "10d"),
    Every: ("how often", "2w"),
    Window: ("month, or first and last day", "2027-10"),
    Link: ("task, with link type and lag", "draft SS+2d"),
    Assignment: ("ids, or ids with a share of a day", "{dana-ruiz: 0.5}"),
}
_NUMBERS: Final[dict[tuple[float, float], Described]] = {
    (0, 1e12): ("amount of money", "1500"),
    (0, 1): ("number from 0 to 1", "0.3"),
    (-1e9, 1e9): ("number", "4.5"),
    (0, 1_000_000_000): ("whole number", ""),
}
_CODES: Final[dict[str, Described]] = {
    r"^[A-Z]{3}$": ("three capital letters", "USD"),
    r"^PW\d{3}$": ("code of a finding", "PW540"),
}


def described(field: FieldInfo) -> Described:
    """The type of a field in words, and an example."""
    return _described(field.annotation, field)


def _described(kind: Any, field: FieldInfo) -> Described:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple and parts[0] is not Assignment:
        if isinstance(parts[0], type) and issubclass(parts[0], Word):
            return "list of the words listed", f"[{', '.join(word.value for word in list(parts[0])[:2])}]"
        if isinstance(parts[0], type) and issubclass(parts[0], Model):
            return "list of entries", ""
        words, example = _described(parts[0], field)
        return f"list: {words}", example and f"[{example}]"
    if origin is dict:
        return "names with a text each", ""
    if origin is Literal:
        return "number", str(parts[0])
    if origin in (UnionType, Union) or origin is tuple:
        return _described(parts[0], field)
    if hasattr(kind, "__metadata__") and get_origin(parts[0]) in (UnionType, Union):
        return ", or ".join(_described(part, field)[0] for part in get_args(parts[0])), ""
    return _of_class(parts[0] if hasattr(kind, "__metadata__") else kind, field)


def _of_class(kind: type, field: FieldInfo) -> Described:
    if kind in _KINDS:
        return _KINDS[kind]
    if issubclass(kind, Model):
        return "group of fields", ""
    if issubclass(kind, Word):
        return "one of the words listed", ""
    return _text(field) if kind is str else _number(field)


def _text(field: FieldInfo) -> Described:
    ref = next(marks(field, Ref), None)
    if ref is not None:
        several = ", or a list of ids" if takes_several_ids(field) else ""
        return f"id of {a(ref.wanted)}{several}", ""
    pattern = next((mark.pattern for mark in marks(field, StringConstraints) if mark.pattern), None)
    if pattern == ID_PATTERN:
        return "id", PATTERNS[ID_PATTERN].example
    if pattern in PATTERNS:
        known = PATTERNS[str(pattern)]
        return f"{known.name.partition(' ')[2]}", known.example
    return _CODES.get(str(pattern), ("text", ""))


def _number(field: FieldInfo) -> Described:
    limits = [*marks(field, FieldInfo), field]
    low = next((mark.ge for one in limits for mark in one.metadata if hasattr(mark, "ge")), None)
    high = next((mark.le for one in limits for mark in one.metadata if hasattr(mark, "le")), None)
    if low is None:
        return "number above 0", "0.5"
    return _NUMBERS.get((low, high), (f"whole number from {low} to {high}", ""))  # type: ignore[arg-type]
