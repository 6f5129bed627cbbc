"""``pathwayctl remove``: remove an entry, and with ``--cascade`` what refers to it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pathwayctl.cli.completion import ids_like
from pathwayctl.cli.edited_project import DryRun, EditForm, make_in, refuse, the_form
from pathwayctl.cli.exits import stop, tell
from pathwayctl.cli.named_entry import entry_named
from pathwayctl.cli.options import FolderOption, option
from pathwayctl.cli.project_paths import HERE, as_option

if TYPE_CHECKING:
    from pathlib import Path

    from pathwayctl.app import Project
    from pathwayctl.editing.removal import Removal
    from pathwayctl.evidence.entries import Entry
    from pathwayctl.reporters.mentions import Mention

EntryId = Annotated[str, typer.Argument(metavar="ID", help="The entry to remove.", autocompletion=ids_like)]
Cascade = Annotated[bool, option("--cascade", None, "Remove every reference to it too, and list what goes.")]


def remove(
    id_: EntryId,
    project: FolderOption = None,
    cascade: Cascade = False,
    dry_run: DryRun = False,
    form: EditForm = "text",
) -> None:
    """Remove an entry with its comments, unless something else refers to it.

    pathwayctl remove old-task
    pathwayctl remove old-task --cascade --dry-run
    """
    from pathwayctl.editing.removal import removal_edit, removal_of

    form, place = the_form(form), project or HERE
    there, entry = entry_named(place, id_)
    paths = {one.id: one.path for one in there.index.every_entry}
    removal = removal_of(entry.path, paths, there.references_to)
    goes = _goes_too(there, removal)
    if goes and not cascade:
        _refuse(entry, goes, place, form)
    _refuse_unsure(there, cascade=bool(goes))
    edit = removal_edit(removal, there.loaded.written)
    make_in(there, [edit], form, dry_run=dry_run, did=_said(there, entry, removal, goes, dry_run=dry_run))


def _goes_too(project: Project, removal: Removal) -> list[Mention]:
    """The places that refer to what goes."""
    from pathwayctl.reporters.mentions import mentions_of

    gone = [one for one in removal.entries.values() if one]
    inside = [one.id for one in project.index.every_entry if removal.holds(one.path)]
    found = {one.path: one for id_ in dict.fromkeys((*gone, *inside)) for one in project.references_to(id_)}
    first = next(iter(removal.entries))
    return mentions_of(project.loaded, [one for path, one in found.items() if path[: len(first)] != first])


def _refuse(entry: Entry, goes: list[Mention], place: Path, form: str) -> NoReturn:
    from pathwayctl.editing.edits import Refused
    from pathwayctl.reporters.mentions import mentions_in_lines
    from pathwayctl.reporters.screen import screen_width, show
    from pathwayctl.wording import count

    verb = "refers" if len(goes) == 1 else "refer"
    why = f"“{entry.id}” was not removed, because {count(len(goes), 'place')} {verb} to it"
    see = f"pathwayctl remove {entry.id}{as_option(place)} --cascade --dry-run"
    hint = f"Change these first. To see what would go with it: {see}"
    if form == "json":
        refuse(Refused(f"{why}.", hint), form, goes)
    tell(f"{why}:")
    show(mentions_in_lines(goes, screen_width(sys.stderr)), sys.stderr)
    stop(hint)


def _refuse_unsure(project: Project, *, cascade: bool) -> None:
    """Stop if something could not be read that may refer to the entry too."""
    if cascade and not project.loaded.sound:
        stop("The project has errors, so not every reference can be found. Run: pathwayctl validate --errors")


def _said(
    project: Project, entry: Entry, removal: Removal, goes: list[Mention], *, dry_run: bool
) -> list[str]:
    """What goes, in sentences."""
    verb = "Would remove" if dry_run else "Removed"
    gone = "Would no longer be in the plan" if dry_run else "No longer in the plan"
    others = [one for one in project.index.every_entry if one.path in removal.entries and one != entry]
    rows = [
        f"{verb} the {entry.kind} “{entry.id}”.",
        *(f"{verb} the {one.kind} “{one.id}”." for one in others),
    ]
    named = {path for path, id_ in removal.entries.items() if id_}
    for one in goes:
        path = tuple(int(part) if part.isdigit() else part for part in one.path.split("."))
        if not any(path[: len(entry_path)] == entry_path for entry_path in named):
            rows.append(f"{gone}: {one.sentence}.")
    return rows
