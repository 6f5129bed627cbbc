"""Handout 4D: who takes part in the evaluation, for each of eight groups, and which seats are vacant.

Source: Designing a Career Pathways System, chapter 4, handout 4D and what to ask experts before the
measures are chosen (CCRS Center, 2016).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.evaluation.seats import evaluation_seats
from pathwayctl.handouts.cells import Row, some, stacked
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.model.governance_words import EvaluationGroup, TeamKind
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.evaluation import Seat

VACANT: Final = "Vacant"


@dataclass(frozen=True, slots=True)
class EvaluationRoles:
    """The page. ``rows``: group and what it knows, member, data, role; each group has a row at least."""

    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    gaps: tuple[str, ...]
    experts: tuple[tuple[str, bool], ...]


def view(context: Context) -> EvaluationRoles:
    """The seats by group, in the order of the guide; all are room to write while nobody has a seat."""
    from pathwayctl.catalog.reading import ccrs

    begun = bool(context.index.ask(evaluation_seats).filled)
    rows = (row for group in EvaluationGroup for row in _rows(group, VACANT if begun else "", context))
    return EvaluationRoles(
        tuple(_teams(context)),
        tuple(rows),
        tuple(_gaps(context)) if begun else (),
        tuple((line.text, False) for line in ccrs().expert_preparation),
    )


def _rows(group: EvaluationGroup, vacant: str, context: Context) -> Iterator[Row]:
    seats = [seat for seat in context.plan.evaluation if seat.group is group]
    head = stacked((group.label, _knows(group)))
    for seat in seats:
        yield head, _member(seat, context) or vacant, seat.data or "", seat.role or ""
    if not seats:
        yield head, vacant, "", ""


def _knows(group: EvaluationGroup) -> str:
    """What a group brings to the evaluation."""
    from pathwayctl.catalog.reading import ccrs

    return next(one.text for one in ccrs().evaluation_groups if one.name == group.label)


def _member(seat: Seat, context: Context) -> str:
    person = context.index.people.get(seat.person or "")
    return stacked((context.name(seat.person), context.name(person.organization) if person else ""))


def _teams(context: Context) -> Iterator[tuple[str, str]]:
    """The evaluation group itself, where the project keeps it as a team."""
    for team in context.plan.teams:
        if team.kind is TeamKind.EVALUATION:
            yield "Group", team.title
            yield "Led by", context.name(team.lead)
            yield "Meets", team.cadence.label if team.cadence else ""


def _gaps(context: Context) -> Iterator[str]:
    seats = context.index.ask(evaluation_seats)
    if seats.empty_groups:
        yield f"Nobody sits here yet for {listed([group.label for group in seats.empty_groups])}."
    if silent := [context.name(seat.person) for _, seat in seats.lacking("data")]:
        yield f"Not noted yet, which data they hold or can reach: {some(silent)}."
    if idle := [context.name(seat.person) for _, seat in seats.lacking("role")]:
        yield f"Not noted yet, what they do in the evaluation: {some(idle)}."
    if seats.only_member is not None:
        taken = count(len(seats.filled), "seat")
        yield f"One person has all {taken}; the groups are there to bring several views."


HANDOUT: Final = one_page(
    "4d",
    "Stakeholder roles in evaluation",
    CHAPTER_4.format("handout 4D"),
    "Who takes part in the evaluation, with which data and in which role, and which seats are vacant.",
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.CCRS,),
    sections=("evaluation",),
)
