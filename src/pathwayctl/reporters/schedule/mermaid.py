"""The schedule as a Mermaid chart, which GitHub and many wikis draw."""

from __future__ import annotations

from dataclasses import replace

from pathwayctl.handouts.charts import gantt
from pathwayctl.handouts.context import Context
from pathwayctl.rendering.mermaid import diagram
from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.schedule.view import ScheduleReport


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """The text of one chart; a plan without tasks gives none."""
    chart = gantt(Context(report.plan, report.schedule))
    if chart is None:
        return []
    if report.critical_only:
        chart = replace(chart, bars=tuple(bar for bar in chart.bars if bar.critical), links=())
    return [line(text) for text in diagram(chart)]
