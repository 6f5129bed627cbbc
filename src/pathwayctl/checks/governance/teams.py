"""Teams that the guide requires, and who is missing from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.governance.teams import teams
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import listed

NOT_AT_THE_TABLE: Final = Rule("PW566")
NO_SUCH_TEAM: Final = Rule("PW567")


@check(NOT_AT_THE_TABLE, guides=("components",))
def members(index: PlanIndex) -> Iterator[Problem]:
    """Report who is missing from each of the two required teams."""
    for place, review in enumerate(index.ask(teams).reviews):
        if review.missing_members:
            missing = listed(review.missing_members, "or")
            message = f"Nobody on the team {quoted(review.team.title)} represents {missing}."
            path = ("teams", place, "members") if review.team.members else ("teams", place)
            yield NOT_AT_THE_TABLE.at(path, message)


@check(NO_SUCH_TEAM, needs_all=True, guides=("components",))
def kinds(index: PlanIndex) -> Iterator[Problem]:
    """Report required teams that are missing, once there are any teams."""
    found = index.ask(teams)
    if found.reviews and found.missing_kinds:
        hint = f"Add a team with kind: {listed(found.missing_kinds, 'or')}"
        message = f"No team is the {labels(found.missing_kinds)}."
        yield NO_SUCH_TEAM.at(index.guide("components"), message, hint)
