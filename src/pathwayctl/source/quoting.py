"""How a message shows what the user wrote, and how a hint says to write it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

MOST_SHOWN: Final = 60
"""Longer texts are cut, in characters: a message stays on a line or two."""
LONGEST_HINT: Final = 400
"""What a hint says to type is shown whole up to this length, in characters."""
LONGEST_ENTRY: Final = 4000
"""Characters; longer entries in braces are not corrected, since no one retypes them."""

_PAIRS: Final = {"'": "'", '"': '"', "“": "”“", "„": "“”", "‘": "’", "«": "»"}


def cut(text: str) -> str:
    """The text on one line, at most 60 characters of it."""
    if len(text) > 4 * MOST_SHOWN:
        text = text[: 4 * MOST_SHOWN]  # the rest cannot show; joining the words of megabytes takes time
    line = " ".join(text.split())
    return line if len(line) <= MOST_SHOWN else line[: MOST_SHOWN - 1].rstrip() + "…"


def shown(text: str) -> str:
    """``“10:30”``: the user's own text within a message."""
    return f"“{cut(text)}”"


def typed(text: str) -> str:
    """``“- id: lee”``: what a hint says to type, whole unless it is far too long for a message."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= LONGEST_HINT else shown(text)


def yaml_quoted(text: str) -> str:
    """The text as it can be typed into YAML, at most 60 characters of it."""
    return quoted_whole(cut(text))


def quoted_whole(text: str) -> str:
    """The whole text on one line, in the kind of quotes that needs the fewest changes."""
    line = " ".join(text.split())
    if '"' not in line and "\\" not in line:
        return f'"{line}"'
    if "'" not in line:
        return f"'{line}'"
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def without_quotes(text: str) -> str:
    """A text without the pair of quotes, straight or curly, that was meant to enclose all of it."""
    if len(text) < 2 or text[-1] not in _PAIRS.get(text[0], ""):
        return text
    inner = text[1:-1]
    return text if _ends_early(text[-1]).match(inner) else inner


@cache
def _ends_early(closing: str) -> re.Pattern[str]:
    """Find a quoted part that ends within a text, as the first of ``"Skills" and "Jobs"``."""
    return re.compile(rf"[^{closing}]*[^\s{closing}][{closing}](?![\w{closing}])")


def with_quotes(text: str) -> str:
    """The hint for a text that needs quotes; in full, so that it can be typed as it stands."""
    if len(text) > LONGEST_HINT:
        return f"Put quotes around the whole text, from {shown(text[:20])} to {shown(text[-20:])}."
    return f"Write {quoted_whole(text)} with quotes around it."
