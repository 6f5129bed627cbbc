"""Dates of the schedule: missed targets and deadlines, milestones, and tasks done since a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import Schedule

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row
    from pathwayctl.scheduling.schedule import ScheduledTask


@dataclass(frozen=True, slots=True)
class TargetDate:
    """A target date that the schedule misses: the scheduled finish, and the working days between them."""

    due: date
    finish: date
    days_late: int


def missed_target(index: PlanIndex) -> TargetDate | None:
    """The target date, if the schedule finishes after it; ``None`` if it is before the project's start."""
    project, schedule = index.plan.project, index.schedule
    due = project.finish_by
    if not isinstance(schedule, Schedule) or due is None or due < project.start:
        return None
    if schedule.finish <= due or not index.live:
        return None
    return TargetDate(due, schedule.finish, working_days_late(schedule, due, schedule.finish))


@dataclass(frozen=True, slots=True)
class MissedDeadline:
    """A task or summary that the schedule finishes after its deadline, and the working days between."""

    row: Row
    due: date
    placed: ScheduledTask
    days_late: int


def missed_deadlines(index: PlanIndex) -> tuple[MissedDeadline, ...]:
    """The deadlines that the schedule misses, in the order of the plan.

    Not those of tasks that are done, and none that is before the task's own dates or the project's start:
    another rule reports a deadline this early.
    """
    schedule, found = index.schedule, []
    if not isinstance(schedule, Schedule):
        return ()
    for row in index.live:
        task, due = row.task, row.task.deadline
        if due is None:
            continue
        first = task.date or task.not_before or index.plan.project.start
        placed = schedule.at(row.index)
        if placed.finish > due >= max(first, index.plan.project.start) and placed.status is not Status.DONE:
            found.append(MissedDeadline(row, due, placed, working_days_late(schedule, due, placed.finish)))
    return tuple(found)


def milestones(index: PlanIndex) -> tuple[ScheduledTask, ...]:
    """The milestones by date or, if there are none, the tasks with a fixed date."""
    placed = [one for row in index.leaves if (one := index.scheduled(row))]
    found = [one for one in placed if one.kind == "milestone"] or [one for one in placed if one.task.date]
    return tuple(sorted(found, key=lambda one: one.finish))


@dataclass(frozen=True, slots=True)
class WorkProgress:
    """How many tasks are done, of how many, and the percent of the work, weighted by working days."""

    done: int
    tasks: int
    percent: int


def work_progress(index: PlanIndex) -> WorkProgress:
    """The progress of the tasks that count; none without a schedule."""
    placed = [one for row in index.leaves if (one := index.scheduled(row))]
    weight = sum(one.duration for one in placed)
    share = sum(one.duration * one.complete for one in placed)
    done = sum(one.complete == 100 for one in placed)
    return WorkProgress(done, len(placed), share // weight if weight else 0)


def finished_since(index: PlanIndex, day: date) -> tuple[Row, ...]:
    """The tasks that were done after a day, in the order of the plan."""
    return tuple([row for row in index.leaves if row.task.finished and row.task.finished > day])


def working_days_late(schedule: Schedule, due: date, finish: date) -> int:
    """Working days from one day to a later one; at least 1, even over a weekend."""
    calendar = schedule.calendar
    return max(1, calendar.index_before(finish) - calendar.index_before(due))


def judged(index: PlanIndex, day: date | None) -> PlanIndex:
    """The plan as of a day that was given, if the plan has no status date; its dates stay."""
    project = index.plan.project
    if project.status_date is not None or day is None:
        return index
    dated = project.model_copy(update={"status_date": day})
    return replace(index, plan=index.plan.model_copy(update={"project": dated}))
