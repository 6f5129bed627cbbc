"""From what is wrong in a project's files to findings: each at its place, once, and not without end.

A file of a megabyte can hold a hundred thousand mistakes. Of each code the first thousand become
findings; the others are counted, by code and file, so that all totals are right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from pathwayctl.diagnostics import (
    MOST_OF_A_CODE,
    START,
    WRITTEN,
    FieldFix,
    Finding,
    Fix,
    Hint,
    Path,
    Position,
    Problem,
    Rule,
    Severity,
    Surplus,
)
from pathwayctl.loading.rules import MISSING_KEY, NEEDS_QUOTES
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.quick_pattern import pattern
from pathwayctl.source.characters import lines_of
from pathwayctl.source.rules import CAUSES
from pathwayctl.source.text_report import Reading, Spot, Stretches

if TYPE_CHECKING:
    from pathwayctl.source.lookalikes import Misfit

_ABOUT_VALUES: Final = ("PW2", "PW3")
"""Families of codes about values and names that do not fit, often for a sign that only looks right."""
_TYPED: Final = pattern(r"\bWrite [\w-]+: |[^.]\Z")
"""A hint that says what to type: ``Write owner: dana-ruiz``, ``Did you mean “dana-ruiz”?``."""
_SOUND: Final = Reading(None, (), whole=True)


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

    ``readings`` are what the files say, and ``unread`` are about files that could not be read. One
    mistake is one finding: what does not fit because its text could not be read, or was read as something
    else, is none of its own, and a warning about the text that explains why a value does not fit becomes
    its hint. A file is read again only to look up places in it.
    """
    asked: dict[str, list[Problem]] = {}
    for file, problem in problems:
        asked.setdefault(file, []).append(problem)
    collector = _Collector()
    for finding in unread:
        collector.add(finding)
    known = readings or {}
    for file in dict.fromkeys(chain(known, asked)):
        collector.take(_text(file, texts, known), asked.get(file, ()))
    return collector.findings()


def line_numbers(
    spots: Iterable[tuple[str, Path]], texts: Mapping[str, bytes], readings: Mapping[str, Reading]
) -> dict[tuple[str, Path], int]:
    """The line in which each ``(file, path)`` is; every file is read again once."""
    asked: dict[str, set[tuple[Path, bool]]] = {}
    for file, path in spots:
        asked.setdefault(file, set()).add((path, False))
    return {
        (file, path): place.line
        for file, wanted in asked.items()
        for (path, _), place in _text(file, texts, readings).places(wanted).items()
    }


def _text(file: str, texts: Mapping[str, bytes], readings: Mapping[str, Reading]) -> _Text:
    return _Text(file, texts.get(file, b""), readings.get(file, _SOUND))


@dataclass(frozen=True)
class _Text:
    """A file, and what reading it has found."""

    file: str
    data: bytes
    reading: Reading

    @cached_property
    def lines(self) -> Sequence[str]:
        return lines_of(self.data)

    @cached_property
    def is_ascii(self) -> bool:
        return self.data.isascii()

    @cached_property
    def said(self) -> Stretches:
        """Where the text was passed over, or has an error."""
        reading = self.reading
        errors = (spot.position for spot in reading.spots if spot.rule.severity is Severity.ERROR)
        more = (one.places for one in reading.further if one.rule.severity is Severity.ERROR)
        return Stretches(chain(reading.gaps, errors, *more))

    def places(self, wanted: set[tuple[Path, bool]]) -> Mapping[tuple[Path, bool], Position]:
        """Where paths are, in the text as it was read."""
        if not wanted:
            return {}
        from pathwayctl.source.places import locate  # brings in the parser, which may not be needed

        return locate(self.reading.read_as or self.data, wanted)

    def follows(self, problem: Problem, place: Position) -> bool:
        """Whether a problem only follows from what is said of the text."""
        if not self.said.meet(place):
            return False
        return problem.rule is not MISSING_KEY or place in self.said


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

    def take(self, text: _Text, problems: Sequence[Problem]) -> None:
        """Add what is wrong in one file."""
        reading = text.reading
        found = reading.spots or reading.further or reading.gaps
        if not found and not any(map(self._has_room, problems)):
            for problem in problems:
                self._count(problem.rule, text.file)
            return
        places = text.places({_key(problem) for problem in problems if problem.path})
        placed = [(problem, places.get(_key(problem), START)) for problem in problems]
        kept = [one for one in placed if not text.follows(*one)]
        causes = self._spots(text, {place for _, place in kept})
        for problem, place in kept:
            if self._has_room(problem):
                self.add(_finding(text, problem, place, causes.get(place)))
            else:
                self._count(problem.rule, text.file)

    def findings(self) -> Findings:
        """All that was taken."""
        surplus = (
            Surplus(code, severity, file, number)
            for (code, severity, file), number in self._counted.items()
            if number
        )
        return Findings(tuple(self._made), tuple(surplus))

    def _spots(self, text: _Text, graver: set[Position]) -> dict[Position, Spot]:
        """Add what is said of the text, but for warnings where something does not fit; those explain it."""
        causes: dict[Position, Spot] = {}
        for spot in text.reading.spots:
            rule, place = spot.rule, spot.position
            if rule.severity is Severity.ERROR or place not in graver:
                fix = spot.fix if spot.fix and spot.fix.sure else None
                self.add(Finding(rule.code, rule.severity, spot.message, spot.hint, text.file, place, fix))
            elif rule.code in CAUSES:
                causes[place] = spot
        for more in text.reading.further:
            is_error = more.rule.severity is Severity.ERROR
            number = sum(is_error or place not in graver for place in more.places)
            self._count(more.rule, text.file, number)
        return causes

    def _has_room(self, problem: Problem) -> bool:
        return bool(problem.message) and self._number[problem.rule.code] < MOST_OF_A_CODE

    def _count(self, rule: Rule, file: str, number: int = 1) -> None:
        self._counted[rule.code, rule.severity, file] += number


def _key(problem: Problem) -> tuple[Path, bool]:
    return problem.path, problem.on_key


def _finding(text: _Text, problem: Problem, position: Position, said: Spot | None) -> Finding:
    """A problem at its place, with what is said of the text there if that is the cause."""
    rule = problem.rule
    message, hint = problem.message, problem.hint
    found = problem.hint.fix if isinstance(problem.hint, Hint) else None
    fix: Fix | FieldFix | None = replace(found, path=(*problem.path, *found.path)) if found else None
    if WRITTEN in message or WRITTEN in hint:
        written = _text_at(text.lines, position)
        message, hint = message.replace(WRITTEN, written), hint.replace(WRITTEN, written)
        if isinstance(fix, FieldFix) and fix.value:
            fix = replace(fix, value=fix.value.replace(WRITTEN, written))
    cause = _cause(text, rule, position, said)
    if cause is not None:
        is_better = _TYPED.search(hint) and not cause.alone
        hint = f"{cause.message} {hint if is_better else cause.hint}"
        fix = fix if is_better else cause.fix if cause.fix and cause.fix.sure else None
    return Finding(rule.code, rule.severity, message, str(hint), text.file, position, fix)


def _cause(text: _Text, rule: Rule, position: Position, said: Spot | None) -> Misfit | None:
    """The way in which the text is written that makes a value not fit."""
    if said is None and (text.is_ascii or rule.code[:3] not in _ABOUT_VALUES):
        return None
    from pathwayctl.source.lookalikes import Misfit, look_alike  # few files need it

    if said is None:
        return look_alike(text.lines, position)
    return Misfit(said.message, said.hint, alone=rule is NEEDS_QUOTES, fix=said.fix)


def _text_at(lines: Sequence[str], position: Position) -> str:
    line = lines[position.line - 1] if position.line <= len(lines) else ""
    end = position.end_column - 1 if position.end_line == position.line else len(line)
    return line[position.column - 1 : end]
