"""A page for each career pathway."""

from __future__ import annotations

from typing import Any

import pytest
from handout_plans import context, full

from pathwayctl.evidence.pathways.offerings import offerings
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.pathways import pathway_pages
from pathwayctl.handouts.pathways.pathway_pages import ENTRY, EXIT, PathwayPage


def page(plan: Context, place: int = 0) -> PathwayPage:
    return pathway_pages.view(plan.index.ask(offerings)[place], plan)


def pathway(**given: Any) -> PathwayPage:
    return page(context(pathways=[{"id": "way", "title": "Way", **given}]))


def test_each_pathway_has_a_page_of_its_own() -> None:
    pages = pathway_pages.HANDOUT.pages(full())
    assert [one.slug for one in pages] == ["pathway-machining-path", "pathway-welding-path"]
    assert pages[0].title == "Career pathway: Precision machining"
    (blank,) = pathway_pages.HANDOUT.pages(context())
    assert (blank.slug, blank.view) == ("pathway", pathway_pages.blank())


def test_a_pathway_with_everything() -> None:
    found = page(full())
    assert dict(found.facts) == {
        "Career cluster": "Advanced Manufacturing",
        "Industry": "Machining",
        "Offered by": "Hill College",
        "Students in the first cohort": "24",
        "College credits before graduation": "15",
        "Credits transfer": "Yes",
        "Individual plans by": "Grade 8",
        "Launch": "Jan 8, 2027",
    }
    assert found.gaps == ()
    assert found.courses.rows == (
        ("Grade 9", "First machining", "", "—", "", "13052", ""),
        ("Grade 13", "College machining", "", "8", "", "—", "Hill College"),
        ("All grades", "2 courses", "", "8", "", "", ""),
    )
    assert found.courses.marks == ("", "", "total")
    assert found.credentials.rows == (
        ("NIMS Level I", "Industry certification", "The institute", "—", "Machinist"),
        ("Machining certificate", "Level 1 certificate", "", "NIMS Level I", "Machinist"),
    )
    assert found.jobs.rows == (
        ("Machinist", "51-4041.00", "90", "$58,700 a year", "High school diploma or equivalent"),
    )


def test_entry_and_exit_points() -> None:
    assert page(full()).ramps.rows == (
        ("Grade 9", ENTRY, "No credential yet", "First machining"),
        ("Grade 13", ENTRY, "A high school diploma or equivalent", "College machining"),
        ("NIMS Level I", ENTRY, "Builds on no other credential", "Machining certificate"),
        ("NIMS Level I", EXIT, "Recognized by Shop", "Machinist"),
        ("End of grade 12", EXIT, "1 course, 0 college credits", "College, or work"),
        ("End of grade 13", EXIT, "2 courses, 8 college credits", "Work, or a four-year college"),
    )


def test_a_pathway_of_which_little_is_known_says_what_is_asked() -> None:
    found = pathway()
    assert found.gaps == (
        "The college credits that students can earn before graduation are missing.",
        "The college credits are not known to transfer to four-year public colleges.",
        "Several measures, not one, should decide who may take college courses.",
        "Every student should have an individual plan by grade 8.",
        "The pathway has no credentials.",
        "The pathway has no work-based learning.",
    )
    assert len(found.courses.rows) == 8
    assert dict(found.facts)["College credits before graduation"] == ""


def test_credits_are_those_of_the_courses_unless_the_plan_says() -> None:
    courses = [{"title": "A", "grade": 11, "credits": 9}, {"title": "B", "grade": 12, "credits": 4}]
    found = pathway(courses=courses, transfers=False, individual_plans_by_grade=9)
    assert dict(found.facts)["College credits before graduation"] == "13"
    assert found.gaps[0] == "The college credits do not transfer to four-year public colleges."
    assert "Every student should have an individual plan by grade 8." in found.gaps
    (few, *_) = pathway(college_credits=3).gaps
    assert few == "Students can earn 3 college credits before graduation, fewer than the required 12."


@pytest.mark.parametrize(
    ("clusters", "name"),
    [
        ([], "Advanced Manufacturing"),
        ([{"id": "advanced-manufacturing", "title": "Making Things"}], "Making Things"),
    ],
)
def test_a_cluster_has_the_name_that_the_state_gives_it(clusters: list[dict[str, str]], name: str) -> None:
    plan = context(
        clusters=clusters, pathways=[{"id": "way", "title": "Way", "cluster": "advanced-manufacturing"}]
    )
    assert page(plan).facts[0] == ("Career cluster", name)
    assert pathway(cluster="unheard-of").facts[0] == ("Career cluster", "unheard-of")


def test_a_credential_that_leads_nowhere_in_the_plan_has_a_dash() -> None:
    plan = context(
        credentials=[{"id": "c", "title": "C", "kind": "industry-certification", "recognized_by": ["shop"]}],
        pathways=[{"id": "way", "title": "Way", "credentials": ["c"]}],
    )
    assert page(plan).ramps.rows == (
        ("C", ENTRY, "Builds on no other credential", "—"),
        ("C", EXIT, "Recognized by shop", "—"),
    )
    assert page(plan).credentials[0][4] == "—"
