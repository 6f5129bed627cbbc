"""``pathwayctl status``, as a facilitator takes it into the weekly call."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from commands import Run, runner

from conftest import HEAD, MakeProject
from pathwayctl.reporters.lines import width_of
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
EXAMPLES = Path(__file__).parents[2] / "examples"

STATE = """\
people:
  - {id: dana, name: Dana Ruiz, organization: college, engagement: {current: neutral, desired: leading}}
  - {id: lee, name: Lee Park, organization: school}
organizations:
  - {id: college, name: The College, category: postsecondary}
  - {id: school, name: The School, category: k-12}
teams: [{id: core, title: Core team, kind: planning, lead: lee, members: [dana]}]
tasks:
  - {id: draft, title: Draft the agreement, duration: 5d, owner: dana, status: done,
     started: 2027-01-04, finished: 2027-01-20}
  - {id: review, title: Review the draft, duration: 2w, owner: core, depends_on: [draft], status: in-progress,
     started: 2027-01-21}
  - {id: sign, title: Sign it, duration: 3d, owner: lee, depends_on: [review], deadline: 2027-02-02,
     status: blocked}
  - {id: signed, title: Agreement signed, duration: 0d, owner: college, depends_on: [sign]}
  - {id: train, title: Train teachers, duration: 5d, owner: lee, assigned: [lee], date: 2027-02-08}
  - {id: visit, title: Visit employers, duration: 5d, owner: lee, assigned: [lee], date: 2027-02-08}
meetings:
  - id: january
    title: January meeting
    kind: board
    date: 2027-01-11
    invited: [lee]
    decisions: [Meet every month, "Hire: one person"]
    actions:
      - {title: Call the college, owner: dana, due: 2027-01-29}
      - {title: Book a room, owner: lee, done: true, finished: 2027-01-25}
      - {title: Write to all, due: 2027-02-19}
      - {title: Closed without a day, owner: lee, done: true}
  - id: february
    title: February meeting
    kind: board
    date: 2027-02-15
    invited: [core]
    agenda: [{title: The budget, minutes: 20, purpose: decide}, {title: News, minutes: 10}]
agreements:
  - {id: mou, title: The old agreement, kind: mou, parties: [college, school], signed: 2026-02-01,
     put_into_practice: 2026-02-01, expires: 2027-02-28}
  - {id: data, title: The data agreement, kind: data-sharing, parties: [college, school], signed: 2027-01-28}
risks:
  - {id: bus, title: No bus, kind: external, category: Transport, likelihood: high, impact: high, owner: lee,
     opened: 2026-12-01,
     earlier_ratings: [{until: 2027-01-22, likelihood: low, impact: high, probability: 0.2}]}
  - {id: room, title: No room, kind: internal, category: Space, opened: 2027-01-15, owner: dana}
  - {id: snow, title: Snow, kind: external, category: Weather, closed: 2027-01-30, result: It melted}
measures:
  - {id: enrolled, title: Students enrolled, category: workforce, direction: up, baseline: 50, target: 80,
     due: 2027-12-01, owner: lee, readings: [{date: 2027-01-15, value: 40}]}
  - {id: passed, title: Courses passed, category: workforce, direction: up, baseline: 50, target: 80,
     due: 2027-01-31, owner: dana, readings: [{date: 2027-01-30, value: 70}]}
  - {id: late, title: Jobs found, category: workforce, direction: up, cadence: monthly,
     readings: [{date: 2026-12-01, value: 4}]}
communications:
  - {id: parents, audience: Parents, cadence: monthly, owner: dana,
     sent: [{date: 2027-01-20, text: Hello}], reviewed: 2026-01-20}
"""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("status", "my-project")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with something in every section, in which the current folder is."""
    head = HEAD + "  status_date: 2027-02-03\n  finish_by: 2027-02-12\n  guides: [ccrs]\n"
    root = make_project({"pathway.yaml": head, "state.yaml": STATE})
    monkeypatch.chdir(root)
    return root


def document(command: Run, *words: str) -> dict[str, Any]:
    """The status as JSON."""
    done = command("status", *words, "--format", "json")
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


@pytest.mark.parametrize("example", ["colorado_sector", "grades_9_14_district", "state_agency"])
def test_the_examples(example: str, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    done = command("status", example)
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / f"status-{example}.txt", done.out)
    assert max(map(width_of, done.out.splitlines())) <= 80


def test_a_new_project(command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    command("init", "new", "--guide", "grades-9-14", "--start", "2027-01-04", "--name", "Ours")
    check_snapshot(EXPECTED / "status-new.txt", command("status", "new").out)


def test_a_project_without_tasks(command: Run, make_project: MakeProject) -> None:
    done = command("status", str(make_project({})))
    assert done.code == 0
    assert "There are no tasks yet." in done.out
    assert "Finish" not in done.out


def test_every_section(project: Path, command: Run) -> None:
    done = command("status")
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / "status-sections.txt", done.out)


def test_as_markdown_in_full(project: Path, command: Run) -> None:
    done = command("status", "--all", "--format", "markdown")
    check_snapshot(EXPECTED / "status-sections.md", done.out)


def test_as_json(project: Path, command: Run) -> None:
    check_snapshot(EXPECTED / "status-sections.json", command("status", "--format", "json").out)


@pytest.mark.parametrize("width", [40, 60, 120])
def test_whatever_the_width_nothing_stands_out(
    width: int, project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    typed = command("status", "--all").out.splitlines()
    assert max(width_of(text) for text in typed if "pathwayctl" not in text) <= min(width, 100)
    assert not any(text != text.rstrip() for text in typed)


def test_a_persons_things_are_those_of_their_teams_and_organizations_too(project: Path, command: Run) -> None:
    found = document(command, "--for", "Dana")
    assert found["for"] == ["dana"]
    assert [one["title"] for one in found["overdue"]] == [
        "Review the draft",
        "Agreement signed",
        "Call the college",
    ]
    assert [one["title"] for one in found["milestones"]] == ["Agreement signed"]
    assert [one["meeting"] for one in found["decisions"]] == ["february"]  # the team is invited
    assert found["risks"] == {"open": ["room"], "high": []}
    assert [one["id"] for one in found["agreements"]] == ["mou"]
    assert (found["blocked"], found["overbooked"], found["guides"]) == ([], [], [])
    text = " ".join(command("status", "--for", "dana").out.split())
    assert "for Dana Ruiz (with their teams and organizations)" in text
    assert "for The College (with its people and teams)" in command("status", "--for", "college").out


def test_since_a_day(project: Path, command: Run) -> None:
    changes = document(command, "--since", "2027-01-24")["changes"]
    assert changes["since"] == "2027-01-24"
    assert [one["title"] for one in changes["actions_closed"]] == ["Book a room"]
    assert [one["id"] for one in changes["values_read"]] == ["passed"]
    assert [one["id"] for one in changes["agreements_signed"]] == ["data"]
    assert [(one["id"], one["change"]) for one in changes["risks"]] == [("snow", "closed")]
    assert (changes["decisions"], changes["tasks_done"]) == ([], [])
    earlier = document(command, "--since", "2027-01-10")["changes"]
    assert [one["age"] for one in earlier["decisions"]] == [23, 23]
    assert [one["id"] for one in earlier["tasks_done"]] == ["draft"]
    assert [one["id"] for one in earlier["risks"]] == ["room", "bus", "snow"]


def test_since_a_baseline(project: Path, command: Run) -> None:
    command("set", "project.status_date", "2027-01-08")
    assert command("baseline", "save", "first").code == 0
    command("set", "project.status_date", "2027-02-03")
    found = document(command, "--since", "first")
    assert (found["finish"]["baseline"], found["changes"]["baseline"]) == ("first", "first")
    assert found["changes"]["since"] == "2027-01-08"
    assert found["finish"]["variance"] is not None
    assert all(one["baseline_finish"] for one in found["milestones"])
    command("baseline", "save", "now")
    assert document(command, "--since", "now")["changes"]["tasks_done"] == []
    stopped = command("status", "--since", "frist")
    assert (stopped.code, stopped.out) == (2, "")
    assert "Did you mean “first”?" in stopped.err


def test_the_numbers_are_those_of_the_other_commands(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    found = document(command, "state_agency")
    actions = json.loads(command("actions", "state_agency", "--open", "--format", "json").out)["actions"]
    assert sorted(one["title"] for one in found["actions"]) == sorted(one["title"] for one in actions)
    guidance = json.loads(command("next", "state_agency", "--format", "json").out)["guides"]
    assert [(one["guide"], one["counts"], one["next"]) for one in found["guides"]] == [
        (one["guide"], one["counts"], one["next"]) for one in guidance
    ]
    dates = json.loads(command("schedule", "state_agency", "--format", "json").out)
    finishes = {one["id"]: one["finish"] for one in dates["tasks"]}
    assert found["finish"]["planned"] == dates["finish"]
    assert all(finishes[one["id"]] == one["finish"] for one in found["milestones"])
    assert all(finishes[one["id"]] == one["expected"] for one in found["due"] if one["id"])


def test_the_numbers_are_those_of_the_findings(project: Path, command: Run) -> None:
    found = document(command)
    report = json.loads(command("validate", "--all", "--format", "json").out)
    codes = [one["code"] for one in report["findings"]]
    numbers = {
        "PW411": len(found["missed_deadlines"]),
        "PW412": bool(found["finish"]["days_after_target"]),
        "PW601": sum(one["kind"] in ("action", "quick-action", "deliverable") for one in found["overdue"]),
        "PW602": len(found["agreements"]),
        "PW604": sum(one["reason"] == "no-value" for one in found["measures"]),
        "PW625": len(found["overbooked"]),
        "PW552": sum(
            one["what"] == "review" and one["due"] < found["as_of"] for one in found["communications"]
        ),
    }
    assert numbers == {code: codes.count(code) for code in numbers}
    assert all(numbers.values())


def test_a_day_is_needed_for_what_is_overdue(project: Path, command: Run) -> None:
    assert command("set", "project.status_date", "").code in (0, 2)
    text = (project / "pathway.yaml").read_text("utf-8").replace("  status_date: 2027-02-03\n", "")
    (project / "pathway.yaml").write_text(text, "utf-8")
    state = (project / "state.yaml").read_text("utf-8")
    (project / "state.yaml").write_text(
        re.sub(r",\s+(status|started|finished): [\w-]+(?=[,}])", "", state), "utf-8"
    )
    bare = document(command)
    assert (bare["as_of"], bare["overdue"], bare["due_from"]) == (None, [], "2027-01-04")
    judged = document(command, "--today", "2027-02-03")
    assert judged["as_of"] == "2027-02-03"
    assert [one["id"] for one in judged["overdue"] if one["kind"] == "task"] == ["draft", "review", "sign"]
    assert judged["finish"]["planned"] == bare["finish"]["planned"]


def test_a_status_date_goes_before_today(project: Path, command: Run) -> None:
    done = command("status", "--today", "2027-03-01")
    assert "Status as of February 3, 2027" in done.out
    assert done.err == "The status date of the project goes before --today.\n"


def test_a_project_with_errors_gets_its_findings(project: Path, command: Run) -> None:
    (project / "wrong.yaml").write_text(
        "tasks: [{id: new, title: New, owner: nobody, duration: 1d}]\n", "utf-8"
    )
    done = command("status")
    assert (done.code, done.out) == (1, "")
    assert "PW" in done.err
    assert "nobody" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--weeks", "0"), "Write a whole number from 1 to 520."),
        (("--since", "2/1/2027"), "Write --since 2027-02-01"),
        (("--for", "danna"), "Did you mean “dana” (Dana Ruiz)?"),
        (("--format", "csv"), "The formats are text, json, and markdown."),
    ],
)
def test_what_is_typed_wrong(words: tuple[str, ...], said: str, project: Path, command: Run) -> None:
    done = command("status", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_to_a_file(project: Path, command: Run) -> None:
    done = command("status", "--weeks", "1", "-o", "status.txt")
    assert (done.code, done.out) == (0, "")
    assert "Since January 27, 2027" in (project / "status.txt").read_text("utf-8")
