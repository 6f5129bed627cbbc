"""The project's own dates: its start, its target date, and its status date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import long_day

TARGET_BEFORE_START: Final = Rule("PW414")
STATUS_BEFORE_START: Final = Rule("PW415")


@check(TARGET_BEFORE_START, STATUS_BEFORE_START)
def project_dates(index: PlanIndex) -> Iterator[Problem]:
    """Dates of the project that are before its start."""
    project = index.plan.project
    start = f"the project starts on {long_day(project.start)}"
    if project.finish_by is not None and project.finish_by < project.start:
        message = f"The target date is {long_day(project.finish_by)}, but {start}."
        yield TARGET_BEFORE_START.at(("project", "finish_by"), message)
    if project.status_date is not None and project.status_date < project.start:
        message = f"The status date is {long_day(project.status_date)}, but {start}."
        yield STATUS_BEFORE_START.at(("project", "status_date"), message)
