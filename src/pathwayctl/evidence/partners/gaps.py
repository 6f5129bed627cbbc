"""What shows who takes part, in which roles and stages, and how they were asked, and what is missing.

Source: Designing a Career Pathways System, chapter 1, tables 2 to 4 and handout 1A, and on outreach and
communication (CCRS Center, 2016).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pathwayctl.evidence.gap import Gap, Judgment
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.partners.engagement import engagements
from pathwayctl.evidence.partners.invitations import is_invited, missing_parts
from pathwayctl.evidence.partners.stakeholders import A_FEW, Sector, stakeholders
from pathwayctl.evidence.partners.taking_part import taking_part
from pathwayctl.language import phrase
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.partners import Person
from pathwayctl.model.vocabulary import MeetingKind, Role, StakeholderCategory
from pathwayctl.wording import count

_PEOPLE: Final = "person|people"


def employers(index: PlanIndex) -> frozenset[str]:
    """Employers and their people: industry members of a partnership, else all of business and industry."""
    business = StakeholderCategory.BUSINESS
    members = {one for _, given in index.partnerships for one in given.industry_members}
    houses = members or {one.id for one in index.plan.organizations if one.category is business}
    people = {
        one.id
        for one in index.plan.people
        if not houses.isdisjoint(ids_of(one.organization)) or (business in one.category and not members)
    }
    return frozenset(houses | people)


def named(index: PlanIndex) -> Judgment:
    """There are people at all."""
    return Judgment(gaps=() if index.plan.people else (Gap("no-people", ("people",), ("people",)),))


def categories(index: PlanIndex) -> Judgment:
    """Each of the seven stakeholder categories has someone (table 2)."""
    missing = index.ask(stakeholders).missing_categories
    there = len(StakeholderCategory) - len(missing)
    shown = (f"people from {there} of {len(StakeholderCategory)} categories",) if there else ()
    gap = Gap(
        "empty-categories",
        ("people",),
        noun="empty category|empty categories",
        number=len(missing),
        items=missing,
    )
    return Judgment(shown, (gap,) if missing else ())


def both_kinds(index: PlanIndex) -> Judgment:
    """Some can decide for their group, and some will do the work (handout 1A part 1)."""
    found = index.ask(stakeholders)
    numbers = {"decision_authority": found.able_to_decide, "does_the_work": found.doing_work}
    return Judgment(
        gaps=tuple(
            Gap(
                "no-such-person",
                ("people", found.placed[0][0]),
                (field,),
                entry=found.people[0],
                fields=(field,),
            )
            for field, number in numbers.items()
            if found.people and not number
        )
    )


def considerations(index: PlanIndex) -> Judgment:
    """Each of the four considerations is met, with a note on how."""
    from pathwayctl.catalog.reading import ccrs

    met = {one.consideration for one in index.plan.considerations if one.met and one.note}
    places = {one.consideration: n for n, one in reversed(list(enumerate(index.plan.considerations)))}
    asked = ccrs().considerations
    gaps = tuple(
        Gap(
            "open-consideration",
            ("considerations", places[one.id]) if one.id in places else ("considerations",),
            (one.id,),
            items=(one,),
        )
        for one in asked
        if one.id not in met
    )
    answered = len(asked) - len(gaps)
    shown = (f"{answered} of {count(len(asked), 'consideration')} met",) if answered else ()
    return Judgment(shown, gaps)


def deciders_and_doers(index: PlanIndex) -> Judgment:
    """Each category that takes part has a decision maker and a few doers (table 3)."""
    found = index.ask(stakeholders)
    present, undecided = found.represented, found.without_decision_maker
    undone = [one for one in present if len(one.doers) < A_FEW]
    gaps = []
    if undecided:
        gaps.append(_role(index, Role.DECISION_MAKER, undecided, undecided[0].decision_makers))
    if undone:
        gaps.append(_role(index, Role.DOER, undone, undone[0].doers))
    ready = len(present) - len({one.category for one in (*undecided, *undone)})
    words = count(ready, "category has", "categories have")
    return Judgment((f"{words} a decision maker and doers",) if ready else (), tuple(gaps))


def _role(index: PlanIndex, role: Role, found: Sequence[Sector], playing: tuple[str, ...]) -> Gap:
    """A role that some categories lack: for someone in the first without it, else for a new person."""
    could = set(found[0].people).difference(playing)
    place = next((n for n, one in enumerate(index.plan.people) if one.id in could), None)
    kind, words = f"no-{role.value}", (role.label.lower(),)
    noun, items = "category|categories", tuple(found)
    if place is None:
        return Gap(kind, ("people",), words, noun, len(found), items=items)
    return Gap(kind, ("people", place), words, noun, len(found), index.plan.people[place], items=items)


def connectors_and_champions(index: PlanIndex) -> Judgment:
    """A few people connect, and someone is a key champion (table 3)."""
    found = index.ask(stakeholders)
    people = found.placed
    if not people:
        return Judgment()
    gaps = []
    if found.has_few_connectors:
        free = next(((n, one) for n, one in people if one.id not in found.connectors), None)
        path, entry = (("people", free[0]), free[1]) if free else (("people",), None)
        gaps.append(Gap("few-connectors", path, ("connectors",), entry=entry, items=found.connectors))
    if not found.has_key_champion:
        place, first = people[0]
        gaps.append(Gap("no-key-champion", ("people", place), ("key champion",), entry=first))
    return Judgment(gaps=tuple(gaps))


def stages(index: PlanIndex) -> Judgment:
    """Someone takes part in each stage of the work (table 4)."""
    people = index.ask(stakeholders).placed
    empty = index.ask(stakeholders).needed_stages(index.plan.project.new_policy)
    if not people or not empty:
        return Judgment(("someone in every stage",) if people else ())
    place, first = people[0]
    gap = Gap(
        "empty-stages", ("people", place), noun="empty stage", number=len(empty), entry=first, items=empty
    )
    return Judgment(gaps=(gap,))


def confirmed(index: PlanIndex) -> Judgment:
    """Everyone has agreed to take part, by word or in writing."""
    present = index.ask(taking_part)
    waiting = [(place, one) for place, one in present if one.confirmation is None]
    agreed = len(present) - len(waiting)
    shown = (f"{count(agreed, 'person has', 'people have')} confirmed",) if agreed else ()
    return Judgment(shown, _people("unconfirmed", "confirmation", waiting))


def _people(kind: str, words: str, found: Sequence[tuple[int, Person]]) -> tuple[Gap, ...]:
    """One gap for all people who lack the same, with the first of them as the entry."""
    if not found:
        return ()
    place, first = found[0]
    people = tuple(one for _, one in found)
    return (Gap(kind, ("people", place), (words,), _PEOPLE, len(people), first, items=people),)


def employer_champions(index: PlanIndex) -> Judgment:
    """At least one employer speaks up for the pathway."""
    people = [(n, one) for n, one in index.ask(taking_part) if one.id in index.ask(employers)]
    found = [one for _, one in people if one.key_champion or Role.CHAMPION in one.roles]
    if found:
        return Judgment((count(len(found), "employer champion"),))
    words = ("employer champion",)
    if people:
        place, one = people[0]
        return Judgment(gaps=(Gap("no-employer-champion", ("people", place), words, entry=one),))
    return Judgment(gaps=(Gap("no-employer-champion", ("people",), words),))


def invited(index: PlanIndex) -> Judgment:
    """An employer has been invited, or has already agreed (step 2)."""
    plan, known = index.plan, index.ask(employers)
    asked = dict.fromkeys(name for one in plan.invitations if one.sent for name in ids_of(one.to))
    asked |= dict.fromkeys(one.id for _, one in index.ask(taking_part) if one.confirmation)
    found = [name for name in asked if name in known]
    if found:
        return Judgment((phrase("{employers} invited", employers=count(len(found), "employer")),))
    launches = [one for one in plan.meetings if one.kind is MeetingKind.SECTOR_LAUNCH]
    guests = sum(len(one.invited) for one in launches)
    gaps = [] if known else [Gap("no-employer", ("organizations",), ("employers",))]
    gaps.append(
        Gap("no-employer-invited", ("invitations",), ("invitation to an employer",), items=tuple(asked))
    )
    return Judgment(
        (phrase("a list of {guests}", guests=count(guests, "guest")),) if guests else (), tuple(gaps)
    )


def whole_invitations(index: PlanIndex) -> Judgment:
    """Every invitation has its five parts, and has been sent."""
    gaps = []
    for place, one in enumerate(index.plan.invitations):
        fields = (*missing_parts(one), *(() if one.sent else ("sent",)))
        if fields:
            gaps.append(
                Gap(
                    "incomplete-invitation",
                    ("invitations", place),
                    fields,
                    "invitation",
                    entry=one,
                    fields=fields,
                )
            )
    ready = len(index.plan.invitations) - len(gaps)
    shown = (f"{count(ready, 'invitation')} sent with all five parts",) if ready else ()
    return Judgment(shown, tuple(gaps))


def reached(index: PlanIndex) -> Judgment:
    """Everyone named has confirmed or was invited, personally or through their organization."""
    people = index.ask(stakeholders).people
    waiting = tuple(one for one in people if one.confirmation is None and not is_invited(index, one))
    if people and not waiting:
        return Judgment((f"{count(len(people), 'person', 'people')} reached",))
    words = ("invitation",) if waiting else ("people to invite",)
    noun = _PEOPLE if waiting else ""
    return Judgment(gaps=(Gap("not-invited", ("invitations",), words, noun, len(waiting), items=waiting),))


def contacts(index: PlanIndex) -> Judgment:
    """There is a way to reach everyone."""
    unreachable = index.ask(stakeholders).unreachable
    return Judgment(gaps=_people("no-contact", "email or phone", unreachable))


def engagement(index: PlanIndex) -> Judgment:
    """Everyone's current and desired engagement is known (exhibit 3)."""
    found = index.ask(engagements)
    unknown = [(place, index.plan.people[place]) for place in found.unknown_positions]
    shown = (f"engagement of {count(len(found.moves), 'person', 'people')}",) if found.moves else ()
    return Judgment(shown, _people("no-engagement", "engagement level", unknown))
