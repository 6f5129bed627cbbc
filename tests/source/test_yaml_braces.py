"""Texts in braces that commas, colons, and brackets split: the cause, the place, and the corrected entry."""

from __future__ import annotations

import pytest

from pathwayctl.source.reading import read

CASES = [
    (
        "{id: mentors, title: Hire, train and place mentors, duration: 5d}",
        "PW121",
        "train and place mentors",
        '{id: mentors, title: "Hire, train and place mentors", duration: 5d}',
    ),
    (
        "{id: vote, title: Meet at 10:30, then vote, depends_on: [mentors]}",
        "PW121",
        "then vote",
        '{id: vote, title: "Meet at 10:30, then vote", depends_on: [mentors]}',
    ),
    ("{id: lab, cost: 12,500, duration: 5d}", "PW121", "500", "{id: lab, cost: 12500, duration: 5d}"),
    ("{id: lab, cost: 1,000}", "PW121", "000", "{id: lab, cost: 1000}"),
    ('{id: lab, cost: 12,"500"}', "PW121", '"500"', "{id: lab, cost: 12500}"),
    ("{id: lab, cost: $12,500}", "PW121", "500", "{id: lab, cost: 12500}"),
    (
        "{id: kickoff, title: Kickoff: who we are, duration: 1d}",
        "PW113",
        "Kickoff: who we are",
        '{id: kickoff, title: "Kickoff: who we are", duration: 1d}',
    ),
    (
        "{id: draft, title: Draft the [COLLEGE] agreement, duration: 5d}",
        "PW121",
        "Draft the [COLLEGE] agreement",
        '{id: draft, title: "Draft the [COLLEGE] agreement", duration: 5d}',
    ),
    ("{id: a title: B, owner: lee}", "PW117", "title: B", "{id: a, title: B, owner: lee}"),
    ('{id: a, title: "x y" owner: lee}', "PW117", "owner: lee", '{id: a, title: "x y", owner: lee}'),
    ("{id a, title: B}", "PW112", "id a", "{id: a, title: B}"),
    ("{lee, dana}", "PW121", "{lee, dana}", "[lee, dana]"),
    (
        "{id: a, title: 'Dana's plan', owner: lee}",
        "PW115",
        "'Dana's plan'",
        '{id: a, title: "Dana\'s plan", owner: lee}',
    ),
    ("{id: a, title: “Hire, train”}", "PW125", "“Hire, train”", '{id: a, title: "Hire, train"}'),
]


@pytest.mark.parametrize(("entry", "code", "at", "right"), CASES)
@pytest.mark.parametrize("before", ["a: ", "a:\n  - ", "a: ["])
def test_the_cause_and_the_corrected_entry_are_named(
    before: str, entry: str, code: str, at: str, right: str
) -> None:
    after = "]" if before.endswith("[") else ""
    text = f"{before}{entry}{after}  # note\nb: 1\n"
    spot = read(text.encode()).spots[0]
    assert spot.rule.code == code
    line = text.splitlines()[spot.position.line - 1]
    assert line[spot.position.column - 1 : spot.position.end_column - 1] == at
    assert right in spot.hint


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: {id: x, owner: , link: https://example.org/a, note: Who pays?}", None),
        ("a: {x: [b, c], y: {z: }, 'q r': }", None),
        ('a: {"b, c": d, e: "f, g"}', None),
        ("a: [b, c, ]", {"a": ["b", "c"]}),
        ("a: {1.5: x}", {"a": {"1.5": "x"}}),
    ],
)
def test_entries_in_braces_that_are_fine_are_read_without_a_word_about_commas(
    text: str, value: object
) -> None:
    reading = read(text.encode())
    assert "PW121" not in [spot.rule.code for spot in reading.spots]
    assert reading.whole
    assert value is None or reading.value == value


def test_a_bracket_within_a_text_need_not_be_closed() -> None:
    (spot,) = read(b"a: {id: x, title: Draft [y, owner: lee}\n").spots
    assert (spot.rule.code, spot.position.column) == ("PW121", 19)
    assert spot.hint == 'Write {id: x, title: "Draft [y", owner: lee} instead.'


def test_words_after_a_comma_are_no_fields() -> None:
    reading = read(b"a: {id: x, title: Hire, train, owner: lee}\n")
    assert reading.value == {"a": {"id": "x", "title": "Hire", "owner": "lee"}}


def test_each_piece_of_an_entry_over_several_lines_is_found_at_its_place() -> None:
    text = "a:\n  - {id: x,\n     title: Hire, train,\n     name: Roe, PhD}\n"
    spots = read(text.encode()).spots
    assert [(spot.position.line, spot.position.column) for spot in spots] == [(3, 19), (4, 17)]
    assert {spot.hint for spot in spots} == {'Write {id: x, title: "Hire, train", name: "Roe, PhD"} instead.'}
