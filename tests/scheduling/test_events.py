"""Openings, events held on days off or through them, and all that hangs on their days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from crews import person, staffed
from hypothesis import given, settings
from plans import make_plan, plans, task

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.loads import loads, overloads
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from pathwayctl.scheduling.successors import waiters

SATURDAY = "2027-01-09"


def dated(tasks: list[dict[str, Any]], calendar: dict[str, Any] | None = None, **project: Any) -> Schedule:
    return of(make_plan(tasks, calendar, **project))


def of(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return schedule


def january(schedule: Schedule, name: str) -> tuple[int, int]:
    """The days of January on which a task starts and finishes."""
    found = schedule.by_id[name]
    assert (found.start.month, found.finish.month) == (1, 1)
    return found.start.day, found.finish.day


@pytest.mark.parametrize(
    ("opened", "days"),
    [
        ({"date": SATURDAY}, (8, 11)),
        ({"from": SATURDAY, "to": "2027-01-10"}, (8, 10)),
        ({"date": "2027-01-11"}, (8, 12)),  # worked anyway
        ({"from": "2027-01-10", "to": SATURDAY}, (8, 12)),  # backwards: opens nothing
    ],
)
def test_an_opening_makes_a_day_off_a_working_day_for_all(
    opened: dict[str, str], days: tuple[int, int]
) -> None:
    schedule = dated([task("a", "4d"), task("b", "3d", "a")], {"openings": [opened]})
    assert january(schedule, "b") == days


@pytest.mark.parametrize(
    "calendar",
    [
        {"holidays": "US-CO", "openings": [{"date": "2027-03-31"}]},
        {
            "closures": [{"from": "2027-03-29", "to": "2027-04-02"}],
            "openings": [{"name": "Open", "date": "2027-03-31"}],
        },
        {"working_days": ["mon"], "openings": [{"date": "2027-03-31"}]},
    ],
)
def test_an_opening_is_stronger_than_any_reason_for_a_day_off(calendar: dict[str, Any]) -> None:
    schedule = dated([task("a", "1d", date="2027-03-31")], calendar)
    assert schedule.calendar.is_working(date(2027, 3, 31))
    assert not any(map(schedule.event, range(len(schedule.tasks))))


def test_an_opening_of_many_years_in_a_closure_of_many_years() -> None:
    calendar = {
        "closures": [{"from": "0001-01-01", "to": "9999-12-31"}],
        "openings": [{"from": SATURDAY, "to": "9999-12-31"}],
    }
    assert january(dated([task("a", "3d")], calendar), "a") == (9, 11)


@pytest.mark.parametrize(
    ("duration", "span", "days", "length", "then"),
    [
        ("0d", "working", (9, 9), 0, 11),
        ("1d", "working", (9, 9), 1, 11),
        ("3d", "working", (9, 12), 3, 13),
        ("1d", "calendar", (9, 9), 1, 11),
        ("2d", "calendar", (9, 10), 2, 11),
        ("3d", "calendar", (9, 11), 3, 12),
        ("1w", "calendar", (9, 15), 7, 18),
    ],
)
def test_what_is_held_on_a_saturday_shows_it_and_what_waits_starts_on_the_next_working_day(
    duration: str, span: str, days: tuple[int, int], length: int, then: int
) -> None:
    schedule = dated([task("fair", duration, date=SATURDAY, span=span), task("thanks", "1d", "fair")])
    assert january(schedule, "fair") == days
    assert schedule.by_id["fair"].duration == length
    assert january(schedule, "thanks") == (then, then)
    assert schedule.by_id["fair"].total_float == schedule.by_id["thanks"].total_float == 0
    late = schedule.by_id["fair"]
    assert (late.late_start, late.late_finish) == (late.start, late.finish)


def test_an_event_of_three_calendar_days_from_a_friday_ends_on_sunday() -> None:
    fair = task("fair", "3d", date="2027-01-08", span="calendar")
    schedule = dated([fair, task("thanks", "1d", "fair"), task("end", "8d")])
    assert january(schedule, "fair") == (8, 10)
    assert january(schedule, "thanks") == (11, 11)
    found = schedule.by_id["fair"]
    assert found.total_float == 2
    assert (found.late_start.day, found.late_finish.day) == (10, 12)


def test_a_span_of_calendar_days_without_a_date_counts_working_days() -> None:
    assert january(dated([task("a", "6d", span="calendar")]), "a") == (4, 11)


@pytest.mark.parametrize(
    ("link", "days"),
    [
        ("fair FS+1d", (12, 12)),
        ("fair FS-1d", (8, 8)),
        ("fair FS+1ed", (11, 11)),
        ("fair FS+2ed", (12, 12)),
        ("fair SS", (11, 11)),
        ("fair FF", (11, 11)),  # it cannot be done on Friday when the fair is on Saturday
        ("fair SF", (8, 8)),
        ("group", (11, 11)),
        ("group FF", (11, 11)),
    ],
)
def test_links_count_from_the_day_off(link: str, days: tuple[int, int]) -> None:
    group = task("group", tasks=[task("talk", "1d"), task("fair", "1d", date=SATURDAY)])
    assert january(dated([group, task("after", "1d", link)]), "after") == days


@pytest.mark.parametrize(
    "link", ["fair", "fair FF", "fair SS", "note", "note FF", "note SS", "group", "group FF"]
)
def test_a_milestone_after_a_saturday_is_no_earlier_than_that(link: str) -> None:
    inside = [task("talk", "1d"), task("fair", "1d", date=SATURDAY), task("note", "0d", date=SATURDAY)]
    schedule = dated([task("group", tasks=inside), task("after", "0d", link), task("then", "1d", "after")])
    assert january(schedule, "after") == january(schedule, "then") == (11, 11)
    assert schedule.by_id["after"].total_float == schedule.by_id["then"].total_float == 0


def test_a_milestone_on_a_saturday_stays_there_whatever_comes_before_it() -> None:
    for before, float_ in (("5d", 0), ("6d", -1)):
        schedule = dated([task("plan", before), task("note", "0d", "plan", date=SATURDAY)])
        assert january(schedule, "note") == (9, 9)
        assert schedule.by_id["plan"].total_float == float_


@settings(max_examples=150, deadline=None)
@given(plans(progress=False, finish_by=False))
def test_what_waits_never_shows_an_earlier_day_than_what_it_waits_for(plan: Plan) -> None:
    schedule = of(plan)
    for row in schedule.records.breakdown.rows:
        found = schedule.at(row.index)
        for link in row.task.depends_on:
            if row.is_summary or not schedule.is_planned(row.index) or link.lag.amount < 0:
                continue
            source = schedule.by_id[link.predecessor]
            mine = found.finish if link.type in ("FF", "SF") else found.start
            if link.type == "SF" and found.kind == "task":
                # Its last day is the one before that on which the other starts: it is over when that begins.
                mine = schedule.calendar.day(schedule.calendar.on_or_after(mine.toordinal() + 1))
            assert mine >= (source.finish if link.type in ("FS", "FF") else source.start), (row.task.id, link)


def test_what_comes_before_a_saturday_may_end_on_friday_but_not_on_monday() -> None:
    def room(duration: str) -> tuple[int, int]:
        fair = task("fair", "1d", "plan", date=SATURDAY)
        schedule = dated([task("plan", duration), fair])
        return schedule.by_id["plan"].total_float, schedule.by_id["fair"].asked - schedule.by_id[
            "fair"
        ].early[0]

    assert room("5d") == (0, 0)
    assert room("6d") == (-1, 1)


def test_a_summary_shows_the_day_off_and_counts_it() -> None:
    events = [
        task("fair", "1d", date=SATURDAY),
        task("show", "2d", date=SATURDAY, span="calendar"),
        task("talk", "2d", date="2027-01-08"),
        task("note", "0d", date="2027-01-10"),
    ]
    schedule = dated([task("days", tasks=events), task("only", tasks=[task("one", "1d", date="2027-01-16")])])
    assert january(schedule, "days") == (8, 11)
    assert schedule.by_id["days"].duration == 4
    assert january(schedule, "only") == (16, 16)
    assert schedule.by_id["only"].duration == 1
    assert schedule.finish == date(2027, 1, 16)


@pytest.mark.parametrize(
    ("status_date", "fields", "days"),
    [
        (SATURDAY, {}, (9, 9)),
        ("2027-01-10", {}, (11, 11)),  # it has passed and has not begun
        ("2027-01-12", {"status": "done"}, (9, 9)),
        ("2027-01-12", {"status": "done", "finished": "2027-01-10"}, (9, 10)),
        (SATURDAY, {"status": "in-progress"}, (9, 9)),
        ("2027-01-12", {"status": "in-progress"}, (9, 12)),
        ("2027-01-08", {"status": "in-progress"}, (8, 8)),
        ("2027-01-12", {"status": "done", "duration": "0d"}, (9, 9)),
        ("2027-01-14", {"status": "done", "duration": "3d"}, (9, 12)),
        ("2027-01-14", {"status": "done", "duration": "2d", "span": "calendar"}, (9, 10)),
        ("2027-01-11", {"status": "in-progress", "duration": "4d", "span": "calendar"}, (9, 12)),
        ("2027-01-11", {"status": "in-progress", "duration": "2d", "span": "calendar"}, (9, 9)),
        # It began before its date, so its days off take work like any other day.
        ("2027-01-06", {"status": "in-progress", "duration": "2d", "span": "calendar"}, (6, 7)),
    ],
)
def test_progress_of_what_is_held_on_a_saturday(
    status_date: str, fields: dict[str, str], days: tuple[int, int]
) -> None:
    fair = {**task("fair", "1d", date=SATURDAY), **fields}
    assert january(dated([fair], status_date=status_date), "fair") == days


def test_floats_around_a_day_off() -> None:
    """A link on the start of a fair leaves it the working day after; nothing ends on the day off itself."""
    fair = task("fair", "1d", date=SATURDAY)
    beside = dated([fair, task("beside", "3d", "fair SS"), task("other", "20d")])
    assert (beside.by_id["beside"].early, beside.by_id["fair"].free_float) == ((5, 8), 1)
    show = task("show", "3d", date="2027-01-08", span="calendar")
    through = dated([show, task("beside", "3d", "show SS+5d"), task("other", "20d")])
    assert (through.by_id["show"].early, through.by_id["show"].free_float) == ((4, 5), 0)
    signed = task("signed", "0d", "print", "paint", date=SATURDAY)
    late = dated([task("print", "1d", not_before="2027-01-11"), task("paint", "1d"), signed])
    assert late.by_id["paint"].free_float == 4  # up to the Friday before


def test_a_date_before_the_start_is_no_event_and_the_start_itself_may_be_one() -> None:
    assert january(dated([task("a", "1d", date="2027-01-02")]), "a") == (4, 4)
    schedule = dated([task("a", "1d", date=SATURDAY), task("b", "1d")], start=SATURDAY)
    assert (january(schedule, "a"), january(schedule, "b")) == ((9, 9), (11, 11))
    assert schedule.start == date(2027, 1, 9)


def away(name: str, *leave: tuple[str, str], openings: list[dict[str, str]]) -> dict[str, Any]:
    return {**person(name, 1.0, *leave), "openings": openings}


def test_openings_of_a_person_cut_their_leave() -> None:
    leave = ("2027-01-04", "2027-01-15")
    openings = [{"date": "2027-01-06"}, {"from": "2027-01-08", "to": SATURDAY}, {"date": "2027-01-09"}]
    plan = staffed([task("a", "10d", assigned=["ann"])], [away("ann", leave, openings=openings)])
    found = [day.day for one in overloads(plan, of(plan)) for day in one.days]
    assert found == [4, 5, 7, 11, 12, 13, 14, 15]


def test_an_opening_after_the_leave_and_one_of_all_of_it() -> None:
    leave = ("2027-01-04", "2027-01-05")
    for opening, days in (({"date": "2027-01-08"}, [4, 5]), ({"from": "2027-01-01", "to": "2027-02-01"}, [])):
        plan = staffed([task("a", "5d", assigned=["ann"])], [away("ann", leave, openings=[opening])])
        assert [day.day for one in overloads(plan, of(plan)) for day in one.days] == days


def test_two_events_on_one_saturday_are_too_much_for_one_person() -> None:
    tasks = [
        task("fair", "1d", date=SATURDAY, assigned=["ann"]),
        task("show", "2d", date=SATURDAY, span="calendar", assigned=["ann"]),
        task("work", "5d", assigned={"ann": 1.5}),
    ]
    plan = staffed(tasks, [person("ann"), person("bo")])
    (week,) = overloads(plan, of(plan))
    assert [day.day for day in week.days] == [4, 5, 6, 7, 8, 9]
    assert (week.needed, week.given) == (2.0, 1.0)
    assert [[day.day for day in one.days] for one in loads(plan, of(plan), "ann")] == [[4, 5, 6, 7, 8, 9, 10]]
    assert loads(plan, of(plan), "bo") == ()


def test_leave_on_the_saturday_of_an_event_is_too_much_unless_opened() -> None:
    tasks = [task("fair", "1d", date=SATURDAY, assigned=["ann"])]
    leave = ("2027-01-04", "2027-01-15")
    plan = staffed(tasks, [person("ann", 1.0, leave)])
    assert [one.days for one in overloads(plan, of(plan))] == [(date(2027, 1, 9),)]
    plan = staffed(tasks, [away("ann", leave, openings=[{"date": SATURDAY}])])
    assert overloads(plan, of(plan)) == ()


def test_an_event_of_many_years_ends_in_time() -> None:
    tasks = [task(f"e{n}", "100000d", date=SATURDAY, span="calendar") for n in range(50)]
    schedule = dated([task("all", tasks=tasks)], {"holidays": "US-CO"})
    assert schedule.by_id["all"].duration == 100_000


def test_the_total_float_of_an_event_counts_up_to_the_day_on_which_its_successor_must_start() -> None:
    tasks = [task("fair", "1d", date=SATURDAY), task("after", "3d", "fair SS"), task("long", "20d")]
    schedule = dated(tasks)
    assert schedule.by_id["fair"].total_float == 13  # the fair over by boundary 18, not 5
    days = schedule.calendar.day(17), schedule.calendar.day(18)
    finishes = [dated([task("fair", "1d", date=str(day)), *tasks[1:]]).finish for day in days]
    assert finishes[0] == schedule.finish < finishes[1]


def test_an_elapsed_lag_counts_from_the_day_off_on_which_an_event_begins() -> None:
    fair = task("fair", "2d", date=SATURDAY, span="calendar")
    schedule = dated([fair, task("after", "1d", "fair SF+2ed"), task("long", "20d")])
    assert schedule.by_id["fair"].free_float == 1
    (waiter,) = waiters(schedule, 0)
    assert waiter.room == 1


def test_there_is_no_less_than_no_room_before_what_can_move() -> None:
    tasks = [task("fair", "0d", date=SATURDAY), task("after", "1d", "fair FF")]
    assert [one.room for one in waiters(dated(tasks), 0)] == [0]
    group = {"id": "g", "title": "G", "tasks": [task("a", "3d"), task("b", "2d")]}
    schedule = dated([group, task("after", "1d", "g SS+1d")])
    assert [one.room for one in waiters(schedule, 0)] == [0]
