"""The action, workflows, and hooks that other repositories use: their forms, and their steps as scripts."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import HEAD
from pathwayctl.cli.registry import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
SCRIPTS = ROOT / ".github" / "scripts"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent
FAKE_GH = """#!/usr/bin/env python3
import json, os, sys
from pathlib import Path
box = Path(os.environ["BOX"])
asked = sys.argv[1:]
with (box / "asked.jsonl").open("a") as file:
    file.write(json.dumps(asked) + "\\n")
if (box / "refuse").exists() or ((box / "read-only").exists() and "--method" in asked):
    sys.exit("HTTP 403: Resource not accessible by integration")
if "--method" not in asked:
    print((box / "comments.json").read_text())
else:
    (box / "body.md").write_text(Path(asked[-1].partition("@")[2]).read_text())
"""
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def steps_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    jobs = document.get("jobs", {}).values() or [document["runs"]]
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.parametrize("path", [ROOT / "action.yml", *WORKFLOWS], ids=lambda path: path.name)
def test_no_input_reaches_a_shell_but_through_the_environment(path: Path) -> None:
    document = yaml.safe_load(path.read_text("utf-8"))
    runs = [step["run"] for step in steps_of(document) if "run" in step]
    assert all("${{" not in run for run in runs)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_other_actions_are_named_by_commit(path: Path) -> None:
    used = [step["uses"] for step in steps_of(yaml.safe_load(path.read_text("utf-8"))) if "uses" in step]
    assert used
    assert all(len(one.partition("@")[2]) == 40 for one in used if not one.startswith("./"))


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-actions", [ROOT / "action.yml"]),
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.gitlab-ci", [ROOT / ".gitlab" / "pathwayctl.gitlab-ci.yml"]),
    ],
)
def test_each_file_fits_the_schema_of_its_service(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_an_auditor_of_workflows_finds_nothing() -> None:
    found = [*BIN.glob("zizmor*")]
    command = [
        str(found[0]),
        "--offline",
        "--no-progress",
        "--persona",
        "pedantic",
        "--format",
        "json",
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(done.stdout) == [], done.stdout


def test_hooks_run_commands_that_there_are() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    known = {one.name for one in COMMANDS}
    for hook in hooks:
        tool, command = hook["entry"].split()
        assert (tool, command in known, hook["pass_filenames"]) == ("pathwayctl", True, False)


def git(folder: Path, *words: str) -> str:
    """What git answers."""
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with a project in an awkward folder, and one commit before what is in its files now."""
    top = tmp_path / "top"
    project = top / PROJECT
    project.mkdir(parents=True)
    (project / "pathway.yaml").write_text(HEAD)
    (project / "work.yaml").write_text("tasks: [{id: a, title: Draft it, duration: 2d}]\n")
    git(top, "init", "-q")
    git(top, "add", ".")
    git(top, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "One")
    (project / "work.yaml").write_text("tasks: [{id: a, title: Draft it, duration: 9d}]\n")
    return top


PROJECT = "plans/$(touch pwned) a'b"


def run(script: str, checkout: Path, box: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action in a checkout, with a stand-in for the program that writes comments."""
    tools = box / "bin"
    tools.mkdir(parents=True, exist_ok=True)
    (tools / "gh").write_text(FAKE_GH)
    (tools / "gh").chmod((tools / "gh").stat().st_mode | stat.S_IXUSR)
    head = git(checkout, "rev-parse", "HEAD").strip()
    (box / "event.json").write_text(json.dumps({"pull_request": {"number": 7, "base": {"sha": head}}}))
    if not (box / "comments.json").exists():
        (box / "comments.json").write_text("[]")
    env = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}",
        "BOX": str(box),
        "PROJECT": PROJECT,
        "AUDIENCE": "partners",
        "FAIL_ON": "error",
        "GITHUB_REPOSITORY": "board/plans",
        "GITHUB_EVENT_PATH": str(box / "event.json"),
        "GITHUB_STEP_SUMMARY": str(box / "summary.md"),
        **more,
    }
    del env["GIT_CEILING_DIRECTORIES"]
    return subprocess.run(
        ["bash", str(SCRIPTS / script)], cwd=checkout, env=env, capture_output=True, text=True, check=False
    )


def asked(box: Path) -> list[list[str]]:
    return [json.loads(line) for line in (box / "asked.jsonl").read_text().splitlines()]


@needs_bash
@needs_git
def test_the_first_run_writes_a_comment_and_the_next_one_updates_it(checkout: Path, tmp_path: Path) -> None:
    box = tmp_path / "box"
    done = run("comment_on_changes.sh", checkout, box)
    assert done.returncode == 0, done.stderr
    body = (box / "body.md").read_text()
    assert body.startswith(f"<!-- pathwayctl: what changes in {PROJECT} -->\n")
    assert "Draft it" in body
    assert asked(box)[-1][2:4] == ["POST", "repos/board/plans/issues/7/comments"]
    others = [{"id": 1, "body": None}, {"id": 2, "body": "Looks good"}]
    # Several pages of answers come one after another.
    (box / "comments.json").write_text(json.dumps(others) + json.dumps([{"id": 42, "body": body}]))
    run("comment_on_changes.sh", checkout, box)
    assert asked(box)[-1][2:4] == ["PATCH", "repos/board/plans/issues/comments/42"]
    assert not list(checkout.rglob("pwned"))
    assert not (box / "summary.md").exists()


@needs_bash
@needs_git
def test_where_commenting_is_not_allowed_the_job_page_has_it(checkout: Path, tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    (box / "refuse").touch()
    done = run("comment_on_changes.sh", checkout, box)
    assert done.returncode == 0
    assert "Draft it" in (box / "summary.md").read_text()


@needs_bash
@needs_git
@pytest.mark.parametrize("comments", ["[]", '[{"id": 42, "body": "<!-- pathwayctl: what changes in "}]'])
def test_a_fork_may_read_comments_but_not_write_them(comments: str, checkout: Path, tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    (box / "read-only").touch()
    (box / "comments.json").write_text(comments)
    done = run("comment_on_changes.sh", checkout, box)
    assert done.returncode == 0
    assert done.stdout.startswith("The comment could not be written")
    assert "Draft it" in (box / "summary.md").read_text()


@needs_bash
@needs_git
def test_a_change_elsewhere_is_said_to_change_nothing(checkout: Path, tmp_path: Path) -> None:
    git(checkout, "checkout", "-q", "--", ".")
    box = tmp_path / "box"
    assert run("comment_on_changes.sh", checkout, box).returncode == 0
    said = (box / "body.md").read_text()
    assert said.endswith("\nNothing has changed.\n")
    assert run("validate.sh", checkout, box).returncode == 0


@needs_bash
@needs_git
def test_a_project_that_the_change_removes_is_said_so(checkout: Path, tmp_path: Path) -> None:
    shutil.rmtree(checkout / PROJECT)
    box = tmp_path / "box"
    assert run("comment_on_changes.sh", checkout, box).returncode == 0
    said = (box / "body.md").read_text()
    done = run("validate.sh", checkout, box)
    assert "There is no folder or file “plans" in said
    assert (done.returncode, done.stderr) == (2, said.split("\n")[1] + "\n")


@needs_bash
@needs_git
def test_a_project_with_errors_is_said_in_the_comment(checkout: Path, tmp_path: Path) -> None:
    (checkout / PROJECT / "work.yaml").write_text("tasks: [{id: a, title: T, owner: nobody}]\n")
    box = tmp_path / "box"
    assert run("comment_on_changes.sh", checkout, box).returncode == 0
    assert "Nothing could be compared." in (box / "body.md").read_text()


@needs_bash
@needs_git
def test_a_very_long_comment_is_cut(checkout: Path, tmp_path: Path) -> None:
    entries = "".join(f"  - {{id: t{at}, title: {'é' * 190} {at}}}\n" for at in range(400))
    (checkout / PROJECT / "work.yaml").write_text(f"tasks:\n{entries}")
    box = tmp_path / "box"
    assert run("comment_on_changes.sh", checkout, box).returncode == 0
    assert len((box / "body.md").read_text()) < 65_536


@needs_bash
@needs_git
@pytest.mark.parametrize(("text", "level", "code"), [
    ("tasks: [{id: a, title: T}]\n", "error", 0),
    ("tasks: [{id: a, title: T, owner: nobody}]\n", "error", 1),
    ("tasks: [{id: a, title: T}]\n", "$(touch pwned)", 2),
])  # fmt: skip
def test_the_findings_are_marked(text: str, level: str, code: int, checkout: Path, tmp_path: Path) -> None:
    (checkout / PROJECT / "work.yaml").write_text(text)
    done = run("validate.sh", checkout, tmp_path / "box", FAIL_ON=level)
    assert done.returncode == code, done.stderr
    assert ("::error file=plans/$(touch pwned) a'b/work.yaml,line=1," in done.stdout) == (code == 1)
    assert not list(checkout.rglob("pwned"))
