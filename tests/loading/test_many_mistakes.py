"""Thousands of mistakes of one kind are all counted. `benchmarks/mistakes.py` measures how long it takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import MakeProject
from pathwayctl.app import open_project
from pathwayctl.diagnostics import number_of

MANY = 20_000


def _lines(form: str) -> Callable[[], str]:
    return lambda: "".join(form.format(number) for number in range(MANY))


KINDS = {
    "unknown sections": ("PW201", _lines("zection{0}: 1\n")),
    "unknown fields of one task": (
        "PW202", lambda: "tasks:\n  - id: a\n    title: A\n" + _lines("    field{0}: 1\n")(),
    ),
    "tasks with the same title": (
        "PW213", lambda: "tasks:\n" + _lines("  - {{id: a{0}, title: A, depends_on: [A + 3 days]}}\n")(),
    ),
    "unknown ids on one line": (
        "PW302", lambda: "tasks:\n  - {id: a, title: A, depends_on: [" + _lines("b{0}, ")() + "]}\n",
    ),
    "texts for entries": ("PW204", lambda: "people:\n" + _lines("  - Maria Lopez {0}\n")()),
    "empty ids": ("PW216", lambda: "tasks:\n" + _lines("  - {{id: , title: T{0}}}\n")()),
    "unknown aliases": ("PW134", lambda: "people:\n" + _lines("  - *a{0}\n")()),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_counted(kind: str, make_project: MakeProject) -> None:
    code, text = KINDS[kind]
    project = open_project(make_project({"many.yaml": text()}))
    found = [one for one in project.findings if one.code == code]
    assert number_of(found, [one for one in project.surplus if one.code == code]) == MANY
