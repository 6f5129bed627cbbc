"""Edits of whole projects: checked as they would be, refused if that brings errors, then written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from conftest import HEAD, MakeProject
from pathwayctl.app import Project, open_project
from pathwayctl.editing.checked import Edited
from pathwayctl.editing.edits import AddEntry, Edit, MoveEntry, Refused, RemoveEntry, RenameId, SetField

WORK = """\
people:
  - {id: dana, name: Dana, category: k-12}
tasks:
  - id: a  # first
    title: A
    duration: 2d
    owner: dana
  - id: b
    title: B
    duration: 3d
    depends_on: [a]
"""
BROKEN = WORK.replace("owner: dana", "owner: nobody")


def done(root: Path, *edits: Edit) -> Edited[Project]:
    found = open_project(root).edit(*edits)
    assert isinstance(found, Edited), found
    assert found.transaction.write() is None
    return found


def refusal(root: Path, *edits: Edit) -> Refused:
    found = open_project(root).edit(*edits)
    assert isinstance(found, Refused), found
    return found


def test_the_project_after_an_edit_is_what_is_then_on_disk(make_project: MakeProject) -> None:
    root = make_project({"work.yaml": WORK})
    before = open_project(root).schedule.finish
    edited = done(root, SetField("b", "duration", "9d"), SetField("a", "complete", 50))
    again = open_project(root)
    assert edited.project.schedule.finish == again.schedule.finish > before
    assert edited.project.plan == again.plan
    assert edited.project.findings == again.findings
    assert edited.transaction.inverse().write() is None
    assert (root / "work.yaml").read_text() == WORK


def test_new_errors_are_refused_and_named(make_project: MakeProject) -> None:
    root = make_project({"work.yaml": WORK})
    cases: dict[str, Edit] = {
        "is owned by “lee”": SetField("a", "owner", "lee"),
        "wait for each other": SetField("a", "depends_on", ["b"]),
        "“a”": RemoveEntry("a"),
        "complete": SetField("a", "complete", 160),
        "deadline": SetField("a", "deadline", "soon"),
    }
    for said, edit in cases.items():
        found = refusal(root, edit)
        assert said in found.message
        assert found.message.startswith("The project would have")
    assert (root / "work.yaml").read_text() == WORK


def test_errors_that_were_there_before_are_no_reason_to_refuse(make_project: MakeProject) -> None:
    root = make_project({"work.yaml": BROKEN})
    done(root, AddEntry("tasks", {"id": "c", "title": "C", "duration": "1d"}))
    done(root, RenameId("a", "start"), MoveEntry("b", before="start"))
    assert "“zed”" in refusal(root, SetField("b", "owner", "zed")).message
    done(root, SetField("start", "owner", "dana"))
    assert open_project(root).errors == ()


def test_the_number_of_equal_errors_counts(make_project: MakeProject) -> None:
    root = make_project({"work.yaml": BROKEN})
    assert "nobody" in refusal(root, SetField("b", "owner", "nobody")).message


def test_a_project_that_changed_on_disk_is_not_overwritten(make_project: MakeProject) -> None:
    root = make_project({"work.yaml": WORK})
    project = open_project(root)
    (root / "work.yaml").write_text(WORK + "# mine\n")
    found = project.edit(SetField("a", "title", "New"))
    assert isinstance(found, Edited)
    assert isinstance(found.transaction.write(), Refused)
    assert (root / "work.yaml").read_text() == WORK + "# mine\n"


def test_a_new_file_is_part_of_the_project(make_project: MakeProject) -> None:
    root = make_project({"work.yaml": WORK})
    edited = done(root, AddEntry("goals", {"id": "g", "title": "G"}))
    assert (root / "goals.yaml").read_text() == "goals:\n  - id: g\n    title: G\n"
    assert edited.project.plan.goals[0].id == "g"
    assert edited.transaction.inverse().write() is None
    assert not (root / "goals.yaml").exists()


def test_the_settings_are_edited_in_the_main_file(make_project: MakeProject) -> None:
    root = make_project({"work.yaml": WORK})
    done(root, SetField("project", "status_date", date(2027, 3, 1)))
    assert (root / "pathway.yaml").read_text() == HEAD + "  status_date: 2027-03-01\n"


def test_an_edit_that_changes_nothing_writes_nothing(make_project: MakeProject) -> None:
    root = make_project({"work.yaml": WORK})
    assert done(root, SetField("a", "title", "A"), SetField("a", "outcome", None)).transaction.changes == ()
