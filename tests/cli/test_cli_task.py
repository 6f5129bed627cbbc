"""``pathwayctl task``, as a facilitator uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run, runner
from edited_projects import WORK

from conftest import HEAD, MakeProject
from pathwayctl.app import open_project


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("task", "done", "draft")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three tasks and a status date, in which the current folder is."""
    root = make_project({"pathway.yaml": HEAD + "  status_date: 2027-01-15\n", "work.yaml": WORK})
    monkeypatch.chdir(root)
    return root


def fields(project: Path, task: str) -> dict[str, object]:
    """The fields of a task that say anything of its progress."""
    names = ("status", "started", "finished", "complete", "remaining")
    row = open_project(project).index.row_of(task)
    assert row is not None
    return {name: str(value) for name in names if (value := getattr(row.task, name)) is not None}


def test_a_task_starts_and_is_done(project: Path, command: Run) -> None:
    done = command("task", "start", "draft", "--on", "2027-01-05", "--complete", "50")
    assert (done.code, done.err) == (0, "")
    assert done.out == "Draft the agreement: in progress.\nChanged work.yaml.\n"
    assert fields(project, "draft") == {"status": "in-progress", "started": "2027-01-05", "complete": "50"}
    assert command("task", "start", "draft", "--remaining", "1d").code == 0
    assert "remaining: 1d\n" in (project / "work.yaml").read_text()
    assert "complete" not in (project / "work.yaml").read_text()
    done = command("task", "done", "draft")
    assert done.out == "Draft the agreement: done on January 15, 2027.\nChanged work.yaml.\n"
    assert fields(project, "draft") == {"status": "done", "started": "2027-01-05", "finished": "2027-01-15"}
    assert command("task", "start", "draft").code == 0
    assert fields(project, "draft") == {"status": "in-progress", "started": "2027-01-05"}
    for _ in range(4):
        assert command("undo").code == 0
    assert (project / "work.yaml").read_text() == WORK


def test_several_tasks_at_once(project: Path, command: Run) -> None:
    done = command("task", "done", "draft", "kickoff", "--format", "json")
    found = json.loads(done.out)
    assert found["did"] == [
        "Draft the agreement: done on January 15, 2027.",
        "Hold the kickoff: done on January 15, 2027.",
    ]
    assert "warnings" not in found
    assert command("task", "block", "review").code == 0
    assert fields(project, "review") == {"status": "blocked"}
    assert command("task", "drop", "review", "--dry-run").out.count("status: dropped") == 1
    assert command("task", "drop", "review").code == 0
    assert fields(project, "review") == {"status": "dropped"}


def test_another_day_for_what_was_done_is_a_warning(project: Path, command: Run) -> None:
    command("task", "done", "draft", "--on", "2027-01-06")
    done = command("task", "done", "draft", "kickoff")
    assert fields(project, "draft")["finished"] == "2027-01-15"
    assert "“draft” was done already, on January 6, 2027." in " ".join(done.err.split())
    assert "pathwayctl task done draft --on 2027-01-06" in " ".join(done.err.split())
    assert "kickoff" not in done.err


def test_open_predecessors_are_named(project: Path, command: Run) -> None:
    done = command("task", "done", "review")
    assert done.code == 0
    assert done.err == "Warning: 1 predecessor of “review” is still open: draft.\n"
    assert fields(project, "review")["status"] == "done"
    assert command("undo").code == 0
    found = json.loads(command("task", "done", "review", "draft", "--format", "json").out)
    assert "warnings" not in found


def test_a_day_after_the_status_date(project: Path, command: Run) -> None:
    done = command("task", "done", "draft", "--on", "2027-01-20")
    assert done.code == 0
    assert "after the status date, January 15, 2027" in done.err.replace("\n", " ")
    assert "pathwayctl set project.status_date 2027-01-20" in done.err.replace("\n", " ")


def test_without_a_status_date_today_counts(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "pathway.yaml").write_text(HEAD)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    done = command("task", "done", "draft")
    assert fields(project, "draft")["finished"] == "2027-01-15"
    assert "The project has no status date" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["finish", "draft"], "There is no action “finish”."),
        (["done", "draf"], "There is no task “draf”. Did you mean “draft”?"),
        (["done", "dana"], "There is no task “dana”."),
        (["done", "draft", "--complete", "60"], "belong to “start”, not to “done”"),
        (["start", "draft", "--complete", "60", "--remaining", "1d"], "not both"),
        (["start", "draft", "--complete", "160"], "Write a whole number from 0 to 100."),
        (["start", "draft", "--remaining", "soon"], "The project would have an error after this change"),
        (["start", "draft", "--on", "3/1/2027"], "Write --on 2027-03-01"),
        (["block", "draft", "--on", "2027-01-05"], "--on belongs to “start” and “done”"),
        (["done"], "pathwayctl task needs ID... after it."),
    ],
)
def test_what_cannot_be_reported(words: list[str], said: str, project: Path, command: Run) -> None:
    done = command("task", *words)
    assert (done.code, done.out) == (2, "")
    assert said in " ".join(done.err.split())
    assert (project / "work.yaml").read_text() == WORK


def test_summaries_and_finished_tasks_are_refused(project: Path, command: Run) -> None:
    command("add", "task", "--title", "Print it", "--under", "kickoff")
    done = command("task", "done", "kickoff")
    assert (done.code, "Report on those: print-it." in " ".join(done.err.split())) == (2, True)
    command("task", "done", "draft")
    done = command("task", "drop", "draft")
    assert (done.code, "To reopen it: pathwayctl task start draft" in done.err) == (2, True)
