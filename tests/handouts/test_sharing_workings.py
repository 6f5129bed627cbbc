"""A plan of which some tasks may not be seen: what drives the others is still said of the right ones."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[1] / "scheduling"))
from plans import make_plan, plans, task

from pathwayctl.model.plan import Plan
from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.drivers import driver
from pathwayctl.scheduling.excerpt import excerpt
from pathwayctl.scheduling.schedule import Schedule, make_schedule


def without(tasks: tuple[Task, ...], hidden: set[str]) -> tuple[Task, ...]:
    """The tasks without some of them, and without the links on these."""
    return tuple(
        one.model_copy(
            update={
                "tasks": without(one.tasks, hidden),
                "depends_on": tuple(link for link in one.depends_on if link.predecessor not in hidden),
            }
        )
        for one in tasks
        if one.id not in hidden
    )


def seen(plan: Plan, hidden: set[str]) -> tuple[Schedule, Schedule]:
    """The schedule of a plan, and its excerpt without some tasks."""
    whole = make_schedule(plan)
    assert isinstance(whole, Schedule)
    breakdown = break_down(without(plan.tasks, hidden))
    return whole, excerpt(whole, breakdown)


@settings(max_examples=60, deadline=None)
@given(plans(), st.sets(st.sampled_from([f"t{n}" for n in range(7)])))
def test_every_task_that_is_seen_has_a_driver_that_is_seen(plan: Plan, hidden: set[str]) -> None:
    whole, part = seen(plan, hidden)
    for row in part.records.breakdown.rows:
        if row.is_summary:
            continue
        found = driver(part, row.index)
        there = driver(whole, whole.records.breakdown.by_id[row.task.id])
        names = {whole.records.breakdown.rows[bond.source].task.id for bond in there.bonds}
        if found.bonds and there.bonds and not names & hidden:
            assert {part.records.breakdown.rows[bond.source].task.id for bond in found.bonds} <= names


def test_a_group_whose_last_open_task_is_hidden_drives_by_what_is_left() -> None:
    group = {"id": "g", "title": "G", "tasks": [task("a", "1d", status="dropped"), task("b", "2d")]}
    whole, part = seen(make_plan([task("first", "1d"), group, task("c", "1d", "g")]), {"b", "first"})
    assert driver(whole, 4).bonds
    assert [driver(part, row).bonds for row in (1, 2)] == [(), ()]
