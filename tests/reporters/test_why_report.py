"""The whole answer to why, on screens of every width, and as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from rich.cells import cell_len
from why_plans import group, planned, read, task, unfolded

sys.path.insert(0, str(Path(__file__).parents[1] / "scheduling"))
from plans import plans

from pathwayctl.analysis.why.answer import why
from pathwayctl.model.plan import Plan
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.registry import WHY
from pathwayctl.reporters.why.view import WhyReport
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
FIELDS = (
    "version", "task", "start", "finish", "start_because", "finish_because", "chain", "buys_a_day", "waits",
)  # fmt: skip
PARTNERSHIP = planned(
    [
        group(
            "plan",
            task("kickoff", "1d", date="2027-01-28", owner="dana"),
            task("draft", "8d", "kickoff", owner="dana"),
            task("ask", "8d", "kickoff", owner="lee"),
            task("sign", "2d", "draft FS+10ed", "ask FS+10ed", deadline="2027-02-26"),
            task("signed", "0d", "sign"),
        ),
        task("survey", "15d", "plan", owner="lee"),
        task("board", "1d", "survey", date="2027-04-15"),
        task("print", "3d", "survey FF+2d", "draft SS"),
        task("leaflet", "4d", "print SS"),
        task("report", "5d", "board", "print", "leaflet"),
        task("closed", "0d", "report"),
        task("party", "1d", "report", status="dropped"),
    ],
    finish_by="2027-04-30",
)
LONG = planned([task("t0", "2d"), *(task(f"t{n}", "2d", f"t{n - 1}") for n in range(1, 24))])
MANY = planned(
    [task("first", "3d"), *(task(f"t{n}", "0d" if n % 4 == 0 else "2d", "first") for n in range(14))]
)


@pytest.mark.parametrize(
    "name",
    ["plan", "kickoff", "draft", "sign", "signed", "survey", "board", "print", "closed", "party", "leaflet"],
)
def test_the_answers_about_a_plan(name: str) -> None:
    check_snapshot(EXPECTED / f"why-{name}.txt", read(PARTNERSHIP, name))


def test_long_lists_are_cut_unless_they_are_wanted_whole() -> None:
    check_snapshot(EXPECTED / "why-long.txt", read(LONG, "t23"))
    check_snapshot(EXPECTED / "why-many.txt", read(MANY, "first"))
    cut, whole = read(LONG, "t23"), read(LONG, "t23", whole=True)
    assert cut.count("--all") == 2
    assert "--all" not in whole
    assert all(f"“t{n}” ({n + 1})" in whole for n in range(24))
    assert read(MANY, "first", whole=True).count("cannot") == 14


def test_of_a_very_long_chain_only_what_is_near_is_tried() -> None:
    tasks = [task("t0", "2d"), *(task(f"t{n}", "2d", f"t{n - 1}") for n in range(1, 160))]
    text = unfolded(read(planned(tasks), "t159"))
    assert "Each of these 150 alone brings it" in text
    assert "10 more changes further back were not tried." in text


def test_progress() -> None:
    status: dict[str, Any] = {"status_date": "2027-02-01"}
    begun = {"status": "in-progress", "started": "2027-01-25"}
    ended = {"status": "done", "started": "2027-01-04", "finished": "2027-01-15"}
    tasks = [
        task("a", "9d", **ended),
        task("b", "9d", "a", **begun),
        task("c", "3d", "b SS", "b", status="blocked"),
    ]
    for name in "abc":
        check_snapshot(EXPECTED / f"why-progress-{name}.txt", read(planned(tasks, **status), name))
    assert "no status_date" in read(planned(tasks), "a")


def test_what_two_changes_do_together() -> None:
    two = planned([task("a", "3d"), task("b", "3d"), task("c", "1d", "a", "b")])
    text = read(two, "c")
    assert "because two paths to it are equally long" in text
    assert "- “a” (1) in 2 working days, not 3\n  - “b” (2) in 2 working days, not 3\n" in text
    three = planned([task(name, "3d") for name in "abc"] + [task("d", "1d", "a", "b", "c")])
    assert "other paths to it are just as long" in unfolded(read(three, "d"))
    assert "No change can:" in read(planned([task("a", "1d")]), "a")


def test_lags_and_dates_that_buy_a_day() -> None:
    plan = planned(
        [task("a", "1d", date="2027-01-12"), task("b", "1d", "a FF+2d"), task("c", "1d", "b FS+1ed")]
    )
    text = unfolded(read(plan, "c"))
    assert "“a” (1) held on Monday, January 11, 2027" in text
    assert "a lag of 1, not 2 working days, from the end of “a” (1) to the end of “b” (2)" in text
    group_of = planned(
        [group("g", task("a", "1d"), not_before="2027-02-01", title="Later"), task("b", "1d", "g")]
    )
    assert "“Later” (1) from Friday, January 29, 2027 on" in read(group_of, "b")


def test_what_brings_the_project_forward_but_not_the_task() -> None:
    plan = planned([task("a", "3d"), task("b", "3d"), task("d", "1d", "a", "b"), task("e", "9d", "a")])
    text = unfolded(read(plan, "d"))
    assert "No single change makes it earlier, because two paths to it are equally long." in text
    assert (
        "This brings the finish of the project to Tuesday, January 19, 2027, but does not move this task:"
        in text
    )


def test_of_two_tasks_with_one_id_links_mean_the_first() -> None:
    plan = planned([group("a", task("b", "2d"), task("a", "1d")), task("c", "1d", "a"), task("d", "1d", "b")])
    assert "“c” (2) cannot start before everything in “Group a” (1) is done" in unfolded(read(plan, "b"))
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    assert [one.row for one in why(plan, schedule, 2).waiting.waiters] == [3]


def test_what_comes_too_late() -> None:
    due = planned([task("a", "9d"), task("b", "1d", "a")], finish_by="2027-01-08")
    text = unfolded(read(due, "a"))
    assert "It is 5 working days too late for the project to finish by Friday, January 8, 2027." in text
    held = planned([task("a", "9d"), task("b", "1d", "a", date="2027-01-08"), task("c", "30d")])
    text = unfolded(read(held, "a"))
    assert "too late for a task with a fixed date that waits for it" in text
    assert "with its fixed date, it comes 5 working days too early" in text


def test_the_last_days_before_finish_by() -> None:
    plan = planned([task("a", "5d")], finish_by="2027-01-12")
    text = unfolded(read(plan, "a"))
    assert "more than 2 working days, the project no longer finishes by Tuesday, January 12, 2027" in text


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_answers_fit_the_screen(width: int) -> None:
    for name in ("plan", "sign", "survey", "print", "closed"):
        for text in read(PARTNERSHIP, name, width=width).splitlines():
            assert cell_len(text) <= min(width, 100) or text.startswith("  pathwayctl")


def test_json() -> None:
    for name in ("plan", "sign", "board", "print"):
        text = read(PARTNERSHIP, name, "json")
        check_snapshot(EXPECTED / f"why-{name}.json", text)
        found = json.loads(text)
        assert tuple(found) == FIELDS


@settings(max_examples=40, deadline=None)
@given(plans())
def test_there_is_an_answer_for_every_task(plan: Plan) -> None:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    for row in schedule.records.breakdown.rows:
        report = WhyReport(why(plan, schedule, row.index))
        for form in WHY:
            text = plain(WHY.writer(form)(report, 60))
            assert "None" not in text
            assert "  because ." not in text


def test_what_is_put_off_has_no_other_ways_to_it() -> None:
    late = task("late", "2d", as_late_as_possible=True)
    plan = planned([group("all", late, task("other", "4d"))])
    put_off = "is scheduled as late as possible. Without as_late_as_possible it would be earlier."
    assert f"It {put_off}" in unfolded(read(plan, "late"))
    assert f"“late” (1.1) {put_off}" in unfolded(read(plan, "all"))
