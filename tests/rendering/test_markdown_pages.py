"""Pages as Markdown: whole outputs, and texts that stay texts when they are read again."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from page_samples import FRAME, HOSTILE, PAGE, chart, hostile_frame, hostile_page
from pathwayctl.handouts.tables import Head
from pathwayctl.rendering.blocks import (
    Checklist,
    Facts,
    Figure,
    Heading,
    Items,
    Lines,
    Notice,
    Paragraph,
    Table,
)
from pathwayctl.rendering.markdown import text, write_index, write_page
from pathwayctl.rendering.mermaid import diagrams, plain_name
from pathwayctl.rendering.pages import Contents, ContentsEntry, Frame, Front, Page
from pathwayctl.rendering.plain_text import seen
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
HARMLESS = {"text", "text_special", "html_inline", "softbreak", "strong_open", "strong_close"}
SIGNS = "ab1 2.)-+*_=~`#|<>[]()!&;:\\\"'\n\t{}$^%@/"
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(markdown: str) -> list[str]:
    """The texts of a document, one for each paragraph, heading, item and cell; ``<br>`` as a line break."""
    found = []
    for token in READER.parse(markdown):
        if token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            assert kinds <= {
                "text",
                "text_special",
                "html_inline",
                "softbreak",
                "strong_open",
                "strong_close",
            }, kinds
            found.append(
                "".join(
                    "\n" if child.type == "html_inline" else child.content for child in token.children or ()
                )
            )
        assert token.type not in ("html_block", "code_block")
    return found


def lines(words: str) -> str:
    """How a text is shown: every line with single spaces."""
    return "\n".join(" ".join(line.split()) for line in seen(words).strip().split("\n"))


def test_whole_pages() -> None:
    check_snapshot(EXPECTED / "every_block.md", write_page(PAGE, FRAME))
    check_snapshot(EXPECTED / "hostile.md", write_page(hostile_page(), hostile_frame()))


def test_the_index() -> None:
    entries = (
        ContentsEntry("4A", "4a.md", "What is needed."),
        ContentsEntry("B: [x]", "b(1).md"),
        ContentsEntry("Trap", "javascript:x"),
    )
    frame = Frame("Pathways", packet_title="Planning", version="Draft", links=(("All", "../index.md"),))
    assert write_index(frame, Front("For the meeting."), [Contents("", entries)]) == (
        "# Planning\n\nPathways · Draft\n\n[All](../index.md)\n\nFor the meeting.\n\n"
        "- [4A](4a.md): What is needed.\n- [B: \\[x\\]](b%281%29.md)\n- Trap\n"
    )
    assert write_index(Frame("Pathways", packet_title="Planning"), Front(), []) == "# Planning\n\nPathways\n"


def test_lists_that_follow_each_other_stay_apart() -> None:
    blocks = (
        Items(("a",)),
        Items(("b",)),
        Facts((("c", "d"),)),
        Items(("e",), ordered=True),
        Items(("f",), ordered=True),
    )
    markdown = write_page(Page("x", (*blocks, Paragraph("y"), Items(("g",)))), Frame("p"))
    lists = [token.type for token in READER.parse(markdown) if token.type.endswith("_list_open")]
    assert lists == ["bullet_list_open"] * 3 + ["ordered_list_open"] * 2 + ["bullet_list_open"]
    assert "- g" in markdown


@pytest.mark.parametrize("words", HOSTILE)
def test_texts_that_mean_harm_stay_texts(words: str) -> None:
    assert_same(words)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from(SIGNS), min_size=1, max_size=25))
def test_signs_of_markdown_stay_signs(words: str) -> None:
    assert_same(words)


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_any_text_stays_itself(words: str) -> None:
    assert_same(words)


def assert_same(words: str) -> None:
    """In every kind of block the text is read again as it was."""
    if not seen(words).strip():
        return
    table = Table("Caption", (Head("A"), Head("B")), (("a", words), ("b", "c")))
    blocks = (
        Paragraph(words),
        Items((words,)),
        Notice(words),
        table,
        Checklist("", ((words, True),)),
        Heading(words),
        Facts((("Name", words), (words, "name"))),
    )
    found = read(write_page(Page("Title", blocks), Frame("Project")))
    same = lines(words)
    expected = [
        "Title",
        "Project",
        same,
        same,
        f"Note: {same}",
        "Caption",
        "A",
        "B",
        "a",
        same,
        "b",
        "c",
        f"[x] {same}",
        same,
        f"Name: {same}",
        f"{same}: name",
    ]
    assert [" ".join(part.split(" ")) for part in found] == expected


@pytest.mark.parametrize(
    "words",
    [
        "+14.2%",
        "-3.8% in 2027",
        "R&D",
        "O*NET 51-4041.00",
        "a_b_c",
        "[COLLEGE] and more",
        "< 5 days",
        "No. 7 #2",
        "Date: ____",
        "____ by ____ and more",
        "~",
    ],
)
def test_what_means_nothing_needs_no_backslash(words: str) -> None:
    assert text(f"We say {words}") == f"We say {words}".replace("~", "\\~")
    assert_same(words)


def test_a_cell_may_begin_like_a_list() -> None:
    table = Table("T", (Head("No."), Head("B")), (("1.", "- x"),))
    assert "| 1. | - x |" in write_page(Page("x", (table,)), Frame("p"))


def test_each_line_to_write_on_is_one_rule() -> None:
    markdown = write_page(Page("x", (Lines("Notes", 2),)), Frame("p"))
    assert markdown.endswith(f"**Notes**\n\n{'_' * 40}\n\n{'_' * 40}\n")
    assert [token.type for token in READER.parse(markdown)].count("hr") == 2


def test_names_in_charts_have_no_signs() -> None:
    assert (
        plain_name('a: b; c #1 %% <x> `y` "z" \\ {q} [r]\nend')
        == "a - b, c 1 percent percent ‹x› 'y' 'z' / (q) (r) end"
    )
    assert plain_name("word " * 60).endswith("…")
    assert len(plain_name("x" * 500)) == 120


def test_a_chart_names_its_parts() -> None:
    markdown = write_page(Page("x", (Figure("Work", "In words.", chart(7, 60)),)), Frame("p"))
    fence = markdown.split("```mermaid\n")[1].split("```")[0]
    assert fence == (
        "gantt\n    dateFormat YYYY-MM-DD\n    axisFormat %b %d\n    todayMarker off\n"
        "    section 1 Convene the partners\n"
        "    1.1 Sign the memorandum of understanding :active, t2, 2027-01-12, 14d\n"
        "    1.2 Map programs and credentials :crit, active, t3, 2027-01-20, 21d\n"
        "    1.3 Interview employers about skills that are hard to find :active, t4, 2027-01-29, 9d\n"
        "    1.4 Draft the course sequence :active, t5, 2027-02-06, 16d\n"
        "    1.5 Review the draft with faculty :milestone, t6, 2027-02-15, 0d\n"
        "    section 2 Hold the kickoff meeting\n"
        "    2 Hold the kickoff meeting :crit, t7, 2027-02-23, 10d\n"
    )


@pytest.mark.parametrize(("days", "axis"), [(40, "%b %d"), (300, "%b %Y"), (2000, "%Y")])
def test_a_chart_has_words_for_its_days(days: int, axis: str) -> None:
    assert f"axisFormat {axis}\n" in write_page(Page("x", (Figure("a", "b", chart(3, days)),)), Frame("p"))


def test_a_long_chart_is_split() -> None:
    markdown = write_page(Page("x", (Figure("a", "b", chart(250)),)), Frame("p"))
    assert markdown.count("```mermaid\n") == 3
    assert len(re.findall(r" :.*t\d+, ", markdown)) == sum(bar.kind != "summary" for bar in chart(250).bars)


def test_an_empty_text_is_empty() -> None:
    assert text(" \n ") == ""


def test_a_chart_has_sections_for_the_top_of_the_tree_alone() -> None:
    whole = chart(6, 60)
    task, inner = whole.bars[1], replace(whole.bars[0], wbs="1.9", depth=1)
    lone = replace(task, depth=0, wbs="2")
    (drawn,) = diagrams(replace(whole, bars=(*whole.bars[:2], inner, lone, lone)))
    sections = [line.strip() for line in drawn if "section" in line]
    assert sections == ["section 1 Convene the partners", "section Other work"]
    assert len(drawn) == 4 + 2 + 4  # the inner group has no bars of its own, so it is one
