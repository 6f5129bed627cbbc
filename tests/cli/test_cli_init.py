"""``pathwayctl init`` asks on a terminal for what was not given, and never in a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer

from pathwayctl.cli.init import init
from pathwayctl.cli.questions import on_terminal
from pathwayctl.loading.project import load
from pathwayctl.model.project import Header


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
