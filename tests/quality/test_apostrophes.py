"""Texts of the program write an apostrophe as books do, since they stand beside texts that do."""

from __future__ import annotations

import re
from ast import Constant, Expr, parse, walk
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
TYPED: Final = re.compile(r"[A-Za-z]'[A-Za-z]")


def typed_apostrophes(code: str) -> list[str]:
    """The strings of ``code`` with an apostrophe as it is typed; docstrings are not shown to users."""
    tree = parse(code)
    docstrings = {id(node.value) for node in walk(tree) if isinstance(node, Expr)}
    texts = (node for node in walk(tree) if isinstance(node, Constant) and id(node) not in docstrings)
    return [text.value for text in texts if isinstance(text.value, str) and TYPED.search(text.value)]


def test_no_text_has_a_typed_apostrophe() -> None:
    sources = (ROOT / "src").rglob("*.py")
    found = {path.name: texts for path in sources if (texts := typed_apostrophes(path.read_text("utf-8")))}
    assert found == {}


def test_no_handout_has_a_typed_apostrophe() -> None:
    templates = (ROOT / "templates" / "handouts").glob("*.j2")
    assert [path.name for path in templates if TYPED.search(path.read_text("utf-8"))] == []


def test_a_typed_apostrophe_is_found_in_any_text_but_a_docstring() -> None:
    assert typed_apostrophes('"""It\'s."""\na = f"{x} isn\'t"\nb = "it’s"\nc = "\'quoted\'"\n') == [" isn't"]
