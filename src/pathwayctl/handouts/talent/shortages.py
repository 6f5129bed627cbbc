"""What is done at once about shortages of critical occupations (step 8).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. A shortage
is the openings of a year less the qualified applicants, as in handout 3A of Designing a Career Pathways
System (CCRS Center).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.talent.labor_gaps import gap_analysis
from pathwayctl.handouts.cells import Row, blank_rows, bulleted, some, when
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.model.vocabulary import Guide, RiskLevel, Status
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.handouts.context import Context
    from pathwayctl.model.talent import ShortageAction

WIDTH: Final = 6


@dataclass(frozen=True, slots=True)
class Shortages:
    """The page.

    ``actions``: action, occupation, owner, due, state, what came of it. ``occupations``, the largest
    shortage first: occupation, openings, qualified applicants, short by, hard to fill, action at once.
    """

    actions: tuple[Row, ...]
    gaps: tuple[str, ...]
    occupations: tuple[Row, ...]


def view(context: Context) -> Shortages:
    """The actions in the order of the plan, and the shortages that there are."""
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
    found = gap_analysis(context.plan)
    acted = _acted(context)
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


def _acted(context: Context) -> dict[str, str]:
    """The actions for each occupation that were not dropped."""
    actions: dict[str, list[str]] = {}
    for one in context.plan.shortage_actions:
        if one.status is not Status.DROPPED:
            actions.setdefault(one.occupation, []).append(one.title)
    return {key: bulleted(titles) for key, titles in actions.items()}


def _gaps(context: Context) -> Iterator[str]:
    acted = _acted(context)
    hard = [
        one.title
        for one in context.plan.occupations
        if one.difficulty is RiskLevel.HIGH and one.id not in acted
    ]
    if hard and acted:
        yield f"Hard to fill, and nothing is done at once yet: {some(hard)}."
    for one in context.plan.shortage_actions:
        lacks = [word for word, given in (("an owner", one.owner), ("a date", one.due)) if not given]
        if lacks:
            yield f"“{one.title}” lacks {listed(lacks)}."


HANDOUT: Final = one_page(
    "shortage",
    "Action on shortages",
    COLORADO.format("step 8"),
    "What is done at once about occupations that are hard to fill, by whom and by when.",
    view,
    guides=(Guide.SECTOR,),
    sections=("shortage_actions",),
)
