"""Pages as plain text for e-mail: whole outputs, and lines that fit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from page_samples import FRAME, HOSTILE, PAGE
from pathwayctl.handouts.tables import Head
from pathwayctl.handouts.tagged_tasks import one_below_the_other
from pathwayctl.rendering.blocks import Block, Checklist, Facts, Items, Notes, Paragraph, Prose, Table
from pathwayctl.rendering.mail_text import WIDTH, write_index, write_page
from pathwayctl.rendering.pages import Brand, Contents, ContentsEntry, Frame, Front, Page
from pathwayctl.rendering.plain_text import seen
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"


def written(*blocks: Block) -> str:
    """The text of blocks, below the title and the project."""
    return write_page(Page("T", blocks), Frame("P")).partition("P\n\n")[2]


def test_a_whole_page() -> None:
    check_snapshot(EXPECTED / "every_block.txt", write_page(PAGE, FRAME))


def test_an_index_names_its_pages_without_links() -> None:
    frame = Frame("Pathways", packet_title="Planning", version="Draft", links=(("All", "../index.txt"),))
    frame = replace(frame, brand=Brand(foot=("Example State", "Contact: Dana")))
    front = Front("For the meeting.", agency="The board", facts=(("Place", "Room 5"),))
    assert write_index(frame, front, [Contents("", (ContentsEntry("4A", "4a.txt", "What is needed."),))]) == (
        "Planning\n\nPathways · Draft\n\nConvened by The board\n\nFor the meeting.\n\nPlace: Room 5\n\n"
        "- 4A: What is needed.\n\nExample State\nContact: Dana\n"
    )


def test_a_table_stands_in_columns_if_it_is_narrow() -> None:
    table = Table("Votes", (Head("Element"), Head("Votes", "right")), (("Advising", "3"), ("Data", "12")))
    assert written(table) == "Votes\n\nElement   Votes\n--------  -----\nAdvising      3\nData         12\n"


@pytest.mark.parametrize("columns", [5, 2])
def test_any_other_table_is_a_list(columns: int) -> None:
    heads = tuple(Head(f"Head {place}") for place in range(columns))
    row = ("Advising", "• one\n• two" if columns == 5 else "x " * 60, "", "y", "z")[:columns]
    text = written(Table("", heads, (row, ("",) * columns)))
    assert text.startswith("- Advising\n  Head 1: ")
    assert "Head 2" not in text
    assert ("Head 1: one; two\n  Head 3: y" in text) == (columns == 5)


def test_a_list_says_nothing_of_cells_with_a_dash() -> None:
    heads = tuple(map(Head, ("Who", "Leads", "Decides", "Does", "Joins")))
    assert written(Table("", heads, (("Dana", "—", "Yes", "", "—"),))) == "- Dana\n  Decides: Yes\n"


def test_lines_of_a_cell_follow_each_other() -> None:
    table = Table("", (Head("Who"), Head("Does")), (("Dana\nDean", "• Leads.\n• Invites\n• Thanks"),))
    assert written(table).splitlines()[2:] == ["Dana; Dean  Leads. Invites; Thanks"]
    days = one_below_the_other("Jan 4", "Mar 1")
    assert written(Table("", (Head("Who"), Head("When")), (("Dana", days),))).endswith("Jan 4 to Mar 1\n")


def test_numbers_of_rows_stand_before_their_names() -> None:
    table = Table("", tuple(map(Head, ("No.", "Task", "A", "B", "C"))), (("1.1", "Call", "a", "", ""),))
    assert written(table) == "- 1.1 Call\n  A: a\n"


def test_marks_are_left_out_and_addresses_are_kept() -> None:
    text = written(
        Prose("# Head\n\n**Bold** and [the plan](https://x.org/a), <https://x.org>\n\n1. `a`\n2. b\n\n> q")
    )
    assert text == "Head\n\nBold and the plan (https://x.org/a), https://x.org\n\n1. a\n2. b\n\n  q\n"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=5, max_size=5), st.sampled_from(HOSTILE))
def test_no_line_is_too_long_and_no_word_is_lost(cells: list[str], hostile: str) -> None:
    heads = tuple(Head(f"H{place}") for place in range(5))
    texts = (*cells, hostile)
    blocks = (
        Paragraph(hostile),
        Items(texts),
        Facts((("Name", hostile),)),
        Checklist("", ((hostile, True),)),
    )
    page = written(*blocks, Notes(texts), Table("Caption", heads, (tuple(cells),)))
    assert all(
        len(line) <= WIDTH or " " not in line.strip(" -")
        for line in page.splitlines()
        if "x" * 73 not in line
    )
    words = "".join(page.split())
    assert all("".join(seen(text).split()) in words for text in texts)
