"""Find why a task adds days of its own, from the differences between the plan and the baseline."""

from __future__ import annotations

from enum import StrEnum

from pathwayctl.analysis.variance.moves import Point, frozen_at
from pathwayctl.analysis.variance.origins import Origin, Source
from pathwayctl.baselines.frozen import Baseline
from pathwayctl.model.values import Link
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.drivers import Bond, Cause
from pathwayctl.scheduling.schedule import Schedule


class Reason(StrEnum):
    """Why a task adds days of its own, as programs read it."""

    DURATION = "duration"
    """It takes longer, or less long."""
    DAYS_OFF = "days-off"
    """The calendar has other days off in it, or before it."""
    NEW_TASK = "new-task"
    """It follows a task that was not in the baseline."""
    REMOVED_TASK = "removed-task"
    """What was to end last is no longer in the plan."""
    NEW_LINK = "new-link"
    """It waits for a task that it did not wait for."""
    REMOVED_LINK = "removed-link"
    """It no longer waits for a task that it waited for."""
    LAG = "lag"
    """The kind of a link, or the time it asks for, was changed."""
    ROOM = "room"
    """The room between it and what it follows has changed: most often it was used up."""
    START = "start"
    """It really began later than it could, or sooner."""
    REMAINING = "remaining"
    """It is under way, and what remains of it waits."""
    DATE = "date"
    """The fixed date was set, moved, or removed."""
    NOT_BEFORE = "not-before"
    """The earliest start date was set, moved, or removed."""
    AS_LATE = "as-late-as-possible"
    """It is put off as long as others allow."""
    STATUS_DATE = "status-date"
    """It has not begun, and cannot any more before the status date."""
    PROJECT_START = "project-start"
    """The project starts on another day."""
    PERSON = "person"
    """Someone's time in a levelled schedule."""
    OTHER = "other"
    """Nothing that is written of it tells why."""


Told = tuple[Reason, str | None]
"""A reason, and the id of what it speaks of, if it speaks of something."""

_NOTHING: Told = (Reason.OTHER, None)


@dataclass(frozen=True, slots=True)
class Reasons:
    """Finds the reasons of one schedule against one baseline."""

    baseline: Baseline
    schedule: Schedule

    def why(self, point: Point, came_from: Origin, source: Source | None, days: int) -> Told:
        """Why a task adds days before the side of it that is placed, after what it follows."""
        cause, row = came_from.cause, point.row
        if cause is None:
            return self._gone(row) if days < 0 else _NOTHING
        if cause is Cause.DONE:
            return Reason.START, source.bond.link.predecessor if source and source.bond else None
        if cause is Cause.PERSON:
            return Reason.PERSON, self.schedule.waits[row].resource
        if cause is Cause.LINK and source is not None and source.bond is not None:
            return self._link(row, source.bond, days)
        return self._by_itself(row, came_from, days)

    def ended_last(self) -> Told:
        """Why the project's end is not as far after its last task as it was."""
        last = [task for task in self.baseline.tasks if task.finish == self.baseline.finish]
        gone = next((task.id for task in last if not self._is_live(task.id)), None)
        return (Reason.ROOM, None) if gone is None else (Reason.REMOVED_TASK, gone)

    def _gone(self, row: int) -> Told:
        """Why a group no longer ends, or begins, with the task that it did."""
        name = self.schedule.tasks[row].id
        inside = [task.id for task in self.baseline.tasks if task.parent == name]
        gone = next((task for task in inside if not self._is_live(task)), None)
        return (Reason.ROOM, None) if gone is None else (Reason.REMOVED_TASK, gone)

    def _link(self, row: int, bond: Bond, days: int) -> Told:
        link, before = bond.link, self._links(bond.row)
        known = [old for old in before if old.predecessor == link.predecessor]
        if not known:
            return Reason.NEW_LINK, link.predecessor
        if link not in known:
            return Reason.LAG, link.predecessor
        if self.schedule.is_under_way(row):
            return Reason.REMAINING, link.predecessor
        if link.lag.elapsed:
            return Reason.DAYS_OFF, None
        return (self._loosened(row) if days < 0 else None) or (Reason.ROOM, link.predecessor)

    def _by_itself(self, row: int, came_from: Origin, days: int) -> Told:
        """Why a task adds days that no link places."""
        if came_from.cause is Cause.AS_LATE:
            return Reason.AS_LATE, None
        now, then = (
            self.schedule.tasks[came_from.row].task,
            frozen_at(self.baseline, self.schedule, came_from.row),
        )
        if came_from.cause is Cause.HELD and (then is None or then.held != now.date):
            return Reason.DATE, None
        if came_from.cause is Cause.NOT_BEFORE and (then is None or then.not_before != now.not_before):
            return Reason.NOT_BEFORE, None
        if days > 0:
            return _LATER.get(came_from.cause, Reason.DAYS_OFF) if came_from.cause else Reason.OTHER, None
        return self._loosened(row) or (_SOONER.get(came_from.cause or Cause.DONE, Reason.ROOM), None)

    def _loosened(self, row: int) -> Told | None:
        """What held a task back in the baseline, or a group it is in, and does so no more."""
        rows = self.schedule.records.breakdown.rows
        carrier = row
        while carrier >= 0:
            task, then = rows[carrier].task, frozen_at(self.baseline, self.schedule, carrier)
            if then is not None:
                if then.held is not None and then.held != task.date:
                    return Reason.DATE, None
                if then.not_before is not None and then.not_before != task.not_before:
                    return Reason.NOT_BEFORE, None
                kept = {link.predecessor for link in task.depends_on}
                for link in then.depends_on:
                    if link.predecessor not in kept or not self._is_live(link.predecessor):
                        return Reason.REMOVED_LINK, link.predecessor
            carrier = rows[carrier].parent
        return None

    def _links(self, row: int) -> tuple[Link, ...]:
        then = frozen_at(self.baseline, self.schedule, row)
        return then.depends_on if then is not None else ()

    def _is_live(self, task: str) -> bool:
        index = self.schedule.records.breakdown.by_id.get(task)
        return index is not None and self.schedule.counts(index)


_LATER = {Cause.STATUS_DATE: Reason.STATUS_DATE, Cause.PROJECT_START: Reason.PROJECT_START}
_SOONER = {Cause.STATUS_DATE: Reason.STATUS_DATE, Cause.PROJECT_START: Reason.PROJECT_START}
