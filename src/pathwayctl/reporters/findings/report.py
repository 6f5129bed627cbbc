"""What every format of findings is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pathwayctl.diagnostics import Finding, Severity
from pathwayctl.wording import count, listed


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one project, sorted, and the texts that they point into.

    ``name`` is the project as the user wrote it; ``files`` counts the files that were read.
    """

    name: str
    root: Path
    findings: tuple[Finding, ...]
    texts: Mapping[str, bytes]

    def number(self, severity: Severity) -> int:
        """How many findings there are of a severity."""
        return sum(finding.severity is severity for finding in self.findings)


def totals(reports: tuple[Report, ...]) -> dict[Severity, int]:
    """How many findings of each severity there are in all."""
    return {severity: sum(report.number(severity) for report in reports) for severity in Severity}


def totals_in_words(numbers: Mapping[Severity, int]) -> str:
    """``2 errors and 1 warning``, or nothing where there is none."""
    return listed([count(number, severity.value) for severity, number in numbers.items() if number])
