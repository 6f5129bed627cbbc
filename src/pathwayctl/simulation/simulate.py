"""Simulate a plan to find the odds of its dates.

Monte Carlo simulation of a network (Van Slyke, 1963): each run draws every uncertain duration, decides
which risks happen, and makes a forward and a backward pass over the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pathwayctl.model.plan import Plan
from pathwayctl.model.risks import Risk
from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.simulation.columns import GRAIN
from pathwayctl.simulation.odds import Hold, Odds, Promise, RiskOdds, TaskOdds
from pathwayctl.simulation.run_counts import Dates
from pathwayctl.simulation.runs import MEMORY, Runs, Tally, Watch
from pathwayctl.simulation.settings import RUNS
from pathwayctl.simulation.uncertainty import uncertainty


def simulate(
    plan: Plan,
    schedule: Schedule,
    runs: int = RUNS,
    seed: int = 1,
    shape: str = "pert",
    *,
    memory: int = MEMORY,
    watch: Watch | None = None,
    drivers: bool = True,
) -> Odds:
    """The odds of a plan's dates, from a number of runs (1 or more) and a seed (0 or more).

    ``shape`` is the distribution of three-point estimates, one of ``limits.SHAPES``. ``memory`` is about
    how many bytes the runs that are held together may take; it does not change the odds. ``watch`` is called
    from time to time with the number of runs done. Without ``drivers``, it is not asked what drives the
    finish, which takes half of the time: ``tasks`` are then only those with a day to keep, see ``_is_dated``.

    The schedule must be a plain one, not a leveled one: in the runs, no task waits for a person.
    """
    uncertain = uncertainty(plan, schedule)
    rows = [row for row in schedule.records.breakdown.rows if drivers or _is_dated(row, schedule)]
    only = None if drivers else {row.index for row in rows}
    found = Runs(schedule, uncertain, seed, shape, plan.project.critical_float)
    tally = found.tally(runs, memory, watch, only)
    dates = Dates(schedule, runs)
    finish = dates.of_project(tally.finish)
    planned, due = schedule.finish, plan.project.finish_by
    spread, (mean, deviation) = finish.spread(), tally.bonds.finish()
    return Odds(
        runs=runs,
        seed=seed,
        shape=shape,
        uncertain=uncertain.is_there,
        planned_finish=planned,
        chance_of_planned=finish.chance(planned),
        finish=spread,
        finish_by=Promise(due, finish.chance(due)) if due else None,
        buffer=_working_days(schedule, planned, spread.p80),
        mean_late=round(mean, 2),
        deviation=round(deviation, 2),
        days=finish.by_day(),
        tasks=tuple(_tasks(rows, schedule, tally, dates)),
        risks=tuple(_risk(risk, n, tally, runs) for n, risk in enumerate(uncertain.risks)),
    )


def _is_dated(row: Row, schedule: Schedule) -> bool:
    """Whether a row is a milestone, or has a deadline or a date of its own."""
    task = row.task
    return not schedule.duration(row.index) or any((task.deadline, task.date, task.not_before))


def _tasks(rows: Iterable[Row], schedule: Schedule, tally: Tally, dates: Dates) -> Iterator[TaskOdds]:
    days = tally.tasks.by_row()
    for row in rows:
        task, index = row.task, row.index
        if row.is_summary or task.status is Status.DROPPED:
            continue
        (start, planned), due = schedule.days(index), task.deadline
        finish = dates.of_task(index, days.get(index))
        is_open = task.status is not Status.DONE
        bond = tally.bonds.correlation(index)
        yield TaskOdds(
            id=task.id,
            wbs=row.wbs,
            title=task.title,
            kind="task" if schedule.duration(index) else "milestone",
            planned=planned,
            finish=finish.spread(),
            chance=finish.chance(planned),
            criticality=_criticality(tally, index, dates.runs) if is_open else 0.0,
            sensitivity=None if bond is None else round(bond, 3),
            deadline=Promise(due, finish.chance(due)) if due else None,
            hold=_hold(task, start, schedule) if is_open else None,
        )


def _criticality(tally: Tally, index: int, runs: int) -> float | None:
    return round(tally.critical[index] / runs, 3) if tally.drivers else None


def _hold(task: Task, start: date, schedule: Schedule) -> Hold | None:
    """The task's own date, if it decides the planned day because all predecessors are done by then."""
    day = task.date or task.not_before
    if day is None or start < day:
        return None
    if task.date is None and _working_days(schedule, day, start) > 0:
        return None  # something else lets it start only later
    return Hold(day, task.date is None)


def _risk(risk: Risk, number: int, tally: Tally, runs: int) -> RiskOdds:
    return RiskOdds(
        id=risk.id,
        title=risk.title,
        effect=risk.effect.value,
        probability=risk.probability or 0.0,
        happened=round(tally.happened[number] / runs, 3),
        mean_days=round(tally.saved[number] / runs / GRAIN, 2),
        p80_days=tally.finish.at(80)[0] - tally.without[number].at(80)[0],
    )


def _working_days(schedule: Schedule, start: date, finish: date) -> int:
    """The number of working days after one date, up to another."""
    before = schedule.calendar.on_or_before
    return before(finish.toordinal()) - before(start.toordinal())
