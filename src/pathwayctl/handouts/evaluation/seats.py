"""Handout 4D: the members of the evaluation, by group, and the vacant seats.

Source: Designing a Career Pathways System, chapter 4, handout 4D and the questions to ask experts before
measures are chosen (CCRS Center, 2016).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.evaluation.seats import ASKED_FOR, evaluation_seats
from pathwayctl.handouts.cells import some, stacked
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.evaluation import Seat
from pathwayctl.model.governance import EvaluationGroup, TeamKind
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

VACANT: Final = marked("Vacant")
COLUMNS: Final = (
    marked("Group"),
    Head(marked("Member"), width="wide"),
    Head(marked("Data they can provide"), width="wide"),
    Head(marked("Role in the evaluation"), width="wide"),
)


@dataclass(frozen=True, slots=True)
class EvaluationRoles:
    """The page, with at least one row for each group."""

    facts: tuple[tuple[str, str], ...]
    table: HandoutTable
    gaps: tuple[str, ...]
    experts: tuple[tuple[str, bool], ...]


def view(context: Context) -> EvaluationRoles:
    """Return the seats by group, in the order of the guide; blank while no seat is filled."""
    from pathwayctl.catalog.reading import ccrs

    begun = bool(context.index.ask(evaluation_seats).filled)
    rows = (
        row for group in _groups(context) for row in _rows(group, phrase(VACANT) if begun else "", context)
    )
    return EvaluationRoles(
        tuple(_teams(context)),
        table(COLUMNS, rows),
        tuple(_gaps(context)) if begun else (),
        tuple((line.text, False) for line in ccrs().expert_preparation),
    )


def _groups(context: Context) -> tuple[EvaluationGroup, ...]:
    """The eight groups, and researchers where the project lists them."""
    listed_groups = {seat.group for seat in context.plan.evaluation}
    return tuple(group for group in EvaluationGroup if group in ASKED_FOR or group in listed_groups)


def _rows(group: EvaluationGroup, vacant: str, context: Context) -> Iterator[Row]:
    seats = [seat for seat in context.plan.evaluation if seat.group is group]
    head = stacked(group.label, _knows(group))
    for seat in seats:
        yield head, _member(seat, context) or vacant, seat.data or "", seat.role or ""
    if not seats:
        yield head, vacant, "", ""


def _knows(group: EvaluationGroup) -> str:
    """What a group contributes to the evaluation."""
    from pathwayctl.catalog.reading import ccrs

    return next((one.text for one in ccrs().evaluation_groups if one.name == group.label), "")


def _member(seat: Seat, context: Context) -> str:
    person = context.index.people.get(seat.person or "")
    return stacked(context.name(seat.person), context.name(person.organization) if person else "")


def _teams(context: Context) -> Iterator[tuple[str, str]]:
    """The evaluation group itself, if the project lists it as a team."""
    for team in context.plan.teams:
        if team.kind is TeamKind.EVALUATION:
            yield phrase("Group"), team.title
            yield phrase("Led by"), context.name(team.lead)
            yield phrase("Meets"), team.cadence.label if team.cadence else ""


def _gaps(context: Context) -> Iterator[str]:
    seats = context.index.ask(evaluation_seats)
    if seats.empty_groups:
        yield phrase(
            "No member yet for {group}.", group=listed([group.label for group in seats.empty_groups])
        )
    for field, words in (
        ("data", phrase("The data they can provide")),
        ("role", phrase("Their role in the evaluation")),
    ):
        if unknown := [context.name(one.entry.person) for one in seats.without(field)]:
            yield phrase("{words} is not recorded yet: {unknown}.", words=words, unknown=some(unknown))
    if seats.only_member is not None:
        yield phrase(
            "One member fills all {seats}. Add members to get other views.",
            seats=count(len(seats.filled), "seat"),
        )


HANDOUT: Final = one_page(
    "4d",
    "Stakeholder roles in evaluation",
    CHAPTER_4.format("handout 4D"),
    "Who takes part in the evaluation, with what data and in what role, and which seats are vacant.",
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.CCRS,),
    sections=("evaluation",),
)
