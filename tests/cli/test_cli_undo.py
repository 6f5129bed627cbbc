"""``pathwayctl undo``, as a facilitator uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run, runner
from edited_projects import WORK

from conftest import HEAD, MakeProject


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("undo")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three tasks, in which the current folder is."""
    root = make_project({"work.yaml": WORK})
    monkeypatch.chdir(root)
    return root


def test_the_last_change_is_undone_and_then_the_one_before(project: Path, command: Run) -> None:
    command("set", "draft.complete", "60")
    between = (project / "work.yaml").read_bytes()
    command("set", "review.title", "Read the draft")
    done = command("undo")
    assert (done.code, done.err) == (0, "")
    assert done.out == 'Undid: set review.title "Read the draft"\nChanged work.yaml.\n'
    assert (project / "work.yaml").read_bytes() == between
    assert command("undo").code == 0
    assert (project / "work.yaml").read_text() == WORK
    done = command("undo")
    assert (done.code, done.out) == (2, "")
    assert "There is nothing to undo" in done.err


def test_a_file_that_was_begun_is_removed(project: Path, command: Run) -> None:
    from pathwayctl.app import open_project
    from pathwayctl.editing.checked import Edited
    from pathwayctl.editing.edits import AddEntry
    from pathwayctl.editing.journal import record

    edited = open_project(project).edit(AddEntry("goals", {"id": "g", "title": "Go"}, "new/goals.yaml"))
    assert isinstance(edited, Edited)
    assert edited.transaction.write() is None
    assert record(edited.transaction, "add goal") is None
    assert command("undo").out == "Undid: add goal\nRemoved new/goals.yaml.\n"
    assert not (project / "new" / "goals.yaml").exists()


def test_a_file_that_has_changed_since_is_left_alone(project: Path, command: Run) -> None:
    command("set", "draft.complete", "60")
    changed = (project / "work.yaml").read_text() + "# more\n"
    (project / "work.yaml").write_text(changed)
    done = command("undo")
    assert (done.code, done.out) == (2, "")
    assert "work.yaml has changed since “pathwayctl set draft.complete 60”" in done.err.replace("\n", " ")
    assert (project / "work.yaml").read_text() == changed


def test_a_dry_run_and_json(project: Path, command: Run) -> None:
    command("set", "draft.complete", "60")
    after = (project / "work.yaml").read_text()
    done = command("undo", "--dry-run")
    assert done.code == 0
    assert "Would undo: set draft.complete 60\n--- a/work.yaml\n" in done.out
    assert "-    complete: 60\n" in done.out
    assert (project / "work.yaml").read_text() == after
    found = json.loads(command("undo", "--format", "json").out)
    assert (found["written"], found["files"][0]["file"]) == (True, "work.yaml")
    assert (project / "work.yaml").read_text() == WORK


def test_refused_and_dry_edits_are_not_recorded(project: Path, command: Run) -> None:
    command("set", "draft.complete", "160")
    command("set", "draft.complete", "60", "--dry-run")
    assert not (project / ".pathwayctl").exists()


def test_twenty_changes_are_kept(project: Path, command: Run) -> None:
    for number in range(1, 24):
        command("set", "draft.complete", str(number))
    assert len(list((project / ".pathwayctl").glob("undo-*.json"))) == 20
    assert [command("undo").code for _ in range(21)] == [0] * 20 + [2]
    assert "complete: 3\n" in (project / "work.yaml").read_text()


RECORD = '{"version": 1, "command": "x", "files": [{"name": "NAME", "before": null, "after": null}]}'
ELSEWHERE = ("C:a.yaml", "C:/a.yaml", r"C:\\a.yaml", "//server/share/a.yaml", r"\\\\?\\a.yaml")
"""Paths that lead out of a project on Windows, as JSON writes them."""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"version": 2}',
        '{"version": 1, "command": "x", "files": [{"name": "../a.yaml", "before": null, "after": null}]}',
        *(RECORD.replace("NAME", name) for name in ELSEWHERE),
        '{"version": 1, "command": "x", "files": [{"name": ".git/a.yaml", "before": null, "after": null}]}',
        '{"version": 1, "command": "x", "files": [{"name": "run.sh", "before": "eJw=", "after": null}]}',
        '{"version": 1, "command": "x", "files": [{"name": "a.yaml", "before": "eJw=", "after": null}]}',
        '{"version": 1, "command": "x", "files": [{"name": "a.yaml", "before": 7, "after": null}]}',
        '{"version": 1, "command": "x", "files": [{"name": 7, "before": null, "after": null}]}',
    ],
)
def test_a_record_that_is_not_sound_is_refused(text: str, project: Path, command: Run) -> None:
    (project / ".pathwayctl").mkdir()
    (project / ".pathwayctl" / "undo-000001.json").write_text(text)
    before = sorted(project.rglob("*"))
    done = command("undo")
    assert (done.code, done.out) == (2, "")
    assert "cannot be read" in done.err
    assert sorted(project.rglob("*")) == before


def test_a_journal_that_is_a_link_is_not_written(project: Path, command: Run, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (project / ".pathwayctl").symlink_to(tmp_path / "other")
    done = command("set", "draft.complete", "60")
    assert (done.code, done.out) == (0, "Changed work.yaml.\n")
    assert "cannot be undone by command" in done.err
    assert list((tmp_path / "other").iterdir()) == []
    assert command("undo").code == 2


def test_git_does_not_see_the_journal(tmp_path: Path, command: Run) -> None:
    new = tmp_path / "new"
    new.mkdir()
    (new / ".gitignore").write_text("*.tmp")
    assert command("init", str(new)).code == 0
    assert (new / ".gitignore").read_text() == "*.tmp\nbuild/\n"
    assert command("validate", str(new), "--errors").code == 0


def test_the_journal_is_not_read_as_part_of_the_plan(project: Path, command: Run) -> None:
    command("set", "project.status_date", "2027-03-01")
    assert (project / ".pathwayctl" / ".gitignore").read_text() == "*\n!.gitignore\n"
    assert command("validate", "--errors").code == 0
    command("undo")
    assert (project / "pathway.yaml").read_text() == HEAD
