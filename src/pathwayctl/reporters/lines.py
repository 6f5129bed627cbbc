"""Lines of styled text: what a report says, apart from how a screen paints it."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[str, str]
"""A stretch of text and the style it is painted in, such as ``bold red``; no style is ``""``."""
Line = tuple[Span, ...]


def line(*spans: str | Span) -> Line:
    """A line of texts and ``(text, style)`` pairs."""
    return tuple((span, "") if isinstance(span, str) else span for span in spans)


def plain(lines: Iterable[Line]) -> str:
    """The lines as bare text, each ended, with no blanks at their ends."""
    return "".join("".join(text for text, _ in spans).rstrip() + "\n" for spans in lines)
