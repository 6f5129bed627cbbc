"""Texts in columns: as wide as they look, cut where they must be, whatever they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pathwayctl.reporters.lines import fitted, folded, harmless, head, line, plain, tail, width_of
from pathwayctl.reporters.shell import typed

ANY_TEXT = st.text(st.characters() | st.sampled_from("❤\ufe0f\u200d👩🏽ש職e\u0301"), max_size=60)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("plan", 4),
        ("Peña", 4),
        ("職業", 4),
        ("e\u0301", 1),
        ("🎓", 2),
        ("a\x1bb", 2),
        ("\u202eab", 2),
    ],
)
def test_a_text_is_as_wide_as_it_looks(text: str, width: int) -> None:
    assert width_of(text) == width


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plan", "plan    "),
        ("a\n b\t c", "a b c   "),
        ("exactly8", "exactly8"),
        ("somewhat longer", "somewha…"),
        ("seven l", "seven l "),
        ("longer than", "longer…"),
        ("職業訓練セ", "職業訓… "),
        ("職業", "職業    "),
        ("naïve", "naïve   "),
        ("naïvely long", "naïvely…"),
        ("red\x1b[31m", "red[31m "),
        ("👩\u200d🏫👩\u200d🏫👩\u200d🏫👩\u200d🏫👩\u200d🏫", "👩\u200d🏫👩\u200d🏫👩\u200d🏫…"),
    ],
)
def test_a_cell_is_filled_or_cut(text: str, cell: str) -> None:
    assert fitted(text, 8).rstrip() == cell.rstrip()
    assert cell_len(fitted(text, 8)) == 8


def test_words_from_right_to_left_do_not_turn_what_stands_beside_them() -> None:
    assert fitted("שלום", 6) == "\u200eשלום  \u200e"
    assert fitted("سلام", 6) == "\u200eسلام  \u200e"


def test_signs_that_are_wider_together_than_one_by_one_are_cut_to_fit() -> None:
    hearts = "❤\ufe0f" * 4
    for width in range(1, 8):
        assert cell_len(head(hearts, width)) <= width
        assert cell_len(tail(hearts, width)) <= width
    assert head(hearts, 5).startswith("❤\ufe0f❤")
    assert tail(hearts, 5).endswith("❤\ufe0f❤\ufe0f")


@given(ANY_TEXT, st.integers(1, 40))
def test_every_cell_is_as_wide_as_its_column(text: str, width: int) -> None:
    assert cell_len(fitted(text, width)) == width


@given(ANY_TEXT, st.integers(0, 40))
def test_what_is_cut_off_leaves_an_ellipsis_on_its_side(text: str, width: int) -> None:
    for cut, mark in ((head(text, width), str.endswith), (tail(text, width), str.startswith)):
        assert width_of(cut) <= width
        assert cut == text or not width or mark(cut, "…")


def test_the_end_of_a_text_is_kept_where_its_beginning_is_not_wanted() -> None:
    assert tail("one two three", 6) == "…three"
    assert tail("one two three", 13) == "one two three"
    assert tail("言葉言葉", 5) == "…言葉"


def test_lines_are_folded_between_words_and_keep_their_indent() -> None:
    assert folded("one two three four\n  deep: [a-b]\n\nend", 9) == [
        "one two",
        "three",
        "four",
        "  deep:",
        "    [a-b]",
        "",
        "end",
    ]


@pytest.mark.parametrize(
    ("name", "as_typed"),
    [
        ("my-project", "my-project"),
        ("../work/part_1", "../work/part_1"),
        ("Peña", "Peña"),
        ("my project", '"my project"'),
        ("a: b", '"a: b"'),
        ("it's", '"it\'s"'),
        ('say "hi" $HOME', "'say \"hi\" $HOME'"),
        ("it's $5", "'it'\\''s $5'"),
    ],
)
def test_a_name_is_quoted_where_the_shell_asks_for_it(name: str, as_typed: str) -> None:
    assert typed(name) == as_typed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain — text", "plain — text"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[2J\x07\x9b31m", "[2J31m"),
        ("a\u202eb\u2066c\u2028d\ufeff\x85\r\x7f", "abcd"),
        ("half a letter: \udcff", "half a letter: ?"),
        ("👩\u200d🏫 \u200e", "👩\u200d🏫 \u200e"),
    ],
)
def test_nothing_reaches_a_screen_that_it_would_obey(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_lines_end_without_blanks() -> None:
    assert plain([line("a  ", ("b ", "bold")), line(), line("\x1bc")]) == "a  b\n\nc\n"
