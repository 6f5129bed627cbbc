"""The odds that pages and ``status`` show, against those of ``simulate``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from simulation_plans import plan_of, plans, risk, scheduled, task, three

from pathwayctl.app import open_project
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.simulation.odds import Odds
from pathwayctl.simulation.quick_odds import FEWEST_RUNS, MOST_WORK, quick_odds
from pathwayctl.simulation.settings import RUNS
from pathwayctl.simulation.simulate import simulate

EXAMPLES = Path(__file__).parents[2] / "examples"


def of_days_to_keep(found: Odds, quick: Odds) -> Odds:
    """The part of some odds that quick ones have: not what drives the finish."""
    kept = {one.id for one in quick.tasks}
    tasks = (one for one in found.tasks if one.id in kept)
    return replace(found, tasks=tuple(replace(one, criticality=None, sensitivity=None) for one in tasks))


def same(plan: Plan, schedule: Schedule) -> Odds:
    """The quick odds of a plan, which are checked against a whole simulation."""
    quick = quick_odds(plan, schedule)
    assert quick is not None
    unasked = replace(quick, tasks=tuple(replace(one, criticality=None) for one in quick.tasks))
    assert unasked == of_days_to_keep(simulate(plan, schedule, quick.runs), quick)
    return quick


@pytest.mark.parametrize("example", ["colorado_sector", "state_agency"])
def test_pages_and_simulate_say_the_same_of_an_example(example: str) -> None:
    project = open_project(EXAMPLES / example)
    assert isinstance(project.index.schedule, Schedule)
    quick = same(project.plan, project.index.schedule)
    assert quick.runs == RUNS
    whole = simulate(project.plan, project.index.schedule)
    assert [one.id for one in quick.milestones] == [one.id for one in whole.milestones]
    assert [one.id for one in quick.promised] == [one.id for one in whole.promised]


@given(plans())
@settings(max_examples=25, deadline=None)
def test_of_any_plan_too(plan: Plan) -> None:
    schedule = scheduled(plan)
    if quick_odds(plan, schedule):
        same(plan, schedule)


def test_a_deadline_and_a_date_of_its_own_are_days_to_keep() -> None:
    tasks = [
        task("a", three(2, 3, 10)),
        {**task("b", three(1, 6, 9), "a"), "deadline": "2027-02-01"},
        {**task("c", "2d", "b"), "not_before": "2027-03-01"},
        task("d", "0d", "c"),
        task("e", "1d", "d"),
    ]
    plan = plan_of(tasks, risk("late", 0.3, "a", "4d"))
    quick = same(plan, scheduled(plan))
    assert [one.id for one in quick.tasks] == ["b", "c", "d"]
    assert not any(one.criticality for one in quick.tasks)


def test_a_large_plan_has_fewer_runs() -> None:
    leaves = [task(f"t{n}", three(1, 2, 4)) for n in range(MOST_WORK // RUNS + 500)]
    plan = plan_of(leaves)
    found = quick_odds(plan, scheduled(plan))
    assert found is not None
    assert FEWEST_RUNS < found.runs == MOST_WORK // len(leaves) < RUNS


def test_a_plan_without_uncertainty_has_none() -> None:
    plan = plan_of([task("a", "3d")])
    assert quick_odds(plan, scheduled(plan)) is None
