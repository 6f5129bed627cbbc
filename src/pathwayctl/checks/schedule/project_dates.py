"""The project's own dates: its start, the day it should be done by and the day of its progress."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import long_day

DONE_BEFORE_START: Final = Rule("PW414")
STATUS_BEFORE_START: Final = Rule("PW415")


@check(DONE_BEFORE_START, STATUS_BEFORE_START)
def outset(index: PlanIndex) -> Iterator[Problem]:
    """Dates of the project that lie before its start."""
    project = index.plan.project
    start = f"the project starts on {long_day(project.start)}"
    if project.finish_by is not None and project.finish_by < project.start:
        message = f"All should be done by {long_day(project.finish_by)}, but {start}."
        yield DONE_BEFORE_START.at(("project", "finish_by"), message)
    if project.status_date is not None and project.status_date < project.start:
        message = f"Progress is judged as of {long_day(project.status_date)}, but {start}."
        yield STATUS_BEFORE_START.at(("project", "status_date"), message)
