"""What shows the group's priorities, goals, definition, and beliefs, and what is missing.

Source: Designing a Career Pathways System, chapter 1 (CCRS Center, 2016), and Creating Career Pathways
in Colorado (2014), steps 3 and 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.gap import Gap, Judgment, entries, want
from pathwayctl.evidence.goals.votes import tally
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex

_PRIORITY: Final = "priority|priorities"

priorities: Final = entries("priorities", _PRIORITY)
goals: Final = entries("goals", "goal", want("owner"))
beliefs: Final = entries("beliefs", "belief", want("speaker", "who"))


def priority_owners(index: PlanIndex) -> Judgment:
    """Each priority leads to a goal that has an owner (step 4)."""
    plan = index.plan
    owned = {goal.id for goal in plan.goals if goal.owner}
    loose = [(n, one) for n, one in enumerate(plan.priorities) if owned.isdisjoint(one.goals)]
    met = len(plan.priorities) - len(loose)
    shown = (f"{count(met, 'priority', 'priorities')} with an owner",) if met else ()
    words = ("owner",)
    if loose and not plan.goals:
        return Judgment(shown, (Gap("no-goal", ("goals",), words, _PRIORITY, len(loose)),))
    if loose and not owned:
        return Judgment(
            shown, (Gap("no-goal-owner", ("goals", 0), words, _PRIORITY, len(loose), plan.goals[0]),)
        )
    first = next((goal.id for goal in plan.goals if goal.owner), "")
    gaps = tuple(
        Gap("unowned-priority", ("priorities", place), words, _PRIORITY, entry=one, items=(first,))
        for place, one in loose
    )
    return Judgment(shown, gaps)


def votes(index: PlanIndex) -> Judgment:
    """Small groups have chosen among the elements, so that there is a tally."""
    rows = tally(index.plan)
    if not rows:
        return priorities(index)
    chosen = [row for row in rows if row.votes]
    if chosen:
        return Judgment((f"{count(len(chosen), 'element')} chosen by small groups",))
    gap = Gap("no-votes", ("priorities", 0), ("votes of small groups",), entry=index.plan.priorities[0])
    return Judgment(gaps=(gap,))


def definition(index: PlanIndex) -> Judgment:
    """The group has adopted a definition of a career pathways system."""
    found = index.plan.definition
    if found and found.adopted:
        return Judgment(("a definition that the group has adopted",))
    if found:
        gap = Gap("definition-draft", ("definition",), ("adoption of the definition",))
        return Judgment(("a draft of the definition",), (gap,))
    return Judgment(gaps=(Gap("no-definition", ("definition",), ("definition",)),))
