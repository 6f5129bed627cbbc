"""What places each task: the engine's dates and what is said of them go together."""

from __future__ import annotations

from hypothesis import given, settings
from plans import make_plan, plans, task

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.drivers import Cause, Driver, bonds, driver
from pathwayctl.scheduling.schedule import Schedule, make_schedule


def made(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return schedule


def cause(plan: Plan, name: str) -> Driver:
    schedule = made(plan)
    return driver(schedule, schedule.records.breakdown.by_id[name])


@settings(max_examples=80, deadline=None)
@given(plans())
def test_links_say_what_is_asked_and_the_driver_is_among_them(plan: Plan) -> None:
    schedule = made(plan)
    for row in schedule.records.breakdown.rows:
        if row.is_summary:
            continue
        asked = schedule.asked(row.index)
        found = driver(schedule, row.index)
        if found.cause not in (Cause.DONE, Cause.HELD):
            assert max((bond.asks for bond in bonds(schedule, row.index)), default=0) == asked
            assert schedule.work_start(row.index) >= asked
        if found.cause is Cause.LINK:
            assert found.bonds
            assert schedule.work_start(row.index) == asked


def test_each_cause() -> None:
    plan = make_plan(
        [
            task("done", "2d", status="done", started="2027-01-04", finished="2027-01-05"),
            task("going", "9d", status="in-progress", started="2027-01-05"),
            task("later", "1d"),
            task("after", "1d", "later"),
            task("held", "1d", date="2027-02-01"),
            task("waits", "1d", not_before="2027-02-02"),
            task("lazy", "1d", as_late_as_possible=True),
        ],
        status_date="2027-01-06",
    )
    causes = {name: cause(plan, name).cause for name in ("done", "going", "later", "after", "held", "waits")}
    assert causes == {
        "done": Cause.DONE,
        "going": Cause.STATUS_DATE,
        "later": Cause.STATUS_DATE,
        "after": Cause.LINK,
        "held": Cause.HELD,
        "waits": Cause.NOT_BEFORE,
    }
    assert cause(plan, "lazy").cause is Cause.AS_LATE
    assert cause(make_plan([task("first")]), "first").cause is Cause.PROJECT_START


def test_a_link_on_a_summary_counts_from_the_task_that_ends_or_begins_it() -> None:
    group = {"id": "group", "title": "Group", "tasks": [task("short", "1d"), task("long", "5d", "short")]}
    plan = make_plan([group, task("next", "1d", "group"), task("along", "1d", "group SS+2d")])
    schedule = made(plan)
    names = schedule.records.breakdown.by_id
    assert driver(schedule, names["next"]).bonds[0].source == names["long"]
    assert driver(schedule, names["along"]).bonds[0].source == names["short"]


def test_a_date_of_a_summary_is_found_there() -> None:
    group = {"id": "group", "title": "Group", "not_before": "2027-03-01", "tasks": [task("one", "1d")]}
    plan = make_plan([group])
    assert cause(plan, "one") == Driver(Cause.NOT_BEFORE, 0)
