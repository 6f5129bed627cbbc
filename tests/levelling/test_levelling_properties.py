"""What holds for every levelled schedule, held to a count over calendar days and the slow reference."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from staffed_plans import Reference, can_give, loads_by_day, school_plans, staffed_plans

from pathwayctl.levelling import level as levelling
from pathwayctl.levelling.level import CannotLevel, Levelled, level
from pathwayctl.levelling.ordering import graph
from pathwayctl.levelling.serial_schedules import Builder, Trial
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.plan import Plan
from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import Breakdown
from pathwayctl.scheduling.loads import overloads
from pathwayctl.scheduling.network import Network
from pathwayctl.scheduling.passes import forward
from pathwayctl.scheduling.remaining_work import HELD
from pathwayctl.scheduling.schedule import Schedule, ScheduledTask, make_schedule, workings_of


@pytest.fixture(autouse=True)
def _little_effort(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(levelling, "EFFORTS", {"normal": (30, 100_000), "rules": (1, 1)})


def parties(plan: Plan) -> tuple[Person | Organization, ...]:
    return (*plan.people, *plan.organizations)


def plain(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return schedule


def levelled(plan: Plan, effort: str = "normal", seed: int = 1) -> Levelled:
    found = level(plan, plain(plan), effort, seed)
    assert isinstance(found, Levelled)
    return found


def too_much(plan: Plan, schedule: Schedule) -> dict[tuple[str, date], set[int]]:
    """Who is asked for too much on which days, and by which rows."""
    loads = loads_by_day(plan, schedule)
    return {key: rows for key, (needed, rows) in loads.items() if needed > can_give(plan, *key)}


def placed(plan: Plan, schedule: Schedule, delays: dict[str, int] | None = None) -> Reference:
    """The reference with its tasks put where a schedule has them, or some days later."""
    reference = Reference(plan)
    size, at = workings_of(schedule).network.size, workings_of(schedule).solution.early.at
    for leaf in reference.leaves:
        row = schedule.records.breakdown.by_id[leaf.task.id]
        leaf.floor = at[size + row] - leaf.left + (delays or {}).get(leaf.task.id, 0)
    return reference


def finishes(reference: Reference) -> dict[str, int]:
    """When the tasks that count finish; dropped ones are only placed to be shown."""
    return {leaf.task.id: leaf.span[1] for leaf in reference.leaves if leaf.live}


@settings(max_examples=60, deadline=None)
@given(staffed_plans(fitting=True))
def test_nobody_is_asked_for_too_much_except_by_held_tasks_alone(plan: Plan) -> None:
    made = levelled(plan)
    form = workings_of(made.schedule).work.form
    for rows in too_much(plan, made.schedule).values():
        assert all(form[row] == HELD for row in rows)
    assert made.held == overloads(plan, made.schedule)


@settings(max_examples=60, deadline=None)
@given(staffed_plans(fitting=True))
def test_every_link_is_kept_and_nothing_is_split(plan: Plan) -> None:
    schedule = levelled(plan).schedule
    reference = placed(plan, schedule)
    before = finishes(reference)
    reference._push()
    assert finishes(reference) == before
    at, size = workings_of(schedule).solution.early.at, workings_of(schedule).network.size
    for leaf in reference.leaves:
        row = schedule.records.breakdown.by_id[leaf.task.id]
        assert leaf.span == (at[row], at[size + row])
        assert reference.shown(leaf) == (schedule.at(row).start, schedule.at(row).finish)


@settings(max_examples=40, deadline=None)
@given(staffed_plans(fitting=True))
def test_the_hand_overs_place_everything_where_it_is(plan: Plan) -> None:
    schedule = levelled(plan).schedule
    network, work, solution = (
        workings_of(schedule).network,
        workings_of(schedule).work,
        workings_of(schedule).solution,
    )
    again = forward(network, work, solution.release, schedule.calendar)
    assert again.at[network.size :] == solution.early.at[network.size :]


@settings(max_examples=100, deadline=None)
@given(st.one_of(staffed_plans(fitting=True), school_plans()))
def test_the_search_knows_the_dates_that_the_network_gives(plan: Plan) -> None:
    found: list[tuple[list[int], Trial]] = []

    class Noted(Builder):
        def settle(self, best: Trial) -> None:
            found.append((self._rows, best))
            super().settle(best)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(levelling, "Builder", Noted)
        workings = workings_of(levelled(plan).schedule)
    finish = workings.solution.early.at[workings.network.size :]
    for rows, best in found:
        assert [best.finish[row] for row in rows] == [finish[row] for row in rows]


@settings(max_examples=60, deadline=None)
@given(staffed_plans(fitting=True, elapsed=False), st.data())
def test_a_task_put_off_by_its_free_float_moves_nothing_and_overloads_nobody(
    plan: Plan, data: st.DataObject
) -> None:
    schedule = levelled(plan).schedule
    work, rows = workings_of(schedule).work, schedule.records.breakdown.rows
    movable = [row.index for row in rows if not row.is_summary and work.form[row.index] != HELD]
    free = workings_of(schedule).solution.free_float
    movable = [row for row in movable if work.is_open(row) and free[row] > 0]
    movable = [row for row in movable if len(set(work.began.get(row, (0, 0)))) == 1]
    if not movable:
        return
    row = data.draw(st.sampled_from(movable))
    reference = placed(plan, schedule, {rows[row].task.id: free[row]})
    before = finishes(reference)
    reference._push()
    assert finishes(reference) == before
    late = moved(schedule, {row: free[row]})
    assert set(too_much(plan, late)) <= set(too_much(plan, schedule))


@dataclass(frozen=True)
class Moved:
    """The records of a schedule with some tasks later."""

    schedule: Schedule
    delays: dict[int, int]
    breakdown: Breakdown

    def record(self, index: int) -> ScheduledTask:
        placed, calendar = self.schedule.at(index), self.schedule.calendar
        if index not in self.delays:
            return placed
        finish = self.schedule.span(index)[1] + self.delays[index]
        begin = calendar.day(finish - self.schedule.remaining(index))
        has_begun = index in workings_of(self.schedule).work.actual_start
        return replace(placed, start=placed.start if has_begun else begin, finish=calendar.day(finish - 1))


def moved(schedule: Schedule, delays: dict[int, int]) -> Schedule:
    """The schedule with some tasks later, for a count of what it asks for."""
    records: Any = Moved(schedule, delays, schedule.records.breakdown)
    return replace(schedule, records=records)


@settings(max_examples=40, deadline=None)
@given(staffed_plans(fitting=True, held=False, finish_by=False))
def test_all_late_dates_together_overload_nobody(plan: Plan) -> None:
    schedule = levelled(plan).schedule
    workings = workings_of(schedule)
    delays = {
        row.index: workings.solution.late_finish[row.index]
        - workings.solution.early.at[workings.network.size + row.index]
        for row in schedule.records.breakdown.rows
        if not row.is_summary and workings.work.is_open(row.index)
    }
    assert min(delays.values(), default=0) >= 0
    assert too_much(plan, moved(schedule, delays)) == {}


@settings(max_examples=40, deadline=None)
@given(staffed_plans(fitting=True, held=False))
def test_what_is_less_important_takes_nobody_away(plan: Plan) -> None:
    schedule = plain(plan)
    order = graph(schedule.records.breakdown, workings_of(schedule).network, workings_of(schedule).work)
    rows = schedule.records.breakdown.rows
    leaves = [row.index for row in rows if not row.is_summary]
    first = {rows[number].task.id for number in leaves if number in order.classes[0]}

    def without(task: Task) -> Task:
        inside = tuple(map(without, task.tasks))
        assigned = task.assigned if task.id in first else ()
        return task.model_copy(update={"tasks": inside, "assigned": assigned})

    alone = plan.model_copy(update={"tasks": tuple(map(without, plan.tasks))})
    one, other = levelled(plan).schedule, levelled(alone).schedule
    for name in first:
        assert (one.by_id[name].start, one.by_id[name].finish) == (
            other.by_id[name].start,
            other.by_id[name].finish,
        )


@settings(max_examples=40, deadline=None)
@given(staffed_plans(fitting=True))
def test_where_nobody_is_short_nothing_moves(plan: Plan) -> None:
    schedule = plain(plan)
    if overloads(plan, schedule):
        return
    made = levelled(plan).schedule
    assert [(one.start, one.finish) for one in made.tasks] == [(o.start, o.finish) for o in schedule.tasks]
    assert made.waits == {}


@settings(max_examples=20, deadline=None)
@given(staffed_plans(fitting=True), st.integers(0, 3))
def test_the_same_seed_gives_the_same_schedule(plan: Plan, seed: int) -> None:
    assert levelled(plan, seed=seed).schedule.tasks == levelled(plan, seed=seed).schedule.tasks


@settings(max_examples=40, deadline=None)
@given(staffed_plans())
def test_a_task_that_needs_too_much_is_told(plan: Plan) -> None:
    found = level(plan, plain(plan), "rules")
    capacity = {one.id: one.capacity for one in parties(plan)}
    schedule = plain(plan)
    expected = [
        row.index
        for row in schedule.records.breakdown.rows
        if not row.is_summary and row.task.status not in ("done", "dropped")
        and workings_of(schedule).work.duration[row.index] and workings_of(schedule).work.remaining[row.index]
        and any(Fraction(one.units) > capacity[one.resource] for one in row.task.assigned)
    ]  # fmt: skip
    told = [one.row for one in found.obstacles] if isinstance(found, CannotLevel) else []
    assert sorted(set(told)) == expected


@settings(max_examples=40, deadline=None)
@given(staffed_plans(fitting=True))
def test_whoever_waits_waits_for_someone_who_is_busy_or_away_until_then(plan: Plan) -> None:
    schedule = levelled(plan).schedule
    at, size = workings_of(schedule).solution.early.at, workings_of(schedule).network.size
    remaining = workings_of(schedule).work.remaining
    for row, wait in schedule.waits.items():
        begin = at[size + row] - remaining[row]
        assert wait.resource in {one.resource for one in schedule.records.breakdown.rows[row].task.assigned}
        if wait.task is None:
            day = schedule.calendar.day(begin - 1)
            leave = next(one.leave for one in parties(plan) if one.id == wait.resource)
            assert any(one.first <= day <= one.last for one in leave)
        else:
            assert at[size + wait.task] == begin
    assert isinstance(workings_of(schedule).network, Network)
