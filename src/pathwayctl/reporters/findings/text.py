"""Findings for people: the line of the file with a caret under it, and what to type."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.diagnostics import Finding, Position, Severity
from pathwayctl.reporters.findings.report import Report, further_in_words, not_listed, totals, totals_in_words
from pathwayctl.reporters.fitting import folded, head, tail, width_of
from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.shell import typed
from pathwayctl.wording import count

STYLE: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}
_WIDEST: Final = 100
"""Columns: longer lines are hard to read."""
_MOST_KEPT: Final = 1_000
"""Characters on each side of a place that are measured: a line may have a million."""
_LINE_BREAK: Final = re.compile(r"\r\n?|\n")


def write(reports: tuple[Report, ...], width: int) -> list[Line]:
    """Every finding with its place, then a summary and the next step."""
    lines: list[Line] = []
    width = min(width, _WIDEST)
    for report in reports:
        named = {finding.file for finding in report.findings}
        texts = {name: _lines_of(data) for name, data in report.texts.items() if name in named}
        for finding in report.findings:
            lines += _finding(finding, texts.get(finding.file, []), report.folder, width)
    return lines + _summary(reports, width)


def _lines_of(data: bytes) -> list[str]:
    return _LINE_BREAK.split(data.decode("utf-8-sig", "replace"))


def _finding(finding: Finding, source: list[str], folder: str, width: int) -> list[Line]:
    place = finding.position
    style = STYLE[finding.severity]
    head_line = line(
        (f"{folder}{finding.file}:{place.line}:{place.column}", "bold"),
        "  ",
        (f"{finding.severity.value} {finding.code}", style),
    )
    lines = [head_line, *_wrapped(finding.message, width, "")]
    if place.line <= len(source) and source[place.line - 1].strip():
        lines += _excerpt(source[place.line - 1], place, width, style)
    if finding.hint:
        lines += _wrapped(finding.hint, width, "green")
    return [*lines, line()]


def _wrapped(text: str, width: int, style: str) -> list[Line]:
    return [line("  ", (piece, style)) for piece in folded(text, width - 2)]


def _excerpt(text: str, place: Position, width: int, style: str) -> list[Line]:
    """The line of a file, and under it a caret for each column of the place; a long line is cut around it."""
    number = str(place.line)
    before, marked, after = (part.replace("\t", " ") for part in _parts(text, place))
    room = width - len(number) - 5
    if width_of(before + marked + after) > room:
        before = tail(before, max(room // 3, room - width_of(marked) - min(width_of(after), room // 4)))
        marked = head(marked, room - width_of(before))
        after = head(after, room - width_of(before) - width_of(marked))
    return [
        line((f"  {number} | ", "dim"), before + marked + after),
        line(
            (f"  {' ' * len(number)} | ", "dim"),
            " " * width_of(before),
            ("^" * max(1, width_of(marked)), style),
        ),
    ]


def _parts(text: str, place: Position) -> tuple[str, str, str]:
    """The text before the place, the place itself, and the text after it, as much of each as may show."""
    begin = min(place.column - 1, len(text))
    end = place.end_column - 1 if place.end_line == place.line else len(text)
    end = max(end, begin)
    before, marked, after = (
        slice(max(begin - _MOST_KEPT, 0), begin),
        slice(begin, end),
        slice(end, end + _MOST_KEPT),
    )
    return text[before], text[marked][:_MOST_KEPT], text[after]


def _summary(reports: tuple[Report, ...], width: int) -> list[Line]:
    numbers = totals(reports)
    files = count(sum(len(report.texts) for report in reports), "file")
    worst = next((severity for severity in Severity if numbers[severity]), None)
    if worst is None:
        said, style = f"No problems found in {files}.", "bold green"
    else:
        said, style = f"Found {totals_in_words(numbers)} in {files}.", STYLE[worst]
    left_out = sum(report.left_out for report in reports)
    hidden = f"{count(left_out, 'other finding is', 'other findings are')} left out, as you asked."
    lines = [said, hidden] if left_out else [said]
    further = further_in_words(not_listed(reports))
    more = [line(piece) for piece in folded(further, width)] if further else []
    return [*more, line((" ".join(lines), style)), *map(line, _next_step(reports, worst))]


def _next_step(reports: tuple[Report, ...], worst: Severity | None) -> list[str]:
    """What to do now. A command stands at the end of its line, and is never broken."""
    if worst is None:
        name = next((f" {typed(report.name)}" for report in reports if report.name not in ("", ".")), "")
        return [f"Next: pathwayctl schedule{name}"]
    found = (finding for report in reports for finding in report.findings)
    code = next(finding.code for finding in found if finding.severity is worst)
    more = f"To read more about one: pathwayctl rule {code}"
    if worst is Severity.ERROR:
        return ["Mend the errors first, then run this again.", more]
    if any(report.left_out for report in reports):
        return [more]
    return ["Nothing here stops the schedule.", more]
