"""Edits of a project from the command line: planned, checked, shown or written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from pathwayctl.cli.exits import stop
from pathwayctl.cli.output import show_report
from pathwayctl.cli.project_paths import root_of

if TYPE_CHECKING:
    from pathwayctl.editing.edits import Edit, Refused


def make(place: Path, edits: Iterable[Edit], form: str, *, dry_run: bool) -> None:
    """Make edits in the files of a project, or only show them; stops with the reason if they are refused."""
    from pathwayctl.app import edit
    from pathwayctl.cli.prefetch import opened
    from pathwayctl.editing.edits import Refused
    from pathwayctl.reporters.edit_results import writer

    edited = edit(opened(root_of(place)), edits)
    if isinstance(edited, Refused):
        _stop(edited)
    refused = None if dry_run else edited.transaction.write()
    if refused is not None:
        _stop(refused)
    show_report(lambda _: writer(form)(edited.transaction, dry_run))


def _stop(refused: Refused) -> NoReturn:
    stop("\n".join(filter(None, (refused.message, refused.hint))))
