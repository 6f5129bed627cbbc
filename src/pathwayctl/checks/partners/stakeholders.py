"""Who is missing at the table: categories, stages, and the two kinds of people that must be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Stage, StakeholderCategory
from pathwayctl.wording import listed

NOBODY: Final = Rule("PW501")
MISSING_CATEGORY: Final = Rule("PW502")
NO_AUTHORITY: Final = Rule("PW508")
EMPTY_STAGE: Final = Rule("PW510")


@check(NOBODY, MISSING_CATEGORY, NO_AUTHORITY, EMPTY_STAGE, guides=("ccrs",))
def table(index: PlanIndex) -> Iterator[Problem]:
    """What is missing from the table of stakeholders as a whole."""
    here = index.guide("ccrs")
    people = index.plan.people
    if not people:
        if not index.unread:  # else they may stand in what could not be read
            yield NOBODY.at(here, "Nobody is named yet: the project has no people.")
        return
    missing = [category for category in StakeholderCategory if category not in index.sectors]
    if missing:
        hint = f"Add people who do, with category: {listed(missing, 'or')}"
        yield MISSING_CATEGORY.at(here, f"Nobody represents {labels(missing)}.", hint)
    if not any(person.decision_authority for person in people):
        message = "Nobody in the plan can decide for their group."
        yield NO_AUTHORITY.at(here, message, "Add decision_authority: true to the people who can.")
    if not any(person.does_the_work for person in people):
        message = "Nobody in the plan will be tasked with doing the work."
        yield NO_AUTHORITY.at(here, message, "Add does_the_work: true to the people who will do it.")
    stages = {stage for person in people for stage in person.stages}
    empty = [stage for stage in Stage if stage not in stages]
    if empty:
        hint = f"Write it under the people who take part: stages: [{', '.join(empty)}]"
        yield EMPTY_STAGE.at(here, f"Nobody takes part in {labels(empty)}.", hint)
