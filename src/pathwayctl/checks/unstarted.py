"""Parts of a plan that nobody has begun yet, and priorities without votes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import CHAPTER_1, CHAPTER_4, COMPONENTS, STEPS, WORK_PLAN
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.plan import Plan
from pathwayctl.wording import listed

NO_VOTES: Final = Rule(
    "PW513",
    Severity.WARNING,
    "A priority without votes",
    "An element is a priority because small groups chose it; how many did is counted from their votes.",
    "Add a vote for each small group that named it: votes: [{group: Table 1, rationale: ...}].",
    f"{CHAPTER_1}, table 5",
    ("ccrs",),
    bad="""\
priorities:
  - {id: entry-points, title: Multiple entry and exit points}
""",
    good="""\
priorities:
  - id: entry-points
    title: Multiple entry and exit points
    votes: [{group: Table 1, rationale: Students change their plans}]
""",
)
STILL_EMPTY: Final = Rule(
    "PW514",
    Severity.NOTE,
    "A part of the plan that is still empty",
    "The guides fill these parts one after the other; a project may begin at any of them.",
    "Begin the part when you come to it; until then this is only a reminder.",
    f"{CHAPTER_1}, table 1; {CHAPTER_4}, table 1; {COMPONENTS}; {WORK_PLAN}; {STEPS}",
    ("ccrs", "components", "grades-9-14", "sector"),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
pathways: [{id: machining, title: Machining}]
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
teams: [{id: planners, title: Planning team, kind: planning}]
agreements: [{id: shared, title: Shared agreement, kind: shared-agreement}]
pathways: [{id: machining, title: Machining}]
phases: [{phase: plan, from: 2027-01-04, to: 2027-03-31}]
work_plan: [{focus_area: staffing-strategy, deliverable: staffing}]
""",
)

_PARTS: Final = {
    "ccrs": (
        "definition", "considerations", "invitations", "beliefs", "goals", "priorities", "frameworks",
        "requirements", "tasks", "measures", "evaluation", "risks", "communications", "meetings",
    ),
    "components": ("sustainability", "teams", "duties", "agreements", "credentials", "pathways"),
    "grades-9-14": ("teams", "agreements", "pathways", "phases", "work_plan"),
    "sector": (
        "partnership", "occupations", "ksas", "programs", "shortage_actions", "ksa_uses", "marketing",
        "measures",
    ),
}  # fmt: skip
"""The sections that each guide fills. Those without which other rules have something to say are left out."""


def empty_parts(facts: Facts) -> Iterator[Problem]:
    """One reminder of all parts, of all guides, that nobody has begun."""
    asked = {part for guide in facts.plan.project.guides for part in _PARTS[guide]}
    empty = [part for part in Plan.model_fields if part in asked and not getattr(facts.plan, part)]
    if empty:
        yield STILL_EMPTY.at(facts.guide(*_PARTS), f"Nothing is written yet under {listed(empty)}.")


def votes(facts: Facts) -> Iterator[Problem]:
    """Priorities that no small group has voted for."""
    for place, priority in enumerate(facts.plan.priorities):
        if not priority.votes:
            message = f"No small group has voted for {quoted(priority.title)}."
            yield NO_VOTES.at(("priorities", place), message)
