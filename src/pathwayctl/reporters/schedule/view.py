"""What every format of the schedule is made from."""

from __future__ import annotations

from dataclasses import dataclass

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.schedule import Schedule, ScheduledTask


@dataclass(frozen=True, slots=True)
class ScheduleReport:
    """A plan with its schedule; with ``critical_only`` the reports leave out all other tasks."""

    plan: Plan
    schedule: Schedule
    critical_only: bool = False

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
