"""A work plan for each pathway, own deliverables and items, and what the phases show of the pathways."""

from __future__ import annotations

from datetime import date

from handout_plans import context

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.frameworks import frameworks, requirements
from pathwayctl.handouts.pathways import phases, work_plan, work_plan_decisions

ROW = {"focus_area": "staffing-strategy", "deliverable": "staffing"}


def two_plans() -> Context:
    return context(
        pathways=[{"id": "machining", "title": "Machining"}, {"id": "nursing", "title": "Nursing"}],
        teams=[{"id": "planners", "title": "Planning team", "kind": "planning"}],
        work_plan=[
            {**ROW, "pathway": "machining", "due": date(2027, 5, 1), "owner": ["planners", "x"]},
            {**ROW, "pathway": "nursing", "due": date(2028, 5, 1), "owner": "y"},
            {"focus_area": "staffing-strategy", "deliverable": "housing", "title": "Rooms", "owner": "z",
             "own_items": [{"title": "Who pays?", "answer": "The district"}, "How many?"]},
        ],
    )  # fmt: skip


def test_each_pathway_has_pages_of_its_own() -> None:
    pages = work_plan.HANDOUT.pages(two_plans())
    assert [one.slug for one in pages] == ["work-plan-machining", "work-plan-nursing"]
    assert pages[1].title == "Year-one work plan: Nursing"
    decisions = work_plan_decisions.HANDOUT.pages(two_plans())
    assert [one.slug for one in decisions] == ["work-plan-decisions-machining", "work-plan-decisions-nursing"]
    (one_plan,) = work_plan.HANDOUT.pages(context(work_plan=[ROW]))
    assert one_plan.slug == "work-plan"


def test_a_row_names_a_team_and_those_who_share_it() -> None:
    page = work_plan.view(two_plans(), "machining")
    row = next(row for row in page.deliverables if "Due" in row[5])
    assert row[4] == "Planning team\nwith x"
    assert row[5].replace("\u00a0", " ") == "Due May 1, 2027"
    other = work_plan.view(two_plans(), "nursing")
    assert next(row for row in other.deliverables if "Due" in row[5])[4] == "y"


def test_deliverables_of_the_project_follow_those_of_their_area() -> None:
    page = work_plan.view(two_plans(), "machining")
    titles = [row[1] for row in page.deliverables]
    assert titles.index("Rooms") == 4
    assert page.so_far == "0 of 18 deliverables are done."
    assert page.areas.rows[0][0] == "Work Planning"
    lists = [one for area in work_plan_decisions.view(two_plans(), "machining").areas for one in area.lists]
    (own,) = (one for one in lists if one.deliverable == "Rooms")
    assert own.decisions.rows == (("Who pays?", "The district"), ("How many?", ""))
    assert own.open == "Undecided: 1 of 2 items."


def test_own_items_stand_below_those_of_the_guide() -> None:
    barriers = {"focus_area": "system-conditions", "deliverable": "barriers-removed", "own_items": ["Buses"]}
    plan = context(work_plan=[{**ROW, "own_items": ["Where do they live?"]}, barriers])
    lists = [one for area in work_plan_decisions.view(plan).areas for one in area.lists]
    (staffing,) = (one for one in lists if one.question == "How are the pathway’s staff selected?")
    assert staffing.decisions[-1] == ("Where do they live?", "")
    (added,) = (one for one in lists if one.question == "Our own items")
    assert added.decisions.rows == (("Buses", ""),)


def test_former_ids_of_the_eight_questions_are_still_read() -> None:
    row = {"focus_area": "shared-agreements", "deliverable": "shared-agreement",
           "answers": {"finances": "The college", "staff": "Two"}}  # fmt: skip
    page = work_plan_decisions.view(context(work_plan=[row]))
    lists: dict[str, dict[str, str]] = {
        one.question: {row[0]: row[1] for row in one.decisions.rows}
        for area in page.areas
        for one in area.lists
    }
    answers = lists["What does the shared agreement cover?"]
    assert answers["Who pays for tuition, fees, materials, and other costs?"] == "The college"
    assert answers["Which instructors and staff work for the pathway?"] == "Two"


def test_the_phases_show_what_the_pathways_say() -> None:
    plan = context(
        {"terms": {"college": "Hill College"}},
        organizations=[{"id": "shop", "name": "Shop", "category": "business-industry-workforce"},
                       {"id": "hill", "name": "Hill", "category": "postsecondary"}],
        frameworks=[{"id": "f", "industry": "Metal", "course_sequence": [
            {"title": "New course", "state": "needed"}, {"title": "Later"}]}],
        occupations=[{"id": "o", "title": "O", "soc": "51-4041", "annual_openings": 90, "frameworks": ["f"]}],
        pathways=[{
            "id": "a", "title": "A", "framework": "f", "students": "15%", "launch": date(2027, 8, 16),
            "providers": ["hill", "shop"], "choices": {"sequencing": "One by one"},
            "work_based": [{"title": "Visit", "employers": ["shop"]}],
            "courses": [{"title": "Shop", "grade": 9, "kind": "cte"},
                        {"title": "Math", "grade": 9, "kind": "academic", "integrated_with": "Shop"}],
        }],
        phases=[{"phase": "build", "from": date(2027, 3, 1), "to": date(2027, 8, 1),
                 "deliverables": ["A sign", {"title": "Five lathes", "cost": 80000, "due": date(2027, 7, 1),
                                             "owner": "hill"}]}],
    )  # fmt: skip
    page = phases.view(plan)
    assert page.phases[2][3] == (
        "A: 15% of students in preparatory courses, with the support they need to enter a program of "
        "Hill College"
    )
    assert page.own.rows == (
        ("A sign", "Phase II: build its infrastructure", "", "", "", "Not begun"),
        ("Five lathes", "Phase II: build its infrastructure", "$80,000", "Jul 1, 2027", "Hill", "Not begun"),
    )
    assert [said for _, said in page.characteristics][2] == (
        "A: taught together: Math with Shop; Academic: Math; CTE: Shop"
    )
    assert [said for _, said in page.characteristics][5:] == [
        "A: Metal; 90 openings a year; employers: Shop",
        "A: Aug 16, 2027",
    ]
    assert [said for _, said in page.choices][:2] == [
        "A: One by one\n1 pathway planned so far: A",
        "A: needed in its framework: New course",
    ]
    without = context(
        organizations=[{"id": "hill", "name": "Hill", "category": "postsecondary"}],
        pathways=[{"id": "a", "title": "A", "students": 1, "providers": ["hill", "x"]}],
    )
    assert phases.view(without).phases[2][3].endswith("program of Hill")


def test_what_is_not_known_yet_is_shown_as_such() -> None:
    plan = context(frameworks=[{"id": "f", "industry": "Metal", "course_sequence": [
        {"title": "Print reading"}, {"title": "Shop", "state": "exists"}]}])  # fmt: skip
    (page,) = frameworks.HANDOUT.pages(plan)
    part = page.view.parts[1]  # type: ignore[attr-defined]
    assert part.entries[0][1] == "Not known yet"
    assert part.total == "1 exists, 0 needed, 1 not known yet"
    area = requirements.view(plan).areas[1]
    assert [row[0] for row in area.unknown] == ["Print reading"]
