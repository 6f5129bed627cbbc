"""Leveled work pauses while an organization of those who do it is closed, wherever it is moved to."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from staffed_plans import can_give, closed_days, loads_by_day, school_plans

from pathwayctl.levelling import level as levelling
from pathwayctl.levelling.level import Levelled, level
from pathwayctl.levelling.same_order import InOrder
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.arranging import arranged
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.loads import overloads
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from pathwayctl.scheduling.what_if import delayed


def dated(plan: Plan) -> tuple[Plan, Schedule]:
    plan, breakdown = arranged(plan, break_down(plan.tasks))
    schedule = make_schedule(plan, breakdown)
    assert isinstance(schedule, Schedule)
    return plan, schedule


@pytest.fixture(autouse=True)
def _little_effort(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(levelling, "EFFORTS", {"normal": (30, 100_000)})


def worked_days(plan: Plan, schedule: Schedule, row: int) -> list[date]:
    """The days on which what remains of a task is worked, found day by day."""
    task, calendar = schedule.records.breakdown.rows[row].task, schedule.calendar
    begin, finish = schedule.work_start(row), schedule.span(row)[1]
    days = [calendar.day(number) for number in range(begin, finish)]
    return [day for day in days if day not in closed_days(plan, task)]


@settings(max_examples=60, deadline=None)
@given(school_plans())
def test_work_is_on_open_days_only_and_no_one_is_overbooked(plan: Plan) -> None:
    bare = make_schedule(plan)
    assert isinstance(bare, Schedule)
    plan, plain = dated(plan)
    found = level(plan, plain)
    assert isinstance(found, Levelled)
    made = found.schedule
    assert found.held == overloads(plan, made)
    for (name, day), (needed, rows) in loads_by_day(plan, made).items():
        assert needed <= can_give(plan, name, day) or all(made.is_held(row) for row in rows), (name, day)
    for row in range(len(plain.records.breakdown.rows)):
        if plain.records.breakdown.rows[row].is_summary or not made.is_open(row) or made.is_held(row):
            continue
        task, calendar = plain.records.breakdown.rows[row].task, made.calendar
        days = worked_days(plan, made, row)
        assert len(days) == bare.remaining(row), task.id
        if days:
            assert (calendar.day(made.work_start(row)), calendar.day(made.span(row)[1] - 1)) == (
                days[0], days[-1]
            ), task.id  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(school_plans(held=False), st.data())
def test_everyone_in_order_places_the_same_plan_in_the_same_place(plan: Plan, data: st.DataObject) -> None:
    plan, plain = dated(plan)
    found = level(plan, plain)
    assert isinstance(found, Levelled)
    made = found.schedule
    rows = [
        one.index for one in made.records.breakdown.rows if not one.is_summary and made.is_planned(one.index)
    ]
    if not rows:
        return
    again = InOrder(plan, made).place(delayed(made, data.draw(st.sampled_from(rows)), 0))
    assert [(one.start, one.finish) for one in again.tasks] == [(one.start, one.finish) for one in made.tasks]


def school(tasks: str, *, leave: str = "[]") -> tuple[Plan, Schedule]:
    sections = f"""
organizations:
  - id: isd
    name: ISD
    category: k-12
    capacity: 1
    calendar: {{closures: [{{name: Break, from: 2027-01-11, to: 2027-01-15}}]}}
people:
  - {{id: ana, name: Ana, organization: isd}}
  - {{id: ben, name: Ben, category: cte, leave: {leave}}}
tasks: {tasks}
"""
    head = {"name": "P", "start": date(2027, 1, 4)}
    return dated(Plan.model_validate({"pathwayctl": 1, "project": head, **yaml.safe_load(sections)}))


def days_of(plan: Plan, schedule: Schedule) -> dict[str, tuple[str, str]]:
    found = level(plan, schedule)
    assert isinstance(found, Levelled)
    return {one.id: (f"{one.start:%m-%d}", f"{one.finish:%m-%d}") for one in found.schedule.tasks}


def test_a_task_that_is_moved_past_the_closure_pauses_no_more() -> None:
    plan, schedule = school("""
  - {id: a, title: A, duration: 4d, assigned: [ana], priority: 900}
  - {id: b, title: B, duration: 3d, assigned: [ana]}
  - {id: c, title: C, duration: 2d, assigned: [ana]}
""")
    assert days_of(plan, schedule) == {
        "a": ("01-04", "01-07"),
        "b": ("01-08", "01-19"),
        "c": ("01-20", "01-21"),
    }


def test_others_are_free_while_the_work_pauses() -> None:
    plan, schedule = school("""
  - {id: a, title: A, duration: 7d, assigned: [ana, ben], priority: 900}
  - {id: b, title: B, duration: 5d, assigned: [ben]}
""")
    assert days_of(plan, schedule) == {"a": ("01-04", "01-19"), "b": ("01-11", "01-15")}
    assert overloads(plan, schedule)[0].days[-1] < date(2027, 1, 11)


def test_leave_in_a_closure_keeps_no_one_from_work() -> None:
    plan, schedule = school(
        "[{id: a, title: A, duration: 7d, assigned: [ana, ben]}]",
        leave="[{from: 2027-01-12, to: 2027-01-13}]",
    )
    assert days_of(plan, schedule) == {"a": ("01-04", "01-19")}


def test_what_waits_for_the_end_of_a_closure_says_so() -> None:
    plan, schedule = school("""
  - {id: a, title: A, duration: 5d, assigned: [ben], priority: 900}
  - {id: b, title: B, duration: 2d, owner: isd, assigned: [ben, ana]}
""")
    found = level(plan, schedule)
    assert isinstance(found, Levelled)
    wait = found.schedule.waits[1]
    assert (wait.resource, wait.task) == ("ana", None)
    assert found.schedule.tasks[1].start == date(2027, 1, 18)
