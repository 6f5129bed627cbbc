"""Words for gaps in who takes part, in which roles, and how they were asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.partners.stakeholders import A_FEW
from pathwayctl.guidance import samples
from pathwayctl.guidance.lists import plain
from pathwayctl.guidance.phrases import few
from pathwayctl.model.vocabulary import Role, StakeholderCategory
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Fields, Wording, Wordings, Words

_NEW_NAME: Final = "Their full name"
_NOT_ANY: Final = {
    "decision_authority": "No one named so far can make decisions for their group.",
    "does_the_work": "No one named so far will do the work.",
}
_INVITATION_WORDS: Final = {
    "rationale": "rationale",
    "role": "role",
    "importance": "reason why it matters to them",
    "supports": "support for taking part",
    "dates": "dates",
    "sent": "sent date",
}


def _newcomer(category: StakeholderCategory) -> dict[str, object]:
    return {"id": f"someone-{category.value}", "name": _NEW_NAME, "category": category.value}


def _empty_categories(gap: Gap, index: PlanIndex) -> Words:
    number = count(len(gap.items), "stakeholder category has", "stakeholder categories have")
    text = f"{number} no one: {', '.join(category.label for category in gap.items)}."
    return text, _newcomer(gap.items[0])


def _no_such_person(gap: Gap, index: PlanIndex) -> Words:
    (field,) = gap.fields
    return _NOT_ANY[field], {field: True}


def _open_consideration(gap: Gap, index: PlanIndex) -> Words:
    (asked,) = gap.items
    text = f"Not answered yet: {asked.text}"
    return text, {"consideration": asked.id, "met": True, "note": "How it was met"}


def _no_role(role: Role, words: str) -> Wording:
    """Words for a role that no one, or too few, of a category have."""

    def wording(gap: Gap, index: PlanIndex) -> Words:
        text = f"{words} yet from {listed([one.category.label for one in gap.items], 'or')}."
        if gap.entry:
            return text, _roles(gap, role)
        newcomer, first = _newcomer(gap.items[0].category), gap.items[0]
        return text, {**newcomer, "id": f"{newcomer['id']}-{len(first.people) + 1}", "roles": [role.value]}

    return wording


def _roles(gap: Gap, role: Role) -> Fields:
    return {"roles": [one.value for one in (*gap.entry.roles, role)]}


def _few_connectors(gap: Gap, index: PlanIndex) -> Words:
    text = "Only one person is a connector." if gap.items else "No one is a connector yet."
    if gap.entry:
        return text, _roles(gap, Role.CONNECTOR)
    return text, {"id": "second-connector", "name": _NEW_NAME, "roles": [Role.CONNECTOR.value]}


def _empty_stages(gap: Gap, index: PlanIndex) -> Words:
    text = f"No one takes part in {listed([stage.label for stage in gap.items], 'or')}."
    return text, {"stages": [stage.value for stage in (*gap.entry.stages, *gap.items)]}


def _have(gap: Gap, what: str) -> str:
    """One sentence about all people who lack the same, such as ``2 people have no role: “A” and “B”.``."""
    subject = count(len(gap.items), "person has", "people have")
    return f"{subject} {what}: {few([person.name for person in gap.items])}."


def _people(what: str, **fields: object) -> Wording:
    """Words for people who lack the same."""

    def wording(gap: Gap, index: PlanIndex) -> Words:
        return _have(gap, what), fields

    return wording


def _no_employer_champion(gap: Gap, index: PlanIndex) -> Words:
    text = "No employer is a champion of the pathway yet."
    if gap.entry:
        return text, _roles(gap, Role.CHAMPION)
    return text, {**_newcomer(StakeholderCategory.BUSINESS), "roles": [Role.CHAMPION.value]}


def _no_employer(gap: Gap, index: PlanIndex) -> Words:
    fields = {
        "id": samples.employer(index),
        "name": "Its full name",
        "category": StakeholderCategory.BUSINESS.value,
    }
    return "No employers are named in the project yet.", fields


def _no_employer_invited(gap: Gap, index: PlanIndex) -> Words:
    to = samples.employer(index)
    fields = {
        "id": f"invite-{to}",
        "to": to,
        "rationale": "Why the partnership is being built",
        "sent": samples.day(index),
    }
    return "No employer has been invited yet." if gap.items else "No one has been invited yet.", fields


def _incomplete_invitation(gap: Gap, index: PlanIndex) -> Words:
    missing = listed([_INVITATION_WORDS[field] for field in gap.fields], "or")
    text = f"The invitation to “{index.name_of(gap.entry.to)}” has no {missing} yet."
    return text, samples.fields_of(index, "invitations", *gap.fields)


def _not_invited(gap: Gap, index: PlanIndex) -> Words:
    to = gap.items[0].id if gap.items else samples.someone(index)
    text = (
        _have(gap, "not been invited or confirmed")
        if gap.items
        else "No one to invite is named in the project yet."
    )
    return text, {
        "id": f"invite-{to}",
        "to": to,
        **samples.fields_of(index, "invitations", *_INVITATION_WORDS),
    }


WORDINGS: Final[Wordings] = {
    "no-people": plain("No people are named in the project yet.", _newcomer(StakeholderCategory.K12)),
    "empty-categories": _empty_categories,
    "no-such-person": _no_such_person,
    "open-consideration": _open_consideration,
    "no-decision-maker": _no_role(Role.DECISION_MAKER, "No decision maker"),
    "no-doer": _no_role(Role.DOER, f"Fewer than {A_FEW} doers"),
    "few-connectors": _few_connectors,
    "no-key-champion": plain(
        "No one is marked as a key champion, with the influence to win support and funding.",
        {"key_champion": True},
    ),
    "empty-stages": _empty_stages,
    "unconfirmed": _people("not confirmed yet", confirmation="verbal"),
    "no-contact": _people("no e-mail address or phone number", email="name@example.org"),
    "no-engagement": _people(
        "no engagement level", engagement={"current": "neutral", "desired": "supportive"}
    ),
    "no-employer-champion": _no_employer_champion,
    "no-employer": _no_employer,
    "no-employer-invited": _no_employer_invited,
    "incomplete-invitation": _incomplete_invitation,
    "not-invited": _not_invited,
}
"""The words for each kind of gap."""
