"""What a complaint of the parser really comes from: a look-alike sign, an entry in braces, or pasted text.

The parser stops where it can no longer go on, which may be a line after the cause.
"""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.diagnostics import Fix, Position
from pathwayctl.source.braces import entry_spots
from pathwayctl.source.flow import corrected
from pathwayctl.source.indentation import content_above
from pathwayctl.source.lookalikes import first_difference, mistaken, plain_line
from pathwayctl.source.parser_errors import Trouble
from pathwayctl.source.pasted import pasted
from pathwayctl.source.quoting import typed
from pathwayctl.source.rules import LOOK_ALIKE, NOT_A_SPACE, OPEN_QUOTE
from pathwayctl.source.text_report import Spot

_BRACES: Final = re.compile(r"[ ]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?(?=[\[{])")


def cause(trouble: Trouble, spot: Spot) -> Spot | None:
    """The cause of a complaint, or ``None`` if the complaint names it."""
    rows = _rows(trouble, spot)
    for judge in (_pasted, _look_alike, _in_braces):
        if judge is _in_braces and spot.rule is OPEN_QUOTE:
            break  # where the text should end is not known
        for row in rows:
            found = judge(trouble, row)
            if found is not None:
                return found
    return None


def _rows(trouble: Trouble, spot: Spot) -> list[int]:
    """The lines, from 0, that a complaint may come from, the likeliest first."""
    rows = [spot.position.line - 1, trouble.at[0], trouble.since[0]]
    above = content_above(trouble.lines, min(trouble.at[0], len(trouble.lines) - 1))
    return list(dict.fromkeys([*rows, *([] if above is None else [above])]))


def _pasted(trouble: Trouble, row: int) -> Spot | None:
    return pasted(trouble.lines, row)


def _look_alike(trouble: Trouble, row: int) -> Spot | None:
    old = trouble.line(row)
    new = plain_line(old)
    if new == old:
        return None
    column = first_difference(old, new)
    begin, end = len(old) - len(old.lstrip(" ")), len(old.rstrip())
    sign = old[column]
    place = Position(row + 1, column + 1, row + 1, column + 2)
    fix = Fix(Position(row + 1, begin + 1, row + 1, end + 1), new.strip())
    rule = NOT_A_SPACE if sign.isspace() else LOOK_ALIKE
    return Spot(rule, place, mistaken(sign), f"Write {typed(new.strip())}.", fix)


def _in_braces(trouble: Trouble, row: int) -> Spot | None:
    line = trouble.line(row)
    found = _BRACES.match(line)
    if not found:
        return None
    entry = "\n".join([line[found.end() :], *trouble.lines[row + 1 : row + 20]])
    better = corrected(entry)
    if better is None:
        return None
    return entry_spots(entry[: better.length], (row, found.end()), better)[0]
