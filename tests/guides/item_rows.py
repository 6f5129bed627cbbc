"""The table of source items: a row for each thing that one of the five source documents asks for.

``items/`` has a file per document. Its head names the document, the guide of the product that covers it,
the number of open rows, and small projects for the rows to look at. A row says where the item is in the
document, what it asks for in our words, what serves it (``kept``: sections and fields; ``rules``;
``handouts``; ``files`` of a new project), on which project to look, and ``checks`` that show it in a run
of the product. ``item_checks.py`` lists the kinds of checks.

A row with ``open:`` is not served yet: ``by`` says what would serve it, ``why`` what is missing, and its
checks are those that will hold. Fields, sections, and pages that only an open row names are proposals:
change them in the row when the product gets them under other names.
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
"""What would serve an open row."""
_KEYS: Final = {"id", "line", "item", "kept", "rules", "handouts", "files", "project", "checks", "open"}


@dataclass(frozen=True, slots=True)
class Row:
    """One source item, what serves it, and the checks that show it; ``by`` is empty for a served row."""

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
