"""The project's own dates: its start, the day it should be done by and the day of its progress."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.sources import OURS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.wording import long_day

DONE_BEFORE_START: Final = Rule(
    "PW414",
    Severity.ERROR,
    "The project should be done before it starts",
    "Late dates and float are counted back from finish_by, so they would all lie in the past.",
    "Correct finish_by or start.",
    OURS,
    bad="""\
project: {name: Example, start: 2027-01-04, finish_by: 2026-12-31}
""",
    good="""\
project: {name: Example, start: 2027-01-04, finish_by: 2027-12-31}
""",
)
STATUS_BEFORE_START: Final = Rule(
    "PW415",
    Severity.WARNING,
    "Progress is judged before the project starts",
    "As of that day nothing can have begun.",
    "Correct status_date, or take it out until the project has started.",
    OURS,
    bad="""\
project: {name: Example, start: 2027-01-04, status_date: 2026-12-01}
""",
    good="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-02-01}
""",
)


def outset(facts: Facts) -> Iterator[Problem]:
    """Dates of the project that lie before its start."""
    project = facts.plan.project
    start = f"the project starts on {long_day(project.start)}"
    if project.finish_by is not None and project.finish_by < project.start:
        message = f"All should be done by {long_day(project.finish_by)}, but {start}."
        yield DONE_BEFORE_START.at(("project", "finish_by"), message)
    if project.status_date is not None and project.status_date < project.start:
        message = f"Progress is judged as of {long_day(project.status_date)}, but {start}."
        yield STATUS_BEFORE_START.at(("project", "status_date"), message)
