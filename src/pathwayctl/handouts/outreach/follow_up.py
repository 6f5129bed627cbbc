"""Open action items of earlier meetings: each comes back at meetings of the same team or kind until done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pathwayctl.evidence.outreach.meetings import open_actions
from pathwayctl.handouts.cells import Row, stacked, when
from pathwayctl.handouts.outreach.meeting_days import in_order, meeting_day

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import ActionItem, Meeting


def open_before(context: Context) -> Mapping[str, tuple[Row, ...]]:
    """For each meeting, by its id, the open action items of earlier meetings of its team or kind.

    Columns: action item, owner, due date, meeting.
    """
    left: dict[tuple[str, str], tuple[Row, ...]] = {}
    found: dict[str, tuple[Row, ...]] = {}
    for meeting in in_order(context):
        series = _series(meeting)
        found[meeting.id] = left.get(series, ())
        left[series] = (*found[meeting.id], *_open(meeting, context))
    return found


def due_words(action: ActionItem, context: Context) -> str:
    """``Jan 4, 2027``, with a second line if the action item is overdue."""
    today = context.plan.project.status_date
    late = action.due is not None and today is not None and action.due < today and not action.done
    return stacked((when(action.due), "overdue" if late else ""))


def _series(meeting: Meeting) -> tuple[str, str]:
    """The team that meets, else the kind of meeting."""
    return ("team", meeting.team) if meeting.team else ("kind", meeting.kind.value)


def _open(meeting: Meeting, context: Context) -> Iterator[Row]:
    agreed = stacked((meeting.title, when(meeting_day(meeting, context))))
    for _, action in open_actions(meeting):
        yield action.title, context.name(action.owner), due_words(action, context), agreed
