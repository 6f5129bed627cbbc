"""What chapters 1 and 4 of the facilitator's guide ask for beyond the table of stakeholders."""

from __future__ import annotations

import pytest
from checking import codes, messages, only, problems

PEOPLE = """\
organizations: [{id: college, name: The College, category: postsecondary}]
people:
  - {id: ana, name: Ana, organization: college}
  - {id: ben, name: Ben, category: cte}
  - {id: cam, name: Cam, category: k-12, confirmation: written}
"""
PARTS = "rationale: R, role: R, importance: I, supports: S, dates: [2027-02-10]"


def test_a_member_of_the_evaluation_brings_data_and_has_a_role() -> None:
    seats = (
        "{group: cte, person: ana}, {group: k-12}, "
        "{group: postsecondary, person: ana, data: All, role: Reads it}, "
        "{group: labor-data, person: bo, data: Wages}"
    )
    assert messages(f"people: [{{id: ana, name: Ana, category: cte}}]\nevaluation: [{seats}]", "PW500") == [
        "The evaluation member “Ana (Career and technical education)” has no data or role.",
        "The evaluation member “bo (State labor data system administrators)” has no role.",
    ]


def test_a_requirement_that_is_met_needs_no_owner() -> None:
    text = (
        "requirements:\n  - {id: a, title: A, area: partnerships}\n"
        "  - {id: b, title: B, area: partnerships, state: exists}\n"
        "  - {id: c, title: C, area: partnerships, owner: ana}\n"
    )
    assert messages(text, "PW632") == ["The requirement “A” has no owner."]


def test_a_definition_is_asked_for_what_it_lacks() -> None:
    assert messages("definition: {text: T, elements: [A]}", "PW515") == [
        "The definition has no adoption date."
    ]
    assert "PW515" not in codes("definition: {text: T, elements: [A], adopted: 2027-02-10}")


def test_considerations_that_are_not_even_listed_count_as_open() -> None:
    entries = ", ".join(
        f"{{consideration: {name}, met: true}}"
        for name in ("all-programs", "major-employers", "experience-and-influence")
    )
    problem = only(f"considerations: [{entries}]", "PW516")
    assert problem.path == ("project", "guides", 0)
    assert problem.message == "1 consideration is not met yet: “collaboration”."
    assert "PW516" not in codes(f"considerations: [{entries}]", unread=["somebody"])


def test_beliefs_wait_for_the_priorities() -> None:
    text = "beliefs: [{id: b, text: Change course}]"
    assert "PW519" not in codes(text)
    assert "PW519" in codes(text + "\npriorities: [{id: p, title: P}]")


def test_nobody_is_told_of_twice_as_not_confirmed_and_not_invited() -> None:
    assert messages(PEOPLE, "PW509") == ["2 people have not confirmed yet: “Ana” and “Ben”."]
    invited = PEOPLE + "invitations: [{id: i, to: college}]"
    assert messages(invited, "PW509") == ["1 person has not confirmed yet: “Ana”."]
    assert messages(invited, "PW518") == ["1 person is neither invited nor confirmed: “Ben”."]


def test_who_has_declined_is_not_asked_to_confirm() -> None:
    text = PEOPLE + 'invitations: [{id: i, to: ana, answer: "no"}, {id: j, to: ben}]'
    assert messages(text, "PW509") == ["1 person has not confirmed yet: “Ben”."]
    assert "PW518" not in codes(text)


def test_an_invitation_names_the_parts_it_lacks() -> None:
    text = (
        PEOPLE + "invitations: [{id: i, to: ana, rationale: R, role: R, importance: I, dates: [2027-02-10]}]"
    )
    assert messages(text, "PW517") == ["The invitation to “Ana” has no supports."]
    assert "PW517" not in codes(PEOPLE + f"invitations: [{{id: i, to: ana, {PARTS}}}]")
    assert "PW517" not in codes(PEOPLE + 'invitations: [{id: i, to: ana, answer: "yes"}]')


def test_an_invitation_to_nobody_known_is_called_by_its_id() -> None:
    assert "The invitation to “dee” has no" in messages("invitations: [{id: i, to: dee}]", "PW517")[0]


@pytest.mark.parametrize(("today", "late"), [("2027-02-15", False), ("2027-02-16", True), (None, False)])
def test_two_weeks_are_given_to_answer(today: str | None, late: bool) -> None:
    text = PEOPLE + f"invitations: [{{id: i, to: ana, sent: 2027-02-01, {PARTS}}}, {{id: j, to: ben}}]"
    assert ("PW605" in codes(text, status_date=today)) is late


def test_only_a_kickoff_still_to_come_needs_its_list() -> None:
    text = """\
meetings:
  - id: k
    title: Kickoff
    kind: kickoff
    date: 2027-02-10
    logistics: [{item: food}, {item: space, done: true}]
  - {id: b, title: Board, kind: board, date: 2027-02-10}
"""
    assert "“Presenters’ materials”" in only(text, "PW523").message
    assert "PW606" not in codes(text)
    assert not codes(text, status_date="2027-02-08") & {"PW606"}
    for day in ("2027-02-09", "2027-02-10"):
        problem = only(text, "PW606", status_date=day)
        assert problem.path == ("meetings", 0, "logistics", 0)
        assert problem.message.endswith("“Food and drinks”.")
    assert not codes(text, status_date="2027-02-11") & {"PW523", "PW606"}


def test_a_kickoff_takes_its_day_from_its_task() -> None:
    text = """\
tasks: [{id: hold, title: Hold it, duration: 1d, not_before: 2027-01-11}]
meetings: [{id: k, title: Kickoff, kind: kickoff, task: hold, logistics: [{item: food}]}]
"""
    problem = only(text, "PW606", status_date="2027-01-10")
    assert problem.message.startswith("“Kickoff” is on January 11, 2027")
    assert "PW606" not in codes(text, status_date="2027-01-09")
    assert "PW606" not in codes(text, status_date="2027-01-10", scheduled=False)


def test_a_project_without_meetings_is_not_asked_for_a_kickoff() -> None:
    assert "PW524" not in codes("meetings: []")
    text = "meetings: [{id: m, title: M, kind: team, date: 2027-02-10}]"
    assert "PW524" in codes(text)
    assert "PW524" not in codes(text, unread=["kickoff"])


def test_action_items_are_told_meeting_by_meeting() -> None:
    text = """\
meetings:
  - id: m
    title: May
    kind: team
    date: 2027-05-12
    actions: [{title: A}, {title: B, due: 2027-05-20}, {title: C, done: true}]
"""
    assert messages(text, "PW525") == ["“May” has 2 action items without an owner: “A” and “B”."]
    assert messages(text, "PW526") == ["“May” has 1 action item without a due date: “A”."]
    assert "PW601" not in codes(text)
    assert "PW601" not in codes(text, status_date="2027-05-20")
    problem = only(text, "PW601", status_date="2027-05-21")
    assert problem.path == ("meetings", 0, "actions", 1, "due")
    assert "done: true" in problem.hint


def test_what_is_late_is_told_wherever_it_stands() -> None:
    text = """\
occupations: [{id: o, title: O}]
shortage_actions:
  - {id: a, title: Open house, occupation: o, due: 2027-02-01}
  - {id: b, title: Visit, occupation: o, due: 2027-02-01, status: done}
work_plan:
  - {focus_area: staffing-strategy, deliverable: staffing, due: 2027-02-01}
  - {focus_area: student-support, deliverable: support-plan, due: 2027-02-01, state: done}
"""
    assert messages(text, "PW601", status_date="2027-03-01", guides=[]) == [
        "The quick action “Open house” was due on February 1, 2027, and is not done.",
        "The deliverable “staffing” was due on February 1, 2027, and is not done.",
    ]


def test_a_meeting_that_is_over_needs_minutes() -> None:
    text = """\
meetings:
  - {id: a, title: A, kind: team, date: 2027-02-10}
  - {id: b, title: B, kind: team, date: 2027-02-10, attended: [ana]}
  - {id: c, title: C, kind: team, date: 2027-03-10}
  - {id: d, title: D, kind: team}
people: [{id: ana, name: Ana, category: cte}]
"""
    assert messages(text, "PW609", status_date="2027-03-10") == ["1 past meeting has no minutes: “A”."]
    assert "PW609" not in codes(text)


MEASURE = "{id: m, title: Completion, category: workforce, %s}"


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        ("[{date: 2027-02-01, value: 1}, {date: 2027-03-01, value: 2}]", None),
        (
            "[{date: 2027-02-01, value: 1}, {date: 2027-02-01, value: 2}]",
            "is dated February 1, 2027, but follows one dated February 1, 2027",
        ),
        ("[{date: 2027-07-01, value: 1}]", "is dated July 1, 2027, after the status date, June 1, 2027"),
    ],
)
def test_values_are_in_order_and_not_in_the_future(readings: str, said: str | None) -> None:
    text = f"measures: [{MEASURE % f'readings: {readings}'}]"
    found = messages(text, "PW547", status_date="2027-06-01")
    assert found == ([f"A value of “Completion” {said}."] if said else [])


def test_a_value_late_in_the_year_is_fine_without_a_status_date() -> None:
    assert "PW547" not in codes(f"measures: [{MEASURE % 'readings: [{date: 2029-02-01, value: 1}]'}]")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("baseline: 10, target: 20", False),
        ("baseline: 10, target: 10", False),
        ("baseline: 20, target: 10", True),
        ("baseline: 20, target: 10, direction: down", False),
        ("baseline: 10, target: 20, direction: down", True),
        ("target: 10", False),
        ("baseline: 10", False),
    ],
)
def test_a_target_lies_where_the_measure_should_go(fields: str, wrong: bool) -> None:
    assert ("PW548" in codes(f"measures: [{MEASURE % fields}]")) is wrong


def test_a_measure_without_values_counts_from_the_start() -> None:
    text = f"measures: [{MEASURE % 'cadence: monthly'}]"
    assert messages(text, "PW604", status_date="2027-02-05") == [
        "“Completion” has no value yet, but its cadence is monthly."
    ]
    assert "PW604" not in codes(text, status_date="2027-02-04")
    assert "PW604" not in codes(text)


def test_measures_of_a_sector_project_need_no_headings() -> None:
    text = f"measures: [{MEASURE % 'cadence: monthly'}]"
    assert codes(text, guides=["sector"]) >= {"PW545"}
    assert not codes(text, guides=["sector"]) & {"PW544", "PW546"}
    assert codes(text, guides=["ccrs"]) >= {"PW544", "PW545", "PW546"}


def test_seats_that_are_not_on_the_list_are_empty_too() -> None:
    groups = (
        "k-12", "postsecondary", "cte", "business-industry-workforce", "policy-legislative",
        "state-data-directors", "longitudinal-data",
    )  # fmt: skip
    seats = ", ".join(f"{{group: {group}, person: p{n % 2}}}" for n, group in enumerate(groups))
    people = "people: [{id: p0, name: A, category: cte}, {id: p1, name: B, category: cte}]"
    problem = only(f"{people}\nevaluation: [{seats}]", "PW553")
    assert problem.path == ("project", "guides", 0)
    assert problem.message.endswith("for “State labor data system administrators”.")
    assert not codes(f"{people}\nevaluation: [{seats}]") & {"PW554"}
    assert not codes(people) & {"PW553", "PW554"}


def test_one_seat_is_not_all_of_them() -> None:
    text = "people: [{id: ana, name: Ana, category: cte}]\nevaluation: [{group: cte, person: ana}]"
    assert "PW554" not in codes(text)


def test_risks_are_reckoned_with_both_figures_or_neither() -> None:
    head = "tasks: [{id: t, title: T}]\nrisks:\n"
    risk = "  - {{id: {0}, title: {0}, kind: internal, category: Staff, {1}}}\n"
    text = head + risk.format("a", "probability: 0.2") + risk.format("b", "delays: [{task: t, by: 2d}]")
    assert messages(text, "PW543", guides=[]) == [
        "1 risk has a probability, but no task that would be delayed: “a”.",
        "1 risk has delays, but no probability: “b”.",
    ]
    assert "PW543" not in codes(head + risk.format("a", "probability: 0.2, delays: [{task: t, by: 2d}]"))
    assert "PW543" not in codes(head + risk.format("a", "likelihood: low"))


DONE = "status: done, finished: 2027-02-01"
MILESTONES = f"""\
tasks:
  - id: part
    title: Part
    tasks:
      - {{id: signed, title: Signed, duration: 0d, {DONE}}}
      - {{id: work, title: Work, duration: 2d, {DONE}}}
"""


@pytest.mark.parametrize(
    ("reflection", "day", "reflected"),
    [
        ("milestone: signed", "2027-09-01", True),
        ("milestone: part", "2027-09-01", True),
        ("milestone: work", "2027-02-10", False),
        ("worked: Much", "2027-02-10", True),
        ("worked: Much", "2027-05-05", False),
        ("worked: Much", "2027-01-20", False),
    ],
)
def test_a_milestone_is_looked_back_on_by_name_or_in_the_quarter_after(
    reflection: str, day: str, reflected: bool
) -> None:
    text = f"""\
{MILESTONES}
meetings: [{{id: r, title: R, kind: reflection, date: {day}, reflections: [{{{reflection}}}]}}]
"""
    assert ("PW607" not in codes(text, status_date="2027-10-01")) is reflected


def test_milestones_of_late_are_given_time() -> None:
    assert messages(MILESTONES, "PW607", status_date="2027-05-05") == [
        "1 milestone was reached more than a quarter ago, without a reflection since: “Signed”."
    ]
    assert "PW607" not in codes(MILESTONES, status_date="2027-05-04")
    assert "PW607" not in codes(MILESTONES)
    undated = MILESTONES.replace(", finished: 2027-02-01", "")
    assert "PW607" not in codes(undated, status_date="2027-10-01")


def test_a_reflection_without_a_day_and_a_name_says_nothing() -> None:
    text = f"{MILESTONES}\nmeetings: [{{id: r, title: R, kind: reflection, reflections: [{{worked: Much}}]}}]"
    assert "PW607" in codes(text, status_date="2027-10-01")


def test_people_without_any_way_to_reach_them_are_one_finding() -> None:
    text = """\
people:
  - {id: a, name: Ana, category: cte}
  - {id: b, name: Ben, category: cte, email: ben@example.org}
  - {id: c, name: Cam, category: cte, phone: 970-555-0117}
"""
    assert messages(text, "PW331") == ["1 person has no e-mail address or phone number: “Ana”."]


def test_the_parts_of_all_guides_are_one_reminder() -> None:
    found = problems("teams: [{id: t, title: T, kind: planning}]", "PW514", guides=["sector", "grades-9-14"])
    assert [problem.path for problem in found] == [("project", "guides", 0)]
    assert found[0].message == (
        "Nothing is written yet under partnership, people, agreements, occupations, ksas, programs, "
        "shortage_actions, ksa_uses, marketing, pathways, phases, work_plan, and measures."
    )
