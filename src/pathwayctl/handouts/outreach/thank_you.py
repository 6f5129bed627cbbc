"""Letters after a meeting: thanks to those who came, word to those who could not, and what comes next.

Source: Collaborative Economics and The Woolsey Group, Creating Career Pathways in Colorado (2014), step 4, as
we read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.outreach.meetings import asked, is_held, leaders
from pathwayctl.handouts.cells import weekday_and_day, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import (
    MINUTES,
    by_date,
    meeting_day,
    meeting_time,
    next_after,
    recorded_by,
)
from pathwayctl.language import phrase
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import long_day


@dataclass(frozen=True, slots=True)
class ThankYouLetter:
    """One letter; ``own`` are the action items of the person, ``next_meeting`` is empty if not known."""

    greeting: str
    opening: str
    decisions: tuple[str, ...]
    own: tuple[str, ...]
    next_meeting: str
    signature: str


def view(key: str, meeting: Meeting, context: Context) -> ThankYouLetter:
    """Return the letter to someone who came to a meeting, or was invited."""
    day = meeting_day(meeting, context)
    when_held = phrase(" on {day}", day=long_day(day)) if day else ""
    came = phrase(
        "Thank you for taking part in “{meeting}”{when_held}.", meeting=meeting.title, when_held=when_held
    )
    missed = phrase(
        "We missed you at “{meeting}”{when_held}. Thank you for your interest in our work.",
        meeting=meeting.title,
        when_held=when_held,
    )
    following = next_after(meeting, context)
    return ThankYouLetter(
        greeting=phrase("Dear {name},", name=context.name(key)),
        opening=came if key in meeting.attended else missed,
        decisions=meeting.decisions,
        own=tuple(_own(key, meeting)),
        next_meeting=_when_and_where(following, context) if following else "",
        signature=", ".join(context.name(one) for one in leaders(context.index, meeting)),
    )


def blank(context: Context) -> ThankYouLetter:
    """Return a letter to fill in by hand."""
    project = context.plan.project
    opening = phrase("Thank you for taking part in our meeting about {project}.", project=project.name)
    return ThankYouLetter(phrase("Dear"), opening, (), (), "", context.name(project.facilitator))


def _own(key: str, meeting: Meeting) -> Iterator[str]:
    for action in meeting.actions:
        if key in ids_of(action.owner) and not action.done:
            yield (
                phrase("{action}, by {due}", action=action.title, due=when(action.due))
                if action.due
                else action.title
            )


def _when_and_where(meeting: Meeting, context: Context) -> str:
    parts = (weekday_and_day(meeting_day(meeting, context)), meeting_time(meeting), meeting.place or "")
    return f"{meeting.title}: {', '.join(part for part in parts if part) or phrase('no date yet')}"


def last_held(context: Context) -> Meeting | None:
    """Return the last meeting that has minutes."""
    return next((one for one in reversed(by_date(context)) if is_held(one)), None)


def _views(context: Context) -> tuple[PageView, ...]:
    meeting = last_held(context)
    pages = tuple(_pages(meeting, context)) if meeting else ()
    source = recorded_by(None, context)
    return pages or (PageView("thank-you", phrase("Letter after a meeting"), blank(context), source=source),)


def _pages(meeting: Meeting, context: Context) -> Iterator[PageView]:
    everyone = dict.fromkeys((*meeting.attended, *asked(context.index, meeting), *meeting.guests))
    ours = leaders(context.index, meeting)
    for place, key in enumerate(everyone, 1):
        if key in ours:
            continue
        known = key in context.index.parties
        yield PageView(
            f"thank-you-{key if known else place}",
            phrase("Letter after the meeting: {name}", name=context.name(key)),
            view(key, meeting, context),
            party=key if known else "",
            meeting=meeting.kind,
            source=recorded_by(meeting.kind, context),
        )


HANDOUT: Final = Handout(
    "thank-you",
    "Letters after a meeting",
    "thank-you",
    MINUTES,
    "Thanks to those who came to the last meeting, word to those who could not, and what comes next.",
    _views,
    audience=Audience.INTERNAL,
)
