"""``pathwayctl rename``: change an id, and every reference to it."""

from __future__ import annotations

from typing import Annotated

import typer

from pathwayctl.cli.completion import ids_like
from pathwayctl.cli.edited_project import DryRun, EditForm, make, the_form
from pathwayctl.cli.options import FolderOption
from pathwayctl.cli.project_paths import HERE


def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id as it is now.", autocompletion=ids_like)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id as it should be.")],
    project: FolderOption = None,
    dry_run: DryRun = False,
    form: EditForm = "text",
) -> None:
    """Change an id everywhere: the entry, every reference to it, and the saved baselines.

    pathwayctl rename sign-mou sign-agreement
    pathwayctl rename dana-ruiz dana-ruiz-lopez --dry-run
    """
    from pathwayctl.editing.edits import RenameId

    make(project or HERE, [RenameId(old, new)], the_form(form), dry_run=dry_run)
