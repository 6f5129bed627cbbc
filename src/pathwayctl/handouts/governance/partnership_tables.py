"""Tables of the page on the partnership: the choice of industry, figures, invitees, and other partnerships.

Source: Creating Career Pathways in Colorado (2014), steps 1 and 2, known to us by its published summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.partners.gaps import employers
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, Row, table, table_of
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed, money

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.partnerships import ClusterFigures, RegionalPartnership

CLUSTERS: Final[Columns[ClusterFigures]] = (
    Column("Industry", lambda one, _: one.industry, "wide"),
    Column("NAICS", lambda one, _: one.naics or "", "narrow"),
    Column("Jobs", lambda one, _: _number(one.jobs), "narrow", "right"),
    Column("Median wage", lambda one, context: _wage(one.wage, context), "narrow", "right"),
    Column("Location quotient", lambda one, _: _quotient(one.location_quotient), "narrow", "right"),
    Column("Chosen", lambda one, _: "Yes" if one.chosen else "", "narrow"),
)
OTHERS: Final[Columns[RegionalPartnership]] = (
    Column("Partnership", lambda one, _: one.scope, "wide"),
    Column("Region", lambda one, _: one.region or ", ".join(one.counties)),
    Column("Conveners", lambda one, context: _conveners(one, context)),
    Column("Industry members", lambda one, context: context.names(one.industry_members)),
)
FIGURES: Final = ("Figure", Head("Value", "right"), Head("Source", width="wide"))
INVITEES: Final = (Head("Name", width="wide"), Head("Company", width="wide"), "Employees", "Answer")


@dataclass(frozen=True, slots=True)
class PartnershipTables:
    """Tables that are left out where the plan has nothing for them."""

    clusters: HandoutTable
    figures: HandoutTable
    invitees: HandoutTable
    others: HandoutTable


def partnership_tables(context: Context) -> PartnershipTables:
    """Return the tables of a plan."""
    plan = context.plan
    return PartnershipTables(
        table_of(CLUSTERS, plan.cluster_choice, context),
        table(FIGURES, _figures(context)),
        table(INVITEES, _invitees(context)),
        table_of(OTHERS, plan.partnerships, context),
    )


def _figures(context: Context) -> Iterator[Row]:
    given = context.plan.partnership
    brief = given.labor_market_brief if given else None
    if brief is None:
        return
    numbers = (("Companies", brief.companies), ("Jobs", brief.jobs), ("Openings a year", brief.openings))
    words = [(label, _number(number)) for label, number in numbers]
    words.append(("Median wage a year", _wage(brief.median_wage, context)))
    for label, value in words:
        if value:
            yield label, value, brief.source or ""


def _invitees(context: Context) -> Iterator[Row]:
    """Yield the employers who are invited, each with the answer."""
    index = context.index
    known = index.ask(employers)
    for invitation in context.plan.invitations:
        for key in ids_of(invitation.to):
            if key in known:
                person = index.people.get(key)
                house = index.organization_of(person) if person else index.organizations.get(key)
                size = _number(house.size) if house else ""
                company = house.name if house else ""
                yield person.name if person else company, company, size, invitation.answer.label


def _conveners(one: RegionalPartnership, context: Context) -> str:
    return listed([context.name(key) for key in dict.fromkeys((*ids_of(one.convener), *one.conveners))])


def _number(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def _wage(amount: float | None, context: Context) -> str:
    return "" if amount is None else money(amount, context.plan.project.currency)


def _quotient(number: float | None) -> str:
    return "" if number is None else f"{number:g}"
