"""The schedule as comma-separated values, written so that a spreadsheet runs and converts none of them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from pathwayctl.reporters.lines import Line, harmless, line
from pathwayctl.reporters.schedule.as_json import FIELDS, values
from pathwayctl.reporters.schedule.view import ScheduleReport
from pathwayctl.scheduling.schedule import ScheduledTask
from pathwayctl.wording import MONTHS

Value = str | int | float | bool | list[str] | None

_AFTER_OWNER: Final = FIELDS.index("owner") + 1
_COLUMNS: Final = (*FIELDS[:_AFTER_OWNER], "owner_name", *FIELDS[_AFTER_OWNER:])
_COMPARED: Final = (
    "baseline_start", "baseline_finish", "start_variance", "finish_variance", "duration_variance",
    "cost_variance", "own", "through", "cause",
)  # fmt: skip
_TEXTS: Final = frozenset({"id", "title", "owner", "owner_name", "depends_on", "cause"})
"""Columns of texts, each of which might look like something else to a spreadsheet."""
_CODES: Final = frozenset({"wbs"})
"""Columns of numbers that are names: 1.10 is not 1.1. All their cells are texts, so that they sort alike."""
_MONTH: Final = f"({'|'.join(f'{name[:3]}({name[3:]})?' for name in MONTHS)}|sept)"
_TAKEN: Final = re.compile(
    rf"""
    [-=+@＝＋－＠].*                                # a formula
    | 0\d+ | \d{{16,}}                             # a number that would lose its zeros, or its last digits
    | (?!\d+$)(?=.*\d)[\d\s.,:/%$€£()e+-]+        # a number, date, or time with other signs in it
    | \d{{1,2}}(:\d\d)*\s*[ap]m?                   # a time of day
    | \d{{1,4}}[\s./,-]*{_MONTH}[\s./,-]*\d*        # 3-mar, 3 mar 2027
    | {_MONTH}[\s./,-]*\d[\d\s./,-]*               # may-4, march1
    | true | false
    """,
    re.IGNORECASE | re.VERBOSE,
)


def write(report: ScheduleReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """A header row and a row per task, in the fields and order of the JSON format.

    The name of the owner follows the owner's id. With a baseline there are more columns, after all others.
    """
    columns = (*_COLUMNS, *_COMPARED) if report.compared else _COLUMNS
    names = report.owners()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for task in report.tasks:
        cells = zip(columns, _row(report, task, names), strict=True)
        writer.writerow([_cell(column, value) for column, value in cells])
    return [line(text) for text in out.getvalue().rstrip("\n").split("\n")]


def _row(report: ScheduleReport, task: ScheduledTask, names: dict[str, str]) -> Iterator[Value]:
    fields = values(report, task)
    yield from (*fields[:_AFTER_OWNER], names.get(task.owner or ""), *fields[_AFTER_OWNER:])
    if report.compared is not None:
        from pathwayctl.reporters.schedule.compared import of_task

        found = of_task(report.compared, task) or {}
        yield from (found.get(name.removeprefix("baseline_")) for name in _COMPARED)


def _cell(column: str, value: Value) -> str | int | float:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    text = " ".join(harmless("; ".join(value) if isinstance(value, list) else value or "").split())
    is_taken = column in _CODES or (column in _TEXTS and _TAKEN.fullmatch(text))
    return f"'{text}" if text and is_taken else text  # the apostrophe makes it a text again
