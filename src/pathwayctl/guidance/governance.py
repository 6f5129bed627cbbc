"""Words for gaps in the partnership, agreements, teams, duties, and sustainability."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.lists import plain
from pathwayctl.guidance.phrases import few, named
from pathwayctl.model.governance import Progress, StakeholderRole
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Fields, Wording, Wordings, Words

_SCOPE: Final = "What the partnership is for, and where it ends"
_REGION: Final = "The counties or districts it serves"
_SUSTAINABILITY: Final = {
    "partnerships": "How partners stay together",
    "roles": "Who does what in the long run",
    "funding": "Where the money comes from",
    "succession": "Who takes over when someone leaves",
}
_TEAM_WORDS: Final = {"lead": "lead", "members": "members", "cadence": "quarterly meeting"}


def _partnership(text: str, **fields: object) -> Wording:
    """Words for what the partnership lacks; without one, its scope comes first, because it is required."""

    def wording(gap: Gap, index: PlanIndex) -> Words:
        return text, fields if index.partnerships else {"scope": _SCOPE, **fields}

    return wording


def _not_held(gap: Gap, index: PlanIndex) -> Words:
    cell, first = gap.items
    holder = samples.employer if cell.role is StakeholderRole.EMPLOYERS else samples.school
    number = f"{gap.number} of {count(len(cell.used), 'responsibility', 'responsibilities')}"
    verb = "has" if gap.number == 1 else "have"
    more = {"holders": [holder(index)], "state": Progress.UNDER_WAY.value}
    return f"{number} {verb} no holder. The first: {_responsibility(first)}", {**_keys(gap), **more}


def _not_met(gap: Gap, index: PlanIndex) -> Words:
    cell, first = gap.items
    number = f"{gap.number} of {count(len(cell.used), 'responsibility', 'responsibilities')}"
    verb = "is" if gap.number == 1 else "are"
    holders = next(duty.holders for duty in cell.duties if duty.responsibility == first)
    names = listed([index.name_of(one) for one in holders])
    text = (
        f"{number} {verb} held but not met. The first, with {names}: {_responsibility(first)} "
        "Mark it as done when it is met."
    )
    return text, {**_keys(gap), "state": Progress.DONE.value}


def _keys(gap: Gap) -> Fields:
    cell, responsibility = gap.items
    return {"responsibility": responsibility, "role": cell.role.value}


def _responsibility(key: str) -> str:
    from pathwayctl.catalog.reading import components

    found = [one.text for one in components().responsibilities if one.id == key]
    return found[0] if found else f"“{key}.”"


def _no_agreement(gap: Gap, index: PlanIndex) -> Words:
    suggested, kind = gap.items
    fields = {
        "id": suggested,
        "title": "The agreement’s title",
        "kind": kind.value,
        "parties": [samples.school(index)],
        "signed": samples.day(index),
    }
    return f"There is no {gap.missing[0]} yet.", fields


def _open_questions(gap: Gap, index: PlanIndex) -> Words:
    text = f"{named(gap.entry)} leaves open: {few([question.label for question in gap.items])}."
    return text, {"answers": {question.value: "What was agreed" for question in gap.items}}


def _no_team(gap: Gap, index: PlanIndex) -> Words:
    suggested, kind = gap.items
    fields = {
        "id": suggested,
        "title": "The team’s name",
        "kind": kind.value,
        **samples.fields_of(index, "teams", "lead", "members", "cadence"),
    }
    return f"There is no {gap.missing[0]} yet.", fields


def _incomplete_team(gap: Gap, index: PlanIndex) -> Words:
    missing = listed([_TEAM_WORDS[field] for field in gap.fields], "or")
    return f"{named(gap.entry)} has no {missing} yet.", samples.fields_of(index, "teams", *gap.fields)


def _sustainability(gap: Gap, index: PlanIndex) -> Words:
    text = f"The sustainability plan has no part on {listed(gap.fields, 'or')} yet."
    return text, {field: _SUSTAINABILITY[field] for field in gap.fields}


WORDINGS: Final[Wordings] = {
    "no-partnership": _partnership(
        "The partnership has no scope, region, or industry yet.", region=_REGION, naics=["3327"]
    ),
    "no-region": _partnership("The partnership has no region yet.", region=_REGION),
    "no-naics": _partnership("The partnership has no NAICS code for its industry yet.", naics=["3327"]),
    "no-brief": _partnership(
        "There is no labor market brief to show to employers yet.",
        labor_market_brief="Companies, jobs, openings, and wages in a few sentences",
    ),
    "no-home": _partnership(
        "The work has no permanent home yet: no one is named to keep it going.",
        home="Who keeps the work going, and where",
    ),
    "not-held": _not_held,
    "not-met": _not_met,
    "not-signed": plain("{entry} is not signed yet.", {"signed": samples.day}),
    "no-agreement": _no_agreement,
    "open-questions": _open_questions,
    "no-team": _no_team,
    "incomplete-team": _incomplete_team,
    "sustainability": _sustainability,
}
"""The words for each kind of gap."""
