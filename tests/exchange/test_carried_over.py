"""The tables of what each format carries over, held by words planted where they speak of."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbook_samples import opened

from conftest import MakeProject
from pathwayctl.app import open_project
from pathwayctl.exchange.export_source import ExportOrder
from pathwayctl.exchange.registry import EXPORTS
from pathwayctl.model.vocabulary import Audience

PROJECT = """
# in-a-comment
people:
  - {id: dana, name: owner-of-a-task, category: k-12}
  - {id: lee, name: person-elsewhere, category: k-12}
tasks:
  - {id: draft, title: title-of-a-task, duration: 2d, owner: dana, cost: 4711, complete: 37}
  - {id: review, title: title-of-another, duration: 2d, consulted: [lee], deadline: 2027-05-03,
     depends_on: [draft FS+3d]}
meetings:
  - {id: board, title: title-of-a-meeting, kind: board, date: 2027-02-01, starts: "9:00",
     place: place-of-a-meeting, purpose: purpose-of-a-meeting, link: "https://link-of-a-meeting.example.org"}
occupations: [{id: welder, title: title-of-an-occupation, soc: 51-4121}]
credentials: [{id: basics, title: title-of-a-credential, kind: license, issuer: The guild,
    leads_to: [welder]}]
pathways:
  - {id: making, title: title-of-a-pathway, courses: [{title: title-of-a-course, grade: 10}],
     work_based: [work-based-learning], credentials: [basics]}
measures:
  - {id: m, title: title-of-a-measure, category: secondary-postsecondary,
     readings: [{date: 2027-01-29, value: 8, note: note-of-a-reading}]}
"""
WORK = {"title-of-a-task", "title-of-another"}
MEETING = {"title-of-a-meeting", "place-of-a-meeting", "purpose-of-a-meeting", "link-of-a-meeting"}
PATHWAY = {
    "title-of-a-pathway", "title-of-a-course", "title-of-a-credential", "work-based-learning",
    "title-of-an-occupation",
}  # fmt: skip
MEASURE = {"title-of-a-measure", "note-of-a-reading"}
PEOPLE = {"owner-of-a-task", "person-elsewhere"}
MONEY, LINK, COMMENT, DATE = {"4711"}, {"FS+3d"}, {"in-a-comment"}, {"2027-05-03"}
EVERYTHING = WORK | MEETING | PATHWAY | MEASURE | PEOPLE | MONEY | LINK | COMMENT | DATE
KINDS = ("meetings", "milestones", "deadlines", "tasks")
CARRIED = {
    "xlsx": EVERYTHING - COMMENT,
    "csv": WORK | MONEY | LINK | DATE | PEOPLE,
    "ics": WORK | MEETING | {"owner-of-a-task"},
    "json": EVERYTHING - COMMENT,
    "msproject": WORK | {"owner-of-a-task"} | MONEY | DATE,
    "ctdl": PATHWAY,
}


def text_of(name: str, data: bytes) -> str:
    """What a reader finds in a file: all of its text, or the cells of all sheets but the hidden ones."""
    if name == "xlsx":
        sheets = [sheet for sheet in opened(data) if sheet.sheet_state == "visible"]
        return "\n".join(str(cell.value) for sheet in sheets for cells in sheet.iter_rows() for cell in cells)
    return data.decode("utf-8").replace("\r\n ", "")


@pytest.mark.parametrize("name", sorted(CARRIED))
def test_what_a_format_carries_over(name: str, make_project: MakeProject) -> None:
    project = open_project(make_project({"plan.yaml": PROJECT}))
    assert project.errors == ()
    text = text_of(
        name, project.export(name, ExportOrder(Audience.INTERNAL, kinds=KINDS if name == "ics" else ()))
    )
    assert {word for word in EVERYTHING if word in text} == CARRIED[name]


def test_no_format_is_left_out() -> None:
    assert sorted(CARRIED) == sorted(EXPORTS)


@pytest.mark.parametrize("page", ["docs/exchange.md", "docs/spreadsheets.md"])
def test_both_pages_have_the_table(page: str) -> None:
    assert "| format | carried over | not carried over |" in Path(page).read_text(encoding="utf-8")
