"""Questions on a terminal: shown, answered, and asked again until the answer can be used."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TypeVar

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.lines import folded, harmless, line

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Again:
    """Why an answer is not accepted, and what to type instead."""

    hint: str


_UNREADABLE: Final = Again(
    "Some of that could not be read. Type it again, in letters, digits, and punctuation."
)


def on_terminal() -> bool:
    """Whether questions can be asked: both input and output are a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def say(*lines: str) -> None:
    """Show lines of a conversation."""
    from pathwayctl.reporters.screen import screen_width, show

    width = screen_width(sys.stdout)
    show([line(row) for text in lines for row in folded(text, width)], sys.stdout)


def ask(question: str, default: str, read: Callable[[str], Answer | Again]) -> Answer:
    """The answer: what ``read`` returns for the text that was typed, or for the default if it is empty.

    The default is shown in brackets, unless it is empty.
    Ctrl-C and the end of what can be read come as ``KeyboardInterrupt`` and ``EOFError``.
    """
    with suppress(ImportError):  # without it, the terminal itself handles the arrow keys
        import readline  # noqa: F401 - it changes what input() does
    while True:
        say(f"{question} [{default}]" if default else question)
        typed = _typed()
        answer = typed if isinstance(typed, Again) else read(typed or default)
        if not isinstance(answer, Again):
            return answer
        say(answer.hint)


def yes_or_no(text: str) -> bool | Again:
    """The answer to a question of yes or no."""
    answer = text.lower()
    if answer in ("y", "yes"):
        return True
    return False if answer in ("n", "no") else Again("Type yes or no.")


def _typed() -> str | Again:
    """The text that was typed, on one line and without blanks around it."""
    try:
        text = " ".join(input("> ").split())
    except UnicodeDecodeError:
        return _UNREADABLE
    return text if harmless(text) == text else _UNREADABLE
