"""How the lines above are indented, to say how many spaces a line should have."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from math import inf
from typing import Final

from pathwayctl.diagnostics import Fix, Position
from pathwayctl.source.quoting import shown
from pathwayctl.source.text_report import Reading
from pathwayctl.wording import count

_TABBED: Final = re.compile(r"[ ]*\t")
_LINE_BREAK: Final = re.compile(r"\r\n?|\n")
_TAB_WIDTHS: Final = (2, 4, 8)
_LONGEST_TABBED: Final = 1_000_000
"""Characters of a file in which it is worked out how wide its tabs are."""
_SLIP: Final = 2
"""Columns by which a single line may have slipped."""
_DASHES: Final = re.compile(r"^(?:-[ \t]+)+")


def spaces_hint(lines: Sequence[str], number: int) -> tuple[str, int, bool]:
    """What to do about a line that does not line up, and the column, from 0, at which it should begin.

    ``Put 4 spaces before it, so that it begins below “id: a” in line 2.``; empty if no line helps. Last,
    whether no other place is as likely.
    """
    line = lines[number]
    indent = len(line) - len(line.lstrip(" "))
    is_item = line.lstrip(" ").startswith("-")
    best: tuple[int, int] | None = None
    levels = _levels(lines, number, is_item)
    for column, above in levels:
        if best is None or abs(column - indent) < abs(best[0] - indent):
            best = (column, above)
    if best is None or best[0] == indent:
        return "", indent, False
    column, above = best
    spaces = f"{count(column, 'space')}" if column else "no spaces"
    below = f"{shown(lines[above][column:])} in line {above + 1}"
    is_alone = _indent_below(lines, number) != indent  # else the lines above may be those that are wrong
    is_slip = column > 0 and abs(column - indent) <= _SLIP
    nearest = all(other == column or abs(other - indent) > abs(column - indent) for other, _ in levels)
    return (
        f"Put {spaces} before it, so that it begins below {below}.",
        column,
        is_alone and is_slip and nearest,
    )


def without_tabs(text: str, read: Callable[[bytes], Reading]) -> Fix | None:
    """The lines from the first tab to the last one with spaces for tabs, if only one reading is possible."""
    lines = text.splitlines()
    found = [row for row, line in enumerate(lines) if _TABBED.match(line)]
    if not found or len(text) > _LONGEST_TABBED:
        return None
    first, last = found[0], found[-1]
    widths = (0, *_TAB_WIDTHS) if all(lines[row].startswith(" ") for row in found) else _TAB_WIDTHS
    texts = {width: [_spaced(line, width) for line in lines[first : last + 1]] for width in widths}
    readings = {
        width: read("\n".join([*lines[:first], *new, *lines[last + 1 :]]).encode())
        for width, new in texts.items()
    }
    whole = [width for width, reading in readings.items() if reading.whole and not reading.gaps]
    if not whole or any(readings[width].value != readings[whole[0]].value for width in whole):
        return None
    breaks = _LINE_BREAK.search(text)
    where = Position(first + 1, 1, last + 1, len(lines[last]) + 1)
    return Fix(where, (breaks[0] if breaks else "\n").join(texts[whole[0]]))


def _spaced(line: str, width: int) -> str:
    text = line.lstrip(" \t")
    return line[: len(line) - len(text)].expandtabs(width) + text


def content_above(lines: Sequence[str], number: int) -> int | None:
    """The nearest line above that is not blank."""
    return next((above for above in range(number - 1, -1, -1) if lines[above].strip()), None)


def _indent_below(lines: Sequence[str], number: int) -> int | None:
    """The blanks before the next line with content; ``None`` if none follows."""
    below = (line for line in lines[number + 1 :] if line.strip() and not line.lstrip().startswith("#"))
    line = next(below, None)
    return None if line is None else len(line) - len(line.lstrip(" "))


def _levels(lines: Sequence[str], number: int, is_item: bool) -> list[tuple[int, int]]:
    """The columns at which open lists (or open groups) above a line begin, the nearest line first."""
    levels = []
    limit: float = inf
    for above in range(number - 1, -1, -1):
        text = lines[above].lstrip(" ")
        indent = len(lines[above]) - len(text)
        if not text or text.startswith("#") or indent >= limit:
            continue
        limit = indent
        inside = len(lines[above]) - len(_DASHES.sub("", text))
        if is_item and text.startswith("-"):
            levels.append((indent, above))
        elif not is_item and inside < len(lines[above]):
            levels.append((inside, above))
        if not indent:
            break
    return levels
