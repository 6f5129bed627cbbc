"""What is said to buy a day, and to move when a task slips, is so when the plan is really changed."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings

sys.path.insert(0, str(Path(__file__).parents[1] / "scheduling"))
from plans import plans
from reference import Reference
from test_engine_floats import delayed, movable

from pathwayctl.analysis.why.answer import Explanation, why
from pathwayctl.analysis.why.causes import CauseKind
from pathwayctl.analysis.why.chain import source_of
from pathwayctl.analysis.why.trials import Trials
from pathwayctl.model.plan import Plan
from pathwayctl.model.values import Duration, Lag, Link, read_estimate
from pathwayctl.model.work import Task
from pathwayctl.scheduling.drivers import driver
from pathwayctl.scheduling.remaining_work import UNDER_WAY
from pathwayctl.scheduling.schedule import Schedule, make_schedule, workings_of
from pathwayctl.scheduling.what_if import Speedup, SpeedupKind


def dated(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return schedule


def rewritten(plan: Plan, schedule: Schedule, change: Speedup) -> Plan:
    """The plan as its author would change it."""
    task = schedule.records.breakdown.rows[change.row].task
    work, calendar = workings_of(schedule).work, schedule.calendar
    held = work.events.get(change.row)
    less = (held.days if held else work.remaining[change.row]) - 1
    fields: dict[str, Any] = {}
    if change.kind is SpeedupKind.SHORTEN and work.form[change.row] == UNDER_WAY:
        fields["remaining"] = Duration(less, "d")
    elif change.kind is SpeedupKind.SHORTEN:
        fields["duration"] = read_estimate(f"{less}d")
    elif change.kind is SpeedupKind.LAG:
        links = list(task.depends_on)
        old = links[change.place]
        lag = Lag(old.lag.days(calendar.week) - 1, "ed" if old.lag.elapsed else "d")
        links[change.place] = Link(old.predecessor, old.type, lag)
        fields["depends_on"] = tuple(links)
    elif change.kind is SpeedupKind.DATE:
        fields["date"] = calendar.day(work.release[change.row] - 1)
    else:
        assert task.not_before
        fields["not_before"] = calendar.day(calendar.index(task.not_before) - 1)
    return with_fields(plan, task.id, fields)


def with_fields(plan: Plan, name: str, fields: dict[str, Any]) -> Plan:
    def within(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
        return tuple(
            t.model_copy(update={"tasks": within(t.tasks)} | (fields if t.id == name else {})) for t in tasks
        )

    return plan.model_copy(update={"tasks": within(plan.tasks)})


def shown(schedule: Schedule, name: str) -> tuple[date, date]:
    return schedule.by_id[name].start, schedule.by_id[name].finish


def answers(plan: Plan) -> list[Explanation]:
    schedule = dated(plan)
    return [why(plan, schedule, row.index) for row in schedule.records.breakdown.rows]


@settings(max_examples=40, deadline=None)
@given(plans())
def test_the_chain_leads_from_driver_to_driver_and_ends_where_no_task_drives(plan: Plan) -> None:
    for answer in answers(plan):
        leaf = workings_of(answer.schedule).network.is_leaf[answer.row]
        assert answer.chain[0].row == (answer.row if leaf else answer.finish.row)
        for step, following in zip(answer.chain, answer.chain[1:], strict=False):
            assert step.because.kind is CauseKind.LINK
            assert source_of(step.because) == following.row
        assert answer.chain[-1].because.kind is not CauseKind.LINK
        assert len({step.row for step in answer.chain}) == len(answer.chain)


@settings(max_examples=40, deadline=None)
@given(plans())
def test_the_finishes_of_trials_are_those_of_the_schedule(plan: Plan) -> None:
    schedule = dated(plan)
    trials = Trials(plan, schedule)
    unchanged = trials.with_(())
    assert unchanged.finish == schedule.finish
    for row, task in enumerate(schedule.tasks):
        assert trials.finish(unchanged, row) == task.finish


@settings(max_examples=40, deadline=None)
@given(plans())
def test_a_trial_is_the_whole_schedule_of_the_changed_plan(plan: Plan) -> None:
    schedule = dated(plan)
    trials = Trials(plan, schedule)
    for answer in answers(plan):
        for bought in answer.purchases.single:
            (change,) = bought.changes
            trial, after = trials.with_(bought.changes), dated(rewritten(plan, schedule, change))
            assert trial.critical_path == after.critical_path
            assert (trial.start, trial.finish, trial.tasks) == (after.start, after.finish, after.tasks)
            leaves = [row.index for row in schedule.records.breakdown.rows if not row.is_summary]
            assert [driver(trial, row) for row in leaves] == [driver(after, row) for row in leaves]


@settings(max_examples=40, deadline=None)
@given(plans())
def test_what_buys_a_day_does(plan: Plan) -> None:
    schedule = dated(plan)
    for answer in answers(plan):
        name = schedule.tasks[answer.row].id
        found = answer.purchases
        assert (found.finish, found.project_finish) == (schedule.by_id[name].finish, schedule.finish)
        for bought in (*found.single, *([found.pair] if found.pair else [])):
            changed = plan
            for change in bought.changes:
                changed = rewritten(changed, schedule, change)
            after = dated(changed)
            assert after.by_id[name].finish == bought.finish, bought
            assert after.finish == bought.project_finish, bought
            assert bought.finish < found.finish or bought.project_finish < found.project_finish


@settings(max_examples=40, deadline=None)
@given(plans())
def test_what_is_not_said_to_buy_a_day_does_not(plan: Plan) -> None:
    schedule = dated(plan)
    for answer in answers(plan):
        name = schedule.tasks[answer.row].id
        helping = {one.changes for one in answer.purchases.single}
        for step in answer.chain:
            change = Speedup(SpeedupKind.SHORTEN, step.row)
            if workings_of(schedule).work.remaining[step.row] > 1 and (change,) not in helping:
                if step.because.kind is CauseKind.DONE:
                    continue
                after = dated(rewritten(plan, schedule, change))
                assert after.by_id[name].finish >= schedule.by_id[name].finish
                assert after.finish >= schedule.finish


@settings(max_examples=40, deadline=None)
@given(plans(late=False))
def test_what_moves_when_a_task_slips_does(plan: Plan) -> None:
    schedule = dated(plan)
    rows = schedule.records.breakdown.rows
    live = workings_of(schedule).work.live
    leaves = {row.task.id: row.index for row in rows if not row.is_summary and live[row.index]}
    for leaf in movable(Reference(plan).solve()):
        answer = why(plan, schedule, leaves[leaf.task.id])
        first, last = answer.waiting.first, answer.waiting.last
        assert first
        assert last
        for slip in (first, last):
            after = dated(delayed(plan, schedule, leaf, slip.days))
            moved = {i for name, i in leaves.items() if shown(after, name) != shown(schedule, name)}
            assert moved - {answer.row} == set(slip.moved)
            assert slip.finish == max(after.by_id[name].finish for name in leaves)
            for name, row in leaves.items():
                due = rows[row].task.deadline
                if due:
                    missed = after.by_id[name].finish > due >= schedule.by_id[name].finish
                    assert missed == (row in slip.late)


@settings(max_examples=40, deadline=None)
@given(plans(late=False))
def test_a_link_binds_once_its_room_is_used_up(plan: Plan) -> None:
    schedule = dated(plan)
    for leaf in movable(Reference(plan).solve()):
        row = schedule.records.breakdown.by_id[leaf.task.id]
        for waiter in why(plan, schedule, row).waiting.waiters:
            free = schedule.by_id[leaf.task.id].free_float
            if waiter.named == row:
                assert free <= max(waiter.room, 0)
