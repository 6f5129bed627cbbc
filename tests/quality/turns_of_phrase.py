"""Turns of phrase that read like a translation, and what to write instead.

Each is a pattern on the words of a text, in small letters, with single blanks.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

PHRASES: Final = {
    r"\breckon": "calculate, expect, or manage",
    r"\bmend(s|ed|ing)?\b": "fix",
    r"\blikewise\b": "also, or too",
    r"\bwhoever\b": "the person who, or who",
    r"\bsomebody\b": "someone",
    r"\banybody\b": "anyone",
    r"\beverybody\b": "everyone",
    r"\b(is|are|was|were|be|been|being) told\b": "name the person who tells, or write: is kept informed",
    r"\btells? of\b": "describe",
    r"\bput down\b": "write, or record",
    r"\bliv(e|ed|es|ing) through\b": "simulate, or run",
    r"\bl(ies|ie|ay|ying) (in )?between\b": "is between",
    r"\bst(ands|and|ood) there\b": "is there",
    r"\bstands? in (?!for\b)": "is in, or for an obstacle: is a barrier",
    r"\bstands? beside\b": "is next to",
    r"\b(for|of|to|on|by|with) which (nobody|none|no one)\b": "that no one, or without",
    r"\bof which (nothing|none)\b": "none of which, or without",
    r"\bsays? of (it|them|what)\b": "say about",
    r"\bwhat is \w+ of it\b": "its",
    r"\bhow far (a|the|your|each|every) (project|plan|part|step|task)\b": "the progress of",
    r"\bwhere (a|the|your|each) (project|plan|part|step|task) stands\b": "the status of",
    r"\banew\b": "again",
    r"\bin (the|its|their) place of\b": "instead of",
    r"\bseen to\b": "taken care of",
    r"\bcome about\b": "happen",
    r"\bbrought about\b": "produced, or caused",
    r"\bfor want of\b": "without",
    r"\ball the same\b": "still",
    r"\bmust needs\b": "must",
    r"\bthree lengths\b": "three-point estimate",
}
"""Patterns, and what to write instead."""


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Every text for people below a folder, with its path: docs, examples, templates, and strings of code."""
    for folder in ("docs", "examples", "templates"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix not in (".ttf", ".woff2", ".png"):
                yield path.relative_to(root).as_posix(), path.read_text("utf-8")
    for path in sorted(root.glob("*.md")):
        yield path.name, path.read_text("utf-8")
    for path in sorted((root / "src").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        yield from ((name, text) for text in strings(path.read_text("utf-8")))
    for path in sorted((root / "src").rglob("*.yaml")):
        yield path.relative_to(root).as_posix(), path.read_text("utf-8")


def strings(code: str) -> Iterator[str]:
    """The string literals and docstrings of a module; of an f-string, its fixed parts."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def found_in(root: Path) -> dict[str, list[str]]:
    """The phrases that are used, each with the paths of the texts that use it, one for each time."""
    found: dict[str, list[str]] = {}
    compiled = {phrase: re.compile(phrase) for phrase in PHRASES}
    for path, text in texts(root):
        plain = re.sub(r"\s+(#\s+)?", " ", text.lower())
        for phrase, pattern in compiled.items():
            found.setdefault(phrase, []).extend([path] * len(pattern.findall(plain)))
    return {phrase: paths for phrase, paths in found.items() if paths}
