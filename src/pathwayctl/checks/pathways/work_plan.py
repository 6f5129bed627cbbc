"""The year-one work plan: focus areas without a row, and rows without an owner or a due date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels
from pathwayctl.checks.shared_gaps import Lack, gathered
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.pathways.work_plan_rows import work_plan_rows
from pathwayctl.wording import listed

NOBODY_BY_WHEN: Final = Rule("PW592")
NO_ROW: Final = Rule("PW593")


@check(NOBODY_BY_WHEN, guides=("grades-9-14",))
def rows(index: PlanIndex) -> Iterator[Problem]:
    """Report what each row that is not done lacks."""
    gaps = index.ask(work_plan_rows)
    lacks = []
    for place, row in enumerate(index.plan.work_plan):
        words = (("owner", gaps.unowned), ("due date", gaps.untimed))
        if missing := [word for word, places in words if place in places]:
            lacks.append(Lack(("work_plan", place), row.deliverable, f"no {listed(missing, 'or')}"))
    yield from gathered(NOBODY_BY_WHEN, lacks, "deliverable")


@check(NO_ROW, needs_all=True, guides=("grades-9-14",))
def areas(index: PlanIndex) -> Iterator[Problem]:
    """Report focus areas without a row, once there are rows; before that, tasks with a focus area count."""
    if missing := index.ask(work_plan_rows).empty_areas:
        hint = f"Under work_plan: add rows with focus_area: {listed(missing, 'or')}."
        message = f"The work plan has no row for {labels(missing)}."
        yield NO_ROW.at(index.guide("grades-9-14"), message, hint)
