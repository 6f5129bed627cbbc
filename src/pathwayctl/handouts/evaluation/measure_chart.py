"""The trends of measures as facts for a chart, a panel for each measure, and the words for their values.

Source: Designing a Career Pathways System, chapter 4, exhibit 2 (CCRS Center, 2016); the chart is ours.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.evaluation.measures import outcome_measures, whole_values
from pathwayctl.handouts.cells import when
from pathwayctl.language import phrase
from pathwayctl.model.governance import Direction, Horizon, MeasureCategory
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.evaluation import Measure, Measured


_DIGITS: Final = 6


def number(value: float | None) -> str:
    """``43,800``, ``8.5``, ``-2``: with up to six decimal places."""
    if value is None:
        return ""
    no_minus_zero = round(value, _DIGITS) + 0.0
    return f"{no_minus_zero:,.{_DIGITS}f}".rstrip("0").rstrip(".")


def amount(value: Measured) -> str:
    """``24``, or with what it is part of ``24 of 40 (60%)``."""
    if value.of is None:
        return number(value.value)
    share = f" ({value.value / value.of:.0%})" if value.of > 0 else ""
    return phrase(
        "{number} of {number2}{share}", number=number(value.value), number2=number(value.of), share=share
    )


def period_words(value: Measured) -> str:
    """The day of a value, or the period that it covers: ``Aug 1, 2026 to Jan 29, 2027``."""
    return (
        phrase("{start} to {date}", start=when(value.start), date=when(value.date))
        if value.start
        else when(value.date)
    )


def first_horizon(measure: Measure) -> int:
    """The position of the earliest horizon of a measure, for sorting."""
    return min((tuple(Horizon).index(one) for one in measure.horizon), default=0)


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
    """The measures with readings in the order of the page; ``silent`` are those without, in number."""

    panels: tuple[MeasurePanel, ...]
    silent: int = 0


def measure_chart(context: Context) -> MeasureChart | None:
    """Return the trends of all measures that have a reading up to the status date, or ``None``."""
    categories = tuple(MeasureCategory)
    ordered = sorted(
        context.plan.measures,
        key=lambda one: (categories.index(one.category), first_horizon(one)),
    )
    panels = [_panel(measure, context) for measure in ordered]
    shown = tuple(one for one in panels if one.readings)
    return MeasureChart(shown, len(panels) - len(shown)) if shown else None


def _panel(measure: Measure, context: Context) -> MeasurePanel:
    standing = context.index.ask(outcome_measures).standing_of(measure)
    values = whole_values(measure, context.index.today)
    return MeasurePanel(
        title=measure.title,
        unit=measure.unit or "",
        group=measure.category.label,
        rising=measure.direction is Direction.UP,
        start=context.plan.project.start,
        baseline=measure.baseline,
        target=standing.target,
        due=standing.due,
        readings=tuple((one.date, one.value) for one in values),
    )


def chart_in_words(chart: MeasureChart) -> str:
    """Describe the chart: ``9 measures: readings over time. 2 measures have no reading yet.``."""
    silent = count(chart.silent, "measure has", "measures have")
    note = phrase(" {measures_have} no reading yet.", measures_have=silent) if chart.silent else ""
    return phrase(
        "{measures}: readings over time, with the baseline as a dotted line and the target "
        "as a dashed line.{note} The tables below give the same figures.",
        measures=count(len(chart.panels), "measure"),
        note=note,
    )
