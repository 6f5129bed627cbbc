"""Work-based learning, the course crosswalk, advising milestones, and externships."""

from __future__ import annotations

from datetime import date
from typing import Any

from handout_plans import context, full

from pathwayctl.evidence.pathways.offerings import offerings
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.pathways import advising, crosswalk, pathway_pages, work_based
from pathwayctl.handouts.tables import HandoutTable

SHOP = {"id": "shop", "name": "Harrow Shop", "category": "business-industry-workforce"}
SHADOW = {
    "title": "Job shadow", "grade": 10, "phase": "exploration", "when": "October", "hours": 6,
    "topic": "Careers", "project": "A poster", "skills": ["Safety"], "outcome": "A report",
    "assessed": "A sheet", "credit": False, "employers": ["shop"], "places": 4, "filled": 5,
}  # fmt: skip


def pathway(**given: Any) -> Context:
    return context(organizations=[SHOP], pathways=[{"id": "way", "title": "Way", **given}])


def cells(grid: HandoutTable) -> str:
    return "\n".join("\n".join(row) for row in grid.rows)


def test_an_experience_says_when_what_and_where() -> None:
    page = work_based.view(pathway(work_based=["Visit", SHADOW]))
    (continuum,) = page.continua
    assert continuum.experiences.rows == (
        ("Visit", "", "", "", "", ""),
        (
            "Job shadow",
            "Grade 10\nExploration\nOctober",
            "Careers\nA poster",
            "Safety\nOutcome: A report\nAssessed by: A sheet",
            "6 hours\nNo credit",
            "Harrow Shop\n4 places, 5 filled",
        ),
    )
    assert continuum.gaps == (
        "“Job shadow” has more students (5) than places (4).",
        "1 experience has no grade yet.",
    )


def test_the_picture_counts_experiences_by_grade_and_phase() -> None:
    project = {"title": "Project", "grade": 11, "phase": "preparation", "credits": 3, "filled": 2}
    (continuum,) = work_based.view(pathway(work_based=[SHADOW, project, project])).continua
    assert continuum.chart is not None
    assert continuum.chart.rows == ("Grade 10", "Grade 11")
    assert [[cell.words for cell in row] for row in continuum.chart.cells] == [
        ["—", "1 (6 hours)", "—", "—"],
        ["—", "—", "2", "—"],
    ]
    assert continuum.experiences[1][4:] == ("3 college credits", "2 filled")
    (plain,) = work_based.view(pathway(work_based=["Visit"])).continua
    assert (plain.chart, plain.description, plain.gaps) == (None, "", ())


def test_without_pathways_there_are_forms_to_fill_in() -> None:
    page = work_based.view(context())
    assert [one.title for one in page.continua] == ["Pathway"]
    assert len(page.continua[0].experiences) == 6
    assert len(page.externships) == 4
    assert len(advising.view(context()).milestones) == 14
    assert len(crosswalk.view(context()).pathways[0].courses) == 14


def test_externships_and_milestones() -> None:
    assert work_based.view(full()).externships.rows == (
        ("Dana Ruiz", "Shop", "Jan 11, 2027\n3 days", "New machines", "A lesson"),
    )
    assert advising.view(full()).milestones.rows == (
        ("Grade 8", "Choose a pathway", "Counselor", "A plan", "Precision machining"),
    )
    plan = context(advising=[{"id": "a", "title": "A", "grade": 9}, {"id": "b", "title": "B", "grade": 7}])
    assert [row[1] for row in advising.view(plan).milestones] == ["B", "A"]
    assert advising.view(plan).milestones[0][4] == "All"


def test_the_crosswalk_sets_school_courses_against_college_courses() -> None:
    courses = [
        {"title": "A", "grade": 11, "through": 12, "credits": 9, "college_course": "MAC 101",
         "transfers": True, "providers": ["shop", "school"]},
        {"title": "B", "grade": 12, "credits": 3, "transfers": False, "kind": "academic"},
        {"title": "C", "grade": 12, "college_course": "MAC 102"},
        {"title": "D", "grade": 13, "credits": 8},
    ]  # fmt: skip
    (page,) = crosswalk.view(pathway(courses=courses)).pathways
    assert page.courses.rows == (
        ("A", "Grades 11 to 12", "MAC 101", "9", "Yes", "• Harrow Shop\n• school"),
        ("B", "Grade 12", "", "3", "No", ""),
        ("C", "Grade 12", "MAC 102", "", "", ""),
    )
    assert page.total == (
        "12 college credits before graduation, 9 of them in the career area. "
        "The guide asks for 12 or more there."
    )
    assert page.gaps == (
        "The college course is not named yet: B.",
        "It is not known whether these transfer: C.",
        "These do not transfer: B.",
    )


def page_of(plan: Context) -> pathway_pages.PathwayPage:
    return pathway_pages.view(plan.index.ask(offerings)[0], plan)


def test_a_pathway_is_mapped_back_from_jobs_to_courses() -> None:
    plan = context(
        occupations=[{"id": "machinist", "title": "Machinist", "soc": "51-4041"}],
        ksas=[
            {"id": "prints", "title": "Read prints", "kind": "skill",
             "occupations": [{"occupation": "machinist", "level": "working"}]},
            {"id": "other", "title": "Other", "kind": "skill"},
        ],
        pathways=[
            {"id": "way", "title": "Way", "courses": [{"title": "A", "grade": 9, "teaches": ["prints"]}]},
            {"id": "second", "title": "Second"},
        ],
        advising=[
            {"id": "a", "title": "For all", "grade": 8},
            {"id": "b", "title": "For another", "grade": 8, "pathways": ["second"]},
        ],
    )  # fmt: skip
    page = page_of(plan)
    assert page.reverse.rows == (("Read prints", "Machinist", "A (grade 9)"),)
    assert [row[1] for row in page.milestones] == ["For all"]


def test_credits_are_added_up_and_contradictions_are_said() -> None:
    courses = [
        {"title": "English", "grade": 12, "credits": 9, "kind": "academic", "transfers": True},
        {"title": "Shop", "grade": 12, "credits": 3, "transfers": False, "kind": "cte",
         "integrated_with": "English"},
    ]  # fmt: skip
    page = page_of(pathway(courses=courses, college_credits=15, transfers=True, launch=date(2027, 8, 16)))
    facts = dict(page.facts)
    assert facts["College credits before graduation"] == "12"
    assert facts["Of these, in the career area"] == "3"
    assert facts["Launch"] == "Aug 16, 2027"
    assert page.gaps[:3] == (
        "Students can earn 3 college credits in the career area before graduation, "
        "fewer than the required 12.",
        "15 college credits are stated, but the courses up to grade 12 carry 12.",
        "The credits are said to transfer, but these do not: Shop.",
    )
    assert page.courses[1][2] == "CTE\nTaught together with English"
    all_known = page_of(pathway(courses=[{**courses[0], "kind": "cte"}], students="15%"))
    assert dict(all_known.facts)["Credits transfer"] == "Yes"
    assert dict(all_known.facts)["Students in the first cohort"] == "15%"


def test_an_exploration_course_before_grade_9_is_no_entry_point() -> None:
    courses = [{"title": "Explore", "grade": 8}, {"title": "First", "grade": 9}]
    assert page_of(pathway(courses=courses)).ramps[0][0] == "Grade 9"
    assert page_of(pathway(courses=courses[:1])).ramps[0][0] == "Grade 8"
