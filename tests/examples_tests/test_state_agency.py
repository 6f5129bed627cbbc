"""The state agency's example stands honestly in the middle of its first year, and shows on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pathwayctl.app import Project, open_project
from pathwayctl.catalog.reading import components, grades_9_14
from pathwayctl.handouts.context import Context
from pathwayctl.model.governance import InvitationAnswer, Progress, SharedQuestion
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Component, FocusArea, Phase, Status
from pathwayctl.rendering.bundle import bundle
from pathwayctl.rendering.page_sets import Order
from pathwayctl.rendering.templates import Templates
from pathwayctl.scheduling.schedule import Schedule

EXAMPLE = Path(__file__).parents[2] / "examples" / "state_agency"


@pytest.fixture(scope="module")
def agency() -> Project:
    return open_project(EXAMPLE)


@pytest.fixture(scope="module")
def plan(agency: Project) -> Plan:
    return agency.loaded.plan


@pytest.fixture(scope="module")
def schedule(agency: Project) -> Schedule:
    assert isinstance(agency.schedule, Schedule)
    return agency.schedule


def today(plan: Plan) -> date:
    assert plan.project.status_date is not None
    return plan.project.status_date


def test_some_work_is_done_some_under_way_and_some_still_to_come(schedule: Schedule) -> None:
    count = Counter(task.status for task in schedule.tasks if task.kind != "summary")
    assert count[Status.DONE] >= 30
    assert count[Status.IN_PROGRESS] >= 8
    assert count[Status.PLANNED] >= 30
    under_way = [task.task for task in schedule.tasks if task.status is Status.IN_PROGRESS]
    assert any(task.complete is not None for task in under_way)
    assert any(task.remaining is not None for task in under_way)


def happened(plan: Plan) -> Iterator[tuple[str, date]]:
    """Everything that is said to have happened, with its day."""
    for agreement in plan.agreements:
        yield from ((agreement.id, day) for day in (agreement.signed, agreement.put_into_practice) if day)
    for measure in plan.measures:
        yield from ((measure.id, reading.date) for reading in measure.readings)
    for communication in plan.communications:
        yield from ((communication.id, day) for day in (communication.reviewed,) if day)
    for credential in plan.credentials:
        yield from ((credential.id, day) for day in (credential.reviewed,) if day)
    for program in plan.programs:
        yield from ((program.id, day) for day in (program.refined,) if day)
    for invitation in plan.invitations:
        yield from ((invitation.id, day) for day in (invitation.sent,) if day)
    yield from (("definition", day) for day in (plan.definition and plan.definition.adopted,) if day)
    yield from (
        ("sustainability", day) for day in (plan.sustainability and plan.sustainability.reviewed,) if day
    )


def test_nothing_has_happened_after_the_status_date(plan: Plan) -> None:
    days = list(happened(plan))
    assert len(days) > 50
    for name, day in days:
        assert day <= today(plan), name


def test_meetings_up_to_the_status_date_were_held_and_later_ones_were_not(
    plan: Plan, schedule: Schedule
) -> None:
    held = []
    for meeting in plan.meetings:
        day = meeting.date or schedule.by_id[meeting.task or ""].start
        assert bool(meeting.attended) == bool(meeting.decisions) == (day <= today(plan)), meeting.id
        held += [meeting] if meeting.attended else []
    actions = [action for meeting in held for action in meeting.actions]
    assert {action.done for action in actions} == {True, False}
    for action in actions:
        assert action.owner is not None
        assert action.due is not None
        assert action.done or action.due > today(plan), action.title
    assert any(meeting.reflections for meeting in held)


def test_every_responsibility_of_every_role_is_held_by_an_organization(plan: Plan) -> None:
    wanted = {(duty.id, role) for duty in components().responsibilities for role in duty.roles}
    held = Counter((duty.responsibility, duty.role.value) for duty in plan.duties)
    assert set(held) == wanted
    assert set(held.values()) == {1}
    assert len(wanted) == 146
    organizations = {organization.id for organization in plan.organizations}
    assert all(duty.holders and set(duty.holders) <= organizations for duty in plan.duties)
    assert {duty.state.value for duty in plan.duties} == {state.value for state in Progress}


def test_the_work_plan_has_every_deliverable_with_an_owner_a_day_and_all_answers(plan: Plan) -> None:
    rows = {row.deliverable: row for row in plan.work_plan}
    assert len(rows) == len(plan.work_plan) == 17
    for entry in grades_9_14().rows:
        row = rows.pop(entry.id)
        assert row.focus_area is entry.focus_area, entry.id
        assert row.owner, entry.id
        assert row.tasks, entry.id
        asked = {item.id for item in entry.checklist.items} if entry.checklist else set()
        assert set(row.answers) == asked, entry.id
    assert rows == {}


def test_a_row_of_the_work_plan_is_done_just_when_its_tasks_are(plan: Plan, schedule: Schedule) -> None:
    for row in plan.work_plan:
        states = {schedule.by_id[task].status for task in row.tasks}
        assert (row.state is Progress.DONE) == (states == {Status.DONE}), row.deliverable
        if row.state is Progress.NOT_BEGUN:
            assert states == {Status.PLANNED}, row.deliverable


def test_the_shared_agreement_answers_its_eight_questions(plan: Plan) -> None:
    shared = [agreement for agreement in plan.agreements if agreement.answers]
    assert [set(agreement.answers) for agreement in shared] == [set(SharedQuestion)]
    assert shared[0].signed is not None
    expiring = [one.expires for one in plan.agreements if one.expires and one.expires.year == 2027]
    assert expiring
    assert min(expiring) > today(plan)


def test_tasks_cover_phases_focus_areas_and_components(plan: Plan, schedule: Schedule) -> None:
    tasks = [task.task for task in schedule.tasks if task.kind != "summary"]
    assert {task.phase for task in tasks} == set(Phase)
    assert {task.focus_area for task in tasks} == set(FocusArea)
    assert {task.component for task in tasks} == set(Component)
    phases = {phase.phase: phase for phase in plan.phases}
    assert set(phases) == set(Phase)
    for placed in schedule.tasks:
        if placed.task.phase is not None:
            phase = phases[placed.task.phase]
            assert phase.first <= placed.start <= placed.finish <= phase.last, placed.id


def test_teachers_are_trained_before_the_launch(schedule: Schedule) -> None:
    assert schedule.by_id["run-summer-training"].finish < schedule.by_id["launch-pathways"].start


def test_everyone_who_was_asked_has_answered(plan: Plan) -> None:
    assert {invitation.answer for invitation in plan.invitations} <= {
        InvitationAnswer.YES,
        InvitationAnswer.NO,
    }


def test_every_page_can_be_made_and_no_word_in_brackets_is_left(plan: Plan, schedule: Schedule) -> None:
    order = Order(version="as of February 26, 2027")
    made = bundle(Context(plan, schedule), Templates(EXAMPLE), order, EXAMPLE)
    assert made.mistakes == ()
    assert len(made.files) > 40
    for file in made.files:
        assert not re.search(r"\[(COLLEGE|SCHOOL|#)", file.text), file.name
    assert any("Three Lakes Community College" in file.text for file in made.files)
