"""Which task is meant, and which days lie between."""

from __future__ import annotations

from datetime import date

import pytest

from pathwayctl.analysis.why.days_off_ranges import Off, days_off
from pathwayctl.analysis.why.find_task import Unclear, asked_for
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.breakdown import Breakdown, break_down
from pathwayctl.scheduling.workdays import work_calendar

TASKS = [
    {
        "id": "plan",
        "title": "Plan the partnership",
        "tasks": [
            {"id": "kickoff", "title": "Hold the kickoff meeting"},
            {"id": "sign-mou", "title": "Sign the  MOU"},
        ],
    },
    {"id": "2", "title": "Meeting"},
    {"id": "launch", "title": "Hold the launch meeting"},
    {"id": "again", "title": "hold the launch  meeting again"},
]


@pytest.fixture
def breakdown() -> Breakdown:
    """Six tasks, one of which has a number for an id."""
    return break_down(
        Plan.model_validate({"project": {"name": "X", "start": "2027-01-04"}, "tasks": TASKS}).tasks
    )


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("kickoff", "kickoff"),
        ("KickOff ", "kickoff"),
        ("1.2", "sign-mou"),
        ("1.2.", "sign-mou"),
        ("1", "plan"),
        ("2", "2"),
        ("3", "launch"),
        ("sign the mou", "sign-mou"),
        ("mou", "sign-mou"),
        ("meeting kick", "kickoff"),
        ("meeting", "2"),
        ("Hold the launch meeting", "launch"),
        ("again", "again"),
    ],
)
def test_a_task_is_meant_by_its_id_its_number_or_its_words(
    asked: str, meant: str, breakdown: Breakdown
) -> None:
    found = asked_for(asked, breakdown)
    assert isinstance(found, int)
    assert breakdown.rows[found].task.id == meant


@pytest.mark.parametrize(
    ("asked", "fitting", "nearest"),
    [
        ("hold", 3, ["kickoff", "launch", "again"]),
        ("lanch", 0, ["launch"]),
        ("sign-muo", 0, ["sign-mou"]),
        ("parnership", 0, ["plan"]),
        ("zzz", 0, []),
        ("", 0, []),
        ("9.9", 0, []),
    ],
)
def test_where_no_one_task_is_meant_the_nearest_are_told(
    asked: str, fitting: int, nearest: list[str], breakdown: Breakdown
) -> None:
    found = asked_for(asked, breakdown)
    assert isinstance(found, Unclear)
    assert found.fitting == fitting
    assert [breakdown.rows[row].task.id for row in found.nearest][: len(nearest) or 1] == nearest


def test_days_off_are_put_together() -> None:
    calendar = {
        "holidays": "US",
        "closures": [{"name": "Winter break", "from": "2027-12-20", "to": "2027-12-31"}],
    }
    plan = Plan.model_validate({"project": {"name": "X", "start": "2027-01-04"}, "calendar": calendar})
    found = days_off(plan, work_calendar(plan), date(2027, 12, 17), date(2028, 1, 17))
    assert found == (
        Off("", date(2027, 12, 18), date(2027, 12, 19)),
        Off("Winter break", date(2027, 12, 20), date(2027, 12, 31)),
        Off("", date(2028, 1, 1), date(2028, 1, 2)),
        Off("", date(2028, 1, 8), date(2028, 1, 9)),
        Off("", date(2028, 1, 15), date(2028, 1, 16)),
        Off("Martin Luther King Jr. Day", date(2028, 1, 17), date(2028, 1, 17)),
    )
