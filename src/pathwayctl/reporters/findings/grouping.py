"""Group findings of one kind, so that fifty of them do not hide the one that matters.

Two findings have the same cause when the same rule points at the same words of a file and names them in
its message: sixteen references to one person who is not in the plan are one mistake in sixteen places.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pathwayctl.diagnostics import Finding, Position, Severity
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.quick_pattern import pattern
from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.wording import count, listed

_QUOTED: Final = pattern("“([^”\\s][^”]{0,59})”")
"""What a message names; longer words are a text, and no name that other places repeat."""

PLACES: Final = 20
"""The most other places with the same cause that are named."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with the folder of its project and the line of the file it points at."""

    finding: Finding
    folder: str
    source: str

    @property
    def place(self) -> str:
        """``work/plan.yaml:12:8``, as editors and terminals open it."""
        at = self.finding.position
        return f"{self.folder}{self.finding.file}:{at.line}:{at.column}"

    @property
    def cause(self) -> str:
        """The words of the file that the message names; empty if it names none of them."""
        words = marked(self.source, self.finding.position)[1]
        named = [word for word in _QUOTED.findall(self.finding.message) if word in words]
        return named[-1] if named else ""


@dataclass(frozen=True, slots=True)
class Block:
    """A finding, and the other places with the same cause."""

    shown: Shown
    others: tuple[Shown, ...] = ()

    @property
    def elsewhere(self) -> str:
        """Where else the cause is: ``meetings.yaml lines 4 and 9; work.yaml line 12``, in a sentence."""
        if not self.others:
            return ""
        lines: dict[str, dict[int, None]] = {}
        for one in self.others[:PLACES]:
            lines.setdefault(f"{one.folder}{one.finding.file}", {})[one.finding.position.line] = None
        files = [f"{file} {_lines(list(numbers))}" for file, numbers in lines.items()]
        places = count(len(self.others), "other place")
        left = len(self.others) - PLACES
        more = f"; and {left:,} more" if left > 0 else ""
        return f"“{self.shown.cause}” is also in {places}: {'; '.join(files)}{more}."


@dataclass(frozen=True, slots=True)
class FindingKind:
    """All findings of one rule, those with the same cause together."""

    code: str
    blocks: tuple[Block, ...]


def kinds(shown: Iterable[Shown], *, apart: bool = False) -> tuple[FindingKind, ...]:
    """The findings by rule and by cause, in the order of the first of each; ``apart`` groups none."""
    by_code: dict[str, dict[object, list[Shown]]] = {}
    for number, one in enumerate(shown):
        cause = "" if apart else one.cause
        code = f"{number}" if apart else one.finding.code
        by_code.setdefault(code, {}).setdefault(cause or number, []).append(one)
    return tuple(
        FindingKind(
            next(iter(causes.values()))[0].finding.code,
            tuple(Block(one, tuple(others)) for one, *others in causes.values()),
        )
        for causes in by_code.values()
    )


def of_severity(reports: Iterable[FindingsReport], severity: Severity) -> list[Shown]:
    """The findings of one severity in all projects, each with the line that it points at."""
    found: list[Shown] = []
    for report in reports:
        here = [finding for finding in report.findings if finding.severity is severity]
        lines = {file: report.lines(file) for file in {finding.file for finding in here}}
        for finding in here:
            text, number = lines[finding.file], finding.position.line
            source = text[number - 1] if number <= len(text) else ""
            found.append(Shown(finding, report.folder, source))
    return found


_MOST_KEPT: Final = 1_000
"""Characters on each side of a place that are measured: a line may have a million."""


def marked(text: str, place: Position) -> tuple[str, str, str]:
    """The text before a place on its line, the place itself, and the text after it, as much as may show."""
    begin = min(place.column - 1, len(text))
    end = place.end_column - 1 if place.end_line == place.line else len(text)
    end = max(end, begin)
    around = slice(max(begin - _MOST_KEPT, 0), begin), slice(end, end + _MOST_KEPT)
    return text[around[0]], text[begin:end][:_MOST_KEPT], text[around[1]]


def _lines(numbers: list[int]) -> str:
    return f"{'lines' if len(numbers) > 1 else 'line'} {listed([str(number) for number in numbers])}"
