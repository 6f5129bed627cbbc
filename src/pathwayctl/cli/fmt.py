"""``pathwayctl fmt``: lay out the files of a project alike, and change no word."""

from __future__ import annotations

from typing import Annotated

import typer

from pathwayctl.cli.edited_project import DryRun, EditForm, finish, the_form
from pathwayctl.cli.exits import FOUND_ERRORS
from pathwayctl.cli.options import ProjectArgument, ProjectOption, option
from pathwayctl.cli.project_paths import root_of, the_project

Check = Annotated[
    bool, option("--check", None, "List the files that would change, write nothing, and exit with 1 if any.")
]


def fmt(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    check: Check = False,
    dry_run: DryRun = False,
    form: EditForm = "text",
) -> None:
    """Tidy the indentation and spacing of the files, and change no word, order, quote, or comment.

    pathwayctl fmt
    pathwayctl fmt --dry-run
    pathwayctl fmt my-project --check
    """
    from pathwayctl.editing.formatting import tidy_project

    form = the_form(form)
    tidied = tidy_project(root_of(the_project(project, in_project)))
    finish(
        tidied.transaction, form, dry_run=dry_run or check, warnings=tidied.left,
        did=[f"{one.name} would change." for one in tidied.transaction.changes] if check else (),
        with_diff=not check,
    )  # fmt: skip
    if check and tidied.transaction.changes:
        raise typer.Exit(FOUND_ERRORS)
