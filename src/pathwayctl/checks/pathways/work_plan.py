"""The year-one work plan: focus areas without a row, and rows without an owner or a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.grouping import Lack, gathered
from pathwayctl.checks.phrases import labels
from pathwayctl.checks.sources import WORK_PLAN
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.governance_words import Progress
from pathwayctl.model.vocabulary import FocusArea
from pathwayctl.wording import listed

NOBODY_BY_WHEN: Final = Rule(
    "PW592",
    Severity.WARNING,
    "A row of the work plan without an owner or a time",
    "Each deliverable has someone who is responsible for it, and a day or tasks by which it is there.",
    "Add owner: with the one who answers for it, and due: with the day, or tasks: that bring it about.",
    f"{WORK_PLAN}, columns for who is responsible and when (that none may stay empty is our reading)",
    ("grades-9-14",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
work_plan:
  - {focus_area: staffing-strategy, deliverable: staffing}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
people: [{id: lee-park, name: Lee Park, category: k-12}]
work_plan:
  - {focus_area: staffing-strategy, deliverable: staffing, owner: lee-park, due: 2027-05-28}
""",
)
NO_ROW: Final = Rule(
    "PW593",
    Severity.WARNING,
    "A focus area without a row in the work plan",
    "The one-year plan covers eleven areas, and each has deliverables of its own.",
    "Add a row with that focus_area and one of its deliverables.",
    f"{WORK_PLAN}, focus areas",
    ("grades-9-14",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
work_plan:
  - {focus_area: staffing-strategy, deliverable: staffing}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
work_plan:
  - {focus_area: work-planning, deliverable: planning-team}
  - {focus_area: staffing-strategy, deliverable: staffing}
  - {focus_area: shared-agreements, deliverable: shared-agreement}
  - {focus_area: system-conditions, deliverable: barriers-removed}
  - {focus_area: integrated-program-of-study, deliverable: program-of-study}
  - {focus_area: professional-development, deliverable: development-plan}
  - {focus_area: employer-engagement, deliverable: employer-process}
  - {focus_area: student-assessment, deliverable: assessment-plan}
  - {focus_area: student-support, deliverable: support-plan}
  - {focus_area: student-recruitment, deliverable: recruitment}
  - {focus_area: project-management, deliverable: management}
""",
)


def rows(facts: Facts) -> Iterator[Problem]:
    """What each row lacks; one that is done lacks nothing."""
    lacks = []
    for place, row in enumerate(facts.plan.work_plan):
        missing = [] if row.owner else ["owner"]
        if row.due is None and not row.tasks:
            missing.append("time")
        if missing and row.state is not Progress.DONE:
            what = f"no {listed(missing, 'and no')}"
            lacks.append(Lack(("work_plan", place), row.deliverable, what))
    yield from gathered(NOBODY_BY_WHEN, lacks, "deliverable")


def areas(facts: Facts) -> Iterator[Problem]:
    """Focus areas without a row, once there are rows; before that, their tasks are looked at."""
    there = {row.focus_area for row in facts.plan.work_plan}
    missing = [area for area in FocusArea if area not in there]
    if there and missing:
        hint = f"Under work_plan: add rows with focus_area: {listed(missing, 'or')}"
        yield NO_ROW.at(
            facts.guide("grades-9-14"), f"No row of the work plan is for {labels(missing)}.", hint
        )
