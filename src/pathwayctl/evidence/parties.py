"""The names of those who own, do, and lead the work: organizations, people, and teams."""

from __future__ import annotations

from collections.abc import Mapping

from pathwayctl.language import phrase
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.plan import Plan
from pathwayctl.wording import listed


def party_names(plan: Plan) -> dict[str, str]:
    """The names of organizations, people, and teams by their ids."""
    names = {team.id: team.title for team in plan.teams}
    names |= {organization.id: organization.name for organization in plan.organizations}
    return names | {person.id: person.name for person in plan.people}


def name_in_full(held: str, names: Mapping[str, str]) -> str:
    """The name of the one who counts, and of those named with them: ``Dana Ruiz, with Lee Park``.

    Of one that is not known, the id.
    """
    if type(held) is str:  # one alone, as most are
        return names.get(held, held)
    first, *others = [names.get(name, str(name)) for name in ids_of(held)]
    return phrase("{name}, with {others}", name=first, others=listed(others)) if others else first
