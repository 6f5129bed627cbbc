"""Edits of a project from the command line: planned, checked, shown or written, and kept for ``undo``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from pathwayctl.cli.exits import CANNOT_READ, stop, tell
from pathwayctl.cli.options import offering, option
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import root_of
from pathwayctl.cli.typed_values import the_one

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.editing.edits import Edit, Refused
    from pathwayctl.editing.transaction import Transaction
    from pathwayctl.reporters.mentions import Mention

DryRun = Annotated[bool, option("--dry-run", None, "Show what would change, and write nothing.")]
EditForm = Annotated[
    str,
    option(
        "--format",
        "NAME",
        "text to read (default), or json for programs.",
        autocompletion=offering(("text", "json")),
    ),
]


def the_form(form: str) -> str:
    """The format that was typed; stops if it is unknown."""
    from pathwayctl.reporters.edit_results import FORMATS

    return the_one(form, FORMATS, "format")


def make(place: Path, edits: Iterable[Edit], form: str, *, dry_run: bool) -> None:
    """Make edits in the files of a project, or only show them; stops with the reason if they are refused."""
    from pathwayctl.app import edit
    from pathwayctl.cli.prefetch import opened
    from pathwayctl.editing.edits import Refused

    edited = edit(opened(root_of(place)), edits)
    if isinstance(edited, Refused):
        refuse(edited, form)
    finish(edited.transaction, form, dry_run=dry_run)


def make_in(
    project: Project,
    edits: Iterable[Edit],
    form: str,
    *,
    dry_run: bool,
    did: Sequence[str] = (),
    warnings: Sequence[str] = (),
) -> None:
    """The same in a project that was checked before; ``did`` and ``warnings`` are shown too."""
    from pathwayctl.editing.edits import Refused

    edited = project.edit(*edits)
    if isinstance(edited, Refused):
        refuse(edited, form)
    finish(edited.transaction, form, dry_run=dry_run, did=did, warnings=warnings)


def finish(
    transaction: Transaction,
    form: str,
    *,
    dry_run: bool,
    did: Sequence[str] = (),
    warnings: Sequence[str] = (),
    facts: Mapping[str, Any] | None = None,
    with_diff: bool = True,
) -> None:
    """Write a transaction and record it for ``undo``, unless it is only shown; then report it."""
    from pathwayctl.reporters.shell import typed

    if not dry_run and transaction.changes:
        refused = write_and_record(transaction, " ".join(map(typed, sys.argv[1:])))
        if refused is not None:
            refuse(refused, form)
    for warning in warnings:
        tell(f"Warning: {warning}")
    from pathwayctl.reporters.edit_results import EditReport, writer

    report = EditReport(transaction, dry_run, tuple(did), tuple(warnings), facts or {}, with_diff)
    show_report(lambda width: writer(form)(report, width))


def write_and_record(transaction: Transaction, command: str) -> Refused | None:
    """Write a transaction, and record it for ``undo`` with the command that makes it; else say why not."""
    from pathwayctl.editing.journal import record

    refused = transaction.write()
    failure = record(transaction, command) if refused is None else None
    if failure is not None:
        tell(f"This change cannot be undone by command: {failure.message}")
    return refused


def refuse(refused: Refused, form: str = "text", places: Sequence[Mention] = ()) -> NoReturn:
    """Stop with the reason for which an edit is refused; in JSON, with the places that are in its way."""
    if form == "json":
        from pathwayctl.reporters.edit_results import refusal_in_json

        show_report(lambda _: refusal_in_json(refused, places))
        raise typer.Exit(CANNOT_READ)
    stop("\n".join(filter(None, (refused.message, refused.hint))))
