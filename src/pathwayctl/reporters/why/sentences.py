"""One sentence for the start of a task and one for its finish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.analysis.why.causes import Because, CauseKind, Ending
from pathwayctl.reporters.why.causes import reason
from pathwayctl.reporters.why.clauses import is_milestone
from pathwayctl.reporters.why.words import (
    day_near,
    duration_days,
    full_day,
    named,
    stretches,
    working_days,
)

if TYPE_CHECKING:
    from pathwayctl.analysis.why.answer import Explanation
    from pathwayctl.scheduling.schedule import ScheduledTask


def start_sentence(answer: Explanation) -> str:
    """The reason for the start."""
    because, placed = answer.start, answer.schedule.at(answer.row)
    day = full_day(placed.start)
    if because.kind is CauseKind.INSIDE:
        return f"It starts on {day} because the first task in it, {named(answer, because.row)}, starts then."
    if because.kind in (CauseKind.BEGUN, CauseKind.DONE):
        return _began(answer, placed)
    if because.ends_it and placed.duration:
        ends = "ends" if placed.duration == 1 else "end"
        until = day_near(placed.finish, placed.start)
        return f"It starts on {day} so that its {working_days(placed.duration)} {ends} on {until}."
    return f"It {_falls(answer, placed)} {day} because {reason(answer, answer.row, because, placed.start)}."


def _falls(answer: Explanation, placed: ScheduledTask) -> str:
    if placed.kind == "milestone":
        return "falls on"
    return "is held on" if answer.start.kind is CauseKind.DATE else "starts on"


def finish_sentence(answer: Explanation) -> str:
    """The reason for the finish."""
    ending = answer.finish
    day = full_day(ending.last)
    if ending.kind is CauseKind.INSIDE:
        return f"It finishes on {day} because the last task in it, {named(answer, ending.row)}, does."
    if ending.kind is CauseKind.DONE:
        return _ended(answer, ending)
    if ending.remains:
        return _goes_on(answer, ending, ending.remains)
    if not ending.days:
        return "A milestone takes no time, so it starts and finishes on the same day."
    if answer.start.ends_it:
        return f"It finishes on {day} because {reason(answer, answer.row, answer.start, ending.last)}."
    task = answer.schedule.records.breakdown.rows[answer.row].task
    days = duration_days(answer) if ending.runs_through else working_days(ending.days)
    if task.duration is None:
        return f"It finishes on {day} because it has no duration:, which counts as {days}."
    if ending.days == 1:
        return f"It finishes the same day because it takes {days}."
    return f"It finishes on {day} because it takes {days} {_span(ending)}."


def _span(ending: Ending) -> str:
    """``from Monday, January 4 on, over a weekend``."""
    return f"from {day_near(ending.first, ending.last)} on{_over(ending)}"


def _over(ending: Ending) -> str:
    over = stretches(ending.off)
    return f", over {over}" if over else ""


def _goes_on(answer: Explanation, ending: Ending, remains: Because) -> str:
    """The finish of a task in progress."""
    day = full_day(ending.last)
    if not ending.days:
        return f"It finishes on {day} because no work remains. Write status: done when it is done."
    remain = f"{ending.days:,} of its {working_days(ending.planned)} remain"
    if ending.days == 1:
        remain = "1 working day of it remains"
    elif ending.days >= ending.planned:
        remain = f"all of its {working_days(ending.days)} remain"
    # The reason names the status date; it does not name other days on which work continues.
    over = _over(ending) if remains.kind is CauseKind.STATUS_DATE else f", {_span(ending)}"
    held = reason(answer, answer.row, remains, ending.last)
    return f"It finishes on {day} because {remain}{over}, and {held}."


def _began(answer: Explanation, placed: ScheduledTask) -> str:
    task, day = placed.task, full_day(placed.start)
    if task.started:
        return f"It started on {day}."
    if task.date == placed.start:
        return f"Its fixed date was {day}, so the plan takes that as its actual start."
    if answer.start.kind is CauseKind.BEGUN:
        return f"It is in progress without a started: date, so the plan uses the earliest possible, {day}."
    if is_milestone(answer, answer.row):
        return "A milestone takes no time: it started when it was reached."
    back = working_days(answer.schedule.duration(answer.row))
    return f"It is done without a started: date, so the plan counts back {back} to {day}."


def _ended(answer: Explanation, ending: Ending) -> str:
    task, day = answer.schedule.records.breakdown.rows[answer.row].task, full_day(ending.last)
    if task.finished:
        return f"It was {'reached' if is_milestone(answer, answer.row) else 'done'} on {day}."
    return f"It is done without a finished: date, so the plan uses {day}. Write the actual date."
