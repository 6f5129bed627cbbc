"""What is understood of days, times, numbers, lengths, dependencies, words, and codes; and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from effort import effort
from pathwayctl.loading.naming import KnownName, Names, slug
from pathwayctl.loading.understanding.amounts import FieldBounds, understood_number
from pathwayctl.loading.understanding.codes import understood_code
from pathwayctl.loading.understanding.days import understood_day
from pathwayctl.loading.understanding.lengths import understood_length
from pathwayctl.loading.understanding.links import link_parts
from pathwayctl.loading.understanding.times import understood_time
from pathwayctl.loading.understanding.vocabulary import understood_word, understood_words
from pathwayctl.loading.understanding.written_form import is_placeholder, typed
from pathwayctl.model.values import (
    CIP_PATTERN,
    CTID_PATTERN,
    EMAIL_PATTERN,
    LINK_PATTERN,
    NAICS_PATTERN,
    ONET_PATTERN,
    PERKINS_PATTERN,
    SCED_PATTERN,
    SOC_PATTERN,
)
from pathwayctl.model.vocabulary import RiskLevel, StakeholderCategory, Status, Weekday
from pathwayctl.source.scalars import resolve

START = date(2027, 1, 4)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2027-3-10", "2027-03-10"),
        ("2027/03/10", "2027-03-10"),
        ("March 10, 2027", "2027-03-10"),
        ("10 March 2027", "2027-03-10"),
        ("Mar 10 2027", "2027-03-10"),
        ("MAR-10-2027", "2027-03-10"),
        ("the 10th of March, 2027", "2027-03-10"),
        ("Wed., March 10th, 2027", "2027-03-10"),
        ("3/19/2027", "2027-03-19"),
        ("19/3/2027", "2027-03-19"),
        ("3/10/2027", "2027-03-10"),
        ("10-Mar-27", "2027-03-10"),
        ("27-03-10", "2027-03-10"),
        ("2027–03–10", "2027-03-10"),
        (20270310, "2027-03-10"),
        ("2027-03-10 9:00 am", "2027-03-10"),
        ("by Sept. 5, 2027", "2027-09-05"),
        ("March 10", "2027-03-10"),
        ("Jan 2", "2028-01-02"),
        ("March 2027", "2027-03-01"),
        ("end of March 2027", "2027-03-31"),
        ("Q4 2027", "2027-10-01"),
        ("2027-13-01", "2027-01-13"),
        ("2027-02-30", "2027-02-28"),
    ],
)
def test_a_day_that_can_only_mean_one_thing(written: object, meant: str) -> None:
    found = understood_day(written, START)
    assert found
    assert found.typed == meant


def test_what_is_said_of_days_that_are_not_certain() -> None:
    both = understood_day("3/10/2027")
    assert both
    assert both.otherwise == " for March 10 (month first, as in the US), or 2027-10-03 for October 3"
    no_month, short_month = understood_day("2027-13-40"), understood_day("2027-2-29")
    assert no_month
    assert (no_month.typed, no_month.remark) == ("", "There is no month 13.")
    assert short_month
    assert short_month.remark == "February 2027 has 28 days."


@pytest.mark.parametrize("written", ["TBD", "next week", "", "March", 5, True, "10", "a/b/2027", "5 of 7"])
def test_what_is_no_day(written: object) -> None:
    assert understood_day(written, START) is None


def test_a_day_without_a_year_needs_the_project_start() -> None:
    assert understood_day("March 10") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1:30 PM", "13:30"),
        ("10:30 am", "10:30"),
        ("9am", "09:00"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("12:15 a.m.", "00:15"),
        ("13h30", "13:30"),
        (13.3, "13:30"),
        (1330, "13:30"),
        ("9 o'clock", "09:00"),
        ("9 AM EST", "09:00"),
        ("1-3pm", "13:00"),
        ("10am to 1pm", "10:00"),
        ("11-1pm", "11:00"),
        ("“09:00”", "09:00"),
    ],
)
def test_a_time_of_day(written: object, meant: str) -> None:
    found = understood_time(written)
    assert found
    assert found.typed == f'"{meant}"'


@pytest.mark.parametrize("written", ["25:00", "10:75", "soon", "", True, "0", "pm"])
def test_what_is_no_time_of_day(written: object) -> None:
    assert understood_time(written) is None


MONEY = FieldBounds(whole=False, least=0, most=1e12)
PERCENT = FieldBounds(whole=True, least=0, most=100)
CHANCE = FieldBounds(whole=False, least=0, most=1, share=True)
UNITS = FieldBounds(whole=False, least=0, most=10_000, above_least=True, share=True)
MINUTES = FieldBounds(whole=True, least=1, most=600, minutes=True)
GRADE = FieldBounds(whole=True, least=1, most=16)


@pytest.mark.parametrize(
    ("written", "bounds", "meant"),
    [
        ("$1,500", MONEY, "1500"),
        ("1,500.50", MONEY, "1500.5"),
        ("12,000 USD", MONEY, "12000"),
        ("1.5k", MONEY, "1500"),
        ("$1.2 million", MONEY, "1200000"),
        ("$78,000 a year", MONEY, "78000"),
        ("1000-2000", MONEY, "1500"),
        ("free", MONEY, "0"),
        ("50%", PERCENT, "50"),
        (0.4, PERCENT, "40"),
        (40.0, PERCENT, "40"),
        ("half", PERCENT, "50"),
        ("30%", CHANCE, "0.3"),
        (30, CHANCE, "0.3"),
        ("0,3", CHANCE, "0.3"),
        ("50 percent", UNITS, "0.5"),
        ("half time", UNITS, "0.5"),
        ("20 min", MINUTES, "20"),
        ("1.5 hours", MINUTES, "90"),
        ("1h30", MINUTES, "90"),
        ("9th", GRADE, "9"),
        ("Grade 11", GRADE, "11"),
    ],
)
def test_a_number(written: object, bounds: FieldBounds, meant: str) -> None:
    found = understood_number(written, bounds)
    assert found
    assert found.typed == meant


@pytest.mark.parametrize(
    ("written", "bounds"),
    [
        ("see item 4", MONEY),
        ("-5", MONEY),
        (140, PERCENT),
        (2.5, GRADE),
        ("", MONEY),
        (True, MONEY),
        ([], MONEY),
    ],
)
def test_what_is_no_number_of_a_field(written: object, bounds: FieldBounds) -> None:
    assert understood_number(written, bounds) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (3, "3d"),
        ("3 days", "3d"),
        ("2 Weeks", "2w"),
        ("two weeks", "2w"),
        ("a week", "1w"),
        ("1 week and 2 days", "7d"),
        ("1.5 weeks", "8d"),
        ("0.5d", "1d"),
        ("4h", "1d"),
        ("20 min", "1d"),
        ("3 months", "13w"),
        ("1 month", "22d"),
        ("10 business days", "10d"),
        ("2 calendar weeks", "10d"),
        ("10 days?", "10d"),
        ("~10d", "10d"),
        ("5-10d", "{low: 5d, likely: 8d, high: 10d}"),
        ("2 to 3 weeks", "{low: 10d, likely: 13d, high: 15d}"),
        ("milestone", "0d"),
        ("999999w", ""),
    ],
)
def test_a_length_of_time(written: object, meant: str) -> None:
    found = understood_length(written)
    assert found
    assert found.typed == meant


@pytest.mark.parametrize("written", ["", "soon", "-3d", "d", "3 apples", "10-5d", "[]"])
def test_what_is_no_length(written: str) -> None:
    assert understood_length(written) is None


def test_a_week_is_as_long_as_the_calendar_says() -> None:
    found = understood_length("1.5 weeks", 4)
    assert found
    assert found.typed == "6d"


@pytest.mark.parametrize(
    ("written", "task", "after"),
    [
        ("Kickoff fs+3d", "Kickoff", "FS+3d"),
        ("kickoff+3d", "kickoff", "FS+3d"),
        ("kickoff -2 weeks", "kickoff", "FS-2w"),
        ("kickoff FF + 3", "kickoff", "FF+3d"),
        ("1FS+2 days", "1", "FS+2d"),
        ("after kickoff", "kickoff", ""),
        ("kickoff (SS)", "kickoff", "SS"),
        ("kickoff finish-to-start", "kickoff", "FS"),
        ("kickoff FS+3 edays", "kickoff", "FS+3ed"),
        ("kick-off-2", "kick-off-2", ""),
        ("the big idea", "the big idea", ""),
        ("kickoff FS+50%", "kickoff FS+50%", ""),
    ],
)
def test_a_dependency_taken_apart(written: str, task: str, after: str) -> None:
    parts = link_parts(written)
    assert (parts.task, parts.after) == (task, after)


def test_words_of_a_vocabulary() -> None:
    assert understood_word("complete", Status) is Status.DONE
    assert understood_word("Not started", Status) is Status.PLANNED
    assert understood_word("business", StakeholderCategory) is StakeholderCategory.BUSINESS
    assert understood_word("Career and Technical Education", StakeholderCategory) is StakeholderCategory.CTE
    assert understood_word("education", StakeholderCategory) is None  # of two, which?
    assert understood_word(2, RiskLevel) is RiskLevel.MEDIUM
    assert understood_word("purple", Status) is None
    assert understood_words("Monday-Friday", Weekday) == tuple(Weekday)[:5]
    assert understood_words("Mon, Wed and Fri", Weekday) == (Weekday.MON, Weekday.WED, Weekday.FRI)
    assert understood_words("some days", Weekday) == ()


@pytest.mark.parametrize(
    ("written", "pattern", "meant"),
    [
        ("29-1141.00", SOC_PATTERN, '"29-1141"'),
        (291141, SOC_PATTERN, '"29-1141"'),
        ("29114100", ONET_PATTERN, '"29-1141.00"'),
        (1.0, CIP_PATTERN, '"01.00"'),
        ("48.501", CIP_PATTERN, '"48.5010"'),
        ("NAICS 3327", NAICS_PATTERN, '"3327"'),
        (1402, SCED_PATTERN, '"01402"'),
        ("1s1", PERKINS_PATTERN, "1S1"),
        ("www.example.org/a", LINK_PATTERN, "https://www.example.org/a"),
        ("Dana Ruiz <dana@example.org>", EMAIL_PATTERN, "dana@example.org"),
        ("dana [at] example [dot] org", EMAIL_PATTERN, "dana@example.org"),
        (
            "https://credentialengineregistry.org/resources/ce-1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
            CTID_PATTERN,
            "ce-1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
        ),
    ],
)
def test_a_code(written: object, pattern: str, meant: str) -> None:
    found = understood_code(written, pattern)
    assert found
    assert found.typed == meant


@pytest.mark.parametrize("pattern", [SOC_PATTERN, CIP_PATTERN, EMAIL_PATTERN, LINK_PATTERN, CTID_PATTERN])
def test_what_is_no_code(pattern: str) -> None:
    assert understood_code("nothing of the kind", pattern) is None


PEOPLE = Names(
    (
        KnownName("tom-obrien", "person", "Tom O'Brien", ("Director of Nursing", "tom@example.org")),
        KnownName("maria-delgado", "person", "María Delgado"),
        KnownName("maria-lopez", "person", "Maria Lopez"),
        KnownName("front-range", "organization", "Front Range Community College"),
        KnownName("form-core-team", "task", "Form the core team"),
    )
)
PARTY = ("person", "organization")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Tom O’Brien", ["tom-obrien"]),
        ("O'Brien, Tom", ["tom-obrien"]),
        ("tom", ["tom-obrien"]),
        ("Tom@Example.org", ["tom-obrien"]),
        ("Director of Nursing", ["tom-obrien"]),
        ("Dr. Maria Delgado", ["maria-delgado"]),
        ("maria", ["maria-delgado", "maria-lopez"]),
        ("FRCC", ["front-range"]),
        ("Front Range College", ["front-range"]),
        ("Form the core team", []),
        ("Jane", []),
        ("???", []),
    ],
)
def test_who_is_called_that(text: str, ids: list[str]) -> None:
    assert [one.id for one in PEOPLE.called(text, PARTY)] == ids


def test_a_name_that_is_nearly_right() -> None:
    near = PEOPLE.near("Tom OBrian", PARTY)
    assert near
    assert near.id == "tom-obrien"
    assert PEOPLE.near("xyz", PARTY) is None


@pytest.mark.parametrize(
    ("text", "made"),
    [("Tom O'Brien", "tom-obrien"), ("Peña & Co.", "pena-co"), ("Ärger!", "arger"), ("!!", "")],
)
def test_ids_are_made_of_names(text: str, made: str) -> None:
    assert slug(text) == made


@pytest.mark.parametrize(
    "text", ["plain", "a: b", "yes", "12", "2027-01-04", "[x]", "a, b", '"x"', "it's", "#1", " a", "-"]
)
def test_a_text_is_typed_so_that_it_is_read_as_itself(text: str) -> None:
    import yaml

    written = typed(text)
    assert written == text or yaml.safe_load(written) == " ".join(text.split())
    assert written != text or resolve(text) is text


@pytest.mark.parametrize(
    "text", ["TBD", "tbd", "?", "???", "n/a", "N/A", "-", "to be determined", "(TBD)", "TBD after March"]
)
def test_what_is_not_known_yet(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["tb", "Nadia", "Open house", "no"])
def test_what_is_known(text: str) -> None:
    assert not is_placeholder(text)


LONGEST = 120
"""Characters: what is longer is not looked at."""


@pytest.mark.parametrize(
    "text",
    [sign * LONGEST for sign in "a1, -.:/$%“ "]
    + [
        (word * LONGEST)[:LONGEST]
        for word in ("a year ", "hours ", "per year", "1 day ", "10-", "march ", "us$", "a.")
    ],
)
def test_no_text_takes_long_to_understand(text: str) -> None:
    assert effort(lambda: understand(text)) < 5_000


def understand(text: str) -> None:
    understood_day(text, START)
    understood_time(text)
    understood_number(text, MONEY)
    understood_length(text)
    link_parts(text)
    understood_words(text, Weekday)
    for pattern in (EMAIL_PATTERN, LINK_PATTERN, CIP_PATTERN, CTID_PATTERN):
        understood_code(text, pattern)
