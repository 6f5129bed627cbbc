"""Findings as annotations that GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Finding, Severity
from pathwayctl.reporters.findings.view import FindingsReport, further_in_words, not_listed
from pathwayctl.reporters.lines import Line, line

_LEVEL: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(reports: tuple[FindingsReport, ...], width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One workflow command per finding; files are relative to the current folder, the top of a checkout."""
    commands = [line(_command(finding, report)) for report in reports for finding in report.findings]
    further = not_listed(reports)
    if further:
        commands.append(line(f"::notice title=pathwayctl::{_data(further_in_words(further))}"))
    return commands


def _command(finding: Finding, report: FindingsReport) -> str:
    place = finding.position
    fields = {
        "file": f"{report.folder}{finding.file}",
        "line": place.line,
        "col": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "title": finding.code,
    }
    said = ",".join(f"{name}={_field(str(value))}" for name, value in fields.items())
    text = f"{finding.message}\n{finding.hint}".rstrip()
    return f"::{_LEVEL[finding.severity]} {said}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _field(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
