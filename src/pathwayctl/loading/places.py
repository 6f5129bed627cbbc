"""Turns problems into findings: looks up where in its file each path stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from pathwayctl.diagnostics import START, Finding, Path, Position, Problem
from pathwayctl.loading.pydantic_errors import WRITTEN

_ABOUT_VALUES: Final = ("PW2", "PW3")
"""Families of codes about values and names that do not fit, often for a sign that only looks right."""


def find_places(problems: Iterable[tuple[str, Problem]], texts: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """The finding of each ``(file, problem)``; every file is read again once, and only if it must be."""
    asked: dict[str, list[Problem]] = {}
    for file, problem in problems:
        asked.setdefault(file, []).append(problem)
    found: list[Finding] = []
    for file, here in asked.items():
        data = texts.get(file, b"")
        places = _located(data, {_key(problem) for problem in here if problem.path})
        found += [_finding(file, problem, places.get(_key(problem), START), data) for problem in here]
    return tuple(found)


def _located(data: bytes, wanted: set[tuple[Path, bool]]) -> Mapping[tuple[Path, bool], Position]:
    from pathwayctl.source.places import locate  # brings in the parser, which a clean project may not need

    return locate(data, wanted)


def _key(problem: Problem) -> tuple[Path, bool]:
    return problem.path, problem.on_key


def _finding(file: str, problem: Problem, position: Position, data: bytes) -> Finding:
    rule = problem.rule
    message, hint = problem.message, problem.hint
    if WRITTEN in message or WRITTEN in hint:
        written = _text_at(data, position)
        message, hint = message.replace(WRITTEN, written), hint.replace(WRITTEN, written)
    if rule.code[:3] in _ABOUT_VALUES and not data.isascii():
        from pathwayctl.source.lookalikes import look_alike_hint  # few files need it

        hint = look_alike_hint(_lines(data), position) or hint
    return Finding(rule.code, rule.severity, message, hint, file, position)


@lru_cache(maxsize=1)
def _lines(data: bytes) -> tuple[str, ...]:
    return tuple(data.decode("utf-8-sig", "replace").splitlines())


def _text_at(data: bytes, position: Position) -> str:
    line = _lines(data)[position.line - 1]
    end = position.end_column - 1 if position.end_line == position.line else len(line)
    return line[position.column - 1 : end]
