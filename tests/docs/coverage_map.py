"""The map of the guides: a row for each thing that a guide asks for, and what serves it in a project.

The rows are in ``coverage_tables/``, a file per guide and ``every.txt`` for what applies to all of
them. ``# Roles and stages`` begins a part; every other line is a row, its cells separated by bars::

    item | place in the guide | sections | catalog | rules | files of a new project | handouts

A cell holds references separated by spaces, or words in round brackets from ``REMARKS`` that say why there
are none, or both. A dash in the last cell means a handout of a later version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TABLES: Final = Path(__file__).with_name("coverage_tables")
EVERY: Final = "every"
LATER: Final = "—"

REMARKS: Final = {
    "computed": "the program works it out; you do not type it",
    "fixed words": "a fixed list of words built into the program",
    "a pattern": "the program knows the form of such a code, not the list of codes",
    "nothing to check": "any text is acceptable",
    "none needed": "a project needs nothing for it",
    "every page": "it appears on every printed page",
    "not in the sources": "we know it by name only",
    "not yet": "planned for a later version",
}
"""The words that a cell may have instead of references, and what they mean."""

_REMARK: Final = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row refers to, and the remark next to it or instead of it."""

    references: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that a guide asks for, where it says so, and everything that serves it."""

    item: str
    place: str
    sections: Cell
    catalog: Cell
    rules: Cell
    files: Cell
    handouts: Cell

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The five cells that refer to the program."""
        return (self.sections, self.catalog, self.rules, self.files, self.handouts)


@dataclass(frozen=True, slots=True)
class Part:
    """The rows under one heading."""

    title: str
    rows: tuple[Row, ...]


def parts(name: str) -> tuple[Part, ...]:
    """The parts of one table in their order: of a guide, or of ``EVERY``."""
    text = (TABLES / f"{name}.txt").read_text("utf-8")
    return tuple(_part(block) for block in text.removeprefix("# ").split("\n# "))


def rows(name: str) -> tuple[Row, ...]:
    """All rows of one table."""
    return tuple(row for part in parts(name) for row in part.rows)


def references(name: str) -> Iterator[str]:
    """Everything that the rows of one table refer to."""
    for row in rows(name):
        for cell in row.cells:
            yield from cell.references


def _part(block: str) -> Part:
    title, *lines = (line for line in block.splitlines() if line)
    return Part(title, tuple(_row(line) for line in lines))


def _row(line: str) -> Row:
    item, place, *cells = (text.strip() for text in line.split("|"))
    sections, catalog, rules, files, handouts = (_cell(text) for text in cells)
    return Row(item, place, sections, catalog, rules, files, handouts)


def _cell(text: str) -> Cell:
    remarks: list[str] = _REMARK.findall(text)
    return Cell(tuple(_REMARK.sub("", text).split()), ", ".join(remarks))
