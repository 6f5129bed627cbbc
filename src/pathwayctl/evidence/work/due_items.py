"""Everything with a due date that is not done: tasks, action items, deliverables, and the like."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.evidence.funding import budget
from pathwayctl.evidence.work.open_items import open_items
from pathwayctl.model.governance import DutyState
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.outreach import ActionItem
from pathwayctl.model.pathways import WorkPlanRow
from pathwayctl.model.talent import ShortageAction
from pathwayctl.model.vocabulary import Status, Word
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import Schedule, make_schedule

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.evidence.index import PlanIndex


class DueKind(Word):
    """What is due."""

    TASK = "task", "Task"
    MILESTONE = "milestone", "Milestone"
    ACTION = "action", "Action item"
    QUICK_ACTION = "quick-action", "Quick action"
    DELIVERABLE = "deliverable", "Deliverable"
    GRANT = "grant", "Grant"
    RESPONSIBILITY = "responsibility", "Responsibility"
    MARKETING = "marketing", "Marketing"


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something with a due date that is not done; ``path`` is its place in the plan.

    A task is due by its ``deadline``, else on the day on which it finishes in the plan without progress.
    ``expected`` is the day on which the schedule finishes it; ``None`` of other kinds. ``owners`` are ids,
    the accountable one first, and ``assigned`` the ids of those who do a task.
    """

    kind: DueKind
    title: str
    due: date
    path: Path
    owners: tuple[str, ...] = ()
    assigned: tuple[str, ...] = ()
    id: str | None = None
    expected: date | None = None

    @property
    def day(self) -> date:
        """The day to look for it: the one on which the schedule finishes a task, else its due date."""
        return self.expected or self.due


def due_items(index: PlanIndex) -> tuple[DueItem, ...]:
    """Everything with a due date that is not done, by that date."""
    found = (*_tasks(index), *_promised(index), *_of_partners(index))
    return tuple(sorted(found, key=lambda one: one.due))


def overdue_items(index: PlanIndex) -> tuple[DueItem, ...]:
    """Everything that was due before the status date, by its due date."""
    today = index.today
    return tuple(one for one in index.ask(due_items) if today is not None and one.due < today)


def items_due_by(index: PlanIndex, first: date, last: date) -> tuple[DueItem, ...]:
    """What is due or expected in a span of days, by its day; what is overdue is left out."""
    begin = index.today or date.min
    found = [one for one in index.ask(due_items) if first <= one.day <= last and one.due >= begin]
    return tuple(sorted(found, key=lambda one: one.day))


def _tasks(index: PlanIndex) -> Iterator[DueItem]:
    """The open tasks; nothing without a schedule. What is promised does not move when the work is late."""
    project, schedule = index.plan.project, index.schedule
    if not isinstance(schedule, Schedule):
        return
    promised: object = schedule
    if project.status_date is not None:
        bare = index.plan.model_copy(update={"project": project.model_copy(update={"status_date": None})})
        promised = make_schedule(bare, index.breakdown)
    for row in index.still_open:
        task, expected = row.task, schedule.days(row.index)[1]
        planned = promised.days(row.index)[1] if isinstance(promised, Schedule) else expected
        kind = DueKind.MILESTONE if row in index.milestones else DueKind.TASK
        doers = tuple(one.resource for one in task.assigned)
        due = task.deadline or planned
        yield DueItem(kind, task.title, due, row.path, ids_of(task.owner), doers, task.id, expected)


def _promised(index: PlanIndex) -> Iterator[DueItem]:
    """Action items, quick actions, and deliverables."""
    for one in index.ask(open_items):
        title = one.title
        match one.source:
            case ActionItem():
                kind = DueKind.ACTION
            case ShortageAction():
                kind = DueKind.QUICK_ACTION
            case WorkPlanRow() as row:
                kind, title = DueKind.DELIVERABLE, row.title or title.replace("-", " ").capitalize()
        if one.due:
            yield DueItem(kind, title, one.due, one.path, ids_of(one.owner))


def _of_partners(index: PlanIndex) -> Iterator[DueItem]:
    """What grants ask for, responsibilities with a due date, and marketing that has not gone out."""
    for one in index.ask(budget).due:
        row = index.row_of(one.task)
        is_shown = row is not None and row.task.deadline == one.due and row.task.status is not Status.DONE
        if one.due and one.done is None and not is_shown:  # else it is the deadline of its task
            title = f"{one.title} ({one.grant})"
            yield DueItem(DueKind.GRANT, title, one.due, one.path, ids_of(one.owner))
    for place, duty in enumerate(index.plan.duties):
        if duty.due and duty.state not in (DutyState.DONE, DutyState.NOT_APPLICABLE):
            title, path = duty.text or _text_of(duty.responsibility), ("duties", place)
            yield DueItem(DueKind.RESPONSIBILITY, title, duty.due, path, duty.holders)
    for place, audience in enumerate(index.plan.marketing):
        if audience.due and audience.sent is None:
            title, path = f"Marketing for {audience.audience}", ("marketing", place)
            owners = ids_of(audience.owner)
            yield DueItem(DueKind.MARKETING, title, audience.due, path, owners, id=audience.id)


def _text_of(responsibility: str) -> str:
    from pathwayctl.catalog.reading import components

    texts = {one.id: one.text for one in components().responsibilities}
    return texts.get(responsibility, responsibility)
