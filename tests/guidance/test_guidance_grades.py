"""The one-year work plan: its phases, its focus areas and the rows under them."""

from __future__ import annotations

from typing import Any

from guidance_plans import data_of, items_of, report_of

from pathwayctl.catalog.reading import grades_9_14
from pathwayctl.evidence.gap import State
from pathwayctl.guidance.grades_9_14 import ACTIVITIES, RESULTS
from pathwayctl.guidance.report import Item
from pathwayctl.model.governance import SharedQuestion
from pathwayctl.model.vocabulary import FocusArea


def part(key: str, text: str = "", **header: Any) -> Item:
    return items_of("grades-9-14", text, **header)[key]


def lacks(key: str, text: str = "", **header: Any) -> list[str]:
    return [lack.text for lack in part(key, text, **header).lacks]


def answers(deliverable: str) -> str:
    row = next(one for one in grades_9_14().rows if one.id == deliverable)
    questions = row.checklist.items if row.checklist else ()
    return "{" + ", ".join(f"{one.id}: Settled" for one in questions) + "}"


def test_phases_and_focus_areas_are_followed_by_activities_and_rows() -> None:
    guide = grades_9_14()
    activities = [activity.id for phase in guide.phases for activity in phase.activities]
    assert list(ACTIVITIES) == activities
    assert set(RESULTS) <= set(FocusArea)
    report = report_of("grades-9-14", data_of())
    assert [item.key for item in report.items] == [
        "plan",
        "build",
        "launch",
        *(one.value for one in FocusArea),
    ]
    assert [item.group for item in report.items] == ["Phases"] * 3 + ["Focus areas"] * 11
    assert report.number(State.NOT_BEGUN) == 14


SUPPORT = "work_plan: [{focus_area: student-support, deliverable: support-plan%s}]"


def test_a_row_is_done_when_its_questions_are_answered_and_it_says_so() -> None:
    full = SUPPORT % f", owner: a, due: 2027-05-01, state: done, answers: {answers('support-plan')}"
    found = part("student-support", full)
    assert (found.state, found.evidence) == (State.DONE, ("“Support plan”: done",))
    waiting = part("student-support", full.replace("state: done", "state: under-way"))
    assert waiting.evidence == ("“Support plan”: 3 of 3 questions answered",)
    assert [lack.text for lack in waiting.lacks] == [
        "“Support plan” is not marked as done. Mark it as done when it is finished."
    ]


def test_a_row_that_only_says_that_it_is_done_is_not() -> None:
    found = part("student-support", SUPPORT % ", state: done")
    assert found.state is State.UNDER_WAY
    assert [lack.text for lack in found.lacks] == [
        "“Support plan” has no owner or due date yet.",
        "“Support plan” has 3 open questions. The first: Tutoring and other academic help.",
    ]
    assert found.lacks[1].snippet.count("What was decided") == 3
    assert part("student-support", SUPPORT % ", owner: a, due: 2027-05-01").state is State.NOT_BEGUN
    assert lacks("student-support") == ["The work plan has no row for “Support plan” yet."]


BARRIERS = """
work_plan: [{focus_area: system-conditions, deliverable: barriers-removed, owner: a%s}]
tasks:
  - {id: seats, title: Ask for a waiver, status: %s, focus_area: system-conditions}
  - id: rules
    title: Rules
    tasks: [{id: read, title: Read the rules, status: done}, {id: old, title: Old, status: dropped}]
"""


def test_a_row_is_done_when_the_tasks_behind_it_are() -> None:
    assert part("system-conditions", BARRIERS % (", tasks: [seats, rules]", "done")).state is State.DONE
    found = part("system-conditions", BARRIERS % (", tasks: [seats, rules]", "planned"))
    assert found.evidence == ("“Barriers removed”: under way",)
    (lack,) = found.lacks
    assert lack.text == (
        "“Barriers removed” is waiting for 1 of its 2 tasks. "
        "Mark “Ask for a waiver” as done when it is finished."
    )
    assert lack.path == ("tasks", 0)
    assert lack.snippet == "- id: seats\n  status: done\n  finished: 2027-01-04"


def test_tasks_that_are_not_there_bring_nothing_about() -> None:
    assert lacks("system-conditions", BARRIERS % (", tasks: [old]", "done")) == [
        "“Barriers removed” is waiting for 1 of its 1 task. “old” is dropped, or not in the plan."
    ]


def test_a_row_without_questions_needs_tasks_behind_it() -> None:
    found = part("system-conditions", BARRIERS % (", due: 2027-05-01, state: done", "done"))
    assert [lack.text for lack in found.lacks] == ["“Barriers removed” has no tasks yet."]
    assert "tasks: [seats]" in found.lacks[0].snippet
    alone = BARRIERS.split("tasks:")[0] % ", due: 2027-05-01"
    assert part("system-conditions", alone).lacks[0].section == "tasks"


def test_a_shared_agreement_answers_the_questions_of_its_row() -> None:
    settled = "{" + ", ".join(f"{one.value}: Settled" for one in SharedQuestion) + "}"
    text = f"""
work_plan:
  - {{focus_area: shared-agreements, deliverable: shared-agreement, owner: a, due: 2027-05-01, state: done}}
agreements: [{{id: s, title: The agreement, kind: shared-agreement, signed: 2027-03-01, answers: {settled}}}]
"""
    found = part("shared-agreements", text)
    assert found.state is State.DONE
    assert found.evidence == (
        "“Shared agreement”: done",
        "1 shared agreement signed",
        "8 of 8 questions settled",
    )
    part_of = text.replace("finance: Settled, ", "").replace(", signed: 2027-03-01", "")
    assert lacks("shared-agreements", part_of) == [
        "“Shared agreement” has 1 open question. "
        "The first: Who pays for tuition, fees, materials, and other costs?",
        "“The agreement” is not signed yet.",
        "“The agreement” leaves open: “Who pays for tuition, fees, materials, and other costs?”.",
    ]


PATHWAY = "pathways: [{id: p, title: P, courses: [{title: C, grade: 9}], students: 24%s}]"


def test_the_program_of_study_has_credits_that_transfer() -> None:
    rows = "".join(
        f"  - {{focus_area: integrated-program-of-study, deliverable: {key}, owner: a, due: 2027-05-01, "
        f"state: done, answers: {answers(key)}}}\n"
        for key in ("program-of-study", "instructional-approach")
    )
    good = PATHWAY % ", college_credits: 12, transfers: true, eligibility: [Grades, Tests]"
    text = f"work_plan:\n{rows}{good}"
    assert part("integrated-program-of-study", text).state is State.DONE
    poor = text.replace(
        "college_credits: 12, transfers: true, eligibility: [Grades, Tests]", "college_credits: 11"
    )
    assert lacks("integrated-program-of-study", poor) == [
        "“P” offers fewer than 12 college credits.",
        "“P” does not say that its college credits transfer.",
        "“P” has fewer than two measures of eligibility for dual enrollment.",
    ]


def test_employer_champions() -> None:
    assert "No employer is a champion of the pathway yet." in lacks("employer-engagement")
    shop = "organizations: [{id: shop, name: Shop, category: business-industry-workforce}]\n"
    one = shop + "people: [{id: a, name: A, organization: shop%s}]"
    found = part("employer-engagement", one % ", roles: [doer]")
    assert found.lacks[-1].snippet == "people:\n  - id: a\n    roles: [doer, champion]"
    assert part("employer-engagement", one % ", key_champion: true").evidence == ("1 employer champion",)


def test_data_are_read_every_month() -> None:
    measure = "measures: [{id: m, title: M, category: workforce, cadence: %s}]"
    assert part("student-assessment", measure % "monthly").evidence == ("data read every month",)
    assert "No measure is updated every month." in lacks("student-assessment", measure % "quarterly")


def test_a_phase_has_dates_and_its_activities() -> None:
    found = part("plan", "phases: [{phase: plan, from: 2027-01-04, to: 2027-06-30}]")
    assert found.state is State.NOT_BEGUN
    assert "The phase has no start and end dates yet." not in [lack.text for lack in found.lacks]
    assert lacks("plan")[0] == "The phase has no start and end dates yet."
    assert part("plan", PATHWAY % "").evidence == ("1 pathway",)
    tasks = "tasks: [{id: t, title: T, phase: plan, status: in-progress, started: 2027-01-04}]"
    assert part("plan", tasks).evidence == ("1 task in progress",)


def test_the_plan_is_written_when_every_row_has_an_owner_and_a_time() -> None:
    rows = "work_plan:\n" + "".join(
        f"  - {{focus_area: {row.focus_area.value}, deliverable: {row.id}, owner: a, due: 2027-05-01}}\n"
        for row in grades_9_14().rows
    )
    assert "17 rows with an owner and a time" in part("build", rows).evidence
    loose = rows.replace("deliverable: staffing, owner: a", "deliverable: staffing")
    (lack,) = (one for one in part("build", loose).lacks if "no owner or no due date" in one.text)
    assert lack.text == "1 row of the work plan has no owner or no due date. The first: “Staffing”."
    assert lack.path == ("work_plan", 3)


def test_management_watches_the_progress() -> None:
    tasks = "tasks: [{id: t, title: T, status: in-progress, started: 2027-01-04}]"
    assert "1 task begun or done" in part("project-management", tasks, status_date="2027-01-08").evidence
