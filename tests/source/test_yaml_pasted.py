"""Text that comes from a spreadsheet, a word processor, or a merge is recognized as such."""

from __future__ import annotations

import pytest

from pathwayctl.source.reading import read

TABS = "Name\tTitle\tEmail\nMaria Delgado\tDirector\tm@example.org\n"
COMMAS = 'Name,Title,Email\nMaria Delgado,"Director, Nursing",m@example.org\n'
BULLETS = "• Maria Delgado, Director\n• Lee Poe\n"
OTHER = "goals:\n  - id: g\n    title: x\n"


def indented(text: str, spaces: int) -> str:
    return "".join(" " * spaces + line for line in text.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("table", "what"),
    [
        (TABS, "a table from a spreadsheet"),
        (COMMAS, "a table from a CSV file"),
        (BULLETS, "a word processor"),
    ],
)
@pytest.mark.parametrize("before", ["people:\n", OTHER])
@pytest.mark.parametrize("spaces", [0, 2])
def test_a_pasted_table_or_list_is_found_once_as_a_whole(
    before: str, spaces: int, table: str, what: str
) -> None:
    text = f"{before}{indented(table, spaces)}last:\n  - id: l\n"
    reading = read(text.encode())
    (spot,) = reading.spots
    line = before.count("\n") + 1
    assert (spot.rule.code, spot.position.line, spot.position.end_line) == ("PW127", line, line + 1)
    assert what in spot.message
    assert "- Maria Delgado" in spot.hint or "- name: Maria Delgado" in spot.hint
    assert reading.value["last"] == [{"id": "l"}]
    assert not reading.whole


def test_a_table_that_reads_as_part_of_a_text_is_found() -> None:
    (spot,) = read(f"{OTHER}{indented(TABS, 6)}".encode()).spots
    assert (spot.rule.code, spot.position.line) == ("PW127", 4)


@pytest.mark.parametrize(
    "text",
    [
        "a:\tb # x\n",
        "a:\t[b,\tc]\n",
        'a: "b\tc\td"\n',
        "a: |\n  b\tc\td\n  e\tf\tg\n",
        "a: one, two, three\nb: four, five, six\n",
        "p:\n  a:\n    one, two, three\n    four, five, six\n",
    ],
)
def test_tabs_and_commas_in_a_file_that_is_fine_are_no_table(text: str) -> None:
    assert "PW127" not in [spot.rule.code for spot in read(text.encode()).spots]


def test_a_merge_conflict_names_both_versions_and_the_first_is_checked() -> None:
    text = "a:\n  - x\n<<<<<<< HEAD\n  - v\n  - z\n||||||| base\n  - w\n=======\n  - u\n>>>>>>> other\n"
    text += "  - 10:30\n"
    reading = read(text.encode())
    assert reading.value == {"a": ["x", "v", "z", "10:30"]}
    spot, time = reading.spots
    assert (spot.rule.code, spot.position.line, time.position.line) == ("PW126", 3, 11)
    assert "lines 4 to 5 are one version, line 9 the other" in spot.message
    assert "3, 6, 8" in spot.hint


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", "=======", ">>>>>>> other", "<<<<<<<"])
def test_a_marker_that_was_left_over_is_found(marker: str) -> None:
    reading = read(f"a: 1\n{marker}\nb: 2\n".encode())
    (spot,) = reading.spots
    assert (spot.rule.code, spot.position.line) == ("PW126", 2)
    assert reading.value == {"a": 1, "b": 2}


def test_a_marker_in_a_text_is_a_text() -> None:
    assert read(b"a: |\n  =======\n  <<<<<<< HEAD\nb: '======='\n").spots == ()
