"""The example under way keeps the plan that was approved, and tells what has moved since."""

from __future__ import annotations

from pathlib import Path

from pathwayctl.analysis.earned_value import earned_value
from pathwayctl.analysis.variance.comparison import Comparison, compare
from pathwayctl.app import open_project
from pathwayctl.baselines.file_text import to_text
from pathwayctl.baselines.keeping import recall
from pathwayctl.scheduling.schedule import Schedule

ROOT = Path(__file__).parents[2] / "examples" / "state_agency"


def comparison() -> Comparison:
    examined = open_project(ROOT)
    name = examined.loaded.plan.project.baseline
    assert name in examined.loaded.baselines
    kept = recall(ROOT, name)
    assert kept.findings == ()
    assert kept.baseline is not None
    assert to_text(kept.baseline).encode() == kept.text
    assert isinstance(examined.schedule, Schedule)
    return compare(kept.baseline, examined.schedule)


def test_the_end_has_moved_and_the_causes_say_why() -> None:
    compared = comparison()
    tasks = compared.schedule.tasks
    told = [(share.row is not None and tasks[share.row].id, share.days) for share in compared.causes]
    assert told == [("reflect-on-launch", 4), ("write-second-year", 1)]
    assert compared.finish_variance == 5


def test_it_has_earned_less_than_it_planned_and_paid_more() -> None:
    examined = open_project(ROOT)
    earned = earned_value(comparison(), examined.loaded.plan.project.status_date)
    assert earned is not None
    assert earned.in_money
    assert earned.without_cost == 0
    whole = earned.whole
    assert whole.actual is not None
    assert whole.earned < whole.planned < whole.actual < whole.budget
    assert earned.time_variance < 0
    assert sum(value.earned for _, value in earned.parts) <= whole.earned
