"""Findings for people: the line of the file with a caret under it, and what to type."""

from __future__ import annotations

import textwrap
from typing import Final

from pathwayctl.diagnostics import Finding, Severity
from pathwayctl.reporters.findings.report import Report, totals, totals_in_words
from pathwayctl.reporters.lines import Line, line
from pathwayctl.wording import count

_STYLE: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}
_LONGEST_LINE: Final = 100


def write(reports: tuple[Report, ...], width: int) -> list[Line]:
    """Every finding with its place, then a summary and the next step."""
    lines: list[Line] = []
    for report in reports:
        texts = {name: _lines_of(data) for name, data in report.texts.items() if _mentioned(name, report)}
        prefix = f"{report.name}: " if len(reports) > 1 else ""
        for finding in report.findings:
            lines += _finding(finding, texts.get(finding.file, []), prefix, width)
    return lines + _summary(reports)


def _mentioned(name: str, report: Report) -> bool:
    return any(finding.file == name for finding in report.findings)


def _lines_of(data: bytes) -> list[str]:
    return data.decode("utf-8-sig", "replace").splitlines()


def _finding(finding: Finding, source: list[str], prefix: str, width: int) -> list[Line]:
    place = finding.position
    head = line(
        (f"{prefix}{finding.file}:{place.line}:{place.column}", "bold"),
        "  ",
        (f"{finding.severity.value} {finding.code}", _STYLE[finding.severity]),
    )
    lines = [head, *_wrapped(finding.message, width, "")]
    lines += _excerpt(finding, source)
    if finding.hint:
        lines += _wrapped(finding.hint, width, "green")
    return [*lines, line()]


def _wrapped(text: str, width: int, style: str) -> list[Line]:
    found: list[Line] = []
    for part in text.split("\n"):
        room = max(width, 40) - 2
        folded = textwrap.wrap(
            part, room, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
        )
        found += [line("  ", (piece, style)) for piece in folded or [part]]
    return found


def _excerpt(finding: Finding, source: list[str]) -> list[Line]:
    place = finding.position
    if place.line > len(source) or not source[place.line - 1].strip():
        return []
    text = source[place.line - 1].replace("\t", " ")
    begin = max(0, place.column - 1 - _LONGEST_LINE // 2) if len(text) > _LONGEST_LINE else 0
    shown = text[begin : begin + _LONGEST_LINE]
    end = place.end_column if place.end_line == place.line else len(text) + 1
    caret = " " * (place.column - 1 - begin) + "^" * max(1, min(end, begin + len(shown) + 1) - place.column)
    number = str(place.line)
    return [
        line(("  " + number + " | ", "dim"), shown),
        line(("  " + " " * len(number) + " | ", "dim"), (caret, _STYLE[finding.severity])),
    ]


def _summary(reports: tuple[Report, ...]) -> list[Line]:
    numbers = totals(reports)
    files = count(sum(len(report.texts) for report in reports), "file")
    if not any(numbers.values()):
        return [line((f"No problems found in {files}.", "bold green")), line(_next_step(reports, clean=True))]
    said = f"Found {totals_in_words(numbers)} in {files}."
    worst = next(severity for severity in Severity if numbers[severity])
    return [line((said, _STYLE[worst])), line(_next_step(reports, clean=not numbers[Severity.ERROR]))]


def _next_step(reports: tuple[Report, ...], *, clean: bool) -> str:
    name = next((f" {report.name}" for report in reports if report.name not in ("", ".")), "")
    if clean and not any(report.findings for report in reports):
        return f"Next: pathwayctl schedule{name}"
    found = [finding for report in reports for finding in report.findings]
    first = next((finding for finding in found if finding.severity is Severity.ERROR), found[0])
    if clean:
        return f"Nothing here stops the schedule. To read more about one: pathwayctl rule {first.code}"
    return f"Mend the errors first, then run this again. To read more about one: pathwayctl rule {first.code}"
