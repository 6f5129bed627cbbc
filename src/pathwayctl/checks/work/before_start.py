"""What lies before the project start: leads that reach back too far, and work that started earlier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Status
from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH, before_start
from pathwayctl.scheduling.records import written
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from pathwayctl.model.values import Link
    from pathwayctl.scheduling.breakdown import Row

LEAD_TOO_LONG: Final = Rule("PW430")
BEGUN_BEFORE_START: Final = Rule("PW432")


@check(LEAD_TOO_LONG, needs_schedule=True)
def leads(index: PlanIndex) -> Iterator[Problem]:
    """Report leads that reach before the project start, between tasks that have not started."""
    schedule = index.schedule
    if not isinstance(schedule, Schedule):
        return
    for row in index.live:
        for place, link in enumerate(row.task.depends_on):
            if link.lag.amount < 0 and _has_not_begun(index, schedule, row, link):
                day = before_start(schedule, link)
                if day is not None:
                    yield _too_long(index, schedule, row, place, day)


def _has_not_begun(index: PlanIndex, schedule: Schedule, row: Row, link: Link) -> bool:
    """Whether neither a task nor its predecessor has started; summaries are not asked."""
    source = index.breakdown.by_id.get(link.predecessor)
    if source is None or not schedule.counts(source) or source == row.index:
        return False
    both = row, index.breakdown.rows[source]
    return all(one.is_summary or schedule.is_planned(one.index) for one in both)


def _too_long(index: PlanIndex, schedule: Schedule, row: Row, place: int, day: date) -> Problem:
    link = row.task.depends_on[place]
    days = abs(link.lag.days(schedule.calendar.week))
    lead = count(days, "calendar day" if link.lag.elapsed else "working day")
    may = "finish" if link.type in TO_FINISH else "start"
    waited = quoted(index.breakdown.rows[index.breakdown.by_id[link.predecessor]].task.title)
    point = "finishes" if link.type in FROM_FINISH else "starts"
    then = f"on {long_day(day)}, before the project starts on {long_day(index.plan.project.start)}"
    message = f"{quoted(row.task.title)} may {may} {lead} before {waited} {point}: {then}."
    hint = f"Write a shorter lead than {quoted(written(link))}, or set the project's start earlier."
    return LEAD_TOO_LONG.at((*row.path, "depends_on", place), message, hint)


@check(BEGUN_BEFORE_START)
def begun(index: PlanIndex) -> Iterator[Problem]:
    """Report actual starts and finishes before the project start."""
    start = index.plan.project.start
    for row in index.live:
        task = row.task
        if task.status is Status.PLANNED or row.is_summary:
            continue  # a planned task with actual dates is a contradiction, and reported as one
        for field, day, verb in (
            ("started", task.started, "started"),
            ("finished", task.finished, "finished"),
        ):
            if day is not None and day < start:
                message = f"{quoted(task.title)} {verb} on {long_day(day)}, before the project starts on"
                yield BEGUN_BEFORE_START.at((*row.path, field), f"{message} {long_day(start)}.")
                break
