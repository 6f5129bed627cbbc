"""Generated texts: the same value as ruamel's own loader or a finding, and places that hold their values."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from pathwayctl.diagnostics import Path, Position, Severity
from pathwayctl.source.places import locate
from pathwayctl.source.reading import Reading, read

EXAMPLES = settings(max_examples=150, deadline=None)

PIECES = [
    "a", "b: ", "- ", "? ", ": ", ":", "\n", "  ", "    ", "\n  ", "\n- ", "[", "]", "{", "}", ", ", ",",
    "#", " # ", "'", '"', "|", "|\n", ">", "!", "!!str ", "&a ", "*a", "*b ", "---", "...", "\n---\n",
    "%", "@", "`", "\t", "\\", "10:30", "2027-01-04", "2027-02-30", "2027-01-04T10:00:00Z", "1", "0",
    "01", "1_0", "-", "+", "1.5", "1e3", ".5", ".inf", "~", "null", "true", "no", "<<", "=", "0x1F",
    "0o7", "0b1", "https://example.org", "who?", "é", "😀", "\xa0", "\u2028", "\x85", "\ufeff", "\r\n",
    "\r", "\x00", "key: value", "\nkey2: ", "- id: x\n  t: y\n", "''", '""', "|-\n  x\n",
    ">+\n  x\n\n y\n", "%YAML 1.1\n---\n", "1:2", "x:y", ":x", "-x", "?x", "x#y", "a b",
]  # fmt: skip
WORDS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz éü"), min_size=1, max_size=12)
FIT = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
TRICKY = st.one_of(st.sampled_from([each.strip() for each in PIECES]), st.text(FIT, max_size=12), WORDS)
NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15), st.floats(-1e14, 1e14, allow_nan=False, allow_subnormal=False)
)
SINGLE = st.one_of(TRICKY, NUMBERS, st.booleans(), st.none(), st.dates())


def trees(single: st.SearchStrategy[Any], names: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Whole files: groups and lists of single values within each other."""

    def deeper(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.one_of(st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=4))

    return st.dictionaries(names, st.recursive(single, deeper, max_leaves=12), min_size=1, max_size=4)


@st.composite
def dumped(
    draw: st.DrawFn, values: st.SearchStrategy[dict[str, Any]], styles: list[str | None]
) -> tuple[Any, str]:
    """A value and its YAML text, in one of many styles of writing."""
    value = draw(values)
    text = yaml.safe_dump(
        value,
        default_flow_style=draw(st.sampled_from([True, False, None])),
        default_style=draw(st.sampled_from(styles)),
        width=draw(st.sampled_from([10, 40, 1000])),
        indent=draw(st.integers(2, 5)),
        allow_unicode=draw(st.booleans()),
        explicit_start=draw(st.booleans()),
        line_break=draw(st.sampled_from(["\n", "\r\n"])),
        sort_keys=False,
    )
    return value, text


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The YAML text of a value, with pieces put in, taken out or changed."""
    _, text = draw(dumped(trees(SINGLE, WORDS), [None]))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.sampled_from([start, start, start + 1, start + 3]))
        text = text[:start] + draw(st.sampled_from(["", *PIECES])) + text[end:]
    return text


def alike(one: Any, other: Any) -> bool:
    """Equal, and of the same types all the way down (1, 1.0 and true are not alike)."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(alike(one[name], other[name]) for name in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other)


def refused(reading: Reading) -> bool:
    return any(spot.rule.severity is Severity.ERROR for spot in reading.spots)


def by_ruamel(text: str) -> Any:
    """What ruamel's safe loader makes of a text.

    Its own parser refuses some texts that are fine by YAML 1.2 (a tab after a colon); for these
    its C parser is asked. What neither takes are plain texts without a value in Python: ``=``,
    ``<<`` and underscores alone.
    """
    for pure in (True, False):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                value = YAML(typ="safe", pure=pure).load(io.StringIO(text))
        except (YAMLError, ValueError):
            continue
        return {} if value is None else value
    assert any(sign in text for sign in ("=", "<<", "_")), text
    return None


def check(text: str) -> Reading:
    """Read a text: the same value as ruamel reads, or an error that says why not."""
    reading = read(text.encode())
    assert reading.whole or reading.spots
    assert not reading.whole or reading.value is not None
    lines = text.count("\n") + text.count("\r") + 1
    for spot in reading.spots:
        position = spot.position
        assert 1 <= position.line <= lines
        assert (position.line, position.column) <= (position.end_line, position.end_column)
        assert position.column >= 1
        assert spot.message.endswith(".")
        assert spot.hint.endswith(".")
    assert list(reading.spots) == sorted(
        reading.spots, key=lambda spot: (spot.position.line, spot.position.column)
    )
    if not refused(reading):
        expected = by_ruamel(text)
        assert expected is None or alike(reading.value, expected), (reading.value, expected)
    return reading


def paths_of(value: Any, path: Path = ()) -> Iterator[tuple[Path, bool, Any]]:
    """Every path into a value, with what stands there (the name for names)."""
    yield path, False, value
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, inner in entries:
        if isinstance(step, str):
            yield (*path, step), True, step
        yield from paths_of(inner, (*path, step))


@given(st.text(max_size=40))
@EXAMPLES
def test_any_text_is_read_or_refused(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.sampled_from(["", "a: ", "a: ["]))
@EXAMPLES
def test_pieces_of_yaml_are_read_or_refused(text: str, before: str) -> None:
    check(before + text)


@given(damaged())
@EXAMPLES
def test_damaged_files_are_read_or_refused(text: str) -> None:
    check(text)


@given(dumped(trees(SINGLE, TRICKY), [None]))
@EXAMPLES
def test_written_values_are_read_or_refused(case: tuple[Any, str]) -> None:
    check(case[1])


@given(dumped(trees(WORDS, WORDS), [None, "'", '"', "|", ">"]))
@EXAMPLES
def test_written_texts_are_read_as_they_were(case: tuple[Any, str]) -> None:
    value, text = case
    assume(yaml.safe_load(text) == value)  # with narrow lines, its writer sometimes adds a backslash
    reading = check(text)
    assert not refused(reading)
    assert reading.value == value


@given(st.binary(max_size=60))
@EXAMPLES
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    reading = read(data)
    assert reading.whole or reading.spots


@given(dumped(trees(st.one_of(WORDS, NUMBERS, st.dates(), st.none()), WORDS), [None]))
@EXAMPLES
def test_the_place_of_a_path_holds_what_stands_there(case: tuple[Any, str]) -> None:
    _, text = case
    reading = read(text.encode())
    if refused(reading):
        return
    wanted = {(path, on_name): held for path, on_name, held in paths_of(reading.value)}
    places = locate(text.encode(), list(wanted))
    assert list(places) == list(wanted)
    for (path, on_name), held in wanted.items():
        position = places[path, on_name]
        if not on_name and held is None and path and cut_out(text, position) not in ("null", "~"):
            assert position == places[path, isinstance(path[-1], str)]
        elif isinstance(held, list | dict):
            assert position.line == position.end_line
            assert cut_out(text, position).strip()
        else:
            assert read(f"x: {cut_out(text, position)}".encode()).value == {"x": held}


@given(damaged(), st.lists(st.lists(st.one_of(st.integers(-1, 4), WORDS), max_size=5).map(tuple), max_size=4))
@EXAMPLES
def test_places_are_found_in_every_file_that_is_read(text: str, others: list[Path]) -> None:
    reading = read(text.encode())
    wanted = [(path, on_name) for path in others for on_name in (True, False)]
    wanted += [(path, on_name) for path, on_name, _ in paths_of(reading.value)]
    places = locate(text.encode(), wanted)
    assert set(places) == set(wanted)
    for place in wanted:
        assert locate(text.encode(), [place]) == {place: places[place]}


def cut_out(text: str, position: Position) -> str:
    """The piece of text at a position."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)[position.line - 1 : position.end_line]
    if len(lines) <= position.end_line - position.line:
        lines.append("")  # a text over many lines may end where the file does
    lines[-1] = lines[-1][: position.end_column - 1]
    lines[0] = lines[0][position.column - 1 :]
    return "".join(lines)
