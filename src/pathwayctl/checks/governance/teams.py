"""Teams that the guide asks for, and who has to sit on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance_words import TeamKind
from pathwayctl.model.partners import Person
from pathwayctl.model.vocabulary import StakeholderCategory
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.model.governance import Team


NOT_AT_THE_TABLE: Final = Rule("PW566")
NO_SUCH_TEAM: Final = Rule("PW567")

_SCHOOLS: Final = ("schools", frozenset((StakeholderCategory.K12, StakeholderCategory.CTE)))
_COLLEGES: Final = ("colleges", frozenset((StakeholderCategory.POSTSECONDARY,)))
_WORKFORCE: Final = ("the workforce system", frozenset((StakeholderCategory.BUSINESS,)))
_COMMUNITY: Final = ("community groups", frozenset((StakeholderCategory.COMMUNITY,)))
_SEATS: Final = {
    TeamKind.LEADERSHIP: (_SCHOOLS, _WORKFORCE, _COLLEGES),
    TeamKind.FACILITATOR: (_SCHOOLS, _WORKFORCE, _COLLEGES, _COMMUNITY),
}
"""Whom each team needs, and the categories in which to look for them. The workforce board and
employers share a category; schools may be there through their career and technical education."""


@check(NOT_AT_THE_TABLE, guides=("components",))
def members(index: PlanIndex) -> Iterator[Problem]:
    """Who is missing on each of the two teams."""
    for place, team in enumerate(index.plan.teams):
        missing = _missing(index, team)
        if missing:
            message = f"Nobody sits on {quoted(team.title)} for {listed(missing, 'or')}."
            path = ("teams", place, "members") if team.members else ("teams", place)
            yield NOT_AT_THE_TABLE.at(path, message)


@check(NO_SUCH_TEAM, needs_all=True, guides=("components",))
def kinds(index: PlanIndex) -> Iterator[Problem]:
    """Teams that are not there, once there are any."""
    there = {team.kind for team in index.plan.teams}
    missing = [kind for kind in _SEATS if kind not in there]
    if there and missing:
        hint = f"Add a team with kind: {listed(missing, 'or')}"
        yield NO_SUCH_TEAM.at(index.guide("components"), f"No team is the {labels(missing)}.", hint)


def _missing(index: PlanIndex, team: Team) -> list[str]:
    if team.kind not in _SEATS:
        return []
    around = [index.parties[name] for name in (*team.members, team.lead or "") if name in index.parties]
    there = {index.category_of(party) for party in around}
    missing = [name for name, categories in _SEATS[team.kind] if not categories & there]
    if team.kind is TeamKind.LEADERSHIP:
        behind = {one.organization if isinstance(one, Person) else one.id for one in around}
        if not behind & index.conveners:
            missing.insert(0, "the regional convener")
    return missing
