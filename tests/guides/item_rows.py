"""The table of source items: a row for each thing that one of the five source documents asks for.

``items/`` holds a file per document. Its head names the document, the guide of the product that serves
it, and the small projects that its rows look at. Each row says where the item is in the document, what
it asks for in our words, what serves it (``kept``: sections and fields, ``rules``, ``handouts``,
``files`` of a new project), and ``checks``: what a run of the product must show. ``item_checks.py``
says which checks there are.

A row with ``open:`` is not served yet: ``by`` is what would serve it, ``why`` is what is missing, and
its checks are those that will hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

ITEMS: Final = Path(__file__).with_name("items")
BY: Final = (
    "catalog text",
    "new field",
    "new section",
    "handout change",
    "rule change",
    "guidance change",
    "scaffold change",
    "example change",
)
"""What can serve an open row."""
_KEYS: Final = {"id", "line", "item", "kept", "rules", "handouts", "files", "project", "checks", "open"}


@dataclass(frozen=True, slots=True)
class Row:
    """One source item, what serves it, and the checks that show it. ``by`` is empty once it is served."""

    document: str
    guide: str
    id: str
    line: str
    item: str
    project: str
    checks: tuple[Mapping[str, Any], ...]
    kept: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    by: str = ""
    why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the product does not serve the item yet."""
        return bool(self.by)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one document, and the small projects that they look at, by name."""

    document: str
    guide: str
    open: int
    rows: tuple[Row, ...]
    projects: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@cache
def tables() -> tuple[Table, ...]:
    """The tables of all documents, in the order of their file names."""
    return tuple(_table(path) for path in sorted(ITEMS.glob("*.yaml")))


def rows() -> tuple[Row, ...]:
    """The rows of all tables."""
    return tuple(row for table in tables() for row in table.rows)


def _table(path: Path) -> Table:
    data = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    document, guide = data["document"], data["guide"]
    found = tuple(_row(entry, document, guide) for entry in data["rows"])
    return Table(document, guide, data["open"], found, data.get("projects", {}))


def _row(entry: dict[str, Any], document: str, guide: str) -> Row:
    if unknown := entry.keys() - _KEYS:
        raise ValueError(f"{entry['id']}: unknown {sorted(unknown)}")
    serving = {key: tuple(entry.get(key, ())) for key in ("kept", "rules", "handouts", "files")}
    missing = entry.get("open", {})
    return Row(
        document=document,
        guide=guide,
        id=entry["id"],
        line=str(entry["line"]),
        item=entry["item"],
        project=entry.get("project", guide),
        checks=tuple(entry["checks"]),
        by=missing.get("by", ""),
        why=missing.get("why", ""),
        **serving,
    )
