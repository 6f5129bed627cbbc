"""Budgets without enough funding, funding beyond its source, and grants with something overdue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.shared_gaps import few_or_one, gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.funding import Due, budget
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import long_day, money

SHORT: Final = Rule("PW660")
OVERSPENT: Final = Rule("PW661")
TASKS_COST_MORE: Final = Rule("PW662")
OVERDUE: Final = Rule("PW663")
NO_WRITER: Final = Rule("PW664")
TASK_LATE: Final = Rule("PW665")
NO_ADMINISTRATOR: Final = Rule("PW694")


@check(SHORT, needs_all=True)
def years(index: PlanIndex) -> Iterator[Problem]:
    """Fiscal years whose costs exceed their funding; silent until both are recorded."""
    plan, unit = index.plan, index.plan.project.currency
    if not (plan.funding and plan.budget):
        return
    for one in index.ask(budget).totals:
        if one.short:
            year = f"fiscal year {one.year}" if one.year else "the project, without a fiscal year,"
            place = next(n for n, line in enumerate(plan.budget) if line.fiscal_year == one.year)
            message = f"The budget of {year} is {money(one.planned, unit)}, "
            message += f"{money(one.short, unit)} more than its funding."
            yield SHORT.at(("budget", place), message, "Add a funding source, or lower a budget line.")


@check(OVERSPENT, TASKS_COST_MORE, needs_all=True)
def amounts(index: PlanIndex) -> Iterator[Problem]:
    """Sources that are budgeted more than once over, and budget lines below the cost of their tasks."""
    found, unit = index.ask(budget), index.plan.project.currency
    for place, source in found.funding:
        planned = found.planned_for(source)
        if source.amount is not None and planned > source.amount:
            message = (
                f"{quoted(source.title)} provides {money(source.amount, unit)}, but its budget lines add "
            )
            yield OVERSPENT.at(("funding", place, "amount"), f"{message}up to {money(planned, unit)}.")
    for place, line in enumerate(index.plan.budget):
        cost = found.cost_of(line)
        if line.amount is not None and cost > line.amount:
            message = f"The tasks of {quoted(line.title)} cost {money(cost, unit)}, but its amount is "
            yield TASKS_COST_MORE.at(("budget", place, "amount"), f"{message}{money(line.amount, unit)}.")


@check(OVERDUE, NO_WRITER, NO_ADMINISTRATOR)
def grants(index: PlanIndex) -> Iterator[Problem]:
    """Deliverables and reports of grants that are overdue, and reports and grants without an owner."""
    found = index.ask(budget)

    def problem(one: Due) -> Problem:
        message = f"{quoted(one.title)} was due on {_day(one)}, and is not recorded as done."
        return OVERDUE.at((*one.path, "due"), message)

    yield from few_or_one(
        index, found.overdue, problem, "deliverables and reports of grants are overdue", lambda one: one.title
    )
    unwritten = [one for one in found.due if one.kind == "Report" and not one.owner and not one.done]
    lacks = (without(one.path, one.title, ("owner",)) for one in unwritten)
    yield from gathered(index, NO_WRITER, lacks, "reporting duty", "reporting duties")
    grants_alone = [(n, one) for n, one in enumerate(index.plan.grants) if not one.administrator]
    lacks = (without(("grants", n), one.title, ("administrator",)) for n, one in grants_alone)
    yield from gathered(index, NO_ADMINISTRATOR, lacks, "grant")


@check(TASK_LATE, needs_schedule=True)
def late_tasks(index: PlanIndex) -> Iterator[Problem]:
    """Tasks that finish after the deliverable or report they are for is due."""
    for one, finish in index.ask(budget).late:
        message = f"{quoted(one.title)} is due on {_day(one)}, but its task finishes on "
        yield TASK_LATE.at((*one.path, "task"), f"{message}{long_day(finish)}.")


def _day(one: Due) -> str:
    return long_day(one.due) if one.due else ""
