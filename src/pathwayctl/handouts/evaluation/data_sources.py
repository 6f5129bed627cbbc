"""The data infrastructure of the region: a row for each file or system, and the measures that it feeds.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), Cross-Sector Partnerships.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.evaluation.data_sources import data_sources
from pathwayctl.handouts.cells import bulleted, some, stacked, when
from pathwayctl.handouts.handout import STAKEHOLDERS, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import phrase
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.evaluation import DataSource

SOURCES: Final[Columns[DataSource]] = (
    Column("Data source", lambda one, _: stacked(one.title, bulleted(one.holds)), "wide"),
    Column("Comes from", lambda one, context: context.name(one.provider)),
    Column("How often", lambda one, _: one.cadence.label if one.cadence else "", "narrow"),
    Column("Last received", lambda one, _: when(one.received), "narrow"),
    Column("Feeds", lambda one, context: _fed(one, context), "wide"),
    Column("Agreement", lambda one, context: _agreement(one, context)),
    Column("Received by", lambda one, context: context.name(one.owner)),
)


@dataclass(frozen=True, slots=True)
class DataInfrastructure:
    """The page: the data sources in the order of the plan, and what is missing."""

    sources: HandoutTable
    gaps: tuple[str, ...]


def view(context: Context) -> DataInfrastructure:
    """Return the data sources, or a form to fill in."""
    return DataInfrastructure(
        table_of(SOURCES, context.plan.data_sources, context, blank=8), tuple(_gaps(context))
    )


def _fed(one: DataSource, context: Context) -> str:
    titles = {measure.id: measure.title for measure in context.plan.measures}
    return bulleted(titles[key] for key in one.measures if key in titles)


def _agreement(one: DataSource, context: Context) -> str:
    titles = {agreement.id: agreement.title for agreement in context.plan.agreements}
    return stacked(
        titles.get(one.agreement or "", ""), phrase("Has personal records") if one.personal else ""
    )


def _gaps(context: Context) -> Iterator[str]:
    found = context.index.ask(data_sources)
    if names := [one.title for _, one in found.unprotected]:
        yield phrase("Personal records, and no agreement in force: {names}.", names=some(names))
    for _, one, days in found.late:
        yield phrase("{title} is {days} late.", title=one.title, days=count(days, "day"))
    if names := [one.title for one in found.unfed]:
        yield phrase("No data source feeds {names}.", names=some(names, "or"))


HANDOUT: Final = one_page(
    "data-sources",
    "Data sources",
    STAKEHOLDERS.format("Cross-Sector Partnerships"),
    "Which data comes from whom, how often, for which measures, and under which agreement.",
    view,
    guides=(Guide.COMPONENTS,),
    sections=("data_sources",),
)
