"""``validate --fix`` and ``fmt``, as a facilitator uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run, runner
from edited_projects import WORK

from conftest import MakeProject
from pathwayctl.cli import questions

WRONG = WORK.replace("duration: 2d", "duration: 2 days").replace("owner: lee", "owner: Lee Wong")
UNCLEAR = "    deadline: 3/4/2027\n"
WIDE = (
    WORK.replace("  - id: draft\n", "  -   id:  draft\n")
    .replace("    title: Draft", "      title: Draft")
    .replace("    duration: 2d\n    owner: dana\n", "      duration: 2d\n      owner: dana\n")
)


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("fmt")``."""
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two mistakes that have one fix each, in which the current folder is."""
    root = make_project({"work.yaml": WRONG})
    monkeypatch.chdir(root)
    return root


def test_what_is_clear_is_fixed_and_undone(project: Path, command: Run) -> None:
    done = command("validate", "--fix", "--yes")
    assert (done.code, done.err) == (0, "")
    assert "-    duration: 2 days\n+    duration: 2d\n" in done.out
    assert "Fixed 2 findings:\n" in done.out
    assert "  PW207 Id with characters that are not allowed (1): work.yaml:15\n" in done.out
    assert "Left for you to decide:" in done.out
    assert (project / "work.yaml").read_text() == WORK
    assert command("undo").out == "Undid: validate --fix --yes\nChanged work.yaml.\n"
    assert (project / "work.yaml").read_text() == WRONG


def test_what_is_not_clear_is_left_and_fails_the_check(project: Path, command: Run) -> None:
    (project / "work.yaml").write_text(WRONG + UNCLEAR)
    done = command("validate", "--fix", "--yes")
    assert done.code == 1
    assert "Fixed 2 findings:" in done.out
    assert "Write deadline: 2027-03-04 for March 4" in done.out
    assert (project / "work.yaml").read_text() == WORK + UNCLEAR
    again = command("validate", "--fix", "--yes")
    assert again.code == 1
    assert again.out.startswith("No finding can be fixed by command.\n")


def test_a_dry_run_shows_both_and_writes_nothing(project: Path, command: Run) -> None:
    (project / "work.yaml").write_text(WRONG + UNCLEAR)
    done = command("validate", "--fix", "--dry-run")
    assert done.code == 1
    assert "Can fix 2 findings:" in done.out
    assert "Left for you to decide: " in done.out
    assert "  PW209 Date that cannot be read (1): work.yaml:22\n" in done.out
    assert "Dry run: nothing was written." in done.out
    assert (project / "work.yaml").read_text() == WRONG + UNCLEAR


def test_without_a_terminal_nothing_is_written_unasked(project: Path, command: Run) -> None:
    done = command("validate", "--fix")
    assert done.code == 1
    assert "To make these changes, run the command again with --yes." in done.err
    assert (project / "work.yaml").read_text() == WRONG


@pytest.mark.parametrize(
    ("answers", "changed"), [(["yes"], True), (["no"], False), (["perhaps", "y"], True), ([""], False)]
)
def test_a_terminal_is_asked(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch, answers: list[str], changed: bool
) -> None:
    given = iter(answers)
    monkeypatch.setattr(questions, "on_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(given))
    done = command("validate", "--fix")
    assert "Change this file? (yes or no) [no]" in done.out
    assert ((project / "work.yaml").read_text() == WORK) is changed
    assert done.code == (0 if changed else 1)


def test_only_what_is_selected_is_fixed(project: Path, command: Run) -> None:
    command("validate", "--fix", "--yes", "--select", "PW211")
    assert (project / "work.yaml").read_text() == WRONG.replace("2 days", "2d")


def test_json_says_what_is_fixed_and_what_is_left(project: Path, command: Run) -> None:
    (project / "work.yaml").write_text(WRONG + UNCLEAR)
    done = command("validate", "--fix", "--yes", "--format", "json")
    said = json.loads(done.out)
    assert (said["version"], said["written"]) == (1, True)
    assert [(one["code"], one["file"], one["line"]) for one in said["fixed"]] == [
        ("PW211", "work.yaml", 10),
        ("PW207", "work.yaml", 15),
    ]
    assert "PW209" in {one["code"] for one in said["left"]}
    assert [one["file"] for one in said["files"]] == ["work.yaml"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--yes",), "--yes goes with --fix: pathwayctl validate --fix --yes"),
        (("--dry-run",), "--dry-run goes with --fix: pathwayctl validate --fix --dry-run"),
        (("--fix", "--format", "github"), "With --fix, the format is text or json."),
    ],
)
def test_options_that_do_not_go_together(
    project: Path, command: Run, options: tuple[str, ...], said: str
) -> None:
    done = command("validate", *options)
    assert (done.code, done.out, done.err) == (2, "", f"{said}\n")


def test_the_report_says_how_many_can_be_fixed(project: Path, command: Run) -> None:
    assert "To fix 2 of these by command: pathwayctl validate --fix\n" in command("validate").out


def test_files_are_laid_out_and_that_is_undone(project: Path, command: Run) -> None:
    (project / "work.yaml").write_text(WIDE)
    assert command("fmt").out == "Changed work.yaml.\n"
    assert (project / "work.yaml").read_text() == WORK
    assert command("fmt").out == "Nothing to change.\n"
    command("undo")
    assert (project / "work.yaml").read_text() == WIDE


def test_a_check_lists_the_files_and_fails(project: Path, command: Run) -> None:
    (project / "work.yaml").write_text(WIDE)
    done = command("fmt", "--check")
    assert (done.code, done.out) == (1, "work.yaml would change.\nDry run: nothing was written.\n")
    assert "-  -   id:  draft\n" in command("fmt", "--dry-run").out
    assert (project / "work.yaml").read_text() == WIDE
    (project / "work.yaml").write_text(WORK)
    assert command("fmt", "--check").code == 0


def test_a_file_that_cannot_be_read_is_named(project: Path, command: Run) -> None:
    (project / "work.yaml").write_text("tasks: [\n")
    done = command("fmt")
    assert "Warning: work.yaml stays as it is: there is an error in line 1." in done.err
    assert done.out == "Nothing to change.\n"
