"""What meetings have asked somebody to do: who does it, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted, titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count

NOBODY_DOES: Final = Rule("PW525")
NO_DUE_DAY: Final = Rule("PW526")


@check(NOBODY_DOES, NO_DUE_DAY)
def actions(index: PlanIndex) -> Iterator[Problem]:
    """Open action items without an owner or a day, in one finding of each for every meeting."""
    for place, meeting in enumerate(index.plan.meetings):
        left = [(number, action) for number, action in enumerate(meeting.actions) if not action.done]
        title, path = quoted(meeting.title), ("meetings", place, "actions")
        unowned = [(number, action.title) for number, action in left if action.owner is None]
        if unowned:
            message = f"{title} left {count(len(unowned), 'action')} without an owner: {titles(unowned)}."
            yield NOBODY_DOES.at((*path, unowned[0][0]), message)
        undated = [(number, action.title) for number, action in left if action.due is None]
        if undated:
            message = f"{title} left {count(len(undated), 'action')} without a day: {titles(undated)}."
            yield NO_DUE_DAY.at((*path, undated[0][0]), message)
