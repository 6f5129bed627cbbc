"""Turns problems into findings: looks up where in its file each path stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pathwayctl.diagnostics import START, WRITTEN, Finding, Path, Position, Problem


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
    return Finding(rule.code, rule.severity, message, hint, file, position)


def _text_at(data: bytes, position: Position) -> str:
    line = data.decode("utf-8-sig", "replace").splitlines()[position.line - 1]
    end = position.end_column - 1 if position.end_line == position.line else len(line)
    return line[position.column - 1 : end]


def lines_of(spots: Iterable[tuple[str, Path]], texts: Mapping[str, bytes]) -> dict[tuple[str, Path], int]:
    """The line in which each ``(file, path)`` stands; every file is read again once."""
    asked: dict[str, set[tuple[Path, bool]]] = {}
    for file, path in spots:
        asked.setdefault(file, set()).add((path, False))
    places = {file: _located(texts.get(file, b""), wanted) for file, wanted in asked.items()}
    return {(file, path): place.line for file, found in places.items() for (path, _), place in found.items()}
