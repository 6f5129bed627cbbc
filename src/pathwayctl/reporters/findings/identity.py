"""Tell findings apart from one run to the next, when lines and figures have moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final, NamedTuple

from pathwayctl.diagnostics import Finding, Severity
from pathwayctl.reporters.findings.view import FindingsReport

_FIGURES: Final = re.compile(r"\d+")
_SEVEREST_FIRST: Final = tuple(Severity)


class Identified(NamedTuple):
    """A finding with the report it is in, the file from the top of the repository, and its fingerprint."""

    report: FindingsReport
    finding: Finding
    path: str
    fingerprint: str


def fingerprints(findings: Iterable[Finding], folder: str = "") -> Iterator[tuple[Finding, str]]:
    """Each finding with a text that stays when lines move, and when figures in its message change.

    Of several that are alike, each has the number of its turn.
    """
    turns: Counter[str] = Counter()
    for one in findings:
        said = "\0".join((one.code, f"{folder}{one.file}", _FIGURES.sub("#", one.message)))
        turns[said] += 1
        yield one, sha256(f"{said}\0{turns[said]}".encode()).hexdigest()


def identified(reports: Iterable[FindingsReport]) -> list[Identified]:
    """The findings of some reports, errors first, and otherwise in their order."""
    found = [
        Identified(report, finding, report.path(finding.file), fingerprint)
        for report in reports
        for finding, fingerprint in fingerprints(report.findings, report.repository)
    ]
    return sorted(found, key=lambda one: _SEVEREST_FIRST.index(one.finding.severity))


def in_words(finding: Finding) -> str:
    """The message of a finding and, on a line of its own, its hint."""
    return f"{finding.message}\n{finding.hint}".rstrip()
