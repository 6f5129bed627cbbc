"""A plan with its schedule, and the look-ups that several pages share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.handouts.cells import DEEPEST, NONE
from pathwayctl.handouts.earlier_run import NO_EARLIER_RUN, EarlierRun
from pathwayctl.language import phrase
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.vocabulary import Audience, Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, money

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.analysis.plan_changes.plan_state import PlanState
    from pathwayctl.analysis.variance.comparison import Comparison
    from pathwayctl.model.plan import Plan
    from pathwayctl.model.values import Link
    from pathwayctl.revisions.project_history import ProjectHistory
    from pathwayctl.scheduling.schedule import Schedule, ScheduledTask
    from pathwayctl.simulation.odds import Odds


@dataclass(frozen=True)
class Context:
    """What every view is made from. It never changes, and each look-up is made once.

    ``plan`` leaves out what the ``audience`` of the pages may not see. ``baseline`` has the first and last
    day of each task, by its id, in the schedule that this one is compared with, and ``comparison`` is the
    comparison. ``whole`` is the same plan with nothing left out, if anything is; dates and odds come from
    it, but no texts. ``known`` are the look-ups of the project, if they have been made already. ``history``
    has the earlier states of the project, if there are any, and ``since`` the one that a page of changes
    begins with, if one was asked for. ``meeting`` is the id of the only meeting that pages are made for, if
    they are those of one packet for it. ``asked`` are the ids of handouts that are made whichever guides the
    project follows, because they, or a packet with them, were asked for by name. ``earlier`` has what an
    earlier run for this project has made.
    """

    plan: Plan
    schedule: Schedule
    audience: Audience = Audience.INTERNAL
    baseline: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    comparison: Comparison | None = None
    whole: Context | None = None
    known: PlanIndex | None = None
    history: ProjectHistory | None = None
    since: PlanState | None = None
    meeting: str = ""
    asked: frozenset[str] = frozenset()
    earlier: EarlierRun = NO_EARLIER_RUN

    @classmethod
    def of(
        cls, schedule: Schedule, known: PlanIndex, found: Comparison | None, past: ProjectHistory | None
    ) -> Context:
        """Everything that is known of a plan: its dates, look-ups, changes since its baseline, and states."""
        kept = found.baseline.days if found else {}
        return cls(known.plan, schedule, baseline=kept, comparison=found, known=known, history=past)

    @cached_property
    def made(self) -> dict[str, Any]:
        """The pages of handouts that were made already, by the handout's id; only ``Handout`` uses it."""
        return {}

    @cached_property
    def index(self) -> PlanIndex:
        """The look-ups of what the audience may see of the plan; the project's own, if known."""
        return self.known or PlanIndex(self.plan, self.schedule.records.breakdown, self.schedule)

    @property
    def week(self) -> int:
        """The working days of a working week."""
        return len(set(self.plan.calendar.working_days))

    def name(self, key: str | None) -> str:
        """Return the name of a person or organization, the id itself if it is unknown, or an empty text."""
        return "" if key is None else self.index.name_of(key)

    def names(self, keys: Iterable[str]) -> str:
        """Join names with commas."""
        return ", ".join([self.name(key) for key in keys])

    def money(self, amount: float | None) -> str:
        """Return ``$1,200`` in the currency of the project, or an empty text."""
        return "" if amount is None else money(amount, self.plan.project.currency)

    def owners(self, task: ScheduledTask) -> str:
        """Join the names of a task's owner and of those who own it with them."""
        return self.names(ids_of(task.owner))

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
        """The tasks of ``PlanIndex.live`` with their dates."""
        return tuple(self.schedule.at(row.index) for row in self.index.live)

    @cached_property
    def leaves(self) -> tuple[ScheduledTask, ...]:
        """The tasks of ``PlanIndex.leaves`` with their dates: the smallest pieces of work."""
        return tuple(self.schedule.at(row.index) for row in self.index.leaves)

    @cached_property
    def indents(self) -> tuple[int, ...]:
        """The depth of each task of the schedule in a table, from 0."""
        top = min((task.depth for task in self.schedule.tasks), default=0)
        return tuple(min(task.depth - top, DEEPEST) for task in self.schedule.tasks)

    @cached_property
    def odds(self) -> Odds | None:
        """The odds of the dates, or ``None`` for a plan without uncertainty.

        A page that needs them starts the simulation, since it takes a while.
        """
        if self.whole:
            return self.whole.odds

        from pathwayctl.handouts.known_odds import known_odds

        return known_odds(self.plan, self.schedule, self.earlier)

    def requirement_title(self, task: ScheduledTask) -> str:
        """Return the title of the requirement that a task serves, or an empty text."""
        key = self.index.requirement_of.get(task.id, "")
        requirement = self.index.requirements.get(key)
        return requirement.title if requirement else key

    def waits_for(self, task: ScheduledTask) -> str:
        """Return what a task waits for, by numbers of the work breakdown: ``1.2, 2.1 (start to start)``."""
        return ", ".join(self._link_words(link) for link in task.task.depends_on) or NONE

    def wbs(self, task: str) -> str:
        """Return the number of a task in the work breakdown, or its id if it is not in the schedule."""
        found = self.schedule.by_id.get(task)
        return found.wbs if found else task

    def _link_words(self, link: Link) -> str:
        words = [] if link.type == "FS" else [link.type.label]
        if lag := link.lag.amount:
            unit = {"d": "working day", "w": "working week", "ed": "day", "ew": "week"}[link.lag.unit]
            length = count(abs(lag), unit)
            words.append(
                phrase("{length} later", length=length)
                if lag > 0
                else phrase("{length} earlier", length=length)
            )
        number = self.wbs(link.predecessor)
        return f"{number} ({', '.join(words)})" if words else number


def status_words(task: ScheduledTask) -> str:
    """Return ``Planned``, or ``In progress, 40% done``."""
    if task.status in (Status.IN_PROGRESS, Status.BLOCKED) and task.complete:
        return phrase("{status}, {complete}% done", status=task.status.label, complete=task.complete)
    return task.status.label
