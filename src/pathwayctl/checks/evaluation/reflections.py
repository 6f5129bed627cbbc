"""Milestones that the group has reached and has not looked back on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import named
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.scheduling.breakdown import Row

NOT_REFLECTED: Final = Rule("PW607")

_QUARTER: Final = 92
"""The longest quarter, in calendar days."""


@check(NOT_REFLECTED, needs_all=True, guides=("ccrs",))
def reflections(facts: Facts) -> Iterator[Problem]:
    """Milestones done more than a quarter before the status date, in one finding."""
    if facts.today is None:
        return
    left = []
    for row in facts.milestones:
        task = row.task
        if task.status is Status.DONE and task.finished is not None:
            past = (facts.today - task.finished).days > _QUARTER
            if past and not _is_reflected(facts, row, task.finished):
                left.append(row)
    if left:
        number = count(len(left), "milestone was", "milestones were")
        names = named([row.task.title for row in left])
        message = f"{number} reached more than a quarter ago and not looked back on: {names}."
        yield NOT_REFLECTED.at(left[0].path, message)


def _is_reflected(facts: Facts, row: Row, day: date) -> bool:
    """Whether some meeting looked back on a milestone: by name, or as a whole in the quarter after it."""
    around = {row.task.id}
    here = row
    while here.parent >= 0:
        here = facts.breakdown.rows[here.parent]
        around.add(here.task.id)
    for meeting in facts.plan.meetings:
        held = facts.day_of(meeting)
        soon = held is not None and 0 <= (held - day).days <= _QUARTER
        for reflection in meeting.reflections:
            if reflection.milestone in around or (reflection.milestone is None and soon):
                return True
    return False
