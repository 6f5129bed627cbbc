"""What is in many files is made once, kept once, and the same as if it were made for each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathwayctl.handouts.tables import Head
from pathwayctl.rendering import html, markdown, word_breaks
from pathwayctl.rendering.blocks import Paragraph, Table
from pathwayctl.rendering.html_blocks import DrawnBlocks
from pathwayctl.rendering.made_once import MadeOnce
from pathwayctl.rendering.markup import escape, escaped
from pathwayctl.rendering.pages import Frame, Front, Page
from pathwayctl.rendering.word_breaks import Piece, pieces

TABLE = Table("All tasks", (Head("Task"), Head("Owner")), (("Sign the agreement", "Ada"),) * 50)
LINES = st.text(
    st.sampled_from("ab1 -/@.*_|~`<>[]()!#&\\'\",é") | st.characters(max_codepoint=300), max_size=12
)


def test_what_earlier_runs_have_made_is_kept_until_there_is_much_of_it() -> None:
    made: list[str] = []

    def make(thing: str) -> str:
        made.append(thing)
        return thing.upper()

    kept = MadeOnce[str, str]()
    runs = (("ab", "ab"), ("c", "c"), ("a", ""), ("de", "de"), ("db", "b"))
    for asked, new in runs:
        made.clear()
        kept.begin_run()
        assert [kept.of(thing, make) for thing in asked] == list(asked.upper())
        assert made == list(new)
    assert kept.of("d", make, "es") == "D"
    assert made == ["b", "d"]


def test_files_share_the_rows_of_a_table() -> None:
    drawn, page, frame = DrawnBlocks(), Page("Tasks", (TABLE,)), Frame("Project")
    alone = html.write_page(page, frame, b"p { margin: 0 }", drawn)
    together = html.write_combined(frame, Front(), ((page, frame),), b"p { margin: 0 }", drawn)
    (rows,) = (part for part in alone if part.count(b"<tr") == 1 + len(TABLE.rows))
    assert any(part is rows for part in together)


def test_no_text_takes_the_place_of_a_part() -> None:
    page = Page("<part b1> <part style>", (TABLE, Paragraph("<inner> <key>")))
    text = b"".join(html.write_page(page, Frame("<part b1>"), b'p::after { content: "<part b1>" }')).decode()
    assert text.count("<tr") == 1 + len(TABLE.rows)
    assert text.count("<part b1>") == 1
    assert "<h1>&lt;part b1&gt; &lt;part style&gt;</h1>" in text
    assert "&lt;inner&gt; &lt;key&gt;" in text


@given(LINES)
def test_short_ways_lead_to_the_same_text(line: str) -> None:
    assert escaped(line) == str(escape(line))
    assert "".join(part for piece in pieces(line) for part in piece.parts) == line
    if not word_breaks._SPECIAL.search(line) and line:
        assert list(pieces(line)) == [Piece("plain", (line,))]
    if markdown._MEANING.search(" ".join(line.split())):
        assert markdown._MAY_MEAN.search(line)


@pytest.mark.parametrize(
    "line", ["SOC 17", "CIP 15", "NAICS 33", "SCED 1", "a-1", "2 to 8, likely 4", "an/address", "d@x.org"]
)
def test_what_breaks_in_its_own_way_is_not_passed_over(line: str) -> None:
    assert [piece.kind for piece in pieces(line)] != ["plain"]
