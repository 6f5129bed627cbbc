"""What the scaffolds of the guides hold, against what the guides ask for."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from scaffold_projects import examined, files_of

from pathwayctl.app import Project
from pathwayctl.catalog.reading import ccrs, components
from pathwayctl.evidence.evaluation.seats import ASKED_FOR
from pathwayctl.model.governance import Logistics, MeasureCategory
from pathwayctl.scaffolds import ABOUT
from pathwayctl.scheduling.schedule import Schedule


@pytest.fixture
def begun(tmp_path: Path, request: pytest.FixtureRequest) -> Project:
    return examined(tmp_path / "new", files_of(request.param))


def schedule_of(project: Project) -> Schedule:
    assert isinstance(project.schedule, Schedule)
    return project.schedule


for_guide = pytest.mark.parametrize


def test_every_plan_explains_the_fields_of_a_task_in_the_same_words() -> None:
    explained = []
    for one in ABOUT:
        head = files_of(one)[f"work/{one}.yaml"].partition("\ntasks:\n")[0]
        fields = [line for line in head.splitlines() if line.startswith("#   ")]
        named = "id", "title", "outcome", "duration", "depends_on", "owner", "assigned", "detail", "cost"
        explained.append({line for line in fields if line.split()[1] in named})
        assert {line.split()[1] for line in explained[-1]} == set(named)
    detail = {line for lines in explained for line in lines if line.split()[1] == "detail"}
    assert len(detail) == 1
    assert len({frozenset(lines - detail) for lines in explained}) == 1


@for_guide("begun", ["sector"], indirect=True)
def test_every_one_of_the_17_steps_has_three_to_six_tasks(begun: Project) -> None:
    schedule = schedule_of(begun)
    tasks = Counter(task.wbs.rsplit(".", 1)[0] for task in schedule.tasks if task.kind != "summary")
    steps = [task for task in schedule.tasks if task.task.step is not None]
    assert [task.task.step for task in steps] == list(range(1, 18))
    assert all(3 <= tasks[step.wbs] <= 6 for step in steps)


@for_guide("begun", ["ccrs"], indirect=True)
def test_every_activity_of_chapters_1_and_4_has_a_task(begun: Project) -> None:
    tasks = schedule_of(begun).by_id
    renamed = {"choose-measures": "agree-outcome-measures"}  # a task of the 17 steps has that id
    for objective in ccrs().objectives:
        for activity in objective.activities:
            task = tasks[renamed.get(activity.id, activity.id)].task
            assert task.outcome
            assert task.detail


@for_guide("begun", ["ccrs"], indirect=True)
def test_the_kickoff_has_its_four_group_activities_and_its_logistics(begun: Project) -> None:
    kickoff = next(meeting for meeting in begun.loaded.plan.meetings if meeting.kind == "kickoff")
    assert [item.item for item in kickoff.logistics] == list(Logistics)
    assert not any(item.done for item in kickoff.logistics)
    materials = [text for item in kickoff.agenda for text in item.materials]
    assert [text for text in materials if "slides" in text.lower()] == []
    assert len(kickoff.outcomes) == len(ccrs().kickoff_outcomes)


@for_guide("begun", ["ccrs"], indirect=True)
def test_measures_of_every_category_and_an_empty_seat_for_every_group_are_there(begun: Project) -> None:
    plan = begun.loaded.plan
    apart = {"graduates-earnings"}  # the guide counts employment and earnings as one
    assert {measure.id for measure in plan.measures} == {measure.id for measure in ccrs().measures} | apart
    assert {measure.category for measure in plan.measures} == set(MeasureCategory)
    assert [(seat.group, seat.person) for seat in plan.evaluation] == [(group, None) for group in ASKED_FOR]
    assert [one.consideration for one in plan.considerations] == [one.id for one in ccrs().considerations]


@for_guide("begun", ["components"], indirect=True)
def test_the_teams_of_the_components_meet_monthly(begun: Project) -> None:
    plan, guide = begun.loaded.plan, components()
    assert {team.id for team in plan.teams} == {team.id for team in guide.teams}
    assert {team.cadence for team in plan.teams} == {guide.meetings.recommended}
    assert {meeting.team for meeting in plan.meetings} <= {team.id for team in plan.teams}


@for_guide("begun", ["grades-9-14"], indirect=True)
def test_teachers_are_trained_before_the_launch(begun: Project) -> None:
    tasks = schedule_of(begun).by_id
    workshops, launch = tasks["hold-summer-workshops"], tasks["launch-pathway"]
    assert workshops.finish < launch.start <= workshops.finish + timedelta(days=4)
    assert workshops.task.focus_area == "professional-development"


@for_guide("begun", ["grades-9-14"], indirect=True)
def test_the_fifteen_activities_stand_in_their_order(begun: Project) -> None:
    activities = [task.id for task in schedule_of(begun).tasks if task.id.startswith("activity-")]
    assert activities == [f"activity-{number}" for number in range(1, 16)]


FIRST_DAYS = [date(2026, month, day) for month in range(1, 13) for day in (1, 11, 21)]
FIRST_DAYS += [date(1900, 1, 1), date(2199, 12, 31), date(2028, 2, 29), date(2027, 1, 16), date(2027, 1, 18)]


@pytest.mark.parametrize("start", FIRST_DAYS, ids=str)
def test_tasks_fall_into_their_phases_whatever_the_first_day(tmp_path: Path, start: date) -> None:
    project = examined(tmp_path / "new", files_of("grades-9-14", start=start))
    phases = {phase.phase: phase for phase in project.loaded.plan.phases}
    plan, build, launch = phases.values()
    assert plan.first == start
    assert build.first == plan.last + timedelta(days=1)
    assert launch.first == build.last + timedelta(days=1)
    assert (launch.first.month, launch.first.weekday()) == (8, 0)
    assert 14 <= launch.first.day <= 20
    assert timedelta(weeks=30) <= launch.first - start <= timedelta(weeks=84)
    for task in schedule_of(project).tasks:
        if task.task.phase:
            phase = phases[task.task.phase]
            assert phase.first <= task.start <= task.finish <= phase.last, task.id


def test_no_text_that_partners_read_names_a_file() -> None:
    """Comments are for whoever fills in the files; values are printed."""
    values = [
        line.split("#")[0]
        for text in files_of("+".join(ABOUT)).values()
        for line in text.splitlines()
        if not line.lstrip().startswith("#")
    ]
    assert [line for line in values if ".yaml" in line] == []
