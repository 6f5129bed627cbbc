"""People and organizations that are overallocated, and tasks that no leveled schedule can place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.shared_gaps import few_or_one
from pathwayctl.checks.work.task_fields import above_capacity
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.work.overloaded import overloaded
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.wording import count, short_day

if TYPE_CHECKING:
    from pathwayctl.levelling.obstacles import Obstacle
    from pathwayctl.scheduling.loads import Overload

OVERLOADED: Final = Rule("PW625")


@check(OVERLOADED, needs_schedule=True)
def loads(index: PlanIndex) -> Iterator[Problem]:
    """A finding for each person or organization, with the first week; one finding if there are many."""
    cases = [list(weeks) for weeks in index.ask(overloaded).values()]
    yield from few_or_one(
        index,
        cases,
        lambda weeks: _problem(index, weeks),
        _summary(cases) if cases else "",
        lambda weeks: index.name_of(weeks[0].resource),
    )


def _problem(index: PlanIndex, weeks: list[Overload]) -> Problem:
    first, rows = weeks[0], index.breakdown.rows
    tasks = named(index, [rows[row].task.title for row in first.rows])
    week = f"in the week of {short_day(first.week)}"
    name = index.name_of(first.resource)
    if first.given:
        given, needed = f"{first.given:g}", f"{first.needed:g}"
        message = f"{name} has a capacity of {given} a day, but is needed for {needed} {week}: {tasks}."
    else:
        message = f"{name} is away {week}, but needed on {count(len(first.days), 'day')}: {tasks}."
    if len(weeks) > 1:
        message += f" The same is true of {count(len(weeks) - 1, 'other week')}."
    path = rows[first.rows[-1]].path
    return OVERLOADED.at((*path, "assigned"), message)


def _summary(cases: list[list[Overload]]) -> str:
    weeks = count(sum(map(len, cases)), "week")
    first = short_day(min(weeks[0].week for weeks in cases))
    return f"people or organizations are overallocated, in {weeks} in total, the first the week of {first}"


CANNOT_LEVEL: Final = Rule("PW635")


@check(CANNOT_LEVEL, needs_schedule=True)
def unplaceable(index: PlanIndex) -> Iterator[Problem]:
    """A finding for each task that cannot be placed, unless another rule reports it."""
    schedule = index.schedule
    if not isinstance(schedule, Schedule) or not any(row.task.assigned for row in index.still_open):
        return
    from pathwayctl.scheduling.loads import may_lack_time

    if not may_lack_time(index.plan, schedule):
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
        message = f"{task} needs {who}, who goes on permanent leave before there is time for the task."
        return CANNOT_LEVEL.at(path, message, "Assign someone else, or end the leave earlier.")
    message = f"{task} would not finish by the year 9999, with all the other work of {who}."
    hint = "Shorten tasks, or share the work among more people."
    return CANNOT_LEVEL.at(path if row.task.assigned else row.path, message, hint)
