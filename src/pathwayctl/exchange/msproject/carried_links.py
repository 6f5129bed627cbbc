"""The links between tasks as Microsoft Project takes them, and what they ask for by its arithmetic.

A lag counts in the calendar of the successor, and a lead leads to the beginning of a day. Two tasks have one
link at most, and a summary waits with its start only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pathwayctl.exchange.msproject.placed_tasks import PlacedTask, PlacedTasks
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.model.values import Link


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

    def asked(self, task: PlacedTask) -> tuple[int, int]:
        """The moment at which links let a task start, by the earlier and by the later reading of them."""
        links = [link for one in self.placed.around(task) for link in self.of[one.place]]
        first = first_moment(self.placed)
        asked = [_asked(self.placed, one.source, task, one.link) for one in links]
        early = max((min(one) for one in asked), default=first)
        late = max((max(one) for one in asked), default=first)
        begin = task.calendar.begin
        return begin(early, is_milestone=task.is_milestone), begin(late, is_milestone=task.is_milestone)


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
        max(_lagged(target, target.calendar.later(moment, days), link, lag), first_moment(placed)),
    )


def _lagged(target: PlacedTask, moment: int, link: Link, lag: int) -> int:
    return moment + 2 * lag if link.lag.elapsed else target.calendar.later(moment, lag)


def first_moment(placed: PlacedTasks) -> int:
    """The start of the first working day of the project."""
    return 2 * placed.calendars.project.days.count(0)
