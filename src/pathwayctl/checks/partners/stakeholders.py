"""Who is missing from the group: categories, stages, people who decide, and people who do the work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.stakeholders import stakeholders
from pathwayctl.wording import listed

NOBODY: Final = Rule("PW501")
MISSING_CATEGORY: Final = Rule("PW502")
NO_AUTHORITY: Final = Rule("PW508")
EMPTY_STAGE: Final = Rule("PW510")


@check(NOBODY, MISSING_CATEGORY, NO_AUTHORITY, EMPTY_STAGE, guides=("ccrs",))
def group(index: PlanIndex) -> Iterator[Problem]:
    """Report what is missing from the list of stakeholders as a whole."""
    here, found = index.guide("ccrs"), index.ask(stakeholders)
    if not found.people:
        if not index.unread:  # people may be listed in a file that could not be read
            yield NOBODY.at(here, "The project has no people yet.")
        return
    if missing := found.missing_categories:
        hint = f"Add people who do, with category: {listed(missing, 'or')}"
        yield MISSING_CATEGORY.at(here, f"Nobody represents {labels(missing)}.", hint)
    if not found.able_to_decide:
        message = "Nobody in the plan can decide for their group."
        yield NO_AUTHORITY.at(here, message, "Add decision_authority: true to the people who can.")
    if not found.doing_work:
        message = "Nobody in the plan is expected to do the work."
        yield NO_AUTHORITY.at(here, message, "Add does_the_work: true to the people who will.")
    if empty := found.empty_stages:
        hint = f"Add stages: [{', '.join(empty)}] to the people who take part."
        yield EMPTY_STAGE.at(here, f"Nobody takes part in {labels(empty)}.", hint)
