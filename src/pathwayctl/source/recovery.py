"""Going on after a place that cannot be read, so that one run finds all mistakes of a file.

The parser stops at its first error. The line is then read the way the hint says to write it. If that
is not known or does not help, the entry that holds the line is taken out, else the entry around that
one, and the text is read again, a bounded number of times. The lines of an entry become empty, so every
place stays where it is in the file; only on a line that was rewritten, what is right of that moves.
"""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.diagnostics import Position
from pathwayctl.source.character_sets import BULLETS, DASHES
from pathwayctl.source.quoting import quoted_whole
from pathwayctl.source.rules import (
    DIRECTIVE,
    MISSING_COLON,
    NOT_A_SPACE,
    NOT_ALL_READ,
    OUT_OF_LINE,
    PASTED,
    SECOND_DOCUMENT,
)
from pathwayctl.source.text_report import Spot

_MOST_READ: Final = 6_000_000
"""In characters, all readings of a file together; a short file is read at most 50 times."""
_MOST_TRIES: Final = 50
_FEWEST_TRIES: Final = 4

_PAIR: Final = re.compile(
    r"[ ]*(?:-[ ]+)*(?:[^\s:#\[\]{}\"'&*!|>%@`,-][^:#]*?:[ ]+|-[ ]+)(?P<value>[^\s#].*?)\s*"
)
_ITEM: Final = re.compile(rf"[ \t]*(?:-(?!--)|[{DASHES}{BULLETS}]|\*[ ])")
_INDENT: Final = re.compile(r"[ \t]*")
_LEADING_TABS: Final = re.compile(r"^[ ]*\t[ \t]*")
_WHOLE_LINE: Final = frozenset({NOT_A_SPACE.code, MISSING_COLON.code, OUT_OF_LINE.code})
"""Rules about lines as a whole: no single value is the cause."""


def tries_for(text: str) -> int:
    """How many times a text may be read again to get past what is broken."""
    return max(_FEWEST_TRIES, min(_MOST_TRIES, _MOST_READ // (len(text) + 1)))


class Remains:
    """The lines of a text, without what could not be read. ``gaps`` are the stretches that were taken out."""

    __slots__ = ("_ends", "_gone", "_lines", "gaps")

    def __init__(self, text: str) -> None:
        parts = re.split(r"(\r\n?|\n)", text)
        self._lines = parts[::2]
        self._ends = [*parts[1::2], ""]
        self._gone: set[int] = set()
        self.gaps: list[Position] = []

    @property
    def text(self) -> str:
        """What is left, with every place where it was."""
        return "".join(line + end for line, end in zip(self._lines, self._ends, strict=True))

    def known(self, row: int) -> bool:
        """Whether something on a line, counted from 0, was taken out before."""
        return row + 1 in self._gone

    def take_out(self, spot: Spot) -> None:
        """Rewrite or take out the smallest piece that holds what a spot complains of."""
        row = min(spot.position.line - 1, len(self._lines) - 1)
        if spot.rule is PASTED:
            self.clear(row, spot.position.end_line - 1)
        elif spot.rule is SECOND_DOCUMENT:
            self.clear(row, row if self._lines[row].startswith("---") else len(self._lines) - 1)
        elif spot.rule is DIRECTIVE and self._lines[row].startswith("%"):
            self.clear(row, self._last_order(row))
        elif not self._mended(spot, row):
            self._clear_entry(row)

    def _mended(self, spot: Spot, row: int) -> bool:
        """Write a line the way a spot says, or else as a name and a text; false if that cannot help."""
        if self.known(row):
            return False
        if spot.rule is NOT_A_SPACE and self._without_tabs():
            return True
        fix = spot.fix
        if fix is not None and fix.position.line == fix.position.end_line:
            self._rewrite(
                fix.position.line - 1, fix.position.column - 1, fix.position.end_column - 1, fix.text
            )
            return True
        return spot.rule.code not in _WHOLE_LINE and self._quote(row, spot.position.column - 1)

    def entry(self, row: int) -> Position:
        """The lines of an entry that begins on a line, counted from 0."""
        last = self._last_line(row, row)
        return Position(row + 1, 1, last + 1, len(self._lines[last]) + 1)

    def clear(self, first: int, last: int) -> None:
        """Empty some lines, counted from 0."""
        end = len(self._lines[last]) + 1
        self._pass_over(Position(first + 1, 1, last + 1, end))
        for row in range(first, last + 1):
            self._lines[row] = ""

    def _pass_over(self, gap: Position) -> None:
        self.gaps.append(gap)
        self._gone.update(range(gap.line, gap.end_line + 1))

    def give_up(self, spot: Spot) -> Spot:
        """Empty the entry that a spot complains of and all that follows, and say so."""
        first, _ = self._entry(min(spot.position.line - 1, len(self._lines) - 1))
        self.clear(first, len(self._lines) - 1)
        message = (
            f"The rest of this file, from line {first + 1} on, was not checked: there may be more mistakes."
        )
        return Spot(NOT_ALL_READ, Position(first + 1, 1, first + 1, 2), message, NOT_ALL_READ.page.fix)

    def _last_order(self, row: int) -> int:
        """The last of the lines that begin with a percent sign, one after the other."""
        while row + 1 < len(self._lines) and self._lines[row + 1].startswith("%"):
            row += 1
        return row

    def _without_tabs(self) -> bool:
        """Put spaces in the place of tabs before lines; false if there are none."""
        found = [row for row, line in enumerate(self._lines) if _LEADING_TABS.match(line)]
        for row in found:
            line = self._lines[row]
            end = _INDENT.match(line)
            width = end.end() if end else 0
            self._pass_over(Position(row + 1, 1, row + 1, width + 1))
            self._lines[row] = " " * width + line[width:]
        return bool(found)

    def _quote(self, row: int, column: int) -> bool:
        """Turn the value of a line into a text, if it holds a column and is not an entry itself."""
        line = self._lines[row]
        found = _PAIR.fullmatch(line)
        if not found or column < found.start("value") or line.lstrip(" ").startswith("- {"):
            return False
        self._rewrite(row, *found.span("value"), quoted_whole(found["value"]))
        return True

    def _rewrite(self, row: int, start: int, end: int, text: str) -> None:
        """Put a text in the place of another, which moves only what follows on the line."""
        line = self._lines[row]
        self._pass_over(Position(row + 1, start + 1, row + 1, len(line) + 1))
        self._lines[row] = line[:start] + text + line[end:]
        name = len(line) - len(line.lstrip(" -"))
        if start <= name:
            return
        for below in range(row + 1, len(self._lines)):
            indent = self._indent(below)
            if indent is not None and indent <= name:
                break
            if indent is not None:  # the value goes on
                self.clear(below, below)

    def _clear_entry(self, row: int) -> None:
        first, last = self._entry(row)
        while not any(line.strip() for line in self._lines[first : last + 1]):
            wider = self._entry(first, around=True)
            if wider[0] == first:
                self.clear(first, len(self._lines) - 1)
                return
            first, last = wider
        self.clear(first, last)

    def _entry(self, row: int, *, around: bool = False) -> tuple[int, int]:
        """The first and last line of the innermost entry that holds a line, or is around it."""
        first, limit = row, self._indent(row)
        if around or not self._begins_entry(row):
            for above in range(row - 1, -1, -1):
                indent = self._indent(above)
                if indent is None or not self._is_around(above, indent, first, limit):
                    continue
                first, limit = above, indent
                if self._begins_entry(above):
                    break
            if not self._is_item(first):  # a line may be indented too little for the entry it belongs to
                between = [each for each in range(first + 1, row) if self._is_item(each)]
                first = min(reversed(between), key=lambda each: self._indent(each) or 0, default=first)
        return first, self._last_line(first, row)

    def _is_around(self, above: int, indent: int, row: int, limit: int | None) -> bool:
        """Whether a line further up holds a line; a list may begin as far left as its name."""
        if limit is None or indent < limit:
            return True
        return indent == limit and self._is_item(row) and not self._is_item(above)

    def _begins_entry(self, row: int) -> bool:
        return self._is_item(row) or (bool(self._lines[row]) and self._indent(row) == 0)

    def _is_item(self, row: int) -> bool:
        """Whether a line begins an entry of a list, if only with a dash that looks like a hyphen."""
        return _ITEM.match(self._lines[row]) is not None

    def _last_line(self, first: int, least: int) -> int:
        """The last line that is indented more than the first one; a list may begin right below its name."""
        limit = self._indent(first) or 0
        is_name = not self._is_item(first)
        last = max(first, least)
        for row in range(first + 1, len(self._lines)):
            indent = self._indent(row)
            if indent is None:
                continue
            below = is_name and indent == limit and self._is_item(row)
            if indent <= limit and not below and row > least:
                break
            last = max(last, row)
        return last

    def _indent(self, row: int) -> int | None:
        """The blanks before a line, or ``None`` if it is empty or a comment."""
        line = self._lines[row]
        text = line.lstrip(" \t")
        return len(line) - len(text) if text and not text.startswith("#") else None
