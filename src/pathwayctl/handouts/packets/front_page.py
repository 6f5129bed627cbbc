"""What the first page of the output begins with: the next meeting, what is late, and what has changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.outreach.meetings import last_held, next_meeting
from pathwayctl.evidence.packets import MeetingPacket, packet_of_kind
from pathwayctl.evidence.schedule import judged
from pathwayctl.evidence.work.due_items import overdue_items
from pathwayctl.handouts.cells import when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.packets.packet_pages import MeetingCover, meeting_cover
from pathwayctl.handouts.plan_changes.what_changed import beginning
from pathwayctl.handouts.tables import HandoutTable, Head, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pathwayctl.analysis.plan_changes.plan_state import PlanState

MOST_LATE: Final = 10
MOST_CHANGES: Final = 8
LATE: Final = table(
    (
        Head(marked("What"), width="wide"),
        Head(marked("Kind"), width="narrow"),
        marked("Owner"),
        Head(marked("Due"), width="narrow"),
    )
)


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The next meeting: what people need to know to come, and the packet for its kind, if any."""

    meeting: Meeting
    cover: MeetingCover
    packet: MeetingPacket | None


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The facts of the first page; ``since`` says what the ``changes`` are compared with.

    ``late_note`` and ``changes_note`` say how many more there are.
    """

    meeting: NextMeeting | None
    late: HandoutTable
    late_note: str
    since: str
    changes: tuple[str, ...]
    changes_note: str


def front_page(context: Context) -> FrontPage:
    """The facts of the first page, as the audience of the pages may see them; the public sees no delays."""
    rows, changes = tuple(_late(context)), tuple(_changes(context))
    return FrontPage(
        _next_meeting(context),
        replace(LATE, rows=rows[:MOST_LATE]),
        _more(len(rows) - MOST_LATE),
        changes[0] if changes else "",
        changes[1 : MOST_CHANGES + 1],
        _more(len(changes) - 1 - MOST_CHANGES),
    )


def _more(number: int) -> str:
    return phrase("And {number} more.", number=number) if number > 0 else ""


def _as_of(context: Context) -> date | None:
    """The day that the pages are as of, if it is known."""
    whole = context.whole or context
    history = whole.history
    return history.as_of(whole.index.asked_on) if history else whole.index.today


def _next_meeting(context: Context) -> NextMeeting | None:
    among = [one for one in context.plan.meetings if context.meeting in ("", one.id)]
    meeting = next_meeting(context.index, None if context.meeting else _as_of(context), among)
    if meeting is None:
        return None
    return NextMeeting(meeting, meeting_cover(meeting, context), packet_of_kind(context.plan, meeting.kind))


def _late(context: Context) -> Iterator[tuple[str, ...]]:
    """What is overdue by the status date or a day that was given; a day of git says nothing of progress."""
    if context.audience is Audience.PUBLIC:
        return
    for one in overdue_items(judged(context.index, (context.whole or context).index.asked_on)):
        yield one.title, one.kind.label, context.names(one.owners), when(one.due)


def _changes(context: Context) -> Iterator[str]:
    """What the plan is compared with, then each change; nothing without an earlier state or a change."""
    whole = context.whole or context
    if context.audience is Audience.PUBLIC or whole.history is None:
        return
    old = beginning(whole, last_held(whole.index, context.plan.meetings))
    if old is not None:
        yield from _since(old, context)


def _since(old: PlanState, context: Context) -> Iterator[str]:
    from pathwayctl.handouts.plan_changes.state_words import on_a_page
    from pathwayctl.handouts.plan_changes.visible import topics_for

    history = (context.whole or context).history
    topics = topics_for(history.changes(old), context.audience) if history else ()
    since = marked("Compared with {state}.") if topics else marked("Nothing, compared with {state}.")
    yield phrase(since, state=on_a_page(old))
    yield from (line.text for topic in topics for line in topic.lines)
