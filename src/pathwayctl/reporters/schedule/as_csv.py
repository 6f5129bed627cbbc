"""The schedule as comma-separated values, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.schedule.as_json import as_dict
from pathwayctl.reporters.schedule.view import ScheduleReport


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """A header row and a row per task, in the fields and order of the JSON format."""
    out = io.StringIO()
    rows = [as_dict(task) for task in report.tasks]
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows[0] if rows else ("id", "wbs", "title"))
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return [line(text) for text in out.getvalue().rstrip("\n").split("\n")]


def _cell(value: object) -> str | int:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return value
    text = "; ".join(value) if isinstance(value, list) else " ".join(str(value or "").split())
    # A spreadsheet runs a text that begins like a formula; the apostrophe makes it a text again.
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
