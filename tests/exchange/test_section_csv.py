"""CSV: a section with the columns of its sheet, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

from conftest import MakeProject
from pathwayctl.app import open_project
from pathwayctl.exchange.export_source import ExportOrder

PEOPLE = """people:
  - {id: dana, name: "=HYPERLINK(1)", category: k-12}
  - {id: jose, name: "José, the second", category: cte, organization: isd}
organizations:
  - {id: isd, name: District, category: k-12}
tasks:
  - {id: a, title: "Ask\\nfirst", duration: 3d, owner: dana}
"""


def rows(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file by their headings."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_tasks_come_with_their_dates(make_project: MakeProject) -> None:
    content = open_project(make_project({"more.yaml": PEOPLE})).export("csv")
    (row,) = rows(content)
    assert row["ID"] == "a"
    assert row["Title"] == "Ask\nfirst"
    assert "2027-01-04" in row.values()
    assert not content.startswith(b"\xef\xbb\xbf")


def test_a_section_and_the_mark_for_excel(make_project: MakeProject) -> None:
    project = open_project(make_project({"more.yaml": PEOPLE}))
    content = project.export("csv", ExportOrder(sections=("people",), bom=True))
    assert content.startswith(b"\xef\xbb\xbf")
    assert [row["Name"] for row in rows(content)] == ["'=HYPERLINK(1)", "José, the second"]
    assert [
        row["ID"] for row in rows(project.export("csv", ExportOrder(sections=("people",), parties=("jose",))))
    ] == ["jose"]
