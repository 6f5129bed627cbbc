"""Help that reads well, and plain words for whoever mistypes a command."""

from __future__ import annotations

import errno
import io
import re
import runpy
import sys
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from commands import Run, runner

import pathwayctl.__main__ as start
from pathwayctl import __version__
from pathwayctl.cli import main
from pathwayctl.cli.exits import reason
from pathwayctl.cli.registry import COMMANDS
from pathwayctl.cli.typed_values import chosen, given_today, the_day, the_one
from pathwayctl.cli.usage import HelpCommand
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: ``command("validate", "my-project")``."""
    return runner(monkeypatch, capsys)


def test_the_help_shows_all_commands_in_their_groups(command: Run) -> None:
    done = command("--help")
    assert (done.code, done.err) == (0, "")
    assert command("-h") == done
    places = [done.out.index(f"\n  {one.name} ") for one in COMMANDS]
    assert places == sorted(places)
    for one in COMMANDS:
        assert f"\n{one.group}:\n" in done.out
    assert max(map(len, done.out.splitlines())) <= 80


@pytest.mark.parametrize("name", ["init", "validate", "rule", "schedule", "why", "render"])
def test_the_help_of_a_command(name: str, command: Run) -> None:
    done = command(name, "--help")
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / f"help-{name}.txt", done.out)


@pytest.mark.parametrize("name", [one.name for one in COMMANDS])
@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_every_help_says_in_plain_words_what_each_option_does(
    name: str, width: str, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    text = command(name, "--help").out
    usage, _, rest = text.partition("\n\n")
    words = " ".join(usage.split())
    assert words.startswith(f"Usage: pathwayctl {name} ")
    assert words.endswith("[OPTIONS]")
    assert "\nOptions:\n" in rest
    assert f"\nExamples:\n  pathwayctl {name}" in rest
    explained = text.partition("\nExamples:\n")[0]
    assert not re.search(r"<\w+>|\[default|\[required|None|Path", text)
    assert max(map(len, explained.splitlines())) <= int(width)
    for line in explained.splitlines():
        if line.startswith("  -"):
            assert re.fullmatch(r"  (-\w, )?--[\w-]+( [A-Z=]+| \[[A-Z]+\])?  +\S.*", line), line


def test_without_a_command_a_newcomer_is_told_how_to_begin(command: Run) -> None:
    done = command()
    assert (done.code, done.err) == (0, "")
    check_snapshot(EXPECTED / "welcome.txt", done.out)


@pytest.mark.parametrize("words", [["--version"], ["--version", "schedule"], ["version"]])
def test_the_version(words: list[str], command: Run) -> None:
    assert command(*words).out == f"pathwayctl {__version__}\n"


def test_help_is_a_command_too(command: Run) -> None:
    assert command("help") == command("--help")
    assert command("help", "schedule") == command("schedule", "--help")
    assert command("help", "shedule").err.startswith(
        "There is no command “shedule”. Did you mean “schedule”?"
    )


@pytest.mark.parametrize("name", ["validate", "schedule", "simulate", "next", "render"])
def test_the_project_is_named_either_way(name: str, command: Run, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone")
    assert command(name, gone) == command(name, "-p", gone)
    assert command(name, gone).err == f"There is no folder or file “{gone}”.\n"
    assert command("why", "a", gone) == command("why", "a", "-p", gone)
    assert command("baseline", "drop", "a", gone) == command("baseline", "drop", "a", "-p", gone)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["validat"],
            "There is no command “validat”. Did you mean “validate”? All commands: pathwayctl --help",
        ),
        (["zzz"], "There is no command “zzz”. All commands: pathwayctl --help"),
        (
            ["--versoin"],
            "There is no option “--versoin”. Did you mean “--version”? All options: pathwayctl --help",
        ),
        (["-x"], "There is no option “-x”. All options: pathwayctl --help"),
        (
            ["schedule", "--criticl"],
            "There is no option “--criticl”. Did you mean “--critical”? "
            "All options: pathwayctl schedule --help",
        ),
        (["schedule", "-x"], "There is no option “-x”. All options: pathwayctl schedule --help"),
        (
            ["schedule", "--critical=yes"],
            "Option '--critical' does not take a value. Its help: pathwayctl schedule --help",
        ),
        (["schedule", "-o"], "“-o” needs FILE after it. Write to a file instead of the screen."),
        (["render", "--packet"], "“--packet” needs NAME after it. Make only this packet, such as kickoff;"),
        (
            ["init"],
            "pathwayctl init needs DIR after it, such as my-project. For examples:",
        ),
        (["enlarge"], "There is no command “enlarge”. All commands: pathwayctl --help"),
        (
            ["excel"],
            "There is no command “excel”. To write a workbook: pathwayctl export xlsx",
        ),
        (["check"], "There is no command “check”. To find what is wrong: pathwayctl validate."),
        (["schedule", "--owner"], "There is no option “--owner”. All options: pathwayctl schedule --help"),
        (["schedule", "a", "-p", "b"], "Two projects are named, “a” and “b”. Name one of them."),
        (
            ["schedule", "my", "project"],
            "“project” is one word too many for pathwayctl schedule. "
            'A name with a space in it needs quotes: "my project".',
        ),
        (["rule", "PW301", "PW302"], "“PW302” is one word too many for pathwayctl rule."),
    ],
)
def test_a_mistyped_command_is_answered_in_plain_words(words: list[str], said: str, command: Run) -> None:
    done = command(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "pathwayctl had to stop: the disk is full.\n"),
        (
            OSError(errno.EACCES, "Permission denied", "a.yaml"),
            "pathwayctl had to stop: permission is missing (“a.yaml”).\n",
        ),
        (RecursionError(), "pathwayctl had to stop: something in the project is nested too deeply.\n"),
        (MemoryError(), "pathwayctl had to stop: there is not enough memory.\n"),
        (
            KeyError("x"),
            "pathwayctl stopped because of an error in the program itself; your files are unchanged. "
            f"Please report this:\n  pathwayctl {__version__}, KeyError: 'x', test_cli_usage.py:",
        ),
    ],
)
def test_nothing_ends_in_a_traceback(
    error: Exception, said: str, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(place: Path) -> None:
        raise error

    monkeypatch.setattr("pathwayctl.cli.validate.find", fail)
    done = command("validate")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)


def test_closed_streams_are_borne(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["pathwayctl", "nowhere"])
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main.run() == 2
    for stream in (sys.stdout, sys.stderr):
        stream.close()


def test_an_encoding_that_was_asked_for_is_kept(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: Any) -> None:
        pytest.fail("the encoding was changed")

    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setattr(sys.stdout, "reconfigure", refuse, raising=False)
    assert command("--version").code == 0


def test_what_no_command_asks_for_yet_is_answered_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def count(number: Annotated[int, typer.Option(metavar="N", help="How many.")] = 1) -> None:
        """Count."""

    counting = typer.Typer(rich_markup_mode=None)
    counting.command(cls=HelpCommand)(count)
    with pytest.raises(SystemExit, match="2"):
        counting(["--number", "many"], prog_name="count")
    said = capsys.readouterr().err
    assert said.startswith("Invalid value for '--number': ")
    assert said.endswith(". Its help: count --help\n")

    def refuse(*_: Any) -> None:
        raise typer.BadParameter("odd")

    monkeypatch.setattr("typer.core.TyperCommand.parse_args", refuse)
    with pytest.raises(SystemExit, match="2"):
        counting([], prog_name="count")
    assert capsys.readouterr().err == "Invalid value: odd. Its help: count --help\n"


class FullDisk(io.StringIO):
    """A file on a disk that has no room left."""

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


class Ended(BaseException):
    """The end of the process, for tests."""


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The exit codes of whatever ended the process."""
    codes: list[int] = []

    def end(code: int) -> None:
        codes.append(code)
        raise Ended

    monkeypatch.setattr("pathwayctl.__main__.os._exit", end)
    monkeypatch.setattr("gc.disable", lambda: None)
    return codes


def test_the_program_ends_with_the_code_of_its_command(
    ended: list[int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["pathwayctl", "nowhere"])
    with pytest.raises(Ended):
        start.main()
    assert ended == [2]


def test_the_program_can_be_interrupted_at_any_time(
    ended: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["pathwayctl"])
    monkeypatch.setattr(main, "run", interrupt)
    with pytest.raises(Ended):
        start.main()
    assert ended == [130]


def test_the_version_is_said_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["pathwayctl", "--version"])
    runpy.run_path(start.__file__, run_name="__main__")
    assert capsys.readouterr().out == f"pathwayctl {__version__}\n"


def test_the_version_is_not_said_where_nobody_can_read_it(
    ended: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["pathwayctl", "--version"])
    monkeypatch.setattr(sys, "stdout", FullDisk())
    with pytest.raises(Ended):
        start.main()
    assert ended == [2]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOTDIR, "Not a directory"), "there is a file where a folder should be"),
        (OSError(errno.EIO, "Input/output error"), "input/output error"),
        (OSError("Odd"), "odd"),
    ],
)
def test_reasons_are_given_in_plain_words(error: OSError, words: str) -> None:
    assert reason(error) == words


def test_names_are_taken_however_they_are_typed() -> None:
    known = ("kickoff", "implementation")
    assert chosen([" Implementation,kickoff", "KICKOFF"], known, "packet") == known
    assert chosen([], known, "packet") == ()
    assert the_one(" KickOff ", known, "packet") == "kickoff"


@pytest.mark.parametrize(
    ("asked", "known", "said"),
    [
        (
            "kickof",
            ("kickoff", "a"),
            "There is no packet “kickof”. Did you mean “kickoff”? The packets are kickoff and a.\n",
        ),
        ("x", ("kickoff",), "There is no packet “x”. Write kickoff.\n"),
        ("", ("a", "b", "c"), "The name of a packet is missing. The packets are a, b, and c.\n"),
    ],
)
def test_a_name_that_nobody_knows_gets_the_nearest(
    asked: str, known: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for choose in (lambda: the_one(asked, known, "packet"), lambda: chosen([asked], known, "packet")):
        with pytest.raises(RuntimeError):
            choose()
        assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    "typed",
    ["2027-03-01", " 2027-03-01 ", "2027-3-1", "2027/03/01", "March 1, 2027", "Mar 1 2027", "1 march 2027"],
)
def test_a_day_that_can_mean_only_one_thing_is_taken(typed: str) -> None:
    assert the_day(typed, "--today").isoformat() == "2027-03-01"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "3/1/2027",
            "“3/1/2027” could be read in two ways. If you mean March 1, 2027, put the year first. "
            "Write --from 2027-03-01\n",
        ),
        ("2027-13-01", "“2027-13-01” is not a day: there is no month 13. Write --from 2027-03-01\n"),
        ("2027-02-30", "“2027-02-30” is not a day: February 2027 has 28 days. Write --from 2027-03-01\n"),
        ("February 29, 2027", "“February 29, 2027” is not a day: February 2027 has 28 days. Write --from"),
        ("today", "“today” depends on the day on which it is read, so name the day itself. Write --from"),
        ("soon", "“soon” is not a day. Days are written year, month, day. Write --from 2027-03-01\n"),
        ("20270301", "“20270301” is not a day. Days are written year, month, day. Write --from 2027-03-01\n"),
        ("0000-01-01", "“0000-01-01” is not a day: there is no year 0. Write --from 2027-03-01\n"),
        ("2027-W09-1", "“2027-W09-1” is not a day."),
        ("", "“” is not a day."),
        ("٢٠٢٧-٠٣-٠١", "“٢٠٢٧-٠٣-٠١” is not a day."),
    ],
)
def test_a_day_that_is_not_clear_is_answered_with_what_to_type(
    typed: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(RuntimeError):
        the_day(typed, "--from")
    assert capsys.readouterr().err.startswith(said)


def test_a_build_system_can_say_which_day_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert given_today() is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    day = given_today()
    assert day is not None
    assert day.isoformat() == "2027-01-15"
    for wrong in ("soon", "²", "1" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(RuntimeError):
            given_today()
        assert capsys.readouterr().err.startswith(f"SOURCE_DATE_EPOCH is “{wrong}”.")
