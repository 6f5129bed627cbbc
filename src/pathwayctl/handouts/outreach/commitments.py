"""Commitment forms: each stakeholder confirms a role with a signature.

Source: Designing a Career Pathways System, chapter 1, confirming roles and participation (CCRS Center, 2016):
some states want a signed confirmation. The responsibilities are those of tables 3 and 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.handout import CHAPTER_1, Handout, PageView
from pathwayctl.language import phrase
from pathwayctl.model.vocabulary import Audience, Guide, Role
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.partners import Person


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role, and its responsibilities in the guide."""

    title: str
    responsibilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """One form: who confirms, and each role with its responsibilities."""

    facts: tuple[tuple[str, str], ...]
    statement: str
    roles: tuple[RoleHeld, ...]


def view(person: Person | None, context: Context) -> Commitment:
    """Return the form of one person, or one to fill in by hand, with all four roles to choose from."""
    organization = context.index.organization_of(person) if person else None
    name = context.plan.project.name
    return Commitment(
        facts=(
            (phrase("Name"), person.name if person else ""),
            (phrase("Title"), (person.title or "") if person else ""),
            (phrase("Organization"), organization.name if organization else ""),
        ),
        statement=phrase(
            "I confirm that I take part in {name}, in the role and with the responsibilities below.",
            name=name,
        ),
        roles=tuple(_roles(person.roles if person else tuple(Role))),
    )


def _roles(held: tuple[Role, ...]) -> Iterator[RoleHeld]:
    from pathwayctl.catalog.reading import ccrs

    for one in ccrs().roles:
        if one.id in held:
            yield RoleHeld(phrase("Role: {id}", id=one.id.label), one.responsibilities)


def _views(context: Context) -> tuple[PageView, ...]:
    """Return a form for each person who has a role; one to fill in by hand if nobody has."""
    pages = tuple(
        PageView(
            f"commitment-{one.id}",
            phrase("Commitment: {name}", name=one.name),
            view(one, context),
            party=one.id,
        )
        for one in context.plan.people
        if one.roles and not one.private and str(one.confirmation) != "declined"
    )
    return pages or (PageView("commitment", phrase("Commitment"), view(None, context)),)


HANDOUT: Final = Handout(
    "commitment",
    "Commitment forms",
    "commitment",
    CHAPTER_1.format("confirming roles and participation"),
    "A form for each person with a role, to confirm it with a signature.",
    _views,
    audience=Audience.INTERNAL,
    guides=(Guide.CCRS,),
    sections=("people.roles",),
)
