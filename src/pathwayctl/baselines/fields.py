"""The fields of a baseline's file: what each of them holds, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pathwayctl.baselines import rules
from pathwayctl.diagnostics import Path, Problem
from pathwayctl.model.values import ID_PATTERN, MOST_DAYS, Link, read_day, read_link
from pathwayctl.source.quoting import shown
from pathwayctl.wording import listed, suggestion

_ID: Final = re.compile(ID_PATTERN)
_MOST_COST: Final = 1e15


@dataclass(frozen=True, slots=True)
class Field:
    """What a field holds in words, how it is read, and whether it must be there.

    ``read`` raises ``ValueError`` or ``TypeError`` for what does not belong there.
    """

    what: str
    read: Callable[[Any], Any]
    needed: bool = False


def read_fields(
    group: Mapping[str, Any],
    fields: Mapping[str, Field],
    path: Path,
    what: str,
    say: Callable[[Problem], None],
) -> dict[str, Any]:
    """The fields of a group that can be read; says what is wrong with the others, and what is missing."""
    found: dict[str, Any] = {}
    for name, value in group.items():
        field = fields.get(name)
        if field is None:
            hint = suggestion(name, fields) or f"The fields here are {listed(tuple(fields))}."
            said = f"{shown(name)} is not a field of {what}."
            say(rules.UNKNOWN_FIELD.at((*path, name), said, hint, on_key=True))
            continue
        try:
            found[name] = field.read(value)
        except (ValueError, TypeError):
            written = "nothing" if value is None else shown(str(value))
            said = f"In {what}: “{name}” holds {written}, but {field.what} belongs there."
            say(rules.BAD_VALUE.at((*path, name), said))
    for name, field in fields.items():
        if field.needed and name not in group:
            say(rules.MISSING_FIELD.at(path, f"“{name}” is missing in {what}."))
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError
    return value


def _whole(most: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if type(value) is not int or not 0 <= value <= most:
            raise ValueError
        return value

    return read


def _amount(value: Any) -> float:
    if type(value) not in (int, float) or not 0 <= value <= _MOST_COST:
        raise ValueError
    return float(value)


def _id(value: Any) -> str:
    if not is_id(value):
        raise ValueError
    return str(value)


def is_id(value: Any) -> bool:
    """Whether a value is lower-case words joined by hyphens."""
    return isinstance(value, str) and bool(_ID.fullmatch(value))


def _links(value: Any) -> tuple[Link, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple([read_link(link) for link in value])


def _entries(value: Any) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise TypeError
    return value


def _true(value: Any) -> bool:
    if value is not True:
        raise ValueError
    return True


_DAY: Final = Field("a day such as 2027-01-04", read_day)
_NEEDED_DAY: Final = Field("a day such as 2027-01-04", read_day, needed=True)
_MOST_SPAN: Final = 40 * MOST_DAYS
"""Working days from the first day of the calendar to its last, and some more."""

HEADER: Final[Mapping[str, Field]] = {
    "baseline": Field("1", _whole(1)),
    "name": Field("an id", _id, needed=True),
    "status_date": _DAY,
    "start": _NEEDED_DAY,
    "finish": _NEEDED_DAY,
    "cost": Field("an amount", _amount),
    "tasks": Field("a line for each task", _entries, needed=True),
}
TASK: Final[Mapping[str, Field]] = {
    "title": Field("a text", _text, needed=True),
    "in": Field("an id", _id),
    "start": _DAY,
    "finish": _DAY,
    "days": Field("a number of days", _whole(_MOST_SPAN)),
    "cost": Field("an amount", _amount),
    "complete": Field("a number from 0 to 100", _whole(100)),
    "depends_on": Field("a list of tasks", _links),
    "date": _DAY,
    "not_before": _DAY,
    "as_late_as_possible": Field("true", _true),
}
