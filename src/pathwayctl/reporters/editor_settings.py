"""What became of the files that editors read, in words or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from pathwayctl.editors.settings_files import Outcome
from pathwayctl.reporters.lines import Line, line

_DONE: Final = {
    "made": "Made",
    "added to": "Added to",
    "complete": "Nothing to add to",
    "left": "Left",
    "removed": "Removed",
}
_WOULD: Final = {
    **_DONE,
    "made": "Would make",
    "added to": "Would add to",
    "left": "Would leave",
    "removed": "Would remove",
}


def write_outcomes(outcomes: Iterable[Outcome], form: str, *, dry_run: bool) -> list[Line]:
    """A line for each file, and what has to be added by hand."""
    if form == "json":
        files = [
            {"name": one.name, "done": one.done, "why": one.why, "lacking": one.lacking} for one in outcomes
        ]
        found = {"version": 1, "dry_run": dry_run, "files": files}
        return [line(json.dumps(found, ensure_ascii=False, indent=2))]
    return [row for one in outcomes for row in _said(one, _WOULD if dry_run else _DONE)]


def _said(one: Outcome, words: dict[str, str]) -> Iterator[Line]:
    why = f": {one.why}" if one.why and not one.lacking else ""
    yield line(f"{words[one.done]} {one.name}{why}")
    if one.lacking:
        yield line(f"  It keeps what you have, because {one.why}. To have all of it, change or add:")
        yield from (line(f"    {row}") for row in one.lacking.rstrip().split("\n"))
