"""Edits that record a meeting: who was there, what was decided, and who does what by when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pathwayctl.diagnostics import Path
from pathwayctl.editing.edits import AddEntry, Edit, RemoveItem, SetField
from pathwayctl.model.outreach import Meeting
from pathwayctl.wording import count, listed, long_day


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """An action item: what is to be done, the ids of those who do it, and by when; the last two if known."""

    title: str
    owners: tuple[str, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """What is recorded of a meeting.

    ``present`` are ids of people and organizations, and names of guests; ``regrets`` are ids of people.
    ``done`` are the action items of any meeting that are done: the id of the meeting, and their positions.
    """

    present: tuple[str, ...] = ()
    regrets: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    done: tuple[tuple[str, int], ...] = ()


def record_edits(meeting: Meeting, record: MeetingRecord) -> tuple[Edit, ...]:
    """The edits for a record; what the meeting has already is not added again.

    Those who were there are taken off the list of those who cannot come. An action item with a title that
    the meeting has gets the owner and the day.
    """
    return tuple(_edits(meeting, record))


def _edits(meeting: Meeting, record: MeetingRecord) -> Iterator[Edit]:
    for one in record.present:
        if one in meeting.absent:
            yield RemoveItem((meeting.id, "absent"), one)
        if one not in meeting.attended:
            yield AddEntry((meeting.id, "attended"), one)
    for field, new, old in (
        ("absent", record.regrets, meeting.absent),
        ("decisions", record.decisions, meeting.decisions),
    ):
        yield from (AddEntry((meeting.id, field), one) for one in new if one not in old)
    titles = [one.title for one in meeting.actions]
    for action in record.actions:
        if action.title in titles:
            place = (meeting.id, "actions", titles.index(action.title))
            yield from (SetField(place, name, value) for name, value in _agreed(action).items())
        else:
            yield AddEntry((meeting.id, "actions"), {"title": action.title, **_agreed(action)})
    yield from (SetField((id_, "actions", number), "done", value=True) for id_, number in record.done)


def _agreed(action: AgreedAction) -> dict[str, Any]:
    owners: Path = action.owners
    found: dict[str, Any] = {"owner": owners[0] if len(owners) == 1 else list(owners)} if owners else {}
    return {**found, "due": action.due} if action.due else found


def record_said(
    record: MeetingRecord, name_of: Callable[[str], str], title_of: Callable[[str, int], str]
) -> Iterator[str]:
    """What is recorded, in sentences; ``title_of`` returns the title of an action item of a meeting."""
    for label, ids in (("Present", record.present), ("Regrets", record.regrets)):
        if ids:
            yield f"{label}: {listed([name_of(one) for one in ids])}."
    yield from (f"Decision: {one.rstrip('.')}." for one in record.decisions)
    yield from (f"Action item: {action_said(one, name_of)}." for one in record.actions)
    yield from (f"Done: {title_of(*one).rstrip('.')}." for one in record.done)


def action_said(action: AgreedAction, name_of: Callable[[str], str]) -> str:
    """``Call the college (Dana Ruiz, due Friday, May 14, 2027)``."""
    due = f"due {action.due:%A}, {long_day(action.due)}" if action.due else ""
    more = ", ".join(filter(None, (listed([name_of(one) for one in action.owners]), due)))
    return f"{action.title.rstrip('.')} ({more or 'no owner or due date yet'})"


def recorded(meeting: Meeting) -> str:
    """How much is recorded of a meeting, such as ``5 present, 1 regret, and 2 decisions``."""
    numbers = (
        (len(meeting.attended), "present", "present"),
        (len(meeting.absent), "regret", ""),
        (len(meeting.decisions), "decision", ""),
        (len(meeting.actions), "action item", ""),
    )
    return listed([count(*one) for one in numbers if one[0]]) or "nothing yet"
