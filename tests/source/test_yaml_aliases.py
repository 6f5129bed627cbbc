"""Values marked with & and repeated with *, words with !, and how deep and large a file may be."""

from __future__ import annotations

import pytest

from effort import effort
from pathwayctl.source.aliases import DEEPEST, MOST_ALIASES
from pathwayctl.source.reading import Reading, read


def codes(reading: Reading) -> list[str]:
    return [spot.rule.code for spot in reading.spots]


def test_values_are_repeated() -> None:
    reading = read(b"a: &x {b: [1, 2]}\nc: *x\nd: &t text\ne: [*t, *x]\n")
    assert reading.spots == ()
    assert reading.value == {
        "a": {"b": [1, 2]},
        "c": {"b": [1, 2]},
        "d": "text",
        "e": ["text", {"b": [1, 2]}],
    }


def test_a_mark_given_anew_counts_from_there() -> None:
    assert read(b"a: &x 1\nb: *x\nc: &x 2\nd: *x\n").value == {"a": 1, "b": 1, "c": 2, "d": 2}


def test_an_unknown_star_says_how_to_write_it_as_a_text() -> None:
    (spot,) = read(b"title: *kickoff\n").spots
    assert (spot.rule.code, spot.position.column, spot.position.end_column) == ("PW134", 8, 16)
    assert 'write "*kickoff" with quotes' in spot.hint


@pytest.mark.parametrize(
    "text", ["a: &x [*x]", "a: &x {b: {c: *x}}", "a: &x 1\nb: &x [[*x]]", "&x a: &x [*x]"]
)
def test_a_value_within_itself_is_refused(text: str) -> None:
    reading = read(text.encode())
    assert reading.whole
    assert codes(reading) == ["PW135"]


def test_a_star_before_a_colon_is_not_read() -> None:
    reading = read(b"a: &x b\n*x : c\n")
    assert codes(reading) == ["PW131"]
    assert reading.value == {"a": "b", "*x": "c"}


def test_a_star_as_the_whole_file_stands_for_nothing() -> None:
    assert codes(read(b"*x\n")) == ["PW134"]


def test_at_most_100_stars_are_read() -> None:
    text = "a: &x 1\nb: [" + ", ".join(["*x"] * (MOST_ALIASES + 20)) + "]\n"
    reading = read(text.encode())
    assert codes(reading) == ["PW136"]
    assert reading.value["b"] == [1] * MOST_ALIASES + [None] * 20


def test_a_billion_laughs_are_refused_at_once() -> None:
    lines = ["a0: &a0 [" + ", ".join(["ha"] * 10) + "]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 10)]
    text = "\n".join(lines).encode()
    assert effort(lambda: read(text)) < 100_000
    reading = read(text)
    assert codes(reading) == ["PW136"]
    assert "1,000,000" in reading.spots[0].message


def test_stars_count_with_all_that_they_repeat() -> None:
    text = "a: &a [" + ", ".join(["1"] * 99_999) + "]\n" + "".join(f"b{n}: *a\n" for n in range(10))
    assert read(text.encode()).spots == ()
    assert codes(read((text + "c: *a\n").encode())) == ["PW136"]


def test_levels_count_through_stars() -> None:
    deep = "[" * 30 + "1" + "]" * 30
    reading = read(f"a: &a {deep}\nb: {'[' * 20}*a{']' * 20}\nc: [*a]\n".encode())
    assert codes(reading) == ["PW107"]
    assert reading.spots[0].position.line == 2
    nested = read(f"a: &a {deep}\nb: &b [[*a]]\nc: {'[' * 20}*b{']' * 20}\n".encode())
    assert [(spot.rule.code, spot.position.line) for spot in nested.spots] == [("PW107", 3)]


@pytest.mark.parametrize("shape", ["[{}]", "- "])
def test_50_levels_are_read_and_51_are_not(shape: str) -> None:
    def nested(levels: int) -> bytes:
        inner = "- " * levels + "x" if shape == "- " else "[" * levels + "]" * levels
        return f"a:\n  {inner}\n".encode()

    assert read(nested(DEEPEST - 1)).whole
    reading = read(nested(DEEPEST))
    assert not reading.whole
    assert codes(reading) == ["PW107"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[\n", "{? "])
def test_100_000_brackets_are_refused_at_once(opening: str) -> None:
    text = b"a:\n  " + opening.encode() * 100_000
    assert effort(lambda: read(text)) < 100_000
    reading = read(text)
    assert reading.spots
    assert not reading.whole


def test_words_with_an_exclamation_mark_are_refused_and_reading_goes_on() -> None:
    reading = read(
        b'a: !!str 5\nb: !mine [1]\nc: ! "x"\nd: !!python/object:os.system {e: 10:30}\nf: !important\n'
    )
    assert codes(reading) == ["PW133", "PW133", "PW133", "PW133", "PW140", "PW133"]
    assert reading.value == {"a": 5, "b": [1], "c": "x", "d": {"e": "10:30"}, "f": None}
    assert "“!!python/object:os.system”" in reading.spots[3].message
    assert 'write "! x" with quotes' in reading.spots[2].hint


def test_orders_to_programs_are_never_carried_out() -> None:
    text = b"".join(b"%%TAG !a%d! tag:x,2000:\n" % number for number in range(200_000))
    assert codes(read(text + b"---\na: 1\n")) == ["PW104"]
    assert codes(read(b"a: 1\n...\n" + text)) == ["PW105"]
    assert effort(lambda: read(text + b"---\na: 1\n")) < 5 * 200_000
