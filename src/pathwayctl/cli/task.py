"""``pathwayctl task``: report that tasks have started, are done, are blocked, or are dropped."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.completion import ids_of
from pathwayctl.cli.edited_project import DryRun, EditForm, make_in, refuse, the_form
from pathwayctl.cli.exits import stop
from pathwayctl.cli.options import FolderOption, offering, option
from pathwayctl.cli.project_paths import HERE, root_of
from pathwayctl.cli.typed_values import given_today, the_day, the_number, the_one

if TYPE_CHECKING:
    from pathwayctl.editing.task_progress import TaskReport

Action = Annotated[
    str,
    typer.Argument(
        metavar="ACTION",
        help="start, done, block, or drop.",
        autocompletion=offering(("start", "done", "block", "drop")),
    ),
]
Tasks = Annotated[
    list[str], typer.Argument(metavar="ID", help="The ids of the tasks.", autocompletion=ids_of("tasks"))
]
On = Annotated[
    str | None,
    option(
        "--on", "DATE", "The day they started or were finished. Default: the project’s status date, or today."
    ),
]
Complete = Annotated[str | None, option("--complete", "N", "With start: percent complete, 0 to 100.")]
Remaining = Annotated[str | None, option("--remaining", "TIME", "With start: the work left, such as 3d.")]


def task(
    action: Action,
    tasks: Tasks,
    project: FolderOption = None,
    on: On = None,
    complete: Complete = None,
    remaining: Remaining = None,
    dry_run: DryRun = False,
    form: EditForm = "text",
) -> None:
    """Report progress: tasks that started, are done, are blocked, or are dropped.

    pathwayctl task start draft-mou --on 2027-03-01 --remaining 3d
    pathwayctl task done draft-mou sign-mou --on 2027-03-12
    pathwayctl task block sign-mou
    """
    from pathwayctl.cli.checked_project import opened
    from pathwayctl.editing.edits import Refused
    from pathwayctl.editing.task_progress import ACTIONS, progress_edits

    action, form = the_one(action, ACTIONS, "action"), the_form(form)
    there = opened(root_of(project or HERE))
    report = _report(action, tasks, on, there.plan.project.status_date, complete, remaining)
    found = progress_edits(there.index.breakdown, there.plan.project.status_date, report)
    if isinstance(found, Refused):
        refuse(found, form)
    make_in(there, found.edits, form, dry_run=dry_run, did=found.did, warnings=found.warnings)


def _report(
    action: str,
    tasks: list[str],
    on: str | None,
    status_date: date | None,
    complete: str | None,
    remaining: str | None,
) -> TaskReport:
    from pathwayctl.editing.task_progress import TaskReport

    if action != "start" and (complete is not None or remaining is not None):
        stop(f"--complete and --remaining belong to “start”, not to “{action}”.")
    if complete is not None and remaining is not None:
        stop("Give --complete or --remaining, not both.")
    if on is not None and action in ("block", "drop"):
        stop(f"--on belongs to “start” and “done”, not to “{action}”.")
    day = the_day(on, "--on") if on is not None else status_date or given_today() or datetime.now(UTC).date()
    percent = None if complete is None else the_number(complete, "--complete", 0, 100)
    return TaskReport(action, tuple(tasks), day, percent, remaining)
