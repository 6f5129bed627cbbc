"""What a check found in a sentence, and what has changed since the check before."""

from __future__ import annotations

from collections import Counter

from pathwayctl.diagnostics import Severity
from pathwayctl.reporters.findings.view import FindingsReport, totals, totals_in_words
from pathwayctl.wording import listed


def checked_in_words(after: FindingsReport, before: FindingsReport | None = None) -> str:
    """What a check found, such as ``Checked the project: 1 error. Since the last check: 1 note fixed.``."""
    found = totals_in_words(totals((after,))) or "nothing to report"
    said = f"Checked the project: {found}."
    if before is None:
        return said
    fixed, new = _numbers(before, after), _numbers(after, before)
    parts = [f"{totals_in_words(fixed)} fixed"] if any(fixed.values()) else []
    parts += [f"{totals_in_words(new)} new"] if any(new.values()) else []
    return f"{said} Since the last check: {listed(parts) or 'no change'}."


def _numbers(these: FindingsReport, others: FindingsReport) -> dict[Severity, int]:
    """How many findings the first report has that the second has not; a finding may have moved."""
    only = _known(these) - _known(others)
    return {
        severity: sum(number for key, number in only.items() if key[0] is severity) for severity in Severity
    }


def _known(report: FindingsReport) -> Counter[tuple[Severity, str, str, str]]:
    return Counter((one.severity, one.code, one.file, one.message) for one in report.findings)
