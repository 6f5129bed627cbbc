"""What every format of the schedule is made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.schedule import Schedule, ScheduledTask

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.analysis.earned_value import Earned
    from pathwayctl.analysis.moved.comparison import Comparison
    from pathwayctl.levelling.level import Levelled


@dataclass(frozen=True)
class ScheduleReport:
    """A plan with its schedule; with ``critical_only`` the reports leave out all other tasks.

    ``compared`` is the same schedule against a baseline, if it is to be shown so; ``levelled`` is there
    if the schedule is levelled.
    """

    plan: Plan
    schedule: Schedule
    critical_only: bool = False
    compared: Comparison | None = None
    levelled: Levelled | None = None

    @cached_property
    def earned(self) -> Earned | None:
        """The earned value against the baseline; nothing without one, or without a status date."""
        if self.compared is None:
            return None
        from pathwayctl.analysis.earned_value import earned_value

        return earned_value(self.compared, self.plan.project.status_date)

    @property
    def tasks(self) -> tuple[ScheduledTask, ...]:
        """The tasks to show, in the order of the work breakdown."""
        tasks = self.schedule.tasks
        return tuple(task for task in tasks if task.critical) if self.critical_only else tasks

    def owners(self) -> dict[str, str]:
        """The names of people and organizations by their ids."""
        names = {one.id: one.name for one in self.plan.organizations}
        return names | {one.id: one.name for one in self.plan.people}


def float_in_words(task: ScheduledTask) -> str:
    """``critical``, or the total float in working days, or how the task has ended."""
    if task.critical:
        return "critical"
    if task.status in ("done", "dropped"):
        return task.status.value
    return f"{task.total_float}d"


def shown_status(report: ScheduleReport) -> date | None:
    """The status date, if it is one of the days of the schedule, so that a line can be drawn there."""
    judged, schedule = report.plan.project.status_date, report.schedule
    return judged if judged and schedule.start <= judged <= schedule.finish else None


def is_near_critical(report: ScheduleReport, task: ScheduledTask) -> bool:
    """Whether a task has little more float than critical ones have, as far as the project says."""
    if task.critical or task.status in ("done", "dropped"):
        return False
    return task.total_float <= report.plan.project.near_critical_float


def moved(report: ScheduleReport, task: ScheduledTask) -> str:
    """``+5d``: by how many working days the finish has moved since the baseline; ``new`` if it has none."""
    variance = report.compared.of(task.id) if report.compared else None
    if variance is not None:
        return in_days(variance.finish_variance)
    return "" if report.compared is None or task.status == "dropped" else "new"


def in_days(days: int) -> str:
    """``+5d``, ``-2d`` or ``0d``."""
    return f"{days:+d}d" if days else "0d"
