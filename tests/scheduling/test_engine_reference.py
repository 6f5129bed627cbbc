"""The engine and the plain reference scheduler find the same dates for plans of every kind."""

from __future__ import annotations

from hypothesis import given, settings
from plans import plans
from reference import Reference

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.schedule import Schedule, make_schedule


def dated(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return schedule


@settings(max_examples=300, deadline=None)
@given(plans())
def test_early_and_late_dates_are_those_of_the_reference(plan: Plan) -> None:
    schedule, reference = dated(plan), Reference(plan).solve()
    for leaf in reference.leaves:
        found = schedule.by_id[leaf.task.id]
        assert found.early == leaf.span, leaf.task.id
        assert (found.start, found.finish) == reference.shown(leaf), leaf.task.id
        if leaf.late == leaf.late_alone:
            assert found.late[1] == leaf.late, leaf.task.id
        else:
            assert leaf.late <= found.late[1] <= leaf.late_alone, leaf.task.id
