"""Captions leave out what the headings above them and the columns of their table say."""

from __future__ import annotations

import pytest

from pathwayctl.handouts.tables import Head
from pathwayctl.rendering.blocks import Block, Heading, Paragraph, Table
from pathwayctl.rendering.captions import with_headings

COLUMNS = (Head("Task"), Head("Owner"))


def table(caption: str) -> Table:
    return Table(caption, COLUMNS, (("Draft", "Dana Ruiz"),))


def shown(*blocks: Block, title: str = "Minutes") -> list[str]:
    return [block.caption for block in with_headings(blocks, title) if isinstance(block, Table)]


@pytest.mark.parametrize(
    ("heading", "caption", "left"),
    [
        ("Machinists", "List for Machinists", ""),
        ("Part I: Act now", "Owners and tasks: Part I: Act now", ""),
        ("Part I: Act now", "Costs: Part I: Act now", "Costs"),
        ("Workforce", "Workforce: progress", "Progress"),
        ("Sources", "Sources that are needed", "Sources that are needed"),
        ("Metas", "Lista de las metas", ""),
    ],
)
def test_a_caption_says_what_its_heading_does_not(heading: str, caption: str, left: str) -> None:
    assert shown(Heading(heading), Paragraph("About these."), table(caption)) == [left]


def test_what_is_left_out_is_still_heard() -> None:
    found = with_headings((Heading("Machinists"), table("Costs: Machinists")), "Skills")[1]
    assert isinstance(found, Table)
    assert (found.caption, found.heard, found.name) == ("Costs", "Costs: Machinists", "Costs: Machinists")


def test_tables_under_one_heading_are_told_from_each_other() -> None:
    both = (Heading("Workforce"), table("Workforce: owner"), table("Task: Workforce"))
    assert shown(*both) == ["Owner", "Task"]


def test_the_next_part_of_a_page_forgets_the_headings_of_the_last() -> None:
    assert shown(Heading("Costs"), table("Costs"), Heading("Dates"), table("Costs")) == ["", "Costs"]


def test_a_title_is_above_every_table() -> None:
    assert shown(table("Minutes by owner")) == [""]
