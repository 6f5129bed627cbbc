"""People and organizations that are overallocated by all their tasks together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named
from pathwayctl.checks.shared_gaps import few_or_one
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.wording import count, short_day

if TYPE_CHECKING:
    from pathwayctl.scheduling.loads import Overload

OVERLOADED: Final = Rule("PW625")

_LEAST: Final = 0.0005
"""Half of the smallest share of a day that counts."""


@check(OVERLOADED, needs_schedule=True)
def loads(index: PlanIndex) -> Iterator[Problem]:
    """A finding for each person or organization, with the first week; one finding if there are many."""
    schedule = index.schedule
    if not isinstance(schedule, Schedule) or not any(row.task.assigned for row in index.still_open):
        return
    from pathwayctl.scheduling.loads import overloads

    by_person: dict[str, list[Overload]] = {}
    for one in overloads(index.plan, schedule):
        if not _is_reported_already(index, one):
            by_person.setdefault(one.resource, []).append(one)
    cases = list(by_person.values())
    yield from few_or_one(cases, lambda weeks: _problem(index, weeks), lambda: _summary(index, cases))


def _is_reported_already(index: PlanIndex, one: Overload) -> bool:
    """Whether a single task needs too much, which another rule reports whatever the dates."""
    if len(one.rows) > 1:
        return False
    return one.given >= index.parties[one.resource].capacity - _LEAST


def _problem(index: PlanIndex, weeks: list[Overload]) -> Problem:
    first, rows = weeks[0], index.breakdown.rows
    tasks = named([rows[row].task.title for row in first.rows])
    week = f"in the week of {short_day(first.week)}"
    name = index.name_of(first.resource)
    if first.given:
        given, needed = f"{first.given:g}", f"{first.needed:g}"
        message = f"{name} is available for {given} a day, but {week} is needed for {needed}: {tasks}."
    else:
        message = f"{name} is away {week}, but needed on {count(len(first.days), 'day')}: {tasks}."
    if len(weeks) > 1:
        message += f" The same is true of {count(len(weeks) - 1, 'other week')}."
    path = rows[first.rows[-1]].path
    return OVERLOADED.at((*path, "assigned"), message)


def _summary(index: PlanIndex, cases: list[list[Overload]]) -> str:
    names = named([index.name_of(weeks[0].resource) for weeks in cases])
    weeks = count(sum(map(len, cases)), "week")
    first = short_day(min(weeks[0].week for weeks in cases))
    return (
        f"{len(cases)} people or organizations are overallocated, in {weeks} in total, "
        f"the first of them that of {first}: {names}."
    )
