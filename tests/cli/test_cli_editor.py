"""``editor``, ``schema``, and ``--watch``: what a facilitator does at the keyboard."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest
from commands import Run, runner

from conftest import MakeProject
from doc_pages import ROOT

COLORADO = ROOT / "examples" / "colorado_sector"
PEOPLE = "people:\n  - {id: lee-park, name: Lee Park}\n"
SCHEMA = Path(".pathwayctl", "schema.json")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


def ids_in(file: Path) -> list[str]:
    known: list[str] = json.loads(file.read_text("utf-8"))["definitions"]["person"]["enum"]
    return known


def test_a_new_project_is_ready_for_the_editor(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "new"
    assert run("init", str(root), "--guide", "sector").code == 0
    assert (root / ".vscode" / "settings.json").is_file()
    assert json.loads((root / SCHEMA).read_text("utf-8"))["definitions"]["task"]["enum"][-1] is None
    assert run("validate", str(root)).code == 0


def test_the_editor_command_says_what_it_did(run: Run, make_project: MakeProject) -> None:
    root = make_project({"people.yaml": PEOPLE})
    planned = run("editor", str(root), "--helix", "--dry-run")
    assert planned.out.splitlines()[0] == "Would make .helix/languages.toml"
    assert not (root / ".helix").exists()
    (root / ".vscode").mkdir()
    (root / ".vscode" / "settings.json").write_text('// mine\n{"a": 1}\n')
    done = run("editor", str(root))
    assert done.code == 0
    assert "Left .vscode/settings.json" in done.out
    assert "has comments in it" in done.out
    assert '"./.pathwayctl/schema.json"' in done.out
    assert (root / ".vscode" / "settings.json").read_text() == '// mine\n{"a": 1}\n'
    assert ids_in(root / SCHEMA) == ["lee-park", None]


def test_the_folder_of_earlier_versions_is_moved(run: Run, make_project: MakeProject) -> None:
    root = make_project({"people.yaml": PEOPLE})
    run("editor", str(root))
    settings = root / ".vscode" / "settings.json"
    new = settings.read_text()
    settings.write_text(new.replace(".pathwayctl/", ".pathway/"))
    (root / ".pathway").mkdir()
    (root / ".pathway" / "schema.json").write_text("{}")
    (root / ".pathway" / ".gitignore").write_text("schema.json\n")
    planned = run("editor", str(root), "--dry-run")
    assert "Would remove .pathway: the schema for editors is now in .pathwayctl" in planned.out
    assert (root / ".pathway" / "schema.json").is_file()
    done = run("editor", str(root))
    assert "Added to .vscode/settings.json" in done.out
    assert "Removed .pathway" in done.out
    assert settings.read_text() == new
    assert not (root / ".pathway").exists()
    assert ".pathway:" not in run("editor", str(root)).out


def test_a_former_folder_with_more_in_it_stays(run: Run, make_project: MakeProject) -> None:
    root = make_project({"people.yaml": PEOPLE})
    (root / ".pathway").mkdir()
    (root / ".pathway" / "schema.json").write_text("{}")
    (root / ".pathway" / "mine.txt").write_text("mine")
    assert "Left .pathway" in run("editor", str(root)).out
    assert sorted(one.name for one in (root / ".pathway").iterdir()) == ["mine.txt", "schema.json"]


def test_the_editor_command_answers_programs(run: Run, make_project: MakeProject) -> None:
    root = make_project({})
    planned = json.loads(run("editor", str(root), "--dry-run", "--format", "json").out)
    assert (planned["version"], planned["dry_run"]) == (1, True)
    assert {one["done"] for one in planned["files"]} == {"made"}
    assert not (root / ".vscode").exists()
    (root / ".vscode").mkdir()
    (root / ".vscode" / "settings.json").write_text("[]")
    done = json.loads(run("editor", str(root), "--format", "json").out)
    (left,) = [one for one in done["files"] if one["done"] == "left"]
    assert left["name"] == ".vscode/settings.json"
    assert "yaml.schemas" in left["lacking"]


def test_a_copy_from_git_gets_its_schema_at_the_first_check(
    run: Run, make_project: MakeProject, tmp_path: Path
) -> None:
    root = make_project({"people.yaml": PEOPLE})
    run("editor", str(root))
    seen = (root / ".pathwayctl" / ".gitignore").read_text().split()
    assert seen == ["*", "!.gitignore"], "git keeps this file, and so the folder, and nothing else in it"
    (root / SCHEMA).unlink()
    run("validate", str(root))
    assert ids_in(root / SCHEMA) == ["lee-park", None]


def test_the_schema_is_made_anew_when_an_id_changes(run: Run, make_project: MakeProject) -> None:
    root = make_project({"people.yaml": PEOPLE})
    run("validate", str(root))
    assert not (root / SCHEMA).exists(), "the project is not set up for an editor"
    run("editor", str(root))
    first = (root / SCHEMA).stat().st_mtime_ns
    run("validate", str(root))
    assert (root / SCHEMA).stat().st_mtime_ns == first, "nothing has changed"
    (root / "people.yaml").write_text(PEOPLE.replace("lee-park", "dana-ruiz"))
    run("schedule", str(root))
    assert ids_in(root / SCHEMA) == ["dana-ruiz", None]
    (root / "people.yaml").write_text("people: [\n")
    run("validate", str(root))
    assert ids_in(root / SCHEMA) == ["dana-ruiz", None], "the file cannot be read, so the last schema stays"


def test_the_schema_is_shown_or_written(run: Run, make_project: MakeProject, tmp_path: Path) -> None:
    root = make_project({"people.yaml": PEOPLE})
    assert "enum" not in json.loads(run("schema").out)["definitions"]["person"]
    file = tmp_path / "out.json"
    assert run("schema", "--project", str(root), "-o", str(file)).code == 0
    assert ids_in(file) == ["lee-park", None]


def test_findings_come_a_line_each(run: Run, make_project: MakeProject) -> None:
    root = make_project({"plan.yaml": "tasks:\n  - {id: a, title: A, owner: who}\n"})
    shown = run("validate", str(root), "--format", "lines").out.splitlines()
    (line,) = [one for one in shown if "PW303" in one]
    assert line.split("plan.yaml")[1].startswith(":2:30: error PW303: “A” is owned by “who”")


@pytest.mark.parametrize(
    "words", [("validate", "a", "b"), ("validate", "a", "--fix"), ("validate", "a", "--remember")]
)
def test_only_one_project_is_watched(run: Run, make_project: MakeProject, words: tuple[str, ...]) -> None:
    root = make_project({})
    shutil.copytree(root, root.parent / "b")
    places = [str(root if one == "a" else root.parent / "b") if len(one) == 1 else one for one in words]
    assert run(*places, "--watch").code == 2


class Watching:
    """A command in a terminal of its own, which goes on until Ctrl-C."""

    def __init__(self, root: Path, *words: str) -> None:
        self.pid, self.end = os.forkpty()
        if not self.pid:
            os.chdir(root)
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests in the background have it turned off
            os.execv(sys.executable, [sys.executable, "-m", "pathwayctl", *words])

    def shown(self, mark: str = "press Ctrl-C.", patience: float = 120) -> str:
        """What the screen shows until a mark comes."""
        text = b""
        end = time.monotonic() + patience
        while mark.encode() not in text:
            assert time.monotonic() < end, text
            if select.select([self.end], [], [], 1)[0]:
                text += os.read(self.end, 65_536)
        return text.decode()

    def interrupt(self) -> int:
        """Press Ctrl-C; returns the exit code."""
        os.write(self.end, b"\x03")
        assert "Stopped." in self.shown("Stopped.")
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


@pytest.fixture
def project(make_project: MakeProject) -> Path:
    plan = "tasks:\n  - {id: a, title: Write, duration: 5d}\n"
    return make_project({"plan.yaml": plan, "people.yaml": PEOPLE})


@pytest.mark.skipif(not hasattr(os, "forkpty"), reason="there are no such terminals here")
def test_validate_runs_again_on_each_save_until_ctrl_c(project: Path) -> None:
    (project / ".pathwayctl").mkdir()
    watched = Watching(project, "validate", "--watch")
    first = watched.shown()
    assert "Checked the project: " in first
    assert "Since the last check" not in first
    plan = project / "plan.yaml"
    text = plan.read_text()
    plan.write_text(text.replace("title: Write", "title: Write, owner: ghost"))
    second = watched.shown()
    assert "\x1b[2J" in second, "the screen is drawn anew"
    assert "PW303" in second
    assert "1 error new" in second
    plan.write_text(text)
    assert "1 error" in watched.shown().partition("Since the last check: ")[2]
    (project / "people.yaml").write_text(PEOPLE.replace("lee-park", "dana-ruiz"))
    watched.shown()
    assert watched.interrupt() == 0
    assert ids_in(project / SCHEMA) == ["dana-ruiz", None]


@pytest.mark.skipif(not hasattr(os, "forkpty"), reason="there are no such terminals here")
def test_ctrl_c_ends_with_the_code_of_the_last_check(project: Path) -> None:
    (project / "plan.yaml").write_text("tasks:\n  - {id: a, title: A, owner: ghost}\n")
    watched = Watching(project, "validate", "--watch", "--format", "lines")
    assert "\x1b[2J" not in watched.shown()
    assert watched.interrupt() == 1


@pytest.mark.skipif(not hasattr(os, "forkpty"), reason="there are no such terminals here")
def test_render_makes_the_pages_again(project: Path) -> None:
    watched = Watching(project, "render", "--watch", "--handout", "4b", "--format", "md")
    assert "Wrote" in watched.shown()
    (project / "plan.yaml").write_text("tasks:\n  - {id: a, title: Write the whole charter, duration: 5d}\n")
    watched.shown()
    pages = [one.read_text("utf-8") for one in (project / "build").rglob("*.md")]
    assert any("Write the whole charter" in one for one in pages)
    (project / "plan.yaml").write_text("tasks: [\n")
    assert "Nothing was made" in watched.shown(), "an error does not end it"
    assert watched.interrupt() == 1


@pytest.mark.skipif(not hasattr(os, "forkpty"), reason="there are no such terminals here")
def test_what_is_left_out_is_said_again_only_when_it_changes(project: Path) -> None:
    watched = Watching(project, "render", "--watch", "--format", "md")
    assert "Left out what is for your own staff only" in watched.shown()
    plan = project / "plan.yaml"
    plan.write_text(plan.read_text().replace("title: Write", "title: Read"))
    assert "Left out" not in watched.shown()
    pathway = project / "pathway.yaml"
    pathway.write_text(pathway.read_text() + "  guides: [sector]\n")
    assert "Left out what is for your own staff only" in watched.shown()
    assert watched.interrupt() == 0
