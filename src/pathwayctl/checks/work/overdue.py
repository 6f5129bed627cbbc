"""Action items, quick actions, and deliverables that are past due; each is reported until it is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.work.open_items import OpenItem, open_items
from pathwayctl.model.outreach import ActionItem
from pathwayctl.model.pathways import WorkPlanRow
from pathwayctl.wording import long_day

OVERDUE: Final = Rule("PW601")


@check(OVERDUE)
def overdue(index: PlanIndex) -> Iterator[Problem]:
    """Report everything with a due date of its own, except tasks, that is late as of the status date."""
    if index.today is None:
        return
    for item in index.ask(open_items):
        if item.due is not None and item.due < index.today:
            name, done = _name_and_cure(item)
            message = f"{name} was due on {long_day(item.due)} and is not done."
            yield OVERDUE.at(
                (*item.path, "due"), message, f"Write {done} if it is, or set due: to a later date."
            )


def _name_and_cure(item: OpenItem) -> tuple[str, str]:
    """What an item is called, and what to type once it is done."""
    match item.source:
        case ActionItem():
            return f"The action item {quoted(item.title)}", "done: true"
        case WorkPlanRow():
            return f"The deliverable {quoted(item.title)}", "state: done"
        case _:
            return f"The quick action {quoted(item.title)}", "status: done"
