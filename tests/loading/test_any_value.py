"""Whatever stands in a field: there is a finding in plain words, and never a traceback."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from pathwayctl.diagnostics import Path
from pathwayctl.loading.fields import keys, model_at
from pathwayctl.loading.message_context import MessageContext
from pathwayctl.loading.validation import settle
from pathwayctl.model.plan import LIST_SECTIONS, Plan

VALUES: tuple[Any, ...] = (
    [], {}, [[1]], {"a": {"b": 1}}, {"a": None}, [None], [{"a": 1}], 5, -1, 1.5, 10**15,
    True, date(2027, 1, 4),
    "", "x", "TBD", "?", "“x”", "a, b", "A & B", "9" * 200,
    "1/2/2027", "50%", "1:30 PM", "3 days", "id: x", "[x]",
)  # fmt: skip
PYTHON = re.compile(r"datetime|\{'|\['|None\b|True\b|False\b|Traceback")


def _fields(path: Path, depth: int = 0) -> list[Path]:
    """Every field of a section, and of the groups inside it."""
    model = model_at(path)
    if model is None or depth > 2:
        return []
    found: list[Path] = []
    for name in (*keys(model), "unknown", "name", "start"):
        found.append((*path, name))
        for inside in ((*path, name), (*path, name, 0)):
            if model_at(inside) not in (None, model):
                found += _fields(inside, depth + 1)
    return found


def _holding(path: Path, value: Any) -> Any:
    """The data in which only one value stands, at the end of a path."""
    for part in reversed(path[1:]):
        value = [value] if isinstance(part, int) else {part: value}
    return value


@pytest.mark.parametrize("section", [name for name in Plan.model_fields if name != "pathwayctl"])
def test_any_value_in_any_field(section: str) -> None:
    start: Path = (section, 0) if section in LIST_SECTIONS else (section,)
    for path in _fields(start):
        for value in VALUES:
            context = MessageContext({section: _holding(path, value)})
            _, problems = settle(section, context, {}, set(), set())
            for problem in problems:
                assert problem.message.endswith(".")
                assert problem.hint
                assert not PYTHON.search(f"{problem.message} {problem.hint}"), (path, value, problem)
