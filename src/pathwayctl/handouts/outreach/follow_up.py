"""What earlier meetings left open: it comes back at meetings of the same team or kind until it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pathwayctl.handouts.cells import Row, stacked, when
from pathwayctl.handouts.outreach.meeting_days import in_order, meeting_day

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import ActionItem, Meeting


def open_before(context: Context) -> Mapping[str, tuple[Row, ...]]:
    """For each meeting, by its id, what earlier ones of its team or kind left open.

    Columns: action, who does it, due, agreed at.
    """
    left: dict[tuple[str, str], tuple[Row, ...]] = {}
    found: dict[str, tuple[Row, ...]] = {}
    for meeting in in_order(context):
        series = _series(meeting)
        found[meeting.id] = left.get(series, ())
        left[series] = (*found[meeting.id], *_open(meeting, context))
    return found


def due_words(action: ActionItem, context: Context) -> str:
    """``Jan 4, 2027``, with a word for what should be done by now and is not."""
    today = context.plan.project.status_date
    late = action.due is not None and today is not None and action.due < today and not action.done
    return stacked((when(action.due), "overdue" if late else ""))


def _series(meeting: Meeting) -> tuple[str, str]:
    """The team that meets, else the kind of meeting."""
    return ("team", meeting.team) if meeting.team else ("kind", meeting.kind.value)


def _open(meeting: Meeting, context: Context) -> Iterator[Row]:
    agreed = stacked((meeting.title, when(meeting_day(meeting, context))))
    for action in meeting.actions:
        if not action.done:
            yield action.title, context.name(action.owner), due_words(action, context), agreed
