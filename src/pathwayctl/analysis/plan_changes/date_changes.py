"""How the dates of two states differ: the finish, what moved, and what became critical.

Days are working days on one calendar, that of the newer plan; positive is later.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pathwayctl.analysis.plan_changes.entry_changes import Renamed
from pathwayctl.analysis.plan_changes.plan_state import PlanState
from pathwayctl.analysis.variance.comparison import Comparison, compare
from pathwayctl.analysis.variance.moves import numbered
from pathwayctl.baselines.frozen import Baseline, Frozen
from pathwayctl.scheduling.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class DateMove:
    """A task or milestone with other dates; ``finish_days`` and ``start_days`` tell by how much.

    ``own`` are the days that it moves its finish itself; the rest comes from what it follows. It is ``None``
    where that is not known, since the newer state is a baseline.
    """

    task: Frozen
    old_start: date
    old_finish: date
    new_start: date
    new_finish: date
    start_days: int
    finish_days: int
    own: int | None

    @property
    def is_milestone(self) -> bool:
        """Whether it is a milestone."""
        return not self.task.days


@dataclass(frozen=True)
class DateChanges:
    """Two sets of dates, and how they differ.

    ``compared`` has the causes of the new finish, if they are known. ``critical`` are the ids of tasks that
    both plans have and that have become critical. ``added`` and ``removed`` are tasks and milestones.
    """

    old: Baseline
    new: Baseline
    finish_days: int
    compared: Comparison | None
    moves: tuple[DateMove, ...]
    critical: tuple[str, ...]
    added: tuple[Frozen, ...]
    removed: tuple[Frozen, ...]


def date_changes(
    old: PlanState, new: PlanState, calendar: WorkCalendar, renamed: Renamed
) -> DateChanges | None:
    """How the dates differ; ``None`` if one of the states has none. ``renamed`` has the new ids of tasks."""
    if old.dates is None or new.dates is None:
        return None
    before, after = _with_new_ids(old.dates, renamed), new.dates
    compared = compare(before, new.schedule) if new.schedule else None
    days = numbered(after.finish, after.finish, calendar).finish
    return DateChanges(
        before,
        after,
        days - numbered(before.finish, before.finish, calendar).finish,
        compared,
        tuple(_moves(before, after, calendar, compared)),
        _newly_critical(old, new, before, renamed),
        tuple(_tasks_only_in(after, before)),
        tuple(_tasks_only_in(before, after)),
    )


def _with_new_ids(dates: Baseline, renamed: Renamed) -> Baseline:
    if not renamed:
        return dates

    def now(task: Frozen) -> Frozen:
        links = tuple(
            replace(link, predecessor=renamed.get(link.predecessor, link.predecessor))
            for link in task.depends_on
        )
        parent = None if task.parent is None else renamed.get(task.parent, task.parent)
        return replace(task, id=renamed.get(task.id, task.id), parent=parent, depends_on=links)

    return replace(dates, tasks=tuple(map(now, dates.tasks)))


def _moves(
    before: Baseline, after: Baseline, calendar: WorkCalendar, compared: Comparison | None
) -> Iterator[DateMove]:
    """The tasks and milestones with other dates, in outline order; summaries follow from what is in them."""
    for task in after.tasks:
        then = before.by_id.get(task.id)
        if then is None or (then.start, then.finish) == (task.start, task.finish):
            continue
        if then.start is None or then.finish is None or task.start is None or task.finish is None:
            continue
        old, new = numbered(then.start, then.finish, calendar), numbered(task.start, task.finish, calendar)
        variance = compared.of(task.id) if compared else None
        yield DateMove(
            task, then.start, then.finish, task.start, task.finish,
            new.start - old.start, new.finish - old.finish, variance.own if variance else None,
        )  # fmt: skip


def _newly_critical(old: PlanState, new: PlanState, before: Baseline, renamed: Renamed) -> tuple[str, ...]:
    if old.schedule is None or new.schedule is None:
        return ()
    known = {renamed.get(name, name) for name in old.schedule.critical_path}
    return tuple(name for name in new.schedule.critical_path if name in before.by_id and name not in known)


def _tasks_only_in(one: Baseline, other: Baseline) -> Iterator[Frozen]:
    return (task for task in one.tasks if task.start is not None and task.id not in other.by_id)
