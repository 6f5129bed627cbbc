"""How the pathway is made known to each audience (step 14).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. That all
audiences are at least students, parents, job seekers and employers is our own reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, blank_rows, bulleted, some, when
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.handouts.context import Context

WIDTH: Final = 5
AUDIENCES: Final = 4


@dataclass(frozen=True, slots=True)
class MarketingPlan:
    """The page. ``rows``: audience, message, materials and channels, owner, out by."""

    rows: tuple[Row, ...]
    gaps: tuple[str, ...]


def view(context: Context) -> MarketingPlan:
    """Every audience in the order of the plan."""
    rows = tuple(
        (one.audience, one.message or "", bulleted(one.materials), context.name(one.owner), when(one.due))
        for one in context.plan.marketing
    )
    return MarketingPlan(rows or blank_rows(WIDTH, 6), tuple(_gaps(context)))


_WANTED: Final = (
    ("message", "No message yet for"),
    ("materials", "No materials yet for"),
    ("owner", "Nobody answers yet for"),
    ("due", "No day is set for"),
)


def _gaps(context: Context) -> Iterator[str]:
    found = context.plan.marketing
    if 0 < len(found) < AUDIENCES:
        audiences = count(len(found), "audience")
        yield f"Only {audiences} so far; think of students, parents, job seekers and employers."
    for field, words in _WANTED:
        if missing := [one.audience for one in found if not getattr(one, field)]:
            yield f"{words} {some(missing)}."


HANDOUT: Final = one_page(
    "marketing",
    "Marketing by audience",
    COLORADO.format("step 14"),
    "What each audience should remember of the pathway, how it reaches them, and by when.",
    view,
    guides=(Guide.SECTOR,),
    sections=("marketing",),
)
