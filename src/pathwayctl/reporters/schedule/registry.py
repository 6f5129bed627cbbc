"""The formats of the schedule. A new one is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pathwayctl.reporters.lines import Line
from pathwayctl.reporters.schedule import as_csv, as_json, markdown, mermaid, table
from pathwayctl.reporters.schedule.view import ScheduleReport

FORMATS: Final[dict[str, Callable[[ScheduleReport, int], list[Line]]]] = {
    "table": table.write,
    "json": as_json.write,
    "csv": as_csv.write,
    "markdown": markdown.write,
    "mermaid": mermaid.write,
}
