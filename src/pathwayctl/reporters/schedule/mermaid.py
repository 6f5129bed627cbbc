"""The schedule as a Mermaid chart, which GitHub and many wikis draw."""

from __future__ import annotations

from dataclasses import replace

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.schedule.gantt_chart import gantt
from pathwayctl.rendering.mermaid import diagrams
from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.schedule.view import ScheduleReport


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """The text of one chart, or Markdown with several for a long schedule.

    Mermaid does not draw a text of more than 50,000 characters.
    """
    chart = gantt(Context(report.plan, report.schedule))
    if chart is None:
        return _nothing("There are no tasks yet")
    if report.critical_only:
        chart = replace(chart, bars=tuple(bar for bar in chart.bars if bar.critical), links=())
    parts = list(diagrams(chart))
    if not parts:
        return _nothing("No task is critical")
    if len(parts) > 1:
        parts = [["```mermaid", *part, "```", ""] for part in parts]
        parts[-1].pop()
    return [line(text) for part in parts for text in part]


def _nothing(why: str) -> list[Line]:
    return [line(text) for text in ("gantt", f"    title {why}", "    dateFormat YYYY-MM-DD")]
