"""In a run, work pauses while an organization of those who do it is closed, wherever the run puts it."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from simulation_plans import school_plans, task, three

from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Status
from pathwayctl.scheduling.arranging import arranged
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from pathwayctl.simulation.odds import Odds, Spread
from pathwayctl.simulation.simulate import simulate


def simulated(plan: Plan, runs: int = 8) -> tuple[Schedule, Odds]:
    plan, breakdown = arranged(plan, break_down(plan.tasks))
    schedule = make_schedule(plan, breakdown)
    assert isinstance(schedule, Schedule)
    return schedule, simulate(plan, schedule, runs)


@settings(max_examples=60, deadline=None)
@given(school_plans(late=False))
def test_every_run_of_a_certain_plan_is_the_plan(plan: Plan) -> None:
    schedule, found = simulated(plan)
    if found.uncertain:
        return
    assert found.finish == Spread(*[schedule.finish] * 4)
    shown = [one for one in schedule.tasks if one.kind != "summary" and one.status is not Status.DROPPED]
    for one, planned in zip(found.tasks, shown, strict=True):
        assert one.finish == Spread(*[planned.finish] * 4), one.id


def school(*tasks: dict[str, object]) -> Plan:
    closures = [{"name": "Break", "from": "2027-01-11", "to": "2027-01-15"}]
    isd = {"id": "isd", "name": "ISD", "category": "k-12", "calendar": {"closures": closures}}
    return Plan.model_validate(
        {
            "pathwayctl": 1,
            "project": {"name": "P", "start": "2027-01-04"},
            "organizations": [isd],
            "tasks": list(tasks),
        }
    )


def test_a_run_that_ends_before_the_closure_does_not_pause() -> None:
    _, found = simulated(school(task("a", three(2, 6, 8), owner="isd")), 400)
    days = [day for day, _ in found.days]
    assert min(days) <= date(2027, 1, 8)  # three days are enough in some runs
    assert not [day for day in days if date(2027, 1, 11) <= day <= date(2027, 1, 15)]
    assert max(days) <= date(2027, 1, 20)  # eight days and the five of the break


def test_a_run_that_comes_to_the_closure_waits_until_it_is_over() -> None:
    plan = school(task("a", three(3, 4, 7)), task("b", "1d", "a", owner="isd"))
    _, found = simulated(plan, 400)
    days = [day for day, _ in found.days]
    assert min(days) <= date(2027, 1, 8)
    assert max(days) == date(2027, 1, 18)
