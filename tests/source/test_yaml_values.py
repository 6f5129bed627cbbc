"""What single plain texts become."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pathwayctl.diagnostics import Position
from pathwayctl.source.reading import read


def one(text: str) -> tuple[Any, list[tuple[str, str]]]:
    """The value of one plain text, and the codes and hints about it."""
    reading = read(f"key: {text}\n".encode())
    assert reading.whole
    return reading.value["key"], [(spot.rule.code, spot.hint) for spot in reading.spots]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("Null", None),
        ("true", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("0", 0),
        ("-12", -12),
        ("+7", 7),
        ("1_000", 1000),
        ("0x1F", 31),
        ("-0b101", -5),
        ("0o17", 15),
        ("1000000000000000", 10**15),
        ("1.5", 1.5),
        ("-.5", -0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        (".5e+3", 500.0),
        (".5e3", ".5e3"),
        ("0.25", 0.25),
        ("-_", "-_"),
        ("._", "._"),
        ("=", "="),
        ("2027-01-04", date(2027, 1, 4)),
        ("2028-02-29", date(2028, 2, 29)),
        ("2027-1-4", "2027-1-4"),
        ("10:30 sharp", "10:30 sharp"),
        ("10:75", "10:75"),
        ("FS+3d", "FS+3d"),
        ("٣", "٣"),
        ("'10:30'", "10:30"),
        ('"yes"', "yes"),
        ("'2027-02-30'", "2027-02-30"),
        ("'01.0000'", "01.0000"),
        ("caf\u00e9 😀", "café 😀"),
    ],
)
def test_a_value_is_read(text: str, value: Any) -> None:
    found, spots = one(text)
    assert (found, type(found)) == (value, type(value))
    assert spots == []


@pytest.mark.parametrize(
    ("text", "value", "code", "hint"),
    [
        ("10:30", "10:30", "PW140", 'Write "10:30" with quotes around it.'),
        ("9:05:00", "9:05:00", "PW140", 'Write "9:05:00" with quotes around it.'),
        ("08:30", "08:30", "PW140", 'Write "08:30" with quotes around it.'),
        ("2027-01-04T10:00", date(2027, 1, 4), "PW141", "Write only the day: 2027-01-04."),
        ("2027-1-4 10:00:00 +01:00", date(2027, 1, 4), "PW141", "Write only the day: 2027-01-04."),
        ("2027-02-30", "2027-02-30", "PW142", "Write 2027-02-28, or the day that is meant."),
        (
            "2027-02-30T10:00:00Z",
            "2027-02-30T10:00:00Z",
            "PW142",
            "Write 2027-02-28, or the day that is meant.",
        ),
        ("2027-04-00", "2027-04-00", "PW142", "Write 2027-04-01, or the day that is meant."),
        (".inf", ".inf", "PW143", "Write a number in digits, or delete the line."),
        ("-.INF", "-.INF", "PW143", "Write a number in digits, or delete the line."),
        (".NaN", ".NaN", "PW143", "Write a number in digits, or delete the line."),
        ("01.0000", "01.0000", "PW145", 'Write "01.0000" with quotes around it.'),
        ("-007", "-007", "PW145", 'Write "-007" with quotes around it.'),
        ("NO", "NO", "PW146", 'Write false, or "NO" with quotes around it if you mean the word.'),
        ("on", "on", "PW146", 'Write true, or "on" with quotes around it if you mean the word.'),
    ],
)
def test_a_value_is_doubted(text: str, value: Any, code: str, hint: str) -> None:
    assert one(text) == (value, [(code, hint)])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2027-02-29", "February 2027 has 28 days"),
        ("2027-13-01", "there is no month 13"),
        ("0000-01-01", "there is no year 0"),
        ("2027-06-00", "months begin with day 1"),
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_explained(text: str, why: str) -> None:
    (spot,) = read(f"start: {text}\n".encode()).spots
    assert spot.message == f"The day “{text}” is not in the calendar: {why}."


@pytest.mark.parametrize(
    "text", ["1000000000000001", "-99999999999999999999", "1e999", "0x" + "f" * 5000, "9" * 5000]
)
def test_a_number_too_large_stays_a_text(text: str) -> None:
    value, spots = one(text)
    assert value == text
    assert [code for code, _ in spots] == ["PW144"]


def test_a_long_text_is_cut_in_messages() -> None:
    (spot,) = read(f"cost: {'9' * 5000}\n".encode()).spots
    assert len(spot.message) < 100
    assert spot.position == Position(1, 7, 1, 5007)


def test_yes_and_no_are_left_alone_before_a_colon() -> None:
    reading = read(b"yes: 1\non: [no, maybe]\n")
    assert reading.value == {"yes": 1, "on": ["no", "maybe"]}
    assert [(spot.rule.code, spot.position) for spot in reading.spots] == [("PW146", Position(2, 6, 2, 8))]


def test_yes_and_no_are_answers() -> None:
    assert [spot.rule.code for spot in read(b"answer: no\nreply: no\n").spots] == ["PW146"]


def test_a_time_is_doubted_before_a_colon_and_within_brackets_too() -> None:
    reading = read(b"10:30: kickoff\nother: [{at: 9:15, link: https://example.org/?q=1:2}]\n")
    assert reading.value == {
        "10:30": "kickoff",
        "other": [{"at": "9:15", "link": "https://example.org/?q=1:2"}],
    }
    assert [spot.position for spot in reading.spots] == [Position(1, 1, 1, 6), Position(2, 14, 2, 18)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{title: Who pays?, owner: dana}", {"title": "Who pays?", "owner": "dana"}),
        ("[Why now?, https://example.org]", ["Why now?", "https://example.org"]),
        ("{note: Really?? Yes}", {"note": "Really?? Yes"}),
    ],
)
def test_marks_within_brackets_need_no_quotes(text: str, value: Any) -> None:
    assert one(text) == (value, [])


def test_stand_ins_that_a_text_holds_itself_are_kept() -> None:
    assert one("[\ue000 \ue001]") == (["\ue000 \ue001"], [])
    reading = read("a: [\ue000, who?]\n".encode())
    assert not reading.whole
    assert "\ue000" not in reading.spots[0].hint


def test_equal_texts_are_one_object() -> None:
    first, second = read(b"- not: used\n").spots[:1], read(b"a: [kickoff, kickoff]\n").value["a"]
    assert first
    assert second[0] is second[1]
