"""Summaries and milestones that hold what only ordinary tasks can hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import CHAPTER_4, OURS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.model.work import Task

OWN_FIGURES: Final = Rule(
    "PW419",
    Severity.WARNING,
    "A summary with dates, costs or progress of its own",
    "All of these come from the tasks under it, so what the summary itself says is not used.",
    "Move it to the tasks under the summary, or take it out.",
    OURS,
    bad="""\
tasks:
  - id: agreement
    title: Reach an agreement
    duration: 20d
    tasks: [{id: draft, title: Draft the agreement, duration: 5d}]
""",
    good="""\
tasks:
  - id: agreement
    title: Reach an agreement
    tasks: [{id: draft, title: Draft the agreement, duration: 5d}]
""",
)
WORKED_MILESTONE: Final = Rule(
    "PW420",
    Severity.NOTE,
    "A milestone with work or costs",
    "A milestone is a point in time; nobody works on it and nothing is spent on it.",
    "Give it a duration such as 1d, or move the people and the cost to a task before it.",
    OURS,
    bad="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12}
tasks:
  - {id: signed, title: Agreement signed, duration: 0d, assigned: [lee-park]}
""",
    good="""\
tasks:
  - {id: signed, title: Agreement signed, duration: 0d}
""",
)
NO_MILESTONES: Final = Rule(
    "PW580",
    Severity.NOTE,
    "A plan without milestones",
    "The group looks back on its work milestone by milestone; without any it has no such occasion.",
    "Add a task with duration: 0d for each point that the group will want to reflect on.",
    f"{CHAPTER_4}, reflecting on the implementation (slides 14-19)",
    ("ccrs",),
    bad="""\
tasks:
  - {id: draft, title: Draft the agreement, duration: 5d}
""",
    good="""\
tasks:
  - {id: draft, title: Draft the agreement, duration: 5d}
  - {id: signed, title: Agreement signed, duration: 0d, depends_on: [draft]}
""",
)

_COUNTED: Final = ("duration", "cost", "date", "started", "finished", "complete", "remaining")


def summaries(facts: Facts) -> Iterator[Problem]:
    """Fields that a summary or a milestone cannot use."""
    for row in facts.live:
        if row.task.tasks:
            own = _own_figures(row.task)
            if own:
                title = quoted(row.task.title)
                message = f"The summary {title} gives its own {listed(own)}, which is not used."
                yield OWN_FIGURES.at((*row.path, own[0]), message, on_key=True)
    for row in facts.milestones:
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


def milestones(facts: Facts) -> Iterator[Problem]:
    """A plan with tasks of which none is a milestone."""
    if facts.live and not facts.milestones:
        yield NO_MILESTONES.at(facts.guide("ccrs"), "No task is a milestone.")
