"""A schedule against a baseline, as people and programs read it."""

from __future__ import annotations

import copy
import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from report_plans import PEOPLE, WORK, scheduled, written

from pathwayctl.analysis.variance.comparison import Comparison, Reason, Share, compare
from pathwayctl.baselines.frozen import freeze
from pathwayctl.reporters.lines import width_of
from pathwayctl.reporters.schedule.baseline_sentences import drift
from pathwayctl.reporters.schedule.view import ScheduleReport
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected" / "compared"
FORMATS = {"table": "txt", "json": "json", "csv": "csv", "markdown": "md"}


def later() -> list[dict[str, Any]]:
    """The work some weeks on: begun late, with a task that takes longer and one that is new."""
    tasks = approved()[:2]
    invite, book, agreed = tasks[0]["tasks"]
    invite |= {"status": "in-progress", "started": "2027-01-06", "complete": 50, "actual_cost": 700}
    book |= {"status": "done", "started": "2027-01-04", "finished": "2027-01-05", "actual_cost": 450}
    agreed["depends_on"].append("vote")
    tasks[0]["tasks"].append(
        {"id": "vote", "title": "Vote on the charter", "duration": "3d", "depends_on": ["invite"]}
    )
    tasks[1]["duration"] = "4d"
    return tasks


def approved() -> list[dict[str, Any]]:
    tasks = copy.deepcopy(WORK)
    tasks[0]["tasks"][0]["cost"] = 1000
    tasks[0]["tasks"][1]["cost"] = 500
    tasks.append({"id": "party", "title": "Celebrate", "duration": "1d"})
    return tasks


def compared(after: list[dict[str, Any]] | None = None, **project: Any) -> ScheduleReport:
    """A report of the work some weeks on, against what was approved."""
    before = scheduled(approved())
    report = scheduled(later() if after is None else after, **project)
    return replace(report, compared=compare(freeze(before.schedule, "approved", None), report.schedule))


@pytest.mark.parametrize("form", FORMATS)
def test_the_formats(form: str) -> None:
    text = written(form, compared(status_date="2027-01-15"), 120)
    check_snapshot(EXPECTED / f"moved.{FORMATS[form]}", text)


@pytest.mark.parametrize("width", [40, 61, 62, 80, 100, 200])
def test_the_table_fits_every_screen(width: int) -> None:
    text = written("table", compared(status_date="2027-01-15"), width)
    assert max(map(width_of, text.splitlines())) <= width
    assert ("Moved" in text) == (width >= 62)
    if width >= 62:
        rows = [line for line in text.splitlines() if "2027-0" in line]
        assert ["+" in row or " new " in row or " 0d " in row for row in rows] == [True] * len(rows)


def test_a_dropped_task_has_not_moved() -> None:
    tasks = [*approved()[:2], {"id": "party", "title": "Celebrate", "duration": "1d", "status": "dropped"}]
    text = written("table", compared(tasks), 80)
    (row,) = [line for line in text.splitlines() if "Celebrate" in line]
    assert "new" not in row
    assert "1 task is no longer in the plan." in text


def test_nothing_moved() -> None:
    text = written("table", compared(approved()), 200)
    assert "The plan finishes on the same working day as in “approved” (January 22, 2027).\n" in text
    assert "Since then" not in text
    assert "To compare progress with the baseline, set status_date: under project: in pathway.yaml.\n" in text


def test_a_plan_without_costs_and_without_work() -> None:
    before = scheduled(WORK)
    report = scheduled(WORK, status_date="2027-01-08")
    report = replace(report, compared=compare(freeze(before.schedule, "approved", None), report.schedule))
    text = written("table", report, 300)
    assert (
        "As of January 8, 2027, 6 working days of work were planned and 0 of them are done (SPI 0.00)."
        in text
    )
    assert "No task of the baseline has a cost, so tasks count by their working days.\n" in text
    empty = scheduled([{"id": "a", "title": "A", "duration": "0d"}], status_date="2027-01-08")
    nothing = replace(empty, compared=compare(freeze(empty.schedule, "approved", None), empty.schedule))
    text = written("table", nothing, 300)
    assert "SPI" not in text
    assert "status_date" not in text
    assert json.loads(written("json", nothing))["earned_value"] is None


def test_costs_that_nobody_tells() -> None:
    tasks = later()
    del tasks[0]["tasks"][0]["actual_cost"]
    text = written("table", compared(tasks, status_date="2027-01-15"), 300)
    assert "1 task that has started has no actual_cost, so the cost may look lower than it is.\n" in text


def test_the_variances_of_json_and_csv_are_the_same() -> None:
    report = compared(status_date="2027-01-15")
    tasks = json.loads(written("json", report))["tasks"]
    rows = list(csv.DictReader(io.StringIO(written("csv", report))))
    for task, row in zip(tasks, rows, strict=True):
        found = task["baseline"] or {}
        for name, value in found.items():
            held = row[f"baseline_{name}" if name in ("start", "finish") else name]
            assert held == ("" if value is None else str(value))
        assert bool(row["baseline_start"]) == bool(found)
    assert [task["id"] for task in tasks if task["baseline"] is None] == ["vote"]


def told_of(*shares: Share) -> str:
    """What is said of these causes."""
    report = compared()
    assert report.compared is not None
    made = Comparison(report.compared.baseline, report.compared.schedule)
    made.__dict__["causes"] = shares
    return next(drift(made, report.plan)).partition("): ")[2]


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("days", [1, -2])
@pytest.mark.parametrize("row", [1, None])
def test_every_reason_has_its_words(reason: Reason, days: int, row: int | None) -> None:
    for other in (None, "report", "party", "dana", "unknown"):
        said = told_of(Share(row, days, reason, other))
        assert said.endswith(f"({days:+d}d).")
        assert "{" not in said
        assert "None" not in said
        if row is not None:
            assert said.startswith("“Invite employers” ")


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Share(1, 5, Reason.DURATION), "“Invite employers” takes 5 days longer (+5d)."),
        (Share(1, -1, Reason.DURATION), "“Invite employers” takes 1 day less (-1d)."),
        (
            Share(1, 3, Reason.NEW_LINK, "report"),
            "“Invite employers” now waits for “Write the report” (+3d).",
        ),
        (
            Share(1, -3, Reason.REMOVED_LINK, "party"),
            "“Invite employers” no longer waits for “Celebrate” (-3d).",
        ),
        (Share(1, 2, Reason.PERSON, "dana"), "“Invite employers” waits for “Dana Ruiz” to be free (+2d)."),
        (Share(None, -2, Reason.ROOM), "another task should have finished last (-2d)."),
        (
            Share(None, -2, Reason.REMOVED_TASK, "party"),
            "“Celebrate”, which should have finished last, is no longer in the plan (-2d).",
        ),
        (Share(None, 2, Reason.NEW_TASK, "report"), "“Write the report” is new and finishes last (+2d)."),
    ],
)
def test_causes_in_words(share: Share, said: str) -> None:
    assert PEOPLE[0]["name"] == "Dana Ruiz"
    assert told_of(share) == said


def test_of_many_causes_the_largest_are_told_and_the_sum_is_kept() -> None:
    shares = [Share(1, days, Reason.DURATION) for days in (9, 1, 8, -2, 7, 6, 5)]
    said = told_of(*shares)
    assert said.count(";") == 5
    assert said.endswith("(+5d); 2 smaller causes (-1d).")
    assert [part.rpartition(" ")[2] for part in said.split(";")][:5] == [
        "(+9d)",
        "(+8d)",
        "(+7d)",
        "(+6d)",
        "(+5d)",
    ]
    assert told_of(*shares[:6]).count(";") == 5
    assert "smaller" not in told_of(*shares[:6])
