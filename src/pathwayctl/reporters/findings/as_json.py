"""Findings as JSON for other programs."""

from __future__ import annotations

import json

from pathwayctl.diagnostics import Finding
from pathwayctl.reporters.findings.view import FindingsReport, not_listed, totals
from pathwayctl.reporters.lines import Line, line


def write(reports: tuple[FindingsReport, ...], width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One object: version, summary, and findings; files are relative to their project.

    ``summary`` counts all findings. ``not_listed`` is there where not all of them follow: how many of
    each code are left out.

    Letters outside ASCII are written as codes, so that the text is the same on every system.
    """
    summary = {f"{severity.value}s": number for severity, number in totals(reports).items()}
    if set_aside := sum(report.set_aside for report in reports):
        summary["set_aside"] = set_aside
    further = not_listed(reports)
    document = {
        "version": 1,
        "summary": summary,
        **({"not_listed": further} if further else {}),
        "findings": [_as_dict(finding, report, reports) for report in reports for finding in report.findings],
    }
    return [line(json.dumps(document, indent=2))]


def _as_dict(
    finding: Finding, report: FindingsReport, reports: tuple[FindingsReport, ...]
) -> dict[str, str | int]:
    place = finding.position
    project = {"project": report.name or "."} if len(reports) > 1 else {}
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        **project,
        "file": finding.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
