"""What a file that was exported from a project says in other words than the project, and means the same.

Microsoft Project has no word for much of a plan. So an exported task may be held by a constraint where the
plan has a status date or a day off, or have the links of the summary around it; and when the file comes back,
none of this is a change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.exchange.cell_text import clean
from pathwayctl.exchange.msproject.task_notes import notes_of
from pathwayctl.model.values import Link, read_duration
from pathwayctl.model.vocabulary import LinkType, Status
from pathwayctl.scheduling.records import written
from pathwayctl.scheduling.remaining_work import planned_days

if TYPE_CHECKING:
    from pathwayctl.exchange.msproject.file_plan import FileTask
    from pathwayctl.model.work import Task
    from pathwayctl.scheduling.schedule import Schedule, ScheduledTask

_PROGRESS: Final = ("status", "started", "finished", "complete", "remaining")
_HELD: Final = ("date", "not_before", "as_late_as_possible")
_LONG: Final = 200
"""Titles longer than this may have been cut in the file."""


class KnownTask:
    """A task of the project with its dates, as it was exported."""

    def __init__(self, schedule: Schedule, row: int) -> None:
        self._schedule, self._row = schedule, row
        self.placed: ScheduledTask = schedule.at(row)
        self.task: Task = self.placed.task
        rows, here = schedule.records.breakdown.rows, row
        self._around: list[Task] = []
        while here >= 0:
            self._around.append(rows[here].task)
            here = rows[here].parent

    def unchanged(self, theirs: Mapping[str, str], file: FileTask) -> Iterator[str]:
        """Yield the fields in which the file and the project agree, even if worded differently."""
        if self._is_title(theirs["title"]):
            yield "title"
        if theirs["detail"] == clean(notes_of(self.task)):
            yield "detail"
        if theirs["deadline"] == (self.task.deadline.isoformat() if self.task.deadline else ""):
            yield "deadline"
        if file.cost is None or file.cost == (self.task.cost or 0) or self.task.tasks:
            yield "cost"
        if self._is_held_alike(theirs):
            yield from _HELD
        if self.task.tasks or "duration" not in theirs:
            yield from ("duration", "priority", *_PROGRESS)
            return
        if self._lasts_alike(theirs["duration"]):
            yield "duration"
        if self._is_as_far(theirs, file):
            yield from _PROGRESS

    def _is_title(self, text: str) -> bool:
        ours = " ".join(clean(self.task.title).split())
        return text == ours or (len(text) > _LONG and ours.startswith(text.rstrip("…")))

    def _lasts_alike(self, text: str) -> bool:
        week = self._schedule.calendar.week
        days = read_duration(text).days(week) if text else 1
        first, last = (day.toordinal() for day in (self.placed.start, self.placed.finish))
        calendar = self._schedule.calendar
        length = calendar.on_or_before(last) - calendar.on_or_after(first) + 1
        return days in (planned_days(self.task, week), self.placed.duration, length)

    def _is_held_alike(self, theirs: Mapping[str, str]) -> bool:
        """Whether a constraint holds the task where it is anyway, or follows from a field of the plan."""
        task = self.task
        day = theirs["date"] or theirs["not_before"]
        if not day:
            is_planned = self._schedule.is_planned(self._row) or self._schedule.is_held(self._row)
            stated = task.date or any(one.not_before for one in self._around)
            return bool(theirs["as_late_as_possible"]) == task.as_late_as_possible or (
                not (is_planned and stated) and not theirs["as_late_as_possible"]
            )
        return day in {found.isoformat() for found in self._days()}

    def _days(self) -> Iterator[date]:
        """The days on which a constraint that was exported can hold the task."""
        yield self.placed.start
        calendar = self._schedule.calendar
        for one in self._around:
            for day in (one.date, one.not_before):
                if day is not None:
                    yield day
                    yield calendar.day(calendar.on_or_after(day.toordinal()))

    def _is_as_far(self, theirs: Mapping[str, str], file: FileTask) -> bool:
        task, placed, row = self.task, self.placed, self._row
        is_done, has_begun = self._schedule.is_done(row), self._schedule.is_under_way(row)
        left = self._schedule.remaining(row)
        days = max(placed.duration, left)
        shares = {placed.complete, task.complete or 0, 100 * (days - left) // days if days else 0}
        expected = {Status.DONE if is_done else Status.IN_PROGRESS if has_begun else Status.PLANNED}
        if has_begun and not left:  # as good as done
            expected.add(Status.DONE)
            shares.add(100)
        is_status = theirs["status"] in {one.label for one in expected}
        if not is_status or (not is_done and file.percent not in shares):
            return False
        started = theirs["started"] in ("", str(task.started), str(placed.start))
        return started and theirs["finished"] in ("", str(task.finished), str(placed.finish))

    def links(self, theirs: Iterable[Link], in_file: AbstractSet[str]) -> str:
        """The links that the task is to have, as a text.

        ``in_file`` are the tasks of the file. Links that the file cannot have stay, as do those that it has
        with the same length in another unit; and links of the summaries around a task are not its own.
        """
        week = self._schedule.calendar.week
        given = {_in_days(link, week): link for link in theirs}
        inherited = {
            _in_days(link, week)
            for one in self._around[1:]
            for link in one.depends_on
            if link.type in (LinkType.FF, LinkType.SF)
        }
        linked = {link.predecessor for link in given.values()}
        found: list[Link] = []
        for link in self.task.depends_on:
            alike = given.pop(_in_days(link, week), None)
            to_finish = self.task.tasks and link.type in (LinkType.FF, LinkType.SF)
            is_second = link.predecessor in linked and alike is None and self._has_two(link)
            if alike is not None or to_finish or is_second or link.predecessor not in in_file:
                found.append(link)
        found += [link for key, link in given.items() if key not in inherited]
        return "; ".join(map(written, found))

    def _has_two(self, link: Link) -> bool:
        return sum(one.predecessor == link.predecessor for one in self.task.depends_on) > 1

    def doers(self, theirs: Mapping[str, float], in_file: AbstractSet[str]) -> str:
        """Who is to be assigned, as a text; those whom the file does not have stay."""
        ours = {one.resource: one.units for one in self.task.assigned}
        kept = {name: units for name, units in ours.items() if name in theirs or name not in in_file}
        return assigned_text({**kept, **theirs})


def assigned_text(units: Mapping[str, float]) -> str:
    """Who does a task, as a cell has it."""
    return "; ".join(name if share == 1 else f"{name}: {share:g}" for name, share in units.items())


def _in_days(link: Link, week: int) -> tuple[str, LinkType, int, bool]:
    return link.predecessor, link.type, link.lag.days(week), link.lag.elapsed and bool(link.lag.amount)
