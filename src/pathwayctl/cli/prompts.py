"""Questions on a terminal. Enter accepts the answer in brackets; a wrong answer is asked again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, TypeVar

from pathwayctl.reporters.lines import harmless, line

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Again:
    """Why an answer will not do, and what to type instead."""

    hint: str


_UNREADABLE: Final = Again("Some of that could not be read. Type it again, in letters, digits and signs.")


def on_terminal() -> bool:
    """Whether questions can be asked: both input and output are a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def say(*lines: str) -> None:
    """Show lines of a conversation."""
    from pathwayctl.reporters.screen import show

    show([line(text) for text in lines], sys.stdout)


def ask(question: str, default: str, read: Callable[[str], Answer | Again]) -> Answer:
    """The answer, as ``read`` makes it of what was typed, or of the default if that was nothing.

    Ctrl-C and the end of what can be read come as ``KeyboardInterrupt`` and ``EOFError``.
    """
    with suppress(ImportError):  # where there is none, the terminal sees to the arrow keys itself
        import readline  # noqa: F401 - it changes what input() does
    while True:
        say(f"{question} [{default}]")
        typed = _typed()
        answer = typed if isinstance(typed, Again) else read(typed or default)
        if not isinstance(answer, Again):
            return answer
        say(answer.hint)


def _typed() -> str | Again:
    """What was typed, on one line and without blanks around it."""
    try:
        text = " ".join(input("> ").split())
    except UnicodeDecodeError:
        return _UNREADABLE
    return text if harmless(text) == text else _UNREADABLE
