"""The schedule as comma-separated values, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from pathwayctl.reporters.lines import Line, harmless, line
from pathwayctl.reporters.schedule.as_json import FIELDS, values
from pathwayctl.reporters.schedule.view import ScheduleReport
from pathwayctl.scheduling.schedule import ScheduledTask

_COMPARED: Final = (
    "baseline_start", "baseline_finish", "start_variance", "finish_variance", "duration_variance",
    "cost_variance", "own", "through", "cause",
)  # fmt: skip
Value = str | int | float | bool | list[str] | None


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """A header row and a row per task, in the fields and order of the JSON format.

    With a baseline there are more columns, after all others.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*FIELDS, *_COMPARED] if report.compared else FIELDS)
    writer.writerows([_cell(value) for value in _row(report, task)] for task in report.tasks)
    return [line(text) for text in out.getvalue().rstrip("\n").split("\n")]


def _row(report: ScheduleReport, task: ScheduledTask) -> Iterator[Value]:
    yield from values(task)
    if report.compared is not None:
        from pathwayctl.reporters.schedule.compared import of_task

        found = of_task(report.compared, task) or {}
        yield from (found.get(name.removeprefix("baseline_")) for name in _COMPARED)


def _cell(value: Value) -> str | int | float:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    whole = "; ".join(value) if isinstance(value, list) else value or ""
    text = " ".join(harmless(whole).split())
    # A spreadsheet runs a text that begins like a formula; the apostrophe makes it a text again.
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
