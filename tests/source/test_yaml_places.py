"""Where paths stand in a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from effort import effort
from pathwayctl.diagnostics import START, Path
from pathwayctl.source import places
from pathwayctl.source.parser import events
from pathwayctl.source.places import locate
from pathwayctl.source.reading import read

TEXT = """\
# A small plan
tasks:
  - id: sign-mou
    title: "Sign it"   # quoted
    duration: {low: 5d, likely: 10d}
    owner:
    detail: |
      Two lines
      of text
  - id: kickoff
    depends_on: [sign-mou, charter FS+3d]
  -
people: &team
  - {id: dana, note: Who pays?, link: "https://example.org"}
more: *team
empty: []
none: {}
"""


def place(path: Path, on_key: bool = False, text: str = TEXT) -> str:
    """``line:column-end_line:end_column`` of one path."""
    found = locate(text.encode(), [(path, on_key)])[path, on_key]
    return f"{found.line}:{found.column}-{found.end_line}:{found.end_column}"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), "2:1-2:6"),
        (("tasks",), "3:3-3:17"),
        (("tasks", 0), "3:5-3:7"),
        (("tasks", 0, "id"), "3:9-3:17"),
        (("tasks", 0, "title"), "4:12-4:21"),
        (("tasks", 0, "duration"), "5:15-5:19"),
        (("tasks", 0, "duration", "likely"), "5:33-5:36"),
        (("tasks", 0, "duration", 1), "5:33-5:36"),
        (("tasks", 0, "owner"), "6:5-6:10"),
        (("tasks", 0, "detail"), "7:13-10:1"),
        (("tasks", 1, "depends_on", 1), "11:28-11:41"),
        (("tasks", 2), "12:3-12:4"),
        (("people",), "13:9-13:14"),
        (("people", 0, "link"), "14:39-14:60"),
        (("empty",), "16:8-16:10"),
        (("none",), "17:7-17:9"),
    ],
)
def test_the_place_of_a_value(path: Path, expected: str) -> None:
    assert place(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("tasks",), "2:1-2:6"),
        (("tasks", 0, "title"), "4:5-4:10"),
        (("tasks", 0, "duration", "low"), "5:16-5:19"),
        (("tasks", 0, 2), "5:5-5:13"),
        (("tasks", 0), "3:5-3:7"),
        ((), "2:1-2:6"),
    ],
)
def test_the_place_of_a_name(path: Path, expected: str) -> None:
    assert place(path, on_key=True) == expected


@pytest.mark.parametrize(
    ("path", "ancestor"),
    [
        (("tasks", 0, "cost"), ("tasks", 0)),
        (("tasks", 9, "id"), ("tasks",)),
        (("tasks", "name"), ("tasks",)),
        (("tasks", 0, "title", "x", 3), ("tasks", 0, "title")),
        (("nowhere", 1), ()),
        (("more", 0, "id"), ("more",)),
        (("tasks", 0, -1), ("tasks", 0)),
    ],
)
def test_a_path_that_goes_nowhere_has_the_place_of_its_ancestor(path: Path, ancestor: Path) -> None:
    assert place(path) == place(path, on_key=True) == place(ancestor)


def test_all_places_are_found_in_one_go() -> None:
    paths: list[tuple[Path, bool]] = [
        (("none",), True),
        (("tasks", 0, "id"), False),
        (("tasks", 0, "id"), True),
        (("tasks", 0, 0), False),
        (("tasks", 0, "nothing"), False),
        (("more", 3), False),
    ]
    assert locate(TEXT.encode(), paths) == {each: locate(TEXT.encode(), [each])[each] for each in paths}
    assert locate(TEXT.encode(), []) == {}


def test_names_are_matched_as_they_are_read() -> None:
    text = "a: {2027: x, 1.50: y, ~: z, '1': w, 10:30: v, 2027-02-30: u}\n? [b]\n: c\n? &k k\n: d\n*k : e\n"
    value = read(text.encode()).value
    assert list(value["a"]) == ["2027", "1.5", "None", "1", "10:30", "2027-02-30"]
    columns = [place(("a", name), text=text).split("-")[0] for name in value["a"]]
    assert columns == ["1:11", "1:20", "1:26", "1:34", "1:44", "1:59"]
    assert place((1,), on_key=True, text=text) == "2:3-2:5"
    assert place((1,), text=text) == "3:3-3:4"
    assert place(("*k",), text=text) == "6:6-6:7"


def test_of_a_name_that_stands_twice_the_first_counts() -> None:
    text = "a: 1\nb: {c: 2}\na: {b: 3}\n"
    assert place(("a",), text=text) == "1:4-1:5"
    assert place(("a", "b"), text=text) == "1:4-1:5"
    assert place((2, "b"), text=text) == "3:8-3:9"


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a:\n  - \n  - b\n", ("a", 0), "2:3-2:4"),
        ("a: &x\n  - 1\n", ("a",), "1:4-1:6"),
        ("a:\n  - - 1  \n", ("a",), "2:3-2:8"),
        ("a: [\n  1]\n", ("a",), "1:4-1:5"),
        ("a:\n  ? 'long\n    name'\n  : 1\n", ("a",), "2:3-2:10"),
        ("a:\n  ? long name   \n  : 1\n", ("a",), "2:3-2:14"),
        ("\ufeffa: 1\n", ("a",), "1:4-1:5"),
        ("é: 😀 x\n", ("é",), "1:4-1:7"),
        ("a: 1\r\nb: 2\r\n", ("b",), "2:4-2:5"),
        ("a: x\x07y\nb: 2\n", ("b",), "2:4-2:5"),
        ("a: {b: what?}\n", ("a", "b"), "1:8-1:13"),
        ("---\na: 1\n...\n", ("a",), "2:4-2:5"),
        ("- 1\n- 2\n", (1,), "2:3-2:4"),
        ("", ("a",), "1:1-1:1"),
        ("# note\n", (), "1:1-1:1"),
        ("---\n", (), "2:1-2:1"),
        ("a: 1\nb: 'open\n", ("a",), "1:4-1:5"),
        ("a: 1\nb: 'open\n", ("b",), "2:1-2:2"),
        ("a: [b, c: {\n", ("a",), "1:4-1:6"),
        ("a: [@\n", ("a",), "1:1-1:2"),
        ("@\n", ("a",), "1:1-1:1"),
    ],
)
def test_places_in_unusual_texts(text: str, path: Path, expected: str) -> None:
    assert place(path, text=text) == expected


def test_bytes_that_are_no_text_have_no_places() -> None:
    assert locate(b"\xff", [(("a",), True)]) == {(("a",), True): START}


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("a: 1\n" + "b: {c: d}\n" * 1000, [("a",)]),
        ("a: {b: 1}\n" + "c: [d]\n" * 1000, [("a", "x"), ("a", "b", "y", "z"), ("a", "x", 1)]),
    ],
)
def test_looking_stops_when_all_is_found(
    text: str, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Any] = []

    def counted(text: str, *, lenient: bool) -> Callable[[], Any]:
        step = events(text, lenient=lenient)
        return lambda: taken.append(step()) or taken[-1]  # type: ignore[func-returns-value] # for brevity

    monkeypatch.setattr(places, "events", counted)
    assert locate(text.encode(), [(path, False) for path in paths])
    assert 0 < len(taken) < 12


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_even_in_a_refused_text_looking_ends(opening: str) -> None:
    text = ("a:\n  " + opening * 100_000).encode()
    assert effort(lambda: locate(text, [(("a", *[0] * 60), False), (("b",), False)])) < 10_000
    assert effort(lambda: locate(text, [(("b",), False)])) < 10_000
