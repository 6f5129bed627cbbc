"""How the lines above are indented, to say how many spaces a line should have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from typing import Final

from pathwayctl.source.quoting import shown
from pathwayctl.wording import count

_DASHES: Final = re.compile(r"^(?:-[ \t]+)+")


def spaces_hint(lines: Sequence[str], number: int) -> tuple[str, int, bool]:
    """What to do about a line that does not line up, and the column, from 0, at which it should begin.

    ``Put 4 spaces before it, so that it begins below “id: a” in line 2.``; empty if no line helps. Last,
    whether no other line is about as near.
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
    sure = all(other == column or abs(other - indent) > abs(column - indent) for other, _ in levels)
    return f"Put {spaces} before it, so that it begins below {below}.", column, sure


def content_above(lines: Sequence[str], number: int) -> int | None:
    """The nearest line above that is not blank."""
    return next((above for above in range(number - 1, -1, -1) if lines[above].strip()), None)


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
