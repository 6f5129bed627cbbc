"""What every format of findings is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pathwayctl.diagnostics import Finding, Severity, Surplus, number_of
from pathwayctl.wording import count, listed


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one project, sorted, and the texts that they point into.

    ``name`` is the project as the user wrote it, or nothing where none was named. ``folder`` leads
    from the current folder to the project's, with a slash at its end where it is not empty.
    ``left_out`` counts the findings that the user did not want to see, ``surplus`` those beyond
    ``findings`` that would be one too many to read.
    """

    name: str
    folder: str
    findings: tuple[Finding, ...]
    texts: Mapping[str, bytes]
    left_out: int = 0
    surplus: tuple[Surplus, ...] = ()

    def number(self, severity: Severity) -> int:
        """How many findings there are of a severity, those included that are only counted."""
        counted = (one for one in self.surplus if one.severity is severity)
        return number_of([one for one in self.findings if one.severity is severity], counted)


def totals(reports: tuple[Report, ...]) -> dict[Severity, int]:
    """How many findings of each severity there are in all."""
    return {severity: sum(report.number(severity) for report in reports) for severity in Severity}


def not_listed(reports: tuple[Report, ...]) -> dict[str, int]:
    """How many findings of each code are counted and not listed, by code."""
    numbers: Counter[str] = Counter()
    for report in reports:
        for one in report.surplus:
            numbers[one.code] += one.number
    return dict(sorted(numbers.items()))


def totals_in_words(numbers: Mapping[Severity, int]) -> str:
    """``2 errors and 1 warning``, or nothing where there is none."""
    return listed([count(number, severity.value) for severity, number in numbers.items() if number])


def further_in_words(numbers: Mapping[str, int]) -> str:
    """``And 29,000 more of PW202, which are counted but not listed.``; empty where all are listed."""
    if not numbers:
        return ""
    codes = listed([f"{number:,} more of {code}" for code, number in numbers.items()])
    return f"And {codes}, which {'is' if sum(numbers.values()) == 1 else 'are'} counted but not listed."
