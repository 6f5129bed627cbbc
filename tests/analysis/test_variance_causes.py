"""What is said of each kind of change: by how much it moved the end, at which task, and why."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "scheduling"))
from plans import make_plan, task

from pathwayctl.analysis.variance.comparison import Comparison, Reason, compare
from pathwayctl.analysis.variance.moves import Point, moves
from pathwayctl.baselines.frozen import freeze
from pathwayctl.scheduling.schedule import ResourceWait, Schedule, make_schedule, workings_of
from pathwayctl.scheduling.workings import Unlevelled

Tasks = list[dict[str, Any]]
Told = tuple[str | None, int, Reason, str | None]


def scheduled(tasks: Tasks, calendar: dict[str, Any] | None = None, **project: Any) -> Schedule:
    schedule = make_schedule(make_plan(tasks, calendar, **project))
    assert isinstance(schedule, Schedule)
    return schedule


def comparison(before: Tasks | Schedule, after: Tasks | Schedule, **project: Any) -> Comparison:
    was = before if isinstance(before, Schedule) else scheduled(before)
    made = after if isinstance(after, Schedule) else scheduled(after, **project)
    return compare(freeze(was, "approved", None), made)


def told(compared: Comparison) -> list[Told]:
    assert sum(share.days for share in compared.causes) == compared.finish_variance
    tasks = compared.schedule.tasks
    return [
        (None if share.row is None else tasks[share.row].id, share.days, share.reason, share.other)
        for share in compared.causes
    ]


CHAIN: Tasks = [task("draft", "5d"), task("review", "4d"), task("sign", "2d", "draft")]


def test_longer_and_a_new_link() -> None:
    after = [task("draft", "10d"), task("review", "17d"), task("sign", "2d", "draft", "review")]
    assert told(comparison(CHAIN, after)) == [
        ("review", 13, Reason.DURATION, None),
        ("sign", -1, Reason.NEW_LINK, "review"),
    ]


def test_days_gained_are_told_too() -> None:
    after = [task("draft", "2d"), task("review", "1d"), task("sign", "3d", "draft")]
    assert told(comparison(CHAIN, after)) == [
        ("draft", -3, Reason.DURATION, None),
        ("sign", 1, Reason.DURATION, None),
    ]


def test_a_new_task_between_others() -> None:
    after = [*CHAIN[:2], task("vote", "3d", "draft"), task("sign", "2d", "vote")]
    compared = comparison(CHAIN, after)
    assert told(compared) == [("sign", 3, Reason.NEW_TASK, "vote")]
    assert [task.id for task in compared.added] == ["vote"]
    assert compared.of("vote") is None
    found = moves(compared.baseline, compared.schedule)
    assert not found.is_known(2)
    assert found.of(Point(2, at_finish=True)) == 0


def test_a_new_task_at_the_end_and_one_at_the_beginning() -> None:
    assert told(comparison(CHAIN, [*CHAIN, task("party", "1d", "sign")])) == [
        (None, 1, Reason.NEW_TASK, "party")
    ]
    first = [task("money", "3d"), task("draft", "5d", "money"), *CHAIN[1:]]
    assert told(comparison(CHAIN, first)) == [("draft", 3, Reason.NEW_TASK, "money")]
    assert told(comparison([], CHAIN)) == [(None, 6, Reason.NEW_TASK, "sign")]


def test_tasks_that_went_away() -> None:
    compared = comparison(CHAIN, CHAIN[:2])
    assert told(compared) == [(None, -2, Reason.REMOVED_TASK, "sign")]
    assert [frozen.id for frozen in compared.removed] == ["sign"]
    dropped = comparison(CHAIN, [*CHAIN[:2], {**CHAIN[2], "status": "dropped"}])
    assert told(dropped) == [(None, -2, Reason.REMOVED_TASK, "sign")]
    assert [frozen.id for frozen in dropped.removed] == ["sign"]
    assert dropped.of("sign") is None
    assert comparison(CHAIN, []).causes[0].reason is Reason.REMOVED_TASK


def test_another_task_ends_last_now() -> None:
    after = [task("draft", "5d"), task("review", "12d"), task("sign", "2d", "draft")]
    assert told(comparison(CHAIN, after)) == [
        ("review", 8, Reason.DURATION, None),
        (None, -3, Reason.ROOM, None),
    ]


def test_room_that_is_used_up() -> None:
    before = [task("draft", "5d"), task("book", "2d"), task("meet", "1d", "draft", "book")]
    after = [task("draft", "5d"), task("book", "9d"), task("meet", "1d", "draft", "book")]
    assert told(comparison(before, after)) == [
        ("book", 7, Reason.DURATION, None),
        ("meet", -3, Reason.ROOM, "book"),
    ]


def test_a_link_that_went_away_and_one_that_was_changed() -> None:
    before = [task("draft", "5d"), task("review", "8d"), task("sign", "2d", "draft", "review")]
    assert told(comparison(before, [*before[:2], task("sign", "4d", "draft")])) == [
        ("sign", -3, Reason.REMOVED_LINK, "review"),
        ("sign", 2, Reason.DURATION, None),
    ]
    assert told(comparison(before, [*before[:2], task("sign", "2d", "draft", "review FS+3d")])) == [
        ("sign", 3, Reason.LAG, "review")
    ]
    alone = [task("draft", "5d"), task("sign", "2d")]
    assert told(comparison(CHAIN, alone)) == [(None, -2, Reason.ROOM, None)]


def test_dates_of_tasks() -> None:
    held = [*CHAIN[:2], task("sign", "2d", "draft", date="2027-01-20")]
    assert told(comparison(CHAIN, held)) == [("sign", 7, Reason.DATE, None)]
    assert told(comparison(held, CHAIN)) == [("sign", -7, Reason.DATE, None)]
    later = [*CHAIN[:2], task("sign", "2d", "draft", not_before="2027-01-13")]
    assert told(comparison(CHAIN, later)) == [("sign", 2, Reason.NOT_BEFORE, None)]
    assert told(comparison(later, CHAIN)) == [("sign", -2, Reason.NOT_BEFORE, None)]


def test_a_date_of_a_group() -> None:
    group = {"id": "group", "title": "Group", "tasks": [task("one", "2d")]}
    waits = {**group, "not_before": "2027-01-06"}
    assert told(comparison([group], [waits])) == [("one", 2, Reason.NOT_BEFORE, None)]
    assert told(comparison([waits], [group])) == [("one", -2, Reason.NOT_BEFORE, None)]
    variance = comparison([group], [waits]).of("group")
    assert variance is not None
    assert (variance.finish_variance, variance.own, variance.through, variance.reason) == (2, 0, "one", None)


def test_what_ends_a_group() -> None:
    before = {"id": "g", "title": "G", "tasks": [task("long", "9d"), task("short", "4d")]}
    after = {"id": "g", "title": "G", "tasks": [task("long", "5d"), task("short", "12d")]}
    variance = comparison([before], [after]).of("g")
    assert variance is not None
    assert (variance.finish_variance, variance.own, variance.through) == (3, -5, "short")
    assert variance.reason is Reason.ROOM
    gone = comparison([before], [{**after, "tasks": [task("short", "6d")]}]).of("g")
    assert gone is not None
    assert (gone.finish_variance, gone.own, gone.reason) == (-3, -5, Reason.REMOVED_TASK)


def test_progress() -> None:
    late = [task("draft", "5d", status="done", started="2027-01-06", finished="2027-01-13"), *CHAIN[1:]]
    late[1] = {**late[1], "status": "done"}
    assert told(comparison(CHAIN, late, status_date="2027-01-13")) == [
        ("draft", 2, Reason.START, None),
        ("draft", 1, Reason.DURATION, None),
    ]
    idle = comparison(CHAIN, CHAIN, status_date="2027-01-13")
    assert told(idle) == [("draft", 7, Reason.STATUS_DATE, None)]


def test_work_under_way_that_still_waits() -> None:
    before = [task("draft", "5d"), task("sign", "4d", "draft")]
    after = [
        task("draft", "9d"),
        task("sign", "4d", "draft", status="in-progress", started="2027-01-11", remaining="3d"),
    ]
    compared = comparison(before, after, status_date="2027-01-05")
    assert told(compared) == [
        ("draft", 1, Reason.STATUS_DATE, None),
        ("draft", 4, Reason.DURATION, None),
        ("sign", -1, Reason.REMAINING, "draft"),
    ]


def test_a_start_that_came_later_than_it_could() -> None:
    before = [task("draft", "2d"), task("sign", "4d", "draft")]
    after = [
        task("draft", "3d", status="done", started="2027-01-04", finished="2027-01-06"),
        task("sign", "4d", "draft", status="done", started="2027-01-12", finished="2027-01-15"),
    ]
    assert told(comparison(before, after, status_date="2027-01-15")) == [
        ("draft", 1, Reason.DURATION, None),
        ("sign", 3, Reason.START, "draft"),
    ]


def test_the_project_starts_on_another_day() -> None:
    assert told(comparison(CHAIN, CHAIN, start="2027-01-06")) == [("draft", 2, Reason.PROJECT_START, None)]
    assert told(comparison(CHAIN, CHAIN, start="2026-12-31")) == [("draft", -2, Reason.PROJECT_START, None)]


def test_days_off_that_came_into_a_task_and_between_two() -> None:
    closed = {"closures": [{"name": "Snow", "from": "2027-01-06", "to": "2027-01-07"}]}
    inside = comparison(CHAIN, scheduled(CHAIN, closed))
    assert told(inside) == [("draft", 2, Reason.DAYS_OFF, None)]
    variance = inside.of("draft")
    assert variance is not None
    assert (variance.finish_variance, variance.duration_variance) == (2, 0)
    lagged = [task("draft", "5d"), task("sign", "2d", "draft FS+5ed")]
    off = {"closures": [{"name": "Snow", "from": "2027-01-14", "to": "2027-01-15"}]}
    assert told(comparison(lagged, scheduled(lagged, off))) == [("sign", 2, Reason.DAYS_OFF, None)]
    # The same wait of five calendar days now takes in a weekend more.
    longer = [task("draft", "6d"), lagged[1]]
    assert told(comparison(lagged, longer)) == [
        ("draft", 1, Reason.DURATION, None),
        ("sign", 1, Reason.DAYS_OFF, None),
    ]


def test_as_late_as_possible() -> None:
    before = [task("long", "9d"), task("short", "2d")]
    after = [task("long", "9d"), task("short", "2d", as_late_as_possible=True)]
    variance = comparison(before, after).of("short")
    assert variance is not None
    assert (variance.finish_variance, variance.reason) == (7, Reason.AS_LATE)


def test_links_to_the_finish_follow_the_finish() -> None:
    before = [task("build", "6d"), task("test", "2d", "build FF+1d")]
    after = [task("build", "9d"), task("test", "5d", "build FF+1d")]
    compared = comparison(before, after)
    assert told(compared) == [("build", 3, Reason.DURATION, None)]
    variance = compared.of("test")
    assert variance is not None
    assert (variance.start_variance, variance.finish_variance, variance.duration_variance) == (0, 3, 3)
    assert (variance.own, variance.through) == (0, "build")
    # Its start follows from its finish, less its length.
    along = [*before, task("watch", "9d", "test SS")]
    moved = [*after, task("watch", "9d", "test SS")]
    assert told(comparison(along, moved)) == []
    shorter = [task("build", "9d"), task("test", "1d", "build FF+1d"), task("watch", "9d", "test SS")]
    assert told(comparison(along, shorter)) == [
        ("build", 3, Reason.DURATION, None),
        ("test", 1, Reason.DURATION, None),
    ]


def test_a_milestone_that_became_a_task() -> None:
    before = [task("draft", "5d"), task("agreed", "0d", "draft")]
    after = [task("draft", "5d"), task("agreed", "3d", "draft")]
    assert told(comparison(before, after)) == [("agreed", 3, Reason.DURATION, None)]
    assert told(comparison(after, before)) == [("agreed", -3, Reason.DURATION, None)]


def test_costs() -> None:
    before = [task("a", "1d", cost=100), {"id": "g", "title": "G", "tasks": [task("b", "1d", cost=5)]}]
    after = [task("a", "1d"), {"id": "g", "title": "G", "cost": 2, "tasks": [task("b", "1d", cost=25)]}]
    compared = comparison(before, after)
    found = {name: compared.of(name) for name in ("a", "g", "b")}
    assert {name: one and one.cost_variance for name, one in found.items()} == {"a": -100, "g": 22, "b": 20}


def waiting(schedule: Schedule, waits: dict[int, ResourceWait]) -> Schedule:
    """The same schedule, where it is someone's time that holds some tasks back."""
    workings = workings_of(schedule)
    plain = Unlevelled(workings.network, workings.solution.release)
    return replace(schedule, _workings=replace(workings, waits=waits, unlevelled=plain))


def test_someones_time_in_a_levelled_schedule() -> None:
    before = [task("one", "5d"), task("two", "3d")]
    # As levelling would place them if one person did both.
    after = scheduled([task("one", "7d"), task("two", "3d", not_before="2027-01-13")])
    compared = comparison(before, waiting(after, {1: ResourceWait("dana", 0)}))
    assert told(compared) == [
        ("one", 2, Reason.DURATION, None),
        ("two", 5, Reason.PERSON, "dana"),
        (None, -2, Reason.ROOM, None),
    ]
    away = comparison(before, waiting(after, {1: ResourceWait("dana", None)}))
    assert told(away) == [("two", 7, Reason.PERSON, "dana"), (None, -2, Reason.ROOM, None)]


def test_tasks_that_hold_each_other_back_end_the_chain() -> None:
    """By way of a link that leads back, a task can wait for the person who waits for the task."""
    before = [task("one", "5d"), task("two", "3d")]
    after = scheduled(
        [task("one", "5d", not_before="2027-01-07"), task("two", "3d", not_before="2027-01-14")]
    )
    compared = comparison(before, waiting(after, {0: ResourceWait("dana", 1), 1: ResourceWait("dana", 0)}))
    causes = told(compared)
    assert causes == [
        ("one", 3, Reason.PERSON, "dana"),
        ("two", 5, Reason.PERSON, "dana"),
        (None, -2, Reason.ROOM, None),
    ]


@pytest.mark.parametrize("form", ["done", "in-progress"])
def test_links_that_lead_nowhere_are_passed_over(form: str) -> None:
    after = [task("draft", "5d", "nothing", status=form, started="2027-01-06"), *CHAIN[1:]]
    compared = comparison(CHAIN, after, status_date="2027-01-08")
    assert told(compared)
