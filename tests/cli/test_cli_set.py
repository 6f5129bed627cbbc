"""``pathwayctl set``, as a facilitator uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run, runner

from conftest import HEAD, MakeProject

WORK = """\
organizations:
  - {id: c, name: C, category: postsecondary}
people:
  - {id: dana, name: Dana, category: k-12, engagement: {current: neutral, desired: leading}}
tasks:
  # What comes first
  - id: a
    title: 'A'  # as agreed
    duration: 2d
    owner: dana
  - id: b
    title: B
    duration: 3d
    depends_on: [a]
"""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("set", "a.complete", "60")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two tasks, in which the current folder is."""
    root = make_project({"work.yaml": WORK})
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (["a.complete", "60"], "owner: dana\n", "owner: dana\n    complete: 60\n"),
        (["a.title", "007"], "'A'", "'007'"),
        (["b.title", "60"], "title: B", 'title: "60"'),
        (["b.title", "=", "Who: we"], "title: B", 'title: "Who: we"'),
        (["a.owner", ""], "    owner: dana\n", ""),
        (["a.duration", "{low: 1d, likely: 2d, high: 5d}"], "2d", "{low: 1d, likely: 2d, high: 5d}"),
        (["a.deadline", "2027-03-01"], "owner: dana\n", "owner: dana\n    deadline: 2027-03-01\n"),
        (["a.private", "true"], "owner: dana\n", "owner: dana\n    private: true\n"),
        (["b.depends_on", "a SS+2d"], "[a]", "[a SS+2d]"),
        (["b.depends_on", "[a FF]"], "[a]", "[a FF]"),
        (["b.depends_on", "-=", "a"], "[a]", "[]"),
        (["b.depends_on.1", "a SS"], "[a]", "[a SS]"),
        (["b.informed", "+=", "dana"], "    depends_on", "    informed: [dana]\n    depends_on"),
        (["a.owner", "+=", "c"], "owner: dana", "owner: [dana, c]"),
        (["a.owner", "-=", "dana"], "    owner: dana\n", ""),
        (["dana.category", "+=", "cte"], "category: k-12", "category: [k-12, cte]"),
        (["dana.category", "cte"], "category: k-12", "category: cte"),
        (["b.assigned", "{dana: 0.5}"], "    depends_on", "    assigned: {dana: 0.5}\n    depends_on"),
        (["dana.engagement.current", "supportive"], "neutral", "supportive"),
    ],
)
def test_one_field_changes_and_nothing_else(
    words: list[str], old: str, new: str, project: Path, command: Run
) -> None:
    done = command("set", *words)
    assert (done.code, done.out, done.err) == (0, "Changed work.yaml.\n", "")
    assert (project / "work.yaml").read_text() == WORK.replace(old, new)
    assert command("validate", "--errors").code == 0


def test_settings_of_the_project(project: Path, command: Run) -> None:
    assert command("set", "project.status_date", "2027-03-01").out == "Changed pathway.yaml.\n"
    assert (project / "pathway.yaml").read_text() == HEAD + "  status_date: 2027-03-01\n"


def test_a_dry_run_shows_the_difference(project: Path, command: Run) -> None:
    done = command("set", "b.title", "New", "--dry-run")
    assert (done.code, done.err) == (0, "")
    assert "--- a/work.yaml\n+++ b/work.yaml\n" in done.out
    assert "\n-    title: B\n+    title: New\n" in done.out
    assert done.out.endswith("\nDry run: nothing was written.\n")
    assert (project / "work.yaml").read_text() == WORK


@pytest.mark.parametrize("words", [["b.depends_on", "+=", "a"], ["dana.category", "+=", "k-12"]])
def test_an_item_that_is_there_is_not_added_again(words: list[str], project: Path, command: Run) -> None:
    done = command("set", *words)
    assert (done.code, done.out, done.err) == (0, "Nothing to change.\n", "")
    assert (project / "work.yaml").read_text() == WORK


def test_a_refusal_is_json_too(project: Path, command: Run) -> None:
    done = command("set", "a.titel", "T", "--format", "json")
    assert (done.code, done.err) == (2, "")
    assert json.loads(done.out) == {
        "version": 1,
        "written": False,
        "refused": "A task has no field “titel”.",
        "hint": "Did you mean “title”?",
        "files": [],
    }


def test_json_for_programs(project: Path, command: Run) -> None:
    found = json.loads(command("set", "b.title", "New", "--format", "json").out)
    assert (found["version"], found["written"], found["files"][0]["file"]) == (1, True, "work.yaml")
    assert "+    title: New" in found["files"][0]["diff"]
    again = json.loads(command("set", "b.title", "New", "--format", "json").out)
    assert again == {"version": 1, "written": False, "files": []}
    assert command("set", "b.title", "New").out == "Nothing to change.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["aa.title", "T"], "No entry has the id “aa”."),
        (["a.titel", "T"], "A task has no field “titel”.\nDid you mean “title”?"),
        (["project.nme", "T"], "“project” has no field “nme”.\nDid you mean “name”?"),
        (["a", "T"], "“a” does not name a field. Write an id and a field with a period between"),
        (["a.title", "New", "title"], "A value of several words needs quotes"),
        (["a.complete", "160"], "The project would have an error after this change:"),
        (["a.owner", "lee"], "no person, organization, or team has that id"),
        (["a.id", "c"], "An id changes together with all references to it."),
        (["b.depends_on", "-=", "c"], "“b.depends_on” has no item “c”.\nIts items: a."),
        (["a.title", "T", "--format", "xml"], "There is no format “xml”."),
    ],
)
def test_what_cannot_be_set(words: list[str], said: str, project: Path, command: Run) -> None:
    done = command("set", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err.replace("\n  ", " ").replace("would\nhave", "would have")
    assert (project / "work.yaml").read_text() == WORK
