"""Odds of small plans, against what can be worked out about them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simulation_plans import odds, plan_of, plans, risk, scheduled, task, three

from pathwayctl.model.plan import Plan
from pathwayctl.simulation.distributions import lengths
from pathwayctl.simulation.odds import Odds
from pathwayctl.simulation.simulate import simulate

START = date(2027, 1, 4)
RUNS = 40_000
CLOSE = 5 * 0.5 / RUNS**0.5
"""Five standard errors of a share: what chance does to one is less in all but a millionth of cases."""


def chances(found: Odds) -> dict[int, float]:
    """The share of runs that are finished on the n-th day or before, for each n that there is."""
    done, shares = 0, {}
    for day, runs in found.days:
        done += runs
        shares[(day - START).days + 1] = done / found.runs
    return shares


def by_day(table: Any) -> Any:
    """The distribution of a table, in parts of a day."""
    return np.bincount(table) / len(table)


def close_to(found: Odds, exact: Any) -> None:
    """The odds are those of an exact distribution in parts of a day."""
    below = np.cumsum(exact)
    for day, share in chances(found).items():
        assert share == pytest.approx(below[min(day * 256, len(below) - 1)], abs=CLOSE)


@pytest.mark.parametrize("shape", ["pert", "triangular"])
def test_two_tasks_one_after_the_other(shape: str) -> None:
    tasks = [task("a", three(2, 3, 10)), task("b", three(1, 6, 7), "a")]
    first, second = lengths(shape, 2, 3, 10, 256), lengths(shape, 1, 6, 7, 256)
    close_to(odds(plan_of(tasks), RUNS, shape=shape), np.convolve(by_day(first), by_day(second)))


@pytest.mark.parametrize("shape", ["pert", "triangular"])
def test_two_tasks_that_meet(shape: str) -> None:
    tasks = [task("a", three(2, 3, 10)), task("b", three(1, 6, 9)), task("c", "0d", "a", "b")]
    found = odds(plan_of(tasks), RUNS, shape=shape)
    tables = lengths(shape, 2, 3, 10, 256), lengths(shape, 1, 6, 9, 256)
    below = [np.cumsum(np.bincount(table, minlength=11 * 256)) / len(table) for table in tables]
    close_to(found, np.diff(below[0] * below[1], prepend=0))
    # The second one is the longer one with the chance that is found by adding up over both.
    longer = (np.diff(below[1], prepend=0) * below[0]).sum()
    assert found.tasks[1].criticality == pytest.approx(longer, abs=CLOSE + 0.005)


def test_the_mean_and_deviation_of_one_task() -> None:
    found = odds(plan_of([task("a", three(10, 20, 60))]), RUNS)
    mean, variance = (10 + 80 + 60) / 6, 15 * 35 / 7
    assert found.mean_late == pytest.approx(mean - 20, abs=5 * (variance / RUNS) ** 0.5)
    assert found.deviation == pytest.approx(variance**0.5, rel=0.02)
    only = found.tasks[0]
    assert (only.criticality, only.sensitivity) == (1, 1)
    assert only.finish == found.finish


def test_a_risk_with_a_chance_of_three_in_ten() -> None:
    found = odds(plan_of([task("a", "5d")], risk("flood", 0.3, "a", "10d")), RUNS)
    first, second = found.days
    assert (first[0], second[0]) == (date(2027, 1, 8), date(2027, 1, 18))
    one = found.risks[0]
    assert one.happened == pytest.approx(0.3, abs=CLOSE)
    assert one.happened == round(second[1] / RUNS, 3)
    assert one.mean_days == pytest.approx(10 * one.happened, abs=0.01)
    assert one.p80_days == 10
    assert (found.finish.p50, found.finish.p80, found.buffer) == (first[0], second[0], 10)
    assert found.chance_of_planned == pytest.approx(0.7, abs=CLOSE)


def test_risks_add_up_and_opportunities_take_away_but_never_below_nothing() -> None:
    work = [task("a", "5d"), task("b", "2d", "a")]
    both = odds(plan_of(work, risk("x", 1.0, "a", "3d"), risk("y", 1.0, "a", "4d")), 8)
    assert both.finish.p50 == START + timedelta(13)
    assert [(one.mean_days, one.p80_days) for one in both.risks] == [(3, 3), (4, 4)]
    luck = odds(plan_of(work, risk("x", 1.0, "a", "3d"), risk("y", 1.0, "a", "20d", effect="opportunity")), 8)
    assert luck.finish.p50 == START + timedelta(1)
    assert [one.mean_days for one in luck.risks] == [0, -8]
    assert luck.risks[1].effect == "opportunity"


def test_a_delay_of_a_milestone_a_group_and_what_is_held() -> None:
    # "k" waits for "m", so that the delay of the group reaches it through that.
    group = task(
        "g", None, tasks=[task("m", "3d", "a"), task("k", "2d", "m"), task("h", "1d", date="2027-01-20")]
    )
    work = [task("a", "5d"), group, task("z", "0d", "k")]
    plan = plan_of(work, risk("x", 1.0, "g", "4d"), risk("y", 1.0, "z", "2d"))
    found = {one.id: (one.planned.day, one.finish.p50.day) for one in odds(plan, 8).tasks}
    assert found == {"a": (8, 8), "m": (11, 15), "k": (13, 17), "h": (20, 20), "z": (13, 19)}
    held = plan_of([task("d", "0d", date="2027-01-11")], risk("x", 1.0, "d", "3d"))
    assert odds(held, 8).finish.p50 == date(2027, 1, 13)  # at the end of its third day


def test_what_is_under_way_takes_its_share_of_the_estimate() -> None:
    begun = {"status": "in-progress", "started": "2027-01-04"}
    half = plan_of([task("a", three(10, 20, 40), complete=50, **begun)], status_date="2027-01-14")
    found = odds(half, RUNS)
    assert found.mean_late == pytest.approx(((10 + 80 + 40) / 6 - 20) / 2, abs=0.1)
    known = plan_of([task("a", three(10, 20, 40), remaining="7d", **begun)], status_date="2027-01-14")
    assert not odds(known, 8).uncertain
    nothing = plan_of([task("a", three(0, 0, 40), **begun)], status_date="2027-01-14")
    assert not odds(nothing, 8).uncertain


def test_a_milestone_with_three_lengths_comes_later() -> None:
    found = odds(plan_of([task("a", "5d"), task("m", three(0, 0, 12), "a"), task("b", "1d", "m SS")]), RUNS)
    assert found.mean_late == pytest.approx(12 / 6, abs=0.1)
    assert found.tasks[1].sensitivity == 1


def test_what_is_held_stays_and_what_is_late_starts_as_planned() -> None:
    work = [
        task("a", three(1, 5, 30)),
        task("h", three(2, 4, 6), "a", date="2027-01-11"),
        task("l", three(1, 2, 3), as_late_as_possible=True),
        task("z", "20d"),
    ]
    found = {one.id: one for one in odds(plan_of(work), 400).tasks}
    assert found["h"].finish.p10 >= date(2027, 1, 12)
    assert found["h"].finish.p95 <= date(2027, 1, 16)
    assert found["l"].finish.p10 >= date(2027, 1, 22)


def test_the_promises() -> None:
    work = [task("a", three(2, 5, 9), deadline="2027-01-09"), task("b", "1d", "a")]
    found = odds(plan_of(work, finish_by="2027-01-10"), RUNS)
    assert found.promised == found.tasks[:1]
    assert found.tasks[0].deadline
    assert found.finish_by
    assert found.tasks[0].deadline.chance == found.finish_by.chance
    table = lengths("pert", 2, 5, 9, 256)
    assert found.finish_by.chance == pytest.approx((table <= 6 * 256).mean(), abs=CLOSE)
    assert not found.milestones


def test_weekends_and_elapsed_lags() -> None:
    # Friday's end and three calendar days: Monday is over, so the next one starts on Tuesday.
    work = [task("a", "5d"), task("b", "1d", "a FS+3ed")]
    week = {"working_days": ["mon", "tue", "wed", "thu", "fri"]}
    delayed = odds(plan_of(work, risk("x", 1.0, "a", "1d"), calendar=week), 8)
    assert delayed.planned_finish == date(2027, 1, 12)
    assert delayed.finish.p50 == date(2027, 1, 15)
    # A hundred working days, a weekend, and back: the calendar is looked up as far as it is asked for.
    far = [task("a", three(100, 100, 101)), task("b", "1d", "a FS+1ew")]
    assert odds(plan_of(far, calendar=week), 8).planned_finish == date(2027, 5, 31)


def test_tasks_without_an_effect() -> None:
    work = [task("a", three(1, 2, 3)), task("z", "20d")]
    found = odds(plan_of(work, risk("x", 0.5, "a", "1d"), risk("y", 0.5, "gone", "1d")), 400)
    assert found.tasks[0].criticality == 0
    assert found.tasks[0].sensitivity is None  # the finish never changes
    assert [one.mean_days for one in found.risks] == [0, 0]
    assert found.uncertain


@settings(max_examples=40, deadline=None)
@given(plans(), st.data())
def test_a_threat_never_helps_and_luck_never_hurts(plan: Plan, data: st.DataObject) -> None:
    names = sorted(scheduled(plan).by_id)
    target, days = (
        data.draw(st.sampled_from(names)),
        data.draw(st.sampled_from(("1d", "9d", three(1, 2, 20)))),
    )
    effect = data.draw(st.sampled_from(("threat", "opportunity")))
    more = plan_of([], risk("x", 0.6, target, days, effect=effect)).risks
    before = odds(plan, 40)
    after = odds(plan.model_copy(update={"risks": more}), 40)
    sign = 1 if effect == "threat" else -1
    for name in ("p10", "p50", "p80", "p95"):
        moved = (getattr(after.finish, name) - getattr(before.finish, name)).days
        assert moved * sign >= 0
    for one in after.risks:
        assert one.mean_days * sign >= 0
        assert one.p80_days * sign >= 0


@settings(max_examples=40, deadline=None)
@given(plans(), st.data())
def test_the_value_of_a_risk_is_what_the_plan_gains_without_it(plan: Plan, data: st.DataObject) -> None:
    names = st.sampled_from(sorted(scheduled(plan).by_id))
    effects = st.sampled_from(("threat", "threat", "opportunity"))
    drawn = [
        risk(f"r{n}", 0.5, data.draw(names), three(1, 3, 12), effect=data.draw(effects)) for n in range(3)
    ]
    risks = plan_of([], *drawn).risks
    found = odds(plan.model_copy(update={"risks": risks}), 40)
    for n, one in enumerate(found.risks):
        rest = odds(plan.model_copy(update={"risks": risks[:n] + risks[n + 1 :]}), 40)
        assert one.mean_days == pytest.approx(found.mean_late - rest.mean_late, abs=0.011)
        if not one.p80_days:
            assert found.finish.p80 == rest.finish.p80


@settings(max_examples=15, deadline=None)
@given(plans(), st.sampled_from(("pert", "triangular")))
def test_how_many_runs_are_held_in_memory_changes_nothing(plan: Plan, shape: str) -> None:
    first = scheduled(plan).tasks[0].id
    plan = plan.model_copy(update={"risks": plan_of([], risk("x", 0.5, first, three(1, 2, 9))).risks})
    together = odds(plan, 203, 3, shape)
    assert odds(plan, 203, 3, shape, 1) == odds(plan, 203, 3, shape, 2_000 * len(plan.tasks)) == together


def test_somebody_watches() -> None:
    plan, told = plan_of([task("a", three(2, 3, 10))]), []
    simulate(plan, scheduled(plan), 150, memory=1, watch=lambda done, runs: told.append((done, runs)))
    assert told == [(52, 150), (104, 150), (150, 150)]


def test_more_runs_begin_with_the_same_ones_and_seeds_differ() -> None:
    plan = plan_of([task("a", three(2, 3, 10)), task("b", three(1, 6, 7), "a")])
    assert odds(plan, 100) == odds(plan, 100)
    assert odds(plan, 100).days != odds(plan, 100, seed=2).days
    few, many = dict(odds(plan, 100).days), dict(odds(plan, 300).days)
    assert all(many.get(day, 0) >= runs for day, runs in few.items())


def test_plans_far_beyond_all_years() -> None:
    work = [task("a", {"low": "1d", "likely": "2d", "high": "100000d"})]
    work += [
        task(f"b{n}", {"low": "1d", "likely": "2d", "high": "100000d"}, f"b{n - 1}" if n else "a")
        for n in range(40)
    ]
    found = odds(plan_of(work), 40)
    assert found.finish.p95 > date(3500, 1, 1)
    assert found.tasks[0].sensitivity is not None
