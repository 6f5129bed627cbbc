"""``pathwayctl schedule``: the master schedule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from pathwayctl.cli.checked_project import compared, levelled, scheduled
from pathwayctl.cli.day_option import the_day
from pathwayctl.cli.exits import stop
from pathwayctl.cli.options import Output, ProjectArgument, ProjectOption
from pathwayctl.cli.output import deliver
from pathwayctl.cli.project_paths import the_project
from pathwayctl.cli.typed_values import the_one, the_parties

if TYPE_CHECKING:
    from pathwayctl.analysis.variance.comparison import Comparison
    from pathwayctl.app import Project

_PICTURES: Final = ("mermaid", "gantt", "network")
_WITH_BASELINE: Final = ("table", "markdown", "gantt")
"""The formats that show the project's own baseline unasked."""


def schedule(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
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
    from pathwayctl.reporters.schedule.view import Only, ScheduleReport

    form, days = the_one(form, FORMATS, "format"), _days(first, last)
    _only_with_level({} if level else {"--effort": effort, "--seed": seed})
    _only_in_tables(form, {"--ids": ids, "--loads": loads})
    _not_in_pictures(form, {"--for": people, "--from": first, "--to": last})
    place = the_project(project, in_project)
    plain = scheduled(place)
    only = Only(the_parties(people or (), plain.plan), *days)
    levelling = levelled(place, plain, effort, seed) if level else None
    shown = plain.with_schedule(levelling.schedule) if levelling else plain
    against = _against(place, shown, baseline, form)
    report = ScheduleReport(shown.plan, shown.schedule, critical, against, levelling, only, ids, loads)
    deliver(lambda width: writer(form)(report, width), output, shown.loaded.kept_files(), file_mark(form))


def _against(place: Path, project: Project, asked: str | None, form: str) -> Comparison | None:
    """What to compare with; programs get the project's own baseline only if they ask for it."""
    is_asked = asked is not None or form in _WITH_BASELINE
    return compared(place, project, asked) if is_asked else None


def _days(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """The days of ``--from`` and ``--to``; stops where they are the wrong way round."""
    begin = None if first is None else the_day(first, "--from")
    end = None if last is None else the_day(last, "--to")
    if begin and end and begin > end:
        stop(f"--from {begin} comes after --to {end}. Write --from {end} --to {begin}")
    return begin, end


def _only_with_level(given: Mapping[str, str | None]) -> None:
    """Stop if an option was given that does nothing without ``--level``."""
    for option, value in given.items():
        if value is not None:
            stop(f"{option} only works together with --level. Write: --level {option} {value}")


def _only_in_tables(form: str, given: Mapping[str, bool]) -> None:
    option = next((option for option, is_given in given.items() if is_given), None)
    if option and form != "table":
        stop(f"{option} belongs to the table, and {form} is another format. Leave one of them out.")


def _not_in_pictures(form: str, given: Mapping[str, object]) -> None:
    option = next((option for option, value in given.items() if value), None)
    if option and form in _PICTURES:
        stop(f"{option} works with table, markdown, csv, and json, and {form} shows the whole plan.")
