"""A team that is assigned to a task: those of its members who are there at that time do it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import task

from pathwayctl.levelling.level import Levelled, level
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.arranging import arranged
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.loads import loads, overloads
from pathwayctl.scheduling.schedule import Schedule, make_schedule

BREAK = {"name": "Break", "from": "2027-01-11", "to": "2027-01-15"}
PARTNERS = {
    "organizations": [
        {"id": "isd", "name": "Valley ISD", "category": "k-12", "calendar": {"closures": [BREAK]}},
        {"id": "college", "name": "Valley College", "category": "postsecondary"},
    ],
    "people": [
        {"id": "ana", "name": "Ana", "organization": "isd"},
        {"id": "eli", "name": "Eli", "organization": "isd"},
        {
            "id": "ben",
            "name": "Ben",
            "organization": "college",
            "capacity": 0.5,
            "leave": [{"from": "2027-01-18", "to": "2027-01-22"}],
        },
        {"id": "cy", "name": "Cy", "organization": "college", "until": "2027-01-08"},
        {"id": "dee", "name": "Dee", "organization": "college", "from": "2027-02-01"},
    ],
    "teams": [
        {"id": "core", "title": "Core", "kind": "planning", "lead": "ana", "members": ["ben", "cy", "dee"]},
        {"id": "school", "title": "School", "kind": "planning", "members": ["ana", "eli"]},
        {"id": "all", "title": "All", "kind": "planning", "members": ["core", "school"]},
    ],
}


def plan_of(*tasks: dict[str, Any]) -> Plan:
    project = {"name": "Example", "start": "2027-01-04"}
    return Plan.model_validate({"project": project, **PARTNERS, "tasks": list(tasks)})


def made(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return schedule


def weeks(plan: Plan, who: str) -> dict[date, tuple[float, int]]:
    return {one.week: (one.needed, len(one.days)) for one in loads(plan, made(plan), who)}


JANUARY = [date(2027, 1, day) for day in (4, 11, 18, 25)]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("ana", dict.fromkeys(JANUARY, (1, 5)) | {date(2027, 2, 1): (1, 5)}),
        (
            "ben",
            {day: (0.5, 5) for day in (*JANUARY, date(2027, 2, 1)) if day.day != 18},
        ),  # half time; on leave
        ("cy", {JANUARY[0]: (1, 5)}),  # leaves after the first week
        ("dee", {date(2027, 2, 1): (1, 5)}),  # begins in the last week
    ],
)
def test_members_are_needed_while_they_are_there(who: str, expected: dict[date, tuple[float, int]]) -> None:
    assert weeks(plan_of(task("work", "25d", assigned=["core"])), who) == expected


def test_a_team_pauses_only_while_all_of_it_is_closed() -> None:
    for team, finish in (("core", date(2027, 1, 15)), ("school", date(2027, 1, 22))):
        plan = plan_of(task("work", "10d", assigned=[team]))
        assert made(arranged(plan, break_down(plan.tasks))[0]).finish == finish


def test_a_share_is_that_of_each_member_and_who_is_named_gives_their_own() -> None:
    plan = plan_of(task("work", "5d", assigned={"all": 0.25, "ana": 0.75}))
    assert [weeks(plan, who)[JANUARY[0]][0] for who in ("ana", "eli", "ben")] == [0.75, 0.25, 0.25]


SHARES = st.sampled_from((0.25, 0.5, 1))
ASSIGNED = st.dictionaries(st.sampled_from(("core", "school", "all", "ana", "dee")), SHARES, max_size=2)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("2d", "5d", "9d")), ASSIGNED), min_size=1, max_size=4))
def test_nobody_of_a_team_is_overbooked_in_a_levelled_plan(drawn: list[tuple[str, dict[str, float]]]) -> None:
    plan = plan_of(*(task(f"t{n}", days, assigned=who) for n, (days, who) in enumerate(drawn)))
    levelled = level(plan, made(plan))
    assert isinstance(levelled, Levelled)
    over = overloads(plan, levelled.schedule)
    assert not [one for one in over if one.resource not in ("ana", "dee")]
    assert not [one for one in over if one.needed > one.given]
