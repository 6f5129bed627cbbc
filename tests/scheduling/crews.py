"""People and crews for the plans of the tests, and a count of what is asked of them, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from plans import make_plan
from plans import plans as bare_plans

from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.plan import Plan
from pathwayctl.model.values import Assignment
from pathwayctl.model.work import Task
from pathwayctl.scheduling.schedule import Schedule

UNITS = (0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 3.25)
CAPACITIES = (0.3, 0.5, 1.0, 1.0, 2.0, 4.0)
LEAVES: tuple[list[dict[str, str]], ...] = (
    [],
    [],
    [{"from": "2027-01-05", "to": "2027-01-07"}],
    [{"from": "2027-01-11", "to": "2027-01-13"}, {"from": "2027-01-12", "to": "2027-01-20"}],
    [{"from": "2026-12-01", "to": "2027-01-04"}],
    [{"from": "2027-01-20", "to": "2027-01-10"}],
)
NAMES = ("ann", "bo", "crew")


def person(name: str, capacity: float = 1.0, *leave: tuple[str, str]) -> dict[str, Any]:
    """One person as they stand in YAML; leave is pairs of days, both included."""
    away = [{"from": first, "to": last} for first, last in leave]
    return {"id": name, "name": name.title(), "category": "k-12", "capacity": capacity, "leave": away}


def staffed(tasks: list[dict[str, Any]], people: list[dict[str, Any]], *args: Any, **project: Any) -> Plan:
    """A plan with tasks and people."""
    plan = make_plan(tasks, *args, **project)
    return plan.model_copy(update={"people": tuple(map(Person.model_validate, people))})


def _assign(task: Task, drawn: Iterator[tuple[Assignment, ...]], ranks: Iterator[int]) -> Task:
    inside = tuple(_assign(one, drawn, ranks) for one in task.tasks)
    return task.model_copy(update={"tasks": inside, "assigned": next(drawn), "priority": next(ranks)})


@st.composite
def staffed_plans(draw: st.DrawFn, /, *, fitting: bool = False, ranks: bool = True, **kinds: bool) -> Plan:
    """A random plan whose tasks need people and pools; ``fitting``: nobody more than they can ever give."""
    plan = draw(bare_plans(**kinds))
    capacities = {name: draw(st.sampled_from(CAPACITIES)) for name in NAMES}
    leaves = {name: draw(st.sampled_from(LEAVES)) for name in NAMES}
    parties = [
        {"id": name, "name": name, "category": "k-12", "capacity": capacities[name], "leave": leaves[name]}
        for name in NAMES
    ]

    def all_assigned() -> Iterator[tuple[Assignment, ...]]:
        while True:
            names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=2))
            found = []
            for name in names:
                limit = capacities[name] if fitting else max(UNITS)
                found.append(Assignment(name, draw(st.sampled_from([one for one in UNITS if one <= limit]))))
            yield tuple(found)

    def all_ranks() -> Iterator[int]:
        while True:
            yield draw(st.sampled_from((500, 500, 500, 700, 300))) if ranks else 500

    drawn, importance = all_assigned(), all_ranks()
    return plan.model_copy(
        update={
            "tasks": tuple(_assign(one, drawn, importance) for one in plan.tasks),
            "people": tuple(Person.model_validate(one) for one in parties[:2]),
            "organizations": (Organization.model_validate(parties[2]),),
        }
    )


CLOSURES: tuple[list[dict[str, Any]], ...] = (
    [{"name": "Break", "from": "2027-01-06", "to": "2027-01-12"}],
    [
        {"name": "Break", "from": "2027-01-11", "to": "2027-01-15"},
        {"name": "Holiday", "from": "2027-01-18", "to": "2027-01-18"},
        {"name": "Summer", "from": "2027-02-01", "to": "2027-02-28"},
    ],
    [{"name": "Start", "from": "2026-12-20", "to": "2027-01-07"}],
)


@st.composite
def school_plans(draw: st.DrawFn, /, **kinds: Any) -> Plan:
    """A random staffed plan whose pool is closed on some days, and one of whose people shares that."""
    plan = draw(staffed_plans(fitting=True, **kinds))
    calendar = {"closures": draw(st.sampled_from(CLOSURES))}
    crew = plan.organizations[0].model_dump(by_alias=True) | {"calendar": calendar}
    ann = plan.people[0].model_copy(update={"organization": "crew"})
    people = (ann, *plan.people[1:])
    return Plan.model_validate(
        plan.model_dump(by_alias=True, include={"project"}) | {"organizations": [crew], "pathwayctl": 1}
    ).model_copy(update={"people": people, "tasks": plan.tasks, "calendar": plan.calendar})


Day = tuple[str, date]


def closed_days(plan: Plan, task: Task) -> set[date]:
    """The days on which an organization of those who do a task is closed, one by one."""
    homes = {one.id: one.organization for one in plan.people} | {one.id: one.id for one in plan.organizations}
    doers = {homes.get(one.resource) for one in task.assigned} or {homes.get(task.owner or "")}
    return {
        closure.first + timedelta(number)
        for one in plan.organizations
        for closure in (one.calendar.closures if one.calendar and one.id in doers else ())
        for number in range((closure.last - closure.first).days + 1)
        if task.date is None
    }


def loads_by_day(plan: Plan, schedule: Schedule) -> dict[Day, tuple[Fraction, set[int]]]:
    """What is needed of each person on each working day, counted over the days that tasks show."""
    found: dict[Day, tuple[Fraction, set[int]]] = {}
    today = plan.project.status_date or plan.project.start
    for index, row in enumerate(schedule.records.breakdown.rows):
        one = schedule.at(index)
        if not schedule.duration(index) or row.task.status in ("done", "dropped"):
            continue
        left = schedule.remaining(index)
        first = one.start
        if one.task.status == "in-progress" or (one.task.status == "blocked" and one.task.started):
            first = max(first, today) if plan.project.status_date else first
        days = [first + timedelta(n) for n in range((one.finish - first).days + 1)]
        days = [day for day in days if schedule.calendar.is_working(day)]
        closed = closed_days(plan, row.task)
        for day in [day for day in days[len(days) - left :] if day not in closed] if left else []:
            for need in row.task.assigned:
                load, rows = found.get((need.resource, day), (Fraction(0), set()))
                found[need.resource, day] = load + Fraction(str(need.units)), rows | {index}
    return found


def given(plan: Plan, name: str, day: date) -> Fraction:
    """What someone can give on a day."""
    parties: tuple[Person | Organization, ...] = (*plan.people, *plan.organizations)
    one = next(one for one in parties if one.id == name)
    away = any(leave.first <= day <= leave.last for leave in one.leave)
    return Fraction(0) if away else Fraction(str(one.capacity))
