"""``pathwayctl schedule``: the master schedule."""

from __future__ import annotations

from typing import Annotated

import typer

from pathwayctl.cli.choices import the_one
from pathwayctl.cli.examining import scheduled
from pathwayctl.cli.levelling import levelled, only_with_level
from pathwayctl.cli.options import Output, Project
from pathwayctl.cli.places import HERE


def schedule(
    project: Project = HERE,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="table to read (if none is named), gantt or network for a picture (SVG) to print, csv for a "
            "spreadsheet, markdown or mermaid for a wiki (a long mermaid chart comes in parts, as "
            "Markdown), json for programs.",
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
    output: Output = None,
) -> None:
    """Work out the dates of every task, how much float it has, and which tasks are critical.

    pathwayctl schedule my-project
    pathwayctl schedule my-project --critical
    pathwayctl schedule my-project --level
    pathwayctl schedule my-project --baseline approved
    pathwayctl schedule my-project --format csv -o schedule.csv
    pathwayctl schedule my-project --format gantt -o schedule.svg
    """
    from pathwayctl.reporters.schedule.registry import FORMATS, file_mark, writer

    form = the_one(form, FORMATS, "format")
    if not level:
        only_with_level({"--effort": effort, "--seed": seed})
    examined, made = scheduled(project)
    smoothed = levelled(examined.loaded.plan, made, effort, seed) if level else None
    made = smoothed.schedule if smoothed else made

    from pathwayctl.cli.comparing import compared
    from pathwayctl.cli.saving import deliver
    from pathwayctl.reporters.schedule.view import ScheduleReport

    is_asked = baseline is not None or form in ("table", "markdown", "gantt")  # not for programs, unasked
    against = compared(project, examined, made, baseline) if is_asked else None
    report = ScheduleReport(examined.loaded.plan, made, critical, against, smoothed)
    write = writer(form)
    deliver(lambda width: write(report, width), output, examined.loaded.kept_files(), file_mark(form))
