"""Try out changes to a plan, and compare the schedules with the one as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from pathwayctl.scheduling.what_if import Altered, Speedup, altered, delayed, place

if TYPE_CHECKING:
    from pathwayctl.levelling.same_order import InOrder
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.schedule import Schedule


class Trials:
    """Tries out changes to a plan; each trial is a whole schedule.

    In a leveled schedule everyone keeps the order of their work.
    """

    def __init__(self, plan: Plan, schedule: Schedule) -> None:
        self.plan, self.schedule = plan, schedule

    def with_(self, changes: Sequence[Speedup]) -> Schedule:
        """The schedule with some changes made."""
        return self._placed(altered(self.plan, self.schedule, changes))

    def delayed(self, row: int, days: int) -> Schedule:
        """The schedule with a task (not a summary) delayed by a number of working days."""
        return self._placed(delayed(self.schedule, row, days))

    def _placed(self, change: Altered) -> Schedule:
        if self.schedule.is_levelled:
            return self._in_order.place(change)
        return place(self.plan, self.schedule, change)

    @cached_property
    def _in_order(self) -> InOrder:
        from pathwayctl.levelling.same_order import InOrder  # plain schedules have no need of it

        return InOrder(self.plan, self.schedule)

    def finish(self, trial: Schedule, row: int) -> date:
        """The day on which a task, or the last in a summary, finishes in a trial."""
        return trial.days(self.last_in(trial, row))[1]

    def last_in(self, trial: Schedule, row: int) -> int:
        """The task in a summary that finishes last in a trial, or the task itself."""
        return max(trial.tasks_in(row) or [row], key=lambda index: (trial.days(index)[1], -index))

    @cached_property
    def _live(self) -> list[int]:
        rows = self.schedule.records.breakdown.rows
        return [row.index for row in rows if not row.is_summary and self.schedule.counts(row.index)]

    def moved(self, trial: Schedule) -> list[int]:
        """The tasks that show other days in a trial, in outline order; dropped ones do not count."""
        was = self.schedule
        # Most tasks do not move at all, and comparing boundaries is quicker than comparing days.
        rows = [
            row
            for row in self._live
            if trial.span(row) != was.span(row) or trial.is_morning(row) != was.is_morning(row)
        ]
        return [row for row in rows if trial.days(row) != was.days(row)]

    def pushed(self, trial: Schedule) -> list[int]:
        """The held tasks that links, or people, push against harder in a trial than they do as it is."""
        was = self.schedule
        return [
            row
            for row in self._live
            if was.is_held(row) and self._asked(trial, row) > max(trial.span(row)[0], was.asked(row))
        ]

    def _asked(self, trial: Schedule, row: int) -> int:
        return self._in_order.pushed_until(trial, row) if trial.is_levelled else trial.asked(row)
