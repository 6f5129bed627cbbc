"""``pathwayctl schedule``: the master schedule."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pathwayctl.cli.ending import stop
from pathwayctl.cli.examining import HERE, scheduled


class Format(StrEnum):
    """How the schedule is written."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"
    mermaid = "mermaid"


def schedule(
    project: Annotated[
        Path,
        typer.Argument(metavar="[PROJECT]", help="The project's folder; the current one if none is named."),
    ] = HERE,
    form: Annotated[
        Format,
        typer.Option("--format", help="table to read; csv for a spreadsheet; the others for other programs."),
    ] = Format.table,
    critical: Annotated[bool, typer.Option("--critical", help="Only tasks on the critical path.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file, not to the screen."),
    ] = None,
) -> None:
    """Work out the dates of every task, how much float it has, and which tasks are critical."""
    from pathwayctl.reporters.lines import plain
    from pathwayctl.reporters.schedule.registry import FORMATS
    from pathwayctl.reporters.schedule.view import ScheduleReport
    from pathwayctl.reporters.screen import screen_width, show
    from pathwayctl.writing import NotWritten, write

    examined, made = scheduled(project)
    report = ScheduleReport(examined.loaded.plan, made, critical)
    lines = FORMATS[form.value](report, screen_width(sys.stdout))
    if output is None:
        show(lines, sys.stdout)
        return
    written = write(output.parent, output.name, plain(lines))
    if isinstance(written, NotWritten):
        stop(f"{written.path}: {written.message} {written.hint}")
    typer.echo(f"Wrote {output}", err=True)
