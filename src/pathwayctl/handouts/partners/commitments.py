"""Commitment forms: a page for each stakeholder to accept their role and their part in writing.

Source: Designing a Career Pathways System, chapter 1, note on slides 6-12 (CCRS Center, 2016): stakeholders
review their roles, and accept them by word or in writing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.grids import plays
from pathwayctl.evidence.partners.stakeholders import stakeholders
from pathwayctl.handouts.cells import stacked
from pathwayctl.handouts.handout import CHAPTER_1, Handout, PageView, follows
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.vocabulary import Audience, Guide, Role
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.partners import Person

ACCEPTED: Final = (
    ("I accept the role described above.", False),
    ("I can name staff who will do the work with me.", False),
    ("I would like to change the role. Please talk to me first.", False),
)
TO_WRITE: Final = ("What I can contribute: time, staff, money, or support",)
TO_SIGN: Final = ("Signature", "Date")


@dataclass(frozen=True, slots=True)
class CommitmentForm:
    """One form: who signs it, and lines to write on and to sign."""

    opening: str
    facts: tuple[tuple[str, str], ...]
    accepted: tuple[tuple[str, bool], ...]
    to_write: tuple[str, ...]
    to_sign: tuple[str, ...]


def view(person: Person | None, context: Context) -> CommitmentForm:
    """Return the form of a person, or one to fill in by hand."""
    project = context.plan.project
    where = f" in {project.region}" if project.region else ""
    return CommitmentForm(
        opening=f"With this form you confirm your part in {project.name}{where}.",
        facts=tuple(_facts(person, context))
        if person
        else (("Name", ""), ("Organization", ""), ("Role", "")),
        accepted=ACCEPTED,
        to_write=TO_WRITE,
        to_sign=TO_SIGN,
    )


def _facts(person: Person, context: Context) -> Iterator[tuple[str, str]]:
    asked = [one.role for one in context.plan.invitations if person.id in ids_of(one.to) and one.role]
    yield "Name", stacked((person.name, person.title or ""))
    yield "Organization", listed([one.name for one in context.index.organizations_of(person)])
    yield "Role", stacked((listed([role.label for role in Role if plays(person, role)]), *asked))
    if person.stages:
        yield "Stages of the work", listed([stage.label for stage in person.stages])
    if person.commits:
        yield "Support promised", person.commits


def _views(context: Context) -> tuple[PageView, ...]:
    if not follows(context, Guide.CCRS):
        return ()
    people = context.index.ask(stakeholders).people
    pages = tuple(
        PageView(f"commitment-{one.id}", f"Commitment: {one.name}", view(one, context), party=one.id)
        for one in people
        if one.roles or one.key_champion
    )
    return pages or (PageView("commitment", "Commitment", view(None, context)),)


HANDOUT: Final = Handout(
    "commitment",
    "Commitment forms",
    "commitment",
    CHAPTER_1.format("confirming roles"),
    "A form for each stakeholder to accept their role in writing.",
    _views,
    audience=Audience.PARTNERS,
)
