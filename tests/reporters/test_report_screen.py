"""What reaches the screen: colour only where it is wanted, and something readable everywhere."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from pathwayctl.reporters.lines import line
from pathwayctl.reporters.screen import WIDTH, colourful, progress, screen_width, show


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal, or is none."""

    def __init__(self, encoding: str = "utf-8", *, tty: bool = True) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="\n")
        self.tty = tty

    def isatty(self) -> bool:
        return self.tty

    def fileno(self) -> int:
        return 99

    @property
    def text(self) -> str:
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode(self.encoding)


@pytest.fixture(autouse=True)
def _no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "WT_SESSION", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.parametrize(
    ("wishes", "tty", "painted"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": ""}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour_is_shown_where_it_is_wanted(
    wishes: dict[str, str], tty: bool, painted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in wishes.items():
        monkeypatch.setenv(name, value)
    stream = Terminal(tty=tty)
    assert colourful(stream) is painted
    show([line(("red", "bold red"), " plain ", ("  ", "dim"))], stream)
    assert stream.text == ("\x1b[1;31mred\x1b[0m plain\n" if painted else "red plain\n")


def test_the_old_console_of_windows_gets_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rich.console.WINDOWS", True)
    monkeypatch.setattr("rich.console.detect_legacy_windows", lambda: True)
    assert not colourful(Terminal())
    monkeypatch.setattr("rich.console.detect_legacy_windows", lambda: False)
    assert colourful(Terminal())


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ("100", 100),
        ("5", 40),
        ("0", 80),
        ("-3", 80),
        ("²", 80),
        ("many", 80),
        ("999999", 1000),
        ("9" * 30, 80),
    ],
)
def test_the_width_is_what_columns_says(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert screen_width(Terminal(tty=False)) == width


def test_a_terminal_tells_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    def size(descriptor: int) -> os.terminal_size:
        assert descriptor == 99
        return os.terminal_size((123, 50))

    monkeypatch.setattr("pathwayctl.reporters.screen.os.get_terminal_size", size)
    assert screen_width(Terminal()) == 123
    assert screen_width(Terminal(tty=False)) == WIDTH


def test_a_terminal_that_does_not_tell_its_width_has_eighty_columns() -> None:
    assert screen_width(Terminal()) == WIDTH


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", "“Peña” █━◆ 職…\n"), ("latin-1", '"Peña" #=* ?~\n'), ("ascii", '"Pe?a" #=* ?~\n')],
)
def test_a_screen_that_knows_few_letters_shows_others(encoding: str, shown: str) -> None:
    stream = Terminal(encoding, tty=False)
    show([line("“Peña” █━◆ 職…")], stream)
    assert stream.text == shown


def test_a_reader_who_has_seen_enough_ends_nothing(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as stream:
        show([line("nobody reads this")], stream)
        show([line("nor this")], stream)


def test_a_bar_shows_progress_on_a_terminal_and_is_gone_in_the_end() -> None:
    stream = Terminal()
    with progress("Making [bold] pages", stream) as watch:
        for done in range(1, 1_001):
            watch(done, 1_000)
    assert "Making [bold] pages" in stream.text
    assert "500/1000" in stream.text
    assert stream.text.endswith("\x1b[2K")
    assert stream.text.count("Making") < 110  # not once for each step


def test_the_bar_is_gone_when_the_work_is_interrupted() -> None:
    stream = Terminal()

    def work() -> None:
        with progress("Making pages", stream) as watch:
            watch(1, 2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert "\x1b[?25h" in stream.text  # the cursor is shown again
    assert stream.text.endswith("\x1b[2K")


def test_no_bar_is_drawn_where_nobody_watches() -> None:
    stream = Terminal(tty=False)
    with progress("Making pages", stream) as watch:
        watch(1, 2)
    assert stream.text == ""
