"""What a workbook said when it was made, kept inside it to tell later who has changed what.

It is a text in cells of a hidden sheet: compressed, so that no program reformats it, with its own digest.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from pathwayctl.quick_dataclass import dataclass

SHEET: Final = "~Baseline"
_MARK: Final = "pathwayctl workbook 1"
_CHUNK: Final = 30_000
"""Characters in a cell; Excel takes 32,767."""
_MOST: Final = 400_000_000
"""Bytes of text; a file that unpacks to more is refused."""


@dataclass(frozen=True, slots=True)
class AncestorRow:
    """A row as it was: the key of the entry, that of the entry it is part of, and the texts of its cells."""

    key: str
    parent: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AncestorTable:
    """A table as it was; ``columns`` are the steps to each field, joined by periods."""

    sheet: str
    columns: tuple[str, ...]
    rows: tuple[AncestorRow, ...]


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A workbook as it was made: of which project, from which revision of its files, and for whom."""

    project: str
    revision: str
    audience: str
    tables: Mapping[str, AncestorTable]


def revision_of(texts: Mapping[str, bytes]) -> str:
    """The SHA-256 of the files of a project, by their names."""
    digest = hashlib.sha256()
    for name in sorted(texts):
        digest.update(f"{name}\0{len(texts[name])}\0".encode() + texts[name])
    return digest.hexdigest()


def packed(ancestor: Ancestor) -> list[str]:
    """The texts of the cells, one below the other: a mark, a digest, and the data."""
    data = json.dumps(_plain(ancestor), ensure_ascii=False, separators=(",", ":")).encode()
    text = base64.b64encode(zlib.compress(data, 9)).decode()
    chunks = [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]
    return [_MARK, hashlib.sha256(text.encode()).hexdigest(), *chunks]


def unpacked(cells: Sequence[str]) -> Ancestor | None:
    """The ancestor in the cells of a sheet; ``None`` if it is not whole, or was made by a later version."""
    if len(cells) < 3 or cells[0] != _MARK:
        return None
    text = "".join(cells[2:])
    if hashlib.sha256(text.encode()).hexdigest() != cells[1]:
        return None
    try:
        data = zlib.decompressobj().decompress(base64.b64decode(text, validate=True), _MOST)
        return _ancestor(json.loads(data))
    except (ValueError, zlib.error, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _plain(ancestor: Ancestor) -> dict[str, Any]:
    return {**asdict(ancestor), "tables": {name: _rows(one) for name, one in ancestor.tables.items()}}


def _rows(table: AncestorTable) -> list[Any]:
    return [table.sheet, table.columns, [(row.key, row.parent, *row.cells) for row in table.rows]]


def _ancestor(data: Any) -> Ancestor:
    tables = {str(name): _table(*one) for name, one in data["tables"].items()}
    return Ancestor(str(data["project"]), str(data["revision"]), str(data["audience"]), tables)


def _table(sheet: str, columns: Iterable[str], rows: Iterable[Sequence[str]]) -> AncestorTable:
    read = tuple(AncestorRow(row[0], row[1], tuple(row[2:])) for row in rows)
    return AncestorTable(sheet, tuple(columns), read)
