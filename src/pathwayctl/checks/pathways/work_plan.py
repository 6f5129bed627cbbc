"""The year-one work plan: focus areas without a row, and rows without an owner or a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import Lack, gathered
from pathwayctl.checks.phrases import labels
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance_words import Progress
from pathwayctl.model.vocabulary import FocusArea
from pathwayctl.wording import listed

NOBODY_BY_WHEN: Final = Rule("PW592")
NO_ROW: Final = Rule("PW593")


@check(NOBODY_BY_WHEN, guides=("grades-9-14",))
def rows(index: PlanIndex) -> Iterator[Problem]:
    """What each row lacks; one that is done lacks nothing."""
    lacks = []
    for place, row in enumerate(index.plan.work_plan):
        missing = [] if row.owner else ["owner"]
        if row.due is None and not row.tasks:
            missing.append("time")
        if missing and row.state is not Progress.DONE:
            what = f"no {listed(missing, 'and no')}"
            lacks.append(Lack(("work_plan", place), row.deliverable, what))
    yield from gathered(NOBODY_BY_WHEN, lacks, "deliverable")


@check(NO_ROW, needs_all=True, guides=("grades-9-14",))
def areas(index: PlanIndex) -> Iterator[Problem]:
    """Focus areas without a row, once there are rows; before that, their tasks are looked at."""
    there = {row.focus_area for row in index.plan.work_plan}
    missing = [area for area in FocusArea if area not in there]
    if there and missing:
        hint = f"Under work_plan: add rows with focus_area: {listed(missing, 'or')}"
        yield NO_ROW.at(
            index.guide("grades-9-14"), f"No row of the work plan is for {labels(missing)}.", hint
        )
