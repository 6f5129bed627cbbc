"""Exhibit 2: the outcome measures by heading and horizon, with readings compared with targets.

Source: Designing a Career Pathways System, chapter 4, exhibit 2 and the questions on metrics (CCRS
Center, 2016): three headings, each with at least one measure; results after each phase, and after one,
five, and ten years. Baselines, targets, and readings are common additions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.evaluation.measures import Trend, outcome_measures, values_until
from pathwayctl.handouts.cells import bulleted, some, stacked, when
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.tables import Column, Columns, Table, table_of
from pathwayctl.model.governance import Direction, Horizon, MeasureCategory
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.evidence.evaluation.measures import Standing
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.evaluation import Measure

_DIGITS: Final = 6
Found = tuple["Measure", "Standing"]
"""A measure with its readings compared with its baseline and target."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the exhibit, with its measures in the order of their horizons.

    ``examples`` are the exhibit's own measures, if the project has none under this heading.
    """

    label: str
    progress: Table
    sources: Table
    examples: str


@dataclass(frozen=True, slots=True)
class Measures:
    """The page: the trends as a chart, three headings, and the gaps."""

    as_of: str
    chart: MeasureChart | None
    description: str
    headings: tuple[Heading, ...]
    gaps: tuple[str, ...]


PROGRESS: Final[Columns[Found]] = (
    Column("Measure", lambda found, _: _title(found[0])),
    Column("Shows results", lambda found, _: found[0].horizon.label, "narrow"),
    Column("Baseline", lambda found, _: number(found[0].baseline), "narrow", "right"),
    Column("Target", lambda found, _: number(found[0].target), "narrow", "right"),
    Column("Target date", lambda found, _: when(found[0].due), "narrow"),
    Column("Latest", lambda found, _: _latest(found[1]), "narrow", "right"),
    Column("Progress", lambda found, _: _progress(*found)),
)
SOURCES: Final[Columns[Measure]] = (
    Column("Measure", lambda one, _: one.title),
    Column("Source", lambda one, _: stacked((one.source or "", _perkins(one)))),
    Column("Cadence", lambda one, _: one.cadence.label if one.cadence else "", "narrow"),
    Column("Owner", lambda one, context: context.name(one.owner)),
    Column("Readings so far", lambda one, context: _readings(one, context), "wide"),
)


def view(context: Context) -> Measures:
    """Return the measures as of the status date; with all readings if there is none."""
    today, evidence = context.index.today, context.index.ask(outcome_measures)
    found = list(zip(evidence.measures, evidence.standings, strict=True))
    found.sort(key=lambda one: tuple(Horizon).index(one[0].horizon))
    chart = measure_chart(context)
    return Measures(
        f"Readings up to {when(today)}." if today else "",
        chart,
        chart_in_words(chart) if chart else "",
        tuple(_heading(category, found, context) for category in MeasureCategory),
        tuple(_gaps(context)),
    )


def _heading(category: MeasureCategory, found: list[Found], context: Context) -> Heading:
    own = [one for one in found if one[0].category is category]
    progress = table_of(PROGRESS, own, context, blank=3)
    sources = table_of(SOURCES, [measure for measure, _ in own], context, blank=3)
    if own:
        return Heading(category.label, progress, sources, "")
    # A blank form needs room for names and figures.
    return Heading(
        category.label,
        progress.resized({"Measure": "wide", "Baseline": "", "Target": "", "Target date": "", "Latest": ""}),
        sources.resized({"Measure": "wide"}),
        f"For example: {'; '.join(_examples(category))}.",
    )


def _title(measure: Measure) -> str:
    unit = (measure.unit,) if measure.unit else ()
    return stacked((measure.title, ", ".join((*unit, measure.direction.label.lower()))))


def _latest(standing: Standing) -> str:
    return number(standing.latest.value) if standing.latest else ""


def _perkins(measure: Measure) -> str:
    return f"Perkins V indicator {measure.perkins}" if measure.perkins else ""


def _readings(measure: Measure, context: Context) -> str:
    return bulleted(
        f"{when(one.date)}: {number(one.value)}{f' ({one.note})' if one.note else ''}"
        for one in values_until(measure, context.index.today)
    )


def _examples(category: MeasureCategory) -> Iterator[str]:
    """The exhibit's own measures under a heading."""
    from pathwayctl.catalog.ccrs import MeasureKind
    from pathwayctl.catalog.reading import ccrs

    (kind,) = (kind for kind in MeasureKind if kind.label == category.label)
    return (measure.text for measure in ccrs().measures_of(kind))


def number(value: float | None) -> str:
    """``43,800``, ``8.5``, ``-2``: with up to six decimal places."""
    if value is None:
        return ""
    no_minus_zero = round(value, _DIGITS) + 0.0
    return f"{no_minus_zero:,.{_DIGITS}f}".rstrip("0").rstrip(".")


def _progress(measure: Measure, standing: Standing) -> str:
    """``Target reached`` or ``40% of the way to the target``, and the trend."""
    if standing.latest is None:
        return "No reading yet"
    return stacked((_way(standing), _trend(measure, standing)))


def _way(standing: Standing) -> str:
    share = standing.share
    if share is None:
        return ""
    if standing.reached:
        return "Target reached"
    if not share:
        return "At the baseline"
    return f"{share:.0%} of the way" if share > 0 else "Further from the target than the baseline"


def _trend(measure: Measure, standing: Standing) -> str:
    if standing.trend is None:
        return ""
    if standing.improving or standing.trend is Trend.FLAT:
        return standing.trend.label
    wanted = "rise" if measure.direction is Direction.UP else "fall"
    return f"{standing.trend.label}; it should {wanted}"


def _gaps(context: Context) -> Iterator[str]:
    evidence = context.index.ask(outcome_measures)
    if not evidence.measures:
        return
    if categories := evidence.absent_categories:
        yield f"No measure yet under {listed([category.label for category in categories], 'or')}."
    if horizons := evidence.absent_horizons:
        labels = [horizon.label.lower() for horizon in horizons]
        yield f"No measure is expected to show results {listed(labels, 'or')}."
    if vague := evidence.without("baseline", "target"):
        names = some([one.entry.title for one in vague])
        yield f"Progress cannot be shown without a baseline and a target: {names}."
    for _, measure, standing in evidence.overdue:
        yield f"The next reading of {measure.title} is {count(standing.days_late, 'day')} late."


Reading = tuple[date, float]


@dataclass(frozen=True, slots=True)
class MeasurePanel:
    """One measure under its heading; ``start`` is the project's start, ``due`` the date of the target."""

    title: str
    unit: str
    group: str
    rising: bool
    start: date
    baseline: float | None
    target: float | None
    due: date | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class MeasureChart:
    """The measures in the order of the page."""

    panels: tuple[MeasurePanel, ...]


def measure_chart(context: Context) -> MeasureChart | None:
    """Return all measures that have a figure, or ``None``; without readings after the status date."""
    horizons, categories = tuple(Horizon), tuple(MeasureCategory)
    ordered = sorted(
        context.plan.measures,
        key=lambda one: (categories.index(one.category), horizons.index(one.horizon)),
    )
    panels = [_panel(measure, context) for measure in ordered]
    shown = tuple(one for one in panels if one.readings or one.baseline is not None or one.target is not None)
    return MeasureChart(shown) if shown else None


def _panel(measure: Measure, context: Context) -> MeasurePanel:
    return MeasurePanel(
        title=measure.title,
        unit=measure.unit or "",
        group=measure.category.label,
        rising=measure.direction is Direction.UP,
        start=context.plan.project.start,
        baseline=measure.baseline,
        target=measure.target,
        due=measure.due,
        readings=tuple((one.date, one.value) for one in values_until(measure, context.index.today)),
    )


def chart_in_words(chart: MeasureChart) -> str:
    """Describe the chart: ``9 measures: readings over time. 2 measures have no reading yet.``."""
    silent = sum(not one.readings for one in chart.panels)
    note = f" {count(silent, 'measure has', 'measures have')} no reading yet." if silent else ""
    return (
        f"{count(len(chart.panels), 'measure')}: readings over time, with the baseline as a dotted line "
        f"and the target as a dashed line.{note} The tables below give the same figures."
    )


HANDOUT: Final = one_page(
    "measures",
    "Outcome measures",
    CHAPTER_4.format("exhibit 2"),
    "What is measured: baselines, targets, and progress so far.",
    view,
    guides=(Guide.CCRS,),
    sections=("measures",),
)
