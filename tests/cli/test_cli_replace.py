"""``pathwayctl replace``, as a facilitator uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run, runner
from edited_projects import WORK

from conftest import HEAD, MakeProject

DONE = """\
  - {id: old, title: Begin, duration: 1d, owner: dana, status: done, finished: 2027-01-05}
  - id: group
    title: Group
    owner: dana
    tasks:
      - {id: past, title: Past, duration: 1d, owner: dana, status: dropped}
"""
MEETINGS = """\
meetings:
  - id: january
    title: January meeting
    kind: board
    date: 2027-01-11
    facilitator: dana
    invited: [dana, lee]
    attended: [dana]
    actions:
      - {title: Call, owner: dana, done: true}
      - {title: Write, owner: dana}
  - id: may
    title: May meeting
    kind: board
    date: 2027-05-03
    facilitator: dana
    invited: [dana, lee]
    agenda:
      - {title: Welcome, minutes: 5, lead: dana}
invitations:
  - {id: first, to: dana, answer: yes}
  - {id: second, to: dana, sent: 2027-01-10}
teams:
  - {id: team, title: Team, kind: leadership, lead: dana, members: [college, dana]}
"""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("replace", "dana", "lee")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project as of January 15, 2027, in which the current folder is."""
    head = HEAD + "  status_date: 2027-01-15\n  facilitator: dana\n"
    root = make_project({"pathway.yaml": head, "work.yaml": WORK + DONE, "meetings.yaml": MEETINGS})
    monkeypatch.chdir(root)
    return root


def test_what_is_open_passes_on_and_the_past_stays(project: Path, command: Run) -> None:
    before = {name: (project / name).read_text() for name in ("pathway.yaml", "work.yaml", "meetings.yaml")}
    done = command("replace", "dana", "lee")
    assert done.code == 0, done.err
    assert "Task “Draft the agreement” is owned by Lee Wong.\n" in done.out
    assert "8 places stay with Dana Ruiz, as part of the past.\n" in done.out
    assert (project / "work.yaml").read_text() == (
        WORK.replace("owner: dana\n", "owner: lee\n", 1)
        .replace("{dana: 0.5, lee: 1}", "{lee: 1}")
        .replace("[dana, lee]", "[lee]")
        .replace("organization: college}", "organization: college, until: 2027-01-14, successor: lee}")
        + DONE
    )
    assert done.out.endswith(
        "The last day of Dana Ruiz is January 14, 2027.\nLee Wong follows Dana Ruiz.\n"
        "Changed meetings.yaml.\nChanged pathway.yaml.\nChanged work.yaml.\n"
    )
    january, may = MEETINGS.split("  - id: may\n")
    assert (project / "meetings.yaml").read_text() == "  - id: may\n".join(
        [
            january.replace("{title: Write, owner: dana}", "{title: Write, owner: lee}"),
            may.replace("facilitator: dana", "facilitator: lee")
            .replace("[dana, lee]", "[lee]")
            .replace("lead: dana", "lead: lee")
            .replace("{id: second, to: dana", "{id: second, to: lee")
            .replace("[college, dana]", "[college, lee]"),
        ]
    )
    assert "facilitator: lee" in (project / "pathway.yaml").read_text()
    assert command("undo").code == 0
    assert {name: (project / name).read_text() for name in before} == before


def test_work_that_ends_before_the_day_stays(project: Path, command: Run) -> None:
    done = command("replace", "dana", "lee", "--from", "2027-05-04", "--format", "json")
    found = json.loads(done.out)
    assert found["written"]
    assert not [said for said in found["did"] if said.startswith("Task “Draft")]
    work = (project / "work.yaml").read_text()
    assert work == WORK.replace("college}", "college, until: 2027-05-03, successor: lee}") + DONE
    meetings = (project / "meetings.yaml").read_text()
    assert meetings.count("facilitator: dana") == 2
    assert "{title: Write, owner: lee}" in meetings


def test_what_is_recorded_of_the_person_already_stays(project: Path, command: Run) -> None:
    command("set", "dana.until", "2027-01-31")
    done = command("replace", "dana", "lee")
    assert "last day" not in done.out
    assert "until: 2027-01-31, successor: lee}" in (project / "work.yaml").read_text()


def test_a_dry_run_writes_nothing(project: Path, command: Run) -> None:
    done = command("replace", "dana", "lee", "--dry-run")
    assert done.out.endswith("Dry run: nothing was written.\n")
    assert (project / "meetings.yaml").read_text() == MEETINGS


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["dan", "lee"], "No entry has the id “dan”. Did you mean “dana”?"),
        (["dana", "zoe"], 'pathwayctl add person --id zoe --name "..."'),
        (["dana", "dana"], "Name another person."),
        (["dana", "college"], "“college” is an organization, not a person."),
        (["draft", "dana"], "“draft” is a task, not a person."),
        (["dana", "lee", "--from", "soon"], "“soon” is not a day."),
    ],
)
def test_what_is_refused(words: list[str], said: str, project: Path, command: Run) -> None:
    done = command("replace", *words)
    assert (done.code, done.out) == (2, "")
    assert said in " ".join(done.err.split())
    assert (project / "work.yaml").read_text() == WORK + DONE
