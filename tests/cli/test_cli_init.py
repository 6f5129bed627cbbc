"""``pathwayctl init`` asks on a terminal for what was not given, and never in a pipe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
from commands import runner

from doc_pages import ROOT
from pathwayctl.app import open_project
from pathwayctl.cli.init import init
from pathwayctl.cli.questions import on_terminal
from pathwayctl.loading.project import load
from pathwayctl.model.project import Header
from pathwayctl.scaffolds.example_projects import EXAMPLES
from repositories import Repository, repository


@pytest.fixture(autouse=True)
def a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # January 1, 2027, a Friday


class Terminal:
    """Stands in for whoever sits there: what they type, line by line; at the end they press Ctrl-D."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("pathwayctl.cli.init_answers.on_terminal", lambda: True)
        monkeypatch.setattr("builtins.input", self.type)
        self.lines: Iterator[Any] = iter(())
        self.asked = 0

    def will_type(self, *lines: object) -> None:
        self.lines = iter(lines)

    def type(self, prompt: str) -> str:
        assert prompt == "> "
        self.asked += 1
        line = next(self.lines, EOFError())
        if isinstance(line, BaseException):
            raise line
        return str(line)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(monkeypatch)


def header(folder: Path) -> Header:
    return load(folder).plan.project


def test_enter_takes_what_is_offered(tmp_path: Path, terminal: Terminal) -> None:
    terminal.will_type(*[""] * 5)
    init(tmp_path / "our-region")
    project = header(tmp_path / "our-region")
    assert (project.name, project.start, list(project.guides)) == ("Our region", date(2027, 1, 4), ["sector"])
    assert project.terms == {"region": "our region", "industry": "our industry"}
    assert terminal.asked == 5


def test_answers_go_into_the_files(tmp_path: Path, terminal: Terminal) -> None:
    answers = ("  North   Star ", "2027-03-01", "2, grades-9-14", "Bluestem", "Cedar Valley", "the valley")
    terminal.will_type(*answers)
    init(tmp_path / "new")
    project = header(tmp_path / "new")
    assert (project.name, project.start) == ("North Star", date(2027, 3, 1))
    assert list(project.guides) == ["ccrs", "grades-9-14"]
    assert project.terms == {"college": "Bluestem", "school-district": "Cedar Valley", "region": "the valley"}


def test_what_was_given_is_not_asked_again(
    tmp_path: Path, terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal.will_type("advanced manufacturing")
    init(tmp_path / "new", ["sector"], "Ours", "2027-02-01", ["region=the valley"])
    shown = capsys.readouterr().out
    assert terminal.asked == 1
    assert "What is the project called?" not in shown
    assert "Guides that a project can follow" not in shown
    assert "1 blank to fill in" in shown
    assert header(tmp_path / "new").terms == {"region": "the valley", "industry": "advanced manufacturing"}


def test_with_everything_given_nothing_is_asked(tmp_path: Path, terminal: Terminal) -> None:
    init(tmp_path / "new", ["sector"], "Ours", "2027-02-01", ["region=the valley", "industry=energy"])
    assert terminal.asked == 0
    assert (tmp_path / "new" / "pathway.yaml").is_file()


@pytest.mark.parametrize(
    ("place", "wrong", "hint"),
    [
        (0, "\x1b[A", "could not be read"),
        (0, UnicodeDecodeError("utf-8", b"\xff", 0, 1, "?"), "could not be read"),
        (1, "January 4", "is not a day. Days are written year, month, day. Write 2027-01-04"),
        (1, "2027-02-30", "is not a day: February 2027 has 28 days. Write 2027-01-04"),
        (1, "0027-01-04", "too far away"),
        (2, "sectors", "Did you mean “sector”?"),
        (2, "9", "a number from 1 to 4"),
        (2, "0", "a number from 1 to 4"),
        (2, "²", "There is no guide “²”"),
        (2, ",", "at least one"),
    ],
)
def test_a_wrong_answer_is_asked_again_with_a_hint(
    tmp_path: Path,
    terminal: Terminal,
    capsys: pytest.CaptureFixture[str],
    place: int,
    wrong: object,
    hint: str,
) -> None:
    answers: list[object] = [""] * 5
    terminal.will_type(*answers[:place], wrong, *answers[place:])
    init(tmp_path / "new")
    assert hint in capsys.readouterr().out
    assert terminal.asked == 6
    assert list(header(tmp_path / "new").guides) == ["sector"]


@pytest.mark.parametrize("ended", [KeyboardInterrupt(), EOFError()])
@pytest.mark.parametrize("after", [0, 2, 4])
def test_whoever_stops_leaves_nothing_behind(
    tmp_path: Path,
    terminal: Terminal,
    capsys: pytest.CaptureFixture[str],
    ended: BaseException,
    after: int,
) -> None:
    terminal.will_type(*[""] * after, ended)
    with pytest.raises((typer.Exit, KeyboardInterrupt)) as end:
        init(tmp_path / "deep" / "new")
    assert isinstance(end.value, KeyboardInterrupt) or getattr(end.value, "exit_code", 0) == 2
    assert "Nothing was made." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_asked_where_the_folder_cannot_be_used(tmp_path: Path, terminal: Terminal) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(typer.Exit):
        init(tmp_path)
    assert terminal.asked == 0


def test_a_folder_in_the_way_ends_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    init(tmp_path / "project")
    for folder, why in {
        "file": "is a file",
        "project": "not empty",
        "project/inner": "inside the project",
        "x" * 300: "name is too long",
        "aux": "every computer can have",
        "NUL.2027": "every computer can have",
        "plan.": "every computer can have",
        "C:plan": "every computer can have",
    }.items():
        capsys.readouterr()
        with pytest.raises(typer.Exit):
            init(tmp_path / folder)
        assert why in capsys.readouterr().err


@pytest.mark.parametrize("term", ["college", "=Bluestem", "college= "])
def test_a_term_without_its_words_ends_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], term: str
) -> None:
    with pytest.raises(typer.Exit):
        init(tmp_path / "new", terms=[term])
    assert "does not say what to set" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_in_a_pipe_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("somebody was asked"))
    assert not on_terminal()
    init(tmp_path / "new-one", ["components,ccrs"])
    project = header(tmp_path / "new-one")
    assert (project.name, list(project.guides)) == ("New one", ["ccrs", "components"])
    assert project.terms == {}


def test_without_its_streams_a_program_has_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert not on_terminal()


@pytest.mark.parametrize("start", ["4 January", "1899-12-31", "2200-01-01"])
def test_a_first_day_that_cannot_be_ends_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], start: str
) -> None:
    with pytest.raises(typer.Exit) as end:
        init(tmp_path / "new", start=start)
    assert end.value.exit_code == 2
    assert start in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_failure_is_told_with_what_was_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from pathwayctl.scaffolds import NotMade
    from pathwayctl.writing import NotWritten, write

    def full(folder: Path, name: str, text: str) -> object:
        if name == "risks.yaml":
            return NotWritten(folder / name, "The disk is full.", "Make room, then run this again.")
        return write(folder, name, text)

    monkeypatch.setattr("pathwayctl.scaffolds.write", full)
    with pytest.raises(typer.Exit):
        init(tmp_path / "new")
    shown = capsys.readouterr().err
    assert "risks.yaml: The disk is full. Nothing was made." in shown
    assert list(tmp_path.iterdir()) == []

    (tmp_path / "kept").mkdir()
    stays = NotMade(NotWritten(tmp_path / "kept", "The disk is full.", ""), (tmp_path / "kept" / "a.yaml",))
    monkeypatch.setattr("pathwayctl.scaffolds.lay_out", lambda *given: stays)
    with pytest.raises(typer.Exit):
        init(tmp_path / "kept")
    shown = capsys.readouterr().err
    assert "a.yaml" in shown
    assert "Nothing was made" not in shown


USUAL = {
    "README.md": "# Ours\n",
    "LICENSE": "MIT\n",
    ".DS_Store": "x",
    "desktop.ini": "[x]\n",
    "Thumbs.db": "x",
    ".gitattributes": "* text=auto\n",
    "CODE_OF_CONDUCT.md": "Be kind.\n",
    ".vscode/extensions.json": '{"recommendations": ["a.b"]}\n',
    ".gitignore": "*.tmp\n",
}


@pytest.mark.parametrize("name", USUAL)
def test_a_project_can_begin_in_the_folder_of_a_new_repository(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(USUAL[name])
    init(tmp_path)
    project = open_project(tmp_path)
    assert project.errors == ()
    assert "build/" in (tmp_path / ".gitignore").read_text().splitlines()
    if name == ".gitignore":
        assert file.read_text() == "*.tmp\nbuild/\n"
    elif name.startswith(".vscode"):
        assert json.loads(file.read_text())["recommendations"][0] == "a.b"
    else:
        assert file.read_text() == USUAL[name]


def test_a_project_can_begin_in_a_fresh_clone(tmp_path: Path) -> None:
    origin = repository(tmp_path / "origin")
    origin.commit("2027-01-01", {"README.md": "# Ours\n", "LICENSE": "MIT\n"})
    origin.git("clone", "-q", str(origin.folder), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    init(clone.folder)
    clone.write({"build/page.html": "x"})
    clone.git("add", "--all")
    shown = clone.git("diff", "--cached", "--name-only").split()
    assert [name for name in shown if name.startswith((".p", ".v", "build", "pathway."))] == [
        ".pathwayctl/.gitignore",
        ".vscode/extensions.json",
        ".vscode/settings.json",
        ".vscode/tasks.json",
        "pathway.yaml",
    ]


@pytest.mark.parametrize("name", ["partners.yaml", "notes.docx", "readme.yaml", "license/x.txt", "work/a.md"])
def test_a_folder_with_anything_else_in_it_is_left_alone(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine")
    (tmp_path / "README.md").write_text("mine")
    with pytest.raises(typer.Exit):
        init(tmp_path)
    assert f"it has “{name.partition('/')[0]}” in it" in capsys.readouterr().err
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["README.md", name.partition("/")[0]])


@pytest.mark.parametrize("name", [".vscode", ".editorconfig"])
def test_settings_that_cannot_be_written_do_not_stop_it(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if name == ".vscode":
        (tmp_path / name).write_text("a file, not a folder")
    else:
        (tmp_path / name).mkdir()
    init(tmp_path)
    shown = capsys.readouterr()
    assert name in shown.err
    assert "Made 1" in shown.out
    assert open_project(tmp_path).errors == ()


def test_every_example_is_offered_and_copied_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ROOT / "examples"
    assert sorted(EXAMPLES) == sorted(one.name for one in home.iterdir() if one.is_dir())
    init(example="")
    offered = capsys.readouterr().out
    for name in EXAMPLES:
        assert f"pathwayctl init --example {name}\n" in offered
        init(tmp_path / name, example=name.replace("_", "-"))
        files = {
            one.relative_to(home / name)
            for one in (home / name).rglob("*")
            if one.is_file() and one.relative_to(home / name).parts[0] != "build"
        }
        copied = {one: (tmp_path / name / one).read_bytes() for one in files}
        assert copied == {one: (home / name / one).read_bytes() for one in files}
        assert (tmp_path / name / ".pathwayctl" / "schema.json").is_file()


def test_an_example_has_its_own_name_or_is_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    init(example="grades_9_14_district")
    assert header(tmp_path / "grades_9_14_district").name == "Willow Creek electrical and HVAC pathway"
    init(tmp_path / "ours", example="")
    assert header(tmp_path / "ours").name == "Northern Colorado advanced manufacturing pathways"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--example", "nowhere"), "There is no example “nowhere”"),
        (("--example", "--name", "X"), "goes with no other option"),
        ((), "needs DIR after it"),
    ],
)
def test_init_says_what_it_needs(
    words: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    done = runner(monkeypatch, capsys)("init", *words)
    assert done.code == 2
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("start", "said"), [("2027-01-02", "is a Saturday"), ("2027-01-04", "")])
def test_a_first_day_at_a_weekend_is_mentioned(
    start: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    init(tmp_path / "new", start=start)
    shown = capsys.readouterr().err
    assert ("is a S" in shown) is bool(said)
    assert said in shown
    assert header(tmp_path / "new").start.isoformat() == start


@pytest.mark.parametrize("options", [["--guide", "ccrs"], ["--example", "state_agency"]])
def test_a_dry_run_names_the_files_and_makes_none(
    options: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    done = runner(monkeypatch, capsys)("init", "new", *options, "--dry-run")
    assert done.code == 0
    assert "in new:\n" in done.out
    assert "  pathway.yaml\n" in done.out
    assert "nothing was written" in done.err
    assert not (tmp_path / "new").exists()


def test_a_dry_run_of_a_guide_that_is_added_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    command = runner(monkeypatch, capsys)
    command("init", "new", "--guide", "ccrs", "--start", "2027-01-04")
    before = {path: path.read_bytes() for path in (tmp_path / "new").rglob("*") if path.is_file()}
    dry = command("init", "new", "--add-guide", "sector", "--dry-run")
    assert {path: path.read_bytes() for path in (tmp_path / "new").rglob("*") if path.is_file()} == before
    made = command("init", "new", "--add-guide", "sector")
    assert made.out == dry.out.replace("Would add", "Added").replace("Would make", "Made")
