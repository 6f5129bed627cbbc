"""The schedule as a picture: a bar chart in SVG, which every browser shows and prints."""

from __future__ import annotations

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import filled
from pathwayctl.handouts.schedule.gantt_chart import gantt
from pathwayctl.rendering.gantt import picture
from pathwayctl.reporters.lines import Line
from pathwayctl.reporters.schedule.svg_output import caption, drawn, nothing
from pathwayctl.reporters.schedule.view import ScheduleReport


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One drawing, a row per task; the days of the baseline, if there is one, as thin bars."""
    kept = report.compared.baseline.days if report.compared else {}
    context = Context(report.plan, report.schedule, baseline=kept)
    chart = gantt(context, critical_only=report.critical_only)
    if chart is None:
        return drawn(nothing(report))
    facts = caption(report)
    if report.compared and any(bar.baseline for bar in chart.bars):
        facts += f" The baseline is “{report.compared.baseline.name}”."
    terms = report.plan.project.terms
    return drawn(picture(filled(chart, terms), report.plan.project.name, facts))
