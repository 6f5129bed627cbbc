"""Pathways that launch before their teachers are trained."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import FocusArea, Phase
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row

UNTRAINED: Final = Rule("PW589")


@check(UNTRAINED, guides=("grades-9-14",))
def training(index: PlanIndex) -> Iterator[Problem]:
    """Report launches without training before them, or with training scheduled to end too late."""
    launches = [(place, index.row_of(one.launch)) for place, one in enumerate(index.plan.pathways)]
    if not any(row is not None for _, row in launches):
        return
    sessions = _sessions(index)
    for place, launch in launches:
        if launch is not None:
            yield from _before(index, sessions, place, launch)


def _sessions(index: PlanIndex) -> list[Row]:
    """The training before a launch; a summary does not count if its own tasks are tagged as training.

    Training that continues while the pathway runs belongs to the launch phase, and may end later.
    """
    found: list[Row] = []
    for row in reversed(index.live):
        if row.task.focus_area is FocusArea.DEVELOPMENT and not (found and found[-1].index < row.end):
            found.append(row)
    return [row for row in reversed(found) if row.task.phase is not Phase.LAUNCH]


def _before(index: PlanIndex, sessions: list[Row], place: int, launch: Row) -> Iterator[Problem]:
    title, path = quoted(index.plan.pathways[place].title), ("pathways", place, "launch")
    if not sessions:
        message = f"{title} has a launch, but no task trains teachers before it."
        yield UNTRAINED.at(path, message, "Add a task with focus_area: professional-development.")
        return
    placed = index.scheduled(launch)
    if placed is None:
        return
    late = []
    for row in sessions:
        session = index.scheduled(row)
        if session is not None and session.finish >= placed.start and row is not launch:
            late.append(row.task.title)
    if late:
        number = count(len(late), "training task is", "training tasks are")
        start = f"{title} launches on {long_day(placed.start)}"
        yield UNTRAINED.at(path, f"{start}, but {number} not finished before then: {named(late)}.")
