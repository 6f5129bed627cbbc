"""Words for gaps in priorities, goals, and the definition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.phrases import named

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Wordings, Words


def _no_goal(gap: Gap, index: PlanIndex) -> Words:
    return "There is no goal yet for the priorities to lead to.", samples.first_entry(index, "goals", "owner")


def _no_goal_owner(gap: Gap, index: PlanIndex) -> Words:
    return "No goal has an owner yet.", {"owner": samples.someone(index)}


def _unowned_priority(gap: Gap, index: PlanIndex) -> Words:
    text = f"The priority {named(gap.entry)} has no owner: none of its goals has one."
    return text, {"goals": [*gap.entry.goals, *gap.items]}


def _no_votes(gap: Gap, index: PlanIndex) -> Words:
    votes = [{"group": "Table 1", "rationale": "Why it matters to them"}]
    return "No small group has voted on the elements yet.", {"votes": votes}


def _definition_draft(gap: Gap, index: PlanIndex) -> Words:
    return "The group has not adopted the definition yet.", {"adopted": samples.day(index)}


def _no_definition(gap: Gap, index: PlanIndex) -> Words:
    fields = {"text": "A career pathway is what your group says it is", "adopted": samples.day(index)}
    return "There is no definition of a career pathway yet.", fields


WORDINGS: Final[Wordings] = {
    "no-goal": _no_goal,
    "no-goal-owner": _no_goal_owner,
    "unowned-priority": _unowned_priority,
    "no-votes": _no_votes,
    "definition-draft": _definition_draft,
    "no-definition": _no_definition,
}
"""The words for each kind of gap."""
