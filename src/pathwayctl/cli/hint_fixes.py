"""Apply the corrections that hints give: show the diff, ask, write, and report what was fixed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from pathwayctl.cli.exits import stop, tell
from pathwayctl.cli.options import option
from pathwayctl.diagnostics import Finding
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.app import Project

_FIXING: Final = "Fixing"
Fix = Annotated[
    bool,
    option(
        "--fix",
        None,
        "Make every change that a hint gives and that can mean only one thing; show it first, and ask.",
        _FIXING,
    ),
]
Yes = Annotated[bool, option("--yes -y", None, "With --fix: make the changes without asking.", _FIXING)]
DryRun = Annotated[
    bool, option("--dry-run", None, "With --fix: show what would change, and write nothing.", _FIXING)
]


@dataclass(frozen=True, slots=True)
class FixOptions:
    """Whether to correct what hints say, and how: without asking, or without writing."""

    asked: bool
    yes: bool
    dry_run: bool
    form: str

    def refuse_unclear(self) -> None:
        """Stop where options do not go together."""
        if not self.asked:
            if self.yes or self.dry_run:
                lone = "--yes" if self.yes else "--dry-run"
                stop(f"{lone} goes with --fix: pathwayctl validate --fix {lone}")
            return
        from pathwayctl.reporters.edit_results import FORMATS

        if self.form not in FORMATS:
            stop("With --fix, the format is text or json.")

    @property
    def reports_itself(self) -> bool:
        """Whether the report of the corrections is all that is shown."""
        return self.asked and (self.dry_run or self.form == "json")

    def correct(
        self, root: Path, wanted: Callable[[Finding], bool], today: date | None, *, whole: bool
    ) -> Project:
        """Correct a project as far as hints are clear, and tell what was done; the project as it is then."""
        from pathwayctl.app import examine
        from pathwayctl.cli.edited_project import finish
        from pathwayctl.cli.output import show_report
        from pathwayctl.cli.prefetch import opened
        from pathwayctl.cli.questions import on_terminal
        from pathwayctl.editing.fixing import fix_project
        from pathwayctl.reporters.edit_results import difference
        from pathwayctl.reporters.findings.fixed import facts_of_fixes, fixed_in_words

        found = fix_project(opened(root), partial(examine, today=today, whole=whole), wanted)
        is_text, changes = self.form == "text", found.transaction.changes
        can_write = self.yes or (is_text and on_terminal())
        if is_text and changes and can_write and not self.dry_run:
            show_report(lambda _: difference(found.transaction))
        write = bool(changes) and can_write and not self.dry_run and (self.yes or _agreed(len(changes)))
        # If nothing is changed, the report that follows shows all that is left.
        left = [one for one in found.after.findings if (write or self.dry_run) and wanted(one)]
        did = fixed_in_words(found.findings, left, written=write) if is_text else ()
        facts = facts_of_fixes(found.findings, found.after.findings)
        finish(found.transaction, self.form, dry_run=not write, did=did, facts=facts)
        if changes and not can_write and not self.dry_run:
            tell("To make these changes, run the command again with --yes.")
        return found.after if write else found.before


def _agreed(files: int) -> bool:
    """Whether the person at the keyboard wants the changes."""
    from pathwayctl.cli.questions import ask, yes_or_no

    what = "this file" if files == 1 else f"these {files} files"
    return ask(f"Change {what}? (yes or no)", "no", yes_or_no)
