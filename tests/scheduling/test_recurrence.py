"""The days of rules such as ``2w`` and ``last business day of the month``."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic_core import PydanticCustomError

from pathwayctl.model.project import Calendar, Closure
from pathwayctl.model.recurrence import Window, read_every, read_window
from pathwayctl.scheduling.days_off import DaysOff
from pathwayctl.scheduling.recurrence import occasions, recurrence_days
from pathwayctl.scheduling.workdays import WorkCalendar

_START = date(2027, 1, 4)


def _calendar(*closures: tuple[str, str]) -> WorkCalendar:
    off = [Closure.model_validate({"name": "Break", "from": first, "to": last}) for first, last in closures]
    return WorkCalendar(_START, DaysOff(Calendar(holidays="US", closures=tuple(off))))


@pytest.mark.parametrize(
    ("rule", "first", "days"),
    [
        ("2w", "2027-01-04", ["2027-01-04", "2027-01-18+1", "2027-02-01"]),
        ("week", "2027-01-05", ["2027-01-05", "2027-01-12", "2027-01-19"]),
        ("month", "2027-01-31", ["2027-02-01", "2027-03-01", "2027-03-31"]),
        ("last business day of the month", "2027-01-04", ["2027-01-29", "2027-02-26", "2027-03-31"]),
        ("first business day of the month", "2027-01-04", ["2027-01-04", "2027-02-01", "2027-03-01"]),
        ("third Tuesday of the month", "2027-01-20", ["2027-02-16", "2027-03-16", "2027-04-20"]),
        ("15th of the month", "2027-01-04", ["2027-01-15", "2027-02-16", "2027-03-15"]),
        ("last friday of each quarter", "2027-01-04", ["2027-03-26", "2027-06-25", "2027-09-24"]),
        ("quarter", "2027-01-04", ["2027-01-04", "2027-04-05", "2027-07-06"]),
        ("year", "2027-01-04", ["2027-01-04", "2028-01-04", "2029-01-04"]),
    ],
)
def test_the_days_of_a_rule(rule: str, first: str, days: list[str]) -> None:
    found = recurrence_days(read_every(rule), date.fromisoformat(first), date(2030, 1, 1), 3, _calendar())
    expected = [day.replace("18+1", "19") for day in days]  # the day after the King holiday
    assert [day.isoformat() for day in found] == expected


def test_a_long_break_has_no_occurrence() -> None:
    calendar = _calendar(("2027-01-11", "2027-01-29"))
    found = recurrence_days(read_every("week"), _START, date(2027, 2, 8), None, calendar)
    assert [day.isoformat() for day in found] == ["2027-01-04", "2027-02-01", "2027-02-08"]


def test_an_occurrence_lasts_until_the_day_before_the_next() -> None:
    every = read_every("month")
    first, second = occasions(every, date(2027, 2, 1), date(2027, 3, 31), None, _calendar())
    assert (first.stamp(every), first.until) == ("2027-02", date(2027, 2, 28))
    assert (second.stamp(every), second.until) == ("2027-03", date(2027, 3, 31))


def test_a_rule_has_its_last_day_and_no_end_of_its_own() -> None:
    assert recurrence_days(read_every("1d"), _START, date(2027, 1, 3), None, _calendar()) == ()
    assert len(recurrence_days(read_every("1d"), _START, date(9999, 12, 31), None, _calendar())) < 1_000


@pytest.mark.parametrize("text", ["0w", "often", "fifth monday", "", "32nd of the month", None, 2])
def test_what_is_no_rule(text: object) -> None:
    with pytest.raises(PydanticCustomError):
        read_every(text)


def test_windows() -> None:
    assert read_window("2027-02") == Window(date(2027, 2, 1), date(2027, 2, 28))
    assert read_window("October 2027") == Window(date(2027, 10, 1), date(2027, 10, 31))
    assert read_window({"from": "2027-02-01", "to": "2027-02-05"}).last == date(2027, 2, 5)
    for wrong in (
        "2027",
        "2027-13",
        {"from": "2027-02-05", "to": "2027-02-01"},
        {"from": "2027-02-01"},
        2027,
    ):
        with pytest.raises(PydanticCustomError):
            read_window(wrong)
