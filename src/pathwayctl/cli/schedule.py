"""``pathwayctl schedule``: the master schedule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from pathwayctl.cli.checked_project import compared, levelled, scheduled
from pathwayctl.cli.completion import ids_like, saved_baselines
from pathwayctl.cli.exits import stop
from pathwayctl.cli.options import (
    SHOWN,
    Output,
    ProjectArgument,
    ProjectOption,
    form_option,
    offering,
    option,
)
from pathwayctl.cli.output import deliver
from pathwayctl.cli.project_paths import the_project
from pathwayctl.cli.typed_values import chosen, the_day, the_one, the_parties
from pathwayctl.reporters.registry import SCHEDULE

if TYPE_CHECKING:
    from pathwayctl.analysis.variance.comparison import Comparison
    from pathwayctl.app import Project

_LEVELING: Final = "Leveling and comparing"
_PICTURES: Final = ("mermaid", "gantt", "network")
_WITH_BASELINE: Final = ("table", "markdown", "gantt")
"""The formats that show the project's own baseline unasked."""
_MARKS: Final = {"csv": "\ufeff"}
"""What a file of a format begins with: without it, Excel on Windows reads CSV in another encoding."""


Form = Annotated[
    str,
    form_option(
        "table to read (default), gantt or network for a picture (SVG) to print, csv for a spreadsheet, "
        "markdown or mermaid for a wiki (a long mermaid chart comes in parts, as Markdown), json for "
        "programs.",
        SCHEDULE,
    ),
]
BaselineName = Annotated[
    str | None,
    option(
        "--baseline",
        "NAME",
        "Show what has changed since a baseline was saved, and why. Default for tables: the project’s own "
        "baseline.",
        _LEVELING,
        autocompletion=saved_baselines,
    ),
]
Level = Annotated[
    bool,
    option(
        "--level", None, "Move tasks so that no one works above their capacity or on their leave.", _LEVELING
    ),
]
Effort = Annotated[
    str | None,
    option(
        "--effort",
        "NAME",
        "How long --level searches for better dates: quick, normal (default), or thorough.",
        _LEVELING,
        autocompletion=offering(("quick", "normal", "thorough")),
    ),
]
LevelSeed = Annotated[
    str | None,
    option(
        "--seed",
        "N",
        "The seed of the --level search; the same number gives the same dates. Default: 1.",
        _LEVELING,
    ),
]
CriticalOnly = Annotated[bool, option("--critical", None, "Show only critical tasks.", SHOWN)]
TasksFor = Annotated[
    list[str] | None,
    option(
        "--for",
        "PERSON",
        "Show only tasks that a person or organization owns or is assigned to, by id or name. For several, "
        "repeat it.",
        SHOWN,
        autocompletion=ids_like,
    ),
]
Tagged = Annotated[
    list[str] | None,
    option("--tag", "TAG", "Show only tasks that have a tag. For several, repeat it.", SHOWN),
]
FromDay = Annotated[
    str | None, option("--from", "DATE", "Show only tasks that finish on this day or later.", SHOWN)
]
ToDay = Annotated[
    str | None, option("--to", "DATE", "Show only tasks that start on this day or earlier.", SHOWN)
]
Ids = Annotated[
    bool, option("--ids", None, "Show the id of each task, as other tasks and findings name it.", SHOWN)
]
Loads = Annotated[bool, option("--loads", None, "Show everyone who is overbooked, week by week.", SHOWN)]


def schedule(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    form: Form = "table",
    baseline: BaselineName = None,
    level: Level = False,
    effort: Effort = None,
    seed: LevelSeed = None,
    critical: CriticalOnly = False,
    people: TasksFor = None,
    tags: Tagged = None,
    first: FromDay = None,
    last: ToDay = None,
    ids: Ids = False,
    loads: Loads = False,
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
    from pathwayctl.reporters.schedule.view import Only, ScheduleReport

    form, days = the_one(form, SCHEDULE, "format"), _days(first, last)
    _only_with_level({} if level else {"--effort": effort, "--seed": seed})
    _only_in_tables(form, {"--ids": ids, "--loads": loads})
    _not_in_pictures(form, {"--for": people, "--tag": tags, "--from": first, "--to": last})
    place = the_project(project, in_project)
    plain = scheduled(place)
    levelling = levelled(place, plain, effort, seed) if level else None
    shown = plain.with_schedule(levelling.schedule) if levelling else plain
    only = Only(the_parties(people or (), plain.plan), *days, *_tagged(tags or (), plain))
    against = _against(place, shown, baseline, form)
    shows = critical, against, levelling, only, ids, loads
    report = ScheduleReport(shown.plan, shown.schedule, *shows, known=shown.index)
    deliver(partial(SCHEDULE.writer(form), report), output, shown, mark=_MARKS.get(form, ""))


def _against(place: Path, project: Project, asked: str | None, form: str) -> Comparison | None:
    """What to compare with; programs get the project's own baseline only if they ask for it."""
    is_asked = asked is not None or form in _WITH_BASELINE
    return compared(place, project, asked) if is_asked else None


def _tagged(asked: Sequence[str], project: Project) -> tuple[tuple[str, ...], frozenset[str]]:
    """The tags that were typed, and the ids of the tasks that have one of them."""
    if not asked:
        return (), frozenset()
    from pathwayctl.evidence.work.labels import rows_by_label

    by_tag = project.index.ask(rows_by_label)
    tags = chosen(asked, by_tag.keys(), "tag")
    return tags, frozenset(row.task.id for tag in tags for row in by_tag[tag])


def _days(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """The days of ``--from`` and ``--to``; stops where they are the wrong way round."""
    begin = None if first is None else the_day(first, "--from")
    end = None if last is None else the_day(last, "--to")
    if begin and end and begin > end:
        stop(f"--from {begin} comes after --to {end}. Write --from {end} --to {begin}")
    return begin, end


def _only_with_level(given: Mapping[str, str | None]) -> None:
    """Stop if an option was given that does nothing without ``--level``."""
    for name, value in given.items():
        if value is not None:
            stop(f"{name} only works together with --level. Write: --level {name} {value}")


def _only_in_tables(form: str, given: Mapping[str, bool]) -> None:
    name = next((name for name, is_given in given.items() if is_given), None)
    if name and form != "table":
        stop(f"{name} belongs to the table, and {form} is another format. Leave one of them out.")


def _not_in_pictures(form: str, given: Mapping[str, object]) -> None:
    name = next((name for name, value in given.items() if value), None)
    if name and form in _PICTURES:
        stop(f"{name} works with table, markdown, csv, and json, and {form} shows the whole plan.")
