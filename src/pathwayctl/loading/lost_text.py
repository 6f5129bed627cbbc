"""What a syntax error has taken out of a file: the ids in it, and the sections that are not complete."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.diagnostics import Path, Position
from pathwayctl.model.plan import Plan
from pathwayctl.source.characters import lines_of
from pathwayctl.source.text_report import Reading

_ID: Final = re.compile(r"(?<!\w)(?<!\w-)id[\"']?[ \t]*+:\s*+[\"']?([a-z0-9]++(?:-[a-z0-9]++)*+)")
_HEADING: Final = re.compile(r"[\"']?([a-z_]++)[\"']?[ \t]*+:(?!\S)")
_ITEM: Final = re.compile(r"[ \t]*+[^\w\s\"'#]")
"""The first line of a list entry, if only with a sign that looks like a hyphen."""
_PART: Final = "part"
"""The end of the path to a section that has lost something, but no id that cannot be read."""


def lost_ids(data: bytes, reading: Reading) -> Iterator[str]:
    """The ids that can be recognized in a file that could not be read, or in its gaps."""
    if reading.value is None:
        yield from _ID.findall(data.decode(errors="replace"))
    lines = lines_of(data)
    for gap in reading.gaps if reading.value is not None else ():
        yield from _ID.findall("\n".join(lines[gap.line - 1 : gap.end_line]))


def lost_to_syntax(data: bytes, reading: Reading) -> Iterator[Path]:
    """A path for each section of a file that is not complete, in the form of ``refused``.

    It is the path of the section itself where the id of a lost entry cannot be recognized, so that a
    reference may be to that entry.
    """
    lines = lines_of(data)
    whole = Position(1, 1, len(lines) + 1, 1)
    headings = [(row, found[1]) for row, line in enumerate(lines, 1) if (found := _HEADING.match(line))]
    rows = [row for row, _ in headings]
    left = lines_of(reading.read_as) if reading.read_as else lines
    for gap in (whole,) if reading.value is None else reading.gaps:
        first = max(bisect_right(rows, gap.line) - 1, 0)
        has_lost_id = gap is not whole and _is_unknown_entry(gap, lines, left)
        for _, name in headings[first : bisect_right(rows, gap.end_line)]:
            if name in Plan.model_fields:
                yield (name,) if has_lost_id else (name, _PART)


def _is_unknown_entry(gap: Position, lines: Sequence[str], left: Sequence[str]) -> bool:
    """Whether a gap is an entry that was taken out, and that shows no id."""
    rows = slice(gap.line - 1, gap.end_line)
    is_gone = not any(line.strip() for line in left[rows])
    return is_gone and bool(_ITEM.match(lines[gap.line - 1])) and not _ID.search("\n".join(lines[rows]))
