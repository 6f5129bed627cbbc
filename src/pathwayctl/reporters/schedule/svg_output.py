"""The caption of the pictures of a schedule, and their SVG as lines."""

from __future__ import annotations

from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.plain_text import seen
from pathwayctl.rendering.svg_primitives import drawing, words
from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.schedule.view import ScheduleReport
from pathwayctl.wording import count, long_day


def caption(report: ScheduleReport) -> str:
    """The number of tasks, their first and last day, how many are critical, and the status date."""
    schedule = report.schedule
    tasks = sum(task.kind != "summary" for task in schedule.tasks)
    span = f"{count(tasks, 'task')} from {long_day(schedule.start)} to {long_day(schedule.finish)}"
    critical = f", {len(schedule.critical_path):,} of them critical"
    shown = " Only these are shown." if report.critical_only else ""
    level = " Leveled: tasks wait until the people they need are free." if report.levelled else ""
    judged = report.plan.project.status_date
    return f"{span}{critical}.{shown}{level}" + (f" Progress as of {long_day(judged)}." if judged else "")


def nothing(report: ScheduleReport) -> Markup:
    """A small picture for a plan with nothing to draw."""
    none = "No task is critical." if report.schedule.tasks else "There are no tasks yet."
    title = report.plan.project.name
    return drawing(
        "empty", "empty", (400, 60), title, none, [words(12, 34, none, 'font-size="14"')], fixed=True
    )


def drawn(picture: Markup) -> list[Line]:
    """The lines of a drawing. Letters outside ASCII are coded, so that every system writes the same file."""
    text = seen(str(picture)).encode("ascii", "xmlcharrefreplace").decode("ascii")
    return [line(part) for part in text.split("\n")]
