"""Earned value and earned schedule, against worked examples from the literature and by what must hold.

Working day 0 is Monday, January 4, 2027.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "scheduling"))
from plans import make_plan, plans, task

from pathwayctl.analysis.earned_value import Earned, Portion, Value, earned_schedule, earned_value
from pathwayctl.analysis.variance.comparison import compare
from pathwayctl.baselines.frozen import freeze
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.schedule import Schedule, make_schedule

Tasks = list[dict[str, Any]]
DAILY = {"working_days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}
START = date(2027, 1, 4)


def scheduled(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return schedule


def earned(
    before: Tasks, after: Tasks, status: str | None, calendar: dict[str, Any] | None = None
) -> Earned | None:
    """What is earned of a plan by the end of a day."""
    approved = freeze(scheduled(make_plan(before, calendar)), "approved", None)
    project = {"status_date": status} if status else {}
    plan = make_plan(after, calendar, **project)
    return earned_value(compare(approved, scheduled(plan)), plan.project.status_date)


def some(before: Tasks, after: Tasks, status: str, calendar: dict[str, Any] | None = None) -> Earned:
    found = earned(before, after, status, calendar)
    assert found is not None
    return found


def test_the_status_report_of_a_textbook() -> None:
    """E. Larson and C. Gray, Project Management: The Managerial Process, chapter 13, exercises.

    The status report at the end of period 12, in hundreds of dollars: of eight tasks with a budget of
    248 together, four are finished and two are half done; EV 148, AC 210, PV 158, so CV −62, SV −10,
    SPI .94, CPI .70, EAC 352. A period is a working day here; the two tasks under way are placed so
    that their even share by period 12 is what the report has as planned, 20 of 40 and 40 of 60.
    """
    budgets = (8, 40, 30, 20, 40, 60, 20, 30)
    spans = ((0, 4), (0, 6), (2, 6), (4, 4), (8, 8), (8, 6), (14, 4), (18, 4))
    actual = (10, 50, 40, 40, 30, 40)
    before: Tasks = []
    for number, (budget, (start, days)) in enumerate(zip(budgets, spans, strict=True), 1):
        day = (START + timedelta(start)).isoformat()
        before.append(task(f"t{number}", f"{days}d", cost=budget, not_before=day))
    after = [dict(one) for one in before]
    for one, cost in zip(after, actual, strict=False):
        one |= {"status": "done", "started": one["not_before"], "actual_cost": cost}
    for one in after[4:6]:
        one |= {"status": "in-progress", "complete": 50}
    whole = some(before, after, "2027-01-16", DAILY).whole
    assert (whole.budget, whole.planned, whole.earned, whole.actual) == (248, 158, 148, 210)
    assert (whole.schedule_variance, whole.cost_variance) == (-10, -62)
    assert whole.schedule_index == pytest.approx(0.94, abs=0.005)
    assert whole.cost_index == pytest.approx(0.70, abs=0.005)
    assert whole.estimate == pytest.approx(352, abs=0.5)
    assert whole.to_complete == pytest.approx((248 - 148) / (248 - 210))


def test_a_plan_that_is_exactly_on_time_reads_as_on_time() -> None:
    """The status date itself is still to be worked, in the schedule and in planned value alike."""
    found = some([task("a", "5d")], [task("a", "5d", status="in-progress", complete=40)], "2027-01-06")
    assert (found.whole.schedule_index, found.time_index) == (1, 1)


def test_earned_schedule_as_its_author_draws_it() -> None:
    """W. Lipke, Earned Schedule (the concept's figure): at the end of July all of January to May is earned.

    And a part of June, so ES = 5 + (EV − PV(May)) / (PV(June) − PV(May)), and AT = 7. Months are days.
    """
    planned = (10.0, 20.0, 30.0, 40.0, 50.0, 40.0, 30.0, 20.0)
    portions = tuple(Portion(amount, month, month + 1, 0.0) for month, amount in enumerate(planned))
    assert earned_schedule(portions, 150.0 + 16.0, 0, 7) == pytest.approx(5.4)
    assert earned_schedule(portions, 5.0, 0, 7) == pytest.approx(0.5)
    assert earned_schedule(portions, 240.0, 0, 9) == 8
    assert earned_schedule(portions, 0.0, 0, 7) == 0


def test_a_year_that_is_spread_evenly() -> None:
    """Half of 52 weeks' work is earned after 30 of them: 26 weeks of the schedule."""
    portions = (Portion(5_200_000.0, 0, 52, 2_600_000.0),)
    assert earned_schedule(portions, 2_600_000.0, 0, 30) == pytest.approx(26)


def test_where_nothing_was_planned_for_a_while() -> None:
    portions = (Portion(10.0, 2, 4, 0.0), Portion(10.0, 10, 12, 0.0))
    assert [earned_schedule(portions, 10.0, 0, now) for now in (3, 4, 7, 10, 20)] == [4, 4, 7, 10, 10]
    assert [earned_schedule(portions, 0.0, 0, now) for now in (0, 1, 5)] == [0, 1, 2]
    assert earned_schedule(portions, 15.0, 0, 7) == 11


def test_a_cost_with_no_days_to_spread_it_over() -> None:
    portions = (Portion(10.0, 5, 5, 0.0), Portion(10.0, 0, 10, 0.0))
    assert [portions[0].planned(day) for day in (4, 5, 6)] == [0, 10, 10]
    assert earned_schedule(portions, 15.0, 0, 9) == 5
    assert earned_schedule(portions, 16.0, 0, 9) == pytest.approx(6)


WORK: Tasks = [
    {"id": "plan", "title": "Plan", "tasks": [task("draft", "4d", cost=400), task("sign", "0d", "draft")]},
    task("do", "4d", "plan", cost=800),
]


def test_groups_and_the_whole() -> None:
    after: Tasks = [
        {
            "id": "plan",
            "title": "Plan",
            "tasks": [
                task(
                    "draft",
                    "4d",
                    cost=500,
                    status="done",
                    started="2027-01-04",
                    finished="2027-01-07",
                    actual_cost=450,
                ),
                task("sign", "0d", "draft"),
            ],
        },
        task("do", "4d", "plan", cost=800, status="in-progress", started="2027-01-08", complete=25),
        task("new", "1d", actual_cost=50),
    ]
    found = some(WORK, after, "2027-01-12")
    assert [
        (part.id, value.budget, value.planned, value.earned, value.actual) for part, value in found.parts
    ] == [
        ("plan", 400, 400, 400, 450),
        ("do", 800, 400, 200, None),
    ]
    assert (found.whole.budget, found.whole.planned, found.whole.earned) == (1200, 800, 600)
    assert found.whole.actual == 500  # what is new costs money too
    assert (found.in_money, found.without_cost) == (True, 1)
    assert (found.time, found.schedule) == (6, 5)
    assert found.time_variance == -1
    assert found.time_index == pytest.approx(5 / 6)
    assert found.whole.estimate == pytest.approx(1000)


def test_without_costs_tasks_count_by_their_days() -> None:
    before = [task("draft", "4d"), task("agreed", "0d", "draft"), task("do", "6d", "draft")]
    after = [task("draft", "4d", status="done", actual_cost=5), *before[1:]]
    found = some(before, after, "2027-01-12")
    assert (found.in_money, found.without_cost) == (False, 0)
    assert found.whole == Value(budget=10, planned=6, earned=4, actual=None)
    assert (found.whole.cost_index, found.whole.estimate, found.whole.to_complete) == (None, None, None)
    assert found.whole.cost_variance is None


def test_what_has_left_the_plan_earns_nothing_and_stays_in_the_budget() -> None:
    after = [{**WORK[0], "tasks": [task("draft", "4d", cost=400, status="dropped", complete=50)]}]
    found = some(WORK, after, "2027-01-11")
    assert (found.whole.budget, found.whole.earned) == (1200, 0)
    assert [(part.id, value.earned) for part, value in found.parts] == [("plan", 0)]


def test_a_milestone_with_a_cost_counts_on_its_day() -> None:
    before = [task("draft", "4d"), task("paid", "0d", "draft", cost=100)]
    for status, planned in (("2027-01-07", 0), ("2027-01-08", 100)):
        assert some(before, before, status).whole.planned == planned


def test_a_cost_of_a_group_is_spread_over_it() -> None:
    group = {"id": "g", "title": "G", "cost": 100, "tasks": [task("a", "10d")]}
    assert some([group], [group], "2027-01-11").whole.planned == 50
    empty = {**group, "tasks": [task("a", "10d", status="dropped")]}
    assert earned([empty], [empty], "2027-01-08") is None


def test_nothing_is_earned_without_a_status_date_or_a_budget() -> None:
    assert earned(WORK, WORK, None) is None
    assert earned([task("m", "0d")], [task("m", "0d")], "2027-01-08") is None
    assert earned([], WORK, "2027-01-08") is None


def test_before_the_first_day_there_is_nothing_to_divide_by() -> None:
    found = some(WORK, WORK, "2027-01-01")
    assert (found.time, found.time_index, found.whole.schedule_index) == (0, None, None)
    spent = Value(budget=100, planned=50, earned=50, actual=120)
    assert spent.to_complete is None
    assert spent.cost_index == pytest.approx(50 / 120)
    assert Value(100, 50, 0, 10).estimate is None


@settings(max_examples=150, deadline=None)
@given(plans(), st.integers(-5, 40))
def test_planned_value_rises_from_nothing_to_the_whole(plan: Plan, days: int) -> None:
    schedule = scheduled(plan)
    compared = compare(freeze(schedule, "approved", None), schedule)
    found = earned_value(compared, START + timedelta(days))
    last = earned_value(compared, compared.baseline.finish + timedelta(20))
    if found is None or last is None:
        return
    assert 0 <= found.whole.planned <= found.whole.budget
    assert 0 <= found.whole.earned <= found.whole.budget
    assert last.whole.planned == pytest.approx(last.whole.budget)
    assert sum(value.budget for _, value in found.parts) == pytest.approx(found.whole.budget)
    assert sum(value.earned for _, value in found.parts) == pytest.approx(found.whole.earned)


@settings(max_examples=150, deadline=None)
@given(plans(progress=False), st.integers(0, 40))
def test_who_earns_what_was_planned_is_on_time(plan: Plan, days: int) -> None:
    """Earned schedule turns planned value around: what was planned for now is earned by now."""
    schedule = scheduled(plan)
    baseline = freeze(schedule, "approved", None)
    spans = [(task.start, task.finish, task.days) for task in baseline.tasks if task.start and task.days]
    calendar = schedule.calendar
    portions = [
        Portion(float(length), calendar.index(start), calendar.index_before(finish) + 1, 0.0)
        for start, finish, length in spans
        if finish is not None
    ]
    if portions:
        planned = sum(portion.planned(days) for portion in portions)
        last = max(portion.end for portion in portions)
        assert earned_schedule(portions, planned, 0, days) == pytest.approx(min(days, last))
