"""What a task's start and finish come from, as facts for one sentence each."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pathwayctl.analysis.why.days_off_ranges import Off, days_off
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.drivers import FROM_FINISH, TO_FINISH, Bond, Cause, Driver, bonds, driver
from pathwayctl.scheduling.schedule import ResourceWait, Schedule

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan

_DAY: Final = timedelta(days=1)


class CauseKind(StrEnum):
    """What can place a task. The values are used in the JSON output."""

    LINK = "link"
    PERSON = "person"
    DATE = "date"
    NOT_BEFORE = "not_before"
    AS_LATE = "as_late_as_possible"
    STATUS_DATE = "status_date"
    PROJECT_START = "project_start"
    BEGUN = "begun"
    DONE = "done"
    INSIDE = "inside"


_KINDS: Final = {
    Cause.LINK: CauseKind.LINK,
    Cause.PERSON: CauseKind.PERSON,
    Cause.HELD: CauseKind.DATE,
    Cause.NOT_BEFORE: CauseKind.NOT_BEFORE,
    Cause.AS_LATE: CauseKind.AS_LATE,
    Cause.STATUS_DATE: CauseKind.STATUS_DATE,
    Cause.PROJECT_START: CauseKind.PROJECT_START,
    Cause.DONE: CauseKind.DONE,
}


@dataclass(frozen=True, slots=True)
class Because:
    """What places the work of a task, or what remains of it.

    ``row`` is where that is written: the task or a summary it is in; for ``INSIDE`` the task inside a
    summary that gives it its date, itself if there is none. ``bond`` is the link that drives it, or pushes
    hardest against its date, ``others`` how many more ask for the same day. ``since`` is the day that is
    counted from, and ``off`` are the days off between it and the task's own day. ``pushed`` is by how many
    working days a held task is earlier than its links ask for. ``wait`` tells who is busy or away.
    """

    kind: CauseKind
    row: int
    bond: Bond | None = None
    others: int = 0
    since: date | None = None
    off: tuple[Off, ...] = ()
    pushed: int = 0
    wait: ResourceWait | None = None

    @property
    def ends_it(self) -> bool:
        """Whether it is a link that binds the finish, so that the start is counted back from that."""
        return self.kind is CauseKind.LINK and self.bond is not None and self.bond.link.type in TO_FINISH


@dataclass(frozen=True, slots=True)
class Ending:
    """What a finish comes from: so many working days of work, from one day to another.

    ``planned`` is more than ``days`` or as much for what is under way; then ``remains`` tells what places the
    remaining work. ``off`` are the days off from ``first`` to ``last``. ``row`` is as in ``Because``.
    ``runs_through`` says that the days are calendar days.
    """

    kind: CauseKind | None
    row: int
    days: int
    planned: int
    first: date
    last: date
    off: tuple[Off, ...] = ()
    remains: Because | None = None
    runs_through: bool = False


def start_because(plan: Plan, schedule: Schedule, row: int) -> Because:
    """What the start of a row comes from."""
    if schedule.records.breakdown.rows[row].is_summary:
        return Because(CauseKind.INSIDE, edge(schedule, row, last=False))
    if schedule.is_under_way(row):
        return Because(CauseKind.BEGUN, row)
    return work_because(plan, schedule, row)


def finish_because(plan: Plan, schedule: Schedule, row: int) -> Ending:
    """What the finish of a row comes from."""
    placed = schedule.at(row)
    if schedule.records.breakdown.rows[row].is_summary:
        inside = edge(schedule, row, last=True)
        return Ending(CauseKind.INSIDE, inside, placed.duration, placed.duration, placed.start, placed.finish)
    days, planned = schedule.remaining(row), schedule.duration(row)
    if schedule.is_done(row):
        return Ending(CauseKind.DONE, row, 0, planned, placed.start, placed.finish)
    event = schedule.event(row)
    if event:
        through, second = event.runs_through, placed.start + _DAY
        off = () if through else days_off(plan, schedule.calendar, second, placed.finish)
        return Ending(None, row, event.days, planned, placed.start, placed.finish, off, runs_through=through)
    first = placed.start
    remains = None
    if schedule.is_under_way(row):
        first = schedule.calendar.day(schedule.work_start(row)) if days else placed.finish
        remains = work_because(plan, schedule, row)
    off = days_off(plan, schedule.calendar, first, placed.finish)
    return Ending(None, row, days, planned, first, placed.finish, off, remains)


def work_because(plan: Plan, schedule: Schedule, row: int) -> Because:
    """What places the work of a task, or what remains of it."""
    found = driver(schedule, row)
    kind = _KINDS[found.cause]
    if found.cause is Cause.LINK:
        return _link(plan, schedule, row, found)
    if found.cause is Cause.PERSON:
        return Because(kind, row, wait=schedule.waits[row])
    if found.cause is Cause.HELD:
        return _held(plan, schedule, row)
    since = _since(plan, schedule, found)
    off = () if since is None else _up_to(plan, schedule, since, _begins(schedule, row))
    return Because(kind, found.row, since=since, off=off)


def _link(plan: Plan, schedule: Schedule, row: int, found: Driver) -> Because:
    bond = found.bonds[0]
    since = counted_from(schedule, bond)
    target = schedule.at(row).finish if bond.link.type in TO_FINISH else _begins(schedule, row)
    off = _up_to(plan, schedule, since + _DAY, target) if since < target else ()
    return Because(CauseKind.LINK, bond.row, bond, len(found.bonds) - 1, since, off)


def _begins(schedule: Schedule, row: int) -> date:
    """The day on which the work of a task begins, or what remains of it."""
    if schedule.is_under_way(row):
        return schedule.calendar.day(schedule.work_start(row))
    return schedule.at(row).start


def counted_from(schedule: Schedule, bond: Bond) -> date:
    """The day that a link counts from: the finish or the start of its source."""
    source = schedule.at(bond.source)
    return source.finish if bond.link.type in FROM_FINISH else source.start


def _held(plan: Plan, schedule: Schedule, row: int) -> Because:
    """A task on its date, and how far the links that come too late for it would push it."""
    placed = schedule.at(row)
    pushed = max(0, placed.asked - placed.early[0])
    pushing = [bond for bond in bonds(schedule, row) if pushed and bond.asks == placed.asked]
    since = placed.task.date
    off = () if since is None else _up_to(plan, schedule, since, placed.start)
    bond = pushing[0] if pushing else None
    return Because(CauseKind.DATE, row, bond, max(0, len(pushing) - 1), since, off, pushed)


def _since(plan: Plan, schedule: Schedule, found: Driver) -> date | None:
    """The day that something other than a link names."""
    if found.cause is Cause.NOT_BEFORE:
        return schedule.records.breakdown.rows[found.row].task.not_before
    if found.cause is Cause.STATUS_DATE:
        return plan.project.status_date
    return plan.project.start if found.cause is Cause.PROJECT_START else None


def _up_to(plan: Plan, schedule: Schedule, since: date, target: date) -> tuple[Off, ...]:
    """The days off from a day that is named to the one that it comes to."""
    return days_off(plan, schedule.calendar, since, target - _DAY) if since < target else ()


def edge(schedule: Schedule, row: int, *, last: bool) -> int:
    """The task in a summary that starts first or finishes last; itself if there is no task in it.

    Dropped tasks count only where there is nothing else.
    """
    placed = [(schedule.at(index), -index) for index in schedule.tasks_in(row) or [row]]
    if last:
        return -max(placed, key=lambda one: (one[0].finish, one[1]))[1]
    return -min(placed, key=lambda one: (one[0].start, -one[1]))[1]
