"""Quick actions on shortages in critical occupations (step 8).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. A shortage
is the annual openings minus the qualified applicants, as in handout 3A of Designing a Career Pathways
System (CCRS Center).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from pathwayctl.evidence.talent.labor_gaps import labor_gaps
from pathwayctl.evidence.talent.occupations import shortage_actions
from pathwayctl.handouts.cells import Columns, Row, blank_rows, bulleted, some, when
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.handouts.context import Context
    from pathwayctl.model.talent import ShortageAction

WIDTH: Final = 6


@dataclass(frozen=True, slots=True)
class Shortages:
    """The page. ``occupations`` come with the largest shortage first."""

    occupations_columns: ClassVar[Columns] = (
        ("Occupation", "left", "wide"),
        ("Openings per year", "right", "narrow"),
        ("Qualified applicants", "right", "narrow"),
        ("Shortage", "right", "narrow"),
        ("Hiring difficulty", "left", "narrow"),
        ("Quick action", "left", "wide"),
    )
    actions_columns: ClassVar[Columns] = (
        ("Action", "left", "wide"),
        "Occupation",
        "Owner",
        ("Due", "left", "narrow"),
        ("Status", "left", "narrow"),
        "Result",
    )
    actions: tuple[Row, ...]
    gaps: tuple[str, ...]
    occupations: tuple[Row, ...]


def view(context: Context) -> Shortages:
    """The actions in the order of the plan, and the shortages."""
    return Shortages(
        actions=tuple(_action(one, context) for one in context.plan.shortage_actions) or blank_rows(WIDTH, 5),
        gaps=tuple(_gaps(context)),
        occupations=tuple(_occupations(context)) or blank_rows(WIDTH, 8),
    )


def _action(one: ShortageAction, context: Context) -> Row:
    titles = {it.id: it.title for it in context.plan.occupations}
    return (
        one.title,
        titles.get(one.occupation, one.occupation),
        context.name(one.owner),
        when(one.due),
        one.status.label,
        one.outcome or "",
    )


def _occupations(context: Context) -> Iterator[Row]:
    by_id = {one.id: one for one in context.plan.occupations}
    found = context.index.ask(labor_gaps)
    acted = {
        key: bulleted(titles) for key, titles in context.index.ask(shortage_actions).by_occupation.items()
    }
    figures = [(gap.occupation, gap.openings, gap.applicants, gap.annual) for gap in found.gaps]
    for key, openings, applicants, short in figures:
        numbers = (f"{openings:,}", f"{applicants:,}", f"{short:,}" if short > 0 else "None")
        yield (by_id[key].title, *numbers, _difficulty(key, context), acted.get(key, ""))
    for key in found.unknown:
        openings_known = by_id[key].annual_openings
        said = "" if openings_known is None else f"{openings_known:,}"
        yield (by_id[key].title, said, "", "", _difficulty(key, context), acted.get(key, ""))


def _difficulty(key: str, context: Context) -> str:
    one = next(it for it in context.plan.occupations if it.id == key)
    return one.difficulty.label if one.difficulty else ""


def _gaps(context: Context) -> Iterator[str]:
    plan, found = context.plan, context.index.ask(shortage_actions)
    hard = [plan.occupations[place].title for place in found.unaddressed]
    if hard and found.by_occupation:
        yield f"Hard to fill, but no quick action yet: {some(hard)}."
    words = {"owner": "owner", "due": "due date"}
    for place, missing in found.incomplete:
        lacks = listed([words[field] for field in missing], "or")
        yield f"“{plan.shortage_actions[place].title}” has no {lacks}."


HANDOUT: Final = one_page(
    "shortage",
    "Action on shortages",
    COLORADO.format("step 8"),
    "Quick actions for occupations that are hard to fill: what, who, and by when.",
    view,
    guides=(Guide.SECTOR,),
    sections=("shortage_actions",),
)
