"""The board report: the status of the project and the decisions it needs, on one page.

The odds come from a simulation, which runs only when this page is made. Source: Designing a Career
Pathways System, chapter 4 (CCRS Center, 2016) has progress judged milestone by milestone, and reports
tailored to each group of stakeholders.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import fsum
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.schedule import work_progress
from pathwayctl.handouts.cells import when
from pathwayctl.handouts.handout import CHAPTER_4, one_page
from pathwayctl.handouts.outreach.meeting_words import last_before
from pathwayctl.handouts.schedule import board_parts as parts
from pathwayctl.handouts.schedule.gantt_chart import GanttChart
from pathwayctl.handouts.schedule.outline_chart import board_groups, board_timeline
from pathwayctl.handouts.tables import HandoutTable, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Audience, MeetingKind
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import chance_in_words, count, listed, long_day, money

if TYPE_CHECKING:
    from pathwayctl.analysis.earned_value import Earned
    from pathwayctl.handouts.context import Context
    from pathwayctl.simulation.odds import Odds

MOST_CHANGES: Final = 3
BOX: Final = "☐"
LIKELY: Final = 0.8
"""The chance of finishing on time from which a project is on track (GAO Schedule Assessment Guide, 2015)."""
STATUS, PROGRESS, FINISH = marked("Status"), marked("Progress"), marked("Finish")
LIKELIHOOD, COST = marked("Likelihood of finishing"), marked("Cost")


@dataclass(frozen=True, slots=True)
class Board:
    """The page.

    ``milestones`` says in words what the ``timeline`` shows: groups, then milestones. ``since`` is the
    heading of the ``changes``. ``further`` says how many groups, decisions, and milestones did not fit.
    """

    facts: tuple[tuple[str, str], ...]
    gap: str
    timeline: GanttChart | None
    money: parts.MoneyChart | None
    milestones: HandoutTable
    risks: HandoutTable
    decisions: HandoutTable
    since: str
    changes: tuple[str, ...]
    further: str


def view(context: Context) -> Board:
    """Return the report as of the status date; a blank form for a plan without tasks."""
    decisions, last = parts.decision_rows(context), last_before(MeetingKind.BOARD, context, context.meeting)
    since = last.day if last else None
    planned, new = bool(context.leaves), tuple(parts.changes(since, context))[:MOST_CHANGES]
    return Board(
        facts=tuple((phrase(name), words) for name, words in _facts(context))
        or tuple((phrase(name), "") for name in (STATUS, PROGRESS, FINISH, LIKELIHOOD, COST)),
        gap=_gap(context),
        timeline=board_timeline(parts.shown_milestones(context), context) if planned else None,
        money=_money_chart(context),
        milestones=table(parts.MILESTONES, _timed(context), blank=4),
        risks=table(parts.RISKS, parts.risk_rows(context), blank=3),
        decisions=table(
            parts.DECISIONS, _to_vote_on(decisions[: parts.MOST_DECISIONS]), blank=0 if planned else 3
        ),
        since=_since(since) if new else "",
        changes=new,
        further=_further(len(decisions), context),
    )


def _timed(context: Context) -> Iterator[Row]:
    yield from parts.group_rows(board_groups(context), context)
    yield from parts.milestone_rows(context)


def _to_vote_on(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple((*row, BOX, BOX) for row in rows)


def standing(context: Context) -> str:
    """Return the status in words and a shape, so that it is clear without color.

    A project is late if it finishes after its target date, or after the approved day if it has none. It is
    to be watched if the finish or a milestone is later than approved, or a target date is less than likely.
    """
    finish_by, compared, odds = context.plan.project.finish_by, context.comparison, context.odds
    moved = bool(compared and compared.finish_variance > 0)
    if context.schedule.finish > finish_by if finish_by else moved:
        return phrase("■ Late")
    found = (compared.of(task.id) for task in parts.milestones(context)) if compared else ()
    slipped = any(one.finish_variance > 0 for one in found if one)
    unsure = bool(odds and odds.finish_by and odds.finish_by.chance < LIKELY)
    return phrase("▲ Watch") if moved or slipped or unsure else phrase("● On track")


def _since(day: date | None) -> str:
    if day is None:
        return phrase("Changes from the approved plan")
    return phrase("Changes since the board meeting on {day}", day=long_day(day))


def _facts(context: Context) -> Iterator[tuple[str, str]]:
    if context.leaves:
        earned = _earned(context)
        yield STATUS, standing(context)
        yield PROGRESS, _done(earned, context)
        yield FINISH, _finish(context)
        if context.odds:
            yield LIKELIHOOD, _odds(context.odds, context)
        if any(task.cost is not None for task in context.leaves):
            yield COST, _money(context)


def _earned(context: Context) -> Earned | None:
    if context.comparison is None:
        return None

    from pathwayctl.analysis.earned_value import earned_value

    return earned_value(context.comparison, context.plan.project.status_date)


def _done(earned: Earned | None, context: Context) -> str:
    """Return the share of the work that is done, and the planned share if there is a baseline."""
    progress = context.index.ask(work_progress)
    tasks = phrase("Tasks done: {done} of {tasks:,}.", done=progress.done, tasks=progress.tasks)
    if earned and earned.whole.budget:
        done, planned = (
            round(100 * part / earned.whole.budget) for part in (earned.whole.earned, earned.whole.planned)
        )
        said = (
            marked("{done}% of the work, measured by cost, is done; {planned}% was planned by now. {tasks}")
            if earned.in_money
            else marked("{done}% of the work is done; {planned}% was planned by now. {tasks}")
        )
        return phrase(said, done=done, planned=planned, tasks=tasks)
    return phrase("{done}% of the work is done. {tasks}", done=progress.percent, tasks=tasks)


def _finish(context: Context) -> str:
    project, finish = context.plan.project, when(context.schedule.finish)
    words = [f"{finish}."]
    if context.comparison:
        days = context.comparison.finish_variance
        approved = when(context.comparison.baseline.finish)
        late = parts.difference(days).lower()
        words.append(phrase("Approved plan: {day} ({difference}).", day=approved, difference=late))
    if project.finish_by:
        words.append(phrase("Target date: {day}.", day=when(project.finish_by)))
    return " ".join(words)


def _odds(found: Odds, context: Context) -> str:
    """Return the odds in words, without percentiles; names only tasks that the audience may see."""
    seen = {task.id for task in context.leaves}
    shown = replace(found, tasks=tuple(task for task in found.tasks if task.id in seen))
    days = {"even": when(found.finish.p50), "likely": when(found.finish.p80)}
    words = [phrase("An even chance by {even}, 8 chances in 10 by {likely}.", **days)]
    pin, least = shown.pin, shown.least_certain
    if found.pin is not None:
        held = phrase("a fixed date")
        if pin is not None and pin.hold is not None:
            how = (
                marked("“{task}” (not before {day})") if pin.hold.is_start else marked("“{task}” (on {day})")
            )
            held = phrase(how, task=pin.title, day=when(pin.hold.day))
        words = [
            phrase("The finish depends on {held}, so it says little about the work before it.", held=held)
        ]
        if least is not None:
            said = marked(
                "The least certain task is “{task}”: a chance of {chance} by {day}, "
                "8 chances in 10 by {likely}."
            )
            days = {"day": when(least.planned), "likely": when(least.finish.p80)}
            words.append(phrase(said, task=least.title, chance=chance_in_words(least.chance), **days))
    if found.finish_by:
        chance = chance_in_words(found.finish_by.chance)
        day = when(found.finish_by.day)
        words.append(phrase("The chance of finishing by {day} is {chance}.", day=day, chance=chance))
    return " ".join(words)


def _costs(context: Context) -> tuple[float, float | None, float | None]:
    """Return what is planned, what was spent, and the forecast, as far as they are known."""
    planned = fsum(task.cost or 0.0 for task in context.leaves)
    spent = [task.task.actual_cost for task in context.leaves if task.task.actual_cost is not None]
    earned = _earned(context)
    estimate = earned.whole.estimate if earned and earned.in_money and spent else None
    return planned, fsum(spent) if spent else None, estimate or None


def _money(context: Context) -> str:
    currency = context.plan.project.currency
    planned, spent, estimate = _costs(context)
    words = [phrase("{money} planned", money=money(planned, currency))]
    words += [phrase("{money} spent so far", money=money(spent, currency))] if spent is not None else []
    forecast = money(round(estimate), currency) if estimate else ""
    words += [phrase("{money} forecast at completion", money=forecast)] if forecast else []
    return f"{', '.join(words)}."


def _money_chart(context: Context) -> parts.MoneyChart | None:
    return parts.money_chart(_costs(context), context.plan.project.currency)


def _gap(context: Context) -> str:
    if context.leaves and context.comparison is None:
        return phrase("No baseline saved, so delays cannot be shown.")
    return ""


def _further(decisions: int, context: Context) -> str:
    groups = [task for task in context.live if task.kind == "summary" and not task.depth]
    left = (
        count(len(groups) - len(board_groups(context)), "more group"),
        count(max(0, decisions - parts.MOST_DECISIONS), "more decision"),
        count(max(0, len(parts.milestones(context)) - parts.MOST_MILESTONES), "more milestone"),
    )
    said = [words for words in left if not words.startswith("0 ")]
    return phrase("Not on this page: {entries}.", entries=listed(said)) if said else ""


HANDOUT: Final = one_page(
    "board",
    "Board report",
    CHAPTER_4.format("engage stakeholders"),
    "On one page: progress, cost, likelihood of finishing, risks, and decisions needed.",
    view,
    audience=Audience.PARTNERS,
)
