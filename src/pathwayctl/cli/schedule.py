"""``pathwayctl schedule``: the master schedule."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pathwayctl.cli.choices import the_one
from pathwayctl.cli.ending import tell
from pathwayctl.cli.examining import scheduled
from pathwayctl.cli.levelling import levelled, only_with_level
from pathwayctl.cli.places import HERE, SCREEN


def schedule(
    project: Annotated[
        Path,
        typer.Argument(metavar="PROJECT", help="The project's folder; the current one if none is named."),
    ] = HERE,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="table to read (if none is named), gantt or network for a picture (SVG) to print, csv for a "
            "spreadsheet, markdown or mermaid for a wiki, json for programs.",
        ),
    ] = "table",
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="NAME",
            help="Show what has moved since a baseline was saved, and why. Tables show the project’s own "
            "baseline if none is named.",
        ),
    ] = None,
    level: Annotated[
        bool,
        typer.Option("--level", help="Move tasks until nobody works above their capacity or on their leave."),
    ] = False,
    effort: Annotated[
        str | None,
        typer.Option(
            "--effort",
            metavar="NAME",
            help="How long --level looks for better dates: quick, normal (if none is named) or thorough.",
        ),
    ] = None,
    seed: Annotated[
        str | None,
        typer.Option(
            "--seed",
            metavar="N",
            help="Where the search of --level begins; the same number gives the same dates. 1 if not given.",
        ),
    ] = None,
    critical: Annotated[bool, typer.Option("--critical", help="Show only critical tasks.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file and not to the screen."),
    ] = None,
) -> None:
    """Work out the dates of every task, how much float it has, and which tasks are critical.

    pathwayctl schedule my-project
    pathwayctl schedule my-project --critical
    pathwayctl schedule my-project --level
    pathwayctl schedule my-project --baseline approved
    pathwayctl schedule my-project --format csv -o schedule.csv
    pathwayctl schedule my-project --format gantt -o schedule.svg
    """
    from pathwayctl.reporters.schedule.registry import FORMATS, writer

    output = None if output == SCREEN else output
    form = the_one(form, FORMATS, "format")
    if not level:
        only_with_level({"--effort": effort, "--seed": seed})
    examined, made = scheduled(project)
    smoothed = levelled(examined.loaded.plan, made, effort, seed) if level else None
    made = smoothed.schedule if smoothed else made

    from pathwayctl.cli.comparing import compared
    from pathwayctl.cli.saving import save
    from pathwayctl.reporters.lines import plain
    from pathwayctl.reporters.schedule.view import ScheduleReport
    from pathwayctl.reporters.screen import WIDTH, screen_width, show

    is_asked = baseline is not None or form in ("table", "markdown", "gantt")  # not for programs, unasked
    against = compared(project, examined, made, baseline) if is_asked else None
    report = ScheduleReport(examined.loaded.plan, made, critical, against, smoothed)
    lines = writer(form)(report, WIDTH if output else screen_width(sys.stdout))
    if output is None:
        show(lines, sys.stdout)
        return
    save(plain(lines), output, examined.loaded.kept_files())
    tell(f"Wrote {output}.")
