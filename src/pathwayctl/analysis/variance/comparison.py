"""Compare a schedule with a baseline: the variances, and what caused them.

All variances are in working days on the current calendar; positive is later, longer, or more expensive.
What each task adds to the finish of the project is calculated back along its driving chain (``causes``),
as a forensic delay analysis does by comparing a plan as it was with the plan as it is (AACE International,
Recommended Practice 29R-03, "observational" methods); the shares add up to the whole.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

from pathwayctl.analysis.variance.causes import Causes, Share
from pathwayctl.analysis.variance.moves import Moves, Point, last_working_day, moves
from pathwayctl.analysis.variance.reasons import Reason
from pathwayctl.baselines.frozen import Baseline, BaselineSpan, Frozen
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import Schedule, ScheduledTask

__all__ = ["Comparison", "Reason", "Share", "Variance", "compare", "finish_variance"]


@dataclass(frozen=True, slots=True)
class Variance:
    """How one task differs from the baseline, where it began on ``start`` and ended on ``finish``.

    ``own`` are the days that the task itself adds to the variance of its finish; the rest comes
    ``through`` the task with that id. ``reason`` is that of the largest part of its own days;
    ``None`` if it adds none.
    """

    start: date
    finish: date
    start_variance: int
    finish_variance: int
    duration_variance: int
    cost_variance: float
    own: int
    through: str | None
    reason: Reason | None


@dataclass(frozen=True)
class Comparison:
    """A schedule and the baseline it is compared with."""

    baseline: Baseline
    schedule: Schedule

    @property
    def finish_variance(self) -> int:
        """By how many working days the project finishes later than in the baseline."""
        return finish_variance(self.baseline, self.schedule)

    @cached_property
    def causes(self) -> tuple[Share, ...]:
        """What moved the project's finish, in the order of the driving chain; sums up to its variance."""
        return self._causes.finish()

    @cached_property
    def added(self) -> tuple[ScheduledTask, ...]:
        """Tasks, milestones, and groups that the baseline does not have."""
        rows = enumerate(self.schedule.tasks)
        return tuple(task for row, task in rows if self._moves.now[row] and not self._moves.then[row])

    @cached_property
    def removed(self) -> tuple[Frozen, ...]:
        """What the baseline has and the plan has not, or has dropped."""
        by_id, now = self.schedule.records.breakdown.by_id, self._moves.now
        known = {name for name, row in by_id.items() if now[row]}
        return tuple(task for task in self.baseline.tasks if task.id not in known)

    def of(self, task: str) -> Variance | None:
        """How a task differs; ``None`` if the baseline does not have it, or it was dropped."""
        row = self.schedule.records.breakdown.by_id.get(task)
        if row is None or not self._moves.is_known(row):
            return None
        return self._variance(row, self.baseline.spans[task])

    @cached_property
    def _moves(self) -> Moves:
        return moves(self.baseline, self.schedule)

    @cached_property
    def _causes(self) -> Causes:
        return Causes(self.baseline, self.schedule, self._moves)

    def _variance(self, row: int, span: BaselineSpan) -> Variance:
        placed, found = self.schedule.tasks[row], self._moves
        frozen = self.baseline.by_id[placed.id]
        at_start, at_finish = Point(row, at_finish=False), Point(row, at_finish=True)
        step = self._causes.step(at_finish)
        longer = found.of(at_finish) - found.of(at_start)  # of a group, from its first day to its last
        if frozen.start is not None:
            longer = placed.duration - frozen.days
        most = max(step.shares, key=lambda share: abs(share.days), default=None)
        return Variance(
            start=span.start,
            finish=span.finish,
            start_variance=found.of(at_start),
            finish_variance=found.of(at_finish),
            duration_variance=longer,
            cost_variance=(placed.cost or 0) - (span.cost or 0),
            own=sum(share.days for share in step.shares),
            through=self.schedule.tasks[step.through.row].id if step.through else None,
            reason=most.reason if most else None,
        )


def compare(baseline: Baseline, schedule: Schedule) -> Comparison:
    """The schedule, compared with the baseline."""
    return Comparison(baseline, schedule)


def finish_variance(baseline: Baseline, schedule: Schedule) -> int:
    """By how many working days the plan finishes later than in the baseline, negative if earlier."""
    calendar = schedule.calendar
    return last_working_day(schedule.finish, calendar) - last_working_day(baseline.finish, calendar)
