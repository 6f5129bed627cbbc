"""Lines of styled text: what a report says, apart from how a screen paints it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pathwayctl.wording import HIDDEN

Span = tuple[str, str]
"""A stretch of text and the style it is painted in, such as ``bold red``; no style is ``""``."""
Line = tuple[Span, ...]

_UNSEEN: Final = re.compile(f"[{HIDDEN}]")
_HALF: Final = re.compile("[\ud800-\udfff]")
"""A byte of a file's name that is no letter in any encoding that Python knows of."""


def line(*spans: str | Span) -> Line:
    """A line of texts and ``(text, style)`` pairs."""
    return tuple((span, "") if isinstance(span, str) else span for span in spans)


def harmless(text: str) -> str:
    """The text without what would take hold of the screen that it is shown on."""
    return text if text.isprintable() else _HALF.sub("?", _UNSEEN.sub("", text))


def plain(lines: Iterable[Line]) -> str:
    """The lines as bare text, each ended, with no blanks at their ends."""
    return harmless("".join("".join([text for text, _ in spans]).rstrip() + "\n" for spans in lines))
