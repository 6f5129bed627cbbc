"""Lists of three and more have a comma before the last "and" or "or"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from turns_of_phrase import texts

ROOT: Final = Path(__file__).resolve().parents[2]
_LIST: Final = re.compile(r"\b[a-z][\w’-]*, ([a-z][\w’-]* (?:and|or) [a-z][\w’-]*)")
"""Two words with a comma between them and a third one without: ``schools, colleges and employers``."""
_DATA: Final = ("examples/", "templates/fonts/", "templates/languages/")
"""What users write, and texts of others."""
NOT_LISTS: Final = frozenset(
    {
        "accessible and ready",
        "alone or in",
        "alone or with",
        "annual and over",
        "audio and video",
        "brokering and pooling",
        "change or add",
        "current and desired",
        "date or version",
        "design and run",
        "design and teach",
        "directly or indirectly",
        "eml and csv",
        "empty or too",
        "existing or needed",
        "exists or needed",
        "first and last",
        "fiscal and organizational",
        "incentives and supports",
        "large and small",
        "light and bold",
        "likelihood and impact",
        "look-alike and invisible",
        "make and carry",
        "markdown or mermaid",
        "measures and questions",
        "month or so",
        "now and earlier",
        "now and in",
        "one or a",
        "out and in",
        "overbooked or not",
        "past and future",
        "personally or through",
        "planned and checked",
        "quotes and all",
        "roles and stages",
        "shown or written",
        "spoken or signed",
        "stops and shows",
        "straight or curly",
        "themselves or as",
        "themselves or through",
        "there or in",
        "this or the",
        "together and by",
        "upright and across",
        "verbally or in",
        "whether or not",
        "whole or not",
        "with or without",
        "working and elapsed",
        "yes and no",
        "yes or no",
    }
)
"""Ends of what looks like a list: two words that belong together after a comma."""


def lists_without(root: Path) -> Iterator[tuple[str, str]]:
    """Each list without its last comma, with the path of its file."""
    for path, text in texts(root):
        if not path.startswith(_DATA):
            for found in _LIST.finditer(" ".join(text.replace("# ", " ").split())):
                if found[1] not in NOT_LISTS:
                    yield path, found[0]


def test_lists_have_their_last_comma() -> None:
    assert list(lists_without(ROOT)) == []


def test_the_exceptions_are_still_needed() -> None:
    said = "\n".join(" ".join(text.replace("# ", " ").split()) for path, text in texts(ROOT))
    assert [end for end in NOT_LISTS if f", {end}" not in said] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask schools, colleges and employers.", ["schools, colleges and employers"]),
        ("# Ask schools,\n# colleges or employers.", ["schools, colleges or employers"]),
        ("Ask schools, colleges, and employers. Then print, or send it.", []),
    ],
)
def test_a_list_is_found_in_any_text(tmp_path: Path, text: str, found: list[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page.md").write_text(text, "utf-8")
    assert [words for _, words in lists_without(tmp_path)] == found
