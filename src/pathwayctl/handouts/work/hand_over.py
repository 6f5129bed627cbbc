"""The hand-over list: for each lead what they take on, who takes their place, and what it costs (step 16).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. What is handed
over is the open work of steps 15 to 17, and the actions that serve a priority of the group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum
from typing import Final

from pathwayctl.evidence.tags import tag_values
from pathwayctl.evidence.work.open_items import actions_of
from pathwayctl.handouts.cells import stacked, when
from pathwayctl.handouts.context import Context, status_words
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, table, table_of
from pathwayctl.handouts.work.action_plan import takes_words
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Guide, Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import ScheduledTask
from pathwayctl.wording import listed

FIRST_STEP: Final = 15
"""From this step on, work belongs to those who go on with it."""
NO_LEAD: Final = marked("No lead yet")
ITEMS: Final[Columns[ScheduledTask]] = (
    Column("What they take on", lambda task, _: stacked(task.title, task.task.outcome or ""), "wide"),
    Column("Deputy", lambda task, context: context.name(task.task.deputy)),
    Column("It takes", lambda task, context: takes_words(task, context), spare=True),
    Column("By", lambda task, _: when(task.task.deadline or task.finish), "narrow"),
    Column("Status", lambda task, _: status_words(task), "narrow"),
)
FORM: Final = (
    Head(marked("What they take on"), width="wide"),
    marked("Lead"),
    marked("Deputy"),
    Head(marked("Budget"), width="narrow"),
)


@dataclass(frozen=True, slots=True)
class Lead:
    """What one lead takes over, and what it costs in all."""

    name: str
    items: HandoutTable
    budget: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """The page: the leads with their lists, or a ``form`` to fill in, and the home of the work."""

    home: str
    leads: tuple[Lead, ...]
    form: HandoutTable
    gaps: tuple[str, ...]


def view(context: Context) -> HandOver:
    """Return a list for each lead, in the order in which the plan first names them."""
    by_lead: dict[str, list[ScheduledTask]] = {}
    for task in _handed_over(context):
        by_lead.setdefault(task.owner or "", []).append(task)
    homes = dict.fromkeys(one.home for _, one in context.index.partnerships if one.home)
    return HandOver(
        home=listed(list(homes)),
        leads=tuple(_lead(owner, tasks, context) for owner, tasks in by_lead.items()),
        form=table(FORM, blank=0 if by_lead else 14),
        gaps=tuple(_gaps(by_lead)),
    )


def _handed_over(context: Context) -> Iterator[ScheduledTask]:
    """Yield the open work that goes over to the leads."""
    index = context.index
    steps = tag_values(index.breakdown.rows, "step")
    actions = {row.index for row in index.ask(actions_of)} if any(steps) else set()
    for row in index.still_open:
        if (steps[row.index] or 0) >= FIRST_STEP or row.index in actions:
            task = context.schedule.at(row.index)
            if task.status is not Status.DROPPED:
                yield task


def _lead(owner: str, tasks: Sequence[ScheduledTask], context: Context) -> Lead:
    costs = [task.cost for task in tasks if task.cost is not None]
    total = context.money(fsum(costs)) if costs else ""
    return Lead(context.name(owner) if owner else phrase(NO_LEAD), table_of(ITEMS, tasks, context), total)


def _gaps(by_lead: dict[str, list[ScheduledTask]]) -> Iterator[str]:
    tasks = [task for owned in by_lead.values() for task in owned]
    if tasks and not any(task.task.deputy for task in tasks):
        yield phrase("No deputy is named yet.")


HANDOUT: Final = one_page(
    "hand-over",
    "Hand-over list",
    COLORADO.format("step 16"),
    "For each lead: what they take on, who takes their place, and the budget.",
    view,
    guides=(Guide.SECTOR,),
)
