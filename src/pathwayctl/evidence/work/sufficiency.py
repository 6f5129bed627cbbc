"""Whether the work is broken down far enough: the guide's three questions about each of the smallest tasks.

- time and cost known: the task has a duration and a cost (a milestone needs neither);
- enough to go ahead: someone is named for it, and a detail or an outcome says what to do;
- accountable: it has an owner and an outcome.

Source: Designing a Career Pathways System, chapter 4, handout 4A part 2 (CCRS Center, 2016).
"""

from __future__ import annotations

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.work.recurring import without_repeats
from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Row


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """What one task says about itself, as answers to the three questions and their parts."""

    is_milestone: bool
    has_duration: bool
    has_cost: bool
    has_owner: bool
    has_outcome: bool
    can_go_ahead: bool

    @property
    def time_and_cost_known(self) -> bool:
        """The first question; a milestone takes no time and needs no cost."""
        return self.is_milestone or (self.has_duration and self.has_cost)

    @property
    def is_accountable(self) -> bool:
        """The third question."""
        return self.has_owner and self.has_outcome

    @property
    def answers(self) -> tuple[bool, bool, bool]:
        """The three answers, in the guide's order."""
        return self.time_and_cost_known, self.can_go_ahead, self.is_accountable


def sufficiency(task: Task) -> Sufficiency:
    """How one of the smallest tasks answers the three questions."""
    described = task.detail is not None or task.outcome is not None
    return Sufficiency(
        is_milestone=task.duration is not None and not task.duration.likely.amount,
        has_duration=task.duration is not None,
        has_cost=task.cost is not None,
        has_owner=task.owner is not None,
        has_outcome=task.outcome is not None,
        can_go_ahead=described and (task.owner is not None or bool(task.assigned)),
    )


@dataclass(frozen=True, slots=True)
class OpenWork:
    """The smallest tasks still to be done, milestones left out, each with its answers.

    ``costed`` says whether any of them has a cost: only then is a cost asked of the others.
    """

    tasks: tuple[tuple[Row, Sufficiency], ...]

    @property
    def costed(self) -> bool:
        """Whether the plan works with costs at all."""
        return any(answers.has_cost for _, answers in self.tasks)


def open_work(index: PlanIndex) -> OpenWork:
    """The tasks that the three questions are asked about."""
    still_open = [row for row in index.leaves if row.task.status is not Status.DONE]
    judged = [(row, sufficiency(row.task)) for row in without_repeats(index, still_open)]
    return OpenWork(tuple((row, answers) for row, answers in judged if not answers.is_milestone))
