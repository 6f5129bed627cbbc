"""What every format of findings is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pathwayctl.diagnostics import Finding, Severity
from pathwayctl.wording import count, listed


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one project, sorted, and the texts that they point into.

    ``name`` is the project as the user wrote it, or nothing where none was named. ``folder`` leads
    from the current folder to the project's, with a slash at its end where it is not empty.
    ``left_out`` counts the findings that the user did not want to see.
    """

    name: str
    folder: str
    findings: tuple[Finding, ...]
    texts: Mapping[str, bytes]
    left_out: int = 0

    def number(self, severity: Severity) -> int:
        """How many findings there are of a severity."""
        return sum(finding.severity is severity for finding in self.findings)


def totals(reports: tuple[Report, ...]) -> dict[Severity, int]:
    """How many findings of each severity there are in all."""
    return {severity: sum(report.number(severity) for report in reports) for severity in Severity}


def totals_in_words(numbers: Mapping[Severity, int]) -> str:
    """``2 errors and 1 warning``, or nothing where there is none."""
    return listed([count(number, severity.value) for severity, number in numbers.items() if number])
