"""The questions of ``pathwayctl init`` on a real terminal, and their absence in a real pipe."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pathwayctl.loading.project import load

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on this system")

ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1798761600", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
LONGEST = 30
"""Seconds that a test waits for the next question."""


class Session:
    """``pathwayctl init`` with a terminal of its own."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.end, terminal = pty.openpty()
        self.seen = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pathwayctl", "init", *arguments],
            cwd=folder,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env=ENVIRONMENT,
        )
        os.close(terminal)

    def wait_for(self, text: str) -> None:
        """Read until a text has come up since the last time."""
        while text not in self.seen:
            self.seen += self._more()
        self.seen = self.seen.partition(text)[2]

    def answer(self, question: str, line: str) -> None:
        self.wait_for(question)
        self.wait_for("> ")
        os.write(self.end, f"{line}\n".encode())

    def finish(self) -> tuple[int, str]:
        """The exit code, and what came up at last."""
        while more := self._more(at_end_too=True):
            self.seen += more
        os.close(self.end)
        return self.process.wait(LONGEST), self.seen

    def _more(self, *, at_end_too: bool = False) -> str:
        ready, _, _ = select.select([self.end], [], [], LONGEST)
        try:
            data = os.read(self.end, 4096) if ready else b""
        except OSError:  # the other end is closed
            data = b""
        assert data or at_end_too, f"nothing more came after: {self.seen}"
        return data.decode()


def test_a_project_is_made_from_answers(tmp_path: Path) -> None:
    session = Session(tmp_path, "north-star")
    session.answer("[North star]", "")
    session.answer("[2027-01-04]", "soon")
    session.answer("Days are written year, month, day", "2027-03-01")
    session.answer("Which ones do you follow?", "grades-9-14")
    session.answer("[the college]", "Bluestem College")
    session.answer("[the school district]", "")
    session.answer("[our region]", "the North")
    code, seen = session.finish()
    assert code == 0
    assert "Next: pathwayctl validate north-star" in seen
    project = load(tmp_path / "north-star").plan.project
    assert project.name == "North star"
    assert str(project.start) == "2027-03-01"
    assert project.terms == {
        "college": "Bluestem College",
        "school-district": "the school district",
        "region": "the North",
    }


@pytest.mark.parametrize(("key", "ends_with"), [("ctrl-c", 130), ("ctrl-d", 2)])
def test_whoever_stops_is_told_that_nothing_was_made(tmp_path: Path, key: str, ends_with: int) -> None:
    session = Session(tmp_path, "north-star")
    session.answer("[North star]", "Ours")
    session.wait_for("[2027-01-04]")
    session.wait_for("> ")
    time.sleep(0.3)  # nobody is quicker than the prompt that has just come up
    if key == "ctrl-c":
        session.process.send_signal(signal.SIGINT)
    else:
        os.write(session.end, b"\x04")
    code, seen = session.finish()
    assert code == ends_with
    assert "Nothing was made." in seen
    assert list(tmp_path.iterdir()) == []


def test_in_a_pipe_nothing_is_asked(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pathwayctl", "init", "new", "--guide", "ccrs", "--guide", "components"],
        cwd=tmp_path,
        input="Not a name\n",
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
        timeout=LONGEST,
    )
    assert (done.returncode, done.stdout) == (0, "Made 23 files in new.\n")
    project = load(tmp_path / "new").plan.project
    assert (project.name, list(project.guides)) == ("New", ["ccrs", "components"])
