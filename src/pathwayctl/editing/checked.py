"""The front door of the edit engine: plan edits, check the project as it would be, and refuse new errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from pathwayctl.diagnostics import Finding, Severity, Surplus
from pathwayctl.editing.edits import Edit, Refused
from pathwayctl.editing.new_errors import more_uncounted, new_errors, refusal
from pathwayctl.editing.planning import plan_edits
from pathwayctl.editing.transaction import Transaction
from pathwayctl.loading.opening import Opened
from pathwayctl.quick_dataclass import dataclass


class Examined(Protocol):
    """A project that was checked."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Its findings."""

    @property
    def surplus(self) -> tuple[Surplus, ...]:
        """How many there are beyond them."""


P = TypeVar("P", bound=Examined)


@dataclass(frozen=True)
class Edited(Generic[P]):
    """Edits that can be made: what to write, and the checked project after that. Nothing is written yet."""

    transaction: Transaction
    project: P


def edit_checked(
    opened: Opened, edits: Iterable[Edit], examine: Callable[[Opened], P]
) -> Edited[P] | Refused:
    """Plan edits of a project's files, and check the project as it would be after them.

    ``examine`` checks a project. It is asked about the project after the edits, and about the project
    as it is only if there are errors after them: an error that was there before is no reason to refuse.
    """
    asked = tuple(edits)
    readings = opened.readings()
    planned = plan_edits(opened.root, opened.files, readings, asked)
    if isinstance(planned, Refused):
        return planned
    now = replace(opened, known=readings, pid=0)
    after = examine(replace(now, files=planned.files, known=planned.readings))
    if planned.transaction.changes and _has_errors(after):
        before = examine(now)
        new = new_errors(before.findings, after.findings, asked)
        if new:
            return refusal(new)
        if more_uncounted(before.surplus, after.surplus):
            return Refused("The project would have more errors after this change.", "Fix its errors first.")
    return Edited(planned.transaction, after)


def _has_errors(project: Examined) -> bool:
    severities = (*(one.severity for one in project.findings), *(one.severity for one in project.surplus))
    return Severity.ERROR in severities
