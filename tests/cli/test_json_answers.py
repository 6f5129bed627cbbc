"""Every command that answers on the screen also answers other programs, as docs/exchange.md says."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from commands import Run, runner
from typer.main import get_command

from doc_pages import ROOT
from pathwayctl.cli.main import application
from pathwayctl.cli.registry import COMMANDS

PAGE = (ROOT / "docs" / "exchange.md").read_text("utf-8")
ROWS = re.findall(
    r"^\| `pathwayctl ([^`]+)` \| (`.+`) \|$", PAGE.partition("## Answers of commands")[2], re.M
)
MAKES_FILES = {"init", "render", "export", "schema"}
GROUP: Any = get_command(application())


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(
        shutil.copytree(ROOT / "examples" / "state_agency", tmp_path_factory.mktemp("json") / "project")
    )


@pytest.mark.parametrize("name", sorted({one.name for one in COMMANDS} - MAKES_FILES))
def test_every_command_that_answers_has_the_option(name: str) -> None:
    (form,) = [param for param in GROUP.commands[name].params if "--format" in param.opts]
    assert "json" in form.help


def test_the_commands_that_make_files_are_named_with_the_reason() -> None:
    (said,) = re.findall(r"^.*make files, and .*JSON already\.$", PAGE, re.M)
    assert set(re.findall(r"`(\w+)`", said)[-4:]) == MAKES_FILES


@pytest.mark.parametrize(("words", "fields"), ROWS, ids=[words for words, _ in ROWS])
def test_an_answer_has_the_fields_that_the_page_names(
    words: str, fields: str, project: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    before = {path: path.read_bytes() for path in project.rglob("*.yaml")}
    done = command(*shlex.split(words), "--format", "json")
    answer = json.loads(done.out)
    assert answer.pop("version") == 1
    assert sorted(answer) == sorted(re.findall(r"`(\w+)`", fields))
    assert {path: path.read_bytes() for path in project.rglob("*.yaml")} == before


def test_the_page_has_every_kind_of_answer() -> None:
    assert {words.partition(" ")[0] for words, _ in ROWS} >= {
        one.name for one in COMMANDS if one.group in ("Look something up", "Plan and print")
    }
