"""``pathwayctl rename``, ``move``, and ``remove``, as a facilitator uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run, runner
from edited_projects import WORK

from conftest import MakeProject
from pathwayctl.app import open_project

MORE = """\
meetings:
  - id: may
    title: May meeting
    kind: board
    date: 2027-05-03
    invited: [dana]
invitations:
  - {id: call-dana, to: dana, meeting: may}
risks:
  - id: late
    title: It is late
    kind: internal
    category: Time
    delays:
      - {task: draft, by: 2d}
      - {task: review, by: 2d}
"""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("rename", "dana", "dana-ruiz")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in two files, in which the current folder is."""
    root = make_project({"work.yaml": WORK, "more.yaml": MORE})
    monkeypatch.chdir(root)
    return root


def texts(project: Path) -> tuple[str, str]:
    """The two files."""
    return (project / "work.yaml").read_text(), (project / "more.yaml").read_text()


def test_an_id_is_renamed_everywhere(project: Path, command: Run) -> None:
    done = command("rename", "dana", "dana-ruiz")
    assert (done.code, done.out) == (0, "Changed more.yaml.\nChanged work.yaml.\n"), done.err
    work, more = texts(project)
    assert work == WORK.replace("id: dana,", "id: dana-ruiz,").replace(
        "{dana: 0.5", "{dana-ruiz: 0.5"
    ).replace("owner: dana\n", "owner: dana-ruiz\n").replace("[dana, lee]", "[dana-ruiz, lee]")
    assert more == MORE.replace("[dana]", "[dana-ruiz]").replace("to: dana,", "to: dana-ruiz,")
    assert command("undo").code == 0
    assert texts(project) == (WORK, MORE)


def test_a_task_is_renamed_in_the_baselines_too(project: Path, command: Run) -> None:
    assert command("baseline", "save", "approved").code == 0
    before = (project / "baselines" / "approved.yaml").read_text()
    done = command("rename", "draft", "first-draft")
    assert "Changed baselines/approved.yaml.\n" in done.out, done.err
    after = (project / "baselines" / "approved.yaml").read_text()
    assert "  first-draft: {title:" in after
    assert "depends_on: [first-draft, kickoff SS+2d]" in after
    assert after.replace("first-draft", "draft") == before
    compared = open_project(project).compare("approved")
    assert compared is not None
    assert command("schedule", "--baseline", "approved").code == 0
    assert command("rename", "dana", "dana-ruiz").out.count("baselines") == 0
    for _ in range(2):
        assert command("undo").code == 0
    assert (project / "baselines" / "approved.yaml").read_text() == before


def test_a_baseline_that_cannot_be_changed_is_named(project: Path, command: Run) -> None:
    command("baseline", "save", "approved")
    file = project / "baselines" / "approved.yaml"
    file.write_text(file.read_text().replace("  review:", "  other:"))
    done = command("rename", "draft", "other")
    assert (done.code, done.out) == (2, "")
    assert "The baseline “approved” has another task with the id “other”." in done.err.replace("\n", " ")
    file.write_text("baseline: [")
    done = command("rename", "draft", "first")
    assert "pathwayctl baseline drop approved" in done.err.replace("\n", " ")
    assert texts(project) == (WORK, MORE)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rename", "dan", "x"], "No entry has the id “dan”. Did you mean “dana”?"),
        (["rename", "dana", "lee"], "The id “lee” is already in use"),
        (["rename", "dana", "Dana Ruiz"], "Write dana-ruiz."),
        (["move", "draft"], "with --file FILE, --under TASK, or --before ID"),
        (["move", "draft", "--file", "a.yaml", "--before", "review"], "one of them"),
        (["move", "draft", "--before", "dana"], "An entry of this kind cannot go there."),
        (["move", "draft", "--under", "draft"], ""),
        (["move", "draft", "--file", "work.yaml"], "The entry is in work.yaml already."),
        (["move", "dratf", "--file", "a.yaml"], "Did you mean “draft”?"),
        (["remove", "dratf"], "No entry has the id “dratf”. Did you mean “draft”?"),
    ],
)
def test_what_is_refused(words: list[str], said: str, project: Path, command: Run) -> None:
    done = command(*words)
    assert (done.code, done.out) == (2, "")
    assert said in " ".join(done.err.split())
    assert texts(project) == (WORK, MORE)


def test_entries_move(project: Path, command: Run) -> None:
    assert command("move", "draft", "--under", "kickoff", "--dry-run").out.startswith("--- a/work.yaml")
    assert command("move", "review", "--before", "draft").code == 0
    assert [one.id for one in open_project(project).plan.tasks] == ["review", "draft", "kickoff"]
    done = command("move", "draft", "--file", "work/first.yaml", "--format", "json")
    assert [one["file"] for one in json.loads(done.out)["files"]] == ["work.yaml", "work/first.yaml"]
    assert "# What comes first" in (project / "work" / "first.yaml").read_text()
    assert "which contains it" in command("move", "review", "--under", "kickoff").err.replace("\n", " ")
    assert command("move", "kickoff", "--under", "review").code == 2
    assert command("move", "kickoff", "--under", "draft").code == 0
    assert [one.id for one in open_project(project).plan.tasks] == ["review", "draft"]
    for _ in range(3):
        assert command("undo").code == 0
    assert texts(project) == (WORK, MORE)


def test_an_entry_that_nothing_needs_is_removed(project: Path, command: Run) -> None:
    done = command("remove", "late")
    assert (done.code, done.out) == (0, "Removed the risk “late”.\nChanged more.yaml.\n")
    assert "late" not in texts(project)[1]


def test_a_dry_run_says_what_would_go(project: Path, command: Run) -> None:
    done = command("remove", "dana", "--cascade", "--dry-run")
    assert done.out.startswith("Would remove the person “dana”.\nWould remove the invitation “call-dana”.\n")
    assert "Would no longer be in the plan: task “Draft the agreement” is owned by dana." in " ".join(
        done.out.split()
    )
    assert texts(project) == (WORK, MORE)


def test_a_refusal_is_json_for_programs(project: Path, command: Run) -> None:
    done = command("remove", "dana", "--format", "json")
    assert (done.code, done.err) == (2, "")
    found = json.loads(done.out)
    assert (found["written"], found["files"]) == (False, [])
    assert found["refused"] == "“dana” was not removed, because 5 places refer to it."
    assert found["hint"].endswith("pathwayctl remove dana --cascade --dry-run")
    assert [(one["file"], one["line"]) for one in found["places"]][:1] == [("work.yaml", 11)]


def test_what_refers_to_an_entry_is_listed(project: Path, command: Run) -> None:
    done = command("remove", "dana")
    assert (done.code, done.out) == (2, "")
    said = " ".join(done.err.split())
    assert said.startswith("“dana” was not removed, because 5 places refer to it:")
    assert "work.yaml:11 task “Draft the agreement” is owned by dana" in said
    assert "more.yaml:8 invitation “dana” is addressed to dana" in said
    assert "pathwayctl remove dana --cascade --dry-run" in said
    assert texts(project) == (WORK, MORE)


def test_a_cascade_takes_every_reference_along(project: Path, command: Run) -> None:
    done = command("remove", "dana", "--cascade")
    assert done.code == 0, done.err
    assert "Removed the person “dana”.\nRemoved the invitation “call-dana”.\n" in done.out
    assert "No longer in the plan: task “Draft the agreement” is owned by dana.\n" in done.out
    work, more = texts(project)
    assert "dana" not in work
    assert "assigned: {lee: 1}\n" in work
    assert "informed: [lee]\n" in work
    assert "dana" not in more
    assert "may" in more
    assert command("undo").code == 0
    assert texts(project) == (WORK, MORE)


def test_tasks_go_with_what_waits_for_them(project: Path, command: Run) -> None:
    done = command("remove", "draft", "--cascade", "--format", "json")
    assert done.code == 0, done.err
    assert json.loads(done.out)["did"] == [
        "Removed the task “draft”.",
        "No longer in the plan: task “Review the draft” waits for draft.",
        "No longer in the plan: risk “It is late” moves the task draft.",
    ]
    assert "depends_on: [kickoff SS+2d]" in texts(project)[0]
    assert texts(project)[1] == MORE.replace("      - {task: draft, by: 2d}\n", "")
    command("add", "task", "--title", "Print it", "--under", "kickoff")
    command("set", "review.depends_on", "+=", "print-it")
    done = command("remove", "kickoff", "--cascade")
    assert done.code == 0, done.err
    assert [one.id for one in open_project(project).plan.tasks] == ["review"]
    assert open_project(project).plan.tasks[0].depends_on == ()
