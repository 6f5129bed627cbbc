"""``pathwayctl simulate``, as a facilitator uses it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from commands import Run, runner

from conftest import MakeProject
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
EXAMPLES = Path(__file__).parents[2] / "examples"
WORK = """\
tasks:
  - {id: a, title: A, duration: {low: 2d, likely: 5d, high: 15d}}
  - {id: b, title: Peña, duration: 2d, depends_on: [a]}
"""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("simulate", "my-project")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two tasks, ``project`` in the current folder."""
    root = make_project({"work.yaml": WORK})
    monkeypatch.chdir(root.parent)
    return root


@pytest.mark.parametrize("name", ["colorado_sector", "state_agency"])
@pytest.mark.parametrize("width", ["60", "100"])
def test_the_table_of_the_examples(
    name: str, width: str, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    done = command("simulate", str(EXAMPLES / name))
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / f"odds-{name}-{width}.txt", done.out)


def test_the_json_of_an_example_is_the_same_bytes_every_time(command: Run) -> None:
    words = ("simulate", str(EXAMPLES / "colorado_sector"), "--format", "json", "--runs", "2,000")
    done = command(*words)
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / "odds-example.json", done.out)
    assert command(*words).out == done.out
    assert command(*words, "--seed", "2").out != done.out
    assert command(*words, "--shape", "triangular").out != done.out


def test_a_file_instead_of_the_screen(project: Path, command: Run) -> None:
    done = command("simulate", "project", "--format", "json", "-o", "odds.json")
    assert (done.code, done.out, done.err) == (0, "", "Wrote odds.json.\n")
    found = json.loads((project.parent / "odds.json").read_text("utf-8"))
    assert (found["runs"], found["seed"], found["shape"]) == (10_000, 1, "pert")
    lost = command("simulate", "project", "-o", "project/work.yaml")
    assert (lost.code, lost.out) == (2, "")
    assert (project / "work.yaml").read_text("utf-8") == WORK


def test_a_baseline_is_not_written_over(project: Path, command: Run) -> None:
    assert command("baseline", "save", "approved", "-p", "project").code == 0
    kept = (project / "baselines/approved.yaml").read_bytes()
    lost = command("simulate", "project", "-o", "project/baselines/approved.yaml")
    assert (lost.code, lost.out) == (2, "")
    assert (project / "baselines/approved.yaml").read_bytes() == kept


def test_without_unicode(project: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Old:
        """A screen that knows no other letters."""

        encoding, said = "ascii", ""

        def write(self, text: str) -> None:
            self.said += text

        def flush(self) -> None:
            """All is shown at once."""

        def isatty(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdout", old := Old())
    command("simulate", "project")
    assert old.said.isascii()
    assert "####" in old.said


def test_a_plan_that_is_certain(make_project: MakeProject, command: Run) -> None:
    root = make_project({"work.yaml": "tasks:\n  - {id: a, title: A, duration: 5d}\n"})
    done = command("simulate", str(root))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("The plan finishes on January 8, 2027 in every case")
    assert "duration: {low: 5d, likely: 10d, high: 20d}" in done.out


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--runs", "0", "“0” is not valid for --runs. Write a whole number from 1 to 1,000,000."),
        ("--runs", "1000001", "Write a whole number from 1 to 1,000,000."),
        ("--runs", "many", "“many” is not valid for --runs."),
        ("--runs", "²", "“²” is not valid for --runs."),
        ("--seed", "-1", "Write a whole number from 0 to 999,999,999."),
        ("--seed", "1.5", "“1.5” is not valid for --seed."),
        ("--shape", "beta", "There is no shape “beta”."),
        ("--format", "jsn", "Did you mean “json”?"),
    ],
)
def test_what_cannot_be_done(option: str, value: str, said: str, project: Path, command: Run) -> None:
    done = command("simulate", "project", option, value)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_project_with_errors(make_project: MakeProject, command: Run) -> None:
    root = make_project({"work.yaml": "tasks:\n  - {id: a, title: A, depends_on: [b]}\n"})
    done = command("simulate", str(root))
    assert (done.code, done.out) == (1, "")
    assert "Nothing was made, because the project has errors." in done.err
