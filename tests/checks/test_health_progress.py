"""Honest progress: days against links, what is left to do, the status date and the baseline."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from checking import codes, index_of, messages, only

from pathwayctl.checks.schedule.reporting import baseline, stale
from pathwayctl.evidence.index import PlanIndex

TODAY = "2027-03-01"
DONE = "status: done, started: {}, finished: {}"
BEGUN = "status: in-progress, started: {}, complete: 50"


def two(first: str, second: str, link: str = "a") -> str:
    return (
        f"tasks:\n  - {{id: a, title: A, duration: 5d, {first}}}\n"
        f"  - {{id: b, title: B, duration: 5d, depends_on: [{link}], {second}}}\n"
    )


def done(first: int, last: int) -> str:
    """Done from one day of February to another."""
    return DONE.format(f"2027-02-{first:02}", f"2027-02-{last:02}")


def begun(day: int) -> str:
    return BEGUN.format(f"2027-02-{day:02}")


PLANNED = "cost: 0"


@pytest.mark.parametrize(
    ("first", "second", "link", "out_of_order"),
    [
        # FS: the other is not done, or was done later
        (begun(1), begun(8), "a", True),
        (PLANNED, begun(8), "a", True),
        (begun(1), begun(8), "a FS-3d", False),
        (done(1, 5), begun(8), "a", False),
        (done(1, 8), begun(8), "a", False),
        (done(1, 9), begun(8), "a", True),
        (done(1, 9), done(8, 12), "a", True),
        (done(1, 5), begun(8), "a FS+1d", False),
        (done(1, 5), begun(8), "a FS+2d", True),
        (done(1, 9), begun(8), "a FS-3d", False),
        (done(1, 5), begun(8), "a FS+3ed", False),
        (done(1, 5), begun(8), "a FS+4ed", True),
        # SS: the other has not begun, or began later
        (PLANNED, begun(8), "a SS", True),
        (begun(8), begun(8), "a SS", False),
        (begun(9), begun(8), "a SS", True),
        (begun(1), begun(8), "a SS+5d", False),
        (begun(1), begun(8), "a SS+6d", True),
        (begun(1), begun(8), "a SS+7ed", False),
        (begun(1), begun(8), "a SS+8ed", True),
        # FF and SF: only what is done has a finish
        (begun(1), begun(8), "a FF", False),
        (done(1, 15), done(8, 15), "a FF", False),
        (done(1, 16), done(8, 15), "a FF", True),
        (done(1, 12), done(8, 15), "a FF+1d", False),
        (done(1, 12), done(8, 15), "a FF+2d", True),
        (done(1, 12), done(8, 15), "a FF+3ed", False),
        (done(1, 12), done(8, 15), "a FF+4ed", True),
        (begun(16), done(8, 15), "a SF", False),
        (begun(17), done(8, 15), "a SF", True),
        (begun(15), done(8, 15), "a SF+1ed", False),
        (begun(15), done(8, 15), "a SF+2ed", True),
        # Weekends: work on a Saturday is in order
        (done(1, 7), begun(6), "a", False),
        (done(1, 6), begun(5), "a", False),
    ],
)
def test_actual_days_are_held_against_each_link(
    first: str, second: str, link: str, out_of_order: bool
) -> None:
    found = codes(two(first, second, link), status_date=TODAY)
    assert ("PW627" in found) is out_of_order
    assert "PW406" not in found


@pytest.mark.parametrize(
    ("first", "second", "link"),
    [
        (begun(1), done(8, 12), "a"),
        (PLANNED, done(8, 12), "a SS"),
        (begun(1), done(8, 12), "a FF"),
    ],
)
def test_what_is_done_although_the_other_is_not_is_told_by_its_own_rule(
    first: str, second: str, link: str
) -> None:
    found = codes(two(first, second, link), status_date=TODAY)
    assert "PW406" in found
    assert "PW627" not in found


@pytest.mark.parametrize(
    ("first", "second", "link"),
    [
        ("status: done", begun(8), "a"),
        ("status: in-progress", begun(8), "a SS+9d"),
        (done(1, 20), "status: done, finished: 2027-02-15", "a"),
        (done(1, 20), "status: in-progress", "a"),
        ("status: dropped", begun(8), "a"),
        (begun(1), BEGUN.format("2027-03-08"), "a"),
        (begun(1), begun(8), "nothing"),
    ],
)
def test_days_that_nobody_gives_are_not_judged(first: str, second: str, link: str) -> None:
    assert "PW627" not in codes(two(first, second, link), status_date=TODAY)


def test_without_a_status_date_nothing_is_judged() -> None:
    assert "PW627" not in codes(two(begun(1), begun(8)))


@pytest.mark.parametrize(
    ("first", "second", "link", "message"),
    [
        (begun(1), begun(8), "a", "started on February 8, 2027, but its predecessor “A” is not done."),
        (PLANNED, begun(8), "a SS", "started on February 8, 2027, but its predecessor “A” has not started."),
        (
            done(1, 10),
            begun(8),
            "a",
            "started on February 8, 2027, but its predecessor “A” was not done until February 10, 2027.",
        ),
        (
            begun(1),
            begun(8),
            "a SS+2w",
            "started on February 8, 2027, too early for “a SS+2w”: “A” started on February 1, 2027.",
        ),
        (
            done(1, 17),
            done(8, 15),
            "a FF",
            "was done on February 15, 2027, too early for “a FF”: “A” was done on February 17, 2027.",
        ),
    ],
)
def test_it_is_told_in_days(first: str, second: str, link: str, message: str) -> None:
    problem = only(two(first, second, link), "PW627", status_date=TODAY)
    assert problem.message == f"“B” {message}"
    assert problem.path == ("tasks", 1, "finished" if "was done on February 15" in message else "started")


FAMILY = """
tasks:
  - id: p
    title: P
    tasks:
      - {{id: a, title: A, duration: 3d, {}}}
      - {{id: b, title: B, duration: 3d, {}}}
      - {{id: c, title: C, duration: 3d, status: dropped}}
  - id: q
    title: Q
    depends_on: [{}]
    tasks:
      - {{id: d, title: D, duration: 3d, {}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "link", "own", "told"),
    [
        (done(1, 3), begun(4), "p", begun(8), "but its predecessor “B” is not done."),
        (
            done(1, 3),
            done(4, 10),
            "p",
            begun(8),
            "but its predecessor “B” was not done until February 10, 2027.",
        ),
        (
            done(1, 10),
            done(4, 5),
            "p",
            begun(8),
            "but its predecessor “A” was not done until February 10, 2027.",
        ),
        (begun(10), begun(9), "p SS", begun(8), "“B” started on February 9, 2027."),
        (PLANNED, PLANNED, "p SS", begun(8), "but its predecessor “A” has not started."),
        (done(1, 3), begun(4), "p FF", done(8, 12), "but its predecessor “B” is not done."),
        (done(1, 3), done(4, 5), "p", begun(8), None),
        (done(1, 3), "status: done", "p", begun(8), None),
        (begun(1), "status: in-progress", "p SS+9d", begun(8), None),
        (begun(1), PLANNED, "p SS", begun(8), None),
    ],
)
def test_links_of_and_on_summaries_bind_what_is_in_them(
    first: str, second: str, link: str, own: str, told: str | None
) -> None:
    found = messages(FAMILY.format(first, second, link, own), "PW627", status_date=TODAY)
    assert [message for message in found if told and message.endswith(told)] == found
    assert bool(found) is bool(told)


def test_a_summary_of_dropped_tasks_holds_nobody_up() -> None:
    dropped = "status: dropped"
    assert "PW627" not in codes(FAMILY.format(dropped, dropped, "p", begun(8)), status_date=TODAY)


def test_many_tasks_out_of_order_are_one_finding() -> None:
    rows = "".join(f"  - {{id: x{n}, title: X{n}, depends_on: [a], {begun(8)}}}\n" for n in range(6))
    text = f"tasks:\n  - {{id: a, title: A, duration: 50d, {begun(1)}}}\n{rows}"
    message = only(text, "PW627", status_date=TODAY).message
    assert message.startswith("6 tasks are ahead of their predecessors: “X0”, “X1”")


# What is told of progress at all


def test_a_status_date_by_which_nothing_has_begun() -> None:
    text = "tasks: [{id: a, title: A}, {id: b, title: B, status: dropped}]"
    assert messages(text, "PW628", status_date=TODAY) == [
        "No task has started by March 1, 2027, but work could start on January 4, 2027."
    ]
    assert "PW628" not in codes(text, status_date="2027-01-18")
    assert "PW628" in codes(text, status_date="2027-01-19")
    assert "PW628" not in codes(text)
    assert "PW628" not in codes("tasks: []", status_date=TODAY)
    later = "tasks: [{id: p, title: P, not_before: 2027-02-22, tasks: [{id: a, title: A}]}]"
    assert "PW628" not in codes(later, status_date=TODAY)
    assert "PW628" not in codes("tasks: [{id: a, title: A, date: 2027-02-22}]", status_date=TODAY)
    assert "PW628" not in codes(
        "tasks: [{id: a, title: A, status: blocked, started: 2027-02-01}]", status_date=TODAY
    )


@pytest.mark.parametrize(
    ("more", "silent"),
    [
        ("duration: 10d, started: 2027-02-15", True),
        ("duration: 10d, started: 2027-02-16", False),
        ("duration: 2w, started: 2027-02-15", True),
        ("duration: 10d, started: 2027-02-15, complete: 10", False),
        ("duration: 10d, started: 2027-02-15, remaining: 3d", False),
        ("duration: 10d", False),
        ("started: 2027-02-15", True),
    ],
)
def test_work_that_should_be_over_says_how_much_is_left(more: str, silent: bool) -> None:
    text = f"tasks: [{{id: a, title: A, status: in-progress, {more}}}]"
    assert ("PW629" in codes(text, status_date=TODAY)) is silent


def test_the_length_as_it_was_planned_is_named() -> None:
    text = "tasks: [{id: a, title: A, status: in-progress, started: 2027-02-01%s}]"
    for length, words in (
        (", duration: 2w", "2 working weeks"),
        (", duration: 1d", "1 working day"),
        ("", "a day"),
    ):
        assert only(text % length, "PW629", status_date=TODAY).message == (
            f"“A” started on February 1, 2027, and was planned to take {words}, "
            "but does not say how much work remains."
        )
    rows = ", ".join(f"{{id: a{n}, title: A{n}, status: in-progress, started: 2027-02-01}}" for n in range(6))
    message = only(f"tasks: [{rows}]", "PW629", status_date=TODAY).message
    assert message.startswith(
        "6 tasks in progress should be done by now, but do not say how much work remains: “A0”"
    )


def test_a_baseline_is_asked_for_once_work_has_begun() -> None:
    index = index_of(f"tasks: [{{id: a, title: A, {begun(1)}}}]", status_date=TODAY)
    assert [problem.path for problem in baseline(index)] == [("project", "status_date")]
    assert not list(baseline(replace(index, baselines=("agreed",))))
    assert not list(baseline(index_of("tasks: [{id: a, title: A}]", status_date=TODAY)))
    assert not list(baseline(index_of(f"tasks: [{{id: a, title: A, {begun(1)}}}]")))
    assert not list(baseline(index_of(f"tasks: [{{id: a, title: A, {done(1, 5)}}}]", status_date=TODAY)))


# The status date


MET = "the meeting “M” on March 10, 2027"
OPEN = "tasks: [{id: a, title: A, duration: 90d, status: in-progress, started: 2027-02-01, complete: 5}]\n"
PEOPLE = "people: [{id: ana, name: Ana, category: cte}]\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("meetings: [{id: m, title: M, kind: team, date: 2027-03-10, attended: [ana]}]", MET),
        ("meetings: [{id: m, title: M, kind: team, date: 2027-03-10, decisions: [Go on]}]", MET),
        ("meetings: [{id: m, title: M, kind: team, date: 2027-03-10, reflections: [{worked: All}]}]", MET),
        ("meetings: [{id: m, title: M, kind: team, date: 2027-03-10}]", None),
        ("meetings: [{id: m, title: M, kind: team, attended: [ana]}]", None),
        ("meetings: [{id: m, title: M, kind: team, date: 2027-03-01, attended: [ana]}]", None),
        ("evidence: [{step: 1, text: Done, date: 2027-03-02}]", "evidence on March 2, 2027"),
        ("evidence: [{step: 1, text: Done}]", None),
        ("invitations: [{id: i, to: ana, sent: 2027-03-02}]", "an invitation to Ana on March 2, 2027"),
        (
            "communications: [{id: c, audience: Parents, reviewed: 2027-03-02}]",
            "a review of the communication for “Parents” on March 2, 2027",
        ),
    ],
)
def test_files_that_tell_of_something_later(text: str, told: str | None) -> None:
    found = messages(OPEN + PEOPLE + text, "PW630", status_date=TODAY)
    assert found == ([f"The status date is March 1, 2027, but the files record {told}."] if told else [])
    assert "PW630" not in codes(OPEN + PEOPLE + text)


def test_a_meeting_has_the_day_of_its_task() -> None:
    tasks = OPEN.replace("[{id: a", "[{id: t, title: T, date: 2027-03-10}, {id: a")
    meeting = "meetings: [{id: m, title: M, kind: team, task: t, attended: [ana]}]"
    assert "PW630" in codes(tasks + PEOPLE + meeting, status_date=TODAY)


def test_a_value_is_reported_once() -> None:
    text = "measures: [{id: m, title: M, category: workforce, readings: [{date: 2027-04-01, value: 3}]}]"
    assert "PW630" in codes(OPEN + text, status_date=TODAY, guides=["grades-9-14"])
    found = codes(OPEN + text, status_date=TODAY, guides=["ccrs"])
    assert "PW547" in found
    assert "PW630" not in found


def test_many_later_things_are_counted_and_the_last_day_is_offered() -> None:
    rows = ", ".join(f"{{step: 1, text: T, date: 2027-03-0{n}}}" for n in range(2, 8))
    problem = only(f"{OPEN}evidence: [{rows}]", "PW630", status_date=TODAY)
    assert problem.path == ("project", "status_date")
    assert problem.message.endswith("evidence on March 4, 2027, and 3 other events.")
    assert "status_date: 2027-03-07 or later" in problem.hint


def asked(text: str, day: str, **header: Any) -> PlanIndex:
    return replace(index_of(text, **header), asked_on=dt.date.fromisoformat(day))


def test_a_status_date_more_than_a_month_old() -> None:
    assert not list(stale(asked(OPEN, "2027-04-01", status_date=TODAY)))
    (problem,) = stale(asked(OPEN, "2027-04-02", status_date=TODAY))
    assert problem.message == "Progress was last updated on March 1, 2027, 32 days before April 2, 2027."
    assert problem.path == ("project", "status_date")
    over = f"tasks: [{{id: a, title: A, {done(1, 5)}}}]"
    assert not list(stale(asked(over, "2027-06-01", status_date=TODAY)))


def test_a_project_that_began_long_ago_and_has_no_status_date() -> None:
    (problem,) = stale(asked(OPEN, "2027-06-01"))
    assert problem.message == (
        "The project started on January 4, 2027, 148 days before June 1, 2027, and has no status date."
    )
    assert problem.path == ("project", "start")
    assert not list(stale(asked(OPEN, "2027-02-01")))
    assert not list(stale(asked(OPEN, "2026-02-01")))
