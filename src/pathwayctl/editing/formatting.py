"""Give a file the usual layout: indentation, the space after hyphens and colons, blank lines, and line ends.

Words, order, quotes, comments, and what is within brackets and braces stay as they are. A new layout
counts only if it differs from the old one in blanks alone and says the same; else the file stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pathwayctl.diagnostics import Severity
from pathwayctl.editing import changes
from pathwayctl.editing.entry_lines import Splice, entry_start, spliced
from pathwayctl.editing.nodes import Node, parse
from pathwayctl.editing.transaction import FileChange, Transaction
from pathwayctl.loading.files import read_files
from pathwayctl.source.reading import read


@dataclass(frozen=True, slots=True)
class Tidied:
    """The files of a project in the usual layout: what to write, and sentences about files that stay."""

    transaction: Transaction
    left: tuple[str, ...]


def tidy_project(root: Path) -> Tidied:
    """Plan the usual layout for the files of a project; nothing is written."""
    files, unread = read_files(root)
    found = [(file, formatted(file.data)) for file in files]
    changes = [FileChange(file.name, file.data, new) for file, new in found if new not in (None, file.data)]
    left = [f"{file.name} stays as it is: {_why(file.data)}" for file, new in found if new is None]
    left += [f"{one.file}: {one.message}" for one in unread]
    return Tidied(Transaction(root, tuple(changes)), tuple(left))


def _why(data: bytes) -> str:
    """Why a file cannot be laid out."""
    wrong = next((spot for spot in read(data).spots if spot.rule.severity is Severity.ERROR), None)
    if wrong is None:
        return "it is written in an unusual way that cannot be laid out safely."
    return f"there is an error in line {wrong.position.line}. To see it: pathwayctl validate"


_STEP: Final = 2
"""Columns by which what belongs to a name or a hyphen is indented."""
_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_INDENT: Final = re.compile(r"[ \t]*")
_DEPTH: Final = re.compile(r"[|>][-+]?\d")
"""The mark of a block scalar that says how deep it is."""
_MARKER: Final = re.compile(r"(?:---|\.\.\.)(?=\s|\Z)|%")


def formatted(data: bytes) -> bytes | None:
    """A file in the usual layout; ``None`` if it cannot be read in full, or not be laid out safely."""
    reading = read(data)
    if not reading.whole or reading.gaps:
        return None
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    text = data.removeprefix(BOM_UTF8).decode()
    layout = _Layout(text)
    try:
        layout.place(parse(text, [()]), 0)
        laid_out = layout.text()
    except _UnknownLayoutError:
        return None
    for end in (True, False):
        new = mark + _ended(laid_out, text, end=end).encode()
        again = read(new)
        is_same = again.whole and not again.gaps and changes.same(again.value, reading.value)
        if is_same and _without_blanks(new) == _without_blanks(data):
            return new
    return None


class _UnknownLayoutError(Exception):
    """A line of a file is none of those that can be laid out."""


def _without_blanks(data: bytes) -> bytes:
    return b"".join(data.split())


def _ended(text: str, before: str, *, end: bool) -> str:
    """A text with one line break at its end, or as it ended before."""
    whole = text.rstrip("\r\n")
    last = re.search(r"\r\n|\r|\n", before)
    kept = before[len(before.rstrip("\r\n")) :]
    return whole + ((last[0] if last else "\n") if end and whole else kept)


@dataclass
class _TextLine:
    """A line of a text: its new indentation, or by how much it moves with the value that it belongs to.

    ``inside`` says that it goes on with a value, and ``exact`` that blanks at its end, too, are part of that.
    ``holder`` is the column of the entry that has the block scalar to which it belongs.
    """

    old: int
    new: int | None = None
    inside: bool = False
    exact: bool = False
    holder: int | None = None


@dataclass
class _Layout:
    """The lines of a text, and where each is to begin."""

    source: str
    lines: list[_TextLine] = field(default_factory=list)
    splices: list[Splice] = field(default_factory=list)

    def __post_init__(self) -> None:
        found = list(_LINE.finditer(self.source))
        if found and not found[-1][0]:
            found.pop()
        self._starts = [one.start() for one in found]
        self._ends = [one[2] for one in found]
        self.lines = [_TextLine(len(_INDENT.match(one[1])[0])) for one in found]  # type: ignore[index]

    def _row(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def _begins(self, at: int) -> bool:
        """Whether nothing but blanks is before a place on its line."""
        row = self._row(at)
        return self._starts[row] + self.lines[row].old == at

    def place(self, node: Node, column: int) -> None:
        """Lay out a list or mapping over lines so that its entries begin in a column."""
        if not node.is_block:
            self._place_value(node, node.column, column)
            return
        for number, (key, value) in enumerate(node.pairs()):
            start = entry_start(self.source, node, number)
            if self._begins(start):
                self.lines[self._row(start)].new = column
            if key is None:
                self._one_blank(start + 1, value)
            else:
                self._colon(key, value)
            if value.is_block:
                self.place(value, column + _STEP)
            else:
                self._place_value(value, node.column, column)

    def _colon(self, key: Node, value: Node) -> None:
        """One blank after a colon, and none before it."""
        colon = self.source.find(":", key.end)
        if key.kind != "scalar" or colon < 0 or self.source[key.end : colon].strip(" \t"):
            raise _UnknownLayoutError
        if colon > key.end:
            self.splices.append(Splice(key.end, colon, ""))
        self._one_blank(colon + 1, value)

    def _one_blank(self, at: int, value: Node) -> None:
        """One blank between a place and a value on the same line."""
        gap = self.source[at : value.start]
        if not value.is_empty and gap != " " and not gap.strip(" \t"):
            self.splices.append(Splice(at, value.start, " "))

    def _place_value(self, node: Node, old: int, column: int) -> None:
        """Move the lines of a value that is no block with the entry that it belongs to."""
        if node.is_empty:
            return
        first, last = self._row(node.start), self._row(max(node.end - 1, node.start))
        is_block_text, by = node.style in ("|", ">"), column - old
        if is_block_text and not _DEPTH.match(self.source, node.inner):
            rows = (row for row in range(first + 1, last + 1) if not self._is_blank(row))
            by = next((column + _STEP - self.lines[row].old for row in rows), by)
        for row in range(first + 1, last + 1):
            line = self.lines[row]
            least = 0 if self._is_blank(row) else column + 1
            line.new = max(line.old + by, least) if line.old else least
            line.inside, line.holder = True, column if is_block_text else None
        for row in range(first, last + 1):
            self.lines[row].exact |= is_block_text or (node.style != "" and row < last)
        if self._begins(node.start) and not self.lines[first].inside and self.lines[first].new is None:
            self.lines[first].new = column + _STEP

    def text(self) -> str:
        """The text in the new layout."""
        for row, line in enumerate(self.lines):
            if line.new is None and not self._is_blank(row):
                line.new = self._of_comment(row)
        bodies = self._bodies()
        kept: list[str] = []
        blank = True
        for row, line in enumerate(self.lines):
            is_blank = not bodies[row].strip() and not line.inside
            if not (is_blank and blank):
                kept.append(("" if is_blank else bodies[row]) + self._ends[row])
            blank = is_blank
        return "".join(kept)

    def _is_blank(self, row: int) -> bool:
        end = self._starts[row + 1] if row + 1 < len(self._starts) else len(self.source)
        return not self.source[self._starts[row] : end].strip()

    def _bodies(self) -> list[str]:
        """Each line with its new indentation and blanks, without its line break."""
        by_row: dict[int, list[Splice]] = {}
        for one in self.splices:
            row = self._row(one.start)
            by_row.setdefault(row, []).append(one)
        bodies = []
        for row, line in enumerate(self.lines):
            start = self._starts[row]
            end = (self._starts[row + 1] if row + 1 < len(self._starts) else len(self.source)) - len(
                self._ends[row]
            )
            body = self.source[start:end]
            own = [Splice(a - start, b - start, new) for a, b, new in by_row.get(row, ())]
            body = spliced(body, own)[line.old :] if body.strip() else body[line.old :]
            indent = " " * (line.new or 0) if body.strip() else self._inner_blanks(row)
            bodies.append(indent + (body if line.exact else body.rstrip(" \t")))
        return bodies

    def _inner_blanks(self, row: int) -> str:
        """The blanks of a blank line, which count within a text that is kept as it is."""
        line = self.lines[row]
        return " " * max(line.new or 0, 0) if line.exact and line.inside else ""

    def _of_comment(self, row: int) -> int:
        """Where a comment on a line of its own begins: with the entry that it is lined up with."""
        start = self._starts[row]
        if _MARKER.match(self.source, start):
            return 0
        column = self.lines[row].old
        if self.source[start + column] != "#":
            raise _UnknownLayoutError
        lined_up = self._lined_up(row, column)
        above = next((one for one in self._lines(range(row - 1, -1, -1)) if one.new is not None), None)
        if above is None or above.holder is None:
            return lined_up
        return min(lined_up, above.holder)  # or it would become part of the text above

    def _lined_up(self, row: int, column: int) -> int:
        below = next(filter(self._is_entry, self._lines(range(row + 1, len(self.lines)))), None)
        if below is not None and below.old == column and below.new is not None:
            return below.new
        near: _TextLine | None = None
        for one in filter(self._is_entry, self._lines(range(row - 1, -1, -1))):
            if one.old == column and one.new is not None:
                return one.new
            near = near or one
            if one.old < column:
                break
        near = near or below
        return max(column + (near.new or 0) - near.old, 0) if near else column

    def _lines(self, rows: Iterable[int]) -> Iterator[_TextLine]:
        return (self.lines[row] for row in rows)

    @staticmethod
    def _is_entry(line: _TextLine) -> bool:
        return line.new is not None and not line.inside
