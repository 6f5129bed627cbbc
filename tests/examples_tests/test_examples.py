"""The three examples that everyone copies from are sound, workable and as whole as they promise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from pathwayctl.app import Project, open_project
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import StakeholderCategory, Status
from pathwayctl.scheduling.schedule import Schedule

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("colorado_sector", "state_agency", "grades_9_14_district")
MOST_LINES = 500
FIRST_AND_LAST = {
    "colorado_sector": ("appoint-core-team", "begin-second-round"),
    "state_agency": ("list-stakeholders", "close-first-year"),
    "grades_9_14_district": ("form-planning-team", "second-group-begins"),
}

TASKS_AT_LEAST = {"colorado_sector": 110, "state_agency": 80, "grades_9_14_district": 45}
AT_LEAST = {
    "colorado_sector": {
        "organizations": 24,
        "people": 40,
        "invitations": 8,
        "teams": 4,
        "agreements": 6,
        "beliefs": 8,
        "occupations": 10,
        "ksas": 20,
        "programs": 10,
        "credentials": 9,
        "shortage_actions": 2,
        "ksa_uses": 5,
        "marketing": 5,
        "pathways": 2,
        "measures": 10,
        "risks": 10,
        "meetings": 8,
    },
    "state_agency": {
        "organizations": 18,
        "people": 30,
        "invitations": 8,
        "teams": 9,
        "agreements": 8,
        "duties": 146,
        "occupations": 6,
        "ksas": 10,
        "programs": 6,
        "credentials": 10,
        "pathways": 2,
        "work_plan": 17,
        "measures": 9,
        "risks": 8,
        "communications": 6,
        "meetings": 16,
    },
    "grades_9_14_district": {
        "organizations": 10,
        "people": 15,
        "teams": 4,
        "agreements": 3,
        "occupations": 2,
        "programs": 2,
        "credentials": 3,
        "pathways": 1,
        "advising": 4,
        "externships": 2,
        "work_plan": 18,
        "measures": 4,
        "risks": 3,
        "communications": 3,
        "meetings": 5,
    },
}


@cache
def examined(name: str) -> Project:
    return open_project(EXAMPLES / name)


def plan_of(name: str) -> Plan:
    return examined(name).loaded.plan


def schedule_of(name: str) -> Schedule:
    schedule = examined(name).schedule
    assert isinstance(schedule, Schedule)
    return schedule


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong_or_missing_in_an_example(name: str) -> None:
    assert examined(name).findings == ()


def test_every_section_and_no_more_is_used_in_one_of_the_examples() -> None:
    empty = {name for name in Plan.model_fields if not any(getattr(plan_of(one), name) for one in NAMES)}
    assert empty == set()


@pytest.mark.parametrize("name", NAMES)
def test_no_file_of_an_example_is_too_long_to_learn_from(name: str) -> None:
    for file in (EXAMPLES / name).rglob("*.yaml"):
        text = file.read_text("utf-8")
        assert len(text.splitlines()) <= MOST_LINES, file
        assert text.startswith("# "), f"{file} does not say what it holds"


@pytest.mark.parametrize("name", NAMES)
def test_no_address_of_an_example_reaches_anyone(name: str) -> None:
    found = re.findall(
        r"[\w.]+@[\w.-]+|https?://[^\s]+", "\n".join(file.read_text("utf-8") for file in files(name))
    )
    assert len(found) > 20
    for address in found:
        assert re.search(r"\.example\.(org|com|edu)$", address), address


def files(name: str) -> Iterator[Path]:
    return (EXAMPLES / name).rglob("*.yaml")


@pytest.mark.parametrize("name", NAMES)
def test_an_example_ends_some_weeks_before_it_must(name: str) -> None:
    schedule, project = schedule_of(name), plan_of(name).project
    assert project.finish_by is not None
    last = schedule.by_id[FIRST_AND_LAST[name][1]]
    assert last.finish == schedule.finish < project.finish_by
    assert last.total_float >= 10


def test_the_longest_path_of_the_sector_example_runs_from_its_first_task_to_its_last() -> None:
    path = schedule_of("colorado_sector").critical_path
    assert (path[0], path[-1]) == FIRST_AND_LAST["colorado_sector"]


def test_the_path_of_the_state_example_runs_over_the_launch_to_its_last_task() -> None:
    path = schedule_of("state_agency").critical_path
    assert "launch-pathways" in path
    assert path[-1] == FIRST_AND_LAST["state_agency"][1]


@pytest.mark.parametrize("name", NAMES)
def test_every_task_of_an_example_is_joined_to_others_at_both_ends(name: str) -> None:
    schedule = schedule_of(name)
    waits, awaited = set(), set()
    for task in schedule.tasks:
        around = [other for other in schedule.tasks if task.wbs.startswith(f"{other.wbs}.")]
        waits |= {task.id} if any(one.task.depends_on for one in (task, *around)) else set()
        awaited |= {link.predecessor for link in task.task.depends_on}
    # An occurrence has the id of its task with the month after it, and shares its links.
    recurring = {task.id for task in schedule.tasks if task.task.every}
    awaited |= {task.id for task in schedule.tasks if recurring & awaited & {str(task.id)[:-8]}}
    leaves = {task.id for task in schedule.tasks if task.kind != "summary"}
    first, last = FIRST_AND_LAST[name]
    assert (leaves - waits, leaves - awaited) == ({first}, {last})


@pytest.mark.parametrize("name", NAMES)
def test_nobody_in_an_example_works_more_than_they_can_or_while_away(name: str) -> None:
    schedule, plan = schedule_of(name), plan_of(name)
    load: dict[tuple[str, date], float] = defaultdict(float)
    for task in schedule.tasks:
        for one in task.task.assigned:
            for count in range(*task.early):
                load[one.resource, schedule.calendar.day(count)] += one.units
    parties: dict[str, Person | Organization] = {person.id: person for person in plan.people}
    parties |= {organization.id: organization for organization in plan.organizations}
    for (party, day), units in load.items():
        assert units <= parties[party].capacity + 1e-9, (party, day)
        assert not any(away.first <= day <= away.last for away in parties[party].leave), (party, day)


@pytest.mark.parametrize("name", NAMES)
def test_whoever_leads_a_part_of_a_meeting_or_came_to_it_was_invited(name: str) -> None:
    plan = plan_of(name)
    speaks_for = {person.id: person.organization for person in plan.people}
    for meeting in plan.meetings:
        here = {meeting.facilitator, *meeting.invited}
        here |= {speaks_for.get(party or "") for party in here}
        assert {item.lead for item in meeting.agenda} <= here, meeting.id
        assert set(meeting.attended) <= here, meeting.id


@pytest.mark.parametrize("name", NAMES)
def test_a_team_of_an_example_is_at_its_own_meetings(name: str) -> None:
    plan = plan_of(name)
    teams = {team.id: team for team in plan.teams}
    meetings = [meeting for meeting in plan.meetings if meeting.team]
    assert meetings
    for meeting in meetings:
        assert meeting.team is not None
        team = teams[meeting.team]
        assert team.lead in {meeting.facilitator, *meeting.invited}, meeting.id


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_as_large_as_a_real_plan(name: str) -> None:
    plan = plan_of(name)
    for section, number in AT_LEAST[name].items():
        assert len(getattr(plan, section)) >= number, section
    leaves = [task for task in schedule_of(name).tasks if task.kind != "summary"]
    assert len(leaves) >= TASKS_AT_LEAST[name]
    speak_for = {person.organization for person in plan.people}
    assert speak_for == {organization.id for organization in plan.organizations}


@pytest.mark.parametrize("name", NAMES)
def test_the_partners_of_an_example_come_from_every_category(name: str) -> None:
    plan = plan_of(name)
    assert {organization.category for organization in plan.organizations} == set(StakeholderCategory)
    reached = {category for entry in plan.communications for category in entry.categories}
    assert reached == set(StakeholderCategory)


@pytest.mark.parametrize("name", NAMES)
def test_every_requirement_of_an_example_is_served_by_two_tasks_or_more(name: str) -> None:
    served = [task.task.requirement for task in schedule_of(name).tasks]
    for requirement in plan_of(name).requirements:
        assert served.count(requirement.id) >= 2, requirement.id


def test_the_sector_example_has_not_begun_and_says_nothing_of_progress() -> None:
    plan = plan_of("colorado_sector")
    assert plan.project.status_date is None
    assert {task.status for task in schedule_of("colorado_sector").tasks} == {Status.PLANNED}
    assert not any(meeting.attended or meeting.decisions or meeting.actions for meeting in plan.meetings)
    assert {task.task.step for task in schedule_of("colorado_sector").tasks} >= set(range(1, 18))
