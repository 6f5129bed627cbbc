"""Marketing of the pathway to each audience (step 14).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.outreach.communications import marketing_entries
from pathwayctl.handouts.cells import bulleted, languages, people, some, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.talent import Marketing
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

AUDIENCES: Final[Columns[Marketing]] = (
    Column("Audience", lambda one, _: one.audience),
    Column("Key message", lambda one, _: one.message or "", "wide"),
    Column("Materials and channels", lambda one, _: stacked(bulleted(one.materials), languages(one)), "wide"),
    Column("Owner", lambda one, context: context.name(one.owner)),
    Column("Due", lambda one, _: when(one.due), "narrow"),
    Column("Went out", lambda one, _: stacked(when(one.sent), people(one.reached)), spare=True),
)


@dataclass(frozen=True, slots=True)
class MarketingPlan:
    """The page: every audience in the order of the plan, and what is missing."""

    audiences: HandoutTable
    gaps: tuple[str, ...]


def view(context: Context) -> MarketingPlan:
    """Return every audience in the order of the plan."""
    audiences = table_of(AUDIENCES, context.plan.marketing, context, blank=14)
    return MarketingPlan(audiences, tuple(_gaps(context)))


_WANTED: Final = (
    ("message", marked("No message yet")),
    ("materials", marked("No materials yet")),
    ("owner", marked("No owner yet")),
    ("due", marked("No due date yet")),
)


def _gaps(context: Context) -> Iterator[str]:
    found = context.index.ask(marketing_entries)
    if found.too_few:
        audiences = count(len(found.entries), "audience")
        yield phrase(
            "Only {audiences} so far. Consider students, parents, job seekers, and employers.",
            audiences=audiences,
        )
    if late := [one.entry.audience for one in found.late(context.index.today)]:
        yield phrase("Due, and not out yet: {late}.", late=some(late))
    for field, words in _WANTED:
        if missing := [one.entry.audience for one in found.without(field)]:
            yield f"{phrase(words)}: {some(missing)}."


HANDOUT: Final = one_page(
    "marketing",
    "Marketing by audience",
    COLORADO.format("step 14"),
    "The message for each audience, the materials and channels, the owner, and the due date.",
    view,
    guides=(Guide.SECTOR,),
    sections=("marketing",),
)
