"""``pathwayctl move``: move an entry to another file or to another place in the list of tasks."""

from __future__ import annotations

from typing import Annotated

import typer

from pathwayctl.cli.completion import ids_like, ids_of
from pathwayctl.cli.edited_project import DryRun, EditForm, make, the_form
from pathwayctl.cli.exits import stop
from pathwayctl.cli.options import FolderOption, option
from pathwayctl.cli.project_paths import HERE

EntryId = Annotated[str, typer.Argument(metavar="ID", help="The entry to move.", autocompletion=ids_like)]
File = Annotated[str | None, option("--file", "FILE", "Move it to the end of its section in this file.")]
Under = Annotated[
    str | None,
    option(
        "--under",
        "TASK",
        "Move a task to the end of the tasks under this one.",
        autocompletion=ids_of("tasks"),
    ),
]
Before = Annotated[
    str | None,
    option("--before", "ID", "Move it to just before this entry.", autocompletion=ids_like),
]


def move(
    id_: EntryId,
    project: FolderOption = None,
    file: File = None,
    under: Under = None,
    before: Before = None,
    dry_run: DryRun = False,
    form: EditForm = "text",
) -> None:
    """Move an entry, with its comments, to another file or to another place in its list.

    pathwayctl move sign-mou --file work/agreements.yaml
    pathwayctl move sign-mou --under agreements
    pathwayctl move sign-mou --before kickoff
    """
    from pathwayctl.editing.edits import MoveEntry

    if sum(one is not None for one in (file, under, before)) != 1:
        stop("Say where to move it: with --file FILE, --under TASK, or --before ID, one of them.")
    make(project or HERE, [MoveEntry(id_, file, under, before)], the_form(form), dry_run=dry_run)
