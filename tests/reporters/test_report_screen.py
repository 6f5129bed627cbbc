"""What reaches the screen: colour only where it is wanted, and something readable everywhere."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from conftest import MakeProject
from pathwayctl.app import open_project
from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.reporters.lines import LINK, line, plain
from pathwayctl.reporters.registry import FINDINGS
from pathwayctl.reporters.screen import WIDTH, colourful, has_links, progress, screen_width, show
from pathwayctl.rule_pages import rule_address


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


ABOUT_LINKS = ("WT_SESSION", "TERM_PROGRAM", "VTE_VERSION", "FORCE_HYPERLINK", "SSH_CONNECTION")


@pytest.fixture(autouse=True)
def _no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", *ABOUT_LINKS):
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


@pytest.mark.parametrize(
    ("wishes", "tty", "linked"),
    [
        ({}, True, False),
        ({"TERM_PROGRAM": "vscode"}, True, True),
        ({"TERM_PROGRAM": "iTerm.app"}, False, False),
        ({"TERM_PROGRAM": "Apple_Terminal"}, True, False),
        ({"WT_SESSION": "x"}, True, True),
        ({"TERM": "xterm-kitty"}, True, True),
        ({"VTE_VERSION": "7600"}, True, True),
        ({"VTE_VERSION": "4600"}, True, False),
        ({"VTE_VERSION": "new"}, True, False),
        ({"VTE_VERSION": "7600", "TERM": "tmux-256color"}, True, False),
        ({"VTE_VERSION": "7600", "SSH_CONNECTION": "a 1 b 2"}, True, False),
        ({"VTE_VERSION": "7600", "NO_COLOR": "1"}, True, False),
        ({"VTE_VERSION": "7600", "TERM": "dumb"}, True, False),
        ({"VTE_VERSION": "7600", "FORCE_HYPERLINK": "0"}, True, False),
        ({"FORCE_HYPERLINK": "1"}, True, True),
        ({"FORCE_HYPERLINK": "1", "FORCE_COLOR": "1"}, False, False),
    ],
)
def test_links_are_shown_where_they_are_known_to_work(
    wishes: dict[str, str], tty: bool, linked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in wishes.items():
        monkeypatch.setenv(name, value)
    stream = Terminal(tty=tty)
    assert has_links(stream) is linked
    show([line("see ", ("PW301", f"bold{LINK}PW301"))], stream)
    words = "\x1b[1mPW301\x1b[0m" if colourful(stream) else "PW301"
    start, end = (f"\x1b]8;;{rule_address('PW301')}\x1b\\", "\x1b]8;;\x1b\\") if linked else ("", "")
    assert stream.text == f"see {start}{words}{end}\n"


def test_the_code_of_a_finding_leads_to_the_page_of_its_rule(
    monkeypatch: pytest.MonkeyPatch, make_project: MakeProject
) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "WezTerm")
    root = make_project({"work.yaml": "tasks:\n  - {id: a, title: A, owner: nobody}\n"})
    project = open_project(root)
    stream = Terminal()
    shown = FindingsReport("", "", project.findings, project.loaded.texts)
    show(FINDINGS.writer("text")((shown,), 80), stream)
    address, words = re.findall(r"\x1b\]8;;(file:[^\x1b]+)\x1b\\(.*?)\x1b\]8;;\x1b\\", stream.text)[0]
    assert "PW303" in words
    page = Path(url2pathname(urlsplit(address).path))
    assert page.read_text("utf-8").startswith("# PW303: ")
    assert "file:" not in plain(FINDINGS.writer("text")((shown,), 80))


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
