"""The counts and names of the one-year work plan for grades 9-14."""

from __future__ import annotations

from pathwayctl.catalog.catalog_entry import find
from pathwayctl.catalog.reading import grades_9_14
from pathwayctl.model.vocabulary import FocusArea, Phase

GUIDE = grades_9_14()


def test_every_phase_has_its_entry() -> None:
    assert [phase.id for phase in GUIDE.phases] == list(Phase)
    assert all(phase.timing and phase.focus and phase.deliverables for phase in GUIDE.phases)


def test_activities_are_numbered_through_the_phases() -> None:
    numbers = [[activity.number for activity in phase.activities] for phase in GUIDE.phases]
    assert numbers == [list(range(1, 6)), list(range(6, 13)), list(range(13, 16))]


def test_characteristics_and_choices_of_the_first_phase() -> None:
    assert len(GUIDE.characteristics) == 7
    assert len(GUIDE.key_choices) == 4


def test_every_focus_area_has_its_entry() -> None:
    assert [area.id for area in GUIDE.focus_areas] == list(FocusArea)


def test_other_names_that_the_source_uses() -> None:
    assert {area.id: area.also_called for area in GUIDE.focus_areas if area.also_called} == {
        FocusArea.SYSTEM: ("Systems Conditions",),
        FocusArea.EMPLOYERS: ("Employer & Workforce Development",),
        FocusArea.ASSESSMENT: ("Assessment",),
    }


def test_rows_of_each_focus_area() -> None:
    assert len(GUIDE.rows) == 17
    assert [len(GUIDE.of(area)) for area in FocusArea] == [3, 1, 1, 1, 2, 2, 3, 1, 1, 1, 1]


def test_every_row_has_a_deliverable_steps_and_tasks() -> None:
    assert all(row.deliverable and row.action_steps and row.tasks for row in GUIDE.rows)


def test_75_items_in_15_lists() -> None:
    assert {one.id: len(one.items) for one in GUIDE.checklists} == {
        "planning-team-members": 6,
        "process-questions": 4,
        "staffing-questions": 4,
        "agreement-questions": 8,
        "program-criteria": 7,
        "instructional-features": 5,
        "development-questions": 6,
        "action-research-steps": 6,
        "employer-steps": 4,
        "work-based-questions": 5,
        "champion-commitments": 3,
        "assessment-questions": 6,
        "support-parts": 3,
        "recruitment-questions": 4,
        "management-tasks": 4,
    }
    ids = [item.id for one in GUIDE.checklists for item in one.items]
    assert len(ids) == len(set(ids)) == 75


def test_lists_of_questions_are_questions() -> None:
    for one in GUIDE.checklists:
        asks = [item.text.endswith("?") for item in one.items]
        assert all(asks) if one.id.endswith("-questions") else not any(asks), one.id


def test_rules_and_which_of_them_we_infer() -> None:
    assert len(GUIDE.rules) == 8
    assert [rule.id for rule in GUIDE.rules if rule.inferred] == ["owner-and-timeline"]
    assert GUIDE.least_college_credits == 12
    assert "12" in find(GUIDE.rules, "credits-before-graduation").text


def test_placeholders_and_their_terms() -> None:
    terms = {one.word: one.terms for one in GUIDE.placeholders}
    assert list(terms) == [
        "xxx", "COLLEGE", "COLLEGE NAME", "SCHOOL/DISTRICT", "#", "#/%", "date", "Month Year", "Month",
    ]  # fmt: skip
    assert all(terms.values())
    assert "district" in terms["SCHOOL/DISTRICT"]
