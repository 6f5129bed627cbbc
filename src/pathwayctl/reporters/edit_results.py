"""What an edit has changed, in words or as JSON, or as the difference that it would make."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pathwayctl.reporters.lines import Line, line

if TYPE_CHECKING:
    from pathwayctl.editing.transaction import FileChange, Transaction

FORMATS: Final = ("text", "json")
Writer = Callable[["Transaction", bool], list[Line]]
_STYLES: Final = {"+": "green", "-": "red", "@": "cyan"}


def writer(form: str) -> Writer:
    """The function that writes a format."""
    return _json if form == "json" else _text


def _text(transaction: Transaction, dry_run: bool) -> list[Line]:
    if not transaction.changes:
        return [line("Nothing to change.")]
    if not dry_run:
        return [line(_sentence(change)) for change in transaction.changes]
    rows = transaction.diff().splitlines()
    return [*(line((row, _STYLES.get(row[:1], ""))) for row in rows), line("Dry run: nothing was written.")]


def _sentence(change: FileChange) -> str:
    if change.before is None:
        return f"Created {change.name}."
    return f"Changed {change.name}."


def _json(transaction: Transaction, dry_run: bool) -> list[Line]:
    files = [{"file": change.name, "diff": change.diff()} for change in transaction.changes]
    written = bool(files) and not dry_run
    return [
        line(json.dumps({"version": 1, "written": written, "files": files}, ensure_ascii=False, indent=2))
    ]
