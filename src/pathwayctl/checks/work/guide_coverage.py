"""Parts of a guide that no task takes up: its steps, focus areas, phases or components.

A part that the project has behind it is shown by a task with ``status: done``, or for a step by an
entry under ``evidence:``. Each guide gets one finding that lists all of its parts without a task.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import labels
from pathwayctl.checks.sources import COMPONENTS, STEPS, WORK_PLAN
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.vocabulary import Component, FocusArea, Phase
from pathwayctl.wording import listed

ALL_STEPS: Final = range(1, 18)

MISSING_STEP: Final = Rule(
    "PW570",
    Severity.WARNING,
    "A step of the 17 that no task takes up",
    "The steps build on each other; one that is left out is missed later.",
    "Add step: and its number to the tasks of that step. For a step behind you, add evidence: with what "
    "there is to show for it.",
    f"{STEPS}, steps 1 to 17",
    ("sector",),
    bad="""\
tasks:
  - {id: scope, title: Define the scope, step: 1}
""",
    good="""\
tasks:
  - {id: t1, title: Define the scope, step: 1}
  - {id: t2, title: Prepare the launch, step: 2}
  - {id: t3, title: Hold the launch meeting, step: 3}
  - {id: t4, title: Follow up, step: 4}
  - {id: t5, title: Find the critical occupations, step: 5}
  - {id: t6, title: List the programs, step: 6}
  - {id: t7, title: Hear the employers, step: 7}
  - {id: t8, title: Act on one shortage, step: 8}
  - {id: t9, title: Sort jobs by skill and level, step: 9}
  - {id: t10, title: Describe the skills, step: 10}
  - {id: t11, title: Map programs to skills, step: 11}
  - {id: t12, title: Put the skills to use, step: 12}
  - {id: t13, title: Map how skills are attained, step: 13}
  - {id: t14, title: Reach every audience, step: 14}
  - {id: t15, title: Write the action plan, step: 15}
  - {id: t16, title: Hand over to the owners, step: 16}
  - {id: t17, title: Keep it going, step: 17}
""",
)
MISSING_FOCUS_AREA: Final = Rule(
    "PW573",
    Severity.WARNING,
    "A focus area that no task takes up",
    "The one-year plan covers eleven areas, and each has deliverables of its own.",
    "Add focus_area: to the tasks that belong to it, or add a task.",
    f"{WORK_PLAN}, focus areas",
    ("grades-9-14",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
tasks:
  - {id: team, title: Form the planning team, focus_area: work-planning}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
tasks:
  - {id: t1, title: Form the planning team, focus_area: work-planning}
  - {id: t2, title: Choose the instructors, focus_area: staffing-strategy}
  - {id: t3, title: Sign the agreement, focus_area: shared-agreements}
  - {id: t4, title: Remove the barriers, focus_area: system-conditions}
  - {id: t5, title: Map the courses, focus_area: integrated-program-of-study}
  - {id: t6, title: Train the staff, focus_area: professional-development}
  - {id: t7, title: Meet the employers, focus_area: employer-engagement}
  - {id: t8, title: Plan the assessment, focus_area: student-assessment}
  - {id: t9, title: Plan the support, focus_area: student-support}
  - {id: t10, title: Recruit the students, focus_area: student-recruitment}
  - {id: t11, title: Follow the progress, focus_area: project-management}
""",
)
MISSING_PHASE: Final = Rule(
    "PW574",
    Severity.WARNING,
    "A phase of the work plan without tasks",
    "The pathway is first planned, then its infrastructure is built, then it is launched.",
    "Add phase: plan, phase: build or phase: launch to the tasks that belong to it.",
    f"{WORK_PLAN}, overview of phases",
    ("grades-9-14",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
tasks:
  - {id: team, title: Form the planning team, phase: plan}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
tasks:
  - {id: t1, title: Form the planning team, phase: plan}
  - {id: t2, title: Train the staff, phase: build}
  - {id: t3, title: Begin the first courses, phase: launch}
""",
)
MISSING_COMPONENT: Final = Rule(
    "PW575",
    Severity.WARNING,
    "A component of a high-quality pathway that no task serves",
    "A pathway is of high quality when all seven components hold together.",
    "Add component: to the tasks that serve it, or add a task.",
    f"{COMPONENTS}, the seven components",
    ("components",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
tasks:
  - {id: advise, title: Train the advisers, component: effective-advising}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
tasks:
  - {id: t1, title: Sign the agreements, component: cross-sector-partnerships}
  - {id: t2, title: Read the labor market, component: labor-market-alignment}
  - {id: t3, title: Align the courses, component: secondary-postsecondary-links}
  - {id: t4, title: Choose the credentials, component: credentials-of-value}
  - {id: t5, title: Plan the lessons together, component: academic-career-integration}
  - {id: t6, title: Train the advisers, component: effective-advising}
  - {id: t7, title: Find the internships, component: work-based-learning}
""",
)


def steps(facts: Facts) -> Iterator[Problem]:
    """Steps of the 17-step guide without a task."""
    shown = {entry.step for entry in facts.plan.evidence}
    missing = [step for step in _missing(facts, "step", ALL_STEPS) if step not in shown]
    if missing:
        yield MISSING_STEP.at(facts.guide("sector"), f"No task takes up {_numbers(missing)}.")


def focus_areas(facts: Facts) -> Iterator[Problem]:
    """Focus areas of the grades 9-14 plan without a task; once there is a work plan, its rows count."""
    missing = _missing(facts, "focus_area", tuple(FocusArea))
    if missing and not facts.plan.work_plan:
        message = f"No task belongs to {labels(missing)}."
        hint = f"Add to tasks, as fits: focus_area: {listed(missing, 'or')}"
        yield MISSING_FOCUS_AREA.at(facts.guide("grades-9-14"), message, hint)


def phases(facts: Facts) -> Iterator[Problem]:
    """Phases of the grades 9-14 plan without a task."""
    missing = _missing(facts, "phase", tuple(Phase))
    if missing:
        message = f"No task belongs to {labels(missing)}."
        hint = f"Add to tasks, as fits: phase: {listed(missing, 'or')}"
        yield MISSING_PHASE.at(facts.guide("grades-9-14"), message, hint)


def components(facts: Facts) -> Iterator[Problem]:
    """Components of a high-quality pathway that no task serves."""
    missing = _missing(facts, "component", tuple(Component))
    if missing:
        message = f"No task serves {labels(missing)}."
        hint = f"Add to tasks, as fits: component: {listed(missing, 'or')}"
        yield MISSING_COMPONENT.at(facts.guide("components"), message, hint)


def _missing(facts: Facts, field: str, parts: Sequence[Any]) -> list[Any]:
    if facts.unread and not facts.breakdown.rows:
        return []  # the tasks may stand in what could not be read
    taken = {getattr(row.task, field) for row in facts.live}
    return [part for part in parts if part not in taken]


def _numbers(missing: Sequence[int]) -> str:
    if len(missing) == len(ALL_STEPS):
        return "any of the 17 steps"
    spans: list[list[int]] = []
    for step in missing:
        if spans and spans[-1][-1] == step - 1:
            spans[-1].append(step)
        else:
            spans.append([step])
    texts = [f"{span[0]} to {span[-1]}" if len(span) > 1 else f"{span[0]}" for span in spans]
    return f"{'step' if len(missing) == 1 else 'steps'} {listed(texts)} of the 17"
