"""The registers of action items and decisions, as tables or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.reporters.lines import Line, columns, folded, line, listing
from pathwayctl.reporters.shell import typed
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.evidence.outreach.registers import Decision, RegisteredAction

FORMATS: Final = ("text", "json")
_HOW: Final = "To record one: pathwayctl minutes MEETING"
_HEAD: Final = ("Action item", "Owner", "Due", "State", "Meeting")


def actions(found: Sequence[RegisteredAction], index: PlanIndex, form: str, width: int) -> list[Line]:
    """A row for each action item."""
    if form == "json":
        return _json("actions", [_action(one, index) for one in found])
    if not found:
        return [line(f"There are no action items. {_HOW}")]
    rows = [
        (
            " ".join(one.item.title.split()),
            index.name_of(one.item.owner) if one.item.owner else "",
            one.item.due.isoformat() if one.item.due else "",
            _state(one),
            one.meeting.id,
        )
        for one in found
    ]
    open_ = sum(not one.item.done for one in found)
    late = sum(one.overdue for one in found)
    said = f"{count(len(found), 'action item')}, {open_} open" + (f", {late} overdue." if late else ".")
    done = next(
        (f"minutes {one.meeting.id} --done {typed(one.item.title)}" for one in found if not one.item.done), ""
    )
    how = [f"To report one as done: pathwayctl {done}"] if done else []
    return [*columns(_HEAD, rows, width), line(), line(said), *map(line, how)]


def decisions(found: Sequence[Decision], form: str, width: int) -> list[Line]:
    """The decisions under the meetings that made them."""
    if form == "json":
        return _json("decisions", [{**_meeting(one), "text": one.text} for one in found])
    if not found:
        return [line(f"There are no decisions. {_HOW}")]
    lines: list[Line] = []
    for _, group in groupby(found, key=lambda one: one.meeting.id):
        made = list(group)
        day = long_day(made[0].day) if made[0].day else "no date"
        head = folded(f"{made[0].meeting.title} ({day})", width)
        rows = [(f"{number}.", " ".join(one.text.split())) for number, one in enumerate(made, 1)]
        lines += [*([line()] if lines else []), *(line((row, "bold")) for row in head), *listing(rows, width)]
    return lines


def _action(one: RegisteredAction, index: PlanIndex) -> dict[str, Any]:
    owner = one.item.owner
    return {
        "title": one.item.title,
        "owner": owner,
        "owner_name": index.name_of(owner) if owner else None,
        "due": _day(one.item.due),
        "done": one.item.done,
        "overdue": one.overdue,
        **_meeting(one),
    }


def _meeting(one: RegisteredAction | Decision) -> dict[str, str | None]:
    return {"meeting": one.meeting.id, "meeting_title": one.meeting.title, "meeting_date": _day(one.day)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _state(one: RegisteredAction) -> str:
    if one.item.done:
        return "done"
    return "overdue" if one.overdue else "open"


def _json(name: str, rows: list[dict[str, Any]]) -> list[Line]:
    return [line(json.dumps({"version": 1, name: rows}, ensure_ascii=False, indent=2))]
