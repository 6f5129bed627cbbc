"""What waits for a task, how far it can slip, and what moves when it slips further."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.successors import Waiter, waiters

if TYPE_CHECKING:
    from pathwayctl.analysis.why.trials import Trials
    from pathwayctl.scheduling.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Slip:
    """What happens when a task slips by a number of working days.

    ``moved`` are the tasks that move with it and ``pushed`` those that stay on their dates although their
    links now ask for later ones; ``late`` are those of them, and the task itself, that miss a deadline only
    because of the slip. ``finish`` is the new finish of the project.
    """

    days: int
    moved: tuple[int, ...]
    pushed: tuple[int, ...]
    late: tuple[int, ...]
    finish: date


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a task, nearest first, and two slips: just past its free float and past its total float.

    Both are left out for summaries, and for what is done or dropped. In a leveled schedule, ``people`` has
    the tasks that wait for someone who works on this one.
    """

    waiters: tuple[Waiter, ...]
    first: Slip | None = None
    last: Slip | None = None
    people: tuple[int, ...] = ()


def waiting(trials: Trials, row: int) -> Waiting:
    """What waits for a task or a summary."""
    schedule = trials.schedule
    found = sorted(waiters(schedule, row), key=lambda one: (one.room, one.row))
    if schedule.records.breakdown.rows[row].is_summary or not schedule.is_open(row):
        return Waiting(tuple(found))
    placed = schedule.at(row)
    people = tuple(sorted(other for other, wait in schedule.waits.items() if wait.task == row))
    free, total = placed.free_float, placed.total_float
    first = _slip(trials, row, free + 1)
    last = _slip(trials, row, total + 1) if total > free else first
    return Waiting(tuple(found), first, last, people)


def _slip(trials: Trials, row: int, days: int) -> Slip:
    trial = trials.delayed(row, days)
    moved = [one for one in trials.moved(trial) if one != row]
    late = [one for one in (row, *moved) if _misses(trials, trial, one)]
    return Slip(days, tuple(moved), tuple(trials.pushed(trial)), tuple(late), trial.finish)


def _misses(trials: Trials, trial: Schedule, row: int) -> bool:
    """Whether a task misses its deadline in a trial, and does not as it is."""
    due = trials.schedule.records.breakdown.rows[row].task.deadline
    return due is not None and trials.finish(trials.schedule, row) <= due < trials.finish(trial, row)
