"""Float never lies: what a task may move, it may; and a day more is felt."""

from __future__ import annotations

from typing import Any

from held_days import DAY
from hypothesis import given, settings
from plans import plans, task
from reference import Leaf, Reference

from pathwayctl.model.plan import Plan
from pathwayctl.model.values import NO_LAG, Link, read_estimate
from pathwayctl.model.vocabulary import LinkType, Span, Status
from pathwayctl.model.work import Task
from pathwayctl.scheduling.schedule import Schedule, ScheduledTask, make_schedule


def dated(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return schedule


def delayed(plan: Plan, schedule: Schedule, leaf: Leaf, days: int) -> Plan:
    """The same plan with one task so many working days later.

    A task is kept from starting; what is held is held on a later day; what is under way, and a milestone
    at the end of a day, is made to wait for something else. So a milestone stays at its end of a day.
    """
    name, day = leaf.task.id, schedule.calendar.day
    start, finish = schedule.by_id[name].early
    if leaf.held:
        return _with(plan, name, date=_held_later(leaf, schedule, days))
    if leaf.state == "held":
        working = {"span": Span.WORKING, "duration": read_estimate(f"{leaf.days}d")}
        later = day(start - (leaf.is_moment and not leaf.is_morning) + days)
        return _with(plan, name, date=later, **working)
    if leaf.state == "planned" and (leaf.is_morning or not leaf.is_moment):
        return _with(plan, name, not_before=day(start + days))
    if leaf.state == "under way" and not days:
        return plan
    begins = finish - leaf.left + days
    hold = Task.model_validate(task(f"hold-{name}", "1d", date=day(begins - 1)))
    link = Link(hold.id, LinkType.FS, NO_LAG)
    waiting = _with(plan, name, depends_on=(*leaf.task.depends_on, link))
    return waiting.model_copy(update={"tasks": (*waiting.tasks, hold)})


def _held_later(leaf: Leaf, schedule: Schedule, days: int) -> Any:
    """The date on which something held on days off is to be held, to be done so many working days later."""
    assert leaf.held
    if not days:
        return leaf.task.date
    end = leaf.span[1] + days
    if leaf.task.span == "calendar" and leaf.days:
        return schedule.calendar.day(end - 1) - (leaf.days - 1) * DAY
    return schedule.calendar.day(end - leaf.days)


def _with(plan: Plan, name: str, **fields: Any) -> Plan:
    def within(tasks: tuple[Task, ...]) -> tuple[Task, ...]:
        return tuple(
            t.model_copy(update={"tasks": within(t.tasks)} | (fields if t.id == name else {})) for t in tasks
        )

    return plan.model_copy(update={"tasks": within(plan.tasks)})


def last_finish(schedule: Schedule) -> int:
    """The last working day up to the last day shown, without what only holds something else."""
    leaves = (t for t in schedule.tasks if t.kind != "summary" and not t.id.startswith("hold-"))
    finishes = (t.finish.toordinal() for t in leaves if t.status is not Status.DROPPED)
    return max((schedule.calendar.on_or_before(finish) for finish in finishes), default=0)


def _has_not_begun(task: ScheduledTask) -> bool:
    return task.status is Status.PLANNED or (task.status is Status.BLOCKED and not task.task.started)


def movable(reference: Reference) -> list[Leaf]:
    """Tasks that can be delayed at will: not those of which nobody knows when they began."""
    return [x for x in reference.leaves if x.is_open and (x.state != "under way" or x.began[0] >= x.began[1])]


def others(reference: Reference, leaf: Leaf) -> list[Leaf]:
    """Everything that could move when a task does."""
    return [x for x in reference.leaves if x is not leaf and x.is_open]


def places(schedule: Schedule, leaves: list[Leaf]) -> list[Any]:
    rows: list[ScheduledTask] = [schedule.by_id[x.task.id] for x in leaves]
    return [(t.start, t.finish) for t in rows]


def pushed(plan: Plan, leaf: Leaf) -> list[tuple[str, str]]:
    """What stays on its date although this task comes too late for it."""
    return Reference(plan).solve().broken(leaf.task.id)


@settings(max_examples=120, deadline=None)
@given(plans(late=False))
def test_free_float_is_exact(plan: Plan) -> None:
    schedule, reference = dated(plan), Reference(plan).solve()
    for leaf in movable(reference):
        waiting, free = others(reference, leaf), schedule.by_id[leaf.task.id].free_float
        moved = delayed(plan, schedule, leaf, free)
        still = dated(moved)
        assert places(still, waiting) == places(schedule, waiting), leaf.task.id
        assert last_finish(still) == last_finish(schedule), leaf.task.id
        assert set(pushed(moved, leaf)) <= set(reference.broken(leaf.task.id))
        moved = delayed(plan, schedule, leaf, free + 1)
        felt = dated(moved)
        assert (
            places(felt, waiting) != places(schedule, waiting)
            or last_finish(felt) > last_finish(schedule)
            or pushed(moved, leaf)
            or reference.broken(leaf.task.id)
        ), leaf.task.id


@settings(max_examples=80, deadline=None)
@given(plans())
def test_what_is_put_off_is_as_free_as_if_it_were_kept_there(plan: Plan) -> None:
    schedule, reference = dated(plan), Reference(plan).solve()
    kept = plan
    for leaf in reference.leaves:
        asked = leaf.asked_half // 2 if leaf.is_moment else leaf.asked
        if leaf.state == "planned" and leaf.live and leaf.floor > max(asked, leaf.release):
            kept = delayed(kept, schedule, leaf, 0)
    for name in [row.id for row in schedule.tasks]:
        kept = _with(kept, name, as_late_as_possible=False)
    other = dated(kept)
    for found in schedule.tasks:
        there = other.by_id[found.id]
        assert (there.start, there.finish, there.free_float) == (found.start, found.finish, found.free_float)


@settings(max_examples=120, deadline=None)
@given(plans(finish_by=False))
def test_total_float_can_be_used_up(plan: Plan) -> None:
    schedule, reference = dated(plan), Reference(plan).solve()
    for leaf in movable(reference):
        total = schedule.by_id[leaf.task.id].total_float
        if total > 0:
            late = dated(delayed(plan, schedule, leaf, total))
            assert last_finish(late) == last_finish(schedule), leaf.task.id


@settings(max_examples=100, deadline=None)
@given(plans(elapsed=False, held=False, late=False, progress=False, finish_by=False, summary_starts=False))
def test_a_day_more_than_total_float_moves_the_finish(plan: Plan) -> None:
    schedule, reference = dated(plan), Reference(plan).solve()
    for leaf in movable(reference):
        total = schedule.by_id[leaf.task.id].total_float
        late = dated(delayed(plan, schedule, leaf, total + 1))
        assert last_finish(late) == last_finish(schedule) + 1, leaf.task.id


@settings(max_examples=150, deadline=None)
@given(plans(held=False, finish_by=False))
def test_total_float_is_no_less_than_free_float(plan: Plan) -> None:
    for found in dated(plan).tasks:
        assert found.total_float >= found.free_float >= 0
