"""The baselines of a project as a table: what each holds, and how far the plan's finish has moved since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pathwayctl.baselines.frozen import Baseline
from pathwayctl.reporters.lines import Line, columns, folded, line
from pathwayctl.wording import count

_HEAD: Final = ("Baseline", "Tasks", "Progress", "Finish", "Moved since")
_WIDE: Final = 60
"""Columns of a screen from which on all columns of the table are shown."""


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
    """A row for each baseline; on narrow screens without the tasks and the status date."""
    kept = range(len(_HEAD)) if width >= _WIDE else (0, 3, 4)
    rows = [[_cells(one)[place] for place in kept] for one in saved]
    lines = columns([_HEAD[place] for place in kept], rows, width, right=(1,) if width >= _WIDE else ())
    if any(one.is_used for one in saved):
        lines += [line(), *map(line, folded("* the one the schedule is compared with", width))]
    return lines


def _cells(one: Saved) -> list[str]:
    name, held = f"{one.name} *" if one.is_used else one.name, one.baseline
    if held is None:
        return [name, "", "", "", "can’t be read"]
    tasks = sum(task.start is not None for task in held.tasks)
    progress = held.status_date.isoformat() if held.status_date else ""
    return [name, f"{tasks:,}", progress, held.finish.isoformat(), moved_in_words(one.moved)]


def moved_in_words(days: int | None) -> str:
    """``5 days later``, ``1 day earlier`` or ``not at all``, in working days; nothing if not known."""
    if days is None:
        return ""
    return f"{count(abs(days), 'day')} {'later' if days > 0 else 'earlier'}" if days else "not at all"
