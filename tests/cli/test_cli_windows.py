"""What is different on Windows, tried without Windows: the encodings of old screens."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from edited_projects import WORK

from conftest import MakeProject
from pathwayctl.cli.main import run
from pathwayctl.cli.registry import COMMANDS

MEETINGS = """\
meetings:
  - id: april
    title: “Réunion” – 会议 ✓
    kind: board
    date: 2027-04-05
    decisions: [Adopt “é” → ü 会]
    actions: [{title: Call José, owner: dana}]
"""
BESIDE = """\
goals: [{id: goal, title: “Más” – 目标 ½}]
teams: [{id: team, title: Ünïcode ✓ 计划, kind: advisory}]
"""
WORDS = {
    "init": "../new --guide sector --name Área --start 2027-01-04",
    "validate": "--all",
    "rule": "PW301",
    "editor": "",
    "set": "draft.title 草稿→ --dry-run",
    "add": "risk --title 风险 --kind external --category 经济 --dry-run",
    "task": "done kickoff --dry-run",
    "minutes": "april --present dana --dry-run",
    "rename": "draft first-draft --dry-run",
    "move": "goal --file 目标.yaml --dry-run",
    "remove": "goal --dry-run",
    "replace": "dana lee --dry-run",
    "fmt": "--check",
    "undo": "",
    "who": "dana",
    "actions": "",
    "decisions": "",
    "diff": "plan plan",
    "doctor": "",
    "status": "",
    "next": "--all",
    "schedule": "",
    "simulate": "--runs 20",
    "why": "review",
    "baseline": "save plan",
    "render": "--handout 4b --format md",
    "export": "csv -o out",
    "import": "contacts.csv --as people --dry-run",
    "schema": "",
}
"""Every command, with words that make it say something."""


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a project whose texts hold letters of many languages."""
    root = make_project({"work.yaml": WORK, "meetings.yaml": MEETINGS, "beside.yaml": BESIDE})
    (root / "contacts.csv").write_text("Name,Category\nJosé “会” Ñ,k-12\n", "utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
@pytest.mark.parametrize("command", [one.name for one in COMMANDS])
def test_every_command_speaks_on_an_old_screen(
    command: str, encoding: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    if command == "diff":
        monkeypatch.setattr(sys, "argv", ["pathwayctl", "baseline", "save", "plan"])
        assert run() == 0
    screens = [io.TextIOWrapper(io.BytesIO(), encoding, newline="\r\n", write_through=True) for _ in "ab"]
    for name, screen in zip(("stdout", "stderr"), screens, strict=True):
        monkeypatch.setattr(sys, name, screen)
    monkeypatch.setattr(sys, "argv", ["pathwayctl", command, *WORDS[command].split()])
    code = run()
    shown, told = (screen.buffer.getvalue().decode(encoding) for screen in screens)
    assert code in (0, 1) or command == "undo", told
    assert shown + told
    assert "error in the program itself" not in told
