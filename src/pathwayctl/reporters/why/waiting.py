"""What waits for a task: how long it can slip, what a slip moves, and the links that wait for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.reporters.why.clauses import is_milestone, waits
from pathwayctl.reporters.why.words import day_near, full_day, named, party, working_days
from pathwayctl.scheduling.drivers import FROM_FINISH
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.analysis.why.answer import Explanation
    from pathwayctl.analysis.why.waiting import Slip
    from pathwayctl.reporters.why.view import WhyReport
    from pathwayctl.scheduling.successors import Waiter

_MOST: Final = 6
"""How many of the waiting tasks are listed."""
_NAMED: Final = 3


def sentences(answer: Explanation) -> Iterator[str]:
    """How long the task can slip, and what happens if it slips further."""
    waiting, placed = answer.waiting, answer.schedule.at(answer.row)
    first, last = waiting.first, waiting.last
    if first is None or last is None:
        return
    if placed.total_float < 0:
        due = answer.plan.project.finish_by
        by = (
            f"for the project to finish by {full_day(due)}"
            if due
            else "for a task with a fixed date that waits for it"
        )
        yield f"It is {working_days(-placed.total_float)} too late {by}."
    spare = first.days - 1
    can = (
        f"It can slip {working_days(spare)} without moving anything else. If it slips"
        if spare
        else "If it slips by"
    )
    day = ("a day" if spare == 1 else "one") + " more" if spare else "a single day"
    yield f"{can} {day}, {_joined(_effects(answer, first)) or _overdue(answer)}."
    if last.days > first.days and (effects := _effects(answer, last, first)):
        yield f"If it slips more than {working_days(last.days - 1)}, {_joined(effects)}."


def _effects(answer: Explanation, slip: Slip, known: Slip | None = None) -> list[str]:
    """What a slip does, as clauses; of a further slip only what the first one does not do."""
    was, due = answer.purchases.project_finish, answer.plan.project.finish_by
    pushed = [row for row in slip.pushed if known is None or row not in known.pushed]
    late = [row for row in slip.late if known is None or row not in known.late]
    parts = [_moved(answer, slip.moved)] if slip.moved and known is None else []
    if pushed:
        come = "comes" if len(pushed) == 1 else "come"
        has = "has" if len(pushed) == 1 else "have"
        what = "what or whom it waits for" if answer.schedule.is_levelled else "what it waits for"
        parts.append(f"{_names(answer, pushed)}, which {has} a fixed date, {come} too early for {what}")
    if late:
        its = "misses its deadline" if len(late) == 1 else "miss their deadlines"
        parts.append(f"{_names(answer, late)} {its}")
    if slip.finish > was and (known is None or known.finish <= was):
        after = ", after the day by which it should finish" if due and was <= due < slip.finish else ""
        parts.append(
            f"the project finishes on {full_day(slip.finish)}, not {day_near(was, slip.finish)}{after}"
        )
    elif due and known and known.finish <= due < slip.finish:
        parts.append(_overdue(answer))
    return parts


def _joined(parts: Sequence[str]) -> str:
    """Clauses that have commas of their own, put together."""
    return " and ".join(parts) if len(parts) < 3 else f"{'; '.join(parts[:-1])}; and {parts[-1]}"


def _overdue(answer: Explanation) -> str:
    due = answer.plan.project.finish_by
    if answer.schedule.is_levelled and not due:
        return "someone it needs is not free"
    return f"the project no longer finishes by {full_day(due)}, as it should" if due else "nothing else moves"


def _moved(answer: Explanation, moved: Sequence[int]) -> str:
    text = f"{_names(answer, moved)} {'moves' if len(moved) == 1 else 'move'}"
    milestones = [row for row in moved[_NAMED:] if is_milestone(answer, row)]
    if milestones and len(moved) > _NAMED + 1:
        what = "the milestone" if len(milestones) == 1 else "the milestones"
        text += f", including {what} {_names(answer, milestones)}"
    return text


def _names(answer: Explanation, rows: Sequence[int]) -> str:
    shown = rows if len(rows) <= _NAMED + 1 else rows[:_NAMED]
    names = [named(answer, row) for row in shown]
    more = len(rows) - len(shown)
    return listed([*names, f"{more:,} more"] if more else names)


def entries(report: WhyReport) -> tuple[str, ...]:
    """Each link that waits for the task."""
    waiters = report.answer.waiting.waiters
    shown = waiters if report.whole or len(waiters) <= _MOST + 1 else waiters[:_MOST]
    texts = [_waiter(report.answer, one) for one in shown]
    more = len(waiters) - len(shown)
    texts += [_handed_over(report.answer, row) for row in report.answer.waiting.people]
    return (*texts, f"{more:,} more (--all shows them)") if more else tuple(texts)


def _handed_over(answer: Explanation, row: int) -> str:
    who = party(answer, answer.schedule.waits[row].resource)
    return f"{named(answer, row)} waits for {who}, who works on this first; it moves with it"


def _waiter(answer: Explanation, waiter: Waiter) -> str:
    from_finish = waiter.link.type in FROM_FINISH
    if waiter.named != answer.row:
        verb = "everything in {} is done" if from_finish else "anything in {} starts"
        waited = verb.format(named(answer, waiter.named))
    elif is_milestone(answer, answer.row):
        waited = "it is reached"
    else:
        waited = "it is done" if from_finish else "it starts"
    text = waits(answer, waiter.row, waiter.link, waited)
    return f"{text}{_room(answer, waiter)}"


def _room(answer: Explanation, waiter: Waiter) -> str:
    if answer.waiting.first is None:
        return ""
    if waiter.is_held:
        if waiter.room < 0:
            return f"; with its fixed date, it comes {working_days(-waiter.room)} too early"
        return f"; with its fixed date, {working_days(waiter.room)} to spare"
    return f"; {working_days(waiter.room)} to spare" if waiter.room > 0 else "; it moves with it"


def heading(answer: Explanation) -> str:
    """The heading of the section."""
    waiting = answer.waiting
    number = len(waiting.waiters) + len(waiting.people)
    what = "task" if waiting.people else "link"
    return f"What waits for it: {count(number, what)}" if number else "What waits for it"
