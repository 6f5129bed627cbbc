"""The example that everyone copies from holds what it promises."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from pathwayctl.cli.examining import Examined, examine
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.vocabulary import StakeholderCategory
from pathwayctl.scheduling.schedule import Schedule

EXAMPLE = Path(__file__).parents[2] / "examples" / "colorado_sector"


@pytest.fixture(scope="module")
def example() -> Examined:
    return examine(EXAMPLE)


def schedule_of(examined: Examined) -> Schedule:
    assert isinstance(examined.schedule, Schedule)
    return examined.schedule


def test_nothing_is_wrong_or_missing_in_the_example(example: Examined) -> None:
    assert example.findings == ()


def test_the_example_ends_some_weeks_before_it_must(example: Examined) -> None:
    schedule, project = schedule_of(example), example.loaded.plan.project
    assert project.finish_by is not None
    last = schedule.by_id["begin-second-round"]
    assert last.finish == schedule.finish < project.finish_by
    assert last.total_float >= 15


def test_the_longest_path_of_the_example_runs_from_its_first_task_to_its_last(example: Examined) -> None:
    path = schedule_of(example).critical_path
    assert (path[0], path[-1]) == ("appoint-core-team", "begin-second-round")


def test_every_task_of_the_example_is_joined_to_others_at_both_ends(example: Examined) -> None:
    schedule = schedule_of(example)
    waits, awaited = set(), set()
    for task in schedule.tasks:
        around = [other for other in schedule.tasks if task.wbs.startswith(f"{other.wbs}.")]
        waits |= {task.id} if any(one.task.depends_on for one in (task, *around)) else set()
        awaited |= {link.predecessor for link in task.task.depends_on}
    leaves = {task.id for task in schedule.tasks if task.kind != "summary"}
    assert leaves - waits == {"appoint-core-team"}
    assert leaves - awaited == {"begin-second-round"}


def test_nobody_in_the_example_works_more_than_they_can_or_while_away(example: Examined) -> None:
    schedule, plan = schedule_of(example), example.loaded.plan
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


def test_whoever_leads_a_part_of_a_meeting_in_the_example_is_invited(example: Examined) -> None:
    plan = example.loaded.plan
    speaks_for = {person.id: person.organization for person in plan.people}
    for meeting in plan.meetings:
        here = {meeting.facilitator, *meeting.invited}
        here |= {speaks_for.get(party or "") for party in here}
        assert {item.lead for item in meeting.agenda} <= here, meeting.id


def test_the_example_is_as_large_as_a_real_plan(example: Examined) -> None:
    plan, schedule = example.loaded.plan, schedule_of(example)
    assert sum(task.kind != "summary" for task in schedule.tasks) >= 95
    assert {task.task.step for task in schedule.tasks} >= set(range(1, 18))
    assert len(plan.organizations) >= 22
    assert len(plan.people) >= 34
    assert len(plan.risks) >= 10
    reached = {category for entry in plan.communications for category in entry.categories}
    assert reached == set(StakeholderCategory)
    served = Counter(task.task.requirement for task in schedule.tasks)
    assert all(served[requirement.id] >= 2 for requirement in plan.requirements)
