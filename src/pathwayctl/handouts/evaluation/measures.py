"""Exhibit 2: the outcome measures by heading and horizon, with readings compared with targets.

Source: Designing a Career Pathways System, chapter 4, exhibit 2 and the questions on metrics (CCRS
Center, 2016): three headings, each with at least one measure; results after each phase, and after one,
five, and ten years. Baselines, targets, and readings are common additions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.evaluation.measures import Trend, outcome_measures, values_until
from pathwayctl.handouts.cells import Row, blank_rows, bulleted, some, stacked, when
from pathwayctl.handouts.evaluation.measure_chart import MeasureChart, in_words, measure_chart
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.model.governance import Direction, Horizon, MeasureCategory
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.evidence.evaluation.measures import Standing
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.evaluation import Measure

WIDTH: Final = 7
SOURCE_WIDTH: Final = 5
_DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the exhibit, with its measures in the order of their horizons.

    ``rows``: measure, horizon, baseline, target, target date, latest value, progress. ``sources``:
    measure, source of its values, cadence, owner, readings so far.
    """

    label: str
    rows: tuple[Row, ...]
    sources: tuple[Row, ...]
    examples: str


@dataclass(frozen=True, slots=True)
class Measures:
    """The page: the trends as a chart, three headings, and the gaps."""

    as_of: str
    chart: MeasureChart | None
    description: str
    headings: tuple[Heading, ...]
    gaps: tuple[str, ...]


def view(context: Context) -> Measures:
    """The measures as of the status date; with all readings if there is none."""
    today, evidence = context.index.today, context.index.ask(outcome_measures)
    found = list(zip(evidence.measures, evidence.standings, strict=True))
    found.sort(key=lambda one: tuple(Horizon).index(one[0].horizon))
    chart = measure_chart(context)
    return Measures(
        f"Readings up to {when(today)}." if today else "",
        chart,
        in_words(chart) if chart else "",
        tuple(_heading(category, found, context) for category in MeasureCategory),
        tuple(_gaps(context)),
    )


def _heading(category: MeasureCategory, found: list[tuple[Measure, Standing]], context: Context) -> Heading:
    own = [(measure, standing) for measure, standing in found if measure.category is category]
    return Heading(
        category.label,
        tuple(_row(measure, standing) for measure, standing in own) or blank_rows(WIDTH, 3),
        tuple(_source(measure, context) for measure, _ in own) or blank_rows(SOURCE_WIDTH, 3),
        "" if own else f"For example: {'; '.join(_examples(category))}.",
    )


def _examples(category: MeasureCategory) -> Iterator[str]:
    """The exhibit's own measures under a heading."""
    from pathwayctl.catalog.ccrs import MeasureKind
    from pathwayctl.catalog.reading import ccrs

    (kind,) = (kind for kind in MeasureKind if kind.label == category.label)
    return (measure.text for measure in ccrs().measures_of(kind))


def _row(measure: Measure, standing: Standing) -> Row:
    latest = standing.latest
    return (
        stacked((measure.title, ", ".join((*_unit(measure), measure.direction.label.lower())))),
        measure.horizon.label,
        number(measure.baseline),
        number(measure.target),
        when(measure.due),
        number(latest.value) if latest else "",
        _progress(measure, standing),
    )


def _unit(measure: Measure) -> tuple[str, ...]:
    return (measure.unit,) if measure.unit else ()


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


def _source(measure: Measure, context: Context) -> Row:
    perkins = f"Perkins V indicator {measure.perkins}" if measure.perkins else ""
    return (
        measure.title,
        stacked((measure.source or "", perkins)),
        measure.cadence.label if measure.cadence else "",
        context.name(measure.owner),
        bulleted(
            f"{when(one.date)}: {number(one.value)}{f' ({one.note})' if one.note else ''}"
            for one in values_until(measure, context.index.today)
        ),
    )


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


HANDOUT: Final = one_page(
    "measures",
    "Outcome measures",
    CHAPTER_4.format("exhibit 2"),
    "What is measured: baselines, targets, and progress so far.",
    view,
    guides=(Guide.CCRS,),
    sections=("measures",),
)
