"""A network that every course knows, with the floats and the odds that the textbook prints.

J. Heizer and B. Render, Operations Management, chapter "Project Management": Milwaukee Paper
Manufacturing, eight activities in weeks. Expected times 2, 3, 2, 4, 4, 3, 5, 2; slack 0, 1, 0, 1, 0, 6, 0, 0;
15 weeks in all, with a variance of 3.11; the chance to be done in 16 weeks is 71.57 %.
"""

from __future__ import annotations

import pytest
from simulation_plans import odds, plan_of, scheduled, task, three

# Optimistic, most likely and pessimistic weeks, the expected time and the slack, and what it waits for.
NETWORK: dict[str, tuple[tuple[int, int, int], int, int, str]] = {
    "a": ((1, 2, 3), 2, 0, ""),
    "b": ((2, 3, 4), 3, 1, ""),
    "c": ((1, 2, 3), 2, 0, "a"),
    "d": ((2, 4, 6), 4, 1, "ab"),
    "e": ((1, 4, 7), 4, 0, "c"),
    "f": ((1, 2, 9), 3, 6, "c"),
    "g": ((3, 4, 11), 5, 0, "de"),
    "h": ((1, 2, 3), 2, 0, "fg"),
}
WEEK = 5


WORKWEEK = {"working_days": ["mon", "tue", "wed", "thu", "fri"]}


def test_the_slack_of_every_activity() -> None:
    tasks = [task(name, f"{row[1]}w", *row[3]) for name, row in NETWORK.items()]
    schedule = scheduled(plan_of(tasks, calendar=WORKWEEK))
    slack = {one.id: one.total_float / WEEK for one in schedule.tasks}
    assert slack == {name: row[2] for name, row in NETWORK.items()}
    assert [one.id for one in schedule.tasks if one.critical] == ["a", "c", "e", "g", "h"]
    assert schedule.calendar.index(schedule.finish) + 1 == 15 * WEEK


def test_the_chance_of_sixteen_weeks() -> None:
    """The textbook looks at one path only, and rounds nothing up to whole days: so nearly, not exactly.

    That other paths can be the longest costs a quarter of a week on average, which it leaves out.
    """
    tasks = [task(name, three(*(WEEK * weeks for weeks in row[0])), *row[3]) for name, row in NETWORK.items()]
    friday = "2027-04-23"  # of the sixteenth week
    found = odds(plan_of(tasks, calendar=WORKWEEK, finish_by=friday), 20_000)
    assert 14 * WEEK + found.mean_late == pytest.approx(15.15 * WEEK, abs=0.15 * WEEK)
    assert found.deviation / WEEK == pytest.approx(3.11**0.5, abs=0.1)
    assert found.finish_by is not None
    assert found.finish_by.chance == pytest.approx(0.7157, abs=0.04)
