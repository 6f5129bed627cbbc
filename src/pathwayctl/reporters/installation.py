"""What the program finds of its own parts and of what it uses, as text or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.lines import Line, line, listing

FORMATS: Final = ("text", "json")


class PartState(StrEnum):
    """Whether something is there; without what is ``OPTIONAL`` everything else works."""

    FOUND = "found"
    OPTIONAL = "optional"
    MISSING = "missing"


_MARKS: Final = {
    PartState.FOUND: ("ok", "bold green"),
    PartState.OPTIONAL: ("--", "bold yellow"),
    PartState.MISSING: ("!!", "bold red"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Something that pathwayctl uses: its name, whether it is there, what was found, and what to do."""

    name: str
    state: PartState
    said: str
    todo: str = ""


def write(parts: Sequence[Part], form: str, width: int) -> list[Line]:
    """A row for each part, and under them what to do."""
    if form == "json":
        found = [
            {"name": one.name, "state": one.state.value, "found": one.said, "to_do": one.todo}
            for one in parts
        ]
        return [line(json.dumps({"version": 1, "parts": found}, indent=2))]
    rows = [(_MARKS[one.state], (one.name, "bold"), one.said) for one in parts]
    todo = [line(f"{one.name}: {one.todo}") for one in parts if one.todo]
    missing = any(one.state is PartState.MISSING for one in parts)
    end = "Something is missing." if missing else "Everything that pathwayctl needs is here."
    return [*listing(rows, width), line(), *todo, line((end, "bold"))]
