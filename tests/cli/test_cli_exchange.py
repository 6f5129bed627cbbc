"""``export`` and ``import`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from commands import Run, runner
from edited_projects import WORK

MAIN = "pathwayctl: 1\nproject:\n  name: Example\n  start: 2027-01-04\n"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "pathway.yaml").write_text(MAIN, "utf-8")
    (folder / "work.yaml").write_text(WORK, "utf-8")
    monkeypatch.chdir(folder)
    return folder


def typed(path: Path, title: str, value: Any) -> None:
    """Type a value into the row of the draft."""
    book = openpyxl.load_workbook(path)
    page = book["Tasks"]
    at = next(cell.column for cell in page[1] if cell.value == title)
    page.cell(2, at).value = value
    book.save(path)


def test_out_edited_and_back(project: Path, command: Run) -> None:
    done = command("export", "xlsx")
    assert (done.code, done.out, done.err) == (0, "", "Wrote example.xlsx.\n")
    typed(project / "example.xlsx", "Title", "Draft it")
    shown = command("import", "example.xlsx")
    assert shown.code == 0
    assert "Changed (1)\n  Tasks!" in shown.out
    assert "Draft the agreement: Title" not in shown.out
    assert "Draft the agreement, Title: “Draft the agreement” → “Draft it”" in " ".join(shown.out.split())
    assert shown.err == "To make these changes, run the command again with --yes.\n"
    assert (project / "work.yaml").read_text("utf-8") == WORK
    dry = command("import", "example.xlsx", "--dry-run")
    assert "+    title: Draft it" in dry.out
    assert (project / "work.yaml").read_text("utf-8") == WORK
    assert command("import", "example.xlsx", "--yes").out.endswith("Changed work.yaml.\n")
    assert (project / "work.yaml").read_text("utf-8") == WORK.replace(
        "title: Draft the agreement", "title: Draft it"
    )
    assert command("import", "example.xlsx", "--yes").out == "Nothing to change.\n"
    assert command("undo").code == 0
    assert (project / "work.yaml").read_text("utf-8") == WORK


def test_a_conflict_waits_for_a_choice(project: Path, command: Run) -> None:
    command("export", "xlsx", "-o", "sent.xlsx")
    typed(project / "sent.xlsx", "Title", "Theirs")
    command("set", "draft.title", "Ours")
    now = (project / "work.yaml").read_text("utf-8")
    done = command("import", "sent.xlsx", "--yes")
    assert done.code == 1
    assert "the file says “Theirs”, and the project says “Ours”" in " ".join(done.out.split())
    assert "--theirs or --ours" in done.err
    assert (project / "work.yaml").read_text("utf-8") == now
    assert command("import", "sent.xlsx", "--ours", "--yes").code == 0
    assert (project / "work.yaml").read_text("utf-8") == now
    assert command("import", "sent.xlsx", "--theirs", "--yes").code == 0
    assert "title: Theirs" in (project / "work.yaml").read_text("utf-8")
    assert command("import", "sent.xlsx", "--theirs", "--ours").code == 2


def test_a_conflict_is_asked_about_on_a_terminal(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("export", "xlsx", "-o", "sent.xlsx")
    typed(project / "sent.xlsx", "Title", "Theirs")
    command("set", "draft.title", "Ours")
    answers = iter(["what", "theirs", "yes"])
    monkeypatch.setattr("pathwayctl.cli.questions.on_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    for module in ("import", "questions"):
        monkeypatch.setattr(f"pathwayctl.cli.{module}.on_terminal", lambda: True, raising=False)
    done = command("import", "sent.xlsx")
    assert done.code == 0
    assert "Type theirs or ours." in done.out
    assert "title: Theirs" in (project / "work.yaml").read_text("utf-8")


def test_the_plan_for_programs(project: Path, command: Run) -> None:
    command("export", "xlsx", "-o", "sent.xlsx")
    typed(project / "sent.xlsx", "Deadline", "soon")
    done = command("import", "sent.xlsx", "--format", "json")
    assert done.code == 1
    said = json.loads(done.out)
    (step,) = said["steps"]
    assert (step["kind"], step["field"], step["after"]) == ("problem", "Deadline", "soon")
    assert "edits" not in step
    assert said["files"] == []


def test_a_list_whose_columns_are_named_and_remembered(project: Path, command: Run) -> None:
    (project / "list.csv").write_text("Name,Role here\nSam Poe,Dean\n", "utf-8")
    words = ("import", "list.csv", "--as", "people", "--fill", "category=k-12", "--yes")
    done = command(*words, "--map", "Role here=title")
    assert done.code == 0
    assert "  Role here: Title\n" in done.out
    assert "sam-poe" in (project / "work.yaml").read_text("utf-8")
    assert "  Role here: Title\n" in command("import", "list.csv", "--as", "people").out
    wrong = command(*words, "--map", "Role here")
    assert (wrong.code, wrong.err) == (2, '“Role here” needs an equals sign. Write: --map "Role here=..."\n')


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("export", "xls"), "There is no format “xls”. Did you mean “xlsx”?"),
        (("export", "xlsx", "--section", "task"), "There is no section “task”. Did you mean “tasks”?"),
        (("export", "xlsx", "--preset", "smart"), "There is no preset “smart”."),
        (("export", "xlsx", "--audience", "all"), "There is no audience “all”."),
        (("export", "xlsx", "-o", "work.yaml"), "“work.yaml” is a file of the project itself"),
        (("import", "nothing.xlsx"), "“nothing.xlsx” cannot be read: the folder or file is not there."),
        (("import", "pathway.yaml"), "“pathway.yaml” is not a file that can be imported."),
        (("import", "list.csv"), "“list.csv” does not say what its rows are."),
    ],
)
def test_what_cannot_be_done_says_why(
    words: tuple[str, ...], message: str, project: Path, command: Run
) -> None:
    (project / "list.csv").write_text("Name\nSam\n", "utf-8")
    done = command(*words)
    assert done.code == 2
    assert done.err.startswith(message)


def test_a_plan_for_microsoft_project_and_what_it_has_no_place_for(project: Path, command: Run) -> None:
    (project / "more.yaml").write_text("tasks: [{id: off, title: Print it, status: dropped}]\n", "utf-8")
    done = command("export", "msproject")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("Wrote example.xml.\nNot carried over as it is in your plan:\n")
    assert "\n  Dropped tasks: “Print it”.\n" in done.err
    assert (project / "example.xml").read_bytes().startswith(b"<?xml")
    shown = command("export", "msproject", "-o", "-")
    assert shown.out.startswith("<?xml")
    assert shown.err == done.err.partition("\n")[2]
    assert "--section is for" in command("export", "msproject", "--section", "tasks").err


PLAN = (
    '<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2027-01-04T08:00:00</StartDate><Tasks>'
    "<Task><UID>1</UID><ID>1</ID><Name>Print the flyers</Name><OutlineLevel>1</OutlineLevel>"
    "<Start>2027-01-11T08:00:00</Start><Finish>2027-01-13T12:00:00</Finish><Duration>PT20H0M0S</Duration></Task>"
    "</Tasks></Project>"
)


def test_a_plan_of_another_program(project: Path, command: Run) -> None:
    (project / "plan.xml").write_text(PLAN, "utf-8")
    before = {path.name: path.read_bytes() for path in project.glob("*.yaml")}
    shown = command("import", "plan.xml", "--dry-run")
    assert shown.code == 0
    said = " ".join(shown.out.split())
    assert "New (1) Row 1, Print the flyers" in said
    assert "Row 1, Print the flyers: Its duration of 2.5 days was rounded up to 3d." in said
    assert "Dates that differ from those of the file (1 of 1 task)" in said
    assert (
        "Print the flyers: 2027-01-11 to 2027-01-13 → 2027-01-04 to 2027-01-06, 5 working days earlier"
        in said
    )
    assert {path.name: path.read_bytes() for path in project.glob("*.yaml")} == before
    as_json = json.loads(command("import", "plan.xml", "--dry-run", "--format", "json").out)
    assert as_json["dates"] == {
        "compared": 1,
        "differences": [
            {
                "task": "print-the-flyers",
                "title": "Print the flyers",
                "file": ["2027-01-11", "2027-01-13"],
                "here": ["2027-01-04", "2027-01-06"],
                "days": -5,
            }
        ],
    }
    assert command("import", "plan.xml", "--yes").code == 0
    assert "print-the-flyers" in (project / "work.yaml").read_text("utf-8")
    assert command("validate").code == 0
    assert command("undo").code == 0
    assert {path.name: path.read_bytes() for path in project.glob("*.yaml")} == before


def test_a_plan_that_cannot_be_read(project: Path, command: Run) -> None:
    (project / "plan.mpp").write_bytes(b"anything")
    done = command("import", "plan.mpp")
    assert done.code == 2
    assert "has to be saved as XML" in done.err
    assert "XML Format (*.xml)" in done.err
