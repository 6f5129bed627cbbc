"""What was promised for a day that has passed, wherever it stands: it comes back until it is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance_words import Progress
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path

OVERDUE: Final = Rule("PW601")

_OVER: Final = (Status.DONE, Status.DROPPED)


class _Promise(NamedTuple):
    """Something still to be done: what it is called, by when, where it stands, how to say it is done."""

    name: str
    due: date | None
    path: Path
    when_done: str


@check(OVERDUE)
def overdue(index: PlanIndex) -> Iterator[Problem]:
    """Everything with a day of its own, except tasks, that is late as of the status date."""
    if index.today is None:
        return
    for promise in _promises(index):
        if promise.due is not None and promise.due < index.today:
            message = f"{promise.name} was due on {long_day(promise.due)} and is not done."
            hint = f"If it is, write {promise.when_done}. If not, set due: to a later day."
            yield OVERDUE.at((*promise.path, "due"), message, hint)


def _promises(index: PlanIndex) -> Iterator[_Promise]:
    for place, meeting in enumerate(index.plan.meetings):
        for number, action in enumerate(meeting.actions):
            if not action.done:
                path = ("meetings", place, "actions", number)
                yield _Promise(quoted(action.title), action.due, path, "done: true")
    for place, quick in enumerate(index.plan.shortage_actions):
        if quick.status not in _OVER:
            yield _Promise(quoted(quick.title), quick.due, ("shortage_actions", place), "status: done")
    for place, row in enumerate(index.plan.work_plan):
        if row.state is not Progress.DONE:
            name = f"The deliverable {quoted(row.deliverable)}"
            yield _Promise(name, row.due, ("work_plan", place), "state: done")
