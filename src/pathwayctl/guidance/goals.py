"""Words for gaps in priorities, goals, and the definition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.lists import plain
from pathwayctl.guidance.phrases import named

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Wordings, Words


def _no_goal(gap: Gap, index: PlanIndex) -> Words:
    return "There is no goal yet for the priorities to lead to.", samples.first_entry(index, "goals", "owner")


def _unowned_priority(gap: Gap, index: PlanIndex) -> Words:
    text = f"The priority {named(gap.entry)} has no owner: none of its goals has one."
    return text, {"goals": [*gap.entry.goals, *gap.items]}


WORDINGS: Final[Wordings] = {
    "no-goal": _no_goal,
    "no-goal-owner": plain("No goal has an owner yet.", {"owner": samples.someone}),
    "unowned-priority": _unowned_priority,
    "no-votes": plain(
        "No small group has voted on the elements yet.",
        {"votes": [{"group": "Table 1", "rationale": "Why it matters to them"}]},
    ),
    "definition-draft": plain("The group has not adopted the definition yet.", {"adopted": samples.day}),
    "no-definition": plain(
        "There is no definition of a career pathway yet.",
        {"text": "A career pathway is what your group says it is", "adopted": samples.day},
    ),
}
"""The words for each kind of gap."""
