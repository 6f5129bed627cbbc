"""Every regular expression takes a time that grows with its input, and not with its square."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import pathwayctl
from pathwayctl.loading.complaints.case import LONGEST_UNDERSTOOD

LENGTH = 12_000
"""At this length a pattern that tries each piece of a text with each other takes half a second and more."""
SLOW = 0.4
"""Seconds of the processor; a pattern that goes over the text once takes a thousandth of it."""
UNITS = (
    *" \t\n\r-_:\"'\\[{#,?.|*!&%@=<>(`+/",
    *("0", "a", "A", "é", "\xa0", "\x85", "–", "•", "“", "\u0430", "\u200b"),
    *(
        "a ",
        "- ",
        "a-",
        "a: ",
        "a,",
        " \n",
        "-\n",
        "a\n",
        "0:",
        "0_",
        "FS",
        '\\"',
        " #",
        "](",
        " \xa0",
        "a?",
        "\r\n",
        "ca.",
    ),
)
BOUNDED = {"pathwayctl.source.parser_errors._QUOTED_PARTS": "is given the last 1,000 characters of a line"}

UNDERSTANDING = "pathwayctl.loading.understanding."
"""Modules that are given values of one line only, up to a length."""

CALLS = {
    "re.match": "match", "re.fullmatch": "fullmatch",
    **dict.fromkeys(("re.search", "re.sub", "re.split", "re.findall", "re.finditer"), "search"),
}  # fmt: skip
"""Functions that take a pattern, and how they go through a text."""

_Pattern = re.Pattern[str] | re.Pattern[bytes]


def _patterns() -> Iterator[tuple[str, _Pattern, set[str]]]:
    """Each pattern that a module holds, with the methods that the module calls it by."""
    for module in pkgutil.walk_packages(pathwayctl.__path__, "pathwayctl."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        source = Path(str(loaded.__file__)).read_text("utf-8")
        for name, pattern in vars(loaded).items():
            if isinstance(pattern, re.Pattern):
                called = set(re.findall(rf"\b{name}\.(\w+)\(", source))
                ways = {"search" if way in ("findall", "finditer", "sub", "split") else way for way in called}
                if ways & {"match", "fullmatch", "search"}:
                    yield f"{module.name}.{name}", pattern, ways & {"match", "fullmatch", "search"}


def _inline() -> Iterator[tuple[str, _Pattern, set[str]]]:
    """Each pattern that is written in a call, such as ``re.sub``, as a text or by the name of one."""
    for module in pkgutil.walk_packages(pathwayctl.__path__, "pathwayctl."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        for call in ast.walk(ast.parse(Path(str(loaded.__file__)).read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in CALLS:
                first = call.args[0]
                text = getattr(first, "value", None) or vars(loaded).get(getattr(first, "id", ""))
                if isinstance(text, str):
                    flags = re.MULTILINE if "re.M" in ast.unparse(call) else re.NOFLAG
                    way = CALLS[ast.unparse(call.func)]
                    yield f"{module.name}:{call.lineno}", re.compile(text, flags), {way}


PATTERNS = [
    (name, pattern, tuple(sorted(ways)))
    for name, pattern, ways in sorted((*_patterns(), *_inline()), key=lambda one: one[0])
]


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 50
    assert set(BOUNDED) <= {name for name, _, _ in PATTERNS}


@pytest.mark.parametrize(
    ("name", "pattern", "ways"),
    [one for one in PATTERNS if one[0] not in BOUNDED],
    ids=lambda one: str(one)[:60],
)
def test_the_worst_case_is_linear(
    name: str, pattern: re.Pattern[str] | re.Pattern[bytes], ways: tuple[str, ...]
) -> None:
    length = LONGEST_UNDERSTOOD if name.startswith(UNDERSTANDING) else LENGTH
    for unit in UNITS:
        for begin in ("", "a", '"', "[", "a: ", "0"):
            for end in ("!", "\n"):
                text = begin + unit * (length // len(unit)) + end
                took = _time(pattern, text, ways)
                if took >= SLOW:  # a machine that does much else can be slow once, not three times
                    took = min(_time(pattern, text, ways) for _ in range(2))
                assert took < SLOW, f"{name} takes {took:.1f} s on {length:,} characters of {unit!r}"


def _time(pattern: _Pattern, text: str, ways: tuple[str, ...]) -> float:
    given: str | bytes = text.encode() if isinstance(pattern.pattern, bytes) else text
    begun = time.process_time()
    for way in ways:
        if way == "search":
            for _ in pattern.finditer(given):  # type: ignore[arg-type]
                pass
        else:
            getattr(pattern, way)(given)
    return time.process_time() - begun
