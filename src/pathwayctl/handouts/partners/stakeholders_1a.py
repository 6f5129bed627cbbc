"""Handout 1A part 1: who is at the table, by stakeholder category, and who is missing.

Source: Designing a Career Pathways System, chapter 1, table 2 and “Identify Stakeholders” (CCRS
Center, 2016). The guide's prose counts six categories; its table has seven, and so has this page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, blank_rows, some, stacked, yes_no
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.model.vocabulary import Audience, StakeholderCategory
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.partners import Person

WIDTH: Final = 6
SHARED_WIDTH: Final = 3
NO_ORGANIZATION: Final = "No organization"

CONSIDERATIONS: Final = {
    "all-programs": (
        "Programs for English learners have a voice here.",
        "Programs for students with disabilities have a voice here.",
        "Programs for young people who come back to school from secure placement have a voice here.",
    ),
    "major-employers": (
        "The region’s major employers are here.",
        "Labor organizations are here.",
    ),
    "experience-and-influence": (
        "Each of them knows their sector from experience.",
        "Each of them can give the time that their part takes.",
        "Some of them have the standing to win others over.",
    ),
    "collaboration": (
        "Offices that must work together, such as CTE and the education agency, have agreed how.",
    ),
}
"""What to look at, under the guide's consideration that asks for it."""


@dataclass(frozen=True, slots=True)
class CategoryTable:
    """One category. Columns: organization, representative, contact, decides, does the work, confirmed.

    What partners get has: organization, representative, part in the work.
    """

    label: str
    rows: tuple[Row, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class Identifying:
    """The page: a table per category, what is missing, and what to consider.

    ``is_shared`` is true for partners: contacts, and who cannot decide or has not agreed yet, are for the
    project's own staff. A form with nobody on it is the same for all.
    """

    is_shared: bool
    categories: tuple[CategoryTable, ...]
    unplaced: tuple[Row, ...]
    both_kinds: str
    both_kinds_present: bool
    unrepresented: str
    considerations: tuple[tuple[str, bool], ...]


def view(context: Context) -> Identifying:
    """Everyone in the plan under their category; categories without anyone come with examples."""
    is_shared = context.audience is not Audience.INTERNAL and bool(context.plan.people)
    width = SHARED_WIDTH if is_shared else WIDTH
    rows = _rows_by_category(context, width)
    deciding = sum(person.decision_authority for person in context.plan.people)
    doing = sum(person.does_the_work for person in context.plan.people)
    return Identifying(
        is_shared=is_shared,
        categories=tuple(
            _category(category, rows.get(category, []), width, category in context.index.sectors)
            for category in StakeholderCategory
        ),
        unplaced=tuple(rows.get(None, [])),
        both_kinds=_both_kinds(deciding, doing),
        both_kinds_present=bool(deciding and doing),
        unrepresented=_unrepresented(context),
        considerations=tuple(_considered(context)),
    )


def _category(category: StakeholderCategory, rows: list[Row], width: int, present: bool) -> CategoryTable:
    gap = "" if present else f"Nobody here yet. Think of: {'; '.join(_examples(category))}."
    return CategoryTable(category.label, tuple(rows) or blank_rows(width, 2), gap)


def _examples(category: StakeholderCategory) -> tuple[str, ...]:
    """Groups to think of in a category (chapter 1, table 2)."""
    from pathwayctl.catalog.reading import ccrs

    return next(tuple(entry.groups) for entry in ccrs().categories if entry.id == category.value)


def _rows_by_category(context: Context, width: int) -> dict[StakeholderCategory | None, list[Row]]:
    """People under their category, in the order of the organizations; then those of no organization."""
    row = _row if width == WIDTH else _shared_row
    rows: dict[StakeholderCategory | None, list[Row]] = {}
    members: dict[str, list[Person]] = {}
    for person in context.plan.people:
        organization = context.index.organization_of(person)
        members.setdefault(organization.id if organization else "", []).append(person)
    for organization in context.plan.organizations:
        for person in members.get(organization.id, []):
            rows.setdefault(context.index.category_of(person), []).append(row(person, organization.name))
        if organization.id not in members:
            rows.setdefault(organization.category, []).append((organization.name, *[""] * (width - 1)))
    for person in members.get("", []):
        rows.setdefault(context.index.category_of(person), []).append(row(person, NO_ORGANIZATION))
    return rows


def _row(person: Person, organization: str) -> Row:
    return (
        organization,
        stacked((person.name, person.title or "")),
        stacked((person.email or "", person.phone or "")),
        yes_no(person.decision_authority),
        yes_no(person.does_the_work),
        person.confirmation.label if person.confirmation else "Not yet",
    )


def _shared_row(person: Person, organization: str) -> Row:
    parts = ("Decides" if person.decision_authority else "", "Does the work" if person.does_the_work else "")
    return (organization, stacked((person.name, person.title or "")), stacked(parts))


def _both_kinds(deciding: int, doing: int) -> str:
    if deciding and doing:
        decide, do = (count(number, "person", "people") for number in (deciding, doing))
        return f"{decide} can decide for their group, and {do} will do work."
    missing = [] if deciding else ["anyone who can decide for their group"]
    missing += [] if doing else ["anyone who will do the work"]
    return f"The list does not name {listed(missing, 'or')} yet. A working group needs both kinds."


def _unrepresented(context: Context) -> str:
    represented = {person.organization for person in context.plan.people}
    names = [item.name for item in context.plan.organizations if item.id not in represented]
    return f"No representative yet: {some(names)}." if names else ""


def _considered(context: Context) -> Iterator[tuple[str, bool]]:
    """What is to be considered, ticked where it is met; the note stands with the first line it is about."""
    entries = context.plan.considerations
    met = {entry.consideration for entry in entries if entry.met}
    notes = {entry.consideration: entry.note or "" for entry in entries}
    for name, texts in CONSIDERATIONS.items():
        for place, text in enumerate(texts):
            yield stacked((text, "" if place else notes.get(name, ""))), name in met


HANDOUT: Final = one_page(
    "1a-1",
    "Identifying stakeholders, part 1",
    CHAPTER_1.format("handout 1A"),
    "Who is at the table, by stakeholder category, and who is still missing.",
    view,
    audience=Audience.PARTNERS,
)
