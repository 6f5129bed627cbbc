"""``pathwayctl doctor``: what is there, and what to do about what is missing."""

from __future__ import annotations

import json
import sys
from importlib import util
from pathlib import Path
from typing import Any

import pytest
from commands import Run, runner

from conftest import MakeProject
from pathwayctl import __version__
from pathwayctl.cli import used_parts


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


def found(command: Run, *words: str) -> dict[str, Any]:
    done = command("doctor", *words, "--format", "json")
    parts = {one["name"]: one for one in json.loads(done.out)["parts"]}
    return {"code": done.code, **parts}


def without(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    monkeypatch.setattr(
        used_parts, "find_spec", lambda name: None if name in modules else util.find_spec(name)
    )


def test_all_is_there(make_project: MakeProject, command: Run) -> None:
    done = command("doctor", "-p", str(make_project()))
    assert (done.code, done.err) == (0, "")
    assert f"version {__version__}" in done.out
    assert "  ok  Project              Example, format 1\n" in done.out
    assert done.out.endswith("Everything that pathwayctl needs is here.\n")


def test_what_is_missing_and_what_to_do(
    tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(monkeypatch, "docx", "typst")
    monkeypatch.setattr("pathwayctl.revisions.git.shutil.which", lambda _: None)
    monkeypatch.setattr(used_parts, "templates", lambda: tmp_path)
    monkeypatch.chdir(tmp_path)
    parts = found(command)
    assert parts["code"] == 2
    assert {name: part["state"] for name, part in parts.items() if name != "code"} == {
        "pathwayctl": "found", "Python": "found", "Shipped files": "missing",
        "Fonts": "missing", "PDF": "missing", "Word and PowerPoint": "optional", "git": "optional",
        "Screen": "found", "Project": "optional",
    }  # fmt: skip
    todo = [part["to_do"] for name, part in parts.items() if name != "code" and part["state"] != "found"]
    assert all(todo)
    assert command("doctor").out.endswith("Something is missing.\n")


def test_what_is_optional_is_no_failure(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "pptx")
    done = command("doctor")
    assert done.code == 0
    assert f'"./pathwayctl-{__version__}-py3-none-any.whl[word]"' in " ".join(done.out.split())


def test_what_is_installed_but_cannot_be_loaded(
    tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "typst.py").write_text("raise ImportError('a DLL was blocked')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "typst", raising=False)
    part = found(command)["PDF"]
    assert (part["state"], part["found"]) == (
        "missing", "the package typst cannot be loaded: a DLL was blocked",
    )  # fmt: skip


def test_a_project_with_errors_is_named(make_project: MakeProject, command: Run) -> None:
    root = make_project({"work.yaml": "tasks: [{id: a, title: A, owner: nobody}]\n"})
    part = found(command, "-p", str(root))["Project"]
    assert (part["found"], part["to_do"]) == (
        "project, with errors", "To see them: pathwayctl validate --errors",
    )  # fmt: skip


def test_a_screen_without_letters(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen:
        encoding = "cp437"

    monkeypatch.setattr("pathwayctl.cli.used_parts.sys.stdout", Screen())
    part = used_parts._screen()
    assert (part.state.value, part.said) == ("optional", "cp437, which has no letters such as é and “")


def test_a_rule_for_programs(command: Run) -> None:
    (one,) = json.loads(command("rule", "PW301", "--format", "json").out)["rules"]
    assert (one["code"], one["severity"], one["guides"]) == ("PW301", "error", [])
    assert len(json.loads(command("rule", "--format", "json").out)["rules"]) > 200
