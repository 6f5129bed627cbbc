"""Reading goes on after a mistake: the rest of the file is read, and every place stays right."""

from __future__ import annotations

import pytest

from effort import grows_evenly
from pathwayctl.source.places import locate
from pathwayctl.source.reading import read

PEOPLE = """\
people:
  - id: dana
    name: Dana: Roe
  - id: lee
    name: Lee Poe
  - id: sam
\tname: Sam
  - id: kim
    name Kim
  - id: pat
    name: "Pat
  – id: mo
    name: Mo
last: 10:30
"""


def said(text: str) -> list[tuple[str, int]]:
    return [(spot.rule.code, spot.position.line) for spot in read(text.encode()).spots]


def test_one_run_finds_all_mistakes_of_a_file() -> None:
    assert said(PEOPLE) == [
        ("PW113", 3),
        ("PW110", 7),
        ("PW112", 9),
        ("PW114", 11),
        ("PW124", 12),
        ("PW140", 14),
    ]


def test_the_rest_of_a_broken_file_is_read() -> None:
    reading = read(PEOPLE.encode())
    assert not reading.whole
    assert reading.value == {
        "people": [
            {"id": "dana", "name": "Dana: Roe"},
            {"id": "lee", "name": "Lee Poe"},
            {"id": "kim", "name": "Kim"},
            {"id": "pat", "name": "Pat"},
            {"id": "mo", "name": "Mo"},
        ],
        "last": "10:30",
    }
    assert (6, 7) in {(gap.line, gap.end_line) for gap in reading.gaps}


def test_places_in_what_was_read_are_those_of_the_file() -> None:
    reading = read(PEOPLE.encode())
    assert reading.read_as is not None
    assert len(reading.read_as.decode().splitlines()) == len(PEOPLE.splitlines())
    places = locate(reading.read_as, [(("people", 1, "name"), False), (("people", 4, "id"), True)])
    assert [(place.line, place.column) for place in places.values()] == [(5, 11), (12, 5)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # a value in a summary costs nothing of what is in the summary
        (
            "t:\n- id: a\n  title: A: b\n  t:\n  - id: c\n",
            {"t": [{"id": "a", "title": "A: b", "t": [{"id": "c"}]}]},
        ),
        # an entry in braces is read as corrected; one that cannot be is left out alone
        ("t:\n- {id: a, b: c: [d}\n- {id: e}\n", {"t": [{"id": "a", "b": "c: [d"}, {"id": "e"}]}),
        ("t:\n- {id: a, b: c\n- {id: e}\n", {"t": [{"id": "e"}]}),
        ("t:\n- {id: a,\n   b: 'c}\n- {id: e}\n", {"t": [{"id": "e"}]}),
        # a line at no level belongs to the entry above it
        ("t:\n  - id: a\n    b: 1\n \tc: 2\n  - id: e\n", {"t": [{"id": "e"}]}),
        # an entry that cannot be told from its section takes the section with it, and no other
        ("a: 1\nt:\n\tx\nb: 2\n", {"a": 1, "t": "x", "b": 2}),
        ("a: [1, 2\nb: 2\n", {"a": "[1, 2", "b": 2}),
        ("%YAML 1.1\n---\na: 1\n", {"a": 1}),
        ("a: 1\n---\nb: 2\n", {"a": 1, "b": 2}),
        ("a: 1\n...\nb: 2\n", {"a": 1}),
        ("{a: 1}\nb: 2\n", {"a": 1}),
    ],
)
def test_as_little_as_possible_is_left_out(text: str, value: object) -> None:
    reading = read(text.encode())
    assert reading.value == value
    assert not reading.whole
    assert reading.spots


def test_a_file_in_which_nothing_can_be_read_has_no_value_or_no_sections() -> None:
    for text in ("'", "]", "@", "a", "- a\n- b: c: d\n", "\t"):
        reading = read(text.encode())
        assert not reading.value
        assert reading.spots or reading.whole


def test_after_many_mistakes_it_says_that_there_may_be_more() -> None:
    text = "".join(f"f{number}: 'Dana's {number}'\n" for number in range(100))
    reading = read(text.encode())
    codes = [spot.rule.code for spot in reading.spots]
    assert codes.count("PW115") == 51
    (last,) = [spot for spot in reading.spots if spot.rule.code == "PW128"]
    assert (
        last.message == "The rest of this file, from line 51 on, was not checked: there may be more mistakes."
    )
    assert len(reading.value) == 50


def test_what_is_right_of_a_correction_is_not_reported_at_a_wrong_place() -> None:
    assert said("a:\n  - {b: c: d, e: 0500}\n") == [("PW113", 2)]
    assert said("a:\n  - {b: c, e: 0500}\n") == [("PW145", 2)]


@pytest.mark.parametrize(
    ("begin", "again", "end"),
    [
        ("", "a: 'x\n", ""),
        ("a:\n", "\t- b\n", ""),
        ("", "- a: b: 1\n", ""),
        ("", "<<<<<<< HEAD\n", ""),
        ("", "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", ""),
        ("a:\n", "- {id: a, title: B, c}\n", ""),
        ("a: {b c, d: " + "[{" * 45, ", x", ""),
        ("a: {", "x y, ", "}"),
        ("a:\n", "x\ty\tz\n", ""),
        ("a: ", "b: c ", ""),
        ("", "a: titlе\n", ""),
        ("", "a: b #c\n", ""),
    ],
)
def test_a_very_broken_file_takes_twice_the_work_for_twice_the_mistakes(
    begin: str, again: str, end: str
) -> None:
    half, whole = ((begin + again * times + end).encode() for times in (2_000, 4_000))
    assert read(whole).spots
    assert grows_evenly(lambda: read(half), lambda: read(whole))
