"""The workbook that partners get: what is in it, what is not, and how it looks to Excel."""

from __future__ import annotations

import base64
import zipfile
import zlib
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from workbook_samples import Desk, column, desk, opened, row

from pathwayctl import Audience, ExportOrder, open_project
from pathwayctl.exchange.entry_tables import tables_of
from pathwayctl.exchange.export_source import ExportSource
from pathwayctl.loading.fields import keys
from pathwayctl.model.plan import LIST_SECTIONS, Plan

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def small(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def test_the_sheets_are_the_sections_with_entries(small: Desk) -> None:
    book = opened(small.project.export("xlsx"))
    shown = [page.title for page in book if page.sheet_state == "visible"]
    assert shown == [
        "Start here", "Project", "Calendar", "Organizations", "People", "Tasks", "Measures",
        "Measures - readings", "Risks",
    ]  # fmt: skip
    assert {page.title: page.sheet_state for page in book if page.sheet_state != "visible"} == {
        "~Lists": "hidden",
        "~Baseline": "veryHidden",
    }
    lines = [book["Start here"].cell(number, 1).value for number in range(1, 8)]
    assert lines[0] == "River Valley pathways"
    assert sum(str(line)[:2] in ("1.", "2.", "3.", "4.", "5.") for line in lines) == 5


def test_only_the_sections_that_are_asked_for(small: Desk) -> None:
    book = opened(small.project.export("xlsx", ExportOrder(sections=("risks", "meetings"))))
    shown = [page.title for page in book if page.sheet_state == "visible"]
    assert {title.partition(" - ")[0] for title in shown[1:]} == {"Risks", "Meetings"}
    (table,) = book["Meetings"].tables.values()
    assert table.ref.endswith("2")  # an empty row to fill in


def test_only_what_names_a_person(small: Desk) -> None:
    book = opened(small.project.export("xlsx", ExportOrder(parties=("lee",))))
    tasks = book["Tasks"]
    assert [tasks.cell(at, 1).value for at in range(2, tasks.max_row + 1)] == ["draft", "review"]
    assert [book["People"].cell(at, 1).value for at in range(2, book["People"].max_row + 1)] == ["lee"]
    assert "Risks" not in book.sheetnames


def test_every_field_of_the_model_is_a_column_for_our_own_staff(small: Desk) -> None:
    project = small.project
    source = ExportSource(project.context, project.loaded, Audience.INTERNAL)
    found = {table.steps: table for table in tables_of(source)}
    for section in LIST_SECTIONS:
        table = found[(section,)]
        inside = {steps[1] for steps in found if len(steps) > 1 and steps[0] == section}
        shown = {one.steps[0] for one in table.columns} | inside | {table.tree} - {""}
        assert shown == set(keys(table.model)), section
    assert {steps[0] for steps in found} == set(Plan.model_fields) - {"pathwayctl"}


def test_days_are_days_and_durations_and_ids_are_texts(small: Desk) -> None:
    page = opened(small.project.export("xlsx"))["Tasks"]
    deadline = page.cell(row(page, "draft"), column(page, "Deadline"))
    assert deadline.value == datetime(2027, 2, 1)
    assert deadline.number_format == "yyyy-mm-dd"
    duration = page.cell(row(page, "review"), column(page, "Duration"))
    assert (duration.value, duration.number_format) == ("2d / 3d / 8d", "@")
    key = opened(small.project.export("xlsx"))["Organizations"].cell(3, 1)
    assert (key.value, key.data_type, key.number_format) == ("007", "s", "@")


def test_what_is_worked_out_is_grey_and_takes_no_typing(small: Desk) -> None:
    page = opened(small.project.export("xlsx"))["Tasks"]
    start = page.cell(row(page, "kickoff"), column(page, "(auto) Start"))
    assert start.value == datetime(2027, 3, 9)
    assert start.fill.fgColor.rgb == "FFE7E6E6"
    assert page.cell(2, column(page, "Title")).fill.fill_type is None
    rules = {
        str(rule.sqref).rstrip("0123456789").split(":")[0]: rule
        for rule in page.data_validations.dataValidation
    }
    letter = start.column_letter
    assert any(
        one.type == "custom" and one.formula1 == "FALSE" for at, one in rules.items() if at == f"{letter}2"
    )


def test_headings_have_filters_stay_in_sight_and_explain_themselves(small: Desk) -> None:
    book = opened(small.project.export("xlsx"))
    for page in book:
        if page.sheet_state != "visible" or page.title == "Start here":
            continue
        (table,) = page.tables.values()
        assert table.autoFilter is not None
        assert table.headerRowCount in (None, 1)
        assert page.freeze_panes == "B2"
        assert not page.merged_cells.ranges
        assert all(cell.comment and cell.comment.text for cell in page[1]), page.title
        assert page.print_title_rows == "$1:$1"
    comment = book["Tasks"].cell(1, column(book["Tasks"], "Deadline")).comment
    assert "never moves the task" in comment.text


def test_lists_to_choose_from_are_on_a_hidden_sheet(small: Desk) -> None:
    """A list in the cell itself ends at 255 characters."""
    book = opened(small.project.export("xlsx"))
    page = book["Tasks"]
    rules = {str(rule.sqref).split(":")[0]: rule for rule in page.data_validations.dataValidation}
    status = rules[f"{page.cell(1, column(page, 'Status')).column_letter}2"]
    assert status.formula1.startswith("'~Lists'!$")
    column_letter = status.formula1.split("$")[1]
    words = [cell.value for cell in book["~Lists"][column_letter] if cell.value]
    assert words == ["Planned", "In progress", "Done", "Blocked", "Dropped"]
    owner = rules[f"{page.cell(1, column(page, 'Owner')).column_letter}2"]
    people = [cell.value for cell in book["~Lists"][owner.formula1.split("$")[1]] if cell.value]
    assert people == ["college", "007", "dana", "lee"]
    assert not owner.showErrorMessage  # a name, or several ids, can be typed too


def test_overdue_and_critical_are_marked_as_of_the_status_date(small: Desk) -> None:
    page = opened(small.project.export("xlsx"))["Tasks"]
    formulas = [
        rule.formula[0] for rules in page.conditional_formatting for rule in rules.rules if rule.formula
    ]
    assert any("DATE(2027,3,1)" in one for one in formulas)
    assert any('="yes"' in one for one in formulas)
    assert any(
        rule.type == "duplicateValues" for rules in page.conditional_formatting for rule in rules.rules
    )


def test_partners_see_nothing_that_is_not_for_them(small: Desk) -> None:
    data = small.project.export("xlsx")
    with zipfile.ZipFile(BytesIO(data)) as package:
        whole = b"".join(package.read(name) for name in package.namelist())
    for secret in (b"Uma Reyes", b"hidden<", b"dana@example.org", b"Call her first", b">1200<"):
        assert secret not in whole, secret
    book = opened(data)
    kept = "".join(str(cell.value) for cell in book["~Baseline"]["A"][2:])
    ancestor = zlib.decompress(base64.b64decode(kept))
    for secret in (b"Uma Reyes", b'"hidden"', b"dana@example.org", b"Call her first", b"1200"):
        assert secret not in ancestor, secret
    inside = opened(small.project.export("xlsx", ExportOrder(Audience.INTERNAL)))
    page = inside["People"]
    assert page.cell(row(page, "dana"), column(page, "Note")).value == "Call her first"
    assert page.cell(row(page, "hidden"), column(page, "Name")).value == "Uma Reyes"
    assert inside["Tasks"].cell(3, column(inside["Tasks"], "Cost")).value == 1200


def test_costs_are_for_those_whom_the_project_names(small: Desk) -> None:
    small.write("pathway.yaml", "  status_date", "  costs_for: partners\n  status_date")
    page = opened(small.project.export("xlsx"))["Tasks"]
    assert page.cell(3, column(page, "Cost")).value == 1200


def test_the_same_project_is_the_same_bytes(small: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = small.project.export("xlsx")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert small.project.export("xlsx") == first


def test_formulas_and_characters_that_no_cell_can_hold_are_texts(small: Desk) -> None:
    small.write("more.yaml", "response: Ask the county", 'response: "=1+1 now"')
    small.write("more.yaml", "No teacher is found", '"@SUM(A1) https://example.org"')
    book = opened(small.project.export("xlsx"))
    page = book["Risks"]
    cell = page.cell(row(page, "bus-route"), column(page, "Response"))
    assert (cell.value, cell.data_type) == ("=1+1 now", "s")
    title = page.cell(row(page, "no-teacher"), column(page, "Title"))
    assert (title.value, title.hyperlink) == ("@SUM(A1) https://example.org", None)


def test_a_text_that_is_too_long_for_a_cell_stays_in_the_project(small: Desk) -> None:
    lines = "".join(f"      - {'word ' * 3000}{number}\n" for number in range(3))
    small.write("work.yaml", "    duration: 0d\n", f"    duration: 0d\n    resources:\n{lines}")
    page = opened(small.project.export("xlsx"))["Tasks"]
    shown = page.cell(row(page, "kickoff"), column(page, "Resources")).value
    assert shown == "(This text is too long for a cell. It stays as it is in the project.)"
    assert small.plan(small.sent()).steps == ()


@pytest.mark.parametrize(
    ("preset", "titles"),
    [
        ("smartsheet", "Outline Level|Task Name|Duration|Start|Finish|Predecessors|Assigned To"
         "|% Complete|Status|Comments"),
        ("perkins", "Goal|Objective|Action step|Responsible|By when|Resources|Evidence|Status"),
        ("cami", "Goal|Objective|Action step|Responsible|By when|Resources|Evidence|Status"),
        ("524b", "Project Objective|Performance Measure|Measure Type|Target Raw Number|Target Ratio|Target %"
         "|Actual Performance Data Raw Number|Actual Performance Data Ratio|Actual Performance Data %"
         "|Explanation of Progress"),
    ],
)  # fmt: skip
def test_ready_made_sheets(preset: str, titles: str, small: Desk) -> None:
    (page,) = opened(small.project.export("xlsx", ExportOrder(preset=preset)))
    assert [cell.value for cell in page[1]] == titles.split("|")
    rows = [[cell.value for cell in cells] for cells in page.iter_rows(min_row=2)]
    expected = {
        "smartsheet": [2, "Review the draft", "3d", datetime(2027, 3, 3),
                       datetime(2027, 3, 5), "2", "Lee Wong", "0%", "Planned", None],
        "524b": [None, "Graduates", "Project", None, None, "90%", None, None, "83.5%", None],
    }  # fmt: skip
    action = [
        None,
        "Plan the partnership",
        "Review the draft",
        "Lee Wong",
        datetime(2027, 3, 5),
        None,
        None,
        "Planned",
    ]
    assert expected.get(preset, action) in rows


def test_big_examples_come_back_unchanged(tmp_path: Path) -> None:
    """Every section of both examples, for every audience."""
    for name in ("state_agency", "colorado_sector"):
        project = open_project(EXAMPLES / name)
        for audience in Audience:
            path = tmp_path / f"{name}-{audience}.xlsx"
            path.write_bytes(project.export("xlsx", ExportOrder(audience)))
            plan = project.plan_import(path)
            assert getattr(plan, "steps", plan) == (), (name, audience)
