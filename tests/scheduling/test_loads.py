"""Who is asked for too much: held to a count over single days."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from crews import given as can_give
from crews import loads_by_day, person, staffed, staffed_plans
from hypothesis import given, settings
from plans import task

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.loads import Overload, may_lack_time, overloads
from pathwayctl.scheduling.schedule import Schedule, make_schedule


def made(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return schedule


def found(plan: Plan) -> tuple[Overload, ...]:
    return overloads(plan, made(plan))


def day(number: int) -> date:
    return date(2027, 1, number)


@settings(max_examples=100, deadline=None)
@given(staffed_plans())
def test_each_day_that_asks_too_much_is_in_its_week(plan: Plan) -> None:
    schedule = made(plan)
    expected: dict[tuple[date, str], list[tuple[date, Fraction, Fraction, set[int]]]] = {}
    for (name, one), (needed, rows) in sorted(loads_by_day(plan, schedule).items()):
        if needed > can_give(plan, name, one):
            week = one - timedelta(one.weekday())
            expected.setdefault((week, name), []).append((one, needed, can_give(plan, name, one), rows))
    told = {(load.week, load.resource): load for load in overloads(plan, schedule)}
    order = ["crew", "ann", "bo"]
    assert list(told) == sorted(expected, key=lambda key: (key[0], order.index(key[1])))
    for key, days in expected.items():
        overload = told[key]
        worst = max(days, key=lambda entry: entry[1] - entry[2])
        assert overload.days == tuple(entry[0] for entry in days)
        assert (Fraction(str(overload.needed)), Fraction(str(overload.given))) == worst[1:3]
        assert set(overload.rows) == set().union(*(entry[3] for entry in days))


def test_shares_are_added_up_exactly() -> None:
    tasks = [task("a", "1d", assigned={"ann": 0.1}), task("b", "1d", assigned={"ann": 0.2})]
    assert found(staffed(tasks, [person("ann", 0.3)])) == ()
    assert found(staffed(tasks, [person("ann", 0.299)]))[0].needed == 0.3


def test_few_plans_may_have_no_time_for_a_task() -> None:
    def may_lack(tasks: list[dict[str, object]], *people: dict[str, object]) -> bool:
        plan = staffed(tasks, [*people])
        return may_lack_time(plan, made(plan))

    short, long = [task("a", "5d", assigned=["ann"])], [task(f"t{n}", "99999d") for n in range(20)]
    assert not may_lack(short, person("ann", 1, ("2027-01-04", "2027-01-08")))
    assert may_lack(short, person("ann", 1, ("2028-01-03", "9999-12-31")))
    assert not may_lack([*short, *long], person("ann", 1))
    assert may_lack([*short, *long, task("more", "99999d")], person("ann", 1))
    assert may_lack([*short, *long], person("ann", 0.5))


def test_leave_and_weeks() -> None:
    tasks = [task("a", "7d", assigned=["ann"]), task("b", "1d", "a", assigned=["ann"])]
    plan = staffed(tasks, [person("ann", 1, ("2027-01-07", "2027-01-11"))])
    assert found(plan) == (
        Overload("ann", day(4), 1.0, 0.0, (day(7), day(8)), (0,)),
        Overload("ann", day(11), 1.0, 0.0, (day(11),), (0,)),
    )


def test_only_what_is_still_to_be_done_counts() -> None:
    tasks = [
        task("over", "3d", status="done", started="2027-01-04", finished="2027-01-06", assigned=["ann"]),
        task("gone", "9d", status="dropped", assigned=["ann"]),
        task("going", "5d", status="in-progress", started="2027-01-04", remaining="2d", assigned=["ann"]),
        task("point", "0d", assigned=["ann"]),
        task("next", "1d", assigned=["ann"]),
        task("nobody", "1d", assigned=["who"]),
    ]
    plan = staffed(tasks, [person("ann")], status_date="2027-01-06")
    assert found(plan) == (Overload("ann", day(4), 2.0, 1.0, (day(6),), (2, 4)),)


def test_what_is_done_asks_for_nothing_without_a_status_date_either() -> None:
    tasks = [task("over", "3d", status="done", assigned=["ann"]), task("now", "3d", assigned=["ann"])]
    assert found(staffed(tasks, [person("ann")])) == ()


def test_nobody_is_overloaded_where_nobody_is_assigned() -> None:
    assert found(staffed([task("a", "3d")], [person("ann")])) == ()
