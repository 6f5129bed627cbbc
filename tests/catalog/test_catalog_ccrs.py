"""The counts and names of “Designing a Career Pathways System”, chapters 1 and 4."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

import pytest

from pathwayctl.catalog.catalog_entry import find
from pathwayctl.catalog.ccrs import ActivityKind, MeasureKind
from pathwayctl.catalog.reading import ccrs
from pathwayctl.model.frameworks import Framework
from pathwayctl.model.vocabulary import (
    EngagementLevel,
    RequirementArea,
    RiskKind,
    Role,
    Stage,
    StakeholderCategory,
)

GUIDE = ccrs()


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("objectives", 8),
        ("categories", 7),
        ("considerations", 4),
        ("roles", 4),
        ("stages", 4),
        ("invitation", 5),
        ("kickoff_checklist", 8),
        ("kickoff_outcomes", 3),
        ("definitions", 5),
        ("priority_elements", 4),
        ("framework_parts", 5),
        ("scoping", 3),
        ("requirement_areas", 4),
        ("sufficiency", 3),
        ("risk_kinds", 2),
        ("risk_decisions", 4),
        ("evaluation_groups", 8),
        ("measures", 9),
        ("horizons", 4),
        ("engagement_levels", 5),
        ("audiences", 2),
        ("questions", 4),
        ("expert_preparation", 3),
        ("reflection_outputs", 3),
        ("handouts", 15),
    ],
)
def test_counts(name: str, count: int) -> None:
    assert len(getattr(GUIDE, name)) == count


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        (GUIDE.categories, StakeholderCategory),
        (GUIDE.roles, Role),
        (GUIDE.stages, Stage),
        (GUIDE.requirement_areas, RequirementArea),
        (GUIDE.risk_kinds, RiskKind),
        (GUIDE.engagement_levels, EngagementLevel),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_every_word_of_a_vocabulary_has_its_entry_in_the_same_order(
    entries: tuple[Any, ...], words: type[StrEnum]
) -> None:
    own = {"other"} if words is RequirementArea else set()  # a project's own, which the guide does not have
    assert [entry.id for entry in entries] == [word for word in words if word not in own]


def test_objectives_of_the_chapters() -> None:
    assert [objective.id for objective in GUIDE.chapter(1)] == [
        "identify-stakeholders",
        "clarify-roles",
        "engage-stakeholders",
        "build-knowledge",
        "define-goals",
    ]
    assert [objective.id for objective in GUIDE.chapter(4)] == [
        "implement-framework",
        "measure-progress",
        "reflect",
    ]


def test_handouts_and_slides_of_chapter_4() -> None:
    held = {objective.id: (objective.handouts, objective.slides) for objective in GUIDE.chapter(4)}
    assert held == {
        "implement-framework": (("4a", "4b"), "6–8"),
        "measure-progress": (("4c", "4d"), "9–13"),
        "reflect": (("4e",), "14–19"),
    }


def test_slides_of_the_group_activities_of_chapter_1() -> None:
    activities = [activity for objective in GUIDE.chapter(1) for activity in objective.activities]
    group = [activity.slides for activity in activities if activity.kind is ActivityKind.GROUP]
    assert group == ["6–12", "13–17", "18–25", "26–28"]


def test_every_objective_has_its_activities() -> None:
    kinds = {o.id: [activity.kind.value for activity in o.activities] for o in GUIDE.objectives}
    assert kinds == {
        "identify-stakeholders": ["planning"],
        "clarify-roles": ["planning", "group"],
        "engage-stakeholders": ["planning"],
        "build-knowledge": ["planning", "group", "group"],
        "define-goals": ["group"],
        "implement-framework": ["planning"],
        "measure-progress": ["planning", "group"],
        "reflect": ["planning", "group"],
    }


def test_objectives_name_handouts_that_there_are() -> None:
    known = {handout.id for handout in GUIDE.handouts}
    assert known >= {name for objective in GUIDE.objectives for name in objective.handouts}


def test_example_groups_of_the_categories() -> None:
    assert [len(category.groups) for category in GUIDE.categories] == [4, 3, 3, 2, 6, 3, 3]


def test_responsibilities_of_the_roles() -> None:
    assert [len(role.responsibilities) for role in GUIDE.roles] == [4, 3, 5, 3]
    assert all(role.how_many for role in GUIDE.roles)


def test_the_line_that_the_source_repeats_is_said_to_be_repeated() -> None:
    decision_maker = find(GUIDE.roles, Role.DECISION_MAKER)
    assert "six lines" in decision_maker.note
    assert len(set(decision_maker.responsibilities)) == 5


def test_responsibilities_of_the_stages() -> None:
    assert [len(stage.responsibilities) for stage in GUIDE.stages] == [7, 3, 3, 3]


def test_only_the_federal_definitions_are_quoted() -> None:
    quoted = [definition for definition in GUIDE.definitions if definition.quoted]
    assert [definition.id for definition in quoted] == ["federal-agencies", "wioa"]
    assert quoted[0].source.startswith("U.S. Departments of Education, Health and Human Services, and Labor")
    assert quoted[0].text.startswith("series of connected education and training strategies")


def test_the_seven_elements_of_the_workforce_act() -> None:
    elements = find(GUIDE.definitions, "wioa").elements
    assert [element.id for element in elements] == [f"wioa-{letter}" for letter in "abcdefg"]


def test_tallies_of_table_5() -> None:
    assert [element.tally for element in GUIDE.priority_elements] == [4, 6, 2, 6]


def test_framework_parts_are_those_of_a_project() -> None:
    parts = [part.id for part in GUIDE.framework_parts]
    assert all(part.replace("-", "_") in Framework.model_fields for part in parts)
    assert {area.framework_part for area in GUIDE.requirement_areas} < set(parts)


def test_the_sample_risk() -> None:
    assert (GUIDE.sample_risk.kind, GUIDE.sample_risk.category) == (RiskKind.INTERNAL, "Technology")


def test_measures_under_their_headings() -> None:
    assert [len(GUIDE.measures_of(kind)) for kind in MeasureKind] == [4, 3, 2]


def test_the_two_measures_that_the_exhibit_runs_together() -> None:
    apart = [measure.id for measure in GUIDE.measures if "runs this together" in measure.note]
    assert apart == ["industry-certificates", "internship-participation"]


def test_horizons_run_from_a_phase_to_ten_years() -> None:
    assert [one.id for one in GUIDE.horizons] == ["after-each-phase", "one-year", "five-years", "ten-years"]


def test_sample_audiences() -> None:
    shape = [(len(a.messages), len(a.modes), len(a.frequency)) for a in GUIDE.audiences]
    assert shape == [(3, 4, 1), (3, 2, 2)]


def test_every_list_of_questions_has_five() -> None:
    assert {questions.id: len(questions.items) for questions in GUIDE.questions} == {
        "facilitator-readiness": 5,
        "metrics-discussion": 5,
        "reflection": 5,
        "reflection-condensed": 5,
    }
    items = [item for questions in GUIDE.questions for item in questions.items]
    assert len({item.id for item in items}) == 20
    assert all(item.text.endswith("?") for item in items)


def test_handouts_of_the_four_chapters() -> None:
    codes = [handout.code for handout in GUIDE.handouts]
    assert codes == ["1A", "1B", "1C", "2A", "2B", *(f"3{x}" for x in "ABCDE"), *(f"4{x}" for x in "ABCDE")]
    assert all(handout.code.startswith(str(handout.chapter)) for handout in GUIDE.handouts)
    unseen = [handout.code for handout in GUIDE.handouts if not handout.described]
    assert unseen == ["2A", "2B", "3A", "3B", "3C", "3D", "3E"]


def test_sources_name_the_chapter() -> None:
    tables = {"categories": 2, "roles": 3, "stages": 4, "priority_elements": 5}
    for name, number in tables.items():
        assert all(re.search(rf"chapter 1, table {number}\b", entry.source) for entry in getattr(GUIDE, name))


def test_small_groups_are_of_three() -> None:
    assert GUIDE.small_group_size == 3
