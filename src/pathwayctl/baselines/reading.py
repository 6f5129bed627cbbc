"""From the file of a baseline to the baseline. Nothing in the file is trusted; each mistake is a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from pathwayctl.baselines import rules
from pathwayctl.baselines.file_model import BaselineHeader, TaskLine, is_id, read_fields
from pathwayctl.baselines.file_text import VERSION
from pathwayctl.baselines.frozen import Baseline, Frozen
from pathwayctl.diagnostics import Path, Problem, Severity
from pathwayctl.loading.finding_places import Findings, find_places
from pathwayctl.source.quoting import shown
from pathwayctl.source.reading import read

Say = Callable[[Problem], None]


def from_text(data: bytes, name: str, file: str) -> tuple[Baseline | None, Findings]:
    """The baseline called ``name`` or ``None``, and what is wrong with its ``file``.

    There is a baseline only if nothing in the file is wrong.
    """
    reading = read(data)
    problems: list[Problem] = []
    baseline = _baseline(reading.value, name, problems.append) if reading.whole else None
    found = find_places([(file, problem) for problem in problems], {file: data}, {file: reading})
    if any(finding.severity is Severity.ERROR for finding in found.made):
        baseline = None
    return baseline, found


def _baseline(value: Mapping[str, Any], name: str, say: Say) -> Baseline | None:
    version = value.get("baseline")
    if version != VERSION or isinstance(version, bool):
        written = f", not {shown(str(version))}" if version is not None else ""
        said = f"This pathwayctl reads baselines that begin with “baseline: {VERSION}”{written}."
        say(rules.NOT_A_BASELINE.at(("baseline",) if "baseline" in value else (), said))
        return None
    header = read_fields(value, BaselineHeader, (), "the baseline", say)
    if header.get("name", name) != name:
        said = f"The baseline names itself {shown(header['name'])}, but its file is called {shown(name)}."
        say(rules.CONTRADICTION.at(("name",), said, f"Write name: {name}"))
    tasks = _tasks(header.get("tasks") or {}, say)
    start, finish = header.get("start"), header.get("finish")
    if start is None or finish is None:
        return None
    _in_order(start, finish, ("finish",), "the baseline", say)
    return Baseline(name, start, finish, header.get("status_date"), tasks)


def _tasks(entries: Mapping[str, Any], say: Say) -> tuple[Frozen, ...]:
    """The tasks that can be read; each stands below the summary that it is in."""
    summaries: set[str] = set()
    found = []
    for name, entry in entries.items():
        task = _task(name, entry, say)
        if task is None:
            continue
        if task.parent is not None and task.parent not in summaries:
            said = f"{shown(name)} is in {shown(task.parent)}, but no group with that id stands above it."
            say(rules.CONTRADICTION.at(("tasks", name, "in"), said))
        if task.start is None:
            summaries.add(name)
        found.append(task)
    return tuple(found)


def _task(name: str, entry: Any, say: Say) -> Frozen | None:
    path: Path = ("tasks", name)
    if not is_id(name):
        say(rules.BAD_VALUE.at(path, f"{shown(name)} is not the id of a task.", on_key=True))
        return None
    if not isinstance(entry, dict):
        said = f"The line of {shown(name)} holds no fields in braces."
        say(rules.BAD_VALUE.at(path, said, f"Write it like: {name}: {{title: ..., start: ...}}"))
        return None
    fields = read_fields(entry, TaskLine, path, shown(name), say)
    if "title" not in fields:
        return None
    if fields.keys() & _DATED:
        missing = [field for field in _DATED if field not in fields]
        for field in missing:
            if field not in entry:
                say(rules.MISSING_FIELD.at(path, f"“{field}” is missing in {shown(name)}."))
        if missing:
            return None
        _in_order(fields["start"], fields["finish"], (*path, "finish"), shown(name), say)
    return Frozen(name, **fields)


_DATED: Final = ("start", "finish", "days")
"""A task has all three, and a group has none: its dates come from what is in it."""


def _in_order(start: date, finish: date, path: Path, what: str, say: Say) -> None:
    if finish < start:
        said = f"In {what}: it finishes on {finish.isoformat()}, before it starts on {start.isoformat()}."
        say(rules.CONTRADICTION.at(path, said))
