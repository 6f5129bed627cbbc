"""Names before a colon: twice, or not a text."""

from __future__ import annotations

import pytest

from pathwayctl.diagnostics import Position
from pathwayctl.source.reading import read


def test_the_same_name_twice_names_both_places_and_the_first_value_counts() -> None:
    reading = read(b"people:\n  - id: dana\n    name: Dana\n    id: lee\n")
    assert reading.whole
    assert reading.value == {"people": [{"id": "dana", "name": "Dana"}]}
    (spot,) = reading.spots
    assert (spot.rule.code, spot.position) == ("PW130", Position(4, 5, 4, 7))
    assert spot.message == "“id” appears twice in this entry: first in line 2, then here."
    assert spot.hint == "Keep one “id:” and delete the other."


def test_names_twice_within_entries_that_stand_twice_are_told_apart() -> None:
    reading = read(b"a: {x: 1, x: 2}\nb: 0\na: {y: 1, x: 2, y: 3}\na: 4\n")
    assert reading.value == {"a": {"x": 1}, "b": 0}
    assert [(spot.position.line, spot.position.column) for spot in reading.spots] == [
        (1, 11),
        (3, 1),
        (3, 17),
        (4, 1),
    ]
    assert [spot.message.split(": ")[1] for spot in reading.spots] == [
        "first in line 1, then here.",
        "first in line 1, then here.",
        "first in line 3, then here.",
        "first in line 1, then here.",
    ]


def test_an_empty_name_twice_is_found() -> None:
    reading = read(b"a: {'': 1, \"\": 2}\n")
    assert [spot.rule.code for spot in reading.spots] == ["PW130"]


@pytest.mark.parametrize(
    ("name", "key", "hint"),
    [
        ("2027", "2027", 'Write "2027" with quotes around it.'),
        ("1.50", "1.5", 'Write "1.50" with quotes around it.'),
        ("2027-01-04", "2027-01-04", 'Write "2027-01-04" with quotes around it.'),
        ("true", "True", 'Write "true" with quotes around it.'),
        ("~", "None", 'Write "~" with quotes around it.'),
    ],
)
def test_a_name_that_is_no_text_needs_quotes(name: str, key: str, hint: str) -> None:
    reading = read(f"terms:\n  {name}: x\n".encode())
    assert reading.value == {"terms": {key: "x"}}
    (spot,) = reading.spots
    assert (spot.rule.code, spot.hint) == ("PW131", hint)
    assert spot.position == Position(2, 3, 2, 3 + len(name))


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\n? \n: x\n", 2, "There is no name before this colon."),
        ("a: 1\n? [b, c]\n: x\n", 2, "There is a list or group before this colon."),
        ("a: 1\n? {b: c}\n: x\n", 2, "There is a list or group before this colon."),
        ("a: 1\n? - b\n  - c\n: x\n", 2, "There is a list or group before this colon."),
        ("a: 1\n{b: c}: x\n", 2, "There is a list or group before this colon."),
    ],
)
def test_a_list_or_nothing_is_no_name(text: str, line: int, message: str) -> None:
    reading = read(text.encode())
    (spot,) = reading.spots
    assert (spot.rule.code, spot.position.line, spot.message) == ("PW131", line, message)
    assert reading.value["a"] == 1


def test_within_a_list_as_a_name_nothing_more_is_said() -> None:
    reading = read(b"? [{a: 1, a: 2}, {2: b}]\n: x\n")
    assert [spot.rule.code for spot in reading.spots] == ["PW131"]


def test_names_are_reported_in_a_text_that_breaks_further_down() -> None:
    reading = read(b"a: {b: 1, b: 2}\nc: 'open\n")
    assert [(spot.rule.code, spot.position.line) for spot in reading.spots] == [("PW130", 1), ("PW114", 2)]


def test_a_merge_is_refused_and_reading_goes_on() -> None:
    reading = read(b"base: &b {x: 1}\nuse:\n  <<: *b\n  at: 10:30\n")
    assert [spot.rule.code for spot in reading.spots] == ["PW132", "PW140"]
    assert reading.value["use"] == {"<<": {"x": 1}, "at": "10:30"}
    assert read(b"'<<': 1\n").spots == ()
