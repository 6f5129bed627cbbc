"""Votes on the elements, priorities, goals, the definition, and the considerations about stakeholders.

Source: Designing a Career Pathways System, chapter 1 (CCRS Center, 2016): “Identify Stakeholders”, handout
1A, and table 5 with the note above it; and Creating Career Pathways in Colorado (2014), steps 3 and 4. The
guide compares the votes with what people said in the first discussion, so each element has the people who
mentioned it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from pathwayctl.evidence.entries import Incomplete, incomplete
from pathwayctl.evidence.gap import Gap, Judgment, entries, want
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.language import marked, phrase
from pathwayctl.model.goals import Goal, Priority, Vote
from pathwayctl.model.plan import Plan
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count


def ranks(numbers: Sequence[int]) -> list[int]:
    """The rank of each number, the largest first; ties share one: ``[3, 1, 4, 1]`` for ``[4, 6, 2, 6]``."""
    first: dict[int, int] = {}
    for place, number in enumerate(sorted(numbers, reverse=True), 1):
        first.setdefault(number, place)
    return [first[number] for number in numbers]


@dataclass(frozen=True, slots=True)
class Tallied:
    """An element: its id, its votes, and its rank among all elements.

    Elements with the same number of votes share a rank and are ``tied``. ``voiced_by`` are the ids of
    the people who mentioned it in the first discussion, as the element or a belief says.
    """

    priority: str
    votes: int
    rank: int
    tied: bool
    voiced_by: tuple[str, ...]

    @property
    def voiced_only(self) -> bool:
        """Whether someone mentioned it and no group chose it."""
        return bool(self.voiced_by) and not self.votes


def tally(plan: Plan) -> tuple[Tallied, ...]:
    """Return the elements, most votes first; ties stay in the order of the plan."""
    votes = [sum(map(weight, one.votes)) for one in plan.priorities]
    shared = Counter(votes)
    voices = _voices(plan)
    rows = [
        Tallied(
            one.id,
            number,
            rank,
            shared[number] > 1,
            tuple(dict.fromkeys((*one.voiced_by, *voices.get(one.id, ())))),
        )
        for one, number, rank in zip(plan.priorities, votes, ranks(votes), strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: row.rank))


def weight(vote: Vote) -> int:
    """How many votes an entry counts for: its number, else those by employers and partners, else one."""
    if vote.number is not None:
        return vote.number
    by_kind = [one for one in (vote.employers, vote.partners) if one is not None]
    return sum(by_kind) if by_kind else 1


def counted_twice(index: PlanIndex) -> tuple[tuple[int, Priority, str], ...]:
    """Groups that stand more than once in the votes for one element: position, element, group."""
    return tuple(
        (place, one, group)
        for place, one in enumerate(index.plan.priorities)
        for group, number in Counter(vote.group for vote in one.votes).items()
        if number > 1
    )


def open_goals(index: PlanIndex) -> tuple[Incomplete[Goal], ...]:
    """The goals without an owner or a day."""
    return incomplete(enumerate(index.plan.goals), "owner", "due")


def unmeasured_goals(index: PlanIndex) -> tuple[tuple[int, Goal], ...]:
    """The goals that no measure names, with their positions; none before a measure names one."""
    measured = {goal for one in index.plan.measures for goal in one.goals}
    every = enumerate(index.plan.goals)
    return tuple((place, one) for place, one in every if one.id not in measured) if measured else ()


def _voices(plan: Plan) -> dict[str, list[str]]:
    """Return who mentioned each element, by the beliefs that name a person."""
    found: dict[str, list[str]] = {}
    for belief in plan.beliefs:
        if belief.who is not None:
            for priority in belief.priorities:
                found.setdefault(priority, []).append(belief.who)
    return found


CONSIDERATIONS: Final = ("all-programs", "major-employers", "experience-and-influence", "collaboration")
"""Their ids in the guide's order."""


@dataclass(frozen=True, slots=True)
class Considerations:
    """Which considerations are met, by their ids.

    ``first_open`` is the position of the first entry about one that is not met. ``notes`` say how each
    is met. They are begun once one is met or has a note.
    """

    met: frozenset[str]
    unmet: tuple[str, ...]
    first_open: int | None
    notes: Mapping[str, str]
    is_begun: bool


def considerations(index: PlanIndex) -> Considerations:
    """Return what the entries under ``considerations:`` say."""
    entries = index.plan.considerations
    met = frozenset(entry.consideration for entry in entries if entry.met)
    own = (entry.consideration for entry in entries if entry.text)
    unmet = tuple(name for name in dict.fromkeys((*CONSIDERATIONS, *own)) if name not in met)
    return Considerations(
        met,
        unmet,
        next((place for place, entry in enumerate(entries) if entry.consideration in unmet), None),
        {entry.consideration: entry.note or "" for entry in entries},
        any(entry.met or entry.note for entry in entries),
    )


_PRIORITY: Final = marked("priority|priorities")

priorities: Final = entries("priorities", _PRIORITY)
goals: Final = entries("goals", "goal", want("owner"))
beliefs: Final = entries("beliefs", "belief", want("speaker", "who"))


def priority_owners(index: PlanIndex) -> Judgment:
    """Each priority leads to a goal that has an owner (step 4)."""
    plan = index.plan
    owned = {goal.id for goal in plan.goals if goal.owner}
    every = enumerate(plan.priorities)
    loose = [(place, one) for place, one in every if one.lead is None and owned.isdisjoint(one.goals)]
    met = len(plan.priorities) - len(loose)
    shown = (
        (phrase("{priorities} with an owner", priorities=count(met, "priority", "priorities")),)
        if met
        else ()
    )
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
