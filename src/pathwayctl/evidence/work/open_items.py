"""What was promised outside the schedule and is not done, and the actions of the action plan (step 15).

An action is a task of step 15 or of step 8 (quick action on shortages), or one that serves a priority of the
group; tasks of the core team that prepare the action plan are not. If tasks have neither steps nor
priorities, nothing tells them apart, and all of them are actions.

Source: Creating Career Pathways in Colorado (2014), steps 8 and 15, by its published summary (see
``catalog/sector.yaml``); that tasks which serve a priority are actions too is our own reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.diagnostics import Path
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.tags import tag_values
from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Row

if TYPE_CHECKING:
    from pathwayctl.model.outreach import ActionItem, Meeting
    from pathwayctl.model.pathways import WorkPlanRow
    from pathwayctl.model.talent import ShortageAction

ACTION_STEPS: Final = frozenset({8, 15})


def actions_of(index: PlanIndex) -> tuple[Row, ...]:
    """The smallest tasks that count and are actions, in the order of the work breakdown."""
    rows = index.breakdown.rows
    steps = tag_values(rows, "step")
    if not any(steps) and not any(row.task.priority_served for row in rows):
        return index.leaves
    priorities = priorities_served(index)
    return tuple(
        row for row in index.leaves if steps[row.index] in ACTION_STEPS or priorities[row.index] is not None
    )


def priorities_served(index: PlanIndex) -> list[str | None]:
    """For every row the priority that it serves: its own, else that of the nearest summary."""
    found: list[str | None] = []
    for row in index.breakdown.rows:
        above = found[row.parent] if row.parent >= 0 else None
        found.append(row.task.priority_served or above)
    return found


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One of them, with its path in the plan; ``meeting`` is the one that assigned an action item."""

    source: ActionItem | ShortageAction | WorkPlanRow
    path: Path
    meeting: Meeting | None = None

    @property
    def title(self) -> str:
        """What it is called; a deliverable by its id."""
        from pathwayctl.model.pathways import WorkPlanRow  # few projects have any

        return self.source.deliverable if isinstance(self.source, WorkPlanRow) else self.source.title

    @property
    def owner(self) -> str | None:
        """The id of the person or organization that has it."""
        return self.source.owner

    @property
    def due(self) -> date | None:
        """Its due date."""
        return self.source.due


def open_items(index: PlanIndex) -> tuple[OpenItem, ...]:
    """Everything that is still open: action items of meetings, quick actions on shortages, deliverables."""
    return tuple(_open_items(index))


def _open_items(index: PlanIndex) -> Iterator[OpenItem]:
    for place, meeting in enumerate(index.plan.meetings):
        for number, action in enumerate(meeting.actions):
            if not action.done:
                yield OpenItem(action, ("meetings", place, "actions", number), meeting)
    for place, quick in enumerate(index.plan.shortage_actions):
        if quick.status not in (Status.DONE, Status.DROPPED):
            yield OpenItem(quick, ("shortage_actions", place))
    for place, row in enumerate(index.plan.work_plan):
        if not row.is_done:
            yield OpenItem(row, ("work_plan", place))
