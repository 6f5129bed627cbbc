"""The budget: funding sources and costs by fiscal year, and the costs of tasks beside them.

Source: U.S. Department of Labor, Career Pathways Toolkit (2016), element 4; CLASP, Funding Career Pathways
(2016). The page is for the project's own staff unless ``costs_for`` in the project says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.funding import Year, YearTotals, budget
from pathwayctl.handouts.cells import NONE, mark, some, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.funding import BudgetLine, Funding
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Row

SOURCE: Final = marked(
    "U.S. Department of Labor, Career Pathways Toolkit, element 4 (2016); CLASP, Funding "
    "Career Pathways (2016)"
)
TaskCost = tuple["Row", float, "Year"]
"""A task, its cost, and the fiscal year in which it finishes."""

TOTALS: Final[Columns[YearTotals]] = (
    Column("Fiscal year", lambda one, context: year_words(one.year, context), "wide"),
    Column("Funding", lambda one, context: context.money(one.money), "narrow", "right"),
    Column("In kind", lambda one, context: context.money(one.in_kind), "narrow", "right"),
    Column("Planned costs", lambda one, context: context.money(one.planned), "narrow", "right"),
    Column("Funding less costs", lambda one, context: _balance(one, context), "narrow", "right"),
    Column("Spent", lambda one, context: context.money(one.spent), "narrow", "right"),
    Column("Cost of tasks", lambda one, context: context.money(one.tasks), "narrow", "right"),
)
SOURCES: Final[Columns[Funding]] = (
    Column("Source", lambda one, context: stacked(one.title, context.name(one.provider)), "wide"),
    Column("Kind", lambda one, _: _kind(one)),
    Column("Fiscal year", lambda one, _: str(one.fiscal_year or ""), "narrow"),
    Column("Amount", lambda one, context: context.money(one.amount), "narrow", "right"),
    Column("Budgeted", lambda one, context: _budgeted(one, context), "narrow", "right"),
    Column("State", lambda one, _: one.state.label, "narrow"),
    Column("What it may pay for", lambda one, _: stacked(one.uses or "", _window(one))),
    Column("Owner", lambda one, context: context.name(one.owner)),
)
LINES: Final[Columns[BudgetLine]] = (
    Column("Cost", lambda one, _: one.title, "wide"),
    Column("Kind", lambda one, _: one.kind.label if one.kind else ""),
    Column("Fiscal year", lambda one, _: str(one.fiscal_year or ""), "narrow"),
    Column("Planned", lambda one, context: context.money(one.amount), "narrow", "right"),
    Column("Cost of its tasks", lambda one, context: _task_cost(one, context), "narrow", "right"),
    Column("Spent", lambda one, context: context.money(one.spent), "narrow", "right"),
    Column("In kind", lambda one, _: mark(one.in_kind), "narrow"),
    Column("Paid from", lambda one, context: _paid_from(one, context)),
    Column("Owner", lambda one, context: context.name(one.owner)),
)
TASKS: Final[Columns[TaskCost]] = (
    Column("Task", lambda one, context: f"{context.wbs(one[0].task.id)} {one[0].task.title}", "wide"),
    Column("Cost", lambda one, context: context.money(one[1]), "narrow", "right"),
    Column("Fiscal year", lambda one, _: str(one[2] or ""), "narrow"),
    Column("Budget line", lambda one, context: _line_of(one[0], context)),
)


@dataclass(frozen=True, slots=True)
class BudgetPage:
    """The page: the sums by fiscal year, sources, costs, and the costs of tasks."""

    totals: HandoutTable
    sources: HandoutTable
    lines: HandoutTable
    tasks: HandoutTable
    gaps: tuple[str, ...]


def view(context: Context) -> BudgetPage:
    """Return the budget; sources and costs that are not recorded have rows to write in."""
    plan, found = context.plan, context.index.ask(budget)
    return BudgetPage(
        table_of(TOTALS, found.totals, context, blank=2),
        table_of(SOURCES, plan.funding, context, blank=6),
        table_of(LINES, plan.budget, context, blank=8),
        table_of(TASKS, found.task_costs, context),
        tuple(_gaps(context)),
    )


def year_words(year: Year, context: Context) -> str:
    """``2027 (Jul 1, 2026 to Jun 30, 2027)``."""
    if year is None:
        return phrase("No fiscal year")
    first, last = context.index.ask(budget).years.span(year)
    return phrase("{year} ({first} to {last})", year=year, first=when(first), last=when(last))


def _balance(one: YearTotals, context: Context) -> str:
    left = one.money + one.in_kind - one.planned
    return f"-{context.money(-left)}" if left < 0 else context.money(left)


def _kind(one: Funding) -> str:
    return stacked(one.kind.label if one.kind else "", phrase("In kind") if one.in_kind else "")


def _budgeted(one: Funding, context: Context) -> str:
    return context.money(context.index.ask(budget).planned_for(one))


def _window(one: Funding) -> str:
    first = (
        phrase("from {available_from}", available_from=when(one.available_from)) if one.available_from else ""
    )
    last = phrase("until {spend_by}", spend_by=when(one.spend_by)) if one.spend_by else ""
    days = " ".join(part for part in (first, last) if part)
    return phrase("To be spent {days}", days=days) if days else ""


def _task_cost(line: BudgetLine, context: Context) -> str:
    return context.money(context.index.ask(budget).cost_of(line)) if line.tasks else NONE


def _paid_from(line: BudgetLine, context: Context) -> str:
    return next((one.title for one in context.plan.funding if one.id == line.funding), "")


def _line_of(row: Row, context: Context) -> str:
    return stacked(*(one.title for one in context.plan.budget if row.task.id in one.tasks))


def _gaps(context: Context) -> Iterator[str]:
    plan, found = context.plan, context.index.ask(budget)
    if plan.funding and plan.budget:
        for one in found.totals:
            if one.short:
                year = (
                    phrase("Fiscal year {year}", year=one.year)
                    if one.year
                    else phrase("Without a fiscal year")
                )
                yield phrase(
                    "{year}: planned costs exceed funding by {money}.",
                    year=year,
                    money=context.money(one.short),
                )
    if unpaid := [one.title for one in plan.budget if one.funding is None and not one.in_kind]:
        yield phrase("No funding source yet: {unpaid}.", unpaid=some(unpaid))


def _views(context: Context) -> tuple[PageView, ...]:
    return (PageView("budget", phrase("Budget"), view(context), context.plan.project.costs_for),)


HANDOUT: Final = Handout(
    "budget",
    "Budget",
    "budget",
    SOURCE,
    "Funding sources and costs by fiscal year, in money and in kind, with the cost of tasks.",
    _views,
    audience=Audience.PARTNERS,
    guides=(Guide.CCRS, Guide.COMPONENTS),
    sections=("funding", "budget"),
)
