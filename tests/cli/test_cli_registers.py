"""``pathwayctl who``, ``actions``, and ``decisions``, as a facilitator uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run, runner
from edited_projects import WORK

from conftest import HEAD, MakeProject

MEETINGS = """\
meetings:
  - id: may
    title: May meeting
    kind: board
    date: 2027-05-03
    decisions: [Meet in June]
  - id: april
    title: April meeting
    kind: board
    date: 2027-04-05
    attended: [dana]
    decisions: [Sign the agreement, "Hire: one person"]
    actions:
      - {title: Call the college, owner: dana, due: 2027-04-12}
      - {title: Book a room, owner: lee, done: true}
      - {title: Write to all, due: 2027-05-10}
"""

HOW = "To record one: pathwayctl minutes MEETING\n"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("who", "dana")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two meetings, in which the current folder is."""
    head = HEAD + "  status_date: 2027-05-01\n  facilitator: dana\n"
    root = make_project({"pathway.yaml": head, "work.yaml": WORK, "meetings.yaml": MEETINGS})
    monkeypatch.chdir(root)
    return root


def test_every_place_that_names_a_person(project: Path, command: Run) -> None:
    done = command("who", "dana")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "6 places name the person “dana” (Dana Ruiz).\n\n"
        "  work.yaml:11      task “Draft the agreement” is owned by dana\n"
        "  work.yaml:16      task “Review the draft” is assigned to dana\n"
        "  work.yaml:21      task “Hold the kickoff” informs dana\n"
        "  pathway.yaml:6    project “Example” is led by dana\n"
        "  meetings.yaml:11  meeting “April meeting” was attended by dana\n"
        "  meetings.yaml:14  action “Call the college” is owned by dana\n"
    )
    found = json.loads(command("who", "dana", "--format", "json").out)
    assert (found["version"], found["kind"], len(found["places"])) == (1, "person", 6)
    assert found["places"][0] == {
        "file": "work.yaml",
        "line": 11,
        "path": "tasks.0.owner",
        "kind": "task",
        "id": "draft",
        "name": "Draft the agreement",
        "says": "is owned by",
        "of": "dana",
    }


def test_tasks_and_what_nothing_names(project: Path, command: Run) -> None:
    assert "task “Review the draft” waits for kickoff" in command("who", "kickoff").out
    assert "person “Dana Ruiz” speaks for college" in command("who", "college").out
    assert command("who", "may").out == "No place names the meeting “may” (May meeting).\n"
    done = command("who", "dan")
    assert (done.code, done.err) == (2, "No entry has the id “dan”. Did you mean “dana”?\n")


def test_action_items_of_all_meetings(project: Path, command: Run) -> None:
    done = command("actions")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Action item       Owner      Due         State    Meeting\n"
        "Call the college  Dana Ruiz  2027-04-12  overdue  april\n"
        "Write to all                 2027-05-10  open     april\n"
        "Book a room       Lee Wong               done     april\n"
        "\n"
        "3 action items, 2 open, 1 overdue.\n"
        'To report one as done: pathwayctl minutes april --done "Call the college"\n'
    )
    assert command("minutes", "april", "--done", "Call the college").code == 0
    assert "2 open" not in command("actions").out
    assert command("undo").code == 0
    assert "Book a room" not in command("actions", "--open").out
    assert command("actions", "--for", "Lee Wong", "--open").out == f"There are no action items. {HOW}"
    found = json.loads(command("actions", "--for", "dana", "--format", "json").out)
    assert found["actions"] == [
        {
            "title": "Call the college",
            "owner": "dana",
            "owner_name": "Dana Ruiz",
            "due": "2027-04-12",
            "done": False,
            "overdue": True,
            "meeting": "april",
            "meeting_title": "April meeting",
            "meeting_date": "2027-04-05",
        }
    ]
    assert "Did you mean “dana”" in command("actions", "--for", "dann").err


def test_decisions_of_all_meetings(project: Path, command: Run) -> None:
    done = command("decisions")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "April meeting (April 5, 2027)\n"
        "  1.  Sign the agreement\n"
        "  2.  Hire: one person\n"
        "\n"
        "May meeting (May 3, 2027)\n"
        "  1.  Meet in June\n"
    )
    found = json.loads(command("decisions", "--format", "json").out)
    assert [one["text"] for one in found["decisions"]] == [
        "Sign the agreement",
        "Hire: one person",
        "Meet in June",
    ]


def test_a_project_without_meetings(project: Path, command: Run) -> None:
    (project / "meetings.yaml").unlink()
    assert command("actions").out == f"There are no action items. {HOW}"
    assert command("decisions", "-p", str(project)).out == f"There are no decisions. {HOW}"
