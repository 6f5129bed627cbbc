"""What may stand in a file, and must neither stop nor bend a schedule."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from plans import make_plan, task

from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.network import Network, connect
from pathwayctl.scheduling.schedule import NoSchedule, Schedule, get_ready, make_schedule

NEVER = {"closures": [{"name": "Closed", "from": "0001-01-01", "to": "9999-12-31"}]}


def dated(tasks: list[dict[str, Any]], calendar: dict[str, Any] | None = None, **project: Any) -> Schedule:
    schedule = make_schedule(make_plan(tasks, calendar, **project))
    assert isinstance(schedule, Schedule)
    return schedule


def test_a_plan_without_tasks_lasts_no_time() -> None:
    schedule = dated([], start="2027-01-09")
    assert schedule.start == schedule.finish == date(2027, 1, 11)
    assert (schedule.tasks, schedule.critical_path, schedule.by_id) == ((), (), {})
    assert dated([], NEVER).start == date.max


def test_links_that_lead_nowhere_are_passed_over() -> None:
    schedule = dated([task("a", "2d"), task("b", "1d", "nobody", "b", "b SS+3d", "a", "a")])
    assert schedule.by_id["b"].early == (2, 3)
    assert schedule.by_id["b"].depends_on == ("nobody", "b", "b SS+3d", "a", "a")


def test_of_two_tasks_with_one_id_links_mean_the_first() -> None:
    schedule = dated([task("a", "3d"), task("a", "7d", "a"), task("b", "1d", "a")])
    assert [found.early for found in schedule.tasks] == [(0, 3), (0, 7), (3, 4)]
    assert schedule.by_id["a"] is schedule.tasks[0]


@pytest.mark.parametrize(
    ("tasks", "calendar", "project", "lost"),
    [
        ([task("a", "0d"), task("b", "1d")], NEVER, {}, "a"),
        ([task("a", "1d"), task("b", "1d", "a")], {}, {"start": "9999-12-31"}, "b"),
        ([task("s", tasks=[task("a", "2d")])], {}, {"start": "9999-12-31"}, "a"),
        ([task("a", "2d", date="9999-12-31")], {"working_days": ["mon"]}, {}, "a"),
        ([task("a", "1d", not_before="9999-12-31")], {"working_days": ["mon"]}, {}, "a"),
        ([task("a", "1d", status="dropped"), task("b", "2d")], {}, {"start": "9999-12-31"}, "b"),
        ([task(f"t{n}", "100000d", *([f"t{n - 1}"] if n else [])) for n in range(30)], {}, {}, "t20"),
        ([task(f"t{n}", "0d", *([f"t{n - 1} SS+99999ed"] if n else [])) for n in range(40)], {}, {}, "t30"),
    ],
)
def test_no_date_lies_past_year_9999(
    tasks: list[dict[str, Any]], calendar: dict[str, Any], project: dict[str, Any], lost: str
) -> None:
    assert make_schedule(make_plan(tasks, calendar, **project)) == NoSchedule((), lost)


def test_the_last_day_of_all_can_be_worked() -> None:
    schedule = dated([task("a", "1d"), task("m", "0d", "a"), task("n", "0d")], start="9999-12-31")
    assert {found.finish for found in schedule.tasks} == {date.max}
    assert schedule.by_id["n"].late_finish == date.max  # the boundary after it has no day of its own


def test_late_dates_can_lie_before_the_project_and_before_all_dates() -> None:
    schedule = dated([task("a", "10d")], finish_by="2027-01-04")
    assert schedule.by_id["a"].late_start == date(2026, 12, 22)
    assert schedule.by_id["a"].total_float == -9
    first = dated(
        [task("a", "10d"), task("m", "0d", "a"), task("b", "1d", "m FS+9ed")],
        start="0001-01-01",
        finish_by="0001-01-01",
    )
    assert first.by_id["a"].late_start == date.min


def test_one_day_a_week_is_a_calendar() -> None:
    schedule = dated([task("a", "2w"), task("b", "3d", "a FS+1ed")], {"working_days": ["sat", "sat"]})
    assert [(found.start.day, found.finish.day) for found in schedule.tasks] == [(9, 16), (23, 6)]


def test_links_on_large_summaries_cost_no_more_than_any_other() -> None:
    count = 1500
    inner = [task(f"x{n}", "1d") for n in range(count)]
    outer = [task(f"y{n}", "1d", "s", "s SS") for n in range(count)]
    plan = make_plan([task("s", tasks=inner), task("t", None, "s FF", tasks=outer)])
    breakdown = break_down(plan.tasks)
    network = connect(breakdown, [True] * len(breakdown.rows), 5)
    assert isinstance(network, Network)
    assert sum(map(len, (*network.to_start, *network.to_finish))) == 2 * count + 1
    assert dated([task("s", tasks=inner), task("t", None, "s FF", tasks=outer)]).finish == date(2027, 1, 5)


def test_a_long_chain_in_deep_summaries_is_no_matter() -> None:
    tasks: list[dict[str, Any]] = [task(f"t{n}", "1d", *([f"t{n - 1}"] if n else [])) for n in range(2000)]
    for depth in range(60):
        tasks = [task(f"s{depth}", None, f"a{depth} SS+1ed", tasks=tasks), task(f"a{depth}", "1d")]
    schedule = dated([*tasks, task("z", "1d", "s0", "s59 SS+1ed")])
    assert schedule.by_id["z"].early == (2060, 2061)
    assert len(schedule.critical_path) == 2000 + 1 + 60


def test_the_breakdown_may_be_given() -> None:
    plan = make_plan([task("a", "2d"), task("b", "1d", "a")])
    assert [t.early for t in _tasks(make_schedule(plan, break_down(plan.tasks)))] == [(0, 2), (2, 3)]


def _tasks(found: Schedule | NoSchedule) -> Any:
    assert isinstance(found, Schedule)
    return found.tasks


SCRIPT = """
import sys
from plans import make_plan, task
import pathwayctl.scheduling.schedule as room
assert not {"networkx", "holidays"} & set(sys.modules)
ring = [task(f"t{n}", "2d", f"t{n * 7 % 20}", f"t{(n + 3) % 20} SS") for n in range(20)]
print(room.make_schedule(make_plan(ring)))
line = [task(f"t{n}", "2d", *(f"t{k} FF+2ed" for k in range(n) if n % (k + 2) == 0)) for n in range(20)]
print(room.make_schedule(make_plan([task("s", tasks=line), task("m", "0d", "s")])).tasks)
"""


def test_the_same_plan_gives_the_same_schedule_in_every_process() -> None:
    """The heavy libraries are not loaded before they are needed, and no order comes from hashes."""
    said = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
        )
        said.append(done.stdout)
    assert said[0] == said[1]
    assert said[0].count("ScheduledTask") == 22


def test_getting_ready_loads_what_is_slow_to_load() -> None:
    get_ready()
    assert {"networkx", "holidays.countries.united_states"} <= set(sys.modules)
