"""Table 5: the priority elements of small groups, with the votes, and the goals agreed on.

Source: Designing a Career Pathways System, chapter 1, table 5 (CCRS Center, 2016). The tally is
counted from the votes, never typed in. The guide compares the votes with what people said in the first
discussion, so the page also shows elements that someone mentioned and no group chose.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.goals import Tallied, weight
from pathwayctl.handouts.cells import bulleted, some, stacked, unmarked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.goals.definitions_1c import ranking
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import phrase
from pathwayctl.model.goals import Goal, Priority, Vote
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

ELEMENTS: Final[Columns[tuple[Priority, Tallied]]] = (
    Column(
        "Element",
        lambda one, context: stacked(one[0].title, _led(one[0], context), *_teams(one[0], context)),
    ),
    Column("Votes", lambda one, _: str(one[1].votes), "narrow", "right"),
    Column("Tally", lambda one, _: crosses(one[0])),
    Column("Who chose it, and why", lambda one, _: bulleted(map(vote_words, one[0].votes)), "wide"),
    Column("Mentioned in the first discussion by", lambda one, context: context.names(one[1].voiced_by)),
)
MOST_CROSSES: Final = 20
"""The most votes that are shown one by one."""
GOALS: Final[Columns[Goal]] = (
    Column("Goal", lambda one, _: one.title, "wide"),
    Column("What success looks like", lambda one, _: unmarked(one.detail)),
    Column("Owner", lambda one, context: context.name(one.owner)),
    Column("Due", lambda one, _: when(one.due), "narrow"),
    Column("Elements that support it", lambda one, context: bulleted(_supporting(one, context))),
)


@dataclass(frozen=True, slots=True)
class Priorities:
    """The page: elements with their votes, goals, and what was mentioned but not chosen."""

    elements: HandoutTable
    goals: HandoutTable
    voiced_only: str


def view(context: Context) -> Priorities:
    """Return the elements, most votes first; ties stay in the order of the plan."""
    ranked = ranking(context)
    voiced_only = [item.title for item, tallied in ranked if tallied.voiced_only]
    return Priorities(
        elements=table_of(ELEMENTS, ranked, context, blank=8),
        goals=table_of(GOALS, context.plan.goals, context, blank=4),
        voiced_only=phrase(
            "Mentioned in the first discussion, but chosen by no group: {voiced_only}.",
            voiced_only=some(voiced_only),
        )
        if voiced_only
        else "",
    )


def _led(item: Priority, context: Context) -> str:
    return phrase("Led by {name}", name=context.name(item.lead)) if item.lead else ""


def crosses(item: Priority) -> str:
    """Return one mark for each vote, ``X X X``; nothing if there are too many to read."""
    number = sum(map(weight, item.votes))
    return " ".join("X" * number) if number <= MOST_CROSSES else ""


def vote_words(vote: Vote) -> str:
    """Return the group with its reason, ``Table 1 (4 employers): why``, or the group alone."""
    numbers = (
        "" if vote.number is None else count(vote.number, "vote"),
        "" if vote.employers is None else count(vote.employers, "employer"),
        "" if vote.partners is None else count(vote.partners, "partner"),
    )
    said = listed([one for one in numbers if one])
    group = f"{vote.group} ({said})" if said else vote.group
    return f"{group}: {vote.rationale}" if vote.rationale else group


def _teams(item: Priority, context: Context) -> list[str]:
    return [
        phrase("Team: {team}", team=team.title) for team in context.plan.teams if team.priority == item.id
    ]


def _supporting(goal: Goal, context: Context) -> list[str]:
    return [item.title for item in context.plan.priorities if goal.id in item.goals]


HANDOUT: Final = one_page(
    "table-5",
    "Priority elements and goals",
    CHAPTER_1.format("table 5"),
    "The priorities of the small groups, with their votes, and the goals agreed on.",
    view,
    guides=(Guide.CCRS, Guide.SECTOR),
    sections=("priorities", "goals"),
)
