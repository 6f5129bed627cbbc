"""``pathwayctl who``: every place that names a person, an organization, a task, or another entry."""

from __future__ import annotations

from typing import Annotated

import typer

from pathwayctl.cli.completion import ids_like
from pathwayctl.cli.edited_project import EditForm, the_form
from pathwayctl.cli.named_entry import entry_named
from pathwayctl.cli.options import FolderOption
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import HERE


def who(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A person, an organization, a task, or any other id.", autocompletion=ids_like
        ),
    ],
    project: FolderOption = None,
    form: EditForm = "text",
) -> None:
    """Show every place in the project that names an entry, with its file and line.

    pathwayctl who dana-ruiz
    pathwayctl who sign-mou --format json
    """
    from pathwayctl.reporters.mentions import Mentions, mentions_of, write

    form = the_form(form)
    there, entry = entry_named(project or HERE, id_)
    places = tuple(mentions_of(there.loaded, there.references_to(id_)))
    found = Mentions(entry.id, entry.kind, " ".join(entry.name.split()), places)
    show_report(lambda width: write(found, form, width))
