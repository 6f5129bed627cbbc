"""The formats of the schedule. A new one is a file and a line here; only the one asked for is loaded."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathwayctl.reporters.layout import Line
    from pathwayctl.reporters.schedule.view import ScheduleReport

    Writer = Callable[[ScheduleReport, int], list[Line]]

FORMATS: Final = {
    "table": "table",
    "json": "as_json",
    "csv": "as_csv",
    "markdown": "markdown",
    "mermaid": "mermaid",
    "gantt": "gantt",
    "network": "network",
}
"""The modules of this folder by the names of their formats."""


def file_mark(form: str) -> str:
    """What a file of a format begins with, apart from the report itself."""
    if form != "csv":
        return ""
    from pathwayctl.reporters.schedule.as_csv import BYTE_ORDER_MARK

    return BYTE_ORDER_MARK


def writer(form: str) -> Writer:
    """The function that writes a schedule in a format, for a number of columns."""
    write: Writer = import_module(f"{__package__}.{FORMATS[form]}").write
    return write
