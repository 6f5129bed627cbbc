"""The schedule as a picture: a network diagram in SVG, which every browser shows and prints."""

from __future__ import annotations

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import filled
from pathwayctl.handouts.schedule.network_chart import network
from pathwayctl.rendering.network.drawing import picture
from pathwayctl.reporters.lines import Line
from pathwayctl.reporters.schedule.svg_output import caption, drawn, nothing
from pathwayctl.reporters.schedule.view import ScheduleReport


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One drawing, a box per task and an arrow per link."""
    chart = network(Context(report.plan, report.schedule), critical_only=report.critical_only)
    if chart is None:
        return drawn(nothing(report))
    terms = report.plan.project.terms
    return drawn(picture(filled(chart, terms), report.plan.project.name, caption(report)))
