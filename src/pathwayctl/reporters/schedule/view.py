"""The data that all formats of the schedule show."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.parties import party_names
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.plan import Plan
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import Schedule, ScheduledTask
from pathwayctl.wording import count, listed, long_day, signed_days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pathwayctl.analysis.earned_value import Earned
    from pathwayctl.analysis.variance.comparison import Comparison
    from pathwayctl.levelling.level import Levelled
    from pathwayctl.scheduling.assignees import Assignees


@dataclass(frozen=True, slots=True)
class Only:
    """Which tasks to show: those of some people and organizations, and those that fall into some days.

    A task belongs to its owners and to everyone assigned to it, also as a member of a team at that time.
    Without ``first`` or ``last`` the days have no beginning or no end. ``tags`` are as in the plan;
    ``tagged`` are the ids of all tasks that have one of them, themselves or through a summary.
    """

    parties: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    tags: tuple[str, ...] = ()
    tagged: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.parties or self.tags or self.first or self.last)

    def fits(self, task: ScheduledTask, assignees: Assignees) -> bool:
        """Whether a task is shown; a summary is not, since its tasks are shown by themselves."""
        if task.kind == "summary":
            return False
        doers = (*task.task.assigned, *assignees.of_task(task.task, task.start, task.finish))
        involved = {*ids_of(task.owner), *(one.resource for one in doers)}
        is_theirs = not self.parties or not involved.isdisjoint(self.parties)
        return (
            is_theirs
            and (not self.tags or task.id in self.tagged)
            and (self.first is None or task.finish >= self.first)
            and (self.last is None or task.start <= self.last)
        )


@dataclass(frozen=True)
class ScheduleReport:
    """A plan with its schedule; with ``critical_only`` the reports leave out all other tasks.

    ``compared`` is the same schedule against a baseline, if it is to be shown so; ``levelled`` is there
    if the schedule is levelled. ``only`` narrows down the tasks that are shown. With ``ids`` the table
    shows the id of each task, with ``whole_loads`` everyone who is needed above capacity, week by week.
    ``known`` are the look-ups of the plan, if some of them were made before.
    """

    plan: Plan
    schedule: Schedule
    critical_only: bool = False
    compared: Comparison | None = None
    levelled: Levelled | None = None
    only: Only = Only()
    ids: bool = False
    whole_loads: bool = False
    known: PlanIndex | None = None

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
        if self.critical_only:
            tasks = tuple(task for task in tasks if task.critical)
        assignees = self.index.assignees
        return tuple(one for one in tasks if self.only.fits(one, assignees)) if self.only else tasks

    @cached_property
    def index(self) -> PlanIndex:
        """The look-ups of the plan."""
        return self.known or PlanIndex(self.plan, self.schedule.records.breakdown, self.schedule)

    def owners(self) -> dict[str, str]:
        """The names of people, organizations, and teams by their ids."""
        return party_names(self.plan)


def shown_in_words(report: ScheduleReport) -> Iterator[str]:
    """A sentence on which tasks are shown, if not all are."""
    only = report.only
    if not only:
        return
    owners = report.owners()
    words = [f"of {listed([owners[one] for one in only.parties], 'or')}"] if only.parties else []
    words += [f"tagged {listed([f'“{tag}”' for tag in only.tags], 'or')}"] if only.tags else []
    words += [f"from {long_day(only.first)} on"] if only.first else []
    words += [f"until {long_day(only.last)}"] if only.last else []
    number = count(len(report.tasks), "task")
    yield f"Shown: {number} {' '.join(words)}. What follows is about the whole plan."


def float_in_words(task: ScheduledTask) -> str:
    """``critical``, or the total float in working days, or ``done`` or ``dropped``."""
    if task.critical:
        return "critical"
    if task.status in ("done", "dropped"):
        return task.status.value
    return f"{task.total_float}d"


def due_in_words(report: ScheduleReport, task: ScheduledTask) -> str:
    """``19d``: the working days from a task's finish to its deadline; ``2d late``; empty without one."""
    days = report.schedule.days_until_due(task)
    if days is None:
        return ""
    return f"{days}d" if days >= 0 else f"{-days}d late"


def shown_status(report: ScheduleReport) -> date | None:
    """The status date, if it is one of the days of the schedule, so that a line can be drawn there."""
    judged, schedule = report.plan.project.status_date, report.schedule
    return judged if judged and schedule.start <= judged <= schedule.finish else None


def is_near_critical(report: ScheduleReport, task: ScheduledTask) -> bool:
    """Whether a task has no more float than the project counts as nearly critical."""
    if task.critical or task.status in ("done", "dropped"):
        return False
    return task.total_float <= report.plan.project.near_critical_float


def variance_in_days(report: ScheduleReport, task: ScheduledTask) -> str:
    """``+5d``: how many working days later a task finishes than in the baseline; ``new`` if it has none."""
    variance = report.compared.of(task.id) if report.compared else None
    if variance is not None:
        return signed_days(variance.finish_variance)
    return "" if report.compared is None or task.status == "dropped" else "new"
