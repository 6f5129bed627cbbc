"""Looks at who takes part: from which categories, in which roles and stages, and whether they have said yes.

Source: Designing a Career Pathways System, chapter 1, tables 2 to 4 and handout 1A (CCRS Center, 2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.evidence.grids import role_grid
from pathwayctl.evidence.partners.categories import A_FEW, sectors
from pathwayctl.guidance import snippets
from pathwayctl.guidance.proofs import added, grouped, new
from pathwayctl.guidance.state import Lack, Look
from pathwayctl.model.vocabulary import Role, StakeholderCategory
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pathwayctl.catalog.entries import Line
    from pathwayctl.evidence.partners.categories import Sector
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields
    from pathwayctl.model.partners import Person


def categories(records: Records) -> Look:
    """Someone stands for each of the seven stakeholder categories (table 2)."""
    found = sectors(records.plan)
    missing = [one.category for one in found if not one.people]
    there = len(found) - len(missing)
    evidence = (f"people from {there} of {len(found)} categories",) if there else ()
    if not missing:
        return Look(evidence)
    number = count(len(missing), "stakeholder category has", "stakeholder categories have")
    text = f"{number} nobody: {', '.join(category.label for category in missing)}."
    return Look(evidence, (new(text, "people", _newcomer(missing[0])),))


def _newcomer(category: StakeholderCategory) -> Fields:
    return {"id": f"someone-{category.value}", "name": "Their full name", "category": category.value}


def both_kinds(records: Records) -> Look:
    """Some can decide for their group, and some will do the work (handout 1A part 1)."""
    people = records.plan.people
    if not people:
        return Look()
    lacks = []
    for field, text in (
        ("decision_authority", "Nobody named so far can decide for their group."),
        ("does_the_work", "Nobody named so far will be tasked with doing work."),
    ):
        if not any(getattr(person, field) for person in people):
            lacks.append(added(text, "people", 0, people[0], {field: True}))
    return Look(lacks=tuple(lacks))


def considerations(records: Records) -> Look:
    """Each of the four considerations is met, and it is written down how."""
    from pathwayctl.catalog.reading import ccrs

    met = {one.consideration for one in records.plan.considerations if one.met and one.note}
    asked = ccrs().considerations
    lacks = tuple(_open_question(one, records) for one in asked if one.id not in met)
    answered = len(asked) - len(lacks)
    return Look((f"{answered} of {count(len(asked), 'consideration')} met",) if answered else (), lacks)


def _open_question(asked: Line, records: Records) -> Lack:
    fields = {"consideration": asked.id, "met": True, "note": "How it was met"}
    there = (n for n, one in enumerate(records.plan.considerations) if one.consideration == asked.id)
    place = next(there, None)
    path = ("considerations",) if place is None else ("considerations", place)
    text = f"Nothing says how this was met: {asked.text}"
    return Lack(text, path, snippets.entry("considerations", fields))


def deciders_and_doers(records: Records) -> Look:
    """Each sector that takes part has a decision maker and a few doers (table 3)."""
    present = [one for one in sectors(records.plan) if one.people]
    undecided = [one for one in present if not one.decision_makers]
    undone = [one for one in present if len(one.doers) < A_FEW]
    lacks = []
    if undecided:
        text = f"No decision maker yet from {_labels(undecided)}."
        lacks.append(_play(text, Role.DECISION_MAKER, undecided[0], undecided[0].decision_makers, records))
    if undone:
        text = f"Fewer than {A_FEW} doers yet from {_labels(undone)}."
        lacks.append(_play(text, Role.DOER, undone[0], undone[0].doers, records))
    ready = len(present) - len({one.category for one in (*undecided, *undone)})
    number = count(ready, "sector")
    return Look((f"{number} with a decision maker and doers",) if ready else (), tuple(lacks))


def _labels(found: Sequence[Sector]) -> str:
    return listed([one.category.label for one in found])


def _play(text: str, role: Role, sector: Sector, playing: tuple[str, ...], records: Records) -> Lack:
    """A role for someone of a sector who does not play it yet, else for someone to be found."""
    could = set(sector.people).difference(playing)
    for place, person in enumerate(records.plan.people):
        if person.id in could:
            return _role(text, role, place, person)
    newcomer = {**_newcomer(sector.category), "roles": [role.value]}
    newcomer["id"] = f"{newcomer['id']}-{len(sector.people) + 1}"
    return new(text, "people", newcomer)


def _role(text: str, role: Role, place: int, person: Person) -> Lack:
    roles = [one.value for one in (*person.roles, role)]
    return added(text, "people", place, person, {"roles": roles})


def connectors_and_champions(records: Records) -> Look:
    """A few people connect, and someone is a key champion (table 3)."""
    people = records.plan.people
    if not people:
        return Look()
    lacks = []
    connecting = role_grid(records.plan).roles[Role.CONNECTOR]
    if len(connecting) < A_FEW:
        text = "Only one person is a connector." if connecting else "Nobody is a connector yet."
        free = next(((n, one) for n, one in enumerate(people) if one.id not in connecting), None)
        second = {"id": "second-connector", "name": "Their full name", "roles": [Role.CONNECTOR.value]}
        lacks.append(_role(text, Role.CONNECTOR, *free) if free else new(text, "people", second))
    if not any(person.key_champion for person in people):
        text = "Nobody is marked as a key champion, with the influence to win support and money."
        lacks.append(added(text, "people", 0, people[0], {"key_champion": True}))
    return Look(lacks=tuple(lacks))


def stages(records: Records) -> Look:
    """Someone takes part in each stage of the work (table 4)."""
    people = records.plan.people
    empty = role_grid(records.plan).empty_stages
    if not people or not empty:
        return Look(("someone in every stage",) if people else ())
    text = f"Nobody takes part in {listed([stage.label for stage in empty])}."
    stages = [stage.value for stage in (*people[0].stages, *empty)]
    return Look(lacks=(added(text, "people", 0, people[0], {"stages": stages}),))


def confirmed(records: Records) -> Look:
    """Everyone has agreed to take part, by word or in writing."""
    waiting = [(place, one) for place, one in enumerate(records.plan.people) if one.confirmation is None]
    agreed = len(records.plan.people) - len(waiting)
    words = ("person has not confirmed", "people have not confirmed")
    evidence = (f"{count(agreed, 'person has', 'people have')} confirmed",) if agreed else ()
    return Look(evidence, grouped(waiting, words, "people", {"confirmation": "verbal"}))


def named(records: Records) -> Look:
    """There are people at all."""
    if records.plan.people:
        return Look()
    newcomer = _newcomer(StakeholderCategory.K12)
    return Look(lacks=(new("Nobody is named in the files yet.", "people", newcomer),))


def employer_champions(records: Records) -> Look:
    """At least one employer speaks up for the pathway."""
    people = [(n, one) for n, one in enumerate(records.plan.people) if one.id in records.employers]
    found = [one for _, one in people if one.key_champion or Role.CHAMPION in one.roles]
    if found:
        return Look((count(len(found), "employer champion"),))
    text = "No employer is a champion of the pathway yet."
    if people:
        return Look(lacks=(_role(text, Role.CHAMPION, *people[0]),))
    newcomer = {**_newcomer(StakeholderCategory.BUSINESS), "roles": [Role.CHAMPION.value]}
    return Look(lacks=(new(text, "people", newcomer),))
