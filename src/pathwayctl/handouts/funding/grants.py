"""Grants: deliverables and reports with their due dates, results by objective, and a narrative by quarter.

Source: Texas Regional Pathways Network, Key Stakeholders (grant activities and reporting); U.S. Department
of Labor, Career Pathways Toolkit (2016), element 4. The layout is a common one for performance reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.evaluation.measures import MeasureProgress, outcome_measures
from pathwayctl.evidence.funding import Due, budget
from pathwayctl.handouts.cells import from_to, some, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.evaluation.measure_chart import number, period_words
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.sharing import may_have
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, Row, table, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.evaluation import Measure
from pathwayctl.model.funding import Grant, GrantObjective, Narrative
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass

DUE: Final[Columns[Due]] = (
    Column("Deliverable or report", lambda one, _: one.title, "wide"),
    Column("Kind", lambda one, _: one.kind, "narrow"),
    Column("Due", lambda one, _: when(one.due), "narrow"),
    Column("State", lambda one, context: state_words(one, context)),
    Column("Owner", lambda one, context: context.name(one.owner)),
)
RESULTS: Final = (
    Head(marked("Objective"), width="wide"),
    Head(marked("Measure"), width="wide"),
    marked("Target or actual"),
    Head(marked("Number"), "right", "narrow"),
    Head(marked("Ratio"), "right", "narrow", spare=True),
    Head(marked("Percent"), "right", "narrow", spare=True),
    Head(marked("Explanation"), width="wide"),
)
NARRATIVE: Final[Columns[Narrative]] = (
    Column("Quarter", lambda one, _: from_to(when(one.start), when(one.end))),
    Column("What was accomplished", lambda one, _: one.done or "", "wide"),
    Column("Problems, and what you did", lambda one, _: one.problems or "", "wide"),
    Column("Next quarter", lambda one, _: one.next or "", "wide"),
)


@dataclass(frozen=True, slots=True)
class GrantPage:
    """The page of one grant."""

    facts: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    due: HandoutTable
    results: HandoutTable
    narrative: HandoutTable


def view(grant: Grant | None, context: Context) -> GrantPage:
    """Return one grant, or a blank page; what is not recorded has rows to write in."""
    if grant is None:
        facts = tuple(
            (name, "")
            for name in (phrase("Grant"), phrase("Award number"), phrase("Awarded by"), phrase("Period"))
        )
        blank = (table(DUE, blank=4), table(RESULTS, blank=6), table(NARRATIVE, blank=4))
        return GrantPage(facts, (), *blank)
    found = context.index.ask(budget)
    due = [one for one in found.due if one.grant == grant.title]
    overdue = [one.title for one in found.overdue if one.grant == grant.title]
    results = (row for objective in grant.objectives for row in _results(objective, context))
    return GrantPage(
        tuple(pair for pair in _facts(grant, context) if pair[1]),
        (phrase("Overdue: {overdue}.", overdue=some(overdue)),) if overdue else (),
        table_of(DUE, due, context, blank=4),
        table(RESULTS, results, blank=6),
        table_of(NARRATIVE, grant.narratives, context, blank=4),
    )


def state_words(one: Due, context: Context) -> str:
    """``Done Apr 28, 2027``, the same with ``late``, ``Overdue``, or an empty text."""
    if one.done and one.due and one.done > one.due:
        return phrase("Done {done}, late", done=when(one.done))
    if one.done:
        return phrase("Done {done}", done=when(one.done))
    return phrase("Overdue") if one in context.index.ask(budget).overdue else ""


def _facts(grant: Grant, context: Context) -> Iterator[tuple[str, str]]:
    sees_costs = may_have(context.audience, context.plan.project.costs_for)
    yield phrase("Award number"), grant.number or ""
    yield phrase("Awarded by"), context.name(grant.funder)
    yield phrase("Amount"), context.money(grant.amount) if sees_costs else ""
    yield phrase("Period"), from_to(when(grant.start), when(grant.end))
    yield phrase("Extended to"), when(grant.extended_to)
    yield phrase("Administered by"), context.name(grant.administrator)


def _results(objective: GrantObjective, context: Context) -> Iterator[Row]:
    """Two rows for each measure, the target and the actual value, after those that are in words."""
    evidence = context.index.ask(outcome_measures)
    measures = [one for one in evidence.measures if one.id in objective.measures]
    worded = ((phrase("Target"), objective.target), (phrase("Actual"), objective.result))
    for place, (what, words) in enumerate(pair for pair in worded if pair[1]):
        head = "" if place else objective.title
        explanation = "" if place or measures else objective.explanation or ""
        yield head or phrase("(same objective)"), "", stacked(what, words or ""), "", "", "", explanation
    is_named = bool(objective.target or objective.result)
    for place, measure in enumerate(measures):
        standing = evidence.standing_of(measure)
        head = "" if place or is_named else objective.title
        explanation = (objective.explanation or "") if not place else ""
        title = stacked(measure.title, measure.unit or "")
        figures = target_figures(measure, standing)
        yield head or phrase("(same objective)"), title, _target_day(standing), *figures, ""
        yield phrase("(same objective)"), phrase("(same measure)"), *_actual(measure, standing), explanation
    if not measures and not is_named:
        yield objective.title, "", "", "", "", "", objective.explanation or ""


def _target_day(standing: MeasureProgress) -> str:
    return stacked(phrase("Target"), when(standing.due))


def target_figures(measure: Measure, standing: MeasureProgress) -> tuple[str, str, str]:
    """The target as a number, a ratio, and a percentage, without those that cannot be computed."""
    of = next((one.of for one in measure.targets if one.due == standing.due), None)
    return _three(standing.target, of, measure)


def actual_figures(measure: Measure, standing: MeasureProgress) -> tuple[str, str, str]:
    """The latest value in the same three forms."""
    found = standing.newest
    return _three(found.value, found.of, measure) if found is not None else ("", "", "")


def _actual(measure: Measure, standing: MeasureProgress) -> tuple[str, str, str, str]:
    found = standing.newest
    title = phrase("Actual")
    title = stacked(title, period_words(found)) if found is not None else title
    return title, *actual_figures(measure, standing)


def _three(value: float | None, of: float | None, measure: Measure) -> tuple[str, str, str]:
    """A value as a number, a ratio, and a percentage, without those that cannot be computed."""
    if value is None:
        return "", "", ""
    is_percent = (measure.unit or "").lower().startswith(("percent", "%"))
    if is_percent:
        return "", "", f"{number(value)}%"
    if not of:
        return number(value), "", ""
    return number(value), f"{number(value)}/{number(of)}", f"{value / of:.0%}"


def _views(context: Context) -> tuple[PageView, ...]:
    grants = context.plan.grants
    if not grants:
        return (PageView("grant", phrase("Grant report"), view(None, context)),)
    return tuple(
        PageView("grant" if len(grants) == 1 else f"grant-{one.id}", one.title, view(one, context))
        for one in grants
    )


HANDOUT: Final = Handout(
    "grant",
    "Grant report",
    "grant",
    "U.S. Department of Labor, Career Pathways Toolkit, element 4 (2016)",
    "For each grant: what is due when, results by objective, and a narrative by quarter.",
    _views,
    audience=Audience.PARTNERS,
    guides=(Guide.COMPONENTS,),
    sections=("grants",),
)
