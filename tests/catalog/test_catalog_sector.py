"""The counts and names of the 17 steps."""

from __future__ import annotations

import pytest

from pathwayctl.catalog.reading import sector
from pathwayctl.catalog.sector import GuideStep
from pathwayctl.model.plan import Plan

GUIDE = sector()


def test_the_five_parts() -> None:
    assert [part.numeral for part in GUIDE.parts] == ["I", "II", "III", "IV", "V"]
    assert [part.number for part in GUIDE.parts] == [1, 2, 3, 4, 5]


def test_steps_of_each_part() -> None:
    numbers = [[step.number for step in GUIDE.of(part.number)] for part in GUIDE.parts]
    assert numbers == [[1, 2, 3, 4], [5, 6, 7], [8, 9, 10, 11], [12, 13, 14, 15], [16, 17]]


def test_the_17_steps_stand_in_their_order() -> None:
    assert [step.number for step in GUIDE.steps] == list(range(1, 18))


def test_a_step_says_what_it_leaves_behind_and_when_it_is_behind_you() -> None:
    assert GUIDE.steps[4].leaves_behind.startswith("The critical occupations, with O*NET-SOC code")
    assert all(step.leaves_behind and step.behind_you for step in GUIDE.steps)
    for texts in ([step.leaves_behind for step in GUIDE.steps], [step.behind_you for step in GUIDE.steps]):
        assert len(set(texts)) == 17


def test_steps_that_take_up_earlier_ones() -> None:
    back = {step.number: step.refers_to for step in GUIDE.steps if step.refers_to}
    assert back == {11: (6,), 13: (10, 11)}


@pytest.mark.parametrize("step", GUIDE.steps, ids=lambda step: step.id)
def test_what_a_step_leaves_behind_has_a_section_in_a_project(step: GuideStep) -> None:
    assert step.sections
    assert set(step.sections) <= set(Plan.model_fields)


def test_each_step_cites_itself() -> None:
    assert all(step.source.endswith(f"(2014), step {step.number}") for step in GUIDE.steps)


def test_members_concepts_and_rules() -> None:
    assert [one.id for one in GUIDE.members] == ["strategic-partners", "industry-members", "convener"]
    assert len(GUIDE.concepts) == 3
    assert len(GUIDE.rules) == 3
    assert len(GUIDE.beginning) == 5
