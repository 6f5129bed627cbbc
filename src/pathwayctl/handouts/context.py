"""A plan with its schedule, and the look-ups that several pages share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.handouts.cells import DEEPEST, NONE
from pathwayctl.model.vocabulary import Audience, Status

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.analysis.variance.comparison import Comparison
    from pathwayctl.model.plan import Plan
    from pathwayctl.model.values import Link
    from pathwayctl.scheduling.schedule import Schedule, ScheduledTask
    from pathwayctl.simulation.odds import Odds


ODDS_RUNS: Final = 2_000
"""Times that a plan is lived through for a page: enough for whole percents."""


@dataclass(frozen=True)
class Context:
    """All that a view is made from. Nothing in it changes; each look-up is worked out once.

    ``audience`` tells who the pages are for; what they may not see is not in ``plan`` any more.
    ``baseline`` has the first and last day of each task, by its id, in the schedule that this one is
    compared with, and ``comparison`` is all that can be said about it. ``whole`` is the same plan with
    nothing left out, if anything is; dates and odds come from it, and texts never do.
    """

    plan: Plan
    schedule: Schedule
    audience: Audience = Audience.INTERNAL
    baseline: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    comparison: Comparison | None = None
    whole: Context | None = None

    @cached_property
    def index(self) -> PlanIndex:
        """The look-ups of the plan, as far as the audience may see it."""
        return PlanIndex(self.plan, self.schedule.records.breakdown, self.schedule)

    @property
    def week(self) -> int:
        """The working days of a working week."""
        return len(set(self.plan.calendar.working_days))

    def name(self, key: str | None) -> str:
        """The name of a person or an organization, the id itself if nobody has it, or an empty text."""
        return "" if key is None else self.index.name_of(key)

    def names(self, keys: Iterable[str]) -> str:
        """Names with commas between them."""
        return ", ".join(self.name(key) for key in keys)

    @cached_property
    def tasks_by_requirement(self) -> Mapping[str, tuple[ScheduledTask, ...]]:
        """The tasks and summaries that serve each requirement, in the order of the work breakdown."""
        gathered: dict[str, list[ScheduledTask]] = {}
        for task in self.schedule.tasks:
            if (serves := self.index.requirement_of.get(task.id)) is not None:
                gathered.setdefault(serves, []).append(task)
        return {requirement: tuple(tasks) for requirement, tasks in gathered.items()}

    @cached_property
    def live(self) -> tuple[ScheduledTask, ...]:
        """The tasks that count, with their dates: those of ``PlanIndex.live``."""
        return tuple(self.schedule.at(row.index) for row in self.index.live)

    @cached_property
    def leaves(self) -> tuple[ScheduledTask, ...]:
        """The smallest pieces of work that count: they are checked and added up."""
        return tuple(self.schedule.at(row.index) for row in self.index.leaves)

    @cached_property
    def indents(self) -> tuple[int, ...]:
        """How far in the row of each task of the schedule stands."""
        top = min((task.depth for task in self.schedule.tasks), default=0)
        return tuple(min(task.depth - top, DEEPEST) for task in self.schedule.tasks)

    @cached_property
    def odds(self) -> Odds | None:
        """The odds of the dates, or nothing for a plan in which nothing is uncertain.

        Worked out when a page asks for them, since it takes its time.
        """
        if self.whole:
            return self.whole.odds

        from pathwayctl.simulation.uncertainty import uncertainty

        schedule = self.schedule
        if not uncertainty(self.plan, schedule).is_there:
            return None

        from pathwayctl.simulation.simulate import simulate

        return simulate(self.plan, schedule, ODDS_RUNS)

    def requirement_title(self, task: ScheduledTask) -> str:
        """The title of the requirement that a task serves, or nothing."""
        key = self.index.requirement_of.get(task.id, "")
        requirement = self.index.requirements.get(key)
        return requirement.title if requirement else key

    def waits_for(self, task: ScheduledTask) -> str:
        """What a task waits for, by the numbers of the work breakdown: ``1.2, 2.1 (start to start)``."""
        return ", ".join(self._link_words(link) for link in task.task.depends_on) or NONE

    def wbs(self, task: str) -> str:
        """The number of a task in the work breakdown, or its id if it is not in the schedule."""
        found = self.schedule.by_id.get(task)
        return found.wbs if found else task

    def _link_words(self, link: Link) -> str:
        words = [] if link.type == "FS" else [link.type.label]
        if lag := link.lag.amount:
            unit = {"d": "working day", "w": "working week", "ed": "day", "ew": "week"}[link.lag.unit]
            plural = "" if abs(lag) == 1 else "s"
            words.append(f"{abs(lag)} {unit}{plural} {'later' if lag > 0 else 'earlier'}")
        number = self.wbs(link.predecessor)
        return f"{number} ({', '.join(words)})" if words else number


def status_words(task: ScheduledTask) -> str:
    """``Planned``, or ``In progress, 40% done``."""
    if task.status in (Status.IN_PROGRESS, Status.BLOCKED) and task.complete:
        return f"{task.status.label}, {task.complete}% done"
    return task.status.label
