"""What was promised outside the schedule and is not done: action items, quick actions, and deliverables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pathwayctl.model.governance import Progress
from pathwayctl.model.pathways import WorkPlanRow
from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.diagnostics import Path
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.model.outreach import ActionItem, Meeting
    from pathwayctl.model.talent import ShortageAction


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One of them, with its path in the plan; ``meeting`` is the one that assigned an action item."""

    source: ActionItem | ShortageAction | WorkPlanRow
    path: Path
    meeting: Meeting | None = None

    @property
    def title(self) -> str:
        """What it is called; a deliverable by its id."""
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
        if row.state is not Progress.DONE:
            yield OpenItem(row, ("work_plan", place))
