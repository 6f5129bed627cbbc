"""The reason for the dates of a task, as a clause that follows “because”."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.analysis.why.causes import Because, CauseKind
from pathwayctl.reporters.why.clauses import asks
from pathwayctl.reporters.why.words import day_near, is_single, named, party, stretches, working_days
from pathwayctl.scheduling.closed_days import ClosedDays
from pathwayctl.scheduling.drivers import FROM_FINISH
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.analysis.why.answer import Explanation
    from pathwayctl.scheduling.schedule import ResourceWait


def reason(answer: Explanation, row: int, because: Because, near: date) -> str:
    """Why the work of a row, or what remains of it, is where it is; ``near`` is a day just named."""
    if because.kind is CauseKind.LINK and because.bond is not None and because.since is not None:
        return asks(answer, row, because.bond, because.since, near) + _besides(because)
    if because.wait is not None:
        return _person(answer, because.wait, near)
    if because.kind is CauseKind.DATE:
        return _date(answer, row, because, near)
    if because.kind is CauseKind.AS_LATE:
        return "it is scheduled as late as possible without delaying the finish of the project"
    if because.kind is CauseKind.NOT_BEFORE:
        return _window(answer, because, near) or _not_before(answer, row, because, near)
    if because.kind is CauseKind.STATUS_DATE:
        under_way = answer.schedule.is_under_way(row)
        held = answer.schedule.records.breakdown.rows[row].task.date
        if held and not under_way and because.since and held < because.since:
            return _passed(held, near)
        what = "the remaining work" if under_way else "work that has not started"
        if because.since == near:
            return f"{what} cannot be scheduled before that day, the status date"
        return f"{what} cannot be scheduled before the status date, {_named_day(because, near)}"
    if because.since == near:
        return "it can start as soon as the project does"
    return f"it can start as soon as the project does, on {_named_day(because, near)}"


def _not_before(answer: Explanation, row: int, because: Because, near: date) -> str:
    who = "it cannot" if because.row == row else f"nothing in {named(answer, because.row)} can"
    return f"{who} start before {_named_day(because, near)}"


def _window(answer: Explanation, because: Because, near: date) -> str:
    """Why a task with a window starts where it does; empty if that is for another reason."""
    task = answer.schedule.records.breakdown.rows[because.row].task
    if task.window is None or task.not_before is None:
        return ""
    first, last = task.window.first, task.window.last
    within = f"its window is from {day_near(first, near)} to {day_near(last, near)}"
    calendar = answer.schedule.calendar
    if calendar.index(task.not_before) <= calendar.index(first):
        return within
    return f"{within}, and those who do it have no room for it before"


def _besides(because: Because) -> str:
    """The days off in between, and how many other links ask for as much."""
    text = ""
    if between := stretches(because.off):
        text += f"; {between} {'lies' if is_single(because.off) else 'lie'} in between"
    if because.others:
        others = count(because.others, "other link")
        text += f"; {others} {'leads' if because.others == 1 else 'lead'} to the same day"
    return text


def _person(answer: Explanation, wait: ResourceWait, near: date) -> str:
    who = party(answer, wait.resource)
    if wait.task is None:
        closed = ClosedDays.of(answer.plan).by_party.get(wait.resource, ())
        before = answer.schedule.calendar.index(near) - 1
        if any(first <= answer.schedule.calendar.day(before) <= last for first, last in closed):
            is_one = any(one.id == wait.resource for one in answer.plan.organizations)
            return f"{who if is_one else f'the organization of {who}'} is closed until then"
        return f"{who} is on leave until then"
    until = day_near(answer.schedule.at(wait.task).finish, near)
    return f"{who} is working on {named(answer, wait.task)} until {until}"


def _passed(held: date, near: date) -> str:
    passed = f"its fixed date, {day_near(held, near)}, has passed"
    return f"{passed}, and work that has not started cannot be scheduled before the status date"


def _date(answer: Explanation, row: int, because: Because, near: date) -> str:
    if because.since and because.since < near:
        return _passed(because.since, near)
    text = "that is its fixed date"
    if off := answer.schedule.calendar.day_off(near):
        text += f", though it is a day off ({off})"
    if because.bond and because.pushed:
        source = answer.schedule.at(because.bond.source)
        since = source.finish if because.bond.link.type in FROM_FINISH else source.start
        pushing = asks(answer, row, because.bond, since, near)
        text += f", though it comes {working_days(because.pushed)} too early: {pushing}"
    return text


def _named_day(because: Because, near: date) -> str:
    """The day that a date names, with the days off that follow on it."""
    if because.since is None or because.since == near:
        return "that day"
    text = day_near(because.since, near)
    if off := stretches(because.off):
        text += f", and {off} follow{'s' if is_single(because.off) else ''}"
    return text
