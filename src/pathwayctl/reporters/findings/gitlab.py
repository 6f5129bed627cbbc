"""Findings as a code quality report, which GitLab shows in merge requests.

Source: GitLab documentation, Code Quality, "Code Quality report format".
"""

from __future__ import annotations

import json
from typing import Final

from pathwayctl.diagnostics import Severity
from pathwayctl.reporters.findings.identity import identified, in_words
from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.reporters.lines import Line, line

_SEVERITY: Final = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(reports: tuple[FindingsReport, ...], width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """A list with an object for each finding; an empty list without findings."""
    issues = [
        {
            "description": in_words(one.finding),
            "check_name": one.finding.code,
            "fingerprint": one.fingerprint,
            "severity": _SEVERITY[one.finding.severity],
            "location": {"path": one.path, "lines": {"begin": one.finding.position.line}},
        }
        for one in identified(reports)
    ]
    return [line(json.dumps(issues, indent=2))]
