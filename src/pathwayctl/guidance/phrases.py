"""Names and short phrases in the sentences of guidance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pathwayctl.wording import listed

_NAMES: Final = ("title", "name", "audience", "industry", "text", "id")
_MOST_NAMES: Final = 4
_LONGEST_NAME: Final = 60


def named(entry: object) -> str:
    """The name that people know an entry by, in quotes."""
    return quoted(next(str(name) for field in _NAMES if (name := getattr(entry, field, None))))


def quoted(text: str) -> str:
    """What the user wrote, in curly quotes, on one line and cut where it is long."""
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= _LONGEST_NAME else f"“{text[: _LONGEST_NAME - 1].rstrip()}…”"


def sentence(text: str) -> str:
    """The text with a period, unless it already ends as a sentence."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def few(names: Sequence[str]) -> str:
    """Quote and list some names; of a long list only the first, and how many more there are."""
    if len(names) <= _MOST_NAMES:
        return listed([quoted(name) for name in names])
    shown = [quoted(name) for name in names[: _MOST_NAMES - 1]]
    return listed([*shown, f"{len(names) - len(shown)} others"])
