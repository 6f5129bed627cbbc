"""``pathwayctl why``, as a facilitator uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run, runner

from conftest import MakeProject
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
EXAMPLES = Path(__file__).parents[2] / "examples"
WORK = """\
tasks:
  - {id: invite, title: Invite employers, duration: 5d}
  - {id: hold, title: Hold the launch meeting, duration: 1d, depends_on: [invite]}
  - {id: debrief, title: Debrief the launch meeting, duration: 1d, depends_on: [hold]}
"""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("why", "kickoff")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three tasks; the current folder is the one that it stands in."""
    root = make_project({"work.yaml": WORK})
    monkeypatch.chdir(root.parent)
    return root


@pytest.mark.parametrize(
    ("example", "task"),
    [
        ("colorado_sector", "1.4.4"),
        ("colorado_sector", "1.4.5"),
        ("colorado_sector", "3.3.3"),
        ("colorado_sector", "4.1"),
        ("colorado_sector", "4.2.4"),
        ("colorado_sector", "5.2.6"),
        ("state_agency", "2.8"),
        ("state_agency", "3.2.2"),
        ("state_agency", "4.1.8"),
        ("state_agency", "5.1"),
        ("state_agency", "5.2"),
        ("state_agency", "6.13"),
    ],
)
def test_the_answers_about_the_examples(example: str, task: str, command: Run) -> None:
    done = command("why", task, "-p", str(EXAMPLES / example))
    assert (done.code, done.err) == (0, "")
    shown = done.out.replace(str(EXAMPLES), "examples")
    check_snapshot(EXPECTED / f"why-{example}-{task}.txt", shown)


def test_the_project_around_the_current_folder(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = command("why", "debrief", "--project", "project").out
    monkeypatch.chdir(project)
    done = command("why", "Debrief the launch")
    assert (done.code, done.out, done.err) == (0, named, "")
    assert "because it cannot start before “Hold the\nlaunch meeting” (2) is done" in done.out


def test_json_for_programs(project: Path, command: Run) -> None:
    done = command("why", "2", "-p", "project", "--format", "json")
    found = json.loads(done.out)
    assert (found["version"], found["task"]["id"], found["start"]) == (1, "hold", "2027-01-11")
    assert [step["id"] for step in found["chain"]] == ["hold", "invite"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "launch meeting",
            "2 tasks fit “launch meeting”. Ask for one of them by its id or number:\n"
            "  hold  (2 Hold the launch meeting)\n"
            "  debrief  (3 Debrief the launch meeting)\n",
        ),
        ("invit", None),
        (
            "debreif",
            "There is no task “debreif”. The closest matches are:\n"
            "  debrief  (3 Debrief the launch meeting)\n",
        ),
        (
            "xyz",
            "There is no task “xyz”. "
            "The ids and numbers of all tasks: pathwayctl schedule project --format csv\n",
        ),
    ],
)
def test_a_task_that_is_not_clear(asked: str, said: str | None, project: Path, command: Run) -> None:
    done = command("why", asked, "-p", "project")
    if said is None:
        assert done.code == 0
    else:
        assert (done.code, done.out, done.err) == (2, "", said)


def test_more_tasks_than_can_be_named(make_project: MakeProject, command: Run) -> None:
    tasks = "".join(f"  - {{id: t{n}, title: Meet again, duration: 1d}}\n" for n in range(9))
    root = make_project({"work.yaml": f"tasks:\n{tasks}"})
    done = command("why", "meet", "-p", str(root))
    assert done.code == 2
    assert done.err.startswith("9 tasks fit “meet”.")
    assert done.err.endswith("  t5  (6 Meet again)\n  … and 3 more\n")


def test_a_project_without_tasks(make_project: MakeProject, command: Run) -> None:
    done = command("why", "kickoff", "-p", str(make_project()))
    assert (done.code, done.out) == (2, "")
    assert done.err == "There are no tasks yet. Write them under tasks: in a file of the project.\n"


def test_a_project_with_errors(make_project: MakeProject, command: Run) -> None:
    root = make_project({"work.yaml": f"{WORK}  - {{id: c, title: C, depends_on: [d]}}\n"})
    done = command("why", "c", "-p", str(root))
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith("\nNothing was made, because the project has errors.\n")


def test_what_is_no_project_or_no_format(project: Path, command: Run) -> None:
    assert command("why", "hold", "-p", "nowhere").code == 2
    assert command("why", "hold", "--format", "yaml").err.startswith("There is no format “yaml”.")
    assert command("why").code == 2


def test_a_folder_with_a_blank_in_its_name(project: Path, command: Run) -> None:
    (project / "work.yaml").write_text(
        "tasks:\n  - {id: g, title: G, tasks: [{id: a, title: A}, {id: b, title: B, duration: 2d}]}\n",
        "utf-8",
    )
    project.rename("my project")
    assert '\n  pathwayctl why a -p "my project"\n' in command("why", "g", "-p", "my project").out


CREW = """\
people:
  - {id: dana, name: Dana Ruiz, category: k-12}
tasks:
  - {id: draft, title: Draft the agreement, duration: 3d, assigned: [dana]}
  - {id: call, title: Call the employers, duration: 4d, assigned: %s}
"""


def test_whoever_is_busy_holds_a_task_once_the_schedule_is_levelled(
    make_project: MakeProject, command: Run
) -> None:
    root = str(make_project({"work.yaml": CREW % "[dana]"}))
    assert "Dana Ruiz" not in command("why", "draft", "-p", root).out
    shown = [command("why", name, "-p", root, "--level").out for name in ("draft", "call")]
    assert sum("because Dana Ruiz is working on" in text for text in shown) == 1
    assert sum("waits for Dana Ruiz, who works on this first" in text for text in shown) == 1


def test_a_plan_that_cannot_be_levelled(make_project: MakeProject, command: Run) -> None:
    root = str(make_project({"work.yaml": CREW % "{dana: 2}"}))
    done = command("why", "draft", "-p", root, "--level")
    assert (done.code, done.out) == (1, "")
    said = " ".join(done.err.split())
    assert "warning PW426 “Call the employers” needs 2 a day of “Dana Ruiz”, whose capacity is 1." in said
    assert "Write assigned: {dana: 1}, or raise capacity: of that entry." in said
    assert said.endswith("Nothing was made, because no dates keep everyone within capacity.")


PAUSED = """\
organizations:
  - id: isd
    name: Valley ISD
    category: k-12
    calendar: {closures: [{name: Spring break, from: 2027-03-15, to: 2027-03-19}]}
people: [{id: lee, name: Lee Park, organization: isd}]
tasks:
  - {id: visits, title: School visits, duration: 5d, window: 2027-10}
  - {id: early, title: Early visits, duration: 5d, window: {from: 2027-01-01, to: 2027-01-29}}
  - {id: draft, title: Draft the plan, duration: 10d, not_before: 2027-03-08, assigned: [lee]}
  - {id: alone, title: Draft the letter, duration: 10d, not_before: 2027-03-08}
"""


def _folded(text: str) -> str:
    return " ".join(text.split())


def test_a_window_and_a_pause_are_named(
    command: Run, make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_project({"work.yaml": PAUSED}))
    said = _folded(command("why", "visits").out)
    assert "because its window is from Friday, October 1 to Sunday, October 31." in said
    assert "due on Sunday, October 31, 2027" in said
    assert "because its window" not in command("why", "early").out
    said = _folded(command("why", "draft").out)
    assert "because it takes 10 working days, and pauses for 5, from" in said
    assert "15 working days" not in said
    assert "It also pauses for 5 working days, while the organization of its workers is closed." in said
    assert "pauses" not in command("why", "alone").out
