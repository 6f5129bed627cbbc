"""What the grades 9-14 plan asks for: credits, training before the launch, owners, phases in order."""

from __future__ import annotations

import pytest
from checking import codes, messages, only

GUIDE = ["grades-9-14"]
PATHWAY = "pathways: [{id: p, title: P, %s}]"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("college_credits: 12", None),
        ("college_credits: 0", "leads to 0 college credits before graduation, fewer than the required 12"),
        ("students: 4", "does not say how many college credits students can earn"),
        (
            "courses: [{title: A, grade: 11, credits: 6}, {title: B, grade: 13, credits: 9}]",
            "leads to 6 college credits before graduation, fewer than the required 12",
        ),
        ("courses: [{title: A, grade: 11, credits: 6}, {title: B, grade: 12, credits: 6}]", None),
        (
            "courses: [{title: A, grade: 13, credits: 12}]",
            "does not say how many college credits students can earn",
        ),
    ],
)
def test_credits_are_stated_or_added_up_from_the_school_years(fields: str, said: str | None) -> None:
    found = messages(PATHWAY % fields, "PW585", guides=GUIDE)
    assert found == ([f"“P” {said}."] if said else [])


def test_credits_that_do_not_transfer_are_told_from_those_nobody_knows_of() -> None:
    assert messages(PATHWAY % "transfers: false", "PW586", guides=GUIDE) == [
        "“P” has credits that do not transfer to four-year public colleges."
    ]


def test_the_same_measure_twice_is_one_measure() -> None:
    assert "PW587" in codes(PATHWAY % "eligibility: [Test, Test]", guides=GUIDE)
    assert messages(PATHWAY % "students: 4", "PW587", guides=GUIDE) == [
        "“P” has no measures for who may take college courses."
    ]


def test_open_choices_are_named_as_people_say_them() -> None:
    assert messages(PATHWAY % "students: 4, courses: [{title: A, grade: 9}]", "PW588", guides=GUIDE) == [
        "“P” has no providers, work-based learning, framework, or launch."
    ]


@pytest.mark.parametrize(
    ("grades", "wrong"),
    [([9, 9, 11, 14], None), ([8, 9], None), ([9, 8], 1), ([9, 15], 1), ([9, 11, 10, 12], 2)],
)
def test_courses_run_from_grade_9_to_14_in_order(grades: list[int], wrong: int | None) -> None:
    courses = ", ".join(f"{{title: C{number}, grade: {grade}}}" for number, grade in enumerate(grades))
    text = PATHWAY % f"courses: [{courses}]"
    if wrong is None:
        assert "PW329" not in codes(text)
    else:
        assert only(text, "PW329").path == ("pathways", 0, "courses", wrong, "grade")


TRAINING = """\
tasks:
  - id: train
    title: Train
    focus_area: professional-development
    tasks:
      - {id: summer, title: Summer workshop, focus_area: professional-development, duration: 5d, %s}
  - {id: ongoing, title: Coaching, focus_area: professional-development, phase: launch, duration: 50d}
  - {id: begin, title: Begin, not_before: 2027-01-11, duration: 1d, %s}
pathways: [{id: p, title: P, launch: begin}, {id: q, title: Q}]
"""


def test_training_is_over_before_the_launch() -> None:
    assert "PW589" not in codes(TRAINING % ("", ""), guides=GUIDE)
    late = TRAINING % ("not_before: 2027-01-05", "")
    assert messages(late, "PW589", guides=GUIDE) == [
        "“P” launches on January 11, 2027, but 1 training task is not finished before then: “Summer "
        "workshop”."
    ]
    assert "PW589" not in codes(late, guides=GUIDE, scheduled=False)
    dropped = late.replace("5d, not_before", "5d, status: dropped, not_before")
    message = "“P” has a launch, but no task trains teachers before it."
    assert messages(dropped, "PW589", guides=GUIDE) == [message]


def test_a_summary_stands_for_the_training_in_it() -> None:
    text = """\
tasks:
  - id: train
    title: Train
    focus_area: professional-development
    tasks: [{id: summer, title: Summer, duration: 9d}, {id: fall, title: Fall, duration: 3d}]
  - {id: begin, title: Begin, not_before: 2027-01-11}
pathways: [{id: p, title: P, launch: begin}]
"""
    assert only(text, "PW589", guides=GUIDE).message.endswith("before then: “Train”.")


def test_a_launch_without_training_is_told_whatever_the_dates() -> None:
    text = "tasks: [{id: begin, title: Begin}]\npathways: [{id: p, title: P, launch: begin}]"
    for scheduled in (True, False):
        assert messages(text, "PW589", guides=GUIDE, scheduled=scheduled) == [
            "“P” has a launch, but no task trains teachers before it."
        ]
    assert "PW589" not in codes("pathways: [{id: p, title: P}]", guides=GUIDE)
    assert "PW589" not in codes("pathways: [{id: p, title: P, launch: nothing}]", guides=GUIDE)


def test_the_launch_may_itself_be_training() -> None:
    text = """\
tasks: [{id: begin, title: Begin, focus_area: professional-development, duration: 5d}]
pathways: [{id: p, title: P, launch: begin}]
"""
    assert "PW589" not in codes(text, guides=GUIDE)


ROW = "work_plan: [{focus_area: staffing-strategy, deliverable: staffing, %s}]"


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ("owner: ana", "due date"),
        ("due: 2027-05-01", "owner"),
        ("tasks: [t], owner: ana", None),
        ("state: done", None),
        ("state: under-way", "owner or due date"),
    ],
)
def test_a_row_has_an_owner_and_a_time(fields: str, lacks: str | None) -> None:
    people = "people: [{id: ana, name: Ana, category: cte}]\ntasks: [{id: t, title: T}]\n"
    found = messages(people + ROW % fields, "PW592", guides=GUIDE)
    assert found == ([f"The deliverable “staffing” has no {lacks}."] if lacks else [])


def test_focus_areas_are_asked_of_rows_once_there_are_rows_and_of_tasks_before() -> None:
    assert codes("", guides=GUIDE) & {"PW573", "PW593"} == {"PW573"}
    assert codes(ROW % "state: done", guides=GUIDE) & {"PW573", "PW593"} == {"PW593"}
    assert "PW593" not in codes(ROW % "state: done", guides=GUIDE, unread=["somebody"])


def test_phases_follow_each_other() -> None:
    text = """\
phases:
  - {phase: launch, from: 2027-08-16, to: 2027-12-17}
  - {phase: build, from: 2027-04-01, to: 2027-03-15}
  - {phase: plan, from: 2027-01-04, to: 2027-04-01}
"""
    assert messages(text, "PW595", guides=GUIDE) == [
        "“Phase II: build its infrastructure” begins on April 1, 2027 but ends on March 15, 2027.",
    ]
    early = text.replace("from: 2027-04-01, to: 2027-03-15", "from: 2027-01-04, to: 2027-06-01")
    assert messages(early, "PW595", guides=GUIDE) == [
        "“Phase II: build its infrastructure” begins on January 4, 2027, but the previous phase begins on "
        "January 4, 2027.",
    ]
    overlapping = text.replace("from: 2027-04-01, to: 2027-03-15", "from: 2027-03-01, to: 2027-06-01")
    assert "PW595" not in codes(overlapping, guides=GUIDE)
    inside = text.replace("from: 2027-04-01, to: 2027-03-15", "from: 2027-03-01, to: 2027-03-15")
    assert messages(inside, "PW595", guides=GUIDE) == [
        "“Phase II: build its infrastructure” ends on March 15, 2027, but the previous phase ends on "
        "April 1, 2027.",
    ]
    assert not codes(text, guides=GUIDE) & {"PW594"}
    twice = """\
phases:
  - {phase: plan, from: 2027-01-04, to: 2027-04-01}
  - {phase: plan, from: 2027-02-01, to: 2027-03-01}
"""
    assert codes(twice, guides=GUIDE) & {"PW326", "PW595"} == {"PW326"}
    assert not codes("", guides=GUIDE) & {"PW594", "PW595"}


def test_every_question_of_a_shared_agreement_is_answered() -> None:
    text = "agreements: [{id: a, title: A, kind: shared-agreement%s}, {id: b, title: B, kind: mou}]"
    assert "PW559" not in codes(text % "", guides=GUIDE)
    text %= ", signed: 2027-01-04"
    problem = only(text, "PW559", guides=GUIDE)
    assert problem.path == ("agreements", 0)
    assert problem.message.startswith("“A” leaves 8 of the 8 questions unanswered: course-sequence, staff,")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", set()),
        ("teams: [{id: t, title: T, kind: planning, cadence: weekly}]", {"PW590", "PW591"}),
        ("teams: [{id: t, title: T, kind: action-research}]", {"PW590", "PW591"}),
        ("teams: [{id: t, title: T, kind: action-research, cadence: quarterly}]", {"PW591"}),
        ("teams: [{id: t, title: T, kind: action-research, cadence: weekly}]", set()),
        ("measures: [{id: m, title: M, category: workforce, cadence: yearly}]", {"PW591"}),
        ("measures: [{id: m, title: M, category: workforce, cadence: monthly}]", set()),
    ],
)
def test_questions_come_back_each_quarter_and_data_each_month(text: str, found: set[str]) -> None:
    assert codes(text, guides=GUIDE) & {"PW590", "PW591"} == found


def test_credits_are_those_of_the_courses_in_the_career_area() -> None:
    courses = "courses: [{title: A, grade: 12, credits: %d%s}]"
    stated = PATHWAY % ("college_credits: 15, " + courses % (3, ""))
    assert messages(stated, "PW585", guides=GUIDE) == [
        "“P” leads to 3 college credits before graduation, fewer than the required 12."
    ]
    assert messages(stated, "PW647") == [
        "“P” states 15 college credits, but its courses up to grade 12 carry only 3."
    ]
    stated = PATHWAY % ("college_credits: 15, " + courses % (13, ""))
    assert "PW585" not in codes(stated, guides=GUIDE)
    assert messages(stated, "PW647", guides=GUIDE) == [
        "“P” states 15 college credits, but its courses up to grade 12 carry only 13."
    ]
    assert messages(PATHWAY % (courses % (12, ", kind: academic")), "PW585", guides=GUIDE) == [
        "“P” leads to 0 college credits in its career area before graduation, fewer than the required 12."
    ]
    assert "PW585" not in codes(PATHWAY % (courses % (12, ", kind: cte")), guides=GUIDE)


def test_a_pathway_does_not_say_that_credits_transfer_when_its_courses_or_programs_say_no() -> None:
    course = "courses: [{title: A, grade: 12, credits: 12, transfers: false}]"
    assert messages(PATHWAY % f"transfers: true, {course}", "PW691", guides=GUIDE) == [
        "“P” says that its credits transfer, but those of “A” do not."
    ]
    assert "PW691" not in codes(PATHWAY % f"transfers: false, {course}", guides=GUIDE)
    program = """
programs:
  - {id: q, title: Program, provider: college, credentials: [c], transfers: false}
  - {id: r, title: Other, provider: college, transfers: false}
"""
    assert messages(PATHWAY % "transfers: true, credentials: [c]" + program, "PW691", guides=GUIDE) == [
        "“P” says that its credits transfer, but those of “Program” do not."
    ]


def test_work_based_learning_is_a_sequence_once_any_of_it_is() -> None:
    assert "PW692" not in codes(PATHWAY % "work_based: [Visit, Internship]", guides=GUIDE)
    found = messages(PATHWAY % "work_based: [Visit, {title: Shadow, grade: 10}]", "PW692", guides=GUIDE)
    assert found == [
        "The experience “Visit” has no grade, skills, or outcome.",
        "The experience “Shadow” has no skills or outcome.",
    ]


def test_a_course_over_several_years_ends_in_a_later_grade() -> None:
    assert "PW329" not in codes(PATHWAY % "courses: [{title: A, grade: 11, through: 12}]")
    for last in (11, 15):
        found = only(PATHWAY % f"courses: [{{title: A, grade: 11, through: {last}}}]", "PW329")
        assert found.path == ("pathways", 0, "courses", 0, "through")
    assert "PW329" in codes(PATHWAY % "courses: [{title: A, grade: 8, credits: 3}]")


def test_a_launch_on_a_day_also_waits_for_training() -> None:
    assert messages(PATHWAY % "launch: 2027-08-16", "PW589", guides=GUIDE) == [
        "“P” has a launch, but no task trains teachers before it."
    ]


def test_the_owner_of_a_task_counts_for_its_row() -> None:
    text = """
tasks: [{id: choose, title: Choose, duration: 5d, owner: ana}]
work_plan: [{focus_area: staffing-strategy, deliverable: staffing, tasks: [choose]}]
"""
    assert "PW592" not in codes(text, guides=GUIDE)
    assert "PW592" not in codes(text.replace(", owner: ana", ""), guides=GUIDE)
    people = "people: [{id: ana, name: Ana, category: k-12}]"
    assert "PW592" in codes(people + text.replace(", owner: ana", ""), guides=GUIDE)


def test_rows_for_different_pathways_and_of_the_project_s_own_are_no_mistakes() -> None:
    row = "  - {focus_area: staffing-strategy, deliverable: staffing, pathway: %s}\n"
    pathways = "pathways: [{id: a, title: A}, {id: b, title: B}]\nwork_plan:\n"
    assert not codes(pathways + row % "a" + row % "b", guides=GUIDE) & {"PW319", "PW326", "PW338"}
    assert "PW326" in codes(pathways + row % "a" + row % "a", guides=GUIDE)
    assert "PW338" in codes(pathways + row % "c", guides=GUIDE)
    own = "work_plan: [{focus_area: staffing-strategy, deliverable: housing%s}]"
    assert "PW319" not in codes(own % ", title: Rooms", guides=GUIDE)
    assert "PW319" in codes(own % "", guides=GUIDE)
    former = "work_plan: [{focus_area: shared-agreements, deliverable: shared-agreement, answers: {%s: A}}]"
    assert "PW319" not in codes(former % "finances", guides=GUIDE)
    assert "PW319" in codes(former % "financing", guides=GUIDE)
