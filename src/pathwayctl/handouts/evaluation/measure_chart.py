"""The trends of measures, as facts for a picture: readings, where each began, what it should reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.model.governance_words import Direction, Horizon, MeasureCategory
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.evaluation import Measure

Reading = tuple[date, float]


@dataclass(frozen=True, slots=True)
class MeasurePanel:
    """One measure under its heading; ``start`` is the project's first day, ``due`` that of the target."""

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
    """All measures that have a figure yet, or nothing; readings after the status date are left out."""
    horizons, categories = tuple(Horizon), tuple(MeasureCategory)
    ordered = sorted(
        context.plan.measures,
        key=lambda one: (categories.index(one.category), horizons.index(one.horizon)),
    )
    panels = [_panel(measure, context) for measure in ordered]
    shown = tuple(one for one in panels if one.readings or one.baseline is not None or one.target is not None)
    return MeasureChart(shown) if shown else None


def _panel(measure: Measure, context: Context) -> MeasurePanel:
    today = context.plan.project.status_date
    readings = sorted(
        ((one.date, one.value) for one in measure.readings if today is None or one.date <= today),
    )
    return MeasurePanel(
        title=measure.title,
        unit=measure.unit or "",
        group=measure.category.label,
        rising=measure.direction is Direction.UP,
        start=context.plan.project.start,
        baseline=measure.baseline,
        target=measure.target,
        due=measure.due,
        readings=tuple(readings),
    )


def in_words(chart: MeasureChart) -> str:
    """``9 measures, each with its baseline, its target and its readings. 2 have no reading yet.``."""
    silent = sum(not one.readings for one in chart.panels)
    told = f" {count(silent, 'measure has', 'measures have')} no reading yet." if silent else ""
    return (
        f"{count(len(chart.panels), 'measure')}: the readings so far over time, the baseline as a dotted "
        f"line and the target as a dashed one.{told} The tables below say the same in words."
    )
