"""``pathwayctl set``: set a field of an entry, or change a list in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.completion import id_and_field, value_of_field
from pathwayctl.cli.edited_project import DryRun, EditForm, make, the_form
from pathwayctl.cli.exits import stop
from pathwayctl.cli.options import FolderOption
from pathwayctl.cli.project_paths import HERE
from pathwayctl.cli.usage import MINUS

if TYPE_CHECKING:
    from pathwayctl.editing.edits import Edit

_HOW = "Write an id and a field with a period between: sign-mou.complete"


def set_field(
    target: Annotated[
        str,
        typer.Argument(
            metavar="ID.FIELD",
            help="An entry\u2019s id, or project or calendar, and the field to set. Items of a list are "
            "counted from 1: may-meeting.agenda.2.minutes",
            autocompletion=id_and_field,
        ),
    ],
    value: Annotated[
        list[str],
        typer.Argument(
            metavar="VALUE",
            help='The new value; "" takes the field out. += adds an item to a list, and -= takes one out.',
            autocompletion=value_of_field,
        ),
    ],
    project: FolderOption = None,
    dry_run: DryRun = False,
    form: EditForm = "text",
) -> None:
    """Set a field of an entry, and leave everything else in the files as it is.

    pathwayctl set sign-mou.complete 60
    pathwayctl set dana-ruiz.engagement.current supportive
    pathwayctl set project.status_date 2027-03-01 --dry-run
    pathwayctl set review.depends_on += "draft SS+2d"
    """
    make(project or HERE, [_edit(target, value)], the_form(form), dry_run=dry_run)


def _edit(target: str, words: list[str]) -> Edit:
    """What is asked for by an id with a field, and by a value that may have a sign before it."""
    from pathwayctl.editing.edits import AddEntry, RemoveItem, SetField, Typed
    from pathwayctl.editing.typed_text import field_path

    id_, _, field = target.partition(".")
    if not id_ or not field:
        stop(f"“{target}” does not name a field. {_HOW}")
    sign = words[0] if words[0] in ("=", "+=", MINUS) and len(words) > 1 else ""
    rest = words[1:] if sign else words
    if len(rest) > 1:
        stop('A value of several words needs quotes: "Sign the agreement"')
    text = Typed(rest[0])
    if sign == "+=":
        return AddEntry((id_, *field_path(field)), text)
    if sign == MINUS:
        return RemoveItem((id_, *field_path(field)), text)
    return SetField(id_, field, text)
