"""Adds settings to a file that is there already. What its owner has set stays as it is."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from pathwayctl.quick_dataclass import dataclass

_INDENT: Final = re.compile(r"^[ \t]+(?=\")", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Merged:
    """The text of the file with what was missing; or why it stays, and what is then ``lacking``."""

    text: str
    why: str = ""
    lacking: str = ""


def merged_json(theirs: str, ours: str) -> Merged:
    """Add keys of objects and items of lists; values that differ stay, and are given as ``lacking``."""
    try:
        before = json.loads(theirs)
    except (ValueError, RecursionError):
        return Merged(theirs, "it is not plain JSON, or has comments in it", ours)
    wanted = json.loads(ours)
    if not isinstance(before, dict):
        return Merged(theirs, "it does not hold settings", ours)
    after = _joined(before, wanted)
    other = _differing(after, wanted)
    lacking = json.dumps(other, ensure_ascii=False, indent=2) if other else ""
    why = "you have set some of it otherwise" if other else ""
    if after == before:
        return Merged(theirs, why, lacking)
    step = _INDENT.search(theirs)
    return Merged(json.dumps(after, ensure_ascii=False, indent=step[0] if step else 2) + "\n", why, lacking)


def merged_lines(theirs: str, ours: str) -> Merged:
    """Add the lines that are missing, at the end."""
    there = {line.strip() for line in theirs.splitlines()}
    missing = [line for line in ours.splitlines() if line.strip() not in there]
    return Merged(_with(theirs, "\n".join(missing)) if missing else theirs)


def merged_section(theirs: str, ours: str) -> Merged:
    """Add a section with its heading at the end, unless the heading is there; then what differs is given."""
    heading, *settings = ours.split("\n")
    lines = [line.strip() for line in theirs.splitlines()]
    if heading not in lines:
        return Merged(_with(theirs, f"\n{ours.rstrip()}" if theirs.strip() else ours.rstrip()))
    missing = [one for one in settings if one and one not in lines]
    why = "it has such a section, with other settings" if missing else ""
    return Merged(theirs, why, "\n".join([heading, *missing]) if missing else "")


def whole(theirs: str, ours: str) -> Merged:
    """Keep an existing file, and report what it lacks."""
    is_same = theirs.split() == ours.split()
    return Merged(theirs) if is_same else Merged(theirs, "it is your own", ours)


def _with(theirs: str, more: str) -> str:
    begun = theirs if not theirs or theirs.endswith("\n") else f"{theirs}\n"
    return f"{begun}{more}\n"


def _joined(theirs: Any, ours: Any) -> Any:
    if isinstance(theirs, dict) and isinstance(ours, dict):
        return {
            **theirs,
            **{key: _joined(theirs[key], ours[key]) if key in theirs else ours[key] for key in ours},
        }
    if isinstance(theirs, list) and isinstance(ours, list):
        names = [_name(one) for one in theirs]
        return [*theirs, *(one for one in ours if _name(one) not in names)]
    return theirs


def _name(item: Any) -> Any:
    """What tells the items of a list apart: a task's label, or the item itself."""
    return item.get("label", item) if isinstance(item, dict) else item


def _differing(theirs: Any, ours: Any) -> Any:
    """What of ours is not in theirs, at the keys where it belongs; ``None`` if all is."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        found = {key: _differing(theirs[key], value) for key, value in ours.items()}
        return {key: value for key, value in found.items() if value is not None} or None
    return None if theirs == ours or isinstance(theirs, list) else ours
