"""The baselines of a project as a table, each with the variance of the plan's finish since then."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.lines import Line, columns, folded, line
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.baselines.frozen import Baseline

FORMATS: Final = ("text", "json")
_HEAD: Final = ("Baseline", "Tasks", "Progress", "Finish", "Moved since")
_WIDE: Final = 60
"""Columns of a screen from which on all columns of the table are shown."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved baseline: its contents, or ``None`` if its file cannot be read.

    ``variance`` is how many working days later the plan finishes now; ``None`` if that is unknown.
    ``is_used``: the project compares its schedule with it by default.
    """

    name: str
    baseline: Baseline | None
    variance: int | None
    is_used: bool


def as_json(name: str, found: Mapping[str, Any] | tuple[Saved, ...]) -> list[Line]:
    """What a command has done, or all baselines; numbers of days are working days."""
    facts = [_facts(one) for one in found] if isinstance(found, tuple) else found
    return [line(json.dumps({"version": 1, name: facts}, ensure_ascii=False, indent=2))]


def _facts(one: Saved) -> dict[str, Any]:
    return {
        "name": one.name,
        "readable": one.baseline is not None,
        "used_by_project": one.is_used,
        **(facts_of(one.baseline) if one.baseline else {}),
        "finish_variance": one.variance,
    }


def facts_of(held: Baseline) -> dict[str, Any]:
    """What a saved schedule holds: its tasks that are not summaries, and its days."""
    return {
        "tasks": number_of_tasks(held),
        "status_date": held.status_date.isoformat() if held.status_date else None,
        "finish": held.finish.isoformat(),
    }


def number_of_tasks(held: Baseline) -> int:
    """How many tasks with dates a saved schedule has."""
    return sum(task.start is not None for task in held.tasks)


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
    progress = held.status_date.isoformat() if held.status_date else ""
    return [
        name,
        f"{number_of_tasks(held):,}",
        progress,
        held.finish.isoformat(),
        variance_in_words(one.variance),
    ]


def variance_in_words(days: int | None) -> str:
    """``5 days later``, ``1 day earlier`` or ``not at all``, in working days; empty if unknown."""
    if days is None:
        return ""
    return f"{count(abs(days), 'day')} {'later' if days > 0 else 'earlier'}" if days else "not at all"
