"""``pathwayctl replace``: pass a person's open work, seats, and invitations on to another person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from pathwayctl.cli.completion import ids_of
from pathwayctl.cli.edited_project import DryRun, EditForm, make_in, the_form
from pathwayctl.cli.exits import stop
from pathwayctl.cli.named_entry import entry_in, entry_named
from pathwayctl.cli.options import FolderOption, option
from pathwayctl.cli.project_paths import HERE
from pathwayctl.cli.typed_values import the_day
from pathwayctl.wording import a, count, long_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from pathwayctl.app import Project
    from pathwayctl.editing.edits import SetField
    from pathwayctl.editing.replacement import Past
    from pathwayctl.evidence.entries import Entry
    from pathwayctl.model.references import Reference

Leaving = Annotated[
    str,
    typer.Argument(
        metavar="PERSON", help="The id of the person who leaves.", autocompletion=ids_of("people")
    ),
]
Coming = Annotated[
    str,
    typer.Argument(
        metavar="NEW-PERSON", help="The id of the person who takes over.", autocompletion=ids_of("people")
    ),
]
From = Annotated[
    str | None,
    option("--from", "DATE", "The day of the change. Default: the project’s status date, if it has one."),
]


def replace(
    person: Leaving,
    successor: Coming,
    project: FolderOption = None,
    since: From = None,
    dry_run: DryRun = False,
    form: EditForm = "text",
) -> None:
    """Replace a person who leaves: open work, seats, and invitations pass on, and the past stays.

    pathwayctl replace dana-ruiz lee-wong --from 2027-05-01
    pathwayctl replace dana-ruiz lee-wong --dry-run
    """
    from pathwayctl.editing.replacement import leaving_edits, replacement_edits

    form = the_form(form)
    there, leaving = entry_named(project or HERE, person)
    coming = _successor(there, leaving, successor)
    mentions, past = there.references_to(person), _past(there, since)
    passed = [one for one in mentions if not past.holds(one)]
    leave = leaving_edits(there.index.people[person], successor, past.since)
    edits = [*replacement_edits(passed, person, successor, there.loaded.written), *leave]
    did = _said(there, passed, len(mentions) - len(passed), leaving, coming)
    make_in(there, edits, form, dry_run=dry_run, did=[*did, *_said_of(leave, leaving, coming)])


def _successor(project: Project, leaving: Entry, successor: str) -> Entry:
    """The person who takes over; stops if one of the two is not a person, or if they are the same."""
    if project.index.find(successor) is None:
        stop(
            f"There is no person “{successor}” yet. To add them first: "
            f'pathwayctl add person --id {successor} --name "..."'
        )
    coming = entry_in(project, successor)
    for one in (leaving, coming):
        if one.kind != "person":
            stop(f"“{one.id}” is {a(one.kind)}, not a person.")
    if leaving.id == coming.id:
        stop("A person cannot be replaced by themselves. Name another person.")
    if not project.loaded.sound:
        stop("The project has errors, so not every reference can be found. Run: pathwayctl validate --errors")
    return coming


def _past(project: Project, since: str | None) -> Past:
    from pathwayctl.editing.replacement import Past

    index = project.index
    day = the_day(since, "--from") if since is not None else project.plan.project.status_date

    def finish_of(task: str) -> date | None:
        row = index.row_of(task)
        placed = index.scheduled(row) if row else None
        return placed.finish if placed else None

    return Past(project.plan, day, index.day_of, finish_of)


def _said(
    project: Project, passed: Sequence[Reference], stays: int, leaving: Entry, coming: Entry
) -> list[str]:
    """What passes on, in sentences, and how much stays."""
    from pathwayctl.reporters.mentions import mentions_of

    said = []
    for one in mentions_of(project.loaded, passed):
        subject = f"{one.kind[:1].upper()}{one.kind[1:]}" + (f" “{one.name}”" if one.name else "")
        said.append(f"{subject} {one.says} {coming.name}.")
    if stays:
        verb = "stays" if stays == 1 else "stay"
        said.append(f"{count(stays, 'place')} {verb} with {leaving.name}, as part of the past.")
    return said


def _said_of(edits: Iterable[SetField], leaving: Entry, coming: Entry) -> list[str]:
    """What is recorded of the person who leaves."""
    days = [one.value for one in edits if one.field == "until"]
    last = [f"The last day of {leaving.name} is {long_day(day)}." for day in days if isinstance(day, date)]
    return [*last, *(f"{coming.name} follows {leaving.name}." for one in edits if one.field == "successor")]
