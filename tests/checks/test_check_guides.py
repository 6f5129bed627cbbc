"""What the guides ask for: what is missing is told once, and nobody is asked for what they have."""

from __future__ import annotations

import pytest
from checking import codes, messages, only, problems

PEOPLE = """\
people:
  - {id: ana, name: Ana, category: k-12, roles: [decision-maker, connector], decision_authority: true}
  - {id: ben, name: Ben, category: k-12, roles: [doer], does_the_work: true}
  - {id: cam, name: Cam, category: k-12, roles: [doer, connector], does_the_work: true, key_champion: true}
"""


def test_an_empty_project_is_told_each_thing_once() -> None:
    assert codes() == {"PW514", "PW570"}
    assert codes(guides=["ccrs"]) == {"PW514"}


def test_what_may_stand_in_unreadable_files_is_not_called_missing() -> None:
    office = "organizations: [{id: office, name: Office, category: k-12}]"
    assert codes(unread=["somebody"]) == set()
    assert codes(office, unread=["somebody"]) == {"PW310", "PW572"}


def test_findings_about_the_whole_point_at_the_guide_that_asks() -> None:
    guides = ["components", "sector", "ccrs"]
    assert only("", "PW514", guides=guides).path == ("project", "guides", 0)
    assert only("", "PW570", guides=guides).path == ("project", "guides", 1)


def test_filled_sectors_have_nothing_to_mend() -> None:
    found = codes(PEOPLE, guides=["ccrs"])
    assert not found & {"PW501", "PW503", "PW504", "PW505", "PW506", "PW507", "PW508"}
    assert found >= {"PW502", "PW509", "PW510", "PW511"}


def test_each_sector_is_looked_at_by_itself() -> None:
    text = PEOPLE + "  - {id: dee, name: Dee, category: cte, decision_authority: true, does_the_work: true}\n"
    decision = only(text, "PW503")
    assert decision.message == "Career and Technical Education has no decision maker."
    assert decision.hint == "Add decision-maker to the roles of “Dee”."
    assert only(text, "PW504").hint == "Add doer to the roles of “Dee”."
    assert decision.path == ("people", 3)


def test_people_of_an_organization_count_for_its_category_unless_they_have_their_own() -> None:
    text = """\
organizations: [{id: college, name: College, category: postsecondary}]
people:
  - {id: ana, name: Ana, organization: college, roles: [doer]}
  - {id: ben, name: Ben, organization: college, category: cte, roles: [doer]}
"""
    found = messages(text, "PW503")
    assert found == [
        "Postsecondary has no decision maker.",
        "Career and Technical Education has no decision maker.",
    ]


@pytest.mark.parametrize(
    "people",
    [
        "[{id: ana, name: Ana}]",
        "[{id: ana, name: Ana, category: k-12}, {id: ben, name: Ben, category: cte}]",
        "[{id: ana, name: Ana, category: k-12, decision_authority: true, does_the_work: true}]",
    ],
)
def test_nobody_is_asked_for_roles_before_the_first_one_is_assigned(people: str) -> None:
    assert not codes(f"people: {people}") & {"PW503", "PW504", "PW505", "PW506", "PW507"}


def test_the_first_role_opens_the_question_for_every_sector() -> None:
    text = """\
people:
  - {id: ana, name: Ana, category: k-12, roles: [doer]}
  - {id: ben, name: Ben, category: policymaker-legislative, roles: [champion]}
"""
    asked = [one for one in problems(text) if one.rule.code in ("PW503", "PW504")]
    assert [one.message for one in asked] == [
        "K-12 has no decision maker.",
        "Policymaker / Legislative has no decision maker.",
        "Policymaker / Legislative has no doer.",
    ]
    assert {one.rule.severity.value for one in asked} == {"warning"}


def test_nobody_to_connect_is_said_as_such() -> None:
    text = "people: [{id: ana, name: Ana, category: k-12, roles: [doer]}]"
    assert messages(text, "PW506") == ["Nobody is a connector."]


def test_long_lists_of_names_are_cut_short() -> None:
    people = "\n".join(f"  - {{id: p{n}, name: P{n}, category: cte}}" for n in range(7))
    assert messages(f"people:\n{people}", "PW509") == [
        "7 people have not confirmed yet: “P0”, “P1”, “P2”, “P3”, and 3 others."
    ]


def test_the_same_level_of_engagement_is_no_loss() -> None:
    text = "people: [{id: a, name: Ana, category: cte, engagement: {current: neutral, desired: neutral}}]"
    assert not codes(text) & {"PW511", "PW512"}


def test_needs_are_matched_by_area_and_framework() -> None:
    text = """\
frameworks:
  - id: metal
    industry: Metal
    career_options: [{title: Welder, state: needed}]
    partnerships: [{title: Council, state: needed}, {title: Visits, state: exists}]
    course_sequence: [{title: Welding, state: needed}]
  - id: wood
    industry: Wood
    course_sequence: [{title: Joinery, state: needed}]
requirements:
  - {id: courses, title: Courses, area: course-sequences, frameworks: [wood]}
  - {id: links, title: Links, area: postsecondary-opportunities}
"""
    found = problems(text, "PW521")
    assert [problem.message for problem in found] == [
        "“Metal” needs “Welder” and 1 other thing, but no requirement in the area “Industry "
        "partnerships” covers this framework.",
        "“Metal” needs “Welding”, but no requirement in the area “Course sequences” covers this framework.",
    ]
    assert found[0].path == ("frameworks", 0, "career_options", 0)
    assert found[1].hint == "Add a requirement with area: course-sequences and frameworks: [metal]."


def test_a_requirement_without_frameworks_speaks_for_all() -> None:
    text = """\
frameworks: [{id: metal, industry: Metal, work_based: [{title: Visits, state: needed}]}]
requirements: [{id: visits, title: Visits, area: work-based-opportunities}]
"""
    assert "PW521" not in codes(text)


def test_frameworks_in_which_all_is_there_need_no_requirements() -> None:
    text = "frameworks: [{id: metal, industry: Metal, work_based: [{title: Visits, state: exists}]}]"
    assert "PW521" not in codes(text)


def test_what_exists_needs_no_task_and_what_is_dropped_serves_nothing() -> None:
    text = """\
requirements:
  - {id: there, title: There, area: partnerships, state: exists}
  - {id: needed, title: Needed, area: partnerships}
tasks: [{id: a, title: A, requirement: needed, status: dropped}]
"""
    assert messages(text, "PW522") == ["No task serves the requirement “Needed”."]
    assert "PW522" not in codes(text[: text.index("tasks:")])


def test_the_three_questions_name_what_is_missing() -> None:
    text = """\
people: [{id: ana, name: Ana, category: cte}]
tasks:
  - {id: a, title: A, duration: 1d, cost: 5, owner: ana, outcome: Done, detail: Go}
  - {id: b, title: B, duration: 1d, owner: ana}
  - {id: c, title: C, outcome: Done}
  - {id: d, title: D, duration: 0d}
  - {id: e, title: E, status: done}
  - {id: f, title: F, status: dropped}
"""
    assert messages(text, "PW530") == [
        "The task “B” has no cost, though other tasks have one.",
        "The task “C” has no duration and no cost.",
    ]
    assert messages(text, "PW532") == [
        "The task “B” has no outcome.",
        "The task “C” has no owner.",
    ]
    assert messages(text, "PW531") == [
        "2 tasks cannot start, because no one is named or no detail is given: “B” and “C”."
    ]


SOMEONE = "people: [{id: ana, name: Ana, category: k-12}]"


def test_summaries_are_not_asked_the_three_questions() -> None:
    text = "tasks: [{id: a, title: A, tasks: [{id: b, title: B}]}]"
    assert problems(text, "PW532") == []
    assert [problem.path for problem in problems(f"{SOMEONE}\n{text}", "PW532")] == [("tasks", 0, "tasks", 0)]


def test_a_chance_in_figures_is_a_likelihood() -> None:
    text = "risks: [{id: r, title: R, kind: external, category: Money, probability: 0.2}]"
    assert messages(text, "PW541") == ["The risk “R” has no impact."]
    assert messages(text, "PW542") == ["The risk register has no internal risks."]


@pytest.mark.parametrize(
    ("entry", "stale"),
    [
        ("review: monthly, reviewed: 2027-05-01", False),
        ("review: monthly, reviewed: 2027-04-30", True),
        ("review: biweekly, reviewed: 2027-05-17", True),
        ("review: each-semester, reviewed: 2027-01-04", False),
        ("review: ongoing, reviewed: 2020-01-01", False),
        ("review: yearly", False),
        ("cadence: weekly, reviewed: 2026-06-01", False),
        ("cadence: weekly, reviewed: 2026-05-30", True),
    ],
)
def test_an_entry_is_stale_after_its_review_is_due(entry: str, stale: bool) -> None:
    text = f"communications: [{{id: c, audience: Parents, {entry}}}]"
    assert ("PW552" in codes(text, status_date="2027-06-01")) is stale
    assert "PW552" not in codes(text)


@pytest.mark.parametrize(
    ("entry", "late"),
    [
        ("cadence: weekly, sent: [{date: 2027-05-25, text: Flyer}]", False),
        ("cadence: weekly, sent: [{date: 2027-05-24, text: Flyer}]", True),
        ("cadence: weekly, sent: [{date: 2027-06-24, text: Flyer}]", False),
        ("cadence: weekly", False),
        ("sent: [{date: 2027-01-04, text: Flyer}]", False),
    ],
)
def test_an_audience_hears_from_you_as_often_as_its_cadence_says(entry: str, late: bool) -> None:
    text = f"communications: [{{id: c, audience: Parents, {entry}}}]"
    assert ("PW682" in codes(text, status_date="2027-06-01")) is late
    assert "PW682" not in codes(text)


def test_a_cadence_is_a_frequency() -> None:
    text = "communications: [{id: c, audience: Parents, cadence: weekly}]"
    assert messages(text, "PW550") == ["The audience “Parents” has no messages or modes."]


def test_missing_steps_are_told_as_spans() -> None:
    tasks = ", ".join(
        f"{{id: s{n}, title: S, step: {n}}}" for n in (1, 2, 4, 8, 9, 10, 11, 12, 13, 14, 16, 17)
    )
    message = "No task belongs to steps 3, 5 to 7, or 15 of the 17."
    assert messages(f"tasks: [{tasks}]", "PW570") == [message]
    assert messages("", "PW570") == ["No task belongs to any of the 17 steps."]
    tasks = ", ".join(f"{{id: s{n}, title: S, step: {n}}}" for n in range(2, 18))
    assert messages(f"tasks: [{tasks}]", "PW570") == ["No task belongs to step 1 of the 17."]


def test_a_step_counts_from_its_first_task() -> None:
    text = """\
tasks:
  - {id: skills, title: Skills, step: 10, duration: 5d}
  - {id: assets, title: Assets, step: 11, duration: 5d, depends_on: [skills]}
  - {id: more-assets, title: More, step: 11, duration: 5d, depends_on: [map]}
  - {id: map, title: Map, step: 13, duration: 5d, depends_on: [assets]}
"""
    assert "PW571" not in codes(text)
    assert "PW571" not in codes(text.replace("[assets]", "[]"), scheduled=False)
    found = problems(text.replace("[assets]", "[]"), "PW571")
    assert [problem.path for problem in found] == [("tasks", 3, "step")]
    assert found[0].message.startswith("Step 13 starts on January 4, 2027, before step 11,")


def test_other_guides_list_what_no_task_takes_up() -> None:
    text = """\
tasks:
  - {id: a, title: A, phase: build, status: done}
  - {id: b, title: B, phase: plan, status: dropped}
"""
    found = only(text, "PW574", guides=["grades-9-14"])
    assert found.hint == "Add phase: plan or launch to the tasks that belong to it."
    assert "“Phase I: plan and develop the pathway” or “Phase III: launch the pathway”" in found.message
    assert (
        "Integration of Rigorous Academics and Career-Focused Learning"
        in messages(text, "PW575", guides=["components"])[0]
    )


def test_what_is_missing_everywhere_is_told_once() -> None:
    lines = [f"  - {{id: t{n}, title: T{n}, duration: 1d, outcome: Done}}" for n in range(7)]
    tasks = "\n".join([SOMEONE, "tasks:", *lines, "  - {id: bare, title: Bare, duration: 1d}"])
    found = problems(tasks, "PW532")
    assert [problem.message for problem in found] == [
        "7 tasks have no owner: “T0”, “T1”, “T2”, “T3”, and 3 others.",
        "The task “Bare” has no owner and no outcome.",
    ]
    assert found[0].path == ("tasks", 0)
    assert found[0].hint.startswith("Add owner:")
    few = "\n".join([SOMEONE, "tasks:", *lines[:5]])
    assert len(problems(few, "PW532")) == 5


def test_invitations_without_parts_are_told_once_too() -> None:
    entries = ", ".join(f"{{id: i{n}, to: p{n}}}" for n in range(6))
    assert messages(f"invitations: [{entries}]", "PW517") == [
        "6 invitations have no rationale, role, importance, supports, or dates: "
        "“p0”, “p1”, “p2”, “p3”, and 2 others."
    ]
