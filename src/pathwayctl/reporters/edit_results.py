"""What an edit has changed, in words or as JSON, or as the difference that it would make."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, field
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.lines import Line, folded, line

if TYPE_CHECKING:
    from pathwayctl.editing.edits import Refused
    from pathwayctl.editing.transaction import FileChange, Transaction
    from pathwayctl.reporters.mentions import Mention

FORMATS: Final = ("text", "json")
_STYLES: Final = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class EditReport:
    """An edit that was made, or with ``dry_run`` would be.

    ``did`` says in sentences what was done beyond the files, and ``warnings`` what to look at. ``facts``
    are for programs only. Without ``with_diff``, a dry run shows ``did`` alone.
    """

    transaction: Transaction
    dry_run: bool
    did: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    with_diff: bool = True


def writer(form: str) -> Callable[[EditReport, int], list[Line]]:
    """The function that writes a format, for a number of columns."""
    return _json if form == "json" else _text


def _text(report: EditReport, width: int) -> list[Line]:
    changes = report.transaction.changes
    said = [line(row) for one in report.did for row in folded(one, width)]
    if not changes:
        return [*said, line("Nothing to change.")]
    if not report.dry_run:
        return [*said, *(line(_sentence(change)) for change in changes)]
    diff = difference(report.transaction) if report.with_diff else []
    return [*said, *diff, line("Dry run: nothing was written.")]


def difference(transaction: Transaction) -> list[Line]:
    """The unified diff of all files."""
    return [line((row, _STYLES.get(row[:1], ""))) for row in transaction.diff().splitlines()]


def _sentence(change: FileChange) -> str:
    if change.before is None:
        return f"Created {change.name}."
    if change.after is None:
        return f"Removed {change.name}."
    return f"Changed {change.name}."


def _json(report: EditReport, _: int) -> list[Line]:
    files = [{"file": change.name, "diff": change.diff()} for change in report.transaction.changes]
    said: dict[str, Any] = {"version": 1, "written": bool(files) and not report.dry_run}
    said |= {"did": list(report.did)} if report.did else {}
    said |= {"warnings": list(report.warnings)} if report.warnings else {}
    said |= {**report.facts, "files": files}
    return [line(json.dumps(said, ensure_ascii=False, indent=2))]


def refusal_in_json(refused: Refused, places: Iterable[Mention]) -> list[Line]:
    """Why nothing was written, what to do, and the places in the project that are in the way."""
    said: dict[str, Any] = {"version": 1, "written": False, "refused": refused.message}
    said |= {"hint": refused.hint} if refused.hint else {}
    said |= {"places": rows} if (rows := [asdict(one) for one in places]) else {}
    return [line(json.dumps({**said, "files": []}, ensure_ascii=False, indent=2))]
