"""The 17 steps of a page and those of ``pathwayctl next`` come to the same, whatever the plan."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from analysis_plans import plan_of
from hypothesis import given, settings
from hypothesis import strategies as st

from pathwayctl.catalog.reading import sector
from pathwayctl.evidence.steps.tracker import SHOWN_BY_AN_ENTRY, SIGNS, StepStanding, step_standings
from pathwayctl.guidance.registry import guide_report
from pathwayctl.guidance.sector import SHOWN_BY_AN_ENTRY as SHOWN_TO_NEXT
from pathwayctl.loading.project import load
from pathwayctl.model.base import Model
from pathwayctl.model.governance_words import Progress
from pathwayctl.model.pathways import Evidence
from pathwayctl.model.plan import LIST_SECTIONS, Plan
from pathwayctl.model.vocabulary import Guide
from pathwayctl.scheduling.schedule import make_schedule

EXAMPLES = Path(__file__).parents[2] / "examples"
NOT_BEGUN, UNDER_WAY, DONE = Progress


@cache
def example(name: str) -> Plan:
    plan = load(EXAMPLES / name).plan
    assert plan is not None
    return plan


def step(number: int, text: str = "", **header: Any) -> StepStanding:
    return step_standings(plan_of(text, **header))[number - 1]


def states_of_next(plan: Plan) -> list[str]:
    schedule = make_schedule(plan)
    report = guide_report(plan, schedule, Guide.SECTOR)
    return [item.state.value for item in report.items]


def thinned(plan: Plan, random: Random) -> Plan:
    """The plan without some of its entries and without some of what they say."""
    changes: dict[str, Any] = {}
    for section in LIST_SECTIONS:
        entries = getattr(plan, section)
        share = random.choice((0.0, 0.5, 1.0, 1.0))
        changes[section] = tuple(_with_less(one, random) for one in entries if random.random() < share)
    for section in ("partnership", "sustainability"):
        found = getattr(plan, section)
        changes[section] = _with_less(found, random) if found and random.random() < 0.7 else None
    numbers = random.sample(range(1, 18), random.choice((0, 0, 3)))
    changes["evidence"] = tuple(Evidence(step=number, text="There it is") for number in numbers)
    return plan.model_copy(update=changes)


def _with_less(entry: Model, random: Random) -> Model:
    """The entry without one of its optional values, one time in three."""
    optional = [name for name, field in type(entry).model_fields.items() if not field.is_required()]
    if not optional or random.random() > 1 / 3:
        return entry
    name = random.choice(optional)
    return entry.model_copy(update={name: type(entry).model_fields[name].default})


def test_every_step_has_its_signs() -> None:
    assert list(SIGNS) == [one.number for one in sector().steps]
    assert {one.id for one in sector().steps if one.number in SHOWN_BY_AN_ENTRY} == SHOWN_TO_NEXT


@pytest.mark.parametrize("name", ["colorado_sector", "state_agency"])
def test_the_examples_stand_where_next_says(name: str) -> None:
    assert [one.state.value for one in step_standings(example(name))] == states_of_next(example(name))


def test_an_empty_plan_stands_where_next_says() -> None:
    assert [one.state.value for one in step_standings(plan_of())] == states_of_next(plan_of())
    assert {one.state for one in step_standings(plan_of())} == {NOT_BEGUN}
    assert all(one.lacking and not one.shown for one in step_standings(plan_of()))


LAUNCH = """
people: [{id: dana, name: Dana, category: business-industry-workforce}]
organizations: [{id: shop, name: Shop, category: business-industry-workforce}]
partnership: {scope: Machining}
invitations: [{id: i, to: shop, sent: 2027-01-04}]
priorities: [{id: p, title: P, goals: [g]}]
goals: [{id: g, title: G, owner: dana}]
meetings:
  - {id: m, title: M, kind: sector-launch, attended: [dana], decisions: [D],
     actions: [{title: A, owner: dana, due: 2027-02-01}]}
  - {id: n, title: N, kind: board}
"""


@pytest.mark.parametrize(
    "text",
    [
        LAUNCH,
        LAUNCH.replace("decisions: [D],", ""),
        LAUNCH.replace("due: 2027-02-01", ""),
        LAUNCH.replace("goals: [g]", "goals: []"),
        LAUNCH.replace("sent: 2027-01-04", "answer: waiting"),
        LAUNCH.replace("actions: [{title: A, owner: dana, due: 2027-02-01}]", "invited: [shop]"),
        "meetings: [{id: m, title: M, kind: sector-launch, invited: [a, b]}]",
        "meetings: [{id: m, title: M, kind: sector-launch, agenda: [{title: A, minutes: 5}]}]",
        "meetings: [{id: m, title: M, kind: reflection, decisions: [D]}]",
        "partnership: {scope: S, region: R, naics: ['3327'], industry_members: [shop]}",
        "partnership: {scope: S}\nframeworks: [{id: f, industry: I, naics: ['3327']}]",
    ],
)
def test_a_launch_stands_where_next_says(text: str) -> None:
    assert [one.state.value for one in step_standings(plan_of(text))] == states_of_next(plan_of(text))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from(["colorado_sector", "state_agency"]))
def test_any_plan_stands_where_next_says(seed: int, name: str) -> None:
    plan = thinned(example(name), Random(seed))
    assert [one.state.value for one in step_standings(plan)] == states_of_next(plan)


def test_what_is_there_and_what_is_lacking_in_words() -> None:
    plan = "occupations: [{id: a, title: A, soc: '51-4041', median_wage: 1}, {id: b, title: B, growth: 0}]"
    assert step(5, plan) == StepStanding(
        5,
        UNDER_WAY,
        ("2 critical occupations",),
        (
            "SOC or O*NET code of 1 critical occupation",
            "openings of 2 critical occupations",
            "wage of 1 critical occupation",
            "growth of 1 critical occupation",
            "difficulty to fill of 2 critical occupations",
            "entry education of 2 critical occupations",
        ),
    )
    assert step(5).lacking == ("critical occupations (none yet)",)
    assert step(3).lacking == ("what came of the launch meeting", "priorities (none yet)")


def test_an_entry_is_enough_for_what_happened_and_not_for_what_is_left() -> None:
    said = "evidence: [{step: 8, text: Six were hired}, {step: 5, text: We know them}]"
    assert step(8, said) == StepStanding(8, DONE, ("Six were hired",), ())
    assert step(5, said).state is UNDER_WAY


def test_tasks_show_that_a_step_has_begun() -> None:
    tasks = """
    tasks:
      - id: all
        title: All
        step: 9
        tasks:
          - {id: a, title: A, duration: 1d, status: STATUS, started: 2027-01-04, finished: 2027-01-04}
          - {id: b, title: B, duration: 1d}
          - {id: c, title: C, duration: 1d, step: 10}
          - {id: d, title: D, duration: 1d, status: dropped}
    """
    assert step(9, tasks.replace("STATUS", "done")).shown == ("1 of 2 tasks done",)
    begun = tasks.replace("STATUS", "in-progress").replace(", finished: 2027-01-04", "")
    assert step(9, begun).shown == ("1 task in progress",)
    assert step(10, begun).shown == ()
    assert step(15, begun).lacking == ("an owner for 3 actions",)
