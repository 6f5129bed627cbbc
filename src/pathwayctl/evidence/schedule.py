"""The project's target date (``finish_by``), and by how many working days the schedule misses it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.scheduling.schedule import Schedule


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


def working_days_late(schedule: Schedule, due: date, finish: date) -> int:
    """Working days from one day to a later one; at least 1, even over a weekend."""
    calendar = schedule.calendar
    return max(1, calendar.index_before(finish) - calendar.index_before(due))
