"""The pages of the docs and the blocks of code on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
WITH_MISTAKES: Final = {"findings.md", "common-findings.md"}
"""Pages that are made from mistakes, whose examples are run by the tests that make them."""
PAGES: Final = tuple(
    sorted(
        path
        for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"))
        if path.name not in WITH_MISTAKES
    )
)

_FENCED: Final = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED: Final = re.compile(r"(?:#|\{#|/\*) ([\w./-]+\.(?:ya?ml|j2|css))(?: #\}| \*/)?\n")


@dataclass(frozen=True)
class Block:
    """A block of code: its language, its text, and the line of the page (from 1) that it begins on."""

    language: str
    text: str
    line: int

    @property
    def file(self) -> str:
        """The file of a project that it stands for, if its first line is a comment with a name."""
        found = _NAMED.match(self.text)
        return found[1] if found else ""

    @property
    def content(self) -> str:
        """What stands in that file: all but the line with its name."""
        return self.text.partition("\n")[2]


@cache
def blocks(page: Path) -> tuple[Block, ...]:
    """The blocks of a page, in order."""
    text = page.read_text("utf-8")
    return tuple(
        Block(found[1], found[2], text.count("\n", 0, found.start()) + 1) for found in _FENCED.finditer(text)
    )
