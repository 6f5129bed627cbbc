"""Wrong names before a colon: not a text, or there before.

When a group closes its names are known, but their places no longer are; ``report_names`` looks them
up afterwards, in the few files that have such names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from pathwayctl.diagnostics import Fix, Path, Position
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source.places import find
from pathwayctl.source.quoting import cut, quoted_whole, shown, with_quotes
from pathwayctl.source.rules import NAME_NOT_TEXT, SAME_NAME
from pathwayctl.source.text_report import TextReport


@dataclass(frozen=True, slots=True)
class NameCase:
    """A wrong name, by its path.

    Paths count positions only, so that they are clear where a name appears twice. ``first`` is the
    path of the first of two equal names; without one, the name is no text.
    """

    path: Path
    name: str = ""
    first: Path | None = None


def report_names(text: str, cases: Sequence[NameCase], report: TextReport) -> None:
    """Add the wrong names of a text to its report."""
    paths = [path for case in cases for path in (case.path, case.first) if path is not None]
    if not paths:
        return
    places = find(text, [(path, True) for path in paths])
    lines = text.splitlines()
    holds_list = cache(partial(_holds_list, lines))
    for case in cases:
        place = places[case.path, True]
        if case.first is None:
            _not_text(lines[place.line - 1], place, report)
        else:
            line = places[case.first, True].line
            what = "entry" if len(case.path) > 1 else "file"
            message = f"{shown(case.name)} appears twice in this {what}: first in line {line}, then here."
            hint = f"Keep one “{cut(case.name)}:” and delete the other."
            if holds_list(line - 1) and holds_list(place.line - 1):
                hint = f"Put its entries below those of line {line}, and delete line {place.line}."
            report.add(SAME_NAME, place, message, hint)


def _holds_list(lines: Sequence[str], row: int) -> bool:
    """Whether a name that is all of a line is followed by a list."""
    below = (lines[number] for number in range(row + 1, len(lines)))
    content = (line for line in below if line.strip() and not line.lstrip().startswith("#"))
    return lines[row].rstrip().endswith(":") and next(content, "").lstrip().startswith("- ")


def _not_text(line: str, place: Position, report: TextReport) -> None:
    name = line[place.column - 1 : place.end_column - 1].strip()
    if name in ("", ":", "?"):
        message, hint = "There is no name before this colon.", "Write a name before it."
    elif name.startswith(("[", "{", "-", "?")) or place.line != place.end_line:
        message, hint = "There is a list or group before this colon.", "Write a single word before the colon."
    else:
        message = f"The name {shown(name)} needs quotes around it."
        fix = Fix(place, quoted_whole(name))
        report.add(NAME_NOT_TEXT, place, message, with_quotes(name), fix)
        return
    report.add(NAME_NOT_TEXT, place, message, hint)
