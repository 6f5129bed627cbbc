"""Markdown as plain words, for the cells of tables: there is no room for paragraphs and lists in them."""

from __future__ import annotations

import re
from typing import Final

_MARKS: Final = (
    (re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?)", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[-*+][ \t]+", re.MULTILINE), "• "),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\((?:https?:|mailto:)[^\s()]{1,2000}\)", re.IGNORECASE), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000})(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,2000})(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]{1,2000})`"), r"\1"),
)
_BLANK_LINES: Final = re.compile(r"\n\s*\n")


def unmarked(text: str | None) -> str:
    """The words without their marks; entries of lists begin with a bullet, and links lose their address."""
    words = (text or "").strip()
    for pattern, instead in _MARKS:
        words = pattern.sub(instead, words)
    return _BLANK_LINES.sub("\n", words)
