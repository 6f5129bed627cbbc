"""Minutes: who came, what was decided, who does what by when; before the meeting, a form to write them on.

Source: Collaborative Economics and The Woolsey Group, Creating Career Pathways in Colorado (2014), step 4,
asks for notes, owners and follow-up after a launch meeting; other meetings need the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, blank_rows, time_in
from pathwayctl.handouts.handout import COLORADO, Handout, PageView
from pathwayctl.handouts.outreach.follow_up import due_words, open_before
from pathwayctl.handouts.outreach.meeting_days import is_held, meeting_facts
from pathwayctl.model.vocabulary import Audience
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Meeting

WIDTH: Final = 4


@dataclass(frozen=True, slots=True)
class Topic:
    """An item of the agenda on a form: its heading, when it is, what it is for and who leads it."""

    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """One page.

    ``open_actions`` of earlier meetings: action, who does it, due, agreed at. ``expected`` is a list to
    tick (name, came) on a form, and ``topics`` are what there are lines for on it; minutes that are
    written have the items in ``agenda``. ``actions``: action, who does it, due, state.
    """

    facts: tuple[tuple[str, str], ...]
    open_actions: tuple[Row, ...]
    expected: tuple[tuple[str, bool], ...]
    topics: tuple[Topic, ...]
    agenda: tuple[str, ...]
    decisions: tuple[str, ...]
    actions: tuple[Row, ...]
    gaps: tuple[str, ...]


def view(meeting: Meeting, left: tuple[Row, ...], context: Context) -> Minutes:
    """The minutes of a meeting that was held, else the form for it; ``left`` are open actions from before."""
    held = is_held(meeting)
    return Minutes(
        facts=(*meeting_facts(meeting, context), *(_presence(meeting, context) if held else ())),
        open_actions=left,
        expected=() if held else tuple((context.name(key), False) for key in meeting.invited),
        topics=() if held else tuple(_topics(meeting, context)) or _numbered(),
        agenda=tuple(item.title for item in meeting.agenda) if held else (),
        decisions=meeting.decisions,
        actions=tuple(_actions(meeting, context)) if held else blank_rows(WIDTH, 5),
        gaps=tuple(_gaps(meeting)) if held else (),
    )


def blank() -> Minutes:
    """A form for any meeting."""
    facts = (("Meeting", ""), ("Date", ""), ("Place", ""), ("Led by", ""), ("Came", ""), ("Did not come", ""))
    return Minutes(facts, (), (), _numbered(), (), (), blank_rows(WIDTH, 6), ())


def _numbered() -> tuple[Topic, ...]:
    return tuple(Topic(f"Item {number}", "") for number in range(1, 5))


def _presence(meeting: Meeting, context: Context) -> Iterator[tuple[str, str]]:
    missing = [key for key in meeting.invited if key not in meeting.attended]
    yield "Came", listed([context.name(key) for key in meeting.attended])
    if meeting.attended and missing:
        yield "Did not come", listed([context.name(key) for key in missing])


def _topics(meeting: Meeting, context: Context) -> Iterator[Topic]:
    minutes = 0
    for item in meeting.agenda:
        lead = f"led by {context.name(item.lead)}" if item.lead else ""
        parts = (time_in(minutes, meeting.starts), item.purpose.label, lead)
        yield Topic(item.title, ", ".join(part for part in parts if part))
        minutes += item.minutes


def _actions(meeting: Meeting, context: Context) -> Iterator[Row]:
    for action in meeting.actions:
        state = "Done" if action.done else "Open"
        yield action.title, context.name(action.owner), due_words(action, context), state


def _gaps(meeting: Meeting) -> Iterator[str]:
    if not meeting.attended:
        yield "Nobody has noted who came."
    if not meeting.decisions and not meeting.actions and not meeting.reflections:
        yield "Nothing is noted that was decided, and nothing that somebody does next."
    if loose := [action.title for action in meeting.actions if not action.done and action.owner is None]:
        yield f"Nobody has taken this on: {listed(loose)}."


def _views(context: Context) -> tuple[PageView, ...]:
    left = open_before(context)
    pages = tuple(
        PageView(
            f"minutes-{meeting.id}",
            f"Minutes: {meeting.title}",
            view(meeting, left[meeting.id], context),
            meeting=meeting.kind,
        )
        for meeting in context.plan.meetings
    )
    return pages or (PageView("minutes", "Minutes", blank()),)


HANDOUT: Final = Handout(
    "minutes",
    "Minutes",
    "minutes",
    COLORADO.format("step 4"),
    "Who came, what was decided, and who does what by when.",
    _views,
    audience=Audience.PARTNERS,
)
