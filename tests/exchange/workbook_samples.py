"""Workbooks as partners edit them: exported from a small project, changed with openpyxl, and imported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from pathwayctl import Audience, ExportOrder, ImportOrder, Project, Refused, open_project
from pathwayctl.exchange.import_plan import ImportPlan

MAIN = """\
pathwayctl: 1
project:
  name: River Valley pathways
  start: 2027-01-04
  status_date: 2027-03-01
"""
PEOPLE = """\
# Who takes part
organizations:
  - {id: college, name: Valley College, category: postsecondary}   # since 2024
  - {id: 007, name: Agency Seven, category: policymaker-legislative}
people:
  - {id: dana, name: Dana Ruiz, category: k-12, organization: college, email: dana@example.org,
     note: Call her first}
  - {id: lee, name: Lee Wong, category: k-12}
  - {id: hidden, name: Uma Reyes, category: cte, private: true}
"""
WORK = """\
tasks:
  # What comes first
  - id: plan
    title: Plan the partnership
    tasks:
      - id: draft
        title: Draft the agreement
        duration: 2d
        cost: 1200
        owner: dana
        informed: [lee, hidden]
        deadline: 2027-02-01
      - id: review
        title: Review the draft
        duration: {low: 2d, likely: 3d, high: 8d}
        owner: lee
        depends_on: [draft]
  - id: kickoff
    title: Hold the kickoff
    duration: 0d
    depends_on: [review FS+2d]
"""
MEASURES = """\
measures:
  - id: graduates
    title: Graduates
    category: secondary-postsecondary
    unit: percent
    target: 90
    readings:
      - {date: 2026-06-30, value: 82}
      - {date: 2027-01-31, value: 83.5}
risks:
  - {id: no-teacher, title: No teacher is found, kind: external, category: Staff, likelihood: high}
  - {id: bus-route, title: The bus does not run, kind: external, category: Access, response: Ask the county}
"""
FILES = {
    "pathway.yaml": MAIN,
    "people.yaml": PEOPLE.replace("007", '"007"'),
    "work.yaml": WORK,
    "more.yaml": MEASURES,
}


@dataclass(frozen=True)
class Desk:
    """A project in a folder, and what is done with its workbook."""

    folder: Path

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return open_project(self.folder)

    def sent(self, *sections: str, audience: Audience = Audience.PARTNERS) -> Path:
        """A workbook as it is sent to partners."""
        path = self.folder.parent / "sent.xlsx"
        path.write_bytes(self.project.export("xlsx", ExportOrder(audience, sections)))
        return path

    def edited(self, change: Callable[[Any], None], sent: Path | None = None) -> Path:
        """The workbook after a partner has changed it."""
        book = openpyxl.load_workbook(sent or self.sent())
        change(book)
        path = self.folder.parent / "returned.xlsx"
        book.save(path)
        return path

    def plan(self, file: Path, *, remove: bool = False) -> ImportPlan:
        """What a workbook would change."""
        found = self.project.plan_import(file, ImportOrder(remove=remove))
        assert isinstance(found, ImportPlan), found
        return found

    def diff(self, plan: ImportPlan) -> list[str]:
        """The lines that a plan takes out of the files and puts in."""
        edited = self.project.edit(*plan.edits)
        assert not isinstance(edited, Refused), edited
        lines = edited.transaction.diff().splitlines()
        return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]

    def write(self, name: str, old: str, new: str) -> None:
        """Change a file of the project by hand."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")


def desk(folder: Path) -> Desk:
    """A desk with the small project."""
    project = folder / "project"
    project.mkdir()
    for name, text in FILES.items():
        (project / name).write_text(text, "utf-8")
    found = Desk(project)
    assert found.project.errors == ()
    return found


def column(page: Worksheet, title: str, head: int = 1) -> int:
    """The number of the column with a heading."""
    return next(int(cell.column) for cell in page[head] if cell.value == title)


def row(page: Worksheet, key: str) -> int:
    """The number of the row with a key in its first column."""
    return next(at for at in range(1, page.max_row + 1) if page.cell(at, 1).value == key)


def put(book: Any, sheet: str, key: str, title: str, value: Any) -> None:
    """Type a value into a cell."""
    page = book[sheet]
    page.cell(row(page, key), column(page, title)).value = value


def add(book: Any, sheet: str, values: dict[str, Any]) -> None:
    """Fill in the first row below the last one."""
    page = book[sheet]
    at = page.max_row + 1
    for title, value in values.items():
        page.cell(at, column(page, title)).value = value


def opened(data: bytes) -> Any:
    """A workbook as openpyxl reads it."""
    return openpyxl.load_workbook(BytesIO(data))
