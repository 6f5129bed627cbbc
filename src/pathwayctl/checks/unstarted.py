"""Parts of a plan that nobody has begun yet, and priorities without votes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.plan import Plan, section_of
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import listed

NO_VOTES: Final = Rule("PW513")
STILL_EMPTY: Final = Rule("PW514")


@check(STILL_EMPTY, needs_all=True, guides=tuple(Guide))
def empty_parts(index: PlanIndex) -> Iterator[Problem]:
    """One reminder of all parts, of all guides, that nobody has begun."""
    follows = frozenset(index.plan.project.guides)
    empty = [
        name
        for name in Plan.model_fields
        if not getattr(index.plan, name) and not follows.isdisjoint(section_of(name).guides)
    ]
    if empty:
        yield STILL_EMPTY.at(index.guide(*Guide), f"Nothing is written yet under {listed(empty)}.")


@check(NO_VOTES, guides=("ccrs",))
def votes(index: PlanIndex) -> Iterator[Problem]:
    """Priorities that no small group has voted for."""
    for place, priority in enumerate(index.plan.priorities):
        if not priority.votes:
            message = f"No small group has voted for {quoted(priority.title)}."
            yield NO_VOTES.at(("priorities", place), message)
