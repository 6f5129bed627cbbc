"""The whole plan and its dates as JSON for other programs.

``plan`` has the sections and fields of the files, in the form in which they are written there: put into a
``pathway.yaml``, it is the same project. ``schedule`` has what was worked out. See docs/exchange.md.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.exchange.cell_text import CellKind, text_of
from pathwayctl.model.base import Model
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.recurrence import Window
from pathwayctl.model.values import Assignment, Estimate
from pathwayctl.model.vocabulary import Word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pathwayctl.exchange.export_source import ExportOrder, ExportSource
    from pathwayctl.scheduling.schedule import ScheduledTask

FORMAT: Final = 1
"""The version of the format; it grows when a name or a meaning changes."""
_DATED: Final = (
    "id", "wbs", "kind", "duration", "start", "finish", "late_start", "late_finish", "total_float",
    "free_float", "critical",
)  # fmt: skip


def write(source: ExportSource, order: ExportOrder) -> bytes:  # noqa: ARG001 - all formats are called alike
    """One object: format, audience, plan, and schedule; durations and floats are working days."""
    schedule = source.shown.schedule
    others = {name: f"not-named-{number}" for number, name in enumerate(sorted(source.unnamed), 1)}
    document = {
        "format": FORMAT,
        "audience": source.audience.value,
        "plan": {"pathwayctl": source.written.pathwayctl, **_renamed(plain(source.written), others)},
        "schedule": {
            "start": schedule.start.isoformat(),
            "finish": schedule.finish.isoformat(),
            "critical_path": [one for one in schedule.critical_path if one in schedule.by_id],
            "tasks": [_dated(task) for task in schedule.tasks],
        },
    }
    return f"{json.dumps(document, indent=2, ensure_ascii=False)}\n".encode()


def _renamed(value: Any, others: Mapping[str, str]) -> Any:
    """The same with other ids for people and organizations who are not named: an id often is a name."""
    if isinstance(value, str):
        return others.get(value, value)
    if isinstance(value, dict):
        return {others.get(key, key): _renamed(one, others) for key, one in value.items()}
    return [_renamed(one, others) for one in value] if isinstance(value, list) else value


def _dated(task: ScheduledTask) -> dict[str, Any]:
    return {name: plain(getattr(task, name)) for name in _DATED}


def plain(value: Any) -> Any:
    """A value of the model as it is written in a file, of the types that JSON has."""
    match value:
        case None | bool() | int() | float():
            return value
        case Word():
            return value.value
        case str():
            return str(value) if len(ids_of(value)) < 2 else list(map(str, ids_of(value)))
        case Model():
            return _fields(value)
        case dict():
            return {str(plain(key)): plain(one) for key, one in value.items()}
        case tuple():
            return _listed(value)
    return _special(value)


def _listed(values: tuple[Any, ...]) -> Any:
    if values and isinstance(values[0], Assignment):
        return {one.resource: one.units for one in values}
    return [plain(one) for one in values]


def _special(value: Any) -> Any:
    """An estimate, a window, or another value that has a form of its own in files."""
    if isinstance(value, Estimate) and value.low != value.high:
        return {name: _special(getattr(value, name)) for name in ("low", "likely", "high")}
    if isinstance(value, Window):
        return {"from": value.first.isoformat(), "to": value.last.isoformat()}
    return text_of(value, CellKind.TEXT)


def _fields(model: Model) -> dict[str, Any]:
    """The fields that a file gave, without those that were left out of it or taken away."""
    found = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if name in model.model_fields_set and (field.is_required() or value != field.default):
            found[field.alias or name] = plain(value)
    return found
