"""Answers to why, of small plans, as they are read on a screen of 80 columns."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "scheduling"))
from plans import task

from pathwayctl.analysis.why.answer import Explanation, why
from pathwayctl.model.plan import Plan
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.registry import WHY
from pathwayctl.reporters.why.sentences import finish_sentence, start_sentence
from pathwayctl.reporters.why.view import WhyReport
from pathwayctl.scheduling.schedule import Schedule, make_schedule

__all__ = ["answered", "group", "planned", "read", "said", "task", "unfolded"]

PEOPLE = [{"id": "dana", "name": "Dana Ruiz"}, {"id": "lee", "name": "Lee Park"}]
CALENDAR = {
    "holidays": "US",
    "closures": [{"name": "Winter break", "from": "2027-12-20", "to": "2027-12-31"}],
}


def planned(tasks: list[dict[str, Any]], calendar: Mapping[str, Any] | None = None, **project: Any) -> Plan:
    """A plan in the calendar of the United States with a winter break, from Monday, January 4, 2027."""
    header = {"name": "Example", "start": "2027-01-04", **project}
    return Plan.model_validate(
        {"project": header, "calendar": CALENDAR if calendar is None else calendar, "tasks": tasks}
        | {"people": PEOPLE}
    )


def group(name: str, *tasks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A summary of some tasks."""
    return {"id": name, "title": f"Group {name}", "tasks": list(tasks), **more}


def answered(plan: Plan, name: str) -> Explanation:
    """The answer for the task of an id."""
    schedule = make_schedule(plan)
    assert isinstance(schedule, Schedule)
    return why(plan, schedule, schedule.records.breakdown.by_id[name])


def said(plan: Plan, name: str) -> tuple[str, str]:
    """The two sentences."""
    answer = answered(plan, name)
    return start_sentence(answer), finish_sentence(answer)


def read(plan: Plan, name: str, form: str = "text", width: int = 80, *, whole: bool = False) -> str:
    """The whole answer."""
    return plain(WHY.writer(form)(WhyReport(answered(plan, name), whole=whole), width))


def unfolded(text: str) -> str:
    """A text with its lines put together again."""
    return " ".join(text.split())
