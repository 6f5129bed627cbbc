"""A project keeps the findings that it has for now, and a check fails only on others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Run, runner

from conftest import MakeProject

GAPS = {"work.yaml": 'tasks:\n  - {id: a, title: "Meet at [PLACE]"}\n'}
MORE = '  - {id: b, title: "Eat at [CAFE]"}\n'


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = make_project(GAPS)
    monkeypatch.chdir(root)
    return root


def test_what_is_known_does_not_fail_and_what_is_new_does(project: Path, command: Run) -> None:
    assert command("validate", "--strict").code == 1
    kept = command("validate", "--remember")
    assert (kept.code, kept.err.splitlines()[-1]) == (
        0, "Wrote 2 findings to known-findings.json. Keep it with the project.",
    )  # fmt: skip
    assert command("validate", "--strict", "--fail-on", "new").code == 0
    with (project / "work.yaml").open("a") as file:
        file.write(MORE)
    done = command("validate", "--fail-on", "new")
    assert done.code == 1
    assert "“[CAFE]” is not filled in yet." in done.out
    assert "“[PLACE]” is not filled in yet." not in done.out
    (project / "work.yaml").write_text(f"# moved\n\n{GAPS['work.yaml']}")
    assert command("validate", "--fail-on", "new").code == 0


def test_an_error_is_never_known(project: Path, command: Run) -> None:
    (project / "bad.yaml").write_text("tasks: [{id: z, title: Z, owner: nobody}]\n")
    command("validate", "--remember")
    assert "PW303" not in (project / "known-findings.json").read_text()
    done = command("validate", "--fail-on", "new")
    assert (done.code, "PW303" in done.out) == (1, True)


@pytest.mark.parametrize("text", ["", "[]", '{"findings": [1]}', '{"findings": {}, ', "\xff"])
def test_a_file_that_cannot_be_read_is_said_in_plain_words(text: str, project: Path, command: Run) -> None:
    (project / "known-findings.json").write_text(text, encoding="latin-1")
    done = command("validate", "--fail-on", "new")
    assert done.code == 2
    assert "To write it again: pathwayctl validate --remember" in done.err


def test_what_to_type_where_there_is_no_file(project: Path, command: Run) -> None:
    assert "To write it: pathwayctl validate --remember" in command("validate", "--fail-on", "new").err


@pytest.mark.parametrize(
    ("words", "code"),
    [(("error",), 0), (("warning",), 1), (("note",), 1), (("warning", "--strict"), 1)],
)
def test_what_makes_the_check_fail(words: tuple[str, ...], code: int, project: Path, command: Run) -> None:
    assert command("validate", "--fail-on", *words).code == code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--fail-on", "worst"), "There is no level “worst”."),
        (("--fail-on", "error", "--strict"), "--strict is --fail-on warning."),
    ],
)
def test_levels_that_make_no_sense(words: tuple[str, ...], said: str, project: Path, command: Run) -> None:
    done = command("validate", *words)
    assert (done.code, said in done.err) == (2, True)


def test_the_page_of_a_job_gets_the_findings(
    project: Path, command: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    command("validate")
    assert page.read_text() == "before\n"
    command("validate", "--format", "github")
    assert page.read_text().startswith("before\n## pathwayctl validate\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    assert command("validate", "--format", "github").code == 0


def test_paths_are_from_the_top_of_the_repository(project: Path, command: Run) -> None:
    (project.parent / ".git").mkdir()
    (one, *_) = json.loads(command("validate", "--format", "gitlab").out)
    assert one["location"]["path"] == "project/work.yaml"
