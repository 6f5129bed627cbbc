"""The schedule as a picture: a bar chart in SVG, which every browser shows and prints."""

from __future__ import annotations

from pathwayctl.handouts.charts import gantt
from pathwayctl.handouts.context import Context
from pathwayctl.rendering.svg import picture
from pathwayctl.reporters.lines import Line
from pathwayctl.reporters.schedule.pictures import caption, drawn, nothing
from pathwayctl.reporters.schedule.view import ScheduleReport


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One drawing, a row per task."""
    chart = gantt(Context(report.plan, report.schedule), critical_only=report.critical_only)
    if chart is None:
        return drawn(nothing(report))
    return drawn(picture(chart, report.plan.project.name, caption(report)))
