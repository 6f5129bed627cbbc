"""Handout 1A part 1: who takes part, by stakeholder category, and who is missing.

Source: Designing a Career Pathways System, chapter 1, table 2 and “Identify Stakeholders” (CCRS
Center, 2016). The guide's prose counts six categories; its table has seven, and so has this page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from pathwayctl.evidence.goals import considerations
from pathwayctl.evidence.partners.stakeholders import stakeholders
from pathwayctl.evidence.partners.taking_part import has_declined, has_left
from pathwayctl.handouts.cells import some, stacked, when, yes_no
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.partners import Person, PersonKind
from pathwayctl.model.vocabulary import Audience, Guide, StakeholderCategory
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

Member = tuple["Person | None", str]
"""A person with the name of their organization; no person for an organization without anyone."""
COLUMNS: Final[Columns[Member]] = (
    Column("Organization", lambda one, _: one[1]),
    Column("Representative", lambda one, context: _of(one, lambda person: _with_term(person, context))),
    Column("Contact", lambda one, _: _of(one, _contact), spare=True),
    Column("Can decide", lambda one, _: _of(one, lambda person: yes_no(person.decision_authority)), "narrow"),
    Column("Does the work", lambda one, _: _of(one, lambda person: yes_no(person.does_the_work)), "narrow"),
    Column("Role confirmed", lambda one, _: _of(one, _confirmed), "narrow"),
)
SHARED_COLUMNS: Final[Columns[Member]] = (
    Column("Organization", lambda one, _: one[1], "wide"),
    Column(
        "Representative", lambda one, context: _of(one, lambda person: _with_term(person, context)), "wide"
    ),
    Column("Part in the work", lambda one, _: _of(one, _part)),
)
"""What partners and the public get."""
OUTSIDE: Final[Columns[Person]] = (
    Column("Name", lambda one, _: _name(one), "wide"),
    Column("Part", lambda one, _: one.kind.label),
    Column("Expertise", lambda one, _: one.expertise or "", "wide"),
)
GONE: Final[Columns[tuple[Person, str]]] = (
    Column("Name", lambda one, _: _name(one[0]), "wide"),
    Column("Organization", lambda one, context: context.name(one[0].organization), "wide"),
    Column("Why", lambda one, _: one[1]),
)
NO_ORGANIZATION: Final = marked("No organization")

CONSIDERATIONS: Final = {
    "all-programs": (
        marked("Every government office and state program that has a part in the system is represented."),
        marked("Programs for English learners are represented."),
        marked("Programs for students with disabilities are represented."),
        marked("Programs for youth who return to school from juvenile justice facilities are represented."),
    ),
    "major-employers": (
        marked("The region’s major employers are represented."),
        marked("Labor organizations are represented."),
    ),
    "experience-and-influence": (
        marked("Each person knows their sector from experience."),
        marked("Each person has the time that their role takes."),
        marked("Some people have the influence to win others over."),
    ),
    "collaboration": (
        marked("Offices that must work together, such as CTE and the education agency, have agreed on how."),
    ),
}
"""What to check for each of the guide's considerations."""


@dataclass(frozen=True, slots=True)
class CategoryTable:
    """The people and organizations of one category."""

    label: str
    members: HandoutTable
    gap: str


@dataclass(frozen=True, slots=True)
class Identifying:
    """The page: a table for each category, what is missing, and what to consider."""

    categories: tuple[CategoryTable, ...]
    unplaced: HandoutTable
    outside: HandoutTable
    gone: HandoutTable
    both_kinds: str
    both_kinds_present: bool
    unrepresented: str
    considerations: tuple[tuple[str, bool], ...]
    samples: tuple[tuple[str, str], ...] = ()


def view(context: Context) -> Identifying:
    """Return everyone under their category; a category without people has examples.

    Contacts, and who cannot decide or has not confirmed, are for project staff only. A form without
    people is the same for all.
    """
    is_shared = context.audience is not Audience.INTERNAL and bool(context.plan.people)
    columns = SHARED_COLUMNS if is_shared else COLUMNS
    members = _members_by_category(context)
    found = context.index.ask(stakeholders)
    unrepresented = [organization.name for _, organization in found.unrepresented]
    return Identifying(
        categories=tuple(
            CategoryTable(
                category.label,
                table_of(columns, members.get(category, ()), context, blank=2),
                _gap(category) if category in found.missing_categories else "",
            )
            for category in StakeholderCategory
        ),
        unplaced=table_of(columns, members.get(None, ()), context),
        outside=table_of(OUTSIDE, found.outside, context),
        gone=table_of(GONE, () if is_shared else _gone(context), context),
        both_kinds=_both_kinds(found.able_to_decide, found.doing_work),
        both_kinds_present=bool(found.able_to_decide and found.doing_work),
        unrepresented=phrase("No representative yet: {unrepresented}.", unrepresented=some(unrepresented))
        if unrepresented
        else "",
        considerations=tuple(_considered(context)),
        samples=tuple((one.label, "; ".join(_examples(one))) for one in StakeholderCategory),
    )


def _gap(category: StakeholderCategory) -> str:
    return phrase(
        "Nobody represents this category yet. Consider: {examples}.", examples="; ".join(_examples(category))
    )


def _examples(category: StakeholderCategory) -> tuple[str, ...]:
    """Return the guide's examples for a category (chapter 1, table 2)."""
    from pathwayctl.catalog.reading import ccrs

    return next(tuple(entry.groups) for entry in ccrs().categories if entry.id == category.value)


def _members_by_category(context: Context) -> dict[StakeholderCategory | None, list[Member]]:
    """Return people under their categories, by organization, and last those without one.

    People who declined or left, and people from outside, have tables of their own.
    """
    index = context.index
    found: dict[StakeholderCategory | None, list[Member]] = {}
    members: dict[str, list[Person]] = {}
    represented = set()
    for person in index.ask(stakeholders).people:
        named = [organization.id for organization in index.organizations_of(person)]
        represented.update(named)
        if person.kind is PersonKind.STAKEHOLDER:
            members.setdefault(named[0] if named else "", []).append(person)
    for organization in context.plan.organizations:
        for person in members.get(organization.id, []):
            _place(found, person, context)
        if organization.id not in represented:
            found.setdefault(organization.category, []).append((None, organization.name))
    for person in members.get("", []):
        _place(found, person, context)
    return found


def _place(found: dict[StakeholderCategory | None, list[Member]], person: Person, context: Context) -> None:
    """Add someone to each of their categories, or to those without a category."""
    names = stacked(*(one.name for one in context.index.organizations_of(person))) or phrase(NO_ORGANIZATION)
    for category in context.index.categories_of(person) or (None,):
        found.setdefault(category, []).append((person, names))


def _gone(context: Context) -> Iterator[tuple[Person, str]]:
    """Yield the people who declined or left, each with a word on it."""
    index = context.index
    for person in context.plan.people:
        if has_declined(index, person):
            yield person, phrase("Declined")
        elif has_left(index, person):
            yield (
                person,
                stacked(phrase("Left, last day {until}", until=when(person.until)), _next(person, context)),
            )


def _of(member: Member, words: Callable[[Person], str]) -> str:
    """Return words about a person, or an empty cell for an organization without anyone."""
    person, _ = member
    return words(person) if person else ""


def _name(person: Person) -> str:
    return stacked(person.name, person.title or "")


def _with_term(person: Person, context: Context) -> str:
    """Return the name and title, and for someone who leaves the last day and who takes over."""
    term = phrase("Until {until}", until=when(person.until)) if person.until else ""
    return stacked(_name(person), term, _next(person, context))


def _next(person: Person, context: Context) -> str:
    return phrase("{name} takes over", name=context.name(person.successor)) if person.successor else ""


def _contact(person: Person) -> str:
    return stacked(person.email or "", person.phone or "")


def _confirmed(person: Person) -> str:
    return person.confirmation.label if person.confirmation else phrase("Not yet")


def _part(person: Person) -> str:
    parts = (
        phrase("Decides") if person.decision_authority else "",
        phrase("Does the work") if person.does_the_work else "",
    )
    return stacked(*parts)


def _both_kinds(deciding: int, doing: int) -> str:
    if deciding and doing:
        decide, do = (count(number, "person", "people") for number in (deciding, doing))
        return phrase("{decide} can decide for their group, and {do} will do the work.", decide=decide, do=do)
    missing = [] if deciding else [phrase("who can decide for their group")]
    missing += [] if doing else [phrase("who will do the work")]
    return phrase(
        "The list has nobody yet {missing}. A working group needs both.", missing=listed(missing, "or")
    )


def _considered(context: Context) -> Iterator[tuple[str, bool]]:
    """Yield what to consider, ticked if it is met; a note follows the first line that it is about."""
    found = context.index.ask(considerations)
    for name, texts in CONSIDERATIONS.items():
        for place, text in enumerate(texts):
            yield stacked(phrase(text), "" if place else found.notes.get(name, "")), name in found.met
    for own in context.plan.considerations:
        if own.text and own.consideration not in CONSIDERATIONS:
            yield stacked(own.text, own.note or ""), own.met


HANDOUT: Final = one_page(
    "1a-1",
    "Identifying stakeholders, part 1",
    CHAPTER_1.format("handout 1A"),
    "Who takes part, by stakeholder category, and who is still missing.",
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.CCRS,),
    sections=("people", "organizations"),
)
