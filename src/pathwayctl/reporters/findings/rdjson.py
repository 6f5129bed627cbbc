"""Findings in the diagnostic format of reviewdog, which comments on changes in many services.

Source: reviewdog, proto/rdf, "Reviewdog Diagnostic Format". Its columns count bytes of UTF-8.
"""

from __future__ import annotations

import json
from typing import Any, Final

from pathwayctl.diagnostics import Fix, Position, Severity
from pathwayctl.reporters.findings.identity import Identified, identified, in_words
from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.reporters.lines import Line, line

_SEVERITY: Final = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def write(reports: tuple[FindingsReport, ...], width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One object with a diagnostic for each finding; what can mean only one thing is suggested."""
    texts: dict[tuple[str, str], list[str]] = {}
    diagnostics = []
    for one in identified(reports):
        key = (one.report.repository, one.finding.file)
        if key not in texts:
            texts[key] = one.report.lines(one.finding.file)
        diagnostics.append(_diagnostic(one, texts[key]))
    return [line(json.dumps({"source": {"name": "pathwayctl"}, "diagnostics": diagnostics}, indent=2))]


def _diagnostic(one: Identified, lines: list[str]) -> dict[str, Any]:
    finding = one.finding
    found: dict[str, Any] = {
        "message": in_words(finding),
        "location": {"path": one.path, "range": _range(finding.position, lines)},
        "severity": _SEVERITY[finding.severity],
        "code": {"value": finding.code},
    }
    if isinstance(finding.fix, Fix) and finding.fix.sure:
        found["suggestions"] = [{"range": _range(finding.fix.position, lines), "text": finding.fix.text}]
    return found


def _range(place: Position, lines: list[str]) -> dict[str, dict[str, int]]:
    return {
        "start": _spot(place.line, place.column, lines),
        "end": _spot(place.end_line, place.end_column, lines),
    }


def _spot(number: int, column: int, lines: list[str]) -> dict[str, int]:
    before = lines[number - 1][: column - 1] if number <= len(lines) else ""
    return {"line": number, "column": len(before.encode("utf-8", "replace")) + 1}
