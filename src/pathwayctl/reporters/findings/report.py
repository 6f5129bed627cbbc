"""What every format of findings is made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pathwayctl.diagnostics import Finding, Severity
from pathwayctl.wording import count, listed

_LINE_BREAK: Final = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one project, sorted, and the texts that they point into.

    ``name`` is the project as the user wrote it, empty where none was named. ``folder`` leads
    from the current folder to the project's, with a slash at its end where it is not empty.
    ``left_out`` counts the findings that an option leaves out, ``elsewhere`` those in files that were
    not asked about, ``set_aside`` those that the project itself sets aside. With ``whole`` a report for
    people lists every finding and cuts nothing short. ``closing`` says what the errors have stopped and
    what to do, where that is not the schedule.
    """

    name: str
    folder: str
    findings: tuple[Finding, ...]
    texts: Mapping[str, bytes]
    left_out: int = 0
    elsewhere: int = 0
    set_aside: int = 0
    whole: bool = False
    closing: str = ""

    def number(self, severity: Severity) -> int:
        """How many findings there are of a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def lines(self, file: str) -> list[str]:
        """The lines of a file of the project; none of a file that is not there."""
        return _LINE_BREAK.split(self.texts.get(file, b"").decode("utf-8-sig", "replace"))


def totals(reports: tuple[Report, ...]) -> dict[Severity, int]:
    """How many findings of each severity there are in all."""
    return {severity: sum(report.number(severity) for report in reports) for severity in Severity}


def totals_in_words(numbers: Mapping[Severity, int]) -> str:
    """``2 errors and 1 warning``, or an empty text where there is none."""
    return listed([count(number, severity.value) for severity, number in numbers.items() if number])
