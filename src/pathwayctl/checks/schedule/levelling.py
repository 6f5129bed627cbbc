"""Tasks that no leveled schedule can place, whatever the order of the work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.work.assignments import above_capacity
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.scheduling.schedule import Schedule

if TYPE_CHECKING:
    from pathwayctl.levelling.obstacles import Obstacle

CANNOT_LEVEL: Final = Rule("PW635")


@check(CANNOT_LEVEL, needs_schedule=True)
def unplaceable(index: PlanIndex) -> Iterator[Problem]:
    """A finding for each task that cannot be placed, unless another rule reports it."""
    schedule = index.schedule
    if not isinstance(schedule, Schedule) or not any(row.task.assigned for row in index.still_open):
        return
    from pathwayctl.levelling.demands import demands
    from pathwayctl.levelling.obstacles import Hindrance, obstacles

    for one in obstacles(demands(index.plan, schedule), schedule):
        if one.hindrance is not Hindrance.TOO_MUCH:
            yield problem_of(index, one)


def problem_of(index: PlanIndex, one: Obstacle) -> Problem:
    """The finding about one obstacle, at the assignment that causes it."""
    from pathwayctl.levelling.obstacles import Hindrance

    row = index.breakdown.rows[one.row]
    places = (place for place, each in enumerate(row.task.assigned) if each.resource == one.resource)
    place, task, who = next(places, 0), quoted(row.task.title), quoted(index.name_of(one.resource))
    if one.hindrance is Hindrance.TOO_MUCH:
        return above_capacity(row, place, index.parties[one.resource])
    path = (*row.path, "assigned", place)
    if one.hindrance is Hindrance.AWAY:
        message = f"{task} needs {who}, who goes on leave for good before there is time for it."
        return CANNOT_LEVEL.at(path, message, "Assign someone else, or end the leave earlier.")
    message = f"{task} would not finish by the year 9999, with all the other work of {who}."
    hint = "Shorten tasks, or share the work among more people."
    return CANNOT_LEVEL.at(path if row.task.assigned else row.path, message, hint)
