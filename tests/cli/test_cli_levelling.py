"""``pathwayctl schedule --level``, and what is said of overloads without it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run, runner

from conftest import MakeProject
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
WORK = """\
people:
  - {id: dana-ruiz, name: Dana Ruiz, category: k-12, leave: [{from: 2027-01-13, to: 2027-01-15}]}
  - {id: lee-park, name: Lee Park, category: k-12, capacity: 0.5}
organizations:
  - {id: crew, name: Design crew, category: k-12, capacity: 3}
tasks:
  - id: plan
    title: Plan
    tasks:
      - {id: a, title: Draft the agreement, duration: 5d, assigned: [dana-ruiz]}
      - {id: b, title: Visit the schools, duration: 4d, assigned: {dana-ruiz: 1, lee-park: 0.5}}
      - {id: c, title: Review, duration: 3d, depends_on: [a], assigned: {lee-park: 0.5, crew: 2}}
  - {id: d, title: Build, duration: 2w, assigned: {crew: 2}}
  - {id: e, title: Launch, duration: 0d, depends_on: [plan, d]}
"""
PERSON = "people:\n  - {id: ann, name: Ann Lee, category: k-12}\n"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("schedule", "my-project")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in the current folder whose people have too much to do."""
    root = make_project({"work.yaml": WORK})
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("width", ["40", "100"])
@pytest.mark.parametrize("option", ["", "--level"])
def test_overloads_and_levelled_dates(
    width: str, option: str, project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    done = command("schedule", *filter(None, [option]))
    assert (done.code, done.err) == (0, "")
    assert all(len(text) <= int(width) for text in done.out.split("\n"))
    name = "levelled" if option else "overloaded"
    check_snapshot(EXPECTED / f"{name}-{width}.txt", done.out)


def test_overloads_as_data(project: Path, command: Run) -> None:
    plain = json.loads(command("schedule", "--format", "json").out)
    assert plain["overloads"] == [
        {
            "resource": "dana-ruiz",
            "week": "2027-01-04",
            "needed": 2.0,
            "given": 1.0,
            "days": ["2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07"],
            "tasks": ["a", "b"],
        },
        {
            "resource": "crew",
            "week": "2027-01-11",
            "needed": 4.0,
            "given": 3.0,
            "days": ["2027-01-11", "2027-01-12", "2027-01-13"],
            "tasks": ["c", "d"],
        },
    ]
    assert "levelled" not in plain
    levelled = json.loads(command("schedule", "--level", "--format", "json").out)
    assert levelled["overloads"] == []
    assert levelled["levelled"]["plain_finish"] == plain["finish"] == "2027-01-15"
    assert levelled["finish"] == "2027-01-26"
    assert list(levelled)[-4:] == ["tasks", "overloads", "due_dates", "levelled"]


@pytest.mark.parametrize("form", ["csv", "markdown", "mermaid", "gantt"])
def test_every_format_shows_the_levelled_dates(form: str, project: Path, command: Run) -> None:
    plain = command("schedule", "--format", form)
    levelled = command("schedule", "--format", form, "--level")
    assert (plain.code, levelled.code, levelled.err) == (0, 0, "")
    assert plain.out != levelled.out


@pytest.mark.parametrize("effort", ["quick", "normal", "THOROUGH"])
def test_the_same_seed_and_effort_give_the_same_bytes(effort: str, project: Path, command: Run) -> None:
    words = ("schedule", "--level", "--effort", effort, "--seed", "7")
    assert command(*words).out == command(*words).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--effort", "quick"), "--effort only works together with --level. Write: --level --effort quick\n"),
        (("--seed", "4"), "--seed only works together with --level. Write: --level --seed 4\n"),
        (
            ("--level", "--effort", "quik"),
            "There is no effort “quik”. Did you mean “quick”? The efforts are quick, normal, and thorough.\n",
        ),
        (
            ("--level", "--seed", "x"),
            "“x” is not valid for --seed. Write a whole number from 0 to 999,999,999.\n",
        ),
    ],
)
def test_options_that_do_not_go_together(
    words: tuple[str, ...], said: str, project: Path, command: Run
) -> None:
    done = command("schedule", *words)
    assert (done.code, done.out, done.err) == (2, "", said)


def test_tasks_that_nobody_can_level_are_findings_that_validate_shows_too(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = "[{from: 2027-01-06, to: 9999-12-31}]"
    people = f"{PERSON}  - {{id: bo, name: Bo Diaz, category: k-12, leave: {away}}}\n"
    tasks = "".join(f"  - {{id: t{n}, title: Task {n}, assigned: {{ann: 1.5}}}}\n" for n in range(11))
    tasks += "  - {id: long, title: Visit, duration: 5d, assigned: [bo]}\n"
    monkeypatch.chdir(make_project({"work.yaml": f"{people}tasks:\n{tasks}"}))
    done = command("schedule", "--level")
    assert (done.code, done.out) == (1, "")
    said = " ".join(done.err.split())
    assert "work.yaml:5:45 warning PW426 “Task 0” needs 1.5 a day of “Ann Lee”, whose capacity is 1." in said
    assert "8 more of PW426:" in said
    assert "warning PW635 “Visit” needs “Bo Diaz”, who goes on permanent leave before there is time" in said
    assert "Fix this first, or leave out --level to see the plain schedule." in said
    assert done.err.endswith("\nNothing was made, because no dates keep everyone within capacity.\n")
    assert "stops the schedule" not in done.err
    checked = command("validate", "--select", "PW426,PW635", "--format", "json")
    assert checked.code == 0
    found = [one["code"] for one in json.loads(checked.out)["findings"]]
    assert found == ["PW426"] * 11 + ["PW635"]


@pytest.mark.parametrize("days", [9, 4])
def test_someone_who_never_comes_back(
    days: int, make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = "[{from: 2027-01-11, to: 9999-12-31}]"
    people = f"people:\n  - {{id: bo, name: Bo Diaz, category: k-12, leave: {away}}}\n"
    second = f"{{id: b, title: Second, duration: {days}d, assigned: [bo]}}"
    tasks = f"  - {{id: a, title: First, duration: 4d, priority: 600, assigned: [bo]}}\n  - {second}\n"
    monkeypatch.chdir(make_project({"work.yaml": f"{people}tasks:\n{tasks}"}))
    said = "“Second” needs “Bo Diaz”, who goes on permanent leave before there is time for the task."
    for words in (("schedule", "--level"), ("validate", "--select", "PW635")):
        done = command(*words)
        assert done.code == (1 if "schedule" in words else 0)
        assert said in " ".join((done.err + done.out).split())


def test_what_would_not_be_done_by_the_last_year(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = "".join(
        f"  - {{id: t{n}, title: Task {n}, duration: 99999d, assigned: [ann]}}\n" for n in range(22)
    )
    monkeypatch.chdir(make_project({"work.yaml": f"{PERSON}tasks:\n{tasks}"}))
    done = command("schedule", "--level", "--effort", "quick")
    assert (done.code, done.out) == (1, "")
    assert "would not finish by the year 9999" in done.err


def test_held_tasks_stay_and_are_told(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = (
        "  - {id: a, title: Fair, duration: 2d, date: 2027-01-05, assigned: [ann]}\n"
        "  - {id: b, title: Board, duration: 1d, date: 2027-01-06, assigned: [ann]}\n"
        "  - {id: c, title: Letters, duration: 2d, assigned: [ann]}\n"
    )
    monkeypatch.chdir(make_project({"work.yaml": f"{PERSON}tasks:\n{tasks}"}))
    out = " ".join(command("schedule", "--level").out.split())
    assert "Leveled: only tasks with fixed dates still need more than people have." in out
    assert "Tasks with fixed dates still overbook people: 1 person or group is overbooked." in out
    assert "Ann Lee, week of Jan 4, 2027: needs 2 a day, has 1; 1 Fair and 2 Board." in out
    assert "3 Letters Jan 7 Jan 8" in out


def test_a_plan_in_which_nobody_is_short_stays_as_it_is(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(
        make_project({"work.yaml": f"{PERSON}tasks:\n  - {{id: a, title: A, assigned: [ann]}}\n"})
    )
    out = command("schedule", "--level").out
    assert "no one works above capacity or on leave. The plan still finishes on January 4, 2027." in " ".join(
        out.split()
    )
    assert "Moved most" not in out


def test_many_overloads_are_only_counted(
    make_project: MakeProject, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = "".join(f"  - {{id: t{n}, title: Task {n}, duration: 12w, assigned: [ann]}}\n" for n in range(5))
    monkeypatch.chdir(make_project({"work.yaml": f"{PERSON}tasks:\n{tasks}"}))
    short = " ".join(command("schedule").out.split())
    assert "and 9 more." in short
    assert "units a day by week" not in short
    assert "add --loads" in short
    out = " ".join(command("schedule", "--loads").out.split())
    assert "needs 5 a day, has 1; 1 Task 0, 2 Task 1, 3 Task 2, and 2 more tasks." in out
    assert "and 2 more." in out
