"""The arrows of a bar chart: from one bar to another that waits for it, by each kind of link.

An arrow leaves a bar at its end, goes up or down beside it, and enters the other bar along the row of
that one, which is empty there. Where the other bar has begun before, it goes back between two rows.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.svg_primitives import FAINT, INK, number

OUT: Final = 5.0
"""How far an arrow goes straight on when it leaves a bar, and before it enters one."""
PLAIN: Final = f'fill="none" stroke="{FAINT}" stroke-width="0.9"'
CRITICAL: Final = f'fill="none" stroke="{INK}" stroke-width="1.7"'


@dataclass(frozen=True, slots=True)
class Ends:
    """Where a bar begins and ends, at which height."""

    start: float
    finish: float
    y: float


def arrow(before: Ends, after: Ends, kind: str, row: float, *, critical: bool = False) -> str:
    """The arrow of a link; ``kind`` is FS, SS, FF, or SF, and ``row`` the height of a row."""
    from_finish, to_start = kind[0] == "F", kind[1] == "S"
    x1, x2 = (before.finish if from_finish else before.start), (after.start if to_start else after.finish)
    leaves, enters = (OUT if from_finish else -OUT), (OUT if to_start else -OUT)
    tip = x2 - enters / 5
    if from_finish != to_start:  # around both beginnings, or around both ends
        ways = [max(x1, x2) + OUT + 1 if from_finish else min(x1, x2) - OUT - 1]
    elif (x2 - x1) * leaves >= 2 * OUT * OUT:  # straight on
        ways = [x1 + leaves]
    else:  # back between the rows
        ways = [x1 + leaves, x2 - enters * 1.2]
    middle = before.y + row / 2 * (1 if after.y >= before.y else -1)
    turns = f"V{number(middle)}H{number(ways[1])}" if len(ways) > 1 else ""
    path = f"M{number(x1)} {number(before.y)}H{number(ways[0])}{turns}V{number(after.y)}H{number(tip)}"
    back, y = number(x2 - enters * 0.9), after.y
    head = f"M{back} {number(y - 2.5)}L{number(tip)} {number(y)}L{back} {number(y + 2.5)}"
    return f'<path d="{path}{head}" {CRITICAL if critical else PLAIN}/>'
