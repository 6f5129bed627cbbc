"""The parts of a board report: milestones, risks, pending decisions, and changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from pathwayctl.evidence.schedule import finished_since
from pathwayctl.evidence.schedule import milestones as milestones_of
from pathwayctl.handouts.cells import when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.outreach.meeting_words import by_date, gets_pages, is_still_to_come, meeting_day
from pathwayctl.handouts.risks.risk_breakdown import likelihood_words
from pathwayctl.handouts.tables import Head, Row
from pathwayctl.handouts.tagged_tasks import unbroken
from pathwayctl.language import marked, phrase
from pathwayctl.model.risks import Risk
from pathwayctl.model.vocabulary import AgendaPurpose, Audience, MeetingKind, RiskEffect, RiskLevel, Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import ScheduledTask
from pathwayctl.wording import count, listed, money

MILESTONES: Final = (
    Head(marked("Task"), width="wide"),
    Head(marked("Start"), width="narrow", spare=True),
    Head(marked("Approved"), width="narrow", spare=True),
    Head(marked("Finish"), width="narrow"),
    Head(marked("Difference"), spare=True),
    Head(marked("Status"), width="narrow"),
)
RISKS: Final = (
    Head(marked("Risk"), width="wide"),
    Head(marked("Rating"), width="wide", spare=True),
    Head(marked("Owner"), spare=True),
    Head(marked("Response"), width="wide"),
)
VOTES: Final = (Head(marked("Approve"), "center", "narrow"), Head(marked("Decline"), "center", "narrow"))
"""What the board ticks: each decision is put to it as a resolution."""
DECISIONS: Final = (
    Head(marked("Decision"), width="wide"),
    Head(marked("Meeting or due date"), width="wide"),
    Head(marked("Owner"), spare=True),
    *VOTES,
)
MOST_MILESTONES: Final = 4
MOST_DONE: Final = 2
"""The most completed milestones among those that are shown."""
MOST_RISKS: Final = 3
MOST_DECISIONS: Final = 4
MOST_NAMES: Final = 2
MOST_WORDS: Final = 64
"""Characters of a text of the plan; the report must fit on one page."""
MOST_OF_NAME: Final = 32
"""Characters of the name of a person, an organization, or a meeting."""
LEVELS: Final = tuple(RiskLevel)


@dataclass(frozen=True, slots=True)
class MoneyFigure:
    """A sum of money, and how it is written."""

    name: str
    amount: float
    words: str


@dataclass(frozen=True, slots=True)
class MoneyChart:
    """The budget, what was spent, and the forecast, as far as they are known; at least two of them."""

    figures: tuple[MoneyFigure, ...]
    upright: bool = True


def money_chart(sums: Sequence[float | None], currency: str) -> MoneyChart | None:
    """The chart of a budget, what was spent, and the forecast; ``None`` if only one of them is known."""
    names = (phrase("Budget"), phrase("Spent so far"), phrase("Forecast at completion"))
    figures = tuple(
        MoneyFigure(name, amount, money(round(amount), currency))
        for name, amount in zip(names, sums, strict=True)
        if amount is not None
    )
    return MoneyChart(figures) if sums[0] and len(figures) > 1 else None


def shortened(text: str, most: int = MOST_WORDS) -> str:
    """Return the text, or as many of its whole words as fit."""
    if len(text) <= most and text.count("\n") < 2:
        return text
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def named(key: str | None, context: Context) -> str:
    """Return the name of a person or an organization, shortened to fit."""
    return shortened(context.name(key), MOST_OF_NAME)


def few(names: Sequence[str]) -> str:
    """Return ``A and B``, or ``A and 3 others``."""
    if len(names) <= MOST_NAMES:
        return listed(names)
    left = len(names) - MOST_NAMES + 1
    return listed([*names[: MOST_NAMES - 1], count(left, "other")])


def milestones(context: Context) -> tuple[ScheduledTask, ...]:
    """Return the milestones by date or, if there are none, the tasks with a fixed date."""
    return context.index.ask(milestones_of)


def shown_milestones(context: Context) -> list[ScheduledTask]:
    """Return the milestones reached last, and the next ones."""
    found = milestones(context)
    done = [task for task in found if task.status is Status.DONE][-MOST_DONE:]
    ahead = [task for task in found if task.status is not Status.DONE][: MOST_MILESTONES - len(done)]
    return [*done, *ahead]


def group_rows(groups: Sequence[ScheduledTask], context: Context) -> Iterator[Row]:
    """Yield the days of groups, and how much of each is done."""
    for task in groups:
        approved, now, later = _finishes(task, context)
        yield shortened(task.title), unbroken(when(task.start)), approved, now, later, share_done(task)


def milestone_rows(context: Context) -> Iterator[Row]:
    """Yield the rows of ``shown_milestones``."""
    for task in shown_milestones(context):
        yield shortened(task.title), "", *_finishes(task, context), task.status.label


def _finishes(task: ScheduledTask, context: Context) -> tuple[str, str, str]:
    """The day approved, the day now, and the difference."""
    moved = context.comparison.of(task.id) if context.comparison else None
    now = unbroken(when(task.finish))
    if moved is None:
        return "", now, phrase("New") if context.comparison else ""
    return unbroken(when(moved.finish)), now, difference(moved.finish_variance)


def share_done(group: ScheduledTask) -> str:
    """Return ``40% done``, or ``Done``."""
    if group.status is Status.DONE:
        return group.status.label
    return phrase("{percent}% done", percent=group.complete or 0)


def difference(days: int, unit: str = "working day") -> str:
    """Return ``On time``, ``3 working days later``, or ``1 working day earlier``."""
    if not days:
        return phrase("On time")
    length = count(abs(days), unit)
    return phrase("{length} later", length=length) if days > 0 else phrase("{length} earlier", length=length)


def risk_rows(context: Context) -> Iterator[Row]:
    """Yield the threats that matter most."""
    saved = {one.id: one.p80_days for one in context.odds.risks} if context.odds else {}
    open_risks = [risk for risk in context.plan.risks if risk.closed is None]
    threats = [risk for risk in open_risks if risk.effect is RiskEffect.THREAT]
    worst = sorted(threats, key=lambda risk: (-saved.get(risk.id, 0), -_weight(risk)))
    for risk in worst[:MOST_RISKS]:
        days = saved.get(risk.id, 0)
        cost = phrase("delays the finish by {days}", days=count(days, "working day")) if days > 0 else ""
        rated = (
            phrase("likelihood {value}", value=likelihood_words(risk).lower())
            if likelihood_words(risk)
            else ""
        )
        impact = phrase("impact {value}", value=risk.impact.label.lower()) if risk.impact else ""
        said = listed([part for part in (rated, impact, cost) if part])
        yield (
            shortened(risk.title), said[:1].upper() + said[1:], named(risk.owner, context),
            shortened(risk.response or ""),
        )  # fmt: skip


def _weight(risk: Risk) -> int:
    likelihood = LEVELS.index(risk.likelihood) + 1 if risk.likelihood else 0
    return likelihood * (LEVELS.index(risk.impact) + 1 if risk.impact else 0)


def decision_rows(context: Context) -> tuple[Row, ...]:
    """Return all decisions that are for the board.

    Those on its own agendas come first, then blocked tasks, then agreements to sign, by date.
    """
    found = [*_blocked(context), *_on_agendas(context), *_unsigned(context)]
    return tuple(row for _, _, row in sorted(found, key=lambda one: one[:2]))


_Decision = tuple[int, date, Row]
"""Its rank, its day, and its row."""


def _blocked(context: Context) -> Iterator[_Decision]:
    for task in context.leaves:
        if task.status is Status.BLOCKED:
            words = phrase("Unblock “{task}”", task=shortened(task.title))
            yield 1, date.min, (words, phrase("Now"), named(task.owner, context))


def _on_agendas(context: Context) -> Iterator[_Decision]:
    for meeting in by_date(context):
        is_ours = meeting.kind is MeetingKind.BOARD and gets_pages(meeting, context)
        if not is_ours or not is_still_to_come(meeting, context):
            continue
        day = meeting_day(meeting, context)
        for item in meeting.agenda:
            if item.purpose is AgendaPurpose.DECIDE:
                row = (shortened(item.title), _at(meeting.title, day), named(item.lead, context))
                yield 0, day or date.max, row


def _at(title: str, day: date | None) -> str:
    name = shortened(title, MOST_OF_NAME)
    return f"{name}, {unbroken(when(day))}" if day else name


def _unsigned(context: Context) -> Iterator[_Decision]:
    from pathwayctl.evidence.governance.agreements import AgreementState, agreement_reviews

    for review in context.index.ask(agreement_reviews):
        one = review.agreement
        if review.state is AgreementState.UNSIGNED:
            task = context.schedule.by_id.get(one.task or "")
            by = phrase("By {day}", day=unbroken(when(task.finish))) if task else ""
            row = (
                phrase("Sign “{agreement}”", agreement=shortened(one.title)),
                by,
                few([named(party, context) for party in one.parties]),
            )
            yield 2, task.finish if task else date.max, row


def changes(since: date | None, context: Context) -> Iterator[str]:
    """Yield tasks done since a day, differences from the approved plan, and decisions of other meetings."""
    if since:
        yield from _done(since, context)
    yield from _moved(context)
    if since:
        yield from _decided(since, context)


def _done(since: date, context: Context) -> Iterator[str]:
    over = finished_since(context.index, since)
    reached = [f"“{shortened(row.task.title)}”" for row in over if row in context.index.milestones]
    if over:
        done = count(len(over), "task")
        if reached:
            yield phrase("{tasks} done, among them {milestones}.", tasks=done, milestones=few(reached))
        else:
            yield phrase("{tasks} done.", tasks=done)


def _decided(since: date, context: Context) -> Iterator[str]:
    """Yield the first decision of each other meeting, latest first."""
    for meeting in reversed(by_date(context)):
        day = meeting_day(meeting, context)
        if meeting.kind is not MeetingKind.BOARD and day and day > since and meeting.decisions:
            decision = shortened(meeting.decisions[0]).rstrip(".")
            yield phrase("Decided at {title}: {decision}.", title=_at(meeting.title, day), decision=decision)


def _moved(context: Context) -> Iterator[str]:
    compared = context.comparison
    if compared is None:
        return
    own = {task.id: task for task in context.schedule.tasks}
    added = [shortened(own[task.id].title) for task in compared.added if task.id in own]
    if added:
        yield phrase("Not in the approved plan: {tasks}.", tasks=few(added))
    if compared.removed and context.audience is Audience.INTERNAL:
        gone = [shortened(task.title) for task in compared.removed]
        yield phrase("No longer planned: {tasks}.", tasks=few(gone))
    for share in sorted(compared.causes, key=lambda share: -abs(share.days))[:2]:
        task = None if share.row is None else own.get(compared.schedule.tasks[share.row].id)
        if task and share.days:
            said = (
                marked("“{task}” delays the finish by {days}.")
                if share.days > 0
                else marked("“{task}” brings forward the finish by {days}.")
            )
            yield phrase(said, task=shortened(task.title), days=count(abs(share.days), "working day"))
