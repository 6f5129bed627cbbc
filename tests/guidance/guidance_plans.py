"""Small plans for the tests of guidance, and the hand that types what a snippet shows."""

from __future__ import annotations

import copy
import datetime as dt
from pathlib import Path
from typing import Any, Final

import yaml

from pathwayctl.evidence.index import PlanIndex
from pathwayctl.guidance.guides import guide_report
from pathwayctl.guidance.report import GuideReport, Item, MissingItem
from pathwayctl.model.plan import LIST_SECTIONS, Plan
from pathwayctl.model.vocabulary import Guide
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import make_schedule
from pathwayctl.source.reading import read

HEAD: Final = {"name": "Example", "start": dt.date(2027, 1, 4)}
Data = dict[str, Any]


def data_of(text: str = "", **header: Any) -> Data:
    """The sections of a minimal project, as plain data."""
    return {"project": {**HEAD, **header}, **(yaml.safe_load(text) or {})}


def data_in(folder: Path) -> Data:
    """The sections of a project on disk, as plain data."""
    data: Data = {}
    for file in sorted(folder.rglob("*.yaml")):
        for name, value in read(file.read_bytes()).value.items():
            if name in LIST_SECTIONS:
                data.setdefault(name, []).extend(value or [])
            else:
                data[name] = value
    return data


def plan_of(data: Data) -> Plan:
    """The plan of some data, which must be right."""
    return Plan.model_validate(copy.deepcopy(data))


def report_of(guide: str, data: Data) -> GuideReport:
    """Where a project stands in a guide."""
    plan = plan_of(data)
    index = PlanIndex(plan, break_down(plan.tasks), make_schedule(plan))
    return guide_report(index, next(one for one in Guide if one == guide))


def items_of(guide: str, text: str = "", **header: Any) -> dict[str, Item]:
    """The parts of a guide by their keys, for a project given as YAML."""
    return {item.key: item for item in report_of(guide, data_of(text, **header)).items}


def typed(data: Data, lack: MissingItem) -> Data:
    """The data after the lines of a snippet were typed where it says."""
    data = copy.deepcopy(data)
    read = yaml.safe_load(lack.snippet)
    if isinstance(read, list):  # lines for a task, at any depth
        _overlay(_at(data, lack.path), read[0])
        return data
    ((section, value),) = read.items()
    if section not in LIST_SECTIONS:
        data.setdefault(section, {}).update(value)
    elif lack.completes:
        _overlay(_at(data, lack.path), value[0])
    else:
        data.setdefault(section, []).extend(value)
    return data


def _at(data: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        data = data[part]
    return data


def _overlay(entry: Data, lines: Data) -> None:
    """Fields of an entry set; lists of mappings and mappings grow, as they do under a person's hands."""
    for name, value in lines.items():
        there = entry.get(name)
        if isinstance(there, dict) and isinstance(value, dict):
            there.update(value)
        elif isinstance(there, list) and value and isinstance(value[0], dict):
            there.extend(value)
        else:
            entry[name] = value
