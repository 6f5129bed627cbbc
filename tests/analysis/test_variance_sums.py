"""What tasks add to a move adds up to the move, whatever was changed in a plan."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "scheduling"))
from crews import staffed_plans
from plans import CALENDARS, DAYS, plans

from pathwayctl.analysis.variance.comparison import Comparison, Reason, compare
from pathwayctl.analysis.variance.moves import Point, moves
from pathwayctl.baselines.frozen import freeze
from pathwayctl.levelling.level import Levelled, level
from pathwayctl.model.plan import Plan
from pathwayctl.model.project import Calendar
from pathwayctl.model.values import read_day, read_estimate, read_link
from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.scheduling.schedule import Schedule, make_schedule

CHANGES: list[dict[str, Any]] = [
    {},
    {},
    {},
    {"duration": read_estimate("9d")},
    {"duration": read_estimate("0d")},
    {"duration": None},
    {"depends_on": ()},
    {"not_before": read_day(DAYS[3]), "date": None},
    {"date": read_day(DAYS[4]), "not_before": None},
    {"date": None, "not_before": None},
    {"status": Status.DONE, "finished": read_day(DAYS[3])},
    {"status": Status.IN_PROGRESS, "started": read_day(DAYS[1])},
    {"status": Status.DROPPED},
    {"as_late_as_possible": True},
]
NEW = Task.model_validate({"id": "new", "title": "New", "duration": "3d"})


@st.composite
def edits(draw: st.DrawFn, plan: Plan) -> Plan:
    """The plan after somebody has worked on it."""
    tasks = _edited(draw, plan.tasks)
    if draw(st.booleans()) and tasks:
        # A new task between others: the last one waits for it.
        tasks = (NEW, *tasks[:-1], _after(tasks[-1]))
    project: dict[str, Any] = {}
    if draw(st.booleans()):
        project["status_date"] = read_day(draw(st.sampled_from(DAYS)))
    if draw(st.booleans()):
        project["start"] = read_day(draw(st.sampled_from(DAYS)))
    calendar = plan.calendar
    if draw(st.integers(0, 3)) == 0:
        calendar = Calendar.model_validate(draw(st.sampled_from(CALENDARS)))
    header = plan.project.model_copy(update=project)
    return plan.model_copy(update={"tasks": tasks, "project": header, "calendar": calendar})


def _edited(draw: st.DrawFn, tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    kept = [task for task in tasks if draw(st.integers(0, 9)) or task.tasks]
    return tuple(
        task.model_copy(update={**draw(st.sampled_from(CHANGES)), "tasks": _edited(draw, task.tasks)})
        for task in kept
    )


def _after(task: Task) -> Task:
    return task.model_copy(update={"depends_on": (*task.depends_on, read_link("new"))})


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    before = draw(plans())
    # One plan worked on, or two plans that have nothing but some ids in common.
    after = draw(edits(before)) if draw(st.integers(0, 4)) else draw(plans())
    was, made = make_schedule(before), make_schedule(after)
    assume(isinstance(was, Schedule) and isinstance(made, Schedule))
    assert isinstance(was, Schedule)
    assert isinstance(made, Schedule)
    return compare(freeze(was, "approved", before.project.status_date), made)


@settings(max_examples=400, deadline=None)
@given(comparisons())
def test_the_causes_sum_up_to_the_variance_of_the_finish(compared: Comparison) -> None:
    assert sum(share.days for share in compared.causes) == compared.finish_variance
    assert all(share.days for share in compared.causes)


@settings(max_examples=200, deadline=None)
@given(comparisons())
def test_each_task_has_its_own_days_and_those_of_what_it_follows(compared: Comparison) -> None:
    found = moves(compared.baseline, compared.schedule)
    for row, task in enumerate(compared.schedule.tasks):
        if not found.is_known(row):
            continue
        for at_finish in (False, True):
            point = Point(row, at_finish)
            step = compared._causes.step(point)
            own = sum(share.days for share in step.shares)
            assert own + (found.of(step.through) if step.through else 0) == found.of(point)
        variance = compared.of(task.id)
        assert variance is not None
        assert variance.finish_variance == found.of(Point(row, at_finish=True))
        assert (variance.reason is None) == (not step.shares)


@settings(max_examples=100, deadline=None)
@given(plans())
def test_a_plan_does_not_differ_from_itself(plan: Plan) -> None:
    schedule = make_schedule(plan)
    assume(isinstance(schedule, Schedule))
    assert isinstance(schedule, Schedule)
    compared = compare(freeze(schedule, "approved", plan.project.status_date), schedule)
    assert (compared.finish_variance, compared.causes) == (0, ())
    assert (compared.added, compared.removed) == ((), ())
    for task in schedule.tasks:
        variance = compared.of(task.id)
        if variance is not None:
            assert (variance.start_variance, variance.finish_variance, variance.own) == (0, 0, 0)
            assert (variance.duration_variance, variance.cost_variance) == (0, 0)


@settings(max_examples=40, deadline=None)
@given(staffed_plans(fitting=True))
def test_the_causes_sum_up_in_levelled_schedules_too(plan: Plan) -> None:
    plain = make_schedule(plan)
    assert isinstance(plain, Schedule)
    found = level(plan, plain, "quick", 1)
    assume(isinstance(found, Levelled))
    assert isinstance(found, Levelled)
    compared = compare(freeze(plain, "approved", None), found.schedule)
    assert sum(share.days for share in compared.causes) == compared.finish_variance
    for task in found.schedule.tasks:
        variance = compared.of(task.id)
        assert variance is None or variance.reason is not Reason.OTHER
