from __future__ import annotations

from datetime import date, time

import pytest

from pathwayctl.handouts import cells
from pathwayctl.handouts.tables import blank_rows, table
from pathwayctl.model.values import read_estimate


def test_blank_rows_are_numbered_and_as_wide_as_the_table() -> None:
    assert blank_rows(3, 2) == (("1", "", ""), ("2", "", ""))


def test_the_first_column_of_a_blank_form_has_room_to_write() -> None:
    assert [head.width for head in table(("Organization", "Contact"), blank=2).columns] == ["wide", ""]
    assert [head.width for head in table(("Organization",), (("College",),), blank=2).columns] == [""]


def test_stacked_leaves_out_what_is_empty() -> None:
    assert cells.stacked("a", "", "b") == "a\nb"
    assert cells.stacked() == ""


def test_a_list_in_a_cell() -> None:
    assert cells.bulleted(["a", "", "b"]) == "• a\n• b"
    assert cells.bulleted(["a"]) == "a"
    assert cells.bulleted([]) == ""


def test_of_many_names_the_first_are_enough() -> None:
    names = [f"N{number}" for number in range(14)]
    assert cells.some(names[:3]) == "N0, N1, and N2"
    assert cells.some(names[:2], "or") == "N0 or N1"
    assert cells.some(names[:12]).endswith("N10, and N11")
    assert cells.some(names[:13]) == ", ".join(names[:11]) + ", and 2 others"


def test_words_for_yes_and_no() -> None:
    assert (cells.yes_no(True), cells.yes_no(False)) == ("Yes", "No")
    assert (cells.mark(True), cells.mark(True, "Key"), cells.mark(False, "Key")) == ("Yes", "Key", "—")


def test_days_that_are_not_known_are_empty() -> None:
    assert cells.when(None) == cells.weekday_and_day(None) == ""
    assert cells.when(date(2027, 1, 4)) == "Jan 4, 2027"
    assert cells.weekday_and_day(date(2027, 4, 15)) == "Thursday, April 15, 2027"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 days"), (1, "1 day"), (-1, "-1 day"), (-2, "-2 days"), (1200, "1,200 days")]
)
def test_days_in_words(number: int, words: str) -> None:
    assert cells.days(number) == words


@pytest.mark.parametrize(
    ("given", "week", "words"),
    [
        ("10d", 5, "10"),
        ("2w", 4, "8"),
        ({"low": "1w", "likely": "10d", "high": "4w"}, 5, "5 to 20, likely 10"),
        ({"low": "1w", "likely": "1w", "high": "1w"}, 5, "5"),
        ({"low": "5d", "likely": "5d", "high": "6d"}, 5, "5 to 6, likely 5"),
    ],
)
def test_an_estimate_counts_working_days(given: object, week: int, words: str) -> None:
    assert cells.estimate_words(read_estimate(given), week) == words


def test_no_estimate_leaves_room_for_one() -> None:
    assert cells.estimate_words(None, 5) == ""


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "12:00 AM"),
        (9 * 60 + 5, "9:05 AM"),
        (12 * 60, "12:00 PM"),
        (13 * 60 + 30, "1:30 PM"),
        (23 * 60 + 59, "11:59 PM"),
        (24 * 60 + 30, "12:30 AM"),
    ],
)
def test_the_clock_has_twelve_hours_and_goes_on_past_midnight(minutes: int, words: str) -> None:
    assert cells.clock(minutes) == words


def test_a_moment_in_a_meeting() -> None:
    assert cells.time_in(50, time(13, 30)) == "2:20 PM"
    assert cells.time_in(20, None) == "0:20"
    assert cells.time_in(125, None) == "2:05"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 minute"), (45, "45 minutes"), (60, "1 hour"), (120, "2 hours"), (150, "2 hours 30 minutes")],
)
def test_lengths_in_words(minutes: int, words: str) -> None:
    assert cells.length_words(minutes) == words


def test_a_kind_that_its_title_says_is_not_said_again() -> None:
    assert cells.unsaid("Working group", "Working group of the college") == ""
    assert cells.unsaid("Pathways leadership team", "Three Lakes pathways leadership team") == ""
    assert cells.unsaid("Working group", "Core team") == "Working group"
