"""A state of a project from its files: the plan and its dates, without the checks of a plan at work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pathwayctl.analysis.plan_changes.plan_state import PlanState
from pathwayctl.catalog.terms import fill_plan
from pathwayctl.diagnostics import RevisionError, Severity
from pathwayctl.loading.project import put_together
from pathwayctl.scheduling.arranging import arranged
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import Schedule, make_schedule

if TYPE_CHECKING:
    from pathlib import Path

    from pathwayctl.loading.opening import Opened
    from pathwayctl.revisions.history import History, Revision


def state_in_files(opened: Opened, name: str, revision: Revision | None = None) -> PlanState:
    """The state that files hold. Raises ``RevisionError`` if something in them cannot be read."""
    loaded = put_together(opened)
    if not loaded.sound:
        first = next(one for one in loaded.findings if one.severity is Severity.ERROR)
        raise RevisionError(
            f"{name[:1].upper()}{name[1:]} cannot be read: {first.file}, line {first.position.line}: "
            f"{first.message} Compare with another day, revision, or baseline: pathwayctl diff 2027-05-12"
        )
    written = fill_plan(loaded.plan)
    plan, breakdown = arranged(written, break_down(written.tasks))
    made = make_schedule(plan, breakdown)
    found = PlanState(name, written, made if isinstance(made, Schedule) else None)
    return replace(found, day=revision.day, revision=revision.id) if revision else found


def state_at(
    history: History, revision: Revision, root: Path, project: str, name: str, folder: str = ""
) -> PlanState:
    """The state of a project in a revision of git; ``project`` is its name, to find it if it was moved."""
    from pathwayctl.revisions.revision_files import opened_at

    return state_in_files(opened_at(history, revision, root, project, folder), name, revision)
