"""Who is missing from the group, roles that are not filled, invitations, and ways to reach people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, named, quoted
from pathwayctl.checks.shared_gaps import in_one_finding, incomplete
from pathwayctl.diagnostics import Judged, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.engagement import engagements
from pathwayctl.evidence.partners.invitations import invitations
from pathwayctl.evidence.partners.stakeholders import Sector, Stakeholders, stakeholders
from pathwayctl.evidence.partners.taking_part import departures, has_left
from pathwayctl.model.partners import Person, PersonKind
from pathwayctl.model.vocabulary import Role, StakeholderCategory
from pathwayctl.wording import listed

_PEOPLE_HAVE: Final = ("person has", "people have")
UNREPRESENTED: Final = Rule("PW310")
NO_CATEGORY: Final = Rule("PW311", Judged.ENTRY)
UNREACHABLE: Final = Rule("PW331", Judged.ENTRY)


@check(UNREPRESENTED)
def organizations(index: PlanIndex) -> Iterator[Problem]:
    """Report organizations that no person represents."""
    for place, organization in index.ask(stakeholders).unrepresented:
        message = f"{quoted(organization.name)} has no contact person."
        hint = f"Under people:, add organization: {organization.id} to the person who represents it."
        yield UNREPRESENTED.at(("organizations", place), message, hint)


@check(NO_CATEGORY)
def people(index: PlanIndex) -> Iterator[Problem]:
    """Report stakeholders who have neither an organization nor a category; people from outside need none."""
    for place, person in enumerate(index.plan.people):
        is_placed = person.organization is not None or person.category
        if person.kind is PersonKind.STAKEHOLDER and not is_placed:
            message = f"{quoted(person.name)} has neither an organization nor a stakeholder category."
            choices = listed(list(StakeholderCategory), "or")
            hint = f"Add organization: with its id, category: {choices}, or kind: consultant or speaker"
            yield NO_CATEGORY.at(("people", place), message, hint)


@check(UNREACHABLE, guides=("ccrs",))
def contacts(index: PlanIndex) -> Iterator[Problem]:
    """Report people who cannot be reached, in one finding."""
    left = [(place, one.name) for place, one in index.ask(stakeholders).unreachable]
    what = "no e-mail address or phone number"
    yield from in_one_finding(index, UNREACHABLE, "people", left, _PEOPLE_HAVE, what)


NOBODY: Final = Rule("PW501")
MISSING_CATEGORY: Final = Rule("PW502")
NO_AUTHORITY: Final = Rule("PW508")
EMPTY_STAGE: Final = Rule("PW510")


@check(NOBODY, MISSING_CATEGORY, NO_AUTHORITY, EMPTY_STAGE, guides=("ccrs",))
def group(index: PlanIndex) -> Iterator[Problem]:
    """Report what is missing from the list of stakeholders as a whole."""
    here, found = index.guide("ccrs"), index.ask(stakeholders)
    if not index.plan.people:
        if index.parties and not index.unread:  # people may be listed in a file that could not be read
            yield NOBODY.at(here, "The project has no people yet.")
        return
    if missing := found.missing_categories:
        hint = f"Add people with category: {listed(missing, 'or')}"
        yield MISSING_CATEGORY.at(here, f"Nobody represents {labels(missing)}.", hint)
    if not found.able_to_decide:
        message = "Nobody in the plan can decide for their group."
        yield NO_AUTHORITY.at(here, message, "Add decision_authority: true to the people who can.")
    if not found.doing_work:
        message = "Nobody in the plan is expected to do the work."
        yield NO_AUTHORITY.at(here, message, "Add does_the_work: true to the people who will.")
    if empty := found.needed_stages(index.plan.project.new_policy):
        hint = f"Add stages: [{', '.join(empty)}] to the people who take part."
        yield EMPTY_STAGE.at(here, f"Nobody takes part in {labels(empty)}.", hint)


NO_DECISION_MAKER: Final = Rule("PW503")
NO_DOER: Final = Rule("PW504")
ONE_DOER: Final = Rule("PW505")
FEW_CONNECTORS: Final = Rule("PW506")
NO_KEY_CHAMPION: Final = Rule("PW507")


@check(NO_DECISION_MAKER, NO_DOER, ONE_DOER, FEW_CONNECTORS, NO_KEY_CHAMPION, guides=("ccrs",))
def roles(index: PlanIndex) -> Iterator[Problem]:
    """Report roles that are not filled, once the first role is assigned.

    The guide lists stakeholders in part 1 of handout 1A and assigns roles in part 2, so a list of people
    without any role is work in progress and not a gap.
    """
    found = index.ask(stakeholders)
    if not found.has_roles:
        return
    for sector in found.represented:
        yield from _sector(index, found, sector)
    if found.has_few_connectors:
        only = [quoted(index.name_of(person)) for person in found.connectors]
        message = f"Only one person, {only[0]}, is a connector." if only else "Nobody is a connector."
        yield FEW_CONNECTORS.at(index.guide("ccrs"), message)
    if not found.has_key_champion:
        yield NO_KEY_CHAMPION.at(index.guide("ccrs"), "Nobody is marked as a key champion.")


def _sector(index: PlanIndex, found: Stakeholders, sector: Sector) -> Iterator[Problem]:
    path, label = ("people", sector.positions[0]), sector.category.label
    people = [index.plan.people[position] for position in sector.positions]
    if sector in found.without_decision_maker:
        could = [person for person in people if person.decision_authority]
        hint = _hint(could, Role.DECISION_MAKER)
        yield NO_DECISION_MAKER.at(path, f"{label} has no decision maker.", hint)
    if sector in found.without_doer:
        could = [person for person in people if person.does_the_work]
        yield NO_DOER.at(path, f"{label} has no doer.", _hint(could, Role.DOER))
    if sector in found.with_few_doers:
        doer = quoted(index.name_of(sector.doers[0]))
        yield ONE_DOER.at(path, f"{label} has only one doer, {doer}.")


def _hint(could: Sequence[Person], role: Role) -> str:
    """A hint with the people whose entries say that they could play the role."""
    if not could:
        return ""
    names = listed([quoted(person.name) for person in could[:3]], "or")
    return f"Add {role} to the roles of {names}."


UNCONFIRMED: Final = Rule("PW509")
NO_ENGAGEMENT: Final = Rule("PW511")
LESS_ENGAGED: Final = Rule("PW512")


@check(UNCONFIRMED, NO_ENGAGEMENT, LESS_ENGAGED, guides=("ccrs",))
def engagement(index: PlanIndex) -> Iterator[Problem]:
    """Report what is not known yet, in one finding each, and desired levels below current ones."""
    unsure = [(place, person.name) for place, person in index.ask(invitations).unconfirmed]
    what = "not confirmed yet"
    yield from in_one_finding(index, UNCONFIRMED, "people", unsure, _PEOPLE_HAVE, what)
    people, found = index.plan.people, index.ask(engagements)
    unknown = [(place, people[place].name) for place in found.unknown_positions]
    what = "no engagement level yet"
    yield from in_one_finding(index, NO_ENGAGEMENT, "people", unknown, _PEOPLE_HAVE, what)
    for move in found.unwanted:
        name = quoted(index.name_of(move.person))
        message = f"The desired level of {name}, {move.desired}, is below the current level, {move.current}."
        yield LESS_ENGAGED.at((*move.path, "engagement", "desired"), message)


PARTS_MISSING: Final = Rule("PW517")
NOT_INVITED: Final = Rule("PW518")
UNANSWERED: Final = Rule("PW605")


@check(PARTS_MISSING, NOT_INVITED, UNANSWERED, guides=("ccrs",))
def letters(index: PlanIndex) -> Iterator[Problem]:
    """Report what is wrong with the invitations, if there are any."""
    found = index.ask(invitations)
    yield from incomplete(
        index,
        PARTS_MISSING,
        "invitations",
        found.incomplete,
        "invitation to",
        "invitations",
        name=lambda one: index.name_of(one.to),
    )
    left = [(place, person.name) for place, person in found.not_invited]
    subject, what = ("person is", "people are"), "neither invited nor confirmed"
    yield from in_one_finding(index, NOT_INVITED, "people", left, subject, what)
    waiting = [(place, index.name_of(invitation.to)) for place, invitation in found.overdue]
    subject, what = ("invitation has", "invitations have"), "had no answer for more than two weeks"
    yield from in_one_finding(index, UNANSWERED, "invitations", waiting, subject, what, field="sent")


GONE: Final = Rule("PW352", Judged.ENTRY)


@check(GONE)
def gone(index: PlanIndex) -> Iterator[Problem]:
    """Report people who declined or left and still have open work."""
    for one in index.ask(departures):
        how = "has left" if has_left(index, one.person) else "declined"
        message = f"{quoted(one.person.name)} {how}, but still has open work: {named(index, one.work)}."
        successor = one.person.successor
        other = f"{successor}, the successor," if successor else "someone else"
        yield GONE.at(("people", one.place), message, f"Name {other} instead.")
