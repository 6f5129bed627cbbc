"""What is wrong with a length of time or a dependency that cannot be read, and what was likely meant.

People write ``3 days`` for ``3d``, ``kickoff fs+3d`` for ``kickoff FS+3d``, and ``kickoff+3d`` for the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from pydantic_core import PydanticCustomError

from pathwayctl.model.values import MOST_DAYS, read_duration, read_link

_UNITS: Final = {
    "d": "d",
    "day": "d",
    "days": "d",
    "w": "w",
    "week": "w",
    "weeks": "w",
    "ed": "ed",
    "ew": "ew",
}
_LENGTH: Final = re.compile(r"\s*+(\d+)\s*+([a-z]*)\s*+", re.IGNORECASE)
_LINK: Final = re.compile(
    r"\s*+([\w-]*\w)\s*+(?:(?<!\w)(FS|SS|FF|SF))?\s*+(?:([+-])\s*+(\d+)\s*+([a-z]*))?\s*+", re.IGNORECASE
)
_MORE: Final = f"longer than {MOST_DAYS:,} days"


def length_complaint(written: str) -> tuple[str, str]:
    """What to say of a length of time, after the text itself, and a hint: nothing where none fits."""
    found = _LENGTH.fullmatch(written)
    unit = _UNITS.get(found[2].lower() or "d") if found else None
    if not found or unit not in ("d", "w"):
        return "is not a length of time", ""
    meant = f"{found[1]}{unit}"
    if _is_read(read_duration, meant):
        return "is not a length of time", f"Did you mean {meant}?"
    return f"is {_MORE}", "Correct the number."


def link_complaint(written: str) -> tuple[str, str]:
    """The same for a dependency."""
    found = _LINK.fullmatch(written)
    if not found:
        return "is not a dependency", ""
    task, kind, sign, amount, unit = found.groups()
    if not sign:
        meant = f"{task.lower()} {kind.upper()}" if kind else task.lower()
    elif lag := _UNITS.get(unit.lower() or "d"):
        link = f"{task.lower()} {(kind or 'FS').upper()}{sign}"
        meant = f"{link}{amount}{lag}"
        if _is_read(read_link, f"{link}1{lag}") and not _is_read(read_link, meant):
            return f"asks for a wait {_MORE}", "Correct the number."
    else:
        return "is not a dependency", ""
    return "is not a dependency", f"Did you mean {meant}?" if _is_read(read_link, meant) else ""


def _is_read(read: Callable[[object], object], text: str) -> bool:
    try:
        read(text)
    except PydanticCustomError:
        return False
    return True
