"""``pathwayctl add``: add an entry to a section or to a list in an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pathwayctl.cli.completion import ids_of, kind_or_list
from pathwayctl.cli.edited_project import DryRun, EditForm, make_in, refuse, the_form
from pathwayctl.cli.exits import stop
from pathwayctl.cli.named_entry import entry_in
from pathwayctl.cli.options import FolderOption, option
from pathwayctl.cli.project_paths import HERE, root_of
from pathwayctl.cli.questions import on_terminal

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.editing.new_entry import EntryTarget

Kind = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help="The kind of entry: risk, person, task, and so on; or a list in an entry, as ID.FIELD.",
        autocompletion=kind_or_list,
    ),
]
Fields = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="--FIELD VALUE",
        help="The fields of the entry and their values. What it needs is asked for on a terminal.",
    ),
]
File = Annotated[
    str | None, option("--file", "FILE", "The file to add it to. Default: where its kind already is.")
]
Under = Annotated[
    str | None,
    option(
        "--under", "TASK", "For a task: the id of the task it is part of.", autocompletion=ids_of("tasks")
    ),
]


def add(
    kind: Kind,
    fields: Fields = None,
    project: FolderOption = None,
    file: File = None,
    under: Under = None,
    dry_run: DryRun = False,
    form: EditForm = "text",
) -> None:
    """Add an entry to the project; its id is made from its name or title unless you give one.

    pathwayctl add risk
    pathwayctl add person --name "Dana Ruiz" --category k-12 --organization poudre-schools
    pathwayctl add task --title "Sign the agreement" --duration 5d --owner dana-ruiz --under launch
    pathwayctl add may-meeting.actions --title "Call the college" --owner dana-ruiz --due 2027-05-14
    """
    from pathwayctl.cli.checked_project import opened
    from pathwayctl.editing.edits import AddEntry

    form = the_form(form)
    there = opened(root_of(project or HERE))
    target = _target(there, kind, under, file, form)
    entry = _entry(there, target, _pairs(fields or []), form)
    name = f" “{entry['id']}”" if "id" in entry else ""
    edit = AddEntry(target.into, entry, file)
    make_in(there, [edit], form, dry_run=dry_run, did=[f"New {target.noun}{name}."])


def _target(project: Project, kind: str, under: str | None, file: str | None, form: str) -> EntryTarget:
    """The list that the entry is added to; stops if there is none."""
    from pathwayctl.editing.edits import Refused
    from pathwayctl.editing.new_entry import kinds, target_inside, target_of
    from pathwayctl.wording import offer

    id_, _, field = kind.partition(".")
    target = target_of(kind)
    if under is not None and target is not None and target.into == "tasks":
        id_, field = under, "tasks"
    if field and file:
        stop("Only an entry of a section can go to another file. Leave out --file.")
    if field:
        inside = target_inside(id_, entry_in(project, id_).path, field)
        if isinstance(inside, Refused):
            refuse(inside, form)
        return inside
    if under is not None:
        stop("Only a task can be added under a task. Leave out --under.")
    if target is None:
        stop(f"There is no kind of entry “{kind}”. {offer(kind.lower(), kinds(), 'kinds of entries')}")
    return target


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    """Each field and its value from ``--field value`` or ``--field=value``; stops at anything else."""
    pairs, waiting = [], list(words)
    while waiting:
        word = waiting.pop(0)
        name, sign, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            stop(f'“{word}” is not a field. Write --title "Sign the agreement", with quotes around spaces.')
        if not sign and not waiting:
            stop(f"“{word}” needs a value after it.")
        pairs.append((name, value if sign else waiting.pop(0)))
    return pairs


def _entry(project: Project, target: EntryTarget, pairs: list[tuple[str, str]], form: str) -> dict[str, Any]:
    """The entry that is asked for; what it lacks is asked on a terminal, and elsewhere named in a message."""
    from pathwayctl.editing.edits import Refused
    from pathwayctl.editing.new_entry import entry_from, has_id, proposed_id
    from pathwayctl.wording import listed

    entry = entry_from(target, pairs)
    if isinstance(entry, Refused):
        refuse(entry, form)
    missing = [name for name in target.required if name not in entry]
    if missing and on_terminal():
        from pathwayctl.cli.add_questions import fill_in

        fill_in(project, target, entry)
    elif missing:
        named = listed([f"--{name.replace('_', '-')}" for name in missing])
        each = "each with a value" if len(missing) > 1 else "with a value"
        stop(f"The new {target.noun} needs {named}, {each}.")
    if has_id(target) and "id" not in entry:
        entry = {"id": proposed_id(target, entry, project.loaded.ids), **entry}
    return entry
