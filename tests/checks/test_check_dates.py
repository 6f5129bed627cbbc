"""Dates, calendars, progress and what the schedule does not keep."""

from __future__ import annotations

import pytest
from checking import apart_from_health, codes, index_of, messages, only, problems


def test_a_plan_without_guides_and_sections_has_nothing_wrong() -> None:
    assert problems(guides=[]) == []


@pytest.mark.parametrize(
    ("calendar", "day", "reason", "instead"),
    [
        ("", "2027-07-10", "Saturday", "2027-07-12"),
        ("calendar: {holidays: US}", "2027-11-25", "Thanksgiving Day", "2027-11-26"),
        (
            "calendar: {closures: [{name: Summer break, from: 2027-07-01, to: 2027-07-16}]}",
            "2027-07-07",
            "Summer break",
            "2027-07-19",
        ),
    ],
)
def test_a_day_off_is_named_and_the_next_working_day_offered(
    calendar: str, day: str, reason: str, instead: str
) -> None:
    text = f"{calendar}\ntasks: [{{id: a, title: Meet, date: {day}}}]"
    problem = only(text, "PW410")
    assert problem.message.endswith(f", a day off: {reason}.")
    assert f"date: {instead}" in problem.hint


def test_days_off_are_known_even_if_the_plan_has_no_dates() -> None:
    text = "tasks: [{id: a, title: Meet, date: 2027-07-10}]"
    assert "PW410" in codes(text, scheduled=False)
    assert "PW411" not in codes(
        "tasks: [{id: a, title: A, duration: 9d, deadline: 2027-01-05}]", scheduled=False
    )


def test_a_date_is_reported_once() -> None:
    early = "tasks: [{id: a, title: Meet, date: 2026-07-11, deadline: 2026-07-04}]"
    assert apart_from_health(early, guides=[]) == {"PW408", "PW409"}
    late = "tasks: [{id: a, title: Meet, date: 2027-03-01, duration: 2d, deadline: 2027-02-01}]"
    assert apart_from_health(late, guides=[]) == {"PW428"}
    summary = "tasks: [{id: a, title: A, date: 2027-07-10, tasks: [{id: b, title: B}]}]"
    assert apart_from_health(summary, guides=[]) == {"PW419"}
    dropped = "tasks: [{id: a, title: A, date: 2027-07-10, status: dropped}]"
    assert apart_from_health(dropped, guides=[]) == set()


def test_both_bounds_before_the_start_are_two_findings() -> None:
    text = "tasks: [{id: a, title: A, not_before: 2026-01-05, deadline: 2026-02-05}]"
    assert [problem.path[-1] for problem in problems(text, "PW409")] == ["not_before", "deadline"]


def test_a_missed_deadline_counts_working_days() -> None:
    text = "tasks: [{id: a, title: A, duration: 6d, deadline: 2027-01-09}]"  # a Saturday
    assert messages(text, "PW411") == [
        "“A” finishes on January 11, 2027, 1 working day after its deadline, January 9, 2027."
    ]


def test_a_deadline_of_what_is_done_is_history() -> None:
    text = "tasks: [{id: a, title: A, deadline: 2027-01-05, status: done, finished: 2027-01-20}]"
    assert "PW411" not in codes(text, status_date="2027-02-01")


def test_lateness_over_a_weekend_is_a_day_at_least() -> None:
    text = """\
tasks:
  - id: a
    title: A
    deadline: 2027-01-08
    tasks:
      - {id: b, title: B, status: done, started: 2027-01-04, finished: 2027-01-10}
      - {id: c, title: C, status: in-progress, started: 2027-01-04, duration: 2d, complete: 100}
"""
    assert [
        "1 working day after" in message for message in messages(text, "PW411", status_date="2027-01-10")
    ] == [True]


def test_a_deadline_of_a_summary_counts_what_is_in_it() -> None:
    text = """\
tasks:
  - {id: a, title: A, deadline: 2027-01-08, tasks: [{id: b, title: B, duration: 10d}]}
"""
    assert only(text, "PW411").path == ("tasks", 0, "deadline")


def test_a_plan_without_dates_makes_no_promises() -> None:
    from pathwayctl.checks.schedule.missed_dates import promises

    assert not list(promises(index_of("tasks: [{id: a, title: A, deadline: 2026-01-05}]", scheduled=False)))


def test_finish_by_is_not_missed_by_an_empty_plan() -> None:
    assert "PW412" not in codes(finish_by="2027-01-04")
    assert apart_from_health("tasks: [{id: a, title: A}]", finish_by="2026-12-01", guides=[]) == {"PW414"}


def test_what_pushes_a_set_day_is_named() -> None:
    text = """\
tasks:
  - {id: slow, title: Slow, duration: 10d}
  - {id: quick, title: Quick, duration: 1d}
  - {id: gone, title: Gone, duration: 90d, status: dropped}
  - {id: post, title: Post, duration: 3d}
  - id: event
    title: Event
    depends_on: [slow]
    tasks:
      - {id: meet, title: Meet, date: 2027-01-11, depends_on: [quick, gone, nobody, post FS+9ed, post SS+7ed]}
"""
    problem = only(text, "PW413")
    assert problem.path == ("tasks", 4, "tasks", 0, "date")
    assert "5 working days too early for “Post” and “Slow”" in problem.message
    assert "date: 2027-01-18" in problem.hint


def test_links_to_the_finish_push_too() -> None:
    text = """\
tasks:
  - {id: slow, title: Slow, duration: 10d}
  - {id: meet, title: Meet, duration: 2d, date: 2027-01-08, depends_on: [slow FF]}
"""
    assert "4 working days too early for “Slow”" in only(text, "PW413").message


def test_a_push_that_no_single_link_explains_is_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from pathwayctl.checks.schedule import missed_dates as promises

    monkeypatch.setattr(promises, "_pushing", lambda *_: [])
    text = """\
tasks:
  - {id: slow, title: Slow, duration: 10d}
  - {id: meet, title: Meet, date: 2027-01-11, depends_on: [slow]}
"""
    assert only(text, "PW413").message.endswith("too early for its predecessors.")


def test_a_day_that_has_passed_is_no_push() -> None:
    text = """\
tasks:
  - {id: slow, title: Slow, duration: 90d}
  - {id: meet, title: Meet, date: 2027-01-11, depends_on: [slow]}
"""
    assert apart_from_health(text, guides=[], status_date="2027-02-01") == {"PW429"}


def test_leave_that_runs_backwards_says_whose_it_is() -> None:
    text = """\
organizations:
  - {id: crew, name: The crew, category: cte, capacity: 3, leave: [{from: 2027-02-02, to: 2027-02-01}]}
people:
  - {id: ana, name: Ana, category: cte, leave: [{name: Trip, from: 2027-02-02, to: 2027-02-01}]}
calendar: {closures: [{name: Inventory, from: 2027-02-02, to: 2027-02-01}]}
"""
    found = problems(text, "PW416")
    assert [problem.message.split(" begins")[0] for problem in found] == [
        "“Inventory”",
        "“Leave” of “The crew”",
        "“Trip” of “Ana”",
    ]
    assert "from: 2027-02-01 and to: 2027-02-02" in found[0].hint
    assert "PW417" not in codes(text)


def test_a_closure_on_a_holiday_closes_nothing() -> None:
    closures = "closures: [{name: Thanksgiving, from: 2027-11-25, to: 2027-11-25}]"
    assert "PW417" in codes(f"calendar: {{holidays: US, {closures}}}")
    assert "PW417" not in codes(f"calendar: {{{closures}}}")


def test_an_assignment_to_nobody_known_has_no_capacity() -> None:
    text = "tasks: [{id: a, title: A, assigned: {ana: 5}}]"
    assert apart_from_health(text, guides=[]) == {"PW303"}


def test_a_summary_lists_all_that_it_cannot_use() -> None:
    text = """\
people: [{id: ana, name: Ana, category: cte}]
tasks:
  - id: a
    title: A
    cost: 5
    assigned: {ana: 2}
    status: done
    tasks: [{id: b, title: B}]
"""
    assert messages(text, "PW419") == [
        "The summary “A” has its own cost, assigned, and status, which are not used."
    ]
    assert apart_from_health(text, guides=[]) == {"PW419"}


def test_a_milestone_may_not_cost_anything() -> None:
    assert "has a cost" in only("tasks: [{id: a, title: A, duration: 0d, cost: 5}]", "PW420").message
    assert "PW420" not in codes("tasks: [{id: a, title: A, duration: 0d, cost: 0}]")


def test_work_under_way_needs_its_first_day() -> None:
    text = "tasks: [{id: a, title: A, status: in-progress}]"
    assert only(text, "PW421", status_date="2027-02-01").hint.startswith("Add started:")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            "status: in-progress, started: 2027-01-05, complete: 10, remaining: 3d",
            "has both complete and remaining",
        ),
        ("status: blocked, complete: 100", "is 100 percent complete but not done"),
        ("status: blocked, finished: 2027-01-08", "has a finish date but is not done"),
        ("started: 2027-01-05", "has a start date but is still planned"),
        ("complete: 40", "is partly complete but still planned"),
        ("status: done, finished: 2027-01-08, complete: 90", "is done but not 100 percent complete"),
        ("status: done, finished: 2027-01-08, remaining: 2d", "is done but has work remaining"),
    ],
)
def test_contradictions_are_put_into_words(fields: str, words: str) -> None:
    text = f"tasks: [{{id: a, title: A, {fields}}}]"
    problem = only(text, "PW424", status_date="2027-02-01")
    assert problem.message == f"“A” {words}."
    assert problem.path in {("tasks", 0), ("tasks", 0, "status")}


@pytest.mark.parametrize(
    "fields",
    [
        "complete: 0",
        "status: done, finished: 2027-01-08, complete: 100",
        "status: done, finished: 2027-01-08, remaining: 0d",
        "status: in-progress, started: 2027-01-05, remaining: 3d",
        "status: blocked, started: 2027-01-05, complete: 30",
        "status: dropped, started: 2027-01-05, complete: 100",
    ],
)
def test_progress_that_holds_together_is_left_in_peace(fields: str) -> None:
    text = f"tasks: [{{id: a, title: A, {fields}}}]"
    assert not apart_from_health(text, status_date="2027-02-01", guides=[])


def test_progress_without_a_status_date_is_one_finding() -> None:
    text = """\
tasks:
  - {id: a, title: A, status: done, finished: 2027-01-08}
  - {id: b, title: B, remaining: 3d, status: blocked}
  - {id: c, title: C}
"""
    assert messages(text, "PW425") == ["2 tasks report progress, but the project has no status date."]


def test_meetings_agree_with_their_tasks() -> None:
    text = """\
tasks:
  - {id: before, title: Before, duration: 5d}
  - {id: two-days, title: Two days, duration: 2d, depends_on: [before]}
meetings: [{id: m, title: Meeting, kind: team, date: %s, task: two-days}]
"""
    assert "PW561" not in codes(text % "2027-01-12")
    assert "January 11, 2027" in only(text % "2027-01-13", "PW561").message
    assert "PW561" not in codes(text % "2027-01-13", scheduled=False)
    held = "tasks: [{id: t, title: T, date: 2027-01-12}]\n" + (
        "meetings: [{id: m, title: Meeting, kind: team, date: 2027-01-13, task: t}]"
    )
    assert "PW561" in codes(held, scheduled=False)


def test_a_meeting_on_the_day_off_of_its_task_is_reported_once() -> None:
    text = """\
tasks: [{id: t, title: T, date: 2027-07-10}]
meetings: [{id: m, title: Meeting, kind: team, date: 2027-07-10, task: t}]
"""
    assert codes(text) & {"PW410", "PW561", "PW565"} == {"PW410"}
    assert "PW561" not in codes(text)


def test_a_meeting_with_an_unknown_task_has_no_other_day() -> None:
    text = "meetings: [{id: m, title: Meeting, kind: team, date: 2027-01-13, task: nothing}]"
    assert codes(text, guides=[], facilitator=None) == {"PW302", "PW562"}


def test_an_agenda_without_a_beginning_cannot_end_too_late() -> None:
    text = (
        "meetings: [{id: m, title: M, kind: team, date: 2027-01-13, agenda: [{title: Talk, minutes: 600}]}]"
    )
    assert "PW563" not in codes(text)


def test_the_projects_facilitator_leads_all_meetings() -> None:
    text = """\
people: [{id: ana, name: Ana, category: cte}]
meetings: [{id: m, title: M, kind: team}]
"""
    assert "PW564" not in codes(text, facilitator="ana")


def test_a_meeting_before_the_project_is_moved_by_a_day_or_two() -> None:
    text = "meetings: [{id: m, title: M, kind: board, date: 2026-11-14}]"
    assert "date: 2026-11-16" in only(text, "PW565").hint
