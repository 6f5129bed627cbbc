"""Fields that only ordinary tasks use, on summaries and milestones, and plans without milestones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.model.work import Task

OWN_FIGURES: Final = Rule("PW419")
WORKED_MILESTONE: Final = Rule("PW420")
NO_MILESTONES: Final = Rule("PW580")

_COUNTED: Final = ("duration", "cost", "date", "started", "finished", "complete", "remaining")


@check(OWN_FIGURES, WORKED_MILESTONE)
def summaries(index: PlanIndex) -> Iterator[Problem]:
    """Report fields that have no effect on a summary or a milestone."""
    for row in index.live:
        if row.task.tasks:
            own = _own_figures(row.task)
            if own:
                title, verb = quoted(row.task.title), "is" if len(own) == 1 else "are"
                message = f"The summary {title} has its own {listed(own)}, which {verb} not used."
                yield OWN_FIGURES.at((*row.path, own[0]), message, on_key=True)
    for row in index.milestones:
        task = row.task
        if task.assigned or task.cost:
            what = "people assigned" if task.assigned else "a cost"
            message = f"The milestone {quoted(task.title)} has {what}, but it takes no time."
            yield WORKED_MILESTONE.at((*row.path, "assigned" if task.assigned else "cost"), message)


def _own_figures(task: Task) -> list[str]:
    own = [field for field in _COUNTED if getattr(task, field) is not None]
    if task.assigned:
        own.append("assigned")
    if task.status is not Status.PLANNED:
        own.append("status")
    return own


@check(NO_MILESTONES, guides=("ccrs",))
def milestones(index: PlanIndex) -> Iterator[Problem]:
    """Report a plan with tasks but no milestone."""
    if index.live and not index.milestones:
        yield NO_MILESTONES.at(index.guide("ccrs"), "The plan has no milestone.")
