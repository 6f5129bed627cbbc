"""Table 5: the elements that small groups put first, with the tally, and the goals agreed on.

Source: Designing a Career Pathways System, chapter 1, table 5 (CCRS Center, 2016). The tally is
counted from the votes, never typed in. The guide asks to compare the votes with what people said
in the first discussion, so an element that someone voiced and no group chose is shown too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.goals.votes import tally
from pathwayctl.handouts.cells import Row, blank_rows, bulleted, some
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.handouts.plain_text import unmarked

if TYPE_CHECKING:
    from pathwayctl.evidence.goals.votes import Tallied
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.goals import Priority, Vote

WIDTH: Final = 5
GOAL_WIDTH: Final = 4


@dataclass(frozen=True, slots=True)
class Priorities:
    """The page.

    ``rows``: element, number of votes, the same as X marks, who voted and why, who voiced it.
    ``goals``: goal, what reaching it looks like, owner, elements that serve it.
    """

    rows: tuple[Row, ...]
    goals: tuple[Row, ...]
    voiced_only: str


def view(context: Context) -> Priorities:
    """Elements with most votes first; those with equally many stay in the order of the plan."""
    ranked = ranking(context)
    voiced_only = [item.title for item, tallied in ranked if tallied.voiced_only]
    return Priorities(
        rows=tuple(_row(item, tallied, context) for item, tallied in ranked) or blank_rows(WIDTH, 8),
        goals=_goals(context) or blank_rows(GOAL_WIDTH),
        voiced_only=f"Voiced in the first discussion, chosen by no group: {some(voiced_only)}."
        if voiced_only
        else "",
    )


def ranking(context: Context) -> list[tuple[Priority, Tallied]]:
    """The elements with their tally, most votes first."""
    by_id = {item.id: item for item in context.plan.priorities}
    return [(by_id[row.priority], row) for row in tally(context.plan)]


def crosses(item: Priority) -> str:
    """``X X X``, one for each vote."""
    return " ".join("X" for _ in item.votes)


def vote_words(vote: Vote) -> str:
    """``Table 1: why``, or the group alone."""
    return f"{vote.group}: {vote.rationale}" if vote.rationale else vote.group


def _row(item: Priority, tallied: Tallied, context: Context) -> Row:
    votes = bulleted(vote_words(vote) for vote in item.votes)
    return (item.title, str(tallied.votes), crosses(item), votes, context.names(tallied.voiced_by))


def _goals(context: Context) -> tuple[Row, ...]:
    serving: dict[str, list[str]] = {}
    for item in context.plan.priorities:
        for goal in item.goals:
            serving.setdefault(goal, []).append(item.title)
    return tuple(
        (goal.title, unmarked(goal.detail), context.name(goal.owner), bulleted(serving.get(goal.id, [])))
        for goal in context.plan.goals
    )


HANDOUT: Final = one_page(
    "table-5",
    "Priority elements and goals",
    CHAPTER_1.format("table 5"),
    "What the small groups put first, with the count of votes, and the goals agreed on.",
    view,
)
