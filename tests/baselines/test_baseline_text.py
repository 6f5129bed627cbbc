"""A baseline as text: it comes back as it was, git shows what changed, and nothing else ever changes."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "scheduling"))
from plans import make_plan, plans, task

from pathwayctl.baselines.file_text import to_text
from pathwayctl.baselines.frozen import Baseline, Frozen, freeze
from pathwayctl.baselines.reading import from_text
from pathwayctl.model.plan import Plan
from pathwayctl.model.values import read_day
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from pathwayctl.source.characters import forbidden

TRICKY = [
    "null",
    "true",
    "yes",
    "no",
    "on",
    "y",
    "n",
    "off",
    "2027",
    "007",
    "1e5",
    "2027-03-01",
    "0x1f",
    "1-2",
]


def frozen(plan: Plan) -> Baseline:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return freeze(schedule, "approved", plan.project.status_date)


def read_again(baseline: Baseline) -> Baseline | None:
    found, findings = from_text(to_text(baseline).encode(), "approved", "baselines/approved.yaml")
    assert findings.made == ()
    return found


@settings(max_examples=200, deadline=None)
@given(plans())
def test_what_is_written_is_read_again(plan: Plan) -> None:
    baseline = frozen(plan)
    assert read_again(baseline) == baseline
    assert to_text(baseline) == to_text(frozen(plan))


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.strip() and not forbidden().search(text)))
def test_any_title_is_written_on_one_line_and_read_again(title: str) -> None:
    baseline = frozen(make_plan([task("one", "2d") | {"title": title}]))
    assert len(to_text(baseline).splitlines()) == 8
    assert read_again(baseline) == baseline


@pytest.mark.parametrize("sign", ["\ud800", "\x07"])
def test_what_no_file_can_hold_does_no_harm(sign: str) -> None:
    day = read_day("2027-01-04")
    baseline = Baseline("approved", day, day, None, (Frozen("one", f"a{sign}b", None, day, day, 1),))
    found = read_again(baseline)
    assert found is not None
    assert found.tasks[0].title == "a\ufffdb"


@pytest.mark.parametrize("name", TRICKY)
def test_ids_that_look_like_something_else_stay_ids(name: str) -> None:
    group = {"id": name, "title": "Group", "tasks": [task("one", "2d")]}
    baseline = frozen(make_plan([group, task("two", "1d", name)]))
    assert read_again(baseline) == baseline


@settings(max_examples=100, deadline=None)
@given(st.floats(0, 1e12) | st.integers(0, 10**12))
def test_costs_keep_their_cents(cost: float) -> None:
    baseline = frozen(make_plan([task("one", "2d", cost=cost), task("two", "2d")]))
    assert read_again(baseline) == baseline
    assert baseline.cost == cost


def test_a_sum_that_no_reader_would_read_is_left_out() -> None:
    tasks = [task(f"t{number}", "1d", cost=1e12) for number in range(1001)]
    assert "\ncost:" not in to_text(frozen(make_plan(tasks)))


WORK: list[dict[str, Any]] = [
    {"id": "group", "title": "Group", "tasks": [task("first", "5d", cost=100), task("last", "3d", "first")]},
    task("beside", "2d", cost=50),
    task("long", "90d"),
]


def changed(before: Plan, after: Plan) -> list[str]:
    """The lines that git would show as added."""
    was, now = (to_text(frozen(plan)).splitlines() for plan in (before, after))
    return [line[2:] for line in difflib.ndiff(was, now) if line.startswith("+ ")]


def test_one_changed_task_is_one_changed_line() -> None:
    before = make_plan(WORK)
    longer = make_plan([WORK[0], task("beside", "4d", cost=50), WORK[2]])
    (line,) = changed(before, longer)
    assert line.startswith("  beside: {title:")
    dearer = make_plan([WORK[0], task("beside", "2d", cost=75), WORK[2]])
    assert [line.partition(":")[0] for line in changed(before, dearer)] == ["cost", "  beside"]
    # Nothing is said of the group when a task in it becomes longer.
    group = {**WORK[0], "tasks": [task("first", "5d", cost=100), task("last", "9d", "first")]}
    assert [line.partition(":")[0] for line in changed(before, make_plan([group, *WORK[1:]]))] == ["  last"]


def test_the_text_itself() -> None:
    tasks = [
        {
            "id": "plan",
            "title": "Plan",
            "not_before": "2027-01-05",
            "tasks": [
                task("sign", "10d", cost=1200, status="in-progress", started="2027-01-05", complete=40),
                task("mou", "0d", "off FS+3ed", date="2027-02-01", as_late_as_possible=True),
            ],
        },
        task("off", "1w", status="dropped"),
    ]
    baseline = frozen(make_plan(tasks, status_date="2027-01-08"))
    assert (
        to_text(baseline).split("\n", 2)[2]
        == """\
baseline: 1
name: approved
status_date: 2027-01-08
start: 2027-01-04
finish: 2027-02-01
cost: 1200
tasks:
  plan: {title: "Plan", not_before: 2027-01-05}
  sign: {title: "sign", in: plan, start: 2027-01-05, finish: 2027-01-15, days: 9, cost: 1200, complete: 40}
  mou: {title: "mou", in: plan, start: 2027-02-01, finish: 2027-02-01, days: 0, depends_on: [off FS+3ed], \
date: 2027-02-01, as_late_as_possible: true}
"""
    )
    assert read_again(baseline) == baseline


def test_groups_take_dates_and_cost_from_what_is_in_them() -> None:
    inner = {"id": "inner", "title": "Inner", "cost": 5, "tasks": [task("a", "2d", cost=10), task("b", "4d")]}
    outer = {"id": "outer", "title": "Outer", "tasks": [inner, task("c", "1d", "b", cost=1)]}
    baseline = frozen(make_plan([outer, task("d", "9d", cost=3)]))
    spans = baseline.spans
    assert (spans["inner"].start, spans["inner"].finish) == (read_day("2027-01-04"), read_day("2027-01-07"))
    assert (spans["outer"].finish, spans["outer"].cost) == (read_day("2027-01-08"), 16)
    assert spans["inner"].cost == 15
    assert (baseline.cost, spans["b"].cost) == (19, None)


def test_a_plan_without_tasks_has_a_baseline_too() -> None:
    baseline = frozen(make_plan([]))
    assert to_text(baseline).endswith("tasks: {}\n")
    assert read_again(baseline) == baseline
