"""The numbering of working days, and why a day is off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import CALENDARS, make_plan

from pathwayctl.scheduling.public_holidays import holidays_known
from pathwayctl.scheduling.workdays import LAST_DAY, WorkCalendar, work_calendar

ALWAYS_CLOSED = {"closures": [{"name": "Closed", "from": "0001-01-01", "to": "9999-12-31"}]}


def calendar(spec: dict[str, Any] | None = None, start: str = "2027-01-04") -> WorkCalendar:
    return work_calendar(make_plan([], spec, start=start))


def test_numbers_run_from_the_first_working_day_of_the_project() -> None:
    days = calendar(start="2027-01-02")  # a Saturday
    assert days.day(0) == date(2027, 1, 4)
    assert days.day(5) == date(2027, 1, 11)
    assert days.day(-1) == date(2027, 1, 1)
    assert days.week == 5


def test_a_date_that_is_not_worked_has_a_working_day_on_either_side() -> None:
    days = calendar()
    assert days.index(date(2027, 1, 9)) == 5
    assert days.index_before(date(2027, 1, 9)) == 4
    assert days.index(date(2027, 1, 8)) == days.index_before(date(2027, 1, 8)) == 4


def test_before_the_project_there_are_no_numbers() -> None:
    days = calendar()
    assert days.index(date(2026, 1, 1)) == 0
    assert days.index_before(date(2027, 1, 3)) == -1


def test_a_day_off_has_a_name() -> None:
    closures = [
        {"name": "Winter break", "from": "2027-12-20", "to": "2027-12-31"},
        {"from": "2027-03-01", "to": "2027-03-01"},
    ]
    days = calendar({"holidays": "US-CO", "closures": closures})
    assert days.day_off(date(2027, 12, 22)) == "Winter break"
    assert days.day_off(date(2027, 12, 24)) == "Christmas Day (observed)"
    assert days.day_off(date(2027, 10, 4)) == "Frances Xavier Cabrini Day"
    assert days.day_off(date(2027, 3, 1)) == "Closed"
    assert days.day_off(date(2027, 1, 9)) == "Saturday"
    assert days.day_off(date(2027, 1, 8)) is None
    assert days.is_working(date(2027, 1, 8))
    assert not days.is_working(date(2027, 10, 4))


def test_holidays_have_the_same_names_on_every_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "th")
    assert calendar({"holidays": "US"}).day_off(date(2027, 9, 6)) == "Labor Day"


@pytest.mark.parametrize(
    ("code", "known"),
    [("none", True), ("US", True), ("US-CO", True), ("US-ZZ", False), ("XX", False), ("DE-BY", True)],
)
def test_which_holidays_are_known(code: str, known: bool) -> None:
    assert holidays_known(code) is known


def test_unknown_holidays_are_none() -> None:
    assert calendar({"holidays": "US-ZZ"}).is_working(date(2027, 9, 6))


def test_a_closure_that_ends_before_it_begins_closes_nothing() -> None:
    days = calendar({"closures": [{"from": "2027-02-01", "to": "2027-01-04"}]})
    assert days.day(0) == date(2027, 1, 4)


def test_closures_of_many_years_are_no_matter() -> None:
    days = calendar({"holidays": "US-CO", "closures": [{"from": "2020-01-01", "to": "4999-12-31"}]})
    assert days.day(0) == date(5000, 1, 1)
    assert days.day(-1) == date(2019, 12, 31)


def test_where_nothing_is_ever_worked_numbers_lie_past_the_last_date() -> None:
    days = calendar(ALWAYS_CLOSED)
    assert days.count(0) == LAST_DAY + 1
    assert days.count(-1) == 0
    assert days.day(0) == date.max
    assert days.day(-1) == date.min
    assert days.index(date.max) == 0
    assert days.index_before(date.max) == -1


def test_before_the_first_and_after_the_last_date_every_day_has_a_number() -> None:
    days = calendar(start="0001-01-01")
    assert [days.count(number) for number in (0, -1, -4)] == [1, 0, -3]
    assert [days.on_or_after(count) for count in (1, 0, -3)] == [0, -1, -4]
    days = calendar(start="9999-12-31")
    assert [days.count(number) - LAST_DAY for number in (0, 1, 4)] == [0, 1, 4]
    assert [days.on_or_after(LAST_DAY + more) for more in (0, 1, 4)] == [0, 1, 4]


@pytest.mark.parametrize(
    ("spec", "start"),
    [
        *(
            (spec, start)
            for spec in ({}, CALENDARS[3], ALWAYS_CLOSED)
            for start in ("0001-01-01", "9999-12-31")
        ),
        ({"holidays": "US-CO"}, "2027-01-04"),
    ],
)
def test_numbers_go_on_past_both_ends_of_time(spec: dict[str, Any], start: str) -> None:
    days = calendar(spec, start)
    edges = [*range(-400, 40), *range(LAST_DAY - 40, LAST_DAY + 400)]
    numbers = [days.on_or_after(count) for count in edges]
    assert numbers == sorted(numbers)
    for number in (*numbers[:50], *numbers[-50:]):
        assert days.on_or_after(days.count(number)) == days.on_or_before(days.count(number)) == number


@given(
    spec=st.sampled_from(CALENDARS),
    start=st.dates(date(2026, 12, 1), date(2027, 4, 1)),
    shift=st.integers(-200, 400),
)
def test_numbers_are_those_found_by_walking_day_by_day(spec: dict[str, Any], start: date, shift: int) -> None:
    days = calendar(spec, start.isoformat())
    day = start + timedelta(days=shift)
    between = [min(start, day) + timedelta(days=n) for n in range(abs(shift) + 1)]
    worked = [d for d in between if days.is_working(d)]
    count = day.toordinal()
    if day >= start:
        assert days.index_before(day) == len(worked) - 1
        assert days.index(day) == len(worked) - (day in worked)
        assert [days.day(n) for n in range(len(worked))] == worked
    else:
        before = [d for d in worked if d < start]
        assert days.index(day) == 0
        assert days.index_before(day) == -1
        assert days.on_or_after(count) == -len(before)
        assert [days.day(-n - 1) for n in range(len(before))] == before[::-1]
