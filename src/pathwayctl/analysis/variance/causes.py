"""Explain a variance: the days that each task adds, along the chain of drivers.

A point's own **shares** are by how much it moved less by how much the point moved that it follows. Along
a chain they add up to the move of its last point exactly, since all between cancel out. So each day lost
or gained is counted once, at the task where it happened.

A new task has not moved. What it adds is counted at the first task after it that is not new.
"""

from __future__ import annotations

from collections.abc import Iterable

from pathwayctl.analysis.variance.moves import Moves, Point, last_working_day
from pathwayctl.analysis.variance.origins import Origin, Source, ends, origin
from pathwayctl.analysis.variance.reasons import Reason, Reasons
from pathwayctl.baselines.frozen import Baseline, Frozen
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Share:
    """Working days that one task adds to a move, negative for days gained, and why.

    ``row`` is ``None`` for the whole project. ``other`` is the id of what the reason speaks of, if it
    speaks of something: a task of the plan or of the baseline, or for ``PERSON`` whose time it is.
    """

    row: int | None
    days: int
    reason: Reason
    other: str | None = None


@dataclass(frozen=True, slots=True)
class CauseStep:
    """The shares of one point, and the point that it follows, if that has moved too."""

    shares: tuple[Share, ...] = ()
    through: Point | None = None


@dataclass(frozen=True, slots=True)
class _Choice:
    """One way to go on: the point that is followed, the known one at or behind it, and the new task."""

    source: Source | None
    known: Point | None
    new: int | None


class Causes:
    """Explains the moves of one schedule since one baseline."""

    def __init__(self, baseline: Baseline, schedule: Schedule, moved: Moves) -> None:
        self._baseline, self._schedule, self._moves = baseline, schedule, moved
        self._reasons = Reasons(baseline, schedule)

    def step(self, point: Point, *, alone: bool = False) -> CauseStep:
        """What a known task adds to the move of its start or finish, and what it follows in the rest.

        ``alone`` tells all of the move of the task itself.
        """
        if not self._moves.of(point):
            return CauseStep()
        came_from = origin(self._schedule, point)
        placed = Point(point.row, came_from.at_finish)
        shares = self._stretched(point) if placed != point else ()
        rest = self._moves.of(placed)
        if not rest:
            return CauseStep(shares)
        choice = self._choose(() if alone else came_from.sources, rest)
        days = rest - self._move(choice.known)
        if days and self._has_another_kind(point.row) and choice.new is None:
            whole = days + sum(share.days for share in shares)
            shares = (Share(point.row, whole, Reason.DURATION),) if whole else ()
        elif days:
            reason, other = self._why(placed, came_from, choice, days)
            shares = (Share(point.row, days, reason, other), *shares)
        return CauseStep(shares, choice.known if self._move(choice.known) else None)

    def finish(self) -> tuple[Share, ...]:
        """What has moved the project's finish, from the beginning of the chain to its end."""
        return tuple(self._chain())[::-1]

    def _chain(self) -> Iterable[Share]:
        calendar, schedule = self._schedule.calendar, self._schedule
        total = last_working_day(schedule.finish, calendar) - last_working_day(
            self._baseline.finish, calendar
        )
        if not total:
            return
        sources = ends(schedule, range(len(schedule.tasks)), at_finish=True)
        choice = self._choose(sources, total)
        days = total - self._move(choice.known)
        if days and choice.new is not None:
            yield Share(None, days, Reason.NEW_TASK, self._id(choice.new))
        elif days:
            reason, other = self._reasons.ended_last()
            yield Share(None, days, reason, other)
        point, seen = choice.known, set[Point]()
        while point is not None:
            seen.add(point)
            step = self.step(point)
            if step.through in seen:  # two who wait for each other's people, by way of a link that leads
                step = self.step(point, alone=True)
            yield from reversed(step.shares)
            point = step.through

    def _stretched(self, point: Point) -> tuple[Share, ...]:
        """What a task's own length adds to the side that follows from the other one."""
        row = point.row
        longer = self._moves.of(Point(row, at_finish=True)) - self._moves.of(Point(row, at_finish=False))
        work = self._work(row, longer)
        sign = 1 if point.at_finish else -1
        both = Share(row, sign * work, Reason.DURATION), Share(row, sign * (longer - work), Reason.DAYS_OFF)
        return tuple(share for share in both if share.days)

    def _work(self, row: int, longer: int) -> int:
        """How much of a task's greater length is work; the rest are days off that have come into it.

        For work that has begun, and where a milestone became a task, one cannot tell these apart.
        """
        schedule = self._schedule
        if schedule.is_under_way(row) or schedule.is_done(row) or self._has_another_kind(row):
            return longer
        return self._schedule.tasks[row].duration - self._frozen(row).days

    def _has_another_kind(self, row: int) -> bool:
        """Whether a milestone became a task, or a task a milestone, which shows another day for its start."""
        task = self._schedule.tasks[row]
        return task.kind != "summary" and bool(self._frozen(row).days) != bool(task.duration)

    def _frozen(self, row: int) -> Frozen:
        return self._baseline.by_id[self._schedule.tasks[row].id]

    def _choose(self, sources: tuple[Source, ...], total: int) -> _Choice:
        """Of points that a move may come from, the one that leaves the fewest days to the task itself."""
        choices = [self._known(source) for source in sources] or [_Choice(None, None, None)]
        return min(
            choices, key=lambda choice: (abs(total - self._move(choice.known)), choice.new is not None)
        )

    def _known(self, source: Source) -> _Choice:
        """Goes back from a point over new tasks to the first that is known."""
        point: Point | None = source.point
        new: int | None = None
        seen: set[Point] = set()
        while point is not None and not self._moves.is_known(point.row):
            new = point.row if new is None else new
            seen.add(point)
            found = origin(self._schedule, point).sources
            point = found[0].point if found and found[0].point not in seen else None
        return _Choice(source, point, new)

    def _why(self, placed: Point, came_from: Origin, choice: _Choice, days: int) -> tuple[Reason, str | None]:
        if choice.new is not None:
            return Reason.NEW_TASK, self._id(choice.new)
        return self._reasons.why(placed, came_from, choice.source, days)

    def _move(self, point: Point | None) -> int:
        return 0 if point is None else self._moves.of(point)

    def _id(self, row: int) -> str:
        return self._schedule.tasks[row].id
