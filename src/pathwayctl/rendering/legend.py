"""The legend of a bar chart: only what the chart really shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.handouts.charts import GanttChart
from pathwayctl.rendering import shapes
from pathwayctl.rendering.lettering import width
from pathwayctl.rendering.shapes import number
from pathwayctl.wording import short_day

SAMPLE: Final = 22.0
SIZE: Final = 10.5


def legend(chart: GanttChart, hatch: str, y: float, *, shaded: bool) -> Iterator[str]:
    """Samples with their words, from the left edge on, around height ``y``."""
    x = 4.0
    for shape, words in _entries(chart, hatch, y, shaded=shaded):
        place = f'x="{number(SAMPLE + 5)}" y="{number(y + 3.7)}" font-size="{number(SIZE)}"'
        yield f'<g transform="translate({number(x)} 0)">{shape}<text {place}>{words}</text></g>'
        x += SAMPLE + 5 + width(words, SIZE) + 16


def _entries(chart: GanttChart, hatch: str, y: float, *, shaded: bool) -> Iterator[tuple[str, str]]:
    kinds = {bar.kind for bar in chart.bars}
    if "task" in kinds:
        yield shapes.task(0, y, SAMPLE, 0, ""), "Task"
    if any(bar.kind == "task" and bar.complete for bar in chart.bars):
        yield shapes.task(0, y, SAMPLE, 60, ""), "Done part"
    if any(bar.critical for bar in chart.bars):
        yield shapes.task(0, y, SAMPLE, 0, hatch), "Critical: a delay moves the finish"
    if "summary" in kinds:
        yield shapes.summary(0, y, SAMPLE, ""), "Summary"
    if "milestone" in kinds:
        yield shapes.milestone(SAMPLE / 2, y, ""), "Milestone"
    if chart.links:
        yield shapes.arrow(0, y, SAMPLE, y, y), "Waits for"
    if shaded:
        yield shapes.rectangle(0, y - 6, SAMPLE, 12, shapes.OFF), "Days off"
    if chart.status_date:
        line = shapes.line(SAMPLE / 2, y - 8, SAMPLE / 2, y + 8, shapes.STATUS)
        yield line, f"Status date, {short_day(chart.status_date)}"
