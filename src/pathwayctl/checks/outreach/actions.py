"""Action items of meetings: who owns each, and when it is due."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted, titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.outreach.meetings import open_actions, unowned_actions
from pathwayctl.wording import count

NO_OWNER: Final = Rule("PW525")
NO_DUE_DATE: Final = Rule("PW526")


@check(NO_OWNER, NO_DUE_DATE)
def actions(index: PlanIndex) -> Iterator[Problem]:
    """Open action items without an owner or a due date, in one finding of each for every meeting."""
    for place, meeting in enumerate(index.plan.meetings):
        undated = tuple(one for one in open_actions(meeting) if one[1].due is None)
        for rule, found, what in (
            (NO_OWNER, unowned_actions(meeting), "an owner"),
            (NO_DUE_DATE, undated, "a due date"),
        ):
            if found:
                number = count(len(found), f"action item without {what}", f"action items without {what}")
                names = titles((position, action.title) for position, action in found)
                message = f"{quoted(meeting.title)} has {number}: {names}."
                yield rule.at(("meetings", place, "actions", found[0][0]), message)
