"""Every example in the help of a command is run as it is printed, in a project that has what it names."""

from __future__ import annotations

import io
import shlex
import shutil
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commands import runner
from typer.main import get_command

from pathwayctl.cli.main import application
from repositories import repository

GROUP: Any = get_command(application())
EXAMPLES = [line for command in GROUP.commands.values() for line in (command.epilog or "").splitlines()]
PROJECT = """\
pathwayctl: 1
project: {name: Our partnership, start: 2027-01-04, guides: [sector], status_date: 2027-05-20}
"""
WORK = """\
tasks:
  - {id: kickoff, title: Kickoff, duration: 1d, started: 2027-01-04, finished: 2027-01-04, status: done}
  - id: agreements
    title: Agreements
    tasks:
      - {id: sign-mou, title: Sign it, duration: 1d, depends_on: [draft-mou], status: in-progress,
         started: 2027-03-01}
      - {id: draft-mou, title: Draft the agreement, duration: 5d, owner: dana-ruiz}
      - {id: draft, title: Draft the plan, duration: 5d}
  - {id: launch, title: Launch, tasks: [{id: meet, title: Hold the launch meeting, duration: 1d},
     {id: visit, title: Visit the college, duration: 1d}, {id: review, title: Review, duration: 2d,
     depends_on: [kickoff]}]}
  - {id: old-task, title: An old task, duration: 2d}
"""
PEOPLE = """\
people:
  - {id: dana-ruiz, name: Dana Ruiz, category: k-12, engagement: {current: neutral, desired: supportive}}
  - {id: lee-wong, name: Lee Wong, category: k-12}
  - {id: ana-cruz, name: Ana Cruz, category: k-12}
organizations:
  - {id: poudre-schools, name: Poudre Schools, category: k-12}
invitations:
  - {id: to-lee, to: lee-wong, meeting: may-meeting}
risks:
  - {id: late, title: It is late, kind: internal, category: People, likelihood: low, impact: low}
"""
MEETINGS = """\
meetings:
  - {id: spring-board, title: Board in spring, kind: board, date: 2027-03-10}
  - {id: board-march, title: Board in March, kind: board, date: 2027-03-17}
  - id: may-meeting
    title: Meeting in May
    kind: implementation
    date: 2027-05-12
    agenda: [{title: Welcome, minutes: 10}]
    actions: [{title: Book a room, owner: ana-cruz}]
"""
CONTACTS = "Name,Org,Email\nJo Park,Poudre Schools,jo.park@example.org\n"
ANSWERS = {
    "add risk": ["A partner leaves", "internal", "People", *[""] * 20],
    "minutes may-meeting": ["Dana Ruiz", *[""] * 20],
}
"""What is typed on the terminal, for the examples that ask."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project in it, as a repository whose baseline, workbook, and plan fit it."""
    folder = tmp_path_factory.mktemp("examples")
    kept = repository(folder / "my-project")
    files = {"pathway.yaml": PROJECT, "work.yaml": WORK, "partners.yaml": PEOPLE, "meetings.yaml": MEETINGS}
    kept.commit("2027-01-04", files)
    shutil.copytree(kept.folder, folder / "copy-of-may", ignore=shutil.ignore_patterns(".git"))
    (folder / "my-project" / "contacts.csv").write_text(CONTACTS)
    (folder / "my-project" / "notes.txt").write_text("Decision: Go on.\n")
    return folder


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "desk"))


def prepared(place: Path, command: str) -> Iterator[tuple[str, ...]]:
    """What somebody has done before they type an example."""
    name, *words = shlex.split(command)[1:]
    project = str(place / "my-project")
    if "approved" in words and words[0] != "save":
        yield ("baseline", "save", "approved", "-p", project)
    if name == "import" and words[0].endswith((".xlsx", ".xml")):
        kind = "xlsx" if words[0].endswith(".xlsx") else "msproject"
        yield ("export", kind, project, "-o", str(place / "my-project" / words[0]))
    if words[:2] == ["person", "--name"]:
        yield ("remove", "dana-ruiz", "--cascade", "-p", project)
    if name == "undo":
        yield ("set", "review.duration", "3d", "-p", project)
    if name == "init" and "--add-guide" not in words:
        shutil.rmtree(place / "my-project")


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_the_help_can_be_typed_as_it_is(
    example: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: True)
    monkeypatch.setattr("pathwayctl.cli.watching._changed", interrupted)
    run = runner(monkeypatch, capsys)
    for words in prepared(place, example):
        assert run(*words).code == 0, words
    is_outside = "my-project" in example or example.startswith("pathwayctl init")
    monkeypatch.chdir(place if is_outside else place / "my-project")
    line, _, notes = example.removeprefix("pathwayctl ").partition(" < ")
    answers = iter(ANSWERS.get(line if not notes else "", ()))
    for module in ("add", "minutes"):
        monkeypatch.setattr(f"pathwayctl.cli.{module}.on_terminal", lambda: example.endswith(tuple(ANSWERS)))
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    if notes:
        monkeypatch.setattr("sys.stdin", io.StringIO(Path(notes).read_text()))
    done = run(*shlex.split(line))
    assert done.code == ("--strict" in example), done.out + done.err  # there are warnings, which fail then


def interrupted(*_: object) -> None:
    """Stands for somebody who presses Ctrl-C after the first run."""
    raise KeyboardInterrupt
