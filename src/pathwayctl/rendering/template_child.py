"""The process that runs a project's own templates, with limits of time and memory.

It reads requests from its standard input and writes a reply for each to its standard output, pickled
both; ``template_process.py`` is the other end. It ends when its input does, and never outlives a page
that takes too long, so no process is left running if the program itself is killed.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import BinaryIO, Final, NoReturn

from pathwayctl.language import phrases_of, speaking
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.loader import OWN_HANDOUTS, HandoutLoader
from pathwayctl.rendering.mistakes import TemplateMistake, UnfitError, too_slow
from pathwayctl.rendering.page_maker import PageMaker
from pathwayctl.rendering.pages import Page

READY: Final = "ready"
"""The first thing that the process says."""
OUT_OF_TIME: Final = 1
"""The exit code of ``faulthandler``."""


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """What a project's own templates may take. The limits decide on failure only, never on what is written.

    ``seconds`` are for one page, ``seconds_together`` for all of a run, and ``grace`` are seconds more for
    what cannot be stopped at its line, such as one very long operation. ``memory`` is in bytes, for the
    whole process; Windows and macOS have no such limit. ``text`` are the characters of one page, as
    ``Desk.size`` counts them; a master schedule of 10,000 tasks takes half of them.
    """

    seconds: float = 10.0
    seconds_together: float = 60.0
    grace: float = 2.0
    memory: int = 2**30
    text: int = 6_000_000


def main() -> None:
    """Read the project's folder, the limits, and the language, then serve the pages requested."""
    project, limits, language = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by this one's parent
    _limit_memory(limits.memory)
    signal.signal(signal.SIGTERM, _late)
    with speaking(phrases_of(language)):
        serve(sys.stdin.buffer, sys.stdout.buffer, project, limits)
    os._exit(0)


def serve(requests: BinaryIO, replies: BinaryIO, project: Path, limits: ProcessLimits) -> None:
    """Answer each (template, title, view) with a page or a mistake."""
    maker = PageMaker(HandoutLoader(project), limits.text)
    _say(READY, replies)
    with suppress(EOFError):
        while True:
            request = pickle.load(requests)  # noqa: S301 - the same
            with _killed_after(limits.seconds + limits.grace):
                _say(_answer(maker, limits.seconds, *request), replies)


def _say(reply: object, replies: BinaryIO) -> None:
    pickle.dump(reply, replies, pickle.HIGHEST_PROTOCOL)
    replies.flush()


def _answer(maker: PageMaker, seconds: float, name: str, title: str, view: object) -> Page | TemplateMistake:
    try:
        with _interrupted_after(seconds):
            return maker.page(name, title, view)
    except UnfitError as late:  # the time was up just as the page was done
        return TemplateMistake(f"{OWN_HANDOUTS}{name}.j2", 1, late.message, late.hint, exhausted=True)


@contextmanager
def _interrupted_after(seconds: float) -> Iterator[None]:
    """Raise ``too_slow()`` at the line of the template that is running after ``seconds``."""
    import _thread

    timer = Timer(seconds, _thread.interrupt_main, (signal.SIGTERM,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def _killed_after(seconds: float) -> Iterator[None]:
    """End the process after some time, even if the interpreter is busy in one long operation."""
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _late(*_signal: object) -> NoReturn:
    raise too_slow()


def _limit_memory(most: int) -> None:
    """Have the system refuse more memory than this, where it can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
