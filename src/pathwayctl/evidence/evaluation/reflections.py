"""Milestones that have been reached, and whether a meeting has reflected on them.

Source: Designing a Career Pathways System, chapter 4, slides 14-19 (CCRS Center, 2016): reflect on each
milestone, and at least once a quarter.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Row

_QUARTER: Final = 92
"""The longest quarter, in calendar days."""


@dataclass(frozen=True)
class Reflections:
    """Milestones to reflect on.

    ``unnamed``: those reached as of the status date that no reflection names. ``overdue``: those done
    more than a quarter ago that no meeting has reflected on, neither by name nor, in the quarter after
    they were done, as part of the work as a whole.
    """

    unnamed: tuple[Row, ...]
    overdue: tuple[Row, ...]


def reflections(index: PlanIndex) -> Reflections:
    """The milestones of a plan without a reflection."""
    named = {one.milestone for meeting in index.plan.meetings for one in meeting.reflections}
    unnamed = [row for row in index.milestones if row.task.id not in named and _is_reached(index, row)]
    return Reflections(tuple(unnamed), tuple([row for row in index.milestones if _is_overdue(index, row)]))


def _is_reached(index: PlanIndex, row: Row) -> bool:
    placed = index.scheduled(row)
    planned = placed is not None and index.today is not None and placed.finish <= index.today
    return row.task.status is Status.DONE or planned


def _is_overdue(index: PlanIndex, row: Row) -> bool:
    done = row.task.finished
    if index.today is None or done is None or row.task.status is not Status.DONE:
        return False
    return (index.today - done).days > _QUARTER and not _is_reflected(index, row, done)


def _is_reflected(index: PlanIndex, row: Row, day: date) -> bool:
    """Whether a meeting reflected on a milestone by name, or on the whole work in the quarter after it."""
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
