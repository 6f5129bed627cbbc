"""Parts of a plan that nobody has begun yet, and priorities without votes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.plan import Plan
from pathwayctl.wording import listed

NO_VOTES: Final = Rule("PW513")
STILL_EMPTY: Final = Rule("PW514")

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


@check(STILL_EMPTY, needs_all=True, guides=("ccrs", "components", "grades-9-14", "sector"))
def empty_parts(index: PlanIndex) -> Iterator[Problem]:
    """One reminder of all parts, of all guides, that nobody has begun."""
    asked = {part for guide in index.plan.project.guides for part in _PARTS[guide]}
    empty = [part for part in Plan.model_fields if part in asked and not getattr(index.plan, part)]
    if empty:
        yield STILL_EMPTY.at(index.guide(*_PARTS), f"Nothing is written yet under {listed(empty)}.")


@check(NO_VOTES, guides=("ccrs",))
def votes(index: PlanIndex) -> Iterator[Problem]:
    """Priorities that no small group has voted for."""
    for place, priority in enumerate(index.plan.priorities):
        if not priority.votes:
            message = f"No small group has voted for {quoted(priority.title)}."
            yield NO_VOTES.at(("priorities", place), message)
