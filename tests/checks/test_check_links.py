"""Links: circles shown whole, each mistake told once, and no plan without dates but also without errors."""

from __future__ import annotations

from typing import Any

from checking import codes, messages, only, problems
from hypothesis import given, settings
from hypothesis import strategies as st

from pathwayctl.checks.registry import run_checks
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import NoSchedule, make_schedule

DONE = "status: done, finished: 2027-01-08"


def test_a_circle_is_shown_whole_and_at_a_link() -> None:
    text = """\
tasks:
  - {id: before, title: Before}
  - {id: a, title: A, depends_on: [before, c]}
  - {id: b, title: B, depends_on: [a SS]}
  - {id: c, title: C, depends_on: [b FF+2d]}
"""
    problem = only(text, "PW401")
    assert problem.message.endswith(": “a” waits for “c”, “c” waits for “b”, and “b” waits for “a”.")
    assert problem.path == ("tasks", 1, "depends_on", 1)


def test_two_circles_are_two_findings() -> None:
    text = """\
tasks:
  - {id: a, title: A, depends_on: [b]}
  - {id: b, title: B, depends_on: [a]}
  - {id: c, title: C, depends_on: [d]}
  - {id: d, title: D, depends_on: [c]}
"""
    assert len(problems(text, "PW401")) == 2


def test_a_circle_through_a_summary_says_what_is_part_of_what() -> None:
    text = """\
tasks:
  - {id: launch, title: Launch, depends_on: [plan]}
  - id: plan
    title: Plan
    tasks: [{id: draft, title: Draft, depends_on: [launch]}]
"""
    message = only(text, "PW401").message
    assert "“launch” waits for “plan”, “plan” contains “draft”, and “draft” waits for “launch”" in message


def test_a_circle_into_a_summary_says_so_too() -> None:
    text = """\
tasks:
  - id: plan
    title: Plan
    depends_on: [launch]
    tasks: [{id: draft, title: Draft}]
  - {id: launch, title: Launch, depends_on: [draft]}
"""
    problem = only(text, "PW401")
    assert "“draft” is part of “plan”" in problem.message
    assert problem.path == ("tasks", 0, "depends_on", 0)


def test_a_circle_through_an_id_used_twice_stands_somewhere() -> None:
    text = """\
tasks:
  - {id: draft, title: Draft}
  - id: plan
    title: Plan
    tasks: [{id: draft, title: Draft again, depends_on: [plan]}]
"""
    assert {"PW301", "PW403"} <= codes(text)
    assert only(text, "PW401").path == ("tasks", 1)


def test_a_link_within_the_family_is_told_once_and_not_as_a_circle() -> None:
    text = """\
tasks:
  - id: plan
    title: Plan
    depends_on: [draft]
    tasks: [{id: draft, title: Draft, depends_on: [plan]}]
"""
    assert messages(text, "PW403") == [
        "“Plan” waits for “Draft”, which is part of it.",
        "“Draft” waits for “Plan”, which contains it.",
    ]
    assert "PW401" not in codes(text)


def test_a_dropped_task_that_waits_for_its_summary_still_counts() -> None:
    text = """\
tasks:
  - id: plan
    title: Plan
    tasks:
      - {id: draft, title: Draft, depends_on: [plan], status: dropped}
      - {id: sign, title: Sign}
"""
    assert "PW403" in codes(text)


def test_links_of_dropped_tasks_are_left_in_peace() -> None:
    text = """\
tasks:
  - {id: a, title: A, status: dropped}
  - {id: b, title: B, depends_on: [a, a], status: dropped}
"""
    assert not codes(text) & {"PW404", "PW405"}


def test_two_links_of_different_kinds_are_not_the_same() -> None:
    text = "tasks: [{id: a, title: A}, {id: b, title: B, depends_on: [a SS+2d, a FF+2d]}]"
    assert "PW404" not in codes(text)


def test_done_while_waiting_depends_on_the_kind_of_link() -> None:
    def found(link: str, status: str) -> list[str]:
        text = f"""\
tasks:
  - id: plan
    title: Plan
    tasks: [{{id: a, title: A, {status}}}, {{id: x, title: X, status: dropped}}]
  - {{id: b, title: B, depends_on: [plan {link}], {DONE}}}
"""
        return messages(text, "PW406")

    under_way = "status: in-progress, started: 2027-01-05"
    assert found("FS", under_way) == ["“B” is done, but it waits for “Plan”, which is not done."]
    assert found("FF", "status: planned")
    assert found("SS", "status: planned") == ["“B” is done, but it waits for “Plan”, which has not started."]
    assert not found("SS", under_way)
    assert not found("FS", DONE)
    assert not found("SF", "status: dropped")


def test_a_plan_past_the_last_year_names_its_first_task() -> None:
    text = "tasks: [{id: a, title: Long, duration: 90000d}, {id: b, title: After, depends_on: [a]}]"
    problem = only(text, "PW427", start="9900-01-04")
    assert problem.path == ("tasks", 0)
    assert "“Long”" in problem.message


IDS = ("a", "b", "c", "d", "e", "f")
LINKS = st.lists(
    st.builds(
        lambda task, kind: f"{task}{kind}",
        st.sampled_from((*IDS, "zz")),
        st.sampled_from(("", " SS", " FF-3d")),
    ),
    max_size=3,
)


def task(name: str, children: list[dict[str, Any]], links: list[str], status: str) -> dict[str, Any]:
    return {"id": name, "title": name.upper(), "depends_on": links, "status": status, "tasks": children}


TREES: st.SearchStrategy[list[dict[str, Any]]] = st.recursive(
    st.just([]),
    lambda deeper: st.lists(
        st.builds(
            task,
            st.sampled_from(IDS),
            deeper,
            LINKS,
            st.sampled_from(("planned", "in-progress", "done", "dropped")),
        ),
        max_size=3,
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(TREES)
def test_any_network_is_looked_at_and_none_without_dates_is_without_error(
    tasks: list[dict[str, Any]],
) -> None:
    plan = Plan.model_validate(
        {"project": {"name": "P", "start": "2027-01-04", "guides": ["ccrs", "sector"]}, "tasks": tasks}
    )
    breakdown = break_down(plan.tasks)
    schedule = make_schedule(plan, breakdown)
    found = run_checks(PlanIndex(plan, breakdown, schedule, frozenset()))
    errors = {problem.rule.code for problem in found if problem.rule.severity == "error"}
    if isinstance(schedule, NoSchedule):
        assert errors & {"PW401", "PW403", "PW427"}
