"""The passes along the runs against the plain ones, run by run, with everything that a plan can hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from simulation_plans import plans

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.floats import room_of
from pathwayctl.scheduling.moments import ForwardPass
from pathwayctl.scheduling.passes import Late, backward, forward
from pathwayctl.scheduling.remaining_work import Work
from pathwayctl.scheduling.schedule import Schedule, make_schedule, workings_of
from pathwayctl.simulation.backward import Backward
from pathwayctl.simulation.calendar_instants import Axis
from pathwayctl.simulation.column_network import ColumnNetwork, wire
from pathwayctl.simulation.columns import GRAIN, Columns, Value
from pathwayctl.simulation.forward import Amounts, EarlyBoundaries, Forward

RUNS = 4


def entry(value: Value, run: int) -> float:
    return (value if isinstance(value, int) else int(value[run])) / GRAIN


def kept(wiring: ColumnNetwork, row: int) -> list[int]:
    """The boundaries of a row that the forward pass keeps: its finish, and its start if links need it."""
    finish = wiring.network.size + row
    return [finish] if wiring.plain[row] and not wiring.rolled[row] else [row, finish]


def late_finish(work: Work, row: int, early: ForwardPass, late: Late) -> int:
    """The late finish boundary of a row; of a milestone the pass finds a position."""
    latest = late.finish[row]
    return early.at[row] + room_of(work, row, early, latest) if work.is_moment(row) else latest


def drawn_amounts(data: st.DataObject, work: Work) -> list[Value]:
    """A length of each row in each run; some are certain."""
    days = st.lists(st.integers(0, 9), min_size=RUNS, max_size=RUNS)
    amounts: list[Value] = []
    for remaining in work.remaining:
        drawn = data.draw(days) if data.draw(st.booleans()) else [remaining] * RUNS
        is_certain = len(set(drawn)) == 1 and data.draw(st.booleans())
        amounts.append(drawn[0] * GRAIN if is_certain else np.array(drawn, dtype=np.int32) * GRAIN)
    for row, remaining in enumerate(work.remaining):  # a milestone stays one, and an event its days
        if work.is_moment(row) or row in work.events:
            amounts[row] = remaining * GRAIN
    return amounts


def critical_runs(
    wiring: ColumnNetwork,
    columns: Columns,
    amounts: Amounts,
    both: tuple[EarlyBoundaries, EarlyBoundaries],
    slack: int,
    *,
    of_all: bool,
) -> dict[int, list[bool]]:
    """In which runs each task is critical; ``of_all`` if the late finishes of all tasks are worked out."""
    before, early = both
    size = wiring.network.size
    found = {}

    def settle(row: int, finish: Value) -> bool:
        critical = [entry(finish, run) <= entry(early.at[size + row], run) + slack for run in range(RUNS)]
        found[row] = critical
        return of_all or any(critical)

    last: Value = 0
    for row in wiring.ends:
        last = columns.highest(last, early.at[size + row])
    length = [one if isinstance(one, int) else one.copy() for one in amounts.length]
    back = Backward(wiring, columns, Amounts(length, {}), before, last, settle)
    back.run()
    for row, finish in back.spare(early).items():
        settle(row, finish)
    return {row: critical for row, critical in found.items() if any(critical)}


SIMPLE = plans(elapsed=False, held=False, late=False, progress=False, finish_by=False)


@settings(max_examples=100, deadline=None)
@given(SIMPLE | plans(elapsed=False, finish_by=False), st.integers(0, 3), st.data())
def test_leaving_out_what_is_not_critical_changes_nothing(
    plan: Plan, slack: int, data: st.DataObject
) -> None:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    network, work, solution = (getattr(workings_of(schedule), n) for n in ("network", "work", "solution"))
    amounts = Amounts(drawn_amounts(data, work), {})
    columns = Columns(RUNS, 10_000)
    wiring = wire(network, work, solution.release, schedule.records.breakdown, {})
    axis = Axis(schedule.calendar, columns.dtype)
    early = Forward(wiring, columns, axis).all(amounts)
    put_off = wiring.not_put_off()
    before = Forward(put_off, columns, axis).all(amounts) if put_off else early
    all_of_them = critical_runs(wiring, columns, amounts, (before, early), slack, of_all=True)
    assert critical_runs(wiring, columns, amounts, (before, early), slack, of_all=False) == all_of_them


@settings(max_examples=50, deadline=None)
@given(plans(finish_by=False), st.data())
def test_passes_along_the_runs_are_those_of_each_run(plan: Plan, data: st.DataObject) -> None:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    network, work, solution = (getattr(workings_of(schedule), n) for n in ("network", "work", "solution"))
    amounts = drawn_amounts(data, work)
    columns = Columns(RUNS, 10_000)
    axis = Axis(schedule.calendar, columns.dtype)
    wiring = wire(network, work, solution.release, schedule.records.breakdown, {})
    passing = Forward(wiring, columns, axis)
    found = Amounts([one if isinstance(one, int) else one.copy() for one in amounts], {})
    early = passing.all(found)
    size = network.size
    end: Value = 0
    for row in wiring.ends:
        end = columns.highest(end, early.at[size + row])
    late: dict[int, Value] = {}

    def settle(row: int, finish: Value) -> bool:
        late[row] = finish if isinstance(finish, int) else finish.copy()
        return True

    late |= Backward(wiring, columns, found, early, end, settle).run()
    for run in range(RUNS):
        lengths = [int(entry(value, run)) for value in amounts]
        plain_work = replace(work, remaining=lengths)
        plain = forward(network, plain_work, solution.release, schedule.calendar)
        plain_late = backward(network, plain_work, plain, max(plain.at[-1], 0))
        assert entry(end, run) == max(plain.at[-1], 0)
        for row in range(network.size - 1):
            if not network.is_leaf[row]:
                continue
            for number in kept(wiring, row):
                assert entry(early.at[number], run) == plain.at[number]
            if work.is_open(row):
                assert entry(late[row], run) == late_finish(plain_work, row, plain, plain_late)
