"""The schedule as a Mermaid chart, which GitHub and many wikis draw."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pathwayctl.handouts.charts import gantt
from pathwayctl.handouts.context import Context
from pathwayctl.rendering.mermaid import diagram
from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.schedule.view import ScheduleReport

_NO_TASKS: Final = ("gantt", "    title There are no tasks yet", "    dateFormat YYYY-MM-DD")


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """The text of one chart."""
    chart = gantt(Context(report.plan, report.schedule))
    if chart is None:
        return [line(text) for text in _NO_TASKS]
    if report.critical_only:
        chart = replace(chart, bars=tuple(bar for bar in chart.bars if bar.critical), links=())
    return [line(text) for text in diagram(chart)]
