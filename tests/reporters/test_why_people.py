"""What the answers say of people, in levelled schedules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from why_plans import answered, task

from pathwayctl.analysis.why.answer import why
from pathwayctl.levelling.level import Levelled, level
from pathwayctl.model.plan import Plan
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.registry import WHY
from pathwayctl.reporters.why.view import WhyReport
from pathwayctl.scheduling.schedule import Schedule, make_schedule
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
AWAY = {"name": "Vacation", "from": "2027-01-18", "to": "2027-01-22"}


def plan_of(**project: Any) -> Plan:
    """A plan in which one person has four tasks, one of them on a set day, and a week of leave."""
    dana = {"assigned": ["dana"]}
    tasks = [
        task("draft", "4d", title="Draft the agreement", **dana),
        task("call", "3d", title="Call employers", **dana),
        task("write", "5d", title="Write the report", **dana),
        task("held", "1d", title="Hold the kickoff", date="2027-01-13", **dana),
        task("end", "0d", "draft", "call", "write", title="Done"),
    ]
    return Plan.model_validate(
        {
            "project": {"name": "Example", "start": "2027-01-04", **project},
            "people": [{"id": "dana", "name": "Dana Ruiz", "leave": [AWAY]}],
            "tasks": tasks,
        }
    )


def levelled(plan: Plan) -> Schedule:
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    found = level(plan, schedule)
    assert isinstance(found, Levelled)
    return found.schedule


def read(name: str, form: str = "text", **project: Any) -> str:
    plan = plan_of(**project)
    schedule = levelled(plan)
    answer = why(plan, schedule, schedule.records.breakdown.by_id[name])
    return plain(WHY.writer(form)(WhyReport(answer, " --level"), 80))


@pytest.mark.parametrize("name", ["draft", "call", "write", "end"])
def test_whoever_holds_a_task_is_named(name: str) -> None:
    check_snapshot(EXPECTED / f"why-level-{name}.txt", read(name))


def test_json_names_them_too() -> None:
    begun = json.loads(read("draft", "json"))
    assert begun["start_because"]["resource"] == "dana"
    assert begun["start_because"]["from"] == "call"
    away = json.loads(read("write", "json"))["start_because"]
    assert (away["kind"], away["resource"], away["from"]) == ("person", "dana", None)
    assert json.loads(read("call", "json"))["waits"]["people"] == ["draft"]


def test_a_plain_schedule_waits_for_nobody() -> None:
    assert answered(plan_of(), "draft").waiting.people == ()
