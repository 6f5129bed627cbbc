"""From what is wrong in a project's files to findings: each at its place, once, and not without end.

A file of a megabyte can hold a hundred thousand mistakes. Of each code the first thousand become
findings; the others are counted, by code and file, so that all totals are right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from pathwayctl.diagnostics import (
    MOST_OF_A_CODE,
    START,
    Finding,
    Path,
    Position,
    Problem,
    Rule,
    Severity,
    Surplus,
)
from pathwayctl.loading.shape import WRITTEN

if TYPE_CHECKING:
    from pathwayctl.source.report import Reading

_Mark = tuple[int, int]
_UNSAID: Final[frozenset[_Mark]] = frozenset()


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings in the order in which they were found, and how many there are beyond them."""

    made: tuple[Finding, ...] = ()
    surplus: tuple[Surplus, ...] = ()


def find_places(
    problems: Iterable[tuple[str, Problem]],
    texts: Mapping[str, bytes],
    readings: Mapping[str, Reading] | None = None,
    unread: Iterable[Finding] = (),
) -> Findings:
    """The findings of each ``(file, problem)`` and of all that reading the files has found.

    ``readings`` are what the files say, and ``unread`` are about files that could not be read. At one
    place what is said of the text counts, unless it only warns. A file is read again only to look up
    places in it.
    """
    asked: dict[str, list[Problem]] = {}
    for file, problem in problems:
        asked.setdefault(file, []).append(problem)
    collector = _Collector()
    for finding in unread:
        collector.add(finding)
    known = readings or {}
    for file in dict.fromkeys(chain(known, asked)):
        collector.take(file, texts.get(file, b""), known.get(file), asked.get(file, ()))
    return collector.findings()


class _Collector:
    """Makes findings as long as there is room for their code, and counts the others."""

    __slots__ = ("_counted", "_made", "_number")

    def __init__(self) -> None:
        self._made: list[Finding] = []
        self._number: Counter[str] = Counter()
        self._counted: Counter[tuple[str, Severity, str]] = Counter()

    def add(self, finding: Finding) -> None:
        """Keep a finding, or count it if there is no more room for its code."""
        if self._number[finding.code] < MOST_OF_A_CODE:
            self._number[finding.code] += 1
            self._made.append(finding)
        else:
            self._counted[finding.code, finding.severity, finding.file] += 1

    def take(self, file: str, data: bytes, reading: Reading | None, problems: Sequence[Problem]) -> None:
        """Add what is wrong in one file."""
        said = frozenset(_said(reading)) if reading else _UNSAID
        spotted = reading is not None and (reading.spots or reading.further)
        if not spotted and not any(map(self._has_room, problems)):
            for problem in problems:
                self._count(problem.rule, file)
            return
        places = _located(data, {_key(problem) for problem in problems if problem.path})
        placed = [(problem, places.get(_key(problem), START)) for problem in problems]
        kept = [(problem, place) for problem, place in placed if _mark(place) not in said]
        if reading is not None:
            self._spots(file, reading, {_mark(place) for _, place in kept})
        lines = cache(partial(_lines, data))
        for problem, place in kept:
            if self._has_room(problem):
                self.add(_finding(file, problem, place, lines))
            else:
                self._count(problem.rule, file)

    def findings(self) -> Findings:
        """All that was taken."""
        surplus = (
            Surplus(code, severity, file, number)
            for (code, severity, file), number in self._counted.items()
            if number
        )
        return Findings(tuple(self._made), tuple(surplus))

    def _spots(self, file: str, reading: Reading, graver: set[_Mark]) -> None:
        for spot in reading.spots:
            rule = spot.rule
            if rule.severity is not Severity.ERROR and _mark(spot.position) in graver:
                continue
            self.add(Finding(rule.code, rule.severity, spot.message, spot.hint, file, spot.position))
        for more in reading.further:
            is_error = more.rule.severity is Severity.ERROR
            number = sum(is_error or place not in graver for place in more.places)
            self._count(more.rule, file, number)

    def _has_room(self, problem: Problem) -> bool:
        return bool(problem.message) and self._number[problem.rule.code] < MOST_OF_A_CODE

    def _count(self, rule: Rule, file: str, number: int = 1) -> None:
        self._counted[rule.code, rule.severity, file] += number


def _said(reading: Reading) -> Iterable[_Mark]:
    """Where an error of the text was found."""
    for spot in reading.spots:
        if spot.rule.severity is Severity.ERROR:
            yield _mark(spot.position)
    for more in reading.further:
        if more.rule.severity is Severity.ERROR:
            yield from more.places


def _mark(place: Position) -> _Mark:
    return place.line, place.column


def _located(data: bytes, wanted: set[tuple[Path, bool]]) -> Mapping[tuple[Path, bool], Position]:
    if not wanted:
        return {}
    from pathwayctl.source.places import locate  # brings in the parser, which a clean project may not need

    return locate(data, wanted)


def _key(problem: Problem) -> tuple[Path, bool]:
    return problem.path, problem.on_key


def _finding(file: str, problem: Problem, position: Position, lines: Callable[[], list[str]]) -> Finding:
    rule = problem.rule
    message, hint = problem.message, problem.hint
    if WRITTEN in message or WRITTEN in hint:
        written = _text_at(lines(), position)
        message, hint = message.replace(WRITTEN, written), hint.replace(WRITTEN, written)
    return Finding(rule.code, rule.severity, message, hint, file, position)


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig", "replace").splitlines()


def _text_at(lines: Sequence[str], position: Position) -> str:
    line = lines[position.line - 1] if position.line <= len(lines) else ""
    end = position.end_column - 1 if position.end_line == position.line else len(line)
    return line[position.column - 1 : end]
