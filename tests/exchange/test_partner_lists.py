"""Lists of partners' own: columns understood, rows checked, and nobody added twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from workbook_samples import Desk, desk

from effort import grows_evenly
from pathwayctl import AddEntry, ImportOrder, Refused
from pathwayctl.exchange.import_plan import ImportPlan, ImportStep, Side, StepKind
from pathwayctl.exchange.lists.column_mapping import remember


@pytest.fixture
def small(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def listed(small: Desk, kind: str, text: str | bytes, **more: Any) -> ImportPlan:
    """The plan of a CSV file with some text."""
    path = small.folder.parent / "list.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    plan = small.project.plan_import(path, ImportOrder(kind, **more))
    assert isinstance(plan, ImportPlan), plan
    return plan


def entry_of(step: ImportStep) -> dict[str, Any]:
    """The entry that a step adds."""
    (edit,) = step.edits
    assert isinstance(edit, AddEntry)
    assert isinstance(edit.value, dict)
    return edit.value


def said(plan: ImportPlan) -> list[tuple[str, str, str]]:
    return [(step.kind.value, step.place, step.note) for step in plan.steps]


def test_a_list_of_people(small: Desk) -> None:
    text = (
        "Contacts of the board,,,,\n"
        "First Name,Last Name,E-mail,Org,Sector\n"
        "Sam,Poe,sam@example.org,Valley College,Postsecondary\n"
        "Ana,Diaz,ana@example.org,Nowhere Inc,K-12\n"
        "Sam,Poe,SAM@example.org,,Postsecondary\n"
        "Dana,Ruiz,dana@example.org,,\n"
        ",,,,\n"
        "Bo,Li,bo.example.org,,K-12\n"
    )
    plan = listed(small, "people", text)
    assert plan.mapping == {
        "First Name": "Name", "Last Name": "Name", "E-mail": "Email", "Org": "Organization",
        "Sector": "Category",
    }  # fmt: skip
    assert said(plan) == [
        ("ignored", "A5", "Row 3 says the same name and e-mail."),
        ("added", "A3", ""),
        ("problem", "D4", "There is no organization “Nowhere Inc”. Add it first."),
        ("ignored", "A6", "The project has it as “dana”."),
        ("problem", "C8", "“bo.example.org” does not fit here. E-mail address."),
    ]
    assert [line.strip("+ ") for line in small.diff(plan)] == [
        "- id: sam-poe", "name: Sam Poe", "organization: college", "category: [postsecondary]",
        "email: sam@example.org",
    ]  # fmt: skip


def test_columns_are_known_by_what_is_in_them(small: Desk) -> None:
    text = "Name,X,Y,Z\nSam Poe,sam@example.org,K-12,1\nAna Diaz,ana@example.org,K-12,2\n"
    assert listed(small, "people", text).mapping == {
        "Name": "Name",
        "X": "Email",
        "Y": "Category",
        "Z": "not used",
    }


def test_columns_that_people_name_come_first_and_are_kept(small: Desk) -> None:
    text = "Name,Role here,Sector\nSam Poe,Dean,K-12\n"
    assert listed(small, "people", text).mapping == {
        "Name": "Name",
        "Role here": "not used",
        "Sector": "Category",
    }
    order = ImportOrder("people", {"Role here": "title", "Sector": ""}, {"category": "cte"})
    plan = listed(small, "people", text, mapping=order.mapping, fill=order.fill)
    assert plan.mapping == {"Name": "Name", "Role here": "Title", "Sector": "not used"}
    assert "+    category: [cte]" in small.diff(plan)
    remember(small.folder, order)
    assert listed(small, "person", text).mapping == plan.mapping
    (small.folder / ".pathwayctl" / "columns.json").write_text('{"people": [1]}', "utf-8")
    assert listed(small, "people", text).mapping == {
        "Name": "Name",
        "Role here": "not used",
        "Sector": "Category",
    }


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ({"Rol": "title"}, "The list has no column “Rol”."),
        ({"Name": "nmae"}, "There is no field “nmae”."),
    ],
)
def test_a_mapping_that_does_not_fit(mapping: dict[str, str], message: str, small: Desk) -> None:
    path = small.folder.parent / "list.csv"
    path.write_text("Name,Role\nSam Poe,Dean\n", "utf-8")
    found = small.project.plan_import(path, ImportOrder("people", mapping))
    assert isinstance(found, Refused)
    assert found.message == message


def test_what_the_project_lacks_is_added_and_what_differs_is_a_conflict(small: Desk) -> None:
    plan = listed(small, "people", "Name,Phone,Job title\nLee Wong,303-555-0100,Teacher\n")
    assert {step.kind for step in plan.steps} == {StepKind.CHANGED}
    small.write("people.yaml", "name: Lee Wong", "name: Lee Wong, title: Principal")
    plan = listed(small, "people", "Name,Phone,Job title\nLee Wong,303-555-0100,Teacher\n")
    (conflict,) = plan.of(StepKind.CONFLICT)
    assert (conflict.place, conflict.before, conflict.after) == ("C2", "Principal", "Teacher")
    assert any("title: Teacher" in line for line in small.diff(plan.settled(iter([Side.THEIRS]))))


def test_the_same_name_with_another_e_mail_is_another_person(small: Desk) -> None:
    ((kind, _, note),) = said(listed(small, "people", "Name,Email\nDana Ruiz,other@example.org\n"))
    assert kind == "problem"
    assert note == "The project has “dana” of this name with another e-mail. Add the row by hand."


def test_tasks_as_project_programs_export_them(small: Desk) -> None:
    text = (
        "ID,Task Name,Duration,Start,Predecessors,Resource Names\r\n"
        "1,Choose a room,3 days,3/1/2027,,Dana Ruiz\r\n"
        "2,Print the signs,1 wk,,1,\r\n"
        '3,Put them up,1d,,"1SS+2d;2",Lee Wong\r\n'
    )
    plan = listed(small, "tasks", text)
    assert plan.of(StepKind.PROBLEM) == ()
    assert [line.strip("+ ") for line in small.diff(plan)] == [
        "- id: choose-a-room", "title: Choose a room", "duration: 3d", "assigned: [dana]",
        "not_before: 2027-03-01",
        "- id: print-the-signs", "title: Print the signs", "duration: 1w", "depends_on: [choose-a-room]",
        "- id: put-them-up", "title: Put them up", "duration: 1d", "assigned: [lee]",
        "depends_on: [choose-a-room SS+2d, print-the-signs]",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text", "entry"),
    [
        (
            "organizations",
            "Company,Type,Website\nRiver Mill,K-12,https://mill.example.org\n",
            {
                "id": "river-mill",
                "name": "River Mill",
                "category": "k-12",
                "website": "https://mill.example.org",
            },
        ),
        (
            "risks",
            "Risk,Type,Category,Likelihood\nNo bus,External,Access,High\n",
            {
                "id": "no-bus",
                "title": "No bus",
                "kind": "external",
                "category": "Access",
                "likelihood": "high",
            },
        ),
        (
            "programs",
            "Program,College\nWelding,Valley College\n",
            {"id": "welding", "title": "Welding", "provider": "college"},
        ),
        (
            "occupations",
            'Job title,SOC code,Median wage\nWelders,51-4121,"$48,500"\n',
            {"id": "welders", "title": "Welders", "soc": "51-4121", "median_wage": 48500},
        ),
        (
            "measures",
            "Measure,Category,Target\nGraduates 2,Secondary and postsecondary,90%\n",
            {
                "id": "graduates-2",
                "title": "Graduates 2",
                "category": "secondary-postsecondary",
                "target": 90,
            },
        ),
    ],
)
def test_lists_of_every_kind(kind: str, text: str, entry: dict[str, Any], small: Desk) -> None:
    plan = listed(small, kind, text)
    (step,) = plan.steps
    assert (step.kind, step.note) == (StepKind.ADDED, ""), step
    assert entry_of(step) == entry


def test_twice_the_rows_take_twice_the_work(small: Desk) -> None:
    def work(rows: int) -> None:
        tasks = [f"{n},Task number {n},1d,{max(n - 1, 1)}" for n in range(1, rows + 1)]
        plan = listed(small, "tasks", "\n".join(["ID,Task Name,Duration,Predecessors", *tasks]))
        assert len(plan.steps) >= rows

    work(10)  # whatever is made once
    assert grows_evenly(lambda: work(400), lambda: work(800), most=2.2)


def test_rows_that_lack_something_say_how_to_fill_it(small: Desk) -> None:
    plan = listed(small, "risks", "Risk\nNo bus\n")
    assert said(plan) == [
        ("problem", "A2", "The row needs Kind and Category. The same for all rows: --fill kind=VALUE")
    ]
    assert listed(small, "risks", "Risk\nNo bus\n", fill={"kind": "external", "category": "Access"}).edits


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfName;Title\r\nJos\xc3\xa9 Ruiz;Dean\r\n",
        b"Name\tTitle\r\nJos\xe9 Ruiz\tDean\r\n",
        "Name,Title\r\nJosé Ruiz,Dean\r\n".encode("utf-16"),
        "Name,Title\nJosé Ruiz,'=Dean\n".replace("'=Dean", "Dean").encode(),
    ],
)
def test_csv_as_excel_writes_it(data: bytes, small: Desk) -> None:
    (step,) = listed(small, "people", data, fill={"category": "k-12"}).steps
    assert (step.kind, step.entry) == (StepKind.ADDED, "José Ruiz")


def test_the_guard_against_formulas_is_taken_off(small: Desk) -> None:
    (step,) = listed(small, "risks", "Title,Kind,Category\n'=No bus,external,'@home\n").steps
    assert step.entry == "=No bus"
    assert entry_of(step)["category"] == "@home"


def test_a_workbook_of_their_own(small: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Read me", 0)["A1"] = "Our list"
    page = book.create_sheet("Register")
    page.append(["Risk", "Kind", "Category", "Closed", "Nr"])
    page.append(["No bus", "external", "Access", date(2027, 5, 3), 1])
    page.append(["No room", "internal", "Access", "soon", 2])
    path = tmp_path / "register.xlsx"
    book.save(path)
    plan = small.project.plan_import(path, ImportOrder("risks"))
    assert isinstance(plan, ImportPlan)
    assert said(plan) == [
        ("added", "Register!A2", ""),
        ("problem", "Register!D3", "“soon” is not a day. Type it as 2027-03-15."),
    ]
    assert any("closed: 2027-05-03" in line for line in small.diff(plan))


def test_a_file_without_a_kind_or_with_a_wrong_one(small: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name\nSam\n", "utf-8")
    found = small.project.plan_import(path)
    assert isinstance(found, Refused)
    assert found.hint == "Say it, such as: import list.csv --as people"
    wrong = small.project.plan_import(path, ImportOrder("peeple"))
    assert isinstance(wrong, Refused)
    assert "people" in wrong.hint
    path.write_bytes(b"")
    assert isinstance(small.project.plan_import(path, ImportOrder("people")), Refused)
