"""When organizations are closed by calendars of their own, such as that of a school year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pathwayctl.model.plan import Plan
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.assignees import without_teams
from pathwayctl.scheduling.workdays import WorkCalendar

Days = tuple[tuple[date, date], ...]
"""First and last days."""


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """The first and last days on which each organization is closed; its people share them.

    A team is closed while all of its members are.
    """

    by_party: Mapping[str, Days]

    @classmethod
    def of(cls, plan: Plan) -> ClosedDays:
        """The closures of all organizations of a plan."""
        found = {
            one.id: tuple((days.first, days.last) for days in one.calendar.closures)
            for one in plan.organizations
            if one.calendar is not None
        }
        own = {one.id: found[one.organization] for one in plan.people if one.organization in found}
        parties = {**own, **found}
        teams = {team.id: team for team in plan.teams} if parties else {}
        whole = {name: _all_closed(parties, without_teams(teams, (name,))) for name in teams}
        return cls({**{name: days for name, days in whole.items() if days}, **parties})

    def __bool__(self) -> bool:
        """Whether anybody has days off of their own."""
        return bool(self.by_party)

    def of_task(self, task: Task) -> tuple[tuple[str, date, date], ...]:
        """Who of those who do a task is closed, and when: those assigned, else its owner."""
        doers = [one.resource for one in task.assigned] or [task.owner or ""]
        return tuple((name, *days) for name in doers for days in self.by_party.get(name, ()))

    def within(self, task: Task, first: date, last: date, calendar: WorkCalendar) -> int:
        """The working days of the project, from one day to another, on which a task pauses."""
        closed = self.of_task(task) if not task.tasks and task.date is None else ()
        days = range(calendar.index(first), calendar.index_before(last) + 1) if closed else ()
        return sum(any(one <= calendar.day(day) <= other for _, one, other in closed) for day in days)


def _all_closed(closed: Mapping[str, Days], members: tuple[str, ...]) -> Days:
    """The first and last days on which all members of a team are closed."""
    found: Days = ((date.min, date.max),) if members else ()
    for name in members:
        found = tuple(
            (max(first, begin), min(last, end))
            for first, last in found
            for begin, end in closed.get(name, ())
            if max(first, begin) <= min(last, end)
        )
    return found
