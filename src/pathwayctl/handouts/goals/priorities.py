"""Table 5: the priority elements of small groups, with the votes, and the goals agreed on.

Source: Designing a Career Pathways System, chapter 1, table 5 (CCRS Center, 2016). The tally is
counted from the votes, never typed in. The guide compares the votes with what people said in the first
discussion, so the page also shows elements that someone mentioned and no group chose.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.goals import tally
from pathwayctl.handouts.cells import Columns, Row, blank_rows, bulleted, some
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.handouts.plain_text import unmarked

if TYPE_CHECKING:
    from pathwayctl.evidence.goals import Tallied
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.goals import Priority, Vote

COLUMNS: Final[Columns] = (
    "Element",
    ("Votes", "right", "narrow"),
    "Tally",
    ("Who chose it, and why", "left", "wide"),
    "Mentioned in the first discussion by",
)
GOAL_COLUMNS: Final[Columns] = ("Goal", "What success looks like", "Owner", "Elements that support it")


@dataclass(frozen=True, slots=True)
class Priorities:
    """The page: elements with their votes, goals, and what was mentioned but not chosen."""

    rows: tuple[Row, ...]
    goals: tuple[Row, ...]
    voiced_only: str
    columns: Columns = COLUMNS
    goal_columns: Columns = GOAL_COLUMNS


def view(context: Context) -> Priorities:
    """Return the elements, most votes first; ties stay in the order of the plan."""
    ranked = ranking(context)
    voiced_only = [item.title for item, tallied in ranked if tallied.voiced_only]
    return Priorities(
        rows=tuple(_row(item, tallied, context) for item, tallied in ranked) or blank_rows(len(COLUMNS), 8),
        goals=_goals(context) or blank_rows(len(GOAL_COLUMNS)),
        voiced_only=f"Mentioned in the first discussion, but chosen by no group: {some(voiced_only)}."
        if voiced_only
        else "",
    )


def ranking(context: Context) -> list[tuple[Priority, Tallied]]:
    """Return the elements with their tally, most votes first."""
    by_id = {item.id: item for item in context.plan.priorities}
    return [(by_id[row.priority], row) for row in tally(context.plan)]


def crosses(item: Priority) -> str:
    """Return one mark for each vote: ``X X X``."""
    return " ".join("X" for _ in item.votes)


def vote_words(vote: Vote) -> str:
    """Return the group with its reason, ``Table 1: why``, or the group alone."""
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
    "The priorities of the small groups, with their votes, and the goals agreed on.",
    view,
)
