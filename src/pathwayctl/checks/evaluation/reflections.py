"""Milestones that the group has reached and has not looked back on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row

NOT_REFLECTED: Final = Rule("PW607")

_QUARTER: Final = 92
"""The longest quarter, in calendar days."""


@check(NOT_REFLECTED, needs_all=True, guides=("ccrs",))
def reflections(index: PlanIndex) -> Iterator[Problem]:
    """Milestones done more than a quarter before the status date, in one finding."""
    if index.today is None:
        return
    left = []
    for row in index.milestones:
        task = row.task
        if task.status is Status.DONE and task.finished is not None:
            past = (index.today - task.finished).days > _QUARTER
            if past and not _is_reflected(index, row, task.finished):
                left.append(row)
    if left:
        number = count(len(left), "milestone was", "milestones were")
        names = named([row.task.title for row in left])
        message = f"{number} reached more than a quarter ago and not looked back on: {names}."
        yield NOT_REFLECTED.at(left[0].path, message)


def _is_reflected(index: PlanIndex, row: Row, day: date) -> bool:
    """Whether some meeting looked back on a milestone: by name, or as a whole in the quarter after it."""
    around = {row.task.id}
    here = row
    while here.parent >= 0:
        here = index.breakdown.rows[here.parent]
        around.add(here.task.id)
    for meeting in index.plan.meetings:
        held = index.day_of(meeting)
        soon = held is not None and 0 <= (held - day).days <= _QUARTER
        for reflection in meeting.reflections:
            if reflection.milestone in around or (reflection.milestone is None and soon):
                return True
    return False
