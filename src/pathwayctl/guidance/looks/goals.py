"""Looks at what a group wants: its priorities and goals, its definition, and what people believe.

Source: Designing a Career Pathways System, chapter 1 (CCRS Center, 2016), and Creating Career Pathways
in Colorado (2014), steps 3 and 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.goals.votes import tally
from pathwayctl.guidance import samples
from pathwayctl.guidance.proofs import (
    added,
    entries,
    new,
    quoted,
    set_once,
    want_owner,
    want_someone,
)
from pathwayctl.guidance.state import Lack, Look
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records
    from pathwayctl.model.goals import Priority

priorities: Final = entries(
    "priorities",
    "priority|priorities",
    "No priority is written down.",
    lambda _: {"id": "first-priority", "title": "What matters most", "votes": [{"group": "Table 1"}]},
)


def priority_owners(records: Records) -> Look:
    """Each priority leads to a goal that somebody owns (step 4)."""
    plan = records.plan
    owned = {goal.id for goal in plan.goals if goal.owner}
    loose = [(n, one) for n, one in enumerate(plan.priorities) if owned.isdisjoint(one.goals)]
    lacks: list[Lack] = []
    if loose and not plan.goals:
        goal = {"id": "first-goal", "title": "What is to be reached", "owner": samples.someone(records)}
        lacks.append(new("No goal is written down for the priorities to lead to.", "goals", goal))
    elif loose and not owned:
        owner = {"owner": samples.someone(records)}
        lacks.append(added("No goal has an owner yet.", "goals", 0, plan.goals[0], owner))
    else:
        goal_ids = [next(goal.id for goal in plan.goals if goal.owner)] if loose else []
        lacks += [_unowned(one, place, goal_ids) for place, one in loose]
    met = len(plan.priorities) - len(loose)
    return Look((f"{count(met, 'priority', 'priorities')} with an owner",) if met else (), tuple(lacks))


def _unowned(priority: Priority, place: int, goals: list[str]) -> Lack:
    """A priority that nobody answers for, and a goal with an owner that it might lead to."""
    text = f"Nobody answers for the priority {quoted(priority.title)}: no goal that it serves has an owner."
    return added(text, "priorities", place, priority, {"goals": [*priority.goals, *goals]})


def votes(records: Records) -> Look:
    """Small groups have chosen among the elements, so that there is a tally."""
    rows = tally(records.plan)
    if not rows:
        return priorities(records)
    chosen = [row for row in rows if row.votes]
    if chosen:
        return Look((f"{count(len(chosen), 'element')} chosen by small groups",))
    place, one = 0, records.plan.priorities[0]
    fields = {"votes": [{"group": "Table 1", "rationale": "Why it matters to them"}]}
    text = "No small group has chosen among the elements yet."
    return Look(lacks=(added(text, "priorities", place, one, fields),))


goals: Final = entries(
    "goals",
    "goal",
    "No goal is written down.",
    lambda _: {"id": "first-goal", "title": "What the group wants to reach"},
    (want_owner(),),
)

beliefs: Final = entries(
    "beliefs",
    "belief",
    "Nothing is written down of why the system matters to people.",
    lambda _: {"id": "first-belief", "text": "Why it matters to them, in their own words"},
    (want_someone("who", "word on who said it"),),
)


def definition(records: Records) -> Look:
    """The group has adopted a definition of a career pathways system."""
    found = records.plan.definition
    if found and found.adopted:
        return Look(("a definition that the group has adopted",))
    if found:
        fields = {"adopted": samples.day(records)}
        text = "The group has not adopted the definition yet."
        return Look(("a draft of the definition",), (set_once(text, "definition", fields),))
    whole = {"text": "A career pathway is what your group says it is", "adopted": samples.day(records)}
    return Look(lacks=(set_once("There is no definition of a career pathway.", "definition", whole),))
