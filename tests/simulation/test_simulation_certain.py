"""Where nothing is uncertain, every run is the plan: with all that a plan can hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from simulation_plans import odds, plan_of, plans, scheduled, task, three

from pathwayctl.model.plan import Plan
from pathwayctl.model.values import Estimate
from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.simulation.odds import Spread


def made_certain(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    """The same tasks with their likely durations alone."""
    found = []
    for one in tasks:
        likely = one.duration.likely if one.duration else None
        duration = Estimate(likely, likely, likely) if likely else None
        found.append(one.model_copy(update={"duration": duration, "tasks": made_certain(one.tasks)}))
    return tuple(found)


@settings(max_examples=120, deadline=None)
@given(plans())
def test_every_run_of_a_certain_plan_is_the_plan(plan: Plan) -> None:
    plan = plan.model_copy(update={"tasks": made_certain(plan.tasks)})
    schedule, found = scheduled(plan), odds(plan, 8)
    assert not found.uncertain
    assert found.planned_finish == schedule.finish
    assert found.finish == Spread(*[schedule.finish] * 4)
    assert found.days == ((schedule.finish, 8),)
    assert (found.chance_of_planned, found.buffer, found.mean_late, found.deviation) == (1, 0, 0, 0)
    shown = [one for one in schedule.tasks if one.kind != "summary" and one.status is not Status.DROPPED]
    assert [one.id for one in found.tasks] == [one.id for one in shown]
    for one, planned in zip(found.tasks, shown, strict=True):
        assert one.finish == Spread(*[planned.finish] * 4)
        assert (one.planned, one.chance, one.sensitivity) == (planned.finish, 1, None)


def waiting(plan: Plan, data: st.DataObject) -> tuple[Task, ...]:
    """A long task for each summary, that waits for the start of that."""
    summaries = [row.task.id for row in break_down(plan.tasks).rows if row.is_summary]
    kinds = st.sampled_from(("SS", "SS+2d", "SS+3ed", "SF+30d", "SF+40ed"))
    waits = [f"{name} {data.draw(kinds)}" for name in summaries]
    return plan_of([task(f"x{n}", "40d", wait) for n, wait in enumerate(waits)]).tasks


@settings(max_examples=80, deadline=None)
@given(plans(finish_by=False), st.data())
def test_what_is_critical_in_the_plan_is_so_in_every_run(plan: Plan, data: st.DataObject) -> None:
    tasks = made_certain(plan.tasks) + (waiting(plan, data) if data.draw(st.booleans()) else ())
    plan = plan.model_copy(update={"tasks": tasks})
    schedule = scheduled(plan)
    for one in odds(plan, 4).tasks:  # finish_by is left out: here each run's own end counts
        assert one.criticality == schedule.by_id[one.id].critical


def test_done_dropped_and_empty_plans() -> None:
    done = task("a", three(1, 2, 9), status="done", started="2026-12-28", finished="2026-12-30")
    dropped = task("b", three(1, 2, 9), status="dropped")
    found = odds(plan_of([done, dropped], status_date="2027-02-01"), 8)
    assert [one.id for one in found.tasks] == ["a"]
    assert str(found.finish.p95) == str(found.planned_finish) == "2026-12-30"
    assert found.tasks[0].criticality == 0
    assert not found.uncertain
    empty = odds(plan_of([]), 8)
    assert (empty.tasks, str(empty.finish.p50)) == ((), "2027-01-04")


def test_a_milestone_under_way_that_cannot_have_begun_before_its_day_is_shown_on_it() -> None:
    begun = task("begun", "0d", status="in-progress", not_before="2027-01-06")
    found = odds(plan_of([begun, task("other", "1d")], status_date="2027-01-06"), 8)
    assert [one.finish.p50.isoformat() for one in found.tasks] == ["2027-01-06", "2027-01-06"]
