"""The results of a simulation as plain values: the odds of a plan's dates."""

from __future__ import annotations

from datetime import date
from typing import Final

from pathwayctl.quick_dataclass import dataclass

NEARLY: Final = 0.995
"""The chance from which a date counts as almost certain."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The days by which something is finished in 10, 50, 80, and 95 percent of the runs."""

    p10: date
    p50: date
    p80: date
    p95: date


@dataclass(frozen=True, slots=True)
class Promise:
    """A day by which something should be finished, and the chance (0 to 1) that it is."""

    day: date
    chance: float


@dataclass(frozen=True, slots=True)
class Hold:
    """The task's own date that decides its day: its ``date``, or its ``not_before`` if ``is_start``."""

    day: date
    is_start: bool


@dataclass(frozen=True, slots=True)
class TaskOdds:
    """The odds of one task or milestone.

    ``criticality`` is the share of runs in which it is critical: its total float, counted from that
    run's finish, is at most the project's ``critical_float``. ``sensitivity`` is the correlation of its
    length with the project's finish (Pearson, -1 to 1), or ``None`` if its length is certain. Both are
    ``None`` if what drives the finish was not asked. ``chance`` is the chance of finishing on or before the
    planned day. ``hold`` is set if the task's own date, and not a predecessor, decides the planned day.
    """

    id: str
    wbs: str
    title: str
    kind: str
    planned: date
    finish: Spread
    chance: float
    criticality: float | None
    sensitivity: float | None
    deadline: Promise | None
    hold: Hold | None = None

    @property
    def weight(self) -> float:
        """How much the task deserves attention: criticality times sensitivity, known as cruciality."""
        return (self.criticality or 0.0) * max(self.sensitivity or 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class RiskOdds:
    """The effect of one risk of the register on the finish.

    ``happened`` is the share of runs in which it happened. ``mean_days`` and ``p80_days`` are the working
    days by which the mean and the 80-percent day of the finish would be earlier without it, in the same
    runs: above 0 for a threat, below 0 for an opportunity.
    """

    id: str
    title: str
    effect: str
    probability: float
    happened: float
    mean_days: float
    p80_days: int


@dataclass(frozen=True, slots=True)
class Odds:
    """The odds of a plan.

    ``uncertain`` is true if the plan has any uncertainty: open tasks with three-point estimates, or risks
    with a probability and delays. ``days`` holds every day on which the project finished in some run, with
    the number of those runs. ``buffer`` is how many working days the 80 percent day is after the planned
    one, ``mean_late`` how many the mean of the finish is, and ``deviation`` is the standard deviation of the
    finish in working days. ``tasks`` holds all tasks and milestones that are not dropped, in the order of the
    work breakdown, or only those that were asked for; ``risks`` those with a probability and delays, in the
    order of the register.
    """

    runs: int
    seed: int
    shape: str
    uncertain: bool
    planned_finish: date
    chance_of_planned: float
    finish: Spread
    finish_by: Promise | None
    buffer: int
    mean_late: float
    deviation: float
    days: tuple[tuple[date, int], ...]
    tasks: tuple[TaskOdds, ...]
    risks: tuple[RiskOdds, ...]

    @property
    def milestones(self) -> tuple[TaskOdds, ...]:
        """The milestones among the tasks."""
        return tuple(task for task in self.tasks if task.kind == "milestone")

    @property
    def pin(self) -> TaskOdds | None:
        """The task whose own date fixes the finish in all runs, or nearly all; ``None`` if there is none.

        Its chance says nothing about the work before it, only that there is room left.
        """
        if not self.uncertain or self.chance_of_planned < NEARLY:
            return None
        held = (task for task in self.tasks if task.hold and task.planned == self.planned_finish)
        return next((task for task in held if task.chance >= NEARLY), None)

    @property
    def least_certain(self) -> TaskOdds | None:
        """The milestone least likely to be reached by its planned day; ``None`` if all are almost certain."""
        open_ones = [task for task in self.milestones if task.chance < NEARLY]
        return min(open_ones, key=lambda task: task.chance, default=None)

    @property
    def promised(self) -> tuple[TaskOdds, ...]:
        """The tasks and milestones that have a deadline."""
        return tuple(task for task in self.tasks if task.deadline)
