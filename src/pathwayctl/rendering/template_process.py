"""Runs a project's own templates in a child process, so that none of them can hang or fill the machine.

One process serves all pages of a run. Where a page brings it down, that page's template is not run
again, and the next page gets a new process. Where the system gives us no process, pages are made here.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
import weakref
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final, cast

from pathwayctl.language import code
from pathwayctl.rendering.loader import OWN_HANDOUTS, HandoutLoader
from pathwayctl.rendering.mistakes import TemplateMistake, too_slow
from pathwayctl.rendering.page_maker import PageMaker
from pathwayctl.rendering.pages import Page
from pathwayctl.rendering.template_child import OUT_OF_TIME, READY, ProcessLimits

# The child finds modules where this process does, and not in the current folder.
_CHILD: Final = (
    "import pickle, sys\n"
    "sys.path[:] = pickle.load(sys.stdin.buffer)\n"
    "from pathwayctl.rendering.template_child import main\n"
    "main()"
)
_TO_END: Final = 5.0
"""Seconds for a process that is ending."""


class TemplateProcess:
    """Makes the pages of a project's own templates, as ``PageMaker`` does."""

    def __init__(self, project: Path, limits: ProcessLimits | None = None) -> None:
        self._project, self._limits = project, limits or ProcessLimits()
        self._child: _Child | None = None
        self._here: PageMaker | None = None
        self._exhausted: dict[str, TemplateMistake] = {}
        self._spent = 0.0

    def page(self, name: str, title: str, view: object) -> Page | TemplateMistake:
        """The page that ``NAME.j2`` makes of a view, or the mistake that keeps it out."""
        if name in self._exhausted:
            return self._exhausted[name]
        if self._spent > self._limits.seconds_together:
            return _too_slow(name)
        began = time.monotonic()
        made = self._made(name, title, view)
        self._spent += time.monotonic() - began
        if isinstance(made, TemplateMistake) and made.exhausted:
            self._exhausted[name] = made
        return made

    def _made(self, name: str, title: str, view: object) -> Page | TemplateMistake:
        if self._child is None and self._here is None:
            try:
                self._child = _Child(self._project, self._limits)
            except OSError:
                self._here = PageMaker(HandoutLoader(self._project), self._limits.text)
        if self._child is None:
            return cast("PageMaker", self._here).page(name, title, view)
        try:
            return self._child.page(name, title, view)
        except (EOFError, OSError, pickle.UnpicklingError):
            code, self._child = self._child.exit_code(), None
            return _broken_down(name, code)


class _Child:
    """A running child process; raises ``OSError`` where none can be had."""

    def __init__(self, project: Path, limits: ProcessLimits) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this very interpreter, and code of our own
            [sys.executable, "-I", "-c", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._requests = cast("IO[bytes]", self._process.stdin)
        self._replies = cast("IO[bytes]", self._process.stdout)
        self.end = weakref.finalize(self, _ended, self._process)
        try:
            self._send([place for place in sys.path if place])
            self._send((project, limits, code()))
            started = self._receive() == READY
        except (EOFError, pickle.UnpicklingError):
            started = False
        if not started:
            self.end()
            raise OSError("the child process did not start")

    def page(self, name: str, title: str, view: object) -> Page | TemplateMistake:
        """The child's answer; raises ``EOFError`` or ``OSError`` where it has ended."""
        try:
            self._send((name, title, view))
            answer: Page | TemplateMistake = self._receive()
        except KeyboardInterrupt:
            self.end()
            raise
        return answer

    def exit_code(self) -> int:
        """The exit code of a process that has stopped answering."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=_TO_END)
        self.end()
        return self._process.wait()

    def _send(self, message: object) -> None:
        self._requests.write(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
        self._requests.flush()

    def _receive(self) -> Any:
        return pickle.load(self._replies)  # noqa: S301 - written by a process of our own


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):  # what was not sent yet goes nowhere
            cast("IO[bytes]", stream).close()


def _broken_down(name: str, code: int) -> TemplateMistake:
    """The mistake of a template that has brought the child process down."""
    if code == OUT_OF_TIME:
        return _too_slow(name)
    return TemplateMistake(
        f"{OWN_HANDOUTS}{name}.j2",
        1,
        "This template cannot be run: it takes too much memory, or is nested too deeply.",
        "Take parts out of it until it works, and look at the last one.",
        exhausted=True,
    )


def _too_slow(name: str) -> TemplateMistake:
    slow = too_slow()
    return TemplateMistake(f"{OWN_HANDOUTS}{name}.j2", 1, slow.message, slow.hint, exhausted=True)
