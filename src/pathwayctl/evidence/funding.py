"""Money by fiscal year: what is planned, what is funded, what tasks cost, and what grants require when.

Source: U.S. Department of Labor, Career Pathways Toolkit (2016), element 4 (funding needs and sources);
CLASP, Funding Career Pathways (2016). The sums are ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pathwayctl.diagnostics import Path
from pathwayctl.evidence.gap import Gap, Judgment
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.language import marked, phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Row

if TYPE_CHECKING:
    from pathwayctl.model.funding import BudgetLine, Funding

Year = int | None
"""A fiscal year by the calendar year in which it ends; ``None`` where it is not known."""


class FiscalYears(NamedTuple):
    """Fiscal years that begin on a month and day; a year has the name of the calendar year it ends in."""

    month: int
    day: int

    def of(self, day: date) -> int:
        """The fiscal year of a day: from July 1, 2026 on it is 2027."""
        if (self.month, self.day) == (1, 1):
            return day.year
        return day.year + ((day.month, day.day) >= (self.month, self.day))

    def span(self, year: int) -> tuple[date, date]:
        """The first and last day of a fiscal year."""
        whole = (self.month, self.day) == (1, 1)
        first = date(year if whole else year - 1, self.month, self.day)
        return first, date(first.year + 1, self.month, self.day) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class YearTotals:
    """The sums of one fiscal year: money and in-kind funding, planned costs, spending, and task costs."""

    year: Year
    money: float
    in_kind: float
    planned: float
    spent: float
    tasks: float

    @property
    def short(self) -> float:
        """How much the planned costs exceed all funding; 0 if they do not."""
        return max(0.0, self.planned - self.money - self.in_kind)


class Due(NamedTuple):
    """A deliverable or report of a grant: its place in the plan, its dates, and the task it waits for.

    ``id`` tells it from all other entries of the plan: ``perkins-report-2`` is the second report of a grant.
    """

    path: Path
    grant: str
    kind: str
    title: str
    due: date | None
    done: date | None
    task: str | None
    owner: str | None
    id: str = ""


@dataclass(frozen=True)
class Budget:
    """The funding sources, budget lines, and grants of a plan, with sums by fiscal year."""

    index: PlanIndex
    years: FiscalYears

    @cached_property
    def funding(self) -> tuple[tuple[int, Funding], ...]:
        """The sources that count, with their positions: neither declined nor only possible."""
        return tuple((place, one) for place, one in enumerate(self.index.plan.funding) if one.counts)

    @cached_property
    def task_costs(self) -> tuple[tuple[Row, float, Year], ...]:
        """The smallest tasks with a cost, and the fiscal year in which each finishes."""
        found = []
        for row in self.index.leaves:
            if row.task.cost:
                placed = self.index.scheduled(row)
                found.append((row, row.task.cost, self.years.of(placed.finish) if placed else None))
        return tuple(found)

    @cached_property
    def totals(self) -> tuple[YearTotals, ...]:
        """The sums of each fiscal year that has any, earliest first, those without a year last."""
        lines, sources = self.index.plan.budget, [one for _, one in self.funding]
        tasks = self.task_costs
        known: set[Year] = {one.fiscal_year for one in lines} | {one.fiscal_year for one in sources}
        known |= {year for *_, year in tasks}
        return tuple(
            YearTotals(
                year,
                _sum(one.amount for one in sources if one.fiscal_year == year and not one.in_kind),
                _sum(one.amount for one in sources if one.fiscal_year == year and one.in_kind),
                _sum(one.amount for one in lines if one.fiscal_year == year),
                _sum(one.spent for one in lines if one.fiscal_year == year),
                _sum(cost for _, cost, when in tasks if when == year),
            )
            for year in sorted(known, key=lambda one: (one is None, one or 0))
        )

    def cost_of(self, line: BudgetLine) -> float:
        """What the tasks of a budget line cost together."""
        rows = (self.index.row_of(task) for task in dict.fromkeys(line.tasks))
        return _sum(row.task.cost for row in rows if row is not None)

    def planned_for(self, source: Funding) -> float:
        """What the budget lines that a source pays for cost together."""
        return _sum(one.amount for one in self.index.plan.budget if one.funding == source.id)

    @cached_property
    def due(self) -> tuple[Due, ...]:
        """All deliverables and reports of the grants, the earliest first, those without a day last."""
        return tuple(sorted(_due(self.index), key=lambda one: (one.due is None, one.due or date.max)))

    @cached_property
    def overdue(self) -> tuple[Due, ...]:
        """Those whose day has passed on the status date, and that are not done."""
        today = self.index.today
        return tuple(one for one in self.due if today and one.due and one.due < today and one.done is None)

    @cached_property
    def late(self) -> tuple[tuple[Due, date], ...]:
        """Those whose task finishes after they are due, with the day on which it finishes."""
        found = []
        for one in self.due:
            row = self.index.row_of(one.task)
            placed = self.index.scheduled(row) if row is not None else None
            if placed is not None and one.done is None and one.due and placed.finish > one.due:
                found.append((one, placed.finish))
        return tuple(found)


def budget(index: PlanIndex) -> Budget:
    """The money of a plan, by its own fiscal years."""
    month, day = index.plan.project.fiscal_year_starts.split("-")
    return Budget(index, FiscalYears(int(month), int(day)))


def funded(index: PlanIndex) -> Judgment:
    """Funding covers the budget of each year, and nothing that a grant asks for is overdue.

    Silent until there is something to judge: a budget with funding, or the deliverables of a grant.
    """
    found, lines = index.ask(budget), index.plan.budget
    short = [one for one in found.totals if one.short] if index.plan.funding and lines else []
    years = [
        Gap(
            "short-year",
            ("funding",),
            ("funding",),
            marked("fiscal year") if one.year else "",
            items=(one.year, one.short),
        )
        for one in short
    ]
    late = []
    for one in found.overdue:
        grant = index.plan.grants[int(one.path[1])]
        late.append(
            Gap("overdue-grant", one.path[:2], (phrase(one.kind).lower(),), entry=grant, items=(one,))
        )
    return Judgment(gaps=(*years, *late))


def _due(index: PlanIndex) -> Iterator[Due]:
    for place, grant in enumerate(index.plan.grants):
        rows: tuple[tuple[str, str, tuple[Any, ...], str], ...] = (
            ("deliverables", marked("Deliverable"), grant.deliverables, "delivered"),
            ("reports", marked("Report"), grant.reports, "submitted"),
        )
        for field, kind, entries, done in rows:
            for number, one in enumerate(entries):
                path = ("grants", place, field, number)
                day = getattr(one, done)
                name = f"{grant.id}-{kind.lower()}-{number + 1}"
                yield Due(path, grant.title, kind, one.title, one.due, day, one.task, one.owner, name)


def _sum(amounts: Iterator[float | None]) -> float:
    return round(sum(one for one in amounts if one is not None), 2)
