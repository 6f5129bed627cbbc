"""``pathwayctl why``: why a task falls on its dates."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pathwayctl.cli.checked_project import levelled, scheduled
from pathwayctl.cli.completion import ids_of
from pathwayctl.cli.exits import stop
from pathwayctl.cli.options import ProjectArgument, ProjectOption, form_option, option
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import as_argument, as_option, the_project
from pathwayctl.cli.typed_values import the_one
from pathwayctl.reporters.registry import WHY

if TYPE_CHECKING:
    from pathwayctl.analysis.why.find_task import Unclear
    from pathwayctl.app import Project
    from pathwayctl.scheduling.breakdown import Breakdown


TaskName = Annotated[
    str,
    typer.Argument(
        metavar="TASK",
        help="A task: its id, its number such as 2.3, or some words of its title in quotes.",
        autocompletion=ids_of("tasks"),
    ),
]
Level = Annotated[
    bool, option("--level", None, "Ask about the leveled schedule, in which no one is overbooked.")
]
Whole = Annotated[bool, option("--all", None, "Show long lists in full.")]
Form = Annotated[str, form_option("text to read (default), or json for programs.", WHY)]


def why(
    task: TaskName,
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    level: Level = False,
    whole: Whole = False,
    form: Form = "text",
) -> None:
    """Explain a task’s dates: why it falls on them, what would make it earlier, and what waits for it.

    pathwayctl why sign-mou
    pathwayctl why 2.3 -p my-project
    pathwayctl why "launch meeting"
    """
    from pathwayctl.reporters.why.view import WhyReport

    form = the_one(form, WHY, "format")
    place = the_project(project, in_project)
    opened = scheduled(place)
    found = _the_task(task, opened, place)
    if level:
        opened = opened.with_schedule(levelled(place, opened).schedule)
    where = as_option(place) + (" --level" if level else "")
    report = WhyReport(opened.why(found), where, whole)
    show_report(partial(WHY.writer(form), report))


def _the_task(asked: str, project: Project, place: Path) -> str:
    """The id of the task that is meant; stops if none is, or several."""
    from pathwayctl.analysis.why.find_task import Unclear, asked_for

    breakdown = project.index.breakdown
    row = asked_for(asked, breakdown)
    if isinstance(row, Unclear):
        _stop(asked, row, breakdown, place)
    return breakdown.rows[row].task.id


def _stop(asked: str, unclear: Unclear, breakdown: Breakdown, project: Path) -> NoReturn:
    """Name the tasks that come nearest, since no one task is meant."""
    rows = [breakdown.rows[index] for index in unclear.nearest]
    names = [f"  {row.task.id}  ({row.wbs} {' '.join(row.task.title.split())})" for row in rows]
    if unclear.fitting:
        said = f"{unclear.fitting:,} tasks fit “{asked}”. Ask for one of them by its id or number:"
        more = unclear.fitting - len(rows)
        stop("\n".join([said, *names, *([f"  … and {more:,} more"] if more else [])]))
    if not breakdown.rows:
        stop("There are no tasks yet. Write them under tasks: in a file of the project.")
    said = f"There is no task “{asked}”."
    if rows:
        stop("\n".join([f"{said} The closest matches are:", *names]))
    stop(f"{said} The ids and numbers of all tasks: pathwayctl schedule{as_argument(project)} --format csv")
