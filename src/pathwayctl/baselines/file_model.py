"""The fields of a baseline's file: what each of them holds, read with pydantic and reported in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pathwayctl.baselines import rules
from pathwayctl.diagnostics import Path, Problem
from pathwayctl.model.values import ID_PATTERN, MOST_DAYS, Day, DependsOn, Id, Money, Percent, Text
from pathwayctl.source.quoting import shown
from pathwayctl.wording import listed, suggestion

_ID: Final = re.compile(ID_PATTERN)
_MOST_SPAN: Final = 40 * MOST_DAYS
"""Working days from the first day of the calendar to its last, and some more."""

_Span = Annotated[int, Field(strict=True, ge=0, le=_MOST_SPAN)]


def _holds(what: str, alias: str | None = None) -> Any:
    """A field that may be left out, and what belongs in it."""
    return Field(default=None, description=what, alias=alias)


class Fields(BaseModel):
    """The fields of a group. Each may be left out; ``NEEDED`` are those that should not be."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    NEEDED: ClassVar[tuple[str, ...]] = ()


class BaselineHeader(Fields):
    """The top of the file, and the lines of its tasks as written."""

    NEEDED = ("name", "start", "finish", "tasks")

    baseline: Literal[1] = _holds("1")
    name: Id = _holds("an id")
    status_date: Day = _holds("a day such as 2027-01-04")
    start: Day = _holds("a day such as 2027-01-04")
    finish: Day = _holds("a day such as 2027-01-04")
    cost: Money = _holds("an amount")
    tasks: dict[str, Any] | None = _holds("a line for each task")


class TaskLine(Fields):
    """A task or a group as it was planned."""

    NEEDED = ("title",)

    title: Text = _holds("a text")
    parent: Id = _holds("an id", "in")
    start: Day = _holds("a day such as 2027-01-04")
    finish: Day = _holds("a day such as 2027-01-04")
    days: _Span = _holds("a number of days")
    cost: Money = _holds("an amount")
    complete: Percent = _holds("a number from 0 to 100")
    depends_on: tuple[DependsOn, ...] = _holds("a list of tasks")
    held: Day = _holds("a day such as 2027-01-04", "date")
    not_before: Day = _holds("a day such as 2027-01-04")
    late: Literal[True] = _holds("true", "as_late_as_possible")


def read_fields(
    group: Mapping[str, Any], kind: type[Fields], path: Path, what: str, say: Callable[[Problem], None]
) -> dict[str, Any]:
    """The fields of a group that can be read, by their attributes; says what is wrong and what is missing."""
    fields = {field.alias or name: field.description for name, field in kind.model_fields.items()}
    refused: set[str] = set()
    try:
        read = kind.model_validate(group)
    except ValidationError as error:
        refused = {str(said["loc"][0]) for said in error.errors(include_url=False)}
        read = kind.model_validate({name: value for name, value in group.items() if name not in refused})
    for name in (name for name in group if name in refused):
        if name not in fields:
            hint = suggestion(name, fields) or f"The fields here are {listed(tuple(fields))}."
            said = f"{shown(name)} is not a field of {what}."
            say(rules.UNKNOWN_FIELD.at((*path, name), said, hint, on_key=True))
        else:
            written = "nothing" if group[name] is None else shown(str(group[name]))
            said = f"In {what}: “{name}” holds {written}, but {fields[name]} belongs there."
            say(rules.BAD_VALUE.at((*path, name), said))
    for name in kind.NEEDED:
        if name not in group:
            say(rules.MISSING_FIELD.at(path, f"“{name}” is missing in {what}."))
    return {name: getattr(read, name) for name in read.model_fields_set}


def is_id(value: Any) -> bool:
    """Whether a value is lower-case words joined by hyphens."""
    return isinstance(value, str) and bool(_ID.fullmatch(value))
