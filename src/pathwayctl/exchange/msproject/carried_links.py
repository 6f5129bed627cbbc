"""The links between tasks as Microsoft Project takes them, and the constraints that keep their dates.

Microsoft Project calculates a task from its links and its constraint alone. Where that would give another
day than ours, the task gets a constraint: it is held back if Project would start it earlier, and held on its
day if later. The arithmetic is that of Project: a lag counts in the calendar of the successor, and a lead
leads to the beginning of a day. Two tasks have one link at most, and a summary waits with its start only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING

from pathwayctl.exchange.msproject.placed_tasks import PlacedTask, PlacedTasks, Progress
from pathwayctl.exchange.msproject.terms import ConstraintType
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.model.values import Link


class Reason(Enum):
    """Why a task has a constraint."""

    NONE = "none"
    STATED = "stated"
    LATE = "as late as possible"
    HELD_BACK = "held back"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Constraint:
    """What holds a task besides its links: the kind, the moment, and why."""

    type: ConstraintType = ConstraintType.AS_SOON_AS_POSSIBLE
    moment: int | None = None
    reason: Reason = Reason.NONE


@dataclass(frozen=True, slots=True)
class CarriedLink:
    """A link of the file: the places of both tasks, and the link as the plan has it."""

    source: int
    target: int
    link: Link


@dataclass(frozen=True)
class CarriedLinks:
    """The links of a file by the place of the task that waits. ``left_out`` are second links of two tasks."""

    placed: PlacedTasks
    of: tuple[tuple[CarriedLink, ...], ...]
    left_out: tuple[CarriedLink, ...]

    def constraint(self, task: PlacedTask) -> Constraint:
        """What keeps a task on its day, if its links do not."""
        if task.progress is Progress.HELD:
            return Constraint(ConstraintType.MUST_START_ON, task.start, Reason.STATED)
        if task.progress is not Progress.PLANNED:
            return Constraint()
        early, late = self._asked(task)
        if late > task.start:
            return Constraint(ConstraintType.MUST_START_ON, task.start, Reason.FIXED)
        stated = self._not_before(task)
        if early == task.start:
            if stated is None:
                return Constraint()
            return Constraint(ConstraintType.START_NO_EARLIER_THAN, stated, Reason.STATED)
        reason = Reason.STATED if stated == task.start else Reason.HELD_BACK
        if self._is_late(task):
            reason = Reason.LATE
        return Constraint(ConstraintType.START_NO_EARLIER_THAN, task.start, reason)

    def _asked(self, task: PlacedTask) -> tuple[int, int]:
        """The moment at which links let a task start, by the earlier and by the later reading of them."""
        links = [link for one in self.placed.around(task) for link in self.of[one.place]]
        first = _first(self.placed)
        asked = [_asked(self.placed, one.source, task, one.link) for one in links]
        early = max((min(one) for one in asked), default=first)
        late = max((max(one) for one in asked), default=first)
        begin = task.calendar.begin
        return begin(early, is_milestone=task.is_milestone), begin(late, is_milestone=task.is_milestone)

    def _not_before(self, task: PlacedTask) -> int | None:
        """The moment before which the plan does not let a task start, by its own or a summary's field.

        One before the start of the project would let Project start the task there.
        """
        stated = [one.task.not_before for one in self.placed.around(task)]
        days = [day for day in stated if day is not None]
        if not days:
            return None
        moment = task.calendar.begin(2 * max(days).toordinal(), is_milestone=False)
        return moment if _first(self.placed) < moment <= task.start else None

    def _is_late(self, task: PlacedTask) -> bool:
        return any(one.task.as_late_as_possible for one in self.placed.around(task))


def carried_links(placed: PlacedTasks) -> CarriedLinks:
    """The links of all tasks between tasks of the file."""
    found: list[dict[int, CarriedLink]] = [{} for _ in placed.tasks]
    left_out: list[CarriedLink] = []
    for one in _all_links(placed):
        known = found[one.target].get(one.source)
        if known is None:
            found[one.target][one.source] = one
            continue
        kept, other = sorted((known, one), key=lambda link: _latest(placed, link), reverse=True)
        found[one.target][one.source] = kept
        left_out.append(other)
    return CarriedLinks(placed, tuple(tuple(links.values()) for links in found), tuple(left_out))


def _all_links(placed: PlacedTasks) -> Iterator[CarriedLink]:
    """Each link; those on the finish of a summary as links on everything in it, for Project has no others."""
    for task in placed.tasks:
        for link in dict.fromkeys(task.task.depends_on):
            source = placed.by_id.get(link.predecessor, task.place)
            if source == task.place:
                continue
            to_finish = link.type in (LinkType.FF, LinkType.SF)
            targets: Iterable[PlacedTask] = placed.leaves(task) if to_finish else (task,)
            for target in targets:
                yield CarriedLink(source, target.place, link)


def _latest(placed: PlacedTasks, one: CarriedLink) -> int:
    return max(_asked(placed, one.source, placed.tasks[one.target], one.link))


def _asked(placed: PlacedTasks, place: int, target: PlacedTask, link: Link) -> tuple[int, int]:
    """The start that a link asks for, with its lag counted from the finish, or from the start before it.

    Both are the same for lags of working days. Project does not document which one an elapsed lag takes.
    """
    source, week = placed.tasks[place], placed.calendars.project.days.week
    moment = source.finish if link.type in (LinkType.FS, LinkType.FF) else source.start
    lag = link.lag.days(week)
    if link.type in (LinkType.FS, LinkType.SS):
        asked = _lagged(target, moment, link, lag)
        return asked, asked
    days = -target.days
    return (
        target.calendar.later(_lagged(target, moment, link, lag), days),
        max(_lagged(target, target.calendar.later(moment, days), link, lag), _first(placed)),
    )


def _lagged(target: PlacedTask, moment: int, link: Link, lag: int) -> int:
    return moment + 2 * lag if link.lag.elapsed else target.calendar.later(moment, lag)


def _first(placed: PlacedTasks) -> int:
    """The start of the first working day of the project."""
    return 2 * placed.calendars.project.days.count(0)
