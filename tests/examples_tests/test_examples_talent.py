"""The talent side of the examples holds together: occupations, KSAs, programs, credentials, measures."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pathwayctl.app import open_project
from pathwayctl.catalog.reading import ccrs, grades_9_14, standards
from pathwayctl.evidence.evaluation.seats import ASKED_FOR
from pathwayctl.model.governance import Horizon, Logistics, MeasureCategory
from pathwayctl.model.plan import Plan
from pathwayctl.model.talent import KsaPurpose, SkillKind, SkillLevel
from pathwayctl.model.talent_credentials import CredentialKind

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("colorado_sector", "state_agency")


@cache
def plan_of(name: str) -> Plan:
    return open_project(EXAMPLES / name).loaded.plan


@pytest.mark.parametrize("name", NAMES)
def test_a_critical_occupation_has_ksas_and_a_program_or_says_what_is_missing(name: str) -> None:
    plan = plan_of(name)
    asked = {demand.occupation for ksa in plan.ksas for demand in ksa.occupations}
    prepared = {occupation for program in plan.programs for occupation in program.occupations}
    known = {occupation.id for occupation in plan.occupations}
    assert asked == known
    assert prepared <= known
    without = {occupation.id for occupation in plan.occupations if occupation.gap is not None}
    assert known - prepared == without


def test_the_sector_example_shows_one_gap_that_is_written_down() -> None:
    gaps = [occupation.id for occupation in plan_of("colorado_sector").occupations if occupation.gap]
    assert gaps == ["cnc-programmer"]


@pytest.mark.parametrize("name", NAMES)
def test_the_codes_of_occupations_and_programs_fit_each_other(name: str) -> None:
    plan = plan_of(name)
    groups = {line.code for line in standards().soc_major_groups}
    families = {line.code for line in standards().cip_families}
    for occupation in plan.occupations:
        assert occupation.soc
        assert occupation.onet
        assert occupation.onet.startswith(f"{occupation.soc}."), occupation.id
        assert occupation.soc[:2] in groups
    in_frameworks = {
        code
        for framework in plan.frameworks
        for item in framework.career_options
        for code in item.occupations
    }
    assert {occupation.onet for occupation in plan.occupations} <= in_frameworks
    for program in plan.programs:
        assert program.cip
        assert len(program.cip) == 7, program.id
        assert program.cip[:2] in families


def test_the_ksas_of_the_sector_example_are_of_every_kind_and_level() -> None:
    plan = plan_of("colorado_sector")
    assert {ksa.kind for ksa in plan.ksas} == set(SkillKind)
    assert {demand.level for ksa in plan.ksas for demand in ksa.occupations} == set(SkillLevel)
    assert len({ksa.group for ksa in plan.ksas}) >= 5
    assert {use.purpose for use in plan.ksa_uses} == set(KsaPurpose)
    taught = {taught.ksa for program in plan.programs for taught in program.teaches}
    untaught = {ksa.id for ksa in plan.ksas} - taught
    asked_by = {one.occupation for ksa in plan.ksas if ksa.id in untaught for one in ksa.occupations}
    assert "program-five-axes" in untaught
    assert "cnc-programmer" in asked_by


@pytest.mark.parametrize("name", NAMES)
def test_credentials_stack_from_a_certification_to_a_bachelors_degree(name: str) -> None:
    credentials = {credential.id: credential for credential in plan_of(name).credentials}
    ladder = list(CredentialKind)
    for credential in credentials.values():
        for below in credential.stacks_on:
            assert ladder.index(credentials[below].kind) <= ladder.index(credential.kind), credential.id
    assert {credential.kind for credential in credentials.values()} >= set(ladder[:5])
    bachelors = [one for one in credentials.values() if one.kind is CredentialKind.BACHELOR]
    for one in bachelors:
        reached, todo = set(), [one.id]
        while todo:
            reached.add(todo[-1])
            todo.extend(credentials[todo.pop()].stacks_on)
        assert any(credentials[below].kind is CredentialKind.CERTIFICATION for below in reached)


@pytest.mark.parametrize("name", NAMES)
def test_a_pathway_earns_twelve_credits_in_several_ways_and_its_courses_stand_in_order(name: str) -> None:
    for pathway in plan_of(name).pathways:
        grades = [course.grade for course in pathway.courses]
        assert grades == sorted(grades)
        assert grades[0] == 9
        assert grades[-1] >= 13
        early = sum(course.credits or 0 for course in pathway.courses if course.grade <= 12)
        assert early == pathway.college_credits
        assert early >= grades_9_14().least_college_credits
        assert pathway.transfers is not None
        assert len(pathway.eligibility) >= 3
        assert pathway.individual_plans_by_grade is not None
        assert pathway.individual_plans_by_grade <= 8
        assert pathway.cluster in {line.id for line in standards().clusters}


@pytest.mark.parametrize("name", NAMES)
def test_the_measures_cover_categories_and_horizons_and_have_a_target_a_source_and_an_owner(
    name: str,
) -> None:
    plan = plan_of(name)
    assert {measure.category for measure in plan.measures} == set(MeasureCategory)
    assert {one for measure in plan.measures for one in measure.horizon} == set(Horizon)
    for measure in plan.measures:
        assert None not in (measure.target, measure.due, measure.source, measure.cadence, measure.owner)
        assert measure.goals
        days = [reading.date for reading in measure.readings]
        assert days == sorted(days)
    assert any(measure.readings for measure in plan.measures)


@pytest.mark.parametrize("name", NAMES)
def test_all_eight_seats_of_the_evaluation_are_taken_and_the_kickoff_is_seen_to(name: str) -> None:
    plan = plan_of(name)
    assert [seat.group for seat in plan.evaluation] == list(ASKED_FOR)
    assert all(seat.person and seat.data and seat.role for seat in plan.evaluation)
    kickoff = next(meeting for meeting in plan.meetings if meeting.kind == "kickoff")
    assert [entry.item for entry in kickoff.logistics] == list(Logistics)


@pytest.mark.parametrize("name", NAMES)
def test_every_invitation_has_its_five_parts_and_every_consideration_is_met(name: str) -> None:
    plan = plan_of(name)
    for invitation in plan.invitations:
        parts = (invitation.rationale, invitation.role, invitation.importance, invitation.supports)
        assert all(parts), invitation.id
        assert invitation.dates, invitation.id
    assert {one.consideration for one in plan.considerations} == {one.id for one in ccrs().considerations}
    assert all(one.met and one.note for one in plan.considerations)
