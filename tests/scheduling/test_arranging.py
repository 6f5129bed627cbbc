"""Recurring tasks, windows, and organizations with calendars of their own."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.arranging import arranged
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import Schedule, make_schedule

_PEOPLE = """
organizations:
  - {id: crew, name: Crew, category: cte, capacity: 6}
people:
  - {id: ana, name: Ana, category: k-12}
"""


def _schedule(tasks: str, sections: str = _PEOPLE, **project: Any) -> Schedule:
    head = {"name": "P", "start": date(2027, 8, 2), **project}
    plan = Plan.model_validate({"pathwayctl": 1, "project": head, **yaml.safe_load(sections + tasks)})
    plan, breakdown = arranged(plan, break_down(plan.tasks))
    schedule = make_schedule(plan, breakdown)
    assert isinstance(schedule, Schedule)
    return schedule


def _days(schedule: Schedule) -> dict[str, tuple[str, str]]:
    return {task.id: (f"{task.start:%m-%d}", f"{task.finish:%m-%d}") for task in schedule.tasks}


def test_a_plan_that_uses_none_of_this_is_left_alone() -> None:
    head = {"name": "P", "start": date(2027, 8, 2)}
    plan = Plan.model_validate(
        {"pathwayctl": 1, "project": head, "tasks": [{"id": "a", "title": "A", "duration": "3d"}]}
    )
    breakdown = break_down(plan.tasks)
    assert arranged(plan, breakdown) == (plan, breakdown)
    assert arranged(plan, breakdown)[0] is plan


def test_a_task_that_recurs_on_a_day_is_held_on_it() -> None:
    schedule = _schedule("""
tasks:
  - {id: team, title: Team, every: last business day of the month, times: 3, duration: 1d}
  - {id: after, title: After, duration: 2d, depends_on: [team-2027-09]}
""")
    assert _days(schedule) == {
        "team": ("08-31", "10-29"),
        "team-2027-08": ("08-31", "08-31"),
        "team-2027-09": ("09-30", "09-30"),
        "team-2027-10": ("10-29", "10-29"),
        "after": ("10-01", "10-04"),
    }
    assert schedule.tasks[1].title == "Team (August 2027)"


def test_other_recurring_tasks_have_the_time_up_to_the_next() -> None:
    schedule = _schedule("""
tasks:
  - {id: promote, title: Promote, every: month, until: 2027-09-30, duration: 5d, assigned: {crew: 1}}
""")
    first, second = schedule.tasks[1:]
    assert (first.id, first.task.not_before, first.task.deadline) == (
        "promote-2027-08", date(2027, 8, 2), date(2027, 8, 31)
    )  # fmt: skip
    assert (second.start, second.task.deadline) == (date(2027, 9, 1), date(2027, 9, 30))


def test_occurrences_are_changed_by_their_ids() -> None:
    schedule = _schedule(
        """
tasks:
  - id: club
    title: Club
    every: 2w
    date: 2027-08-03
    times: 3
    duration: 1d
    owner: ana
    occurrences:
      - {id: club-2027-08-03, status: done, finished: 2027-08-03}
      - {id: club-2027-08-17, date: 2027-08-18, title: Club fair}
      - {id: club-2027-08-31, status: dropped}
""",
        status_date=date(2027, 8, 9),
    )
    done, moved, dropped = schedule.tasks[1:]
    assert (done.status.value, done.finish) == ("done", date(2027, 8, 3))
    assert (moved.title, moved.start, moved.owner) == ("Club fair", date(2027, 8, 18), "ana")
    assert dropped.status.value == "dropped"


def test_without_an_end_a_task_recurs_until_the_project_ends_or_for_a_year() -> None:
    task = "tasks: [{id: t, title: T, every: month, duration: 1d}]"
    assert len(_schedule(task).tasks) == 1 + 12
    assert len(_schedule(task, finish_by=date(2027, 10, 15)).tasks) == 1 + 3


def test_a_window_does_not_overload_its_first_days() -> None:
    schedule = _schedule("""
tasks:
  - {id: a, title: A, window: 2027-10, duration: 3d, assigned: [ana]}
  - {id: b, title: B, window: October 2027, duration: 2d, assigned: [ana]}
  - {id: c, title: C, window: {from: 2027-10-04, to: 2027-10-29}, duration: 5d, assigned: {ana: 0.5}}
  - {id: d, title: D, window: 2027-10, duration: 1d}
""")
    assert _days(schedule) == {
        "a": ("10-01", "10-05"),
        "b": ("10-06", "10-07"),
        "c": ("10-08", "10-14"),
        "d": ("10-01", "10-01"),
    }
    assert schedule.days_until_due(schedule.tasks[0]) == 18


def test_windows_follow_links_and_leave() -> None:
    people = _PEOPLE.replace("category: k-12}", "category: k-12, leave: [{date: 2027-10-04}]}")
    schedule = _schedule(
        """
tasks:
  - {id: b, title: B, window: 2027-10, duration: 2d, assigned: [ana], depends_on: [a]}
  - {id: a, title: A, window: 2027-10, duration: 1d, assigned: [ana]}
""",
        people,
    )
    assert _days(schedule) == {"a": ("10-01", "10-01"), "b": ("10-05", "10-06")}


def test_a_full_window_is_overloaded_the_least() -> None:
    schedule = _schedule("""
tasks:
  - {id: a, title: A, date: 2027-10-01, duration: 20d, assigned: [ana]}
  - {id: b, title: B, window: 2027-10, duration: 3d, assigned: [ana]}
""")
    assert schedule.tasks[1].start == date(2027, 10, 27)


def test_work_pauses_while_an_organization_is_closed() -> None:
    schools = """
organizations:
  - id: isd
    name: ISD
    category: k-12
    calendar: {closures: [{name: Break, from: 2027-08-09, to: 2027-08-13}]}
people:
  - {id: ana, name: Ana, organization: isd}
  - {id: ben, name: Ben, category: cte}
"""
    schedule = _schedule(
        """
tasks:
  - {id: visit, title: Visit, duration: 10d, owner: isd, not_before: 2027-08-04}
  - {id: help, title: Help, duration: 2d, owner: ben, assigned: [ana], not_before: 2027-08-10}
  - {id: other, title: Other, duration: 10d, owner: ben, not_before: 2027-08-04}
  - {id: held, title: Held, duration: 3d, owner: isd, date: 2027-08-09}
  - {id: after, title: After, duration: 1d, owner: ben, depends_on: [visit]}
""",
        schools,
    )
    assert _days(schedule) == {
        "visit": ("08-04", "08-24"),
        "help": ("08-16", "08-17"),
        "other": ("08-04", "08-17"),
        "held": ("08-09", "08-11"),
        "after": ("08-25", "08-25"),
    }


def test_what_is_under_way_pauses_too() -> None:
    schools = """
organizations:
  - id: isd
    name: ISD
    category: k-12
    calendar: {closures: [{name: Break, from: 2027-08-09, to: 2027-08-13}]}
"""
    task = (
        "{id: v, title: V, duration: 5d, owner: isd, status: in-progress, started: 2027-08-04, complete: 40}"
    )
    schedule = _schedule(f"tasks: [{task}]", schools, status_date=date(2027, 8, 6))
    assert schedule.tasks[0].finish == date(2027, 8, 17)
