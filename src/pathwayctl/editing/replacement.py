"""Edits that pass a person's open work, seats, and invitations on to another person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final

from pathwayctl.diagnostics import Path
from pathwayctl.editing.edits import Edit, RemovePlaces, ReplaceReferences, SetField
from pathwayctl.model.governance import Invitation, Progress
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.partners import Person
from pathwayctl.model.plan import Plan
from pathwayctl.model.references import Reference
from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.quick_dataclass import dataclass

_OVER: Final = (Status.DONE, Status.DROPPED)


@dataclass(frozen=True)
class Past:
    """Decides what is past, and so stays with a person who is replaced.

    ``since`` is the day from which the other person takes over, if it is known. ``day_of`` returns the
    day of a meeting, and ``finish_of`` the scheduled finish of a task by its id; ``None`` if unknown.
    """

    plan: Plan
    since: date | None
    day_of: Callable[[Meeting], date | None]
    finish_of: Callable[[str], date | None]

    def holds(self, mention: Reference) -> bool:
        """Whether a place is about the past: finished work, a meeting held, an invitation answered."""
        path, entry = mention.path, mention.entry
        if isinstance(entry, Task):
            return self._is_over(entry) or self._is_before(self.finish_of(entry.id))
        if isinstance(entry, Invitation):
            return not entry.is_open
        if path[0] == "meetings":
            if path[2] == "actions":
                return bool(getattr(entry, "done", False))
            return path[2] == "attended" or self._was_held(self.plan.meetings[int(path[1])])
        return getattr(entry, "state", None) is Progress.DONE or getattr(entry, "status", None) in _OVER

    def _is_over(self, task: Task) -> bool:
        if task.tasks:
            return all(map(self._is_over, task.tasks))
        return task.status in _OVER

    def _was_held(self, meeting: Meeting) -> bool:
        day = self.day_of(meeting)
        if day is None or self.since is None:
            return bool(meeting.attended or meeting.decisions)
        return day < self.since

    def _is_before(self, day: date | None) -> bool:
        return self.since is not None and day is not None and day < self.since


def replacement_edits(
    mentions: Iterable[Reference], old: str, new: str, written: Callable[[Path], Any]
) -> Sequence[Edit]:
    """The edits that name another person at some places; where a list has both, the first one goes.

    ``written`` returns the plain data at a path of the plan.
    """
    named: list[Path] = []
    gone: list[Path] = []
    for mention in mentions:
        path = mention.path
        here = written(path[:-1]) if isinstance(path[-1], int) else None
        if here is None or new not in here:
            named.append(path)
        else:
            gone.append((*path[:-1], old) if isinstance(here, dict) else path)
    return [ReplaceReferences(tuple(named), old, new), RemovePlaces(tuple(gone))]


def leaving_edits(person: Person, successor: str, since: date | None) -> Sequence[SetField]:
    """The edits that record who follows a person, and their last day, which is the one before ``since``.

    What is recorded already stays, and so does the last day if ``since`` is not known.
    """
    last = since - timedelta(1) if since is not None else None
    fields = {"until": last, "successor": successor}
    return [
        SetField(person.id, name, value)
        for name, value in fields.items()
        if value is not None and getattr(person, name) is None
    ]
