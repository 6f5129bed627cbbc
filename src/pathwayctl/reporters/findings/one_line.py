"""Findings a line each, as editors and other tools that read the output of compilers expect them."""

from __future__ import annotations

from pathwayctl.diagnostics import Finding
from pathwayctl.reporters.findings.view import FindingsReport, further_in_words, not_listed
from pathwayctl.reporters.lines import Line, line


def write(reports: tuple[FindingsReport, ...], width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """``work/plan.yaml:12:18: error PW303: message hint``, with files relative to the current folder."""
    further = further_in_words(not_listed(reports))
    rows = [_row(finding, report) for report in reports for finding in report.findings]
    return [*map(line, rows), *([line(further)] if further else [])]


def _row(finding: Finding, report: FindingsReport) -> str:
    place = f"{report.folder}{finding.file}:{finding.position.line}:{finding.position.column}"
    said = " ".join(f"{finding.message} {finding.hint}".split())
    return f"{place}: {finding.severity.value} {finding.code}: {said}"
