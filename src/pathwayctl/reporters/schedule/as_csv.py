"""The schedule as comma-separated values, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from pathwayctl.reporters.lines import Line, harmless, line
from pathwayctl.reporters.schedule.as_json import FIELDS, values
from pathwayctl.reporters.schedule.view import ScheduleReport


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """A header row and a row per task, in the fields and order of the JSON format."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(FIELDS)
    writer.writerows([_cell(value) for value in values(task)] for task in report.tasks)
    return [line(text) for text in out.getvalue().rstrip("\n").split("\n")]


def _cell(value: str | int | bool | list[str] | None) -> str | int:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return value
    text = "; ".join(value) if isinstance(value, list) else " ".join(harmless(value or "").split())
    # A spreadsheet runs a text that begins like a formula; the apostrophe makes it a text again.
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
