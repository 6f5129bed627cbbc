"""Exhibit 2: the outcome measures by heading and horizon, with readings compared with targets.

Source: Designing a Career Pathways System, chapter 4, exhibit 2 and the questions on metrics (CCRS
Center, 2016): three headings, each with at least one measure; results after each phase, and after one,
five, and ten years. Baselines, targets, and readings are common additions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.evaluation.data_sources import data_sources
from pathwayctl.evidence.evaluation.measures import (
    MeasureProgress,
    Trend,
    by_group,
    outcome_measures,
    targets_of,
    values_until,
)
from pathwayctl.handouts.cells import bulleted, some, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.evaluation.measure_chart import (
    MeasureChart,
    amount,
    chart_in_words,
    first_horizon,
    measure_chart,
    number,
    period_words,
)
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import phrase
from pathwayctl.model.evaluation import Measure, Measured
from pathwayctl.model.governance import Direction, MeasureCategory
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

Found = tuple["Measure", "MeasureProgress"]
"""A measure with its readings compared with its baseline and target."""


GroupValue = tuple["Measure", "Measured"]
"""A measure with the latest value of one group."""


@dataclass(frozen=True, slots=True)
class MeasureHeading:
    """One heading of the exhibit, with its measures in the order of their horizons.

    ``groups`` are the latest values of groups of students or people. ``examples`` are the exhibit's own
    measures, if the project has none under this heading.
    """

    label: str
    progress: HandoutTable
    sources: HandoutTable
    groups: HandoutTable
    examples: str


@dataclass(frozen=True, slots=True)
class Measures:
    """The page: the trends as a chart, three headings, when to look for results, and the gaps."""

    horizons: str
    as_of: str
    chart: MeasureChart | None
    description: str
    headings: tuple[MeasureHeading, ...]
    gaps: tuple[str, ...]


PROGRESS: Final[Columns[Found]] = (
    Column("Measure", lambda found, _: _title(found[0])),
    Column("Shows results", lambda found, _: stacked(*(one.label for one in found[0].horizon)), "narrow"),
    Column("Baseline", lambda found, _: number(found[0].baseline), "narrow", "right"),
    Column("Target", lambda found, _: _targets(found[0])[0], "narrow", "right"),
    Column("Target date", lambda found, _: _targets(found[0])[1], "narrow"),
    Column("Latest", lambda found, _: _latest(found[1]), "narrow", "right"),
    Column("Progress", lambda found, _: _progress(*found)),
)
GROUPS: Final[Columns[GroupValue]] = (
    Column("Measure", lambda found, _: found[0].title, "wide"),
    Column("Group", lambda found, _: found[1].group or "", "wide"),
    Column("Latest", lambda found, _: amount(found[1]), "narrow", "right"),
    Column("Everyone", lambda found, context: _everyone(found[0], context), "narrow", "right"),
    Column("Reading", lambda found, _: period_words(found[1])),
)
SOURCES: Final[Columns[Measure]] = (
    Column("Measure", lambda one, _: one.title),
    Column("Source", lambda one, context: _sources(one, context)),
    Column("Cadence", lambda one, _: one.cadence.label if one.cadence else "", "narrow"),
    Column("Owner", lambda one, context: context.name(one.owner)),
    Column("Readings so far", lambda one, context: _readings(one, context), "wide"),
)


def view(context: Context) -> Measures:
    """Return the measures as of the status date; with all readings if there is none."""
    from pathwayctl.catalog.reading import ccrs

    today, evidence = context.index.today, context.index.ask(outcome_measures)
    found = list(zip(evidence.measures, evidence.standings, strict=True))
    found.sort(key=lambda one: first_horizon(one[0]))
    chart = measure_chart(context)
    horizons = listed([f"{one.text[0].lower()}{one.text[1:]}" for one in ccrs().horizons])
    return Measures(
        phrase("Look for results {horizons}.", horizons=horizons),
        phrase("Readings up to {today}.", today=when(today)) if today else "",
        chart,
        chart_in_words(chart) if chart else "",
        tuple(_heading(category, found, context) for category in MeasureCategory),
        tuple(_gaps(context)),
    )


def _heading(category: MeasureCategory, found: list[Found], context: Context) -> MeasureHeading:
    own = [one for one in found if one[0].category is category]
    progress = table_of(PROGRESS, own, context, blank=3)
    sources = table_of(SOURCES, [measure for measure, _ in own], context, blank=3)
    today = context.index.today
    values = [(measure, one) for measure, _ in own for one in by_group(measure, today)]
    groups = table_of(GROUPS, values, context)
    if own:
        return MeasureHeading(category.label, progress, sources, groups, "")
    # A blank form needs room for figures.
    return MeasureHeading(
        category.label,
        progress.resized({"Baseline": "", "Target": "", "Target date": "", "Latest": ""}),
        sources,
        groups,
        phrase("For example: {examples}.", examples="; ".join(_examples(category))),
    )


def _title(measure: Measure) -> str:
    unit = (measure.unit,) if measure.unit else ()
    return stacked(measure.title, ", ".join((*unit, measure.direction.label.lower())))


def _targets(measure: Measure) -> tuple[str, str]:
    """All targets, one below the other, and their days."""
    found = targets_of(measure)
    return stacked(*(number(value) for value, _ in found)), stacked(*(when(day) for _, day in found))


def _latest(standing: MeasureProgress) -> str:
    return amount(standing.latest) if standing.latest else ""


def _everyone(measure: Measure, context: Context) -> str:
    standing = context.index.ask(outcome_measures).standing_of(measure)
    return _latest(standing)


def _sources(measure: Measure, context: Context) -> str:
    """The source in words, the data sources that feed the measure, and the Perkins V indicator."""
    feeding = context.index.ask(data_sources).feeding(measure.id)
    said = (measure.source or "", *(one.title for one in feeding), _perkins(measure))
    return stacked(*dict.fromkeys(said))


def _perkins(measure: Measure) -> str:
    return phrase("Perkins V indicator {perkins}", perkins=measure.perkins) if measure.perkins else ""


def _readings(measure: Measure, context: Context) -> str:
    return bulleted(
        f"{period_words(one)}: {amount(one)}{f' ({one.note})' if one.note else ''}"
        for one in values_until(measure, context.index.today)
        if one.group is None
    )


def _examples(category: MeasureCategory) -> Iterator[str]:
    """The exhibit's own measures under a heading."""
    from pathwayctl.catalog.ccrs import MeasureKind
    from pathwayctl.catalog.reading import ccrs

    (kind,) = (kind for kind in MeasureKind if kind.label == category.label)
    return (measure.text for measure in ccrs().measures_of(kind))


def _progress(measure: Measure, standing: MeasureProgress) -> str:
    """``Target reached`` or ``40% of the way to the target``, and the trend."""
    so_far = _so_far(standing.part) if standing.part else ""
    if standing.latest is None:
        return so_far or phrase("No reading yet")
    return stacked(_way(standing), _trend(measure, standing), so_far)


def _so_far(part: Measured) -> str:
    """A value for part of a period, or for an unknown period, so it cannot be compared."""
    words = period_words(part)
    if part.start is None:
        return phrase(
            "{amount} on {day}: it is unknown what period this covers, so it is not compared",
            amount=amount(part),
            day=words,
        )
    return phrase(
        "{amount} from {period_words}: part of the period, not compared",
        amount=amount(part),
        period_words=words,
    )


def _way(standing: MeasureProgress) -> str:
    share = standing.share
    if share is None:
        return ""
    if standing.reached:
        return phrase("Target reached")
    if not share:
        return phrase("At the baseline")
    return (
        phrase("{share:.0%} of the way", share=share)
        if share > 0
        else phrase("Further from the target than the baseline")
    )


def _trend(measure: Measure, standing: MeasureProgress) -> str:
    if standing.trend is None:
        return ""
    if standing.improving or standing.trend is Trend.FLAT:
        return standing.trend.label
    wanted = "rise" if measure.direction is Direction.UP else "fall"
    return phrase("{trend}; it should {wanted}", trend=standing.trend.label, wanted=wanted)


def _gaps(context: Context) -> Iterator[str]:
    evidence = context.index.ask(outcome_measures)
    if not evidence.measures:
        return
    if categories := evidence.absent_categories:
        yield phrase(
            "No measure yet under {category}.",
            category=listed([category.label for category in categories], "or"),
        )
    if horizons := evidence.absent_horizons:
        labels = [horizon.label.lower() for horizon in horizons]
        yield phrase("No measure is expected to show results {labels}.", labels=listed(labels, "or"))
    if vague := evidence.without("baseline", "target"):
        names = some([one.entry.title for one in vague])
        yield phrase("Progress cannot be shown without a baseline and a target: {names}.", names=names)
    for _, measure, standing in evidence.overdue:
        yield phrase(
            "The next reading of {measure} is {days} late.",
            measure=measure.title,
            days=count(standing.days_late, "day"),
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
