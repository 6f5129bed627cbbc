"""How a message shows what the user wrote, and how a hint says to write it."""

from __future__ import annotations

from typing import Final

MOST_SHOWN: Final = 60
"""Longer texts are cut, in characters: a message stays on a line or two."""


def cut(text: str) -> str:
    """The text on one line, at most 60 characters of it."""
    if len(text) > 4 * MOST_SHOWN:
        text = text[: 4 * MOST_SHOWN]  # the rest cannot show; joining the words of megabytes takes time
    line = " ".join(text.split())
    return line if len(line) <= MOST_SHOWN else line[: MOST_SHOWN - 1].rstrip() + "…"


def shown(text: str) -> str:
    """``“10:30”``: the user's own text within a message."""
    return f"“{cut(text)}”"


def quoted(text: str) -> str:
    """The text as it can be typed into YAML, in the kind of quotes that needs the fewest changes."""
    line = cut(text)
    if '"' not in line and "\\" not in line:
        return f'"{line}"'
    if "'" not in line:
        return f"'{line}'"
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def with_quotes(text: str) -> str:
    """The hint for a text that needs quotes."""
    return f"Write {quoted(text)} with quotes around it."
