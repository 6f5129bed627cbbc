"""Changes as JSON for other programs; nothing is cut short."""

from __future__ import annotations

import json
from datetime import date, time
from typing import TYPE_CHECKING, Any

from pathwayctl.analysis.plan_changes.entry_changes import EntryChange, FieldChange
from pathwayctl.handouts.plan_changes.value_words import said_name
from pathwayctl.model.base import Model
from pathwayctl.model.one_or_more import MainId, ids_of
from pathwayctl.model.recurrence import Every, Window
from pathwayctl.model.values import Assignment, Duration, Estimate, Link
from pathwayctl.model.vocabulary import Audience
from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.schedule.compared import causes_of
from pathwayctl.scheduling.records import written

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.date_changes import DateChanges
    from pathwayctl.analysis.plan_changes.plan_state import PlanState
    from pathwayctl.handouts.plan_changes.change_lines import ChangeLine
    from pathwayctl.reporters.changes.view import ChangesReport


def write(report: ChangesReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """One object: version, the two states, the finish, and the changes by topic."""
    changes = report.changes
    document = {
        "version": 1,
        "old": _state(changes.old),
        "new": _state(changes.new),
        "finish": _finish(changes.dates, report.audience) if changes.dates else None,
        "topics": [
            {"title": topic.title, "changes": [_change(one) for one in topic.lines]}
            for topic in report.topics
        ],
    }
    return [line(json.dumps(document, ensure_ascii=False, indent=2))]


def _state(state: PlanState) -> dict[str, str | None]:
    day = state.day.isoformat() if state.day else None
    return {"name": state.name, "day": day, "revision": state.revision or None}


def _finish(dates: DateChanges, audience: Audience) -> dict[str, Any]:
    """The finish; its causes name tasks, so that only the project's own staff gets them as data."""
    causes = dates.compared if audience is Audience.INTERNAL else None
    return {
        "old": dates.old.finish.isoformat(),
        "new": dates.new.finish.isoformat(),
        "days": dates.finish_days,
        "causes": causes_of(causes) if causes else [],
    }


def _change(one: ChangeLine) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "section": ".".join(one.where) or None,
        "id": one.id or None,
        "name": one.name or None,
        "text": one.text,
        **_parts(one.used),
    }


def _parts(changes: tuple[FieldChange | EntryChange, ...]) -> dict[str, Any]:
    return {
        "fields": [
            {"field": ".".join(one.path), "old": _plain(one.old), "new": _plain(one.new)}
            for one in changes
            if isinstance(one, FieldChange)
        ],
        "entries": [_entry(one) for one in changes if isinstance(one, EntryChange)],
    }


def _entry(one: EntryChange) -> dict[str, Any]:
    kind = "added" if one.old is None else "removed" if one.new is None else "changed"
    name = {"id": getattr(one.entry, "id", None), "name": said_name(one.entry) or None}
    return {"kind": kind, "list": ".".join(one.where), **name, **_parts((*one.fields, *one.inner))}


def _plain(value: Any) -> Any:
    """A value as it is written in a file, or the id or name of an entry."""
    match value:
        case MainId():
            return list(ids_of(value))
        case str():
            return str(value)
        case date() | time():
            return value.isoformat()
        case tuple() if value and all(isinstance(one, Assignment) for one in value):
            return {one.resource: one.units for one in value}
        case tuple():
            return [_plain(one) for one in value]
        case Model():
            return getattr(value, "id", None) or said_name(value)
    return _of_work(value)


def _of_work(value: Any) -> Any:
    match value:
        case Duration():
            return f"{value.amount}{value.unit}"
        case Estimate():
            parts = {name: _of_work(getattr(value, name)) for name in ("low", "likely", "high")}
            return parts["likely"] if value.low == value.high else parts
        case Link():
            return written(value)
        case Every():
            return value.text
        case Window():
            return {"from": value.first.isoformat(), "to": value.last.isoformat()}
    return value
