"""Text pasted from a spreadsheet or a word processor, or left by a merge, recognized by its form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.diagnostics import Position
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source.character_sets import BULLETS, DASHES
from pathwayctl.source.quoting import cut
from pathwayctl.source.rules import CONFLICT, PASTED
from pathwayctl.source.text_report import Spot
from pathwayctl.wording import listed

_TABS: Final = re.compile(r"(?![ ]*(?:-[ ]+)*[\w-]+:\s)[^\t#]*[^\s:#-][ ]*\t[ \t]*[^\s#].*")
_COMMAS: Final = re.compile(r"(?![ ]*(?:[#\[{]|-[ ]))(?:(?:\"[^\"]*\"|[^,:\"]*),){2,}(?:\"[^\"]*\"|[^,:\"]*)")
_MARKER: Final = re.compile(r"(?P<sign><{7}|={7}|>{7}|\|{7})(?=[ ]|\Z)")
_BULLET: Final = re.compile(rf"[ \t]*[{BULLETS}{DASHES}][ \t\xa0]*(?![\w-]+:(?:\s|\Z))\S.*")


def pasted(lines: Sequence[str], row: int) -> Spot | None:
    """What is wrong if a line, counted from 0, belongs to a pasted table or list."""
    line = lines[row] if row < len(lines) else ""
    if _BULLET.fullmatch(line):
        return _list(lines, *_block(lines, row, _BULLET))
    for form, sign, kind in ((_TABS, "\t", "a spreadsheet"), (_COMMAS, ",", "a CSV file")):
        if line.count(sign) and form.fullmatch(line):
            first, last = _block(lines, row, form)
            if last > first or (line.count(sign) > 1 and sign == "\t"):
                return _table(lines, first, last, sign, kind)
    return None


def _block(lines: Sequence[str], row: int, form: re.Pattern[str]) -> tuple[int, int]:
    """The first and last of the lines of a form around one of them."""
    first = last = row
    while first and form.fullmatch(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and form.fullmatch(lines[last + 1]):
        last += 1
    return first, last


def _list(lines: Sequence[str], first: int, last: int) -> Spot:
    text = cut(re.sub(rf"^[{BULLETS}{DASHES}]\s*", "", lines[first].strip()))
    message = f"The text {_where(first, last)} is a list from a word processor, with bullets or dashes."
    hint = f"Write “- {text}”, or “- name: {text}” in a list whose entries have fields."
    return Spot(PASTED, _place(lines, first, last), message, hint)


def _table(lines: Sequence[str], first: int, last: int, sign: str, kind: str) -> Spot:
    """A table; its first line may hold the names of its columns."""
    top = lines[first : min(first + 2, last + 1)]
    rows = [[cell.strip(' "') for cell in line.split(sign)] for line in top]
    names = [re.sub(r"\W+", "_", cell.lower()).strip("_") for cell in rows[0]] if last > first else ["name"]
    pairs = [f"{name}: {cut(cell)}" for name, cell in zip(names, rows[-1], strict=False) if name and cell]
    message = f"The text {_where(first, last)} is a table from {kind}, and its cells have no field names."
    hint = f"Write each row as an entry, such as “- {pairs[0] if pairs else 'name: ...'}”"
    hint += f", with “{pairs[1]}” and the others on lines below it." if len(pairs) > 1 else "."
    return Spot(PASTED, _place(lines, first, last), message, hint)


def _where(first: int, last: int) -> str:
    return f"in line {first + 1}" if first == last else f"in lines {first + 1} to {last + 1}"


def _place(lines: Sequence[str], first: int, last: int) -> Position:
    begin = len(lines[first]) - len(lines[first].lstrip(" \t"))
    return Position(first + 1, begin + 1, last + 1, len(lines[last]) + 1)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two versions of the same lines: what to say, and the lines, from 0, to leave out for now."""

    spot: Spot
    rows: tuple[tuple[int, int], ...]


def conflicts(text: str) -> Iterator[Conflict]:
    """The merge conflicts of a text."""
    lines = text.splitlines()
    row = 0
    while row < len(lines):
        if _MARKER.match(lines[row]):
            found = _conflict(lines, row)
            yield found
            row = found.rows[-1][1]
        row += 1


def _conflict(lines: Sequence[str], row: int) -> Conflict:
    marks = {lines[row][0]: row}
    if lines[row][0] == "<":
        for below in range(row + 1, len(lines)):
            found = _MARKER.match(lines[below])
            if found:
                marks[found["sign"][0]] = below
            if found and found["sign"][0] in "<>":
                break
    place = Position(row + 1, 1, row + 1, len(lines[row]) + 1)
    if not {"<", "=", ">"} <= set(marks) or not marks["<"] < marks["="] < marks[">"]:
        message = "This line is a marker of a merge conflict: two people changed the same lines."
        hint = "Delete the line, and compare what is above it with what is below it."
        return Conflict(Spot(CONFLICT, place, message, hint), ((row, row),))
    first_end = min(marks.get("|", marks["="]), marks["="])
    one, other = _lines(row + 2, first_end), _lines(marks["="] + 2, marks[">"])
    verb = "are" if one.startswith("lines") else "is"
    message = f"Two people changed the same lines: {one} {verb} one version, {other} the other."
    numbers = listed([str(number + 1) for number in sorted(marks.values())])
    hint = f"Keep one version: delete the other one and the marker lines {numbers}."
    return Conflict(Spot(CONFLICT, place, message, hint), ((row, row), (first_end, marks[">"])))


def _lines(first: int, last: int) -> str:
    """``line 4``, or ``lines 4 to 6``; ``no line`` if a version has none."""
    if last < first:
        return "no line"
    return f"line {first}" if first == last else f"lines {first} to {last}"
