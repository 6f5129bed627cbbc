"""The board report: on one page, where the project stands and what it needs from those who decide.

Odds come from living through the plan many times with other lengths and risks; they are worked out
only when this page is made. Source: Designing a Career Pathways System, chapter 4 (CCRS Center, 2016)
has work judged milestone by milestone, and stakeholders told in the form that suits them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import fsum
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, blank_rows, when
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.schedule import board_parts as parts
from pathwayctl.model.vocabulary import Audience
from pathwayctl.wording import chance_in_words, count, long_day, money

if TYPE_CHECKING:
    from pathwayctl.analysis.earned_value import Earned
    from pathwayctl.handouts.context import Context
    from pathwayctl.simulation.odds import Odds

MOST_CHANGES: Final = 3


@dataclass(frozen=True, slots=True)
class Board:
    """The page.

    ``milestones``: milestone, approved, now, difference, state. ``risks``: risk, how likely and how bad,
    who watches it, response. ``since`` stands over the ``changes``. ``decisions``: what,
    where or by when, with whom. ``further`` says how many
    decisions and milestones there was no room for.
    """

    facts: tuple[tuple[str, str], ...]
    gap: str
    milestones: tuple[Row, ...]
    risks: tuple[Row, ...]
    decisions: tuple[Row, ...]
    since: str
    changes: tuple[str, ...]
    further: str


def view(context: Context) -> Board:
    """The report as of the status date; a plan without tasks gives a form."""
    decisions, since = parts.decision_rows(context), parts.last_board(context)
    planned, new = bool(context.leaves), tuple(parts.changes(since, context))[:MOST_CHANGES]
    return Board(
        facts=tuple(_facts(context)) or tuple((name, "") for name in ("Done", "Finish", "Odds", "Money")),
        gap=_gap(context),
        milestones=tuple(parts.milestone_rows(context)) or blank_rows(5),
        risks=tuple(parts.risk_rows(context)) or blank_rows(4, 3),
        decisions=decisions[: parts.MOST_DECISIONS] or (() if planned else blank_rows(3, 3)),
        since=_since(since) if new else "",
        changes=new,
        further=_further(len(decisions), context),
    )


def _since(day: date | None) -> str:
    return f"New since the board met on {long_day(day)}" if day else "Against the plan that was approved"


def _facts(context: Context) -> Iterator[tuple[str, str]]:
    if context.leaves:
        earned = _earned(context)
        yield "Done", _done(earned, context)
        yield "Finish", _finish(context)
        if context.odds:
            yield "Odds", _odds(context.odds, context)
        if any(task.cost is not None for task in context.leaves):
            yield "Money", _money(earned, context)


def _earned(context: Context) -> Earned | None:
    if context.comparison is None:
        return None

    from pathwayctl.analysis.earned_value import earned_value

    return earned_value(context.comparison, context.plan.project.status_date)


def _done(earned: Earned | None, context: Context) -> str:
    """How much of the work is done, and how much was to be by now where that is known."""
    leaves = context.leaves
    tasks = f"Tasks done: {sum(task.complete == 100 for task in leaves)} of {len(leaves):,}."
    if earned and earned.whole.budget:
        done, planned = (
            round(100 * part / earned.whole.budget) for part in (earned.whole.earned, earned.whole.planned)
        )
        unit = "of the work, counted by its cost" if earned.in_money else "of the work"
        return f"{done}% {unit}; {planned}% was planned by now. {tasks}"
    weight = sum(task.duration for task in leaves)
    share = sum(task.duration * task.complete for task in leaves)
    return f"{share // weight if weight else 0}% of the work. {tasks}"


def _finish(context: Context) -> str:
    project, finish = context.plan.project, long_day(context.schedule.finish)
    words = [f"{finish}."]
    if context.comparison:
        days = context.comparison.finish_variance
        approved = when(context.comparison.baseline.finish)
        words.append(f"Approved was {approved}: {parts.difference(days).lower()}.")
    if project.finish_by:
        words.append(f"It is to be done by {when(project.finish_by)}.")
    return " ".join(words)


def _odds(found: Odds, context: Context) -> str:
    """The odds in words; nobody has to know what a percentile is.

    Only what the audience may see is named.
    """
    seen = {task.id for task in context.leaves}
    shown = replace(found, tasks=tuple(task for task in found.tasks if task.id in seen))
    words = [f"An even chance by {when(found.finish.p50)}, 8 chances in 10 by {when(found.finish.p80)}."]
    pin, least = shown.pin, shown.least_certain
    if found.pin is not None:
        held = "a date"
        if pin is not None and pin.hold is not None:
            how = "not before" if pin.hold.is_start else "on"
            held = f"“{pin.title}” ({how} {when(pin.hold.day)})"
        words = [f"The end is held by {held}, so it says little about the work before it."]
        if least is not None:
            words.append(
                f"Least certain is “{least.title}”: a chance of {chance_in_words(least.chance)} by "
                f"{when(least.planned)}, 8 chances in 10 by {when(least.finish.p80)}."
            )
    if found.finish_by:
        chance = chance_in_words(found.finish_by.chance)
        words.append(f"The chance to be done by {when(found.finish_by.day)} is {chance}.")
    return " ".join(words)


def _money(earned: Earned | None, context: Context) -> str:
    currency = context.plan.project.currency
    planned = money(fsum(task.cost or 0.0 for task in context.leaves), currency)
    spent = [task.task.actual_cost for task in context.leaves if task.task.actual_cost is not None]
    words = [f"{planned} planned"]
    words += [f"{money(fsum(spent), currency)} spent so far"] if spent else []
    estimate = earned.whole.estimate if earned and earned.in_money and spent else None
    words += [f"{money(round(estimate), currency)} in the end if it goes on like this"] if estimate else []
    return f"{', '.join(words)}."


def _gap(context: Context) -> str:
    if context.leaves and context.comparison is None:
        return "No approved plan is kept to compare with, so nothing can be said about delays."
    return ""


def _further(decisions: int, context: Context) -> str:
    left = (
        count(max(0, decisions - parts.MOST_DECISIONS), "more decision"),
        count(max(0, len(parts.milestones(context)) - parts.MOST_MILESTONES), "more milestone"),
    )
    said = [words for words in left if not words.startswith("0 ")]
    return f"Not on this page: {' and '.join(said)}." if said else ""


HANDOUT: Final = one_page(
    "board",
    "Board report",
    CHAPTER_4.format("engage stakeholders"),
    "On one page: what is done, what it costs, the odds, the risks, and what has to be decided.",
    view,
    audience=Audience.PARTNERS,
)
