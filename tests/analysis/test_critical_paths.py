"""The critical paths: all of them counted, the longest told."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hypothesis import given, settings

sys.path.insert(0, str(Path(__file__).parents[1] / "scheduling"))
from plans import make_plan, plans, task

from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.critical_paths import CriticalPaths, critical_paths
from pathwayctl.scheduling.drivers import bonds
from pathwayctl.scheduling.schedule import Schedule, make_schedule, workings_of


def dated(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return schedule


def told(tasks: list[dict[str, Any]], **project: Any) -> tuple[list[list[str]], int]:
    """The ids on the longest paths, and the number of all."""
    schedule = dated(make_plan(tasks, **project))
    found = critical_paths(schedule, project.get("critical_float", 0))
    rows = schedule.records.breakdown.rows
    return [[rows[row].task.id for row in path] for path in found.longest], found.number


def test_two_paths_that_meet_in_the_end() -> None:
    tasks = [
        task("kickoff", "1d"),
        task("charter", "4d", "kickoff"),
        task("survey", "2d"),
        task("report", "3d", "survey"),
        task("slack", "1d"),
        task("sign-off", "1d", "charter", "report", "slack"),
    ]
    paths = [["kickoff", "charter", "sign-off"], ["survey", "report", "sign-off"]]
    assert told(tasks) == (paths, 2)


def test_a_short_cut_is_no_path_of_its_own() -> None:
    tasks = [task("a", "2d"), task("m", "0d", "a"), task("n", "0d", "m"), task("b", "1d", "a", "n")]
    assert told(tasks) == ([["a", "m", "n", "b"]], 1)


def test_a_path_may_begin_with_a_link_on_the_first_day() -> None:
    kickoff = [task("kickoff", "0d"), task("plan", "5d", "kickoff"), task("do", "6d", "plan")]
    assert told(kickoff) == ([["kickoff", "plan", "do"]], 1)
    assert told([task("a", "3d"), task("b", "6d", "a SS")]) == ([["a", "b"]], 1)


def test_one_path_and_none() -> None:
    assert told([task("a", "2d"), task("b", "1d", "a")]) == ([["a", "b"]], 1)
    assert told([task("a", "2d")], finish_by="2027-12-31") == ([], 0)
    assert told([]) == ([], 0)


def test_paths_through_summaries_and_held_dates() -> None:
    group = {"id": "g", "title": "G", "tasks": [task("a", "2d"), task("b", "2d")]}
    assert told([group, task("c", "1d", "g")]) == ([["a", "c"], ["b", "c"]], 2)
    alone = {"id": "g", "title": "G", "tasks": [task("a", "2d")]}
    assert told([alone, task("c", "5d", "g SS+1d")]) == ([["a", "c"]], 1)
    held = [task("a", "3d"), task("b", "1d", "a", date="2027-01-05"), task("c", "2d", "b")]
    assert told(held)[0][0][:2] == ["a", "b"]


def test_a_critical_float_bridges_as_many_days() -> None:
    tasks = [task("a", "3d"), task("b", "1d", "a", date="2027-01-11"), task("c", "2d", "b")]
    assert told(tasks) == ([["b", "c"]], 1)
    assert told(tasks, critical_float=2) == ([["a", "b", "c"]], 1)


def test_what_is_done_is_on_no_path() -> None:
    ended = task("a", "3d", status="done", started="2027-01-04", finished="2027-01-06")
    assert told([ended, task("b", "1d", "a")], status_date="2027-01-06") == ([["b"]], 1)


def test_paths_are_counted_up_to_a_million() -> None:
    tasks, last = [task("t", "1d")], "t"
    for n in range(40):
        tasks += [task(f"a{n}", "1d", last), task(f"b{n}", "1d", last), task(f"c{n}", "1d", f"a{n}", f"b{n}")]
        last = f"c{n}"
    paths, number = told(tasks)
    assert number == 1_000_000
    assert [len(path) for path in paths] == [81, 81, 81]
    assert len({tuple(path) for path in paths}) == 3


def every_path(schedule: Schedule, slack: int) -> list[tuple[int, ...]]:
    """All paths, written out one by one from their ends back."""
    by_id = schedule.records.breakdown.by_id
    critical = {by_id[name] for name in schedule.critical_path}
    size, at = workings_of(schedule).network.size, workings_of(schedule).solution.early.at
    drives: dict[int, set[int]] = {}
    for row in critical:
        asking = set()
        for bond in bonds(schedule, row):
            waited = by_id[bond.link.predecessor]
            shift = size if bond.link.type.value[0] == "F" else 0
            inside = set(range(waited, schedule.records.breakdown.rows[waited].end)) & critical - {row}
            asking |= {(bond.asks, one) for one in inside if at[shift + one] == at[shift + waited]}
        most = max((asks for asks, _ in asking), default=0)
        reaches = bool(asking) and schedule.work_start(row) - most <= slack
        drives[row] = {source for asks, source in asking if reaches and asks == most}
    above: dict[int, set[int]] = {}
    for row in sorted(critical, key=workings_of(schedule).network.order.index):
        above[row] = drives[row].union(*(above[source] for source in drives[row]))
    drives = {
        row: {one for one in ways if not any(one in above[other] for other in ways)}
        for row, ways in drives.items()
    }
    sources = {source for ways in drives.values() for source in ways}

    def back(row: int) -> list[tuple[int, ...]]:
        return [(*path, row) for source in drives[row] for path in back(source)] or [(row,)]

    return [path for row in critical - sources for path in back(row)]


@settings(max_examples=60, deadline=None)
@given(plans())
def test_paths_are_those_found_one_by_one(plan: Plan) -> None:
    schedule = dated(plan)
    for slack in (0, 3):
        found: CriticalPaths = critical_paths(schedule, slack, most=1000)
        assert sorted(found.longest) == sorted(every_path(schedule, slack))
        assert found.number == len(found.longest)
        days = [sum(workings_of(schedule).work.remaining[row] for row in path) for path in found.longest]
        assert days == sorted(days, reverse=True)
        assert critical_paths(schedule, slack).longest == found.longest[:3]
