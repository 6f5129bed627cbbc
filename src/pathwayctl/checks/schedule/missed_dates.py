"""Dates that the schedule misses, and dates of the project that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.work.dates import NOT_BEGUN
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.funding import budget
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.schedule import missed_deadlines, missed_target
from pathwayctl.model.values import Link
from pathwayctl.model.vocabulary import LinkType, Status
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.scheduling.schedule import Schedule, ScheduledTask
from pathwayctl.wording import count, long_day

DEADLINE_MISSED: Final = Rule("PW411")
FINISH_MISSED: Final = Rule("PW412")
PUSHED: Final = Rule("PW413")

_FROM_FINISH: Final = frozenset((LinkType.FS, LinkType.FF))
_TO_FINISH: Final = frozenset((LinkType.FF, LinkType.SF))


@check(DEADLINE_MISSED, FINISH_MISSED, PUSHED, needs_schedule=True)
def promises(index: PlanIndex) -> Iterator[Problem]:
    """Dates that the schedule misses, with the delay in working days."""
    schedule = index.schedule
    if not isinstance(schedule, Schedule):
        return
    yield from _finish(index)
    required = {(one.task, one.due) for one, _ in index.ask(budget).late}  # PW665 reports these
    for missed in index.ask(missed_deadlines):
        if (missed.row.task.id, missed.due) in required:
            continue
        title, finish = quoted(missed.row.task.title), long_day(missed.placed.finish)
        late = count(missed.days_late, "working day")
        message = f"{title} finishes on {finish}, {late} after its deadline, {long_day(missed.due)}."
        yield DEADLINE_MISSED.at((*missed.row.path, "deadline"), message)
    for row in index.live:
        if row.task.date is not None and row.task.status in NOT_BEGUN and not row.is_summary:
            yield from _held(index, schedule, row)


def _finish(index: PlanIndex) -> Iterator[Problem]:
    missed = index.ask(missed_target)
    if missed is not None:
        late = count(missed.days_late, "working day")
        finish = f"The schedule finishes on {long_day(missed.finish)}"
        message = f"{finish}, {late} after the target date, {long_day(missed.due)}."
        yield FINISH_MISSED.at(("project", "finish_by"), message)


def _held(index: PlanIndex, schedule: Schedule, row: Row) -> Iterator[Problem]:
    """Report a fixed date that is earlier than the links allow; other rules report dates that have passed."""
    placed = schedule.at(row.index)
    if placed.start != row.task.date:
        return
    late = placed.asked - placed.early[0]
    pushing = (
        _pushing(index, schedule, row, placed) if late > 0 else _in_the_way(index, schedule, row, placed)
    )
    if late <= 0 and not pushing:
        return
    early = f"{count(late, 'working day')} too early" if late > 0 else "too early"
    whom = named(index, pushing) or "its predecessors"
    message = f"{quoted(row.task.title)} has the fixed date {long_day(placed.start)}, {early} for {whom}."
    # A milestone may have the same date as the finish of its predecessor.
    at_end = placed.kind == "milestone" and not schedule.is_morning(row.index)
    first = schedule.calendar.day(placed.asked - at_end)
    hint = f"Write date: {first} or a later day, or shorten its predecessors."
    yield PUSHED.at((*row.path, "date"), message, hint)


def _pushing(index: PlanIndex, schedule: Schedule, row: Row, placed: ScheduledTask) -> list[str]:
    """The titles of the predecessors of a task, or of its summaries, that finish after its fixed date."""
    waits = _waits(index, schedule, row)
    return [other.title for link, other in waits if _asked(schedule, link, other, placed) > placed.early[0]]


def _in_the_way(index: PlanIndex, schedule: Schedule, row: Row, placed: ScheduledTask) -> list[str]:
    """The titles of the predecessors that overlap a task with a fixed date on a day off."""
    if schedule.event(row.index) is None:
        return []
    return [
        other.title
        for link, other in _waits(index, schedule, row)
        if link.type is LinkType.FS and link.lag.amount >= 0 and _overlap(other, placed)
    ]


def _overlap(first: ScheduledTask, then: ScheduledTask) -> bool:
    """Whether one task finishes after another starts, or on that day if neither is a milestone."""
    take_time = "milestone" not in (first.kind, then.kind)
    return first.finish > then.start or (first.finish == then.start and take_time)


def _waits(index: PlanIndex, schedule: Schedule, row: Row) -> Iterator[tuple[Link, ScheduledTask]]:
    """The links of a task and of the summaries around it, each with its predecessor."""
    rows = index.breakdown.rows
    here: Row | None = row
    while here is not None:
        for link in here.task.depends_on:
            other = schedule.find(link.predecessor)
            if other is not None and other.status is not Status.DROPPED:
                yield link, other
        here = rows[here.parent] if here.parent >= 0 else None


def _asked(schedule: Schedule, link: Link, other: ScheduledTask, placed: ScheduledTask) -> int:
    """The earliest start boundary that one link allows."""
    from_finish, to_finish = link.type in _FROM_FINISH, link.type in _TO_FINISH
    if link.lag.elapsed:
        instant = other.finish.toordinal() + 1 if from_finish else other.start.toordinal()
        asked = schedule.calendar.on_or_after(instant + link.lag.days(7))
    else:
        asked = other.early[from_finish] + link.lag.days(schedule.calendar.week)
    return asked - (placed.early[1] - placed.early[0]) if to_finish else asked


TARGET_BEFORE_START: Final = Rule("PW414")
STATUS_BEFORE_START: Final = Rule("PW415")


@check(TARGET_BEFORE_START, STATUS_BEFORE_START)
def project_dates(index: PlanIndex) -> Iterator[Problem]:
    """Dates of the project that are before its start."""
    project = index.plan.project
    start = f"the project starts on {long_day(project.start)}"
    if project.finish_by is not None and project.finish_by < project.start:
        message = f"The target date is {long_day(project.finish_by)}, but {start}."
        yield TARGET_BEFORE_START.at(("project", "finish_by"), message)
    if project.status_date is not None and project.status_date < project.start:
        message = f"The status date is {long_day(project.status_date)}, but {start}."
        yield STATUS_BEFORE_START.at(("project", "status_date"), message)
