"""The baselines of a project as a table: what each holds, and how far the plan's finish has moved since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pathwayctl.baselines.frozen import Baseline
from pathwayctl.reporters.layout import Line, fitted, folded, line
from pathwayctl.wording import count

_GAP: Final = "  "
_LONGEST_NAME: Final = 30
_DATE: Final = len("2027-01-04")
_MOVED: Final = len("can’t be read")


@dataclass(frozen=True, slots=True)
class Saved:
    """One baseline: what its file holds if that can be read, and by how many days the finish has moved.

    ``moved`` is nothing where that cannot be told. ``is_used``: the project names it to compare with.
    """

    name: str
    baseline: Baseline | None
    moved: int | None
    is_used: bool


def write(saved: tuple[Saved, ...], width: int) -> list[Line]:
    """A line for each baseline; on narrow screens without the tasks and the status date."""
    longest = max(len(_named(one)) for one in saved)
    name = max(min(longest, _LONGEST_NAME, width - _DATE - _MOVED - 2 * len(_GAP)), len("Baseline"))
    is_wide = width >= name + 2 * _DATE + _MOVED + len("Tasks") + 4 * len(_GAP)
    head = ["Baseline", *(("Tasks", "Progress") if is_wide else ()), "Finish", "Moved since"]
    lines = [line((_row(head, name, is_wide=is_wide), "bold"))]
    lines += [line(_row(_cells(one, is_wide=is_wide), name, is_wide=is_wide)) for one in saved]
    if any(one.is_used for one in saved):
        lines += [line(), *map(line, folded("* the one the schedule is compared with", width))]
    return lines


def _named(one: Saved) -> str:
    return f"{one.name} *" if one.is_used else one.name


def _cells(one: Saved, *, is_wide: bool) -> list[str]:
    held = one.baseline
    if held is None:
        return [_named(one), *(("", "") if is_wide else ()), "", "can’t be read"]
    tasks = sum(task.start is not None for task in held.tasks)
    progress = held.status_date.isoformat() if held.status_date else ""
    wide = (f"{tasks:,}", progress) if is_wide else ()
    return [_named(one), *wide, held.finish.isoformat(), moved_in_words(one.moved)]


def moved_in_words(days: int | None) -> str:
    """``5 days later``, ``1 day earlier`` or ``not at all``, in working days; nothing if not known."""
    if days is None:
        return ""
    return f"{count(abs(days), 'day')} {'later' if days > 0 else 'earlier'}" if days else "not at all"


def _row(cells: list[str], name: int, *, is_wide: bool) -> str:
    first, *middle, finish, moved = cells
    wide = [f"{middle[0]:>5}", fitted(middle[1], _DATE)] if is_wide else []
    return _GAP.join([fitted(first, name), *wide, fitted(finish, _DATE), moved])
