"""The earlier state of a project that was named on the command line, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from pathwayctl.cli.exits import stop
from pathwayctl.cli.typed_values import the_one
from pathwayctl.language import phrase
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.plan_state import PlanState
    from pathwayctl.app import Project


@contextmanager
def or_say_why() -> Iterator[None]:
    """If the block raises ``RevisionError``, end the command with its message."""
    from pathwayctl.diagnostics import RevisionError

    try:
        yield
    except RevisionError as error:
        stop(str(error))


def earlier_state(project: Project, asked: str) -> PlanState:
    """The state that was named: on the day of a meeting, by its id, or as ``diff`` takes it."""
    with or_say_why():
        if any(one.id == asked for one in project.plan.meetings):
            return of_meeting(project, asked)
        return project.history.named(asked)


def of_meeting(project: Project, asked: str) -> PlanState:
    """The state on the day of a meeting; of a series, on the last day that has passed."""
    meetings = {one.id: one for one in project.plan.meetings}
    meeting = meetings[the_one(asked, meetings, "meeting")]
    day = _last_day(project, meeting.id)
    title = " ".join(meeting.title.split())
    return project.history.of_day(
        day, phrase("the meeting “{title}” on {day}", title=title, day=long_day(day))
    )


def _last_day(project: Project, meeting: str) -> date:
    from pathwayctl.evidence.meeting_days import days_of, is_series

    one = next(one for one in project.plan.meetings if one.id == meeting)
    days, until = days_of(project.index, one), project.index.today
    if not days:
        stop(f"The meeting “{meeting}” has no date. Write it first: pathwayctl set {meeting}.date 2027-05-12")
    if until is None and is_series(one):
        until = project.history.commits.named("HEAD").day
    past = [day for day in days if until is None or day <= until]
    if not past:
        stop(f"The meeting “{meeting}” is still to come: it is on {long_day(days[0])}.")
    return past[-1] if is_series(one) else past[0]
