"""The links between the tasks of a file in our notation, without those that no plan can have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from pathwayctl.exchange.msproject.file_plan import FileLink, FilePlan, FileTask
from pathwayctl.exchange.msproject.task_outline import TaskOutline
from pathwayctl.exchange.msproject.terms import LengthUnit
from pathwayctl.exchange.msproject.whole_days import in_days
from pathwayctl.model.plan import Plan
from pathwayctl.model.project import Header
from pathwayctl.model.values import Lag, Link
from pathwayctl.model.work import Task
from pathwayctl.scheduling.schedule import NoSchedule, make_schedule

_ANY_DAY: Final = date(2000, 1, 3)
_MOST_ROUNDS: Final = 200
"""Rounds in which one link of each circle is dropped; after that, all links in circles are."""


class TaskLinks:
    """The links of each task by its number, and what is to be said of them."""

    def __init__(self, plan: FilePlan, outline: TaskOutline, ids: Mapping[int, str]) -> None:
        self.links: dict[int, list[Link]] = defaultdict(list)
        self.adapted: dict[int, list[str]] = defaultdict(list)
        self.left: dict[int, list[str]] = defaultdict(list)
        self._plan, self._outline, self._ids = plan, outline, ids
        self._numbers = {id_: uid for uid, id_ in ids.items()}
        for task in outline.tasks:
            for link in task.links:
                self._add(task, link)
        self._without_circles()

    def _add(self, task: FileTask, link: FileLink) -> None:
        source = self._outline.by_uid.get(link.uid)
        refusal = _refusal(task, link, source, self._outline)
        if refusal or source is None or source.uid not in self._ids:
            self.left[task.uid].append(refusal or "Its link to a task that is not imported.")
            return
        made = Link(self._ids[source.uid], link.type, self._lag(task, link, source))
        if made not in self.links[task.uid]:
            self.links[task.uid].append(made)

    def _lag(self, task: FileTask, link: FileLink, source: FileTask) -> Lag:
        if not link.lag:
            return Lag(0, "d")
        minutes = link.lag / 10
        unit = link.unit
        if unit.percent:
            minutes, unit = link.lag / 100 * (source.minutes or 0), LengthUnit.DAYS
        length = in_days(round(minutes), unit, self._plan.time)
        if link.unit.percent:
            said = f"Its lag of {link.lag}% of “{source.title}” became {length.text}."
            self.adapted[task.uid].append(said)
        elif length.is_rounded:
            said = f"Its lag of {length.exact} days on “{source.title}” was rounded up to {length.text}."
            self.adapted[task.uid].append(said)
        amount, letter = length.text.rstrip("dew"), length.text.lstrip("-0123456789")
        return Lag(int(amount), letter)

    def _without_circles(self) -> None:
        """Leave out a link of each circle until there is none."""
        for number in range(_MOST_ROUNDS):
            found = self._circles()
            if not found:
                return
            for circle in found:
                self._open(circle, whole=number == _MOST_ROUNDS - 1)

    def _circles(self) -> tuple[tuple[str, ...], ...]:
        header = Header.model_construct(name="", start=_ANY_DAY)
        found = make_schedule(Plan.model_construct(project=header, tasks=self._tree(self._outline.top)))
        return found.cycles if isinstance(found, NoSchedule) else ()

    def _tree(self, tasks: Sequence[FileTask]) -> tuple[Task, ...]:
        """The tasks with nothing but their links, for the engine to find circles in."""
        return tuple(
            Task.model_construct(
                id=str(task.uid), title="", depends_on=tuple(self._as_numbers(task)),
                tasks=self._tree(self._outline.inside[task.uid]),
            )
            for task in tasks
        )  # fmt: skip

    def _as_numbers(self, task: FileTask) -> list[Link]:
        return [Link(str(self._numbers[one.predecessor]), one.type, one.lag) for one in self.links[task.uid]]

    def _open(self, circle: Sequence[str], *, whole: bool) -> None:
        """Leave out the first link in a circle, whose tasks each wait for the next."""
        names = [self._outline.by_uid[int(one)].title for one in circle]
        for waiting, awaited in zip(circle, (*circle[1:], circle[0]), strict=True):
            uid, source = int(waiting), self._ids.get(int(awaited))
            kept = [one for one in self.links[uid] if one.predecessor != source]
            if len(kept) < len(self.links[uid]):
                self.links[uid] = kept
                name = self._outline.by_uid[int(awaited)].title
                way = " → ".join(f"“{one}”" for one in [*names, names[0]][:6])
                self.left[uid].append(f"Its link to “{name}”, since tasks would wait in a circle: {way}.")
                if not whole:
                    return


def _refusal(task: FileTask, link: FileLink, source: FileTask | None, outline: TaskOutline) -> str:
    """Why a link cannot be carried over; empty if it can."""
    if link.is_outside:
        return "Its link to a task of another project."
    if source is None:
        return f"Its link to a task that is not in the file (UID {link.uid})."
    if source.uid == task.uid:
        return "Its link to itself."
    if outline.holds(source.uid, task.uid):
        return f"Its link to “{source.title}”, which it is part of."
    if outline.holds(task.uid, source.uid):
        return f"Its link to “{source.title}”, which is part of it."
    return ""
