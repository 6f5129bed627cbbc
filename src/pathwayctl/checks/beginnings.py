"""Parts of a plan that nobody has begun yet, and priorities without votes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import CHAPTER_1, CHAPTER_4
from pathwayctl.diagnostics import Problem, Rule, Severity
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
    "The guide fills these parts one after the other, from the goals to the plan for communication.",
    "Begin the part when you come to it; until then this is only a reminder.",
    f"{CHAPTER_1}, table 1, and {CHAPTER_4}, table 1",
    ("ccrs",),
    bad="""\
goals: []
""",
    good="""\
goals: [{id: graduates, title: More graduates find skilled work}]
priorities: [{id: entry-points, title: Multiple entry points, votes: [{group: Table 1}]}]
frameworks: [{id: machining, industry: Precision machining}]
requirements: [{id: welding, title: A welding course, area: course-sequences}]
tasks: [{id: draft, title: Draft the course, requirement: welding}]
risks: [{id: staff, title: Too few instructors, kind: internal, category: Staff}]
communications: [{id: parents, audience: Parents and students}]
meetings: [{id: kickoff, title: Kickoff, kind: kickoff}]
""",
)

_PARTS: Final = (
    "goals", "priorities", "frameworks", "requirements", "tasks", "risks", "communications", "meetings",
)  # fmt: skip


def empty_parts(facts: Facts) -> Iterator[Problem]:
    """One reminder of all parts that nobody has begun."""
    empty = [part for part in _PARTS if not getattr(facts.plan, part)]
    if empty and not facts.unread:  # else they may stand in what could not be read
        yield STILL_EMPTY.at(facts.guide("ccrs"), f"Nothing is written yet under {listed(empty)}.")


def votes(facts: Facts) -> Iterator[Problem]:
    """Priorities that no small group has voted for."""
    for place, priority in enumerate(facts.plan.priorities):
        if not priority.votes:
            message = f"No small group has voted for {quoted(priority.title)}."
            yield NO_VOTES.at(("priorities", place), message)
