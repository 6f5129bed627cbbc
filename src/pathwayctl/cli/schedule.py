"""``pathwayctl schedule``: the master schedule."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

import typer

from pathwayctl.cli.arguments import the_one, the_parties
from pathwayctl.cli.days import the_day
from pathwayctl.cli.examining import scheduled
from pathwayctl.cli.exits import stop
from pathwayctl.cli.levelling import levelled, only_with_level
from pathwayctl.cli.options import InProject, Output, Project
from pathwayctl.cli.paths import the_project

_PICTURES: Final = ("mermaid", "gantt", "network")


def schedule(
    project: Project = None,
    in_project: InProject = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="table to read (default), gantt or network for a picture (SVG) to print, csv for a "
            "spreadsheet, markdown or mermaid for a wiki (a long mermaid chart comes in parts, as "
            "Markdown), json for programs.",
        ),
    ] = "table",
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="NAME",
            help="Show what has moved since a baseline was saved, and why. Default for tables: the "
            "project’s own baseline.",
        ),
    ] = None,
    level: Annotated[
        bool,
        typer.Option(
            "--level", help="Move tasks so that no one works above their capacity or on their leave."
        ),
    ] = False,
    effort: Annotated[
        str | None,
        typer.Option(
            "--effort",
            metavar="NAME",
            help="How long --level searches for better dates: quick, normal (default), or thorough.",
        ),
    ] = None,
    seed: Annotated[
        str | None,
        typer.Option(
            "--seed",
            metavar="N",
            help="The seed of the --level search; the same number gives the same dates. Default: 1.",
        ),
    ] = None,
    critical: Annotated[bool, typer.Option("--critical", help="Show only critical tasks.")] = False,
    people: Annotated[
        list[str] | None,
        typer.Option(
            "--for",
            metavar="PERSON",
            help="Show only tasks that a person or organization owns or is assigned to, by id or name. "
            "For several, repeat it.",
        ),
    ] = None,
    first: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Show only tasks that finish on this day or later."),
    ] = None,
    last: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help="Show only tasks that start on this day or earlier."),
    ] = None,
    ids: Annotated[
        bool, typer.Option("--ids", help="Show the id of each task, as other tasks and findings name it.")
    ] = False,
    loads: Annotated[
        bool, typer.Option("--loads", help="Show everyone who is overbooked, week by week.")
    ] = False,
    output: Output = None,
) -> None:
    """Calculate the dates and float of every task, and show which tasks are critical.

    pathwayctl schedule my-project
    pathwayctl schedule my-project --critical
    pathwayctl schedule my-project --for dana-ruiz --from 2027-03-01 --to 2027-03-31
    pathwayctl schedule my-project --level
    pathwayctl schedule my-project --baseline approved
    pathwayctl schedule my-project --format csv -o schedule.csv
    pathwayctl schedule my-project --format gantt -o schedule.svg
    """
    from pathwayctl.reporters.schedule.registry import FORMATS, file_mark, writer

    form = the_one(form, FORMATS, "format")
    if not level:
        only_with_level({"--effort": effort, "--seed": seed})
    if ids or loads:
        _only_in_tables(form, "--ids" if ids else "--loads")
    days = _days(first, last)
    if people or any(days):
        _not_in_pictures(form, "--for" if people else "--from" if first else "--to")
    place = the_project(project, in_project)
    examined, made = scheduled(place)
    plan = examined.loaded.plan
    parties = the_parties(people or (), plan)
    smoothed = levelled(place, examined, made, effort, seed) if level else None
    made = smoothed.schedule if smoothed else made

    from pathwayctl.cli.baselines import compared
    from pathwayctl.cli.output import deliver
    from pathwayctl.reporters.schedule.view import Only, ScheduleReport

    is_asked = baseline is not None or form in ("table", "markdown", "gantt")  # not for programs, unasked
    against = compared(place, examined, made, baseline) if is_asked else None
    only = Only(parties, *days)
    report = ScheduleReport(plan, made, critical, against, smoothed, only, ids, loads)
    write = writer(form)
    deliver(lambda width: write(report, width), output, examined.loaded.kept_files(), file_mark(form))


def _days(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """The days of ``--from`` and ``--to``; stops where they are the wrong way round."""
    begin = None if first is None else the_day(first, "--from")
    end = None if last is None else the_day(last, "--to")
    if begin and end and begin > end:
        stop(f"--from {begin} comes after --to {end}. Write --from {end} --to {begin}")
    return begin, end


def _only_in_tables(form: str, option: str) -> None:
    if form != "table":
        stop(f"{option} belongs to the table, and {form} is another format. Leave one of them out.")


def _not_in_pictures(form: str, option: str) -> None:
    if form in _PICTURES:
        stop(f"{option} works with table, markdown, csv, and json, and {form} shows the whole plan.")
