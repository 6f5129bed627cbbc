"""The data that all formats of findings show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from pathwayctl.diagnostics import Finding, Severity, Surplus, number_of
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

_LINE_BREAK: Final = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """The findings of one project, sorted, and the texts that they point into.

    ``name`` is the project as the user wrote it, empty where none was named. ``folder`` leads
    from the current folder to the project's, with a slash at its end where it is not empty, and
    ``repository`` from the top of the repository, or from the current folder where there is none.
    ``surplus`` counts the findings of a code beyond the first 1,000, which are not made.
    ``left_out`` counts the findings that an option leaves out, ``elsewhere`` those in files that were
    not asked about, ``set_aside`` those that the project itself sets aside. With ``whole`` a report for
    people lists every finding and cuts nothing short. ``closing`` replaces the advice to fix the errors
    first, if they stopped something other than the schedule.
    """

    name: str
    folder: str
    findings: tuple[Finding, ...]
    texts: Mapping[str, bytes]
    surplus: tuple[Surplus, ...] = ()
    left_out: int = 0
    elsewhere: int = 0
    set_aside: int = 0
    whole: bool = False
    closing: str = ""
    repository: str = ""

    def path(self, file: str) -> str:
        """A file of the project from the top of the repository, as services that read a report name it."""
        return f"{self.repository}{file}"

    def number(self, severity: Severity) -> int:
        """How many findings there are of a severity, including those that are only counted."""
        counted = (one for one in self.surplus if one.severity is severity)
        return number_of([one for one in self.findings if one.severity is severity], counted)

    def lines(self, file: str) -> list[str]:
        """The lines of a file of the project; none of a file that is not there."""
        return _LINE_BREAK.split(self.texts.get(file, b"").decode("utf-8-sig", "replace"))


def totals(reports: tuple[FindingsReport, ...]) -> dict[Severity, int]:
    """The number of findings of each severity."""
    return {severity: sum(report.number(severity) for report in reports) for severity in Severity}


def totals_in_words(numbers: Mapping[Severity, int]) -> str:
    """``2 errors and 1 warning``, or empty if there are none."""
    return listed([count(number, severity.value) for severity, number in numbers.items() if number])


def not_listed(reports: tuple[FindingsReport, ...]) -> dict[str, int]:
    """How many findings of each code are counted and not listed, by code."""
    numbers: Counter[str] = Counter()
    for report in reports:
        for one in report.surplus:
            numbers[one.code] += one.number
    return dict(sorted(numbers.items()))


def further_in_words(numbers: Mapping[str, int]) -> str:
    """``And 29,000 more of PW202, which are counted but not listed.``; empty if all are listed."""
    if not numbers:
        return ""
    codes = listed([f"{number:,} more of {code}" for code, number in numbers.items()])
    return f"And {codes}, which {'is' if sum(numbers.values()) == 1 else 'are'} counted but not listed."
