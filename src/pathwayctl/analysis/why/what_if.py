"""What would happen: the dates of a plan with something changed, found by placing everything anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from pathwayctl.analysis.why.changes import Change, changed
from pathwayctl.scheduling.displayed_dates import days_shown
from pathwayctl.scheduling.passes import forward, stand
from pathwayctl.scheduling.remaining_work import DONE, HELD, PLANNED, UNDER_WAY
from pathwayctl.scheduling.solve import place
from pathwayctl.scheduling.task_records import date_of

if TYPE_CHECKING:
    from pathwayctl.levelling.demands import Spans
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.network import Network
    from pathwayctl.scheduling.remaining_work import Work
    from pathwayctl.scheduling.schedule import Schedule


class Trials:
    """Tries out changes to a plan. A trial is a schedule of which only the early boundaries are reckoned.

    So ``workings`` and ``calendar`` of a trial can be asked, with ``scheduling.drivers`` and the functions
    here, but not its records: those are still the ones of the schedule as it is.

    In a levelled schedule everybody keeps the order of their work: who takes over from whom stays as it is,
    and nobody is needed on their leave.
    """

    def __init__(self, plan: Plan, schedule: Schedule) -> None:
        self.plan, self.schedule = plan, schedule
        self.at = schedule.workings.solution.early.at

    def with_(self, changes: Sequence[Change]) -> Schedule:
        """The trial with some changes made."""
        return self._placed(*changed(self.plan, self.schedule, changes))

    def delayed(self, row: int, days: int) -> Schedule:
        """The trial with a task (not a summary) so many working days later than it is.

        What is held has its date so much later; anything else is kept back until then. A milestone stays
        at the end of a day that it stands at, unless it is held: a later date puts it in a morning.
        """
        workings = self.schedule.workings
        network, work = workings.network, workings.work
        begins = self.at[network.size + row] - work.remaining[row]
        is_moment = work.is_moment(row)
        release = [*work.release]
        if is_moment and work.form[row] == PLANNED and row not in workings.solution.early.mornings:
            release[row] = begins + days
            return self._placed(network, work, release)
        release[row] = (release[row] if is_moment and work.form[row] == HELD else begins) + days
        return self._placed(network, replace(work, release=release))

    def _placed(self, network: Network, work: Work, release: Sequence[int] | None = None) -> Schedule:
        """The trial with other work; ``release`` keeps some of it back without a date that says so."""
        calendar, workings = self.schedule.calendar, self.schedule.workings
        release = work.release if release is None else release
        if workings.levelled:
            release = self._released(release)
            early = forward(network, work, release, calendar, self._put)
        else:
            early, release = place(network, work, calendar, self.plan.project.finish_by, release)
        solution = replace(workings.solution, early=early, release=release)
        return replace(
            self.schedule, workings=replace(workings, network=network, work=work, solution=solution)
        )

    def _released(self, release: Sequence[int]) -> list[int]:
        """The releases of a levelled schedule, but for those that are changed."""
        workings = self.schedule.workings
        columns = zip(workings.solution.release, workings.work.release, release, strict=True)
        return [now if levelled == was else max(levelled, now) for levelled, was, now in columns]

    def _put(self, work: Work, row: int, asked: int, release: int) -> tuple[int, int]:
        """The boundaries of a task, with no work on the leave of those who do it."""
        if row in self._leave and work.form[row] != HELD:
            days = work.remaining[row]
            release = max(asked, release)
            for begin, end in self._leave[row]:
                if begin < release + days:
                    release = max(release, end)
        start, finish = stand(work, row, asked, release)
        if work.form[row] == UNDER_WAY:  # who takes over from whom tells nothing of when it began
            start = min(start, self.at[row])
        return start, finish

    @cached_property
    def _leave(self) -> Mapping[int, Spans]:
        from pathwayctl.levelling.demands import demands  # plain schedules have no need of it

        return demands(self.plan, self.schedule).leave

    def finish(self, trial: Schedule, row: int) -> date:
        """The day on which a task, or the last in a summary, finishes in a trial."""
        return date_of(_finish(trial, self.last_in(trial, row)))

    def last_in(self, trial: Schedule, row: int) -> int:
        """The task in a summary that finishes last in a trial, or the task itself."""
        network, work = trial.workings.network, trial.workings.work
        inside = range(row + 1, self.schedule.records.breakdown.rows[row].end)
        leaves = [index for index in inside if network.is_leaf[index]]
        leaves = [index for index in leaves if work.live[index]] or leaves or [row]
        return max(leaves, key=lambda index: (_finish(trial, index), -index))

    def project_finish(self, trial: Schedule) -> date:
        """The day on which the project finishes in a trial."""
        at, size = trial.workings.solution.early.at, trial.workings.network.size
        last = [row for row in self._live if at[size + row] == at[-1]] + self._done
        if not last:  # all was dropped, which is then shown as if it were planned
            last = [row for row in range(size - 1) if trial.workings.network.is_leaf[row]]
        return date_of(max(_finish(trial, row) for row in last)) if last else self.schedule.finish

    @cached_property
    def _live(self) -> list[int]:
        network, work = self.schedule.workings.network, self.schedule.workings.work
        return [row for row in range(network.size - 1) if network.is_leaf[row] and work.live[row]]

    @cached_property
    def _done(self) -> list[int]:
        form = self.schedule.workings.work.form
        return [row for row in self._live if form[row] == DONE]

    def moved(self, trial: Schedule) -> list[int]:
        """The tasks that show other days in a trial, in outline order; dropped ones do not count."""
        at, size = trial.workings.solution.early.at, trial.workings.network.size
        was = self.at
        # Only a milestone can stand on another boundary, or at its other side, and show the same day.
        mornings, were = (
            trial.workings.solution.early.mornings,
            self.schedule.workings.solution.early.mornings,
        )
        rows = [row for row in self._live if at[row] != was[row] or at[size + row] != was[size + row]]
        rows += [row for row in mornings ^ were if at[row] == was[row]]
        live = set(self._live)
        return sorted(row for row in rows if row in live and _days(trial, row) != _days(self.schedule, row))

    def pushed(self, trial: Schedule) -> list[int]:
        """The tasks on their dates that links push against harder in a trial than they do as it is."""
        early, was = trial.workings.solution.early, self.schedule.workings.solution.early.asked
        form = trial.workings.work.form
        held = [row for row in self._live if form[row] == HELD]
        return [row for row in held if early.asked[row] > max(early.at[row], was[row])]


def _finish(trial: Schedule, row: int) -> int:
    """The day count on which a task finishes in a trial."""
    return _days(trial, row)[1]


def _days(trial: Schedule, row: int) -> tuple[int, int]:
    """The day counts that a task shows in a trial."""
    workings = trial.workings
    at, size = workings.solution.early.at, workings.network.size
    span = at[row], at[size + row]
    return days_shown(workings.work, trial.calendar, row, span, workings.solution.early)
