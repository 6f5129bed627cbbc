from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from handout_plans import PLANS, context, full, texts

from html_texts import write_page
from pathwayctl import assets
from pathwayctl.handouts.cells import NONE
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.handouts.tables import HandoutTable
from pathwayctl.model.vocabulary import MeetingKind
from pathwayctl.rendering.blocks import Block, Checklist, Figure, Lines, Notice, Table
from pathwayctl.rendering.pages import Frame, Page
from pathwayctl.rendering.templates import Templates

TEMPLATES = Templates(None)
each_handout = pytest.mark.parametrize("handout", HANDOUTS, ids=lambda handout: handout.id)


def laid_out(handout: Handout, plan: Context) -> Iterable[Page]:
    for view in handout.pages(plan):
        page = TEMPLATES.page(handout.template, view.title, view.view)
        assert isinstance(page, Page), page
        yield page


def blocks(handout: str, plan: Context) -> list[Block]:
    """The blocks of a handout's first page."""
    (found,) = (entry for entry in HANDOUTS if entry.id == handout)
    return list(next(iter(laid_out(found, plan))).blocks)


@each_handout
@pytest.mark.parametrize("plan", PLANS)
def test_every_view_has_its_template(handout: Handout, plan: str) -> None:
    for page in laid_out(handout, PLANS[plan]()):
        assert page.blocks
        assert write_page(page, Frame("Example"), "")


@each_handout
def test_every_row_has_a_header(handout: Handout) -> None:
    for plan in (full(), context()):
        for page in laid_out(handout, plan):
            tables = [block for block in page.blocks if isinstance(block, Table)]
            assert all(row[0] for table in tables for row in table.rows)


def words_of(part: object) -> Iterator[str]:
    """All words of a view, without the fields for mail.

    Of a table these are its cells and, if it has any, the titles that are always shown.
    """
    match part:
        case str():
            yield part
        case HandoutTable(columns=columns, rows=rows):
            yield from (head.title for head in columns if rows and not head.spare)
            yield from words_of(rows)
        case tuple():
            for one in part:
                yield from words_of(one)
        case _ if is_dataclass(part):
            for field in (one for one in fields(part) if one.name not in ("email", "subject", "merge")):
                yield from words_of(getattr(part, field.name))


@each_handout
def test_what_is_in_a_view_is_on_the_page(handout: Handout) -> None:
    """All words of the plan, but not names of files and kinds, which are not for reading."""
    for view, page in zip(handout.pages(full()), laid_out(handout, full()), strict=True):
        shown = "\n".join(texts(page.blocks)) + page.title
        missing = {text for text in words_of(view.view) if text not in shown}
        assert missing <= {view.slug, NONE, *MeetingKind}  # a column of dashes is left out


@each_handout
def test_an_empty_plan_gives_room_to_write(handout: Handout) -> None:
    page = next(iter(laid_out(handout, context())))
    if handout.id == "what-changed":
        return  # there is nothing to fill in
    tables = [block for block in page.blocks if isinstance(block, Table)]
    room = any("" in row for table in tables for row in table.rows)
    assert room or any(isinstance(block, Lines) for block in page.blocks)


def test_a_mark_never_says_anything_alone() -> None:
    (table,) = (block for block in blocks("4b", full()) if isinstance(block, Table) and block.marks)
    critical = [row for row, mark in zip(table.rows, table.marks, strict=True) if mark == "critical"]
    assert critical
    assert all("Critical" in row for row in critical)


def test_the_chart_stands_beside_its_table() -> None:
    kinds = [type(block) for block in blocks("4b", full())]
    assert kinds.index(Figure) < kinds.index(Table)
    assert Figure not in [type(block) for block in blocks("4b", context())]


def test_gaps_and_tips_are_called_out() -> None:
    notices = {block.kind for block in blocks("4a-1", full()) if isinstance(block, Notice)}
    assert notices == {"gap", "tip"}


def test_agendas_have_room_for_notes_and_the_copy_has_checklists() -> None:
    page, copy = list(laid_out(HANDOUTS[0], full()))[:2]
    assert any(isinstance(block, Lines) and block.label == "Notes" for block in page.blocks)
    assert not any(isinstance(block, Checklist) for block in page.blocks)
    assert len([block for block in copy.blocks if isinstance(block, Checklist)]) == 3


def test_a_copy_of_a_template_in_the_project_makes_the_same_pages(tmp_path: Path) -> None:
    """It runs in another process, so this also shows that every view and every drawing gets there whole."""
    shutil.copytree(assets.templates() / "handouts", tmp_path / "templates" / "handouts")
    own = Templates(tmp_path)
    for plan in PLANS.values():
        for handout in HANDOUTS:
            for view in handout.pages(plan()):
                made = own.page(handout.template, view.title, view.view)
                assert made == TEMPLATES.page(handout.template, view.title, view.view)
