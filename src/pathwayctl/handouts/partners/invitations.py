"""Invitations: a one-page letter to each person or organization that is asked to take part.

Source: Designing a Career Pathways System, chapter 1, outreach and communication (CCRS Center, 2016): the
rationale, the role with its responsibilities, why it matters to this stakeholder, incentives and
supports, and the important dates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from pathwayctl.evidence.meeting_days import days_of
from pathwayctl.evidence.partners.invitations import PARTS, missing_parts
from pathwayctl.handouts.cells import stacked, weekday_and_day
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_1, Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import meeting_day, meeting_time, place_words
from pathwayctl.model.governance import Invitation
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

HEADINGS: Final = {
    "rationale": "Why we are doing this",
    "role": "What we ask of you",
    "importance": "Why it matters to you",
    "supports": "What we offer you",
    "dates": "Important dates",
}
"""The heading of each part of an invitation."""


@dataclass(frozen=True, slots=True)
class InvitationLetter:
    """One letter.

    ``parts``: heading and text of each part that is written; ``open`` are the headings of the others,
    with lines to write on. ``reply`` says where to send the reply. ``gap`` names the missing parts.
    """

    facts: tuple[tuple[str, str], ...]
    greeting: str
    opening: str
    parts: tuple[tuple[str, str], ...]
    open: tuple[str, ...]
    reply: str
    answers: tuple[tuple[str, bool], ...]
    signature: str
    gap: str


ANSWERS: Final = (
    ("I will take part in the role described.", False),
    ("I would like to talk about it first.", False),
    ("I cannot take part. Please ask:", False),
)


def view(
    invitation: Invitation, to: str, days: Mapping[date, tuple[str, ...]], context: Context
) -> InvitationLetter:
    """Return the letter of an invitation to one of its readers; ``days`` has what happens on each day."""
    meetings = {meeting.id: meeting for meeting in context.plan.meetings}
    meeting = meetings.get(invitation.meeting or "")
    missing = missing_parts(invitation)
    unwritten = tuple(HEADINGS[part] for part in missing)
    return InvitationLetter(
        facts=tuple(_facts(to, meeting, context)),
        greeting=f"Dear {context.name(to)},",
        opening=_opening(meeting, context),
        parts=tuple(
            (HEADINGS[part], _dates(invitation, days) if part == "dates" else getattr(invitation, part))
            for part in PARTS
            if part not in missing
        ),
        open=unwritten,
        reply=_reply(context),
        answers=ANSWERS,
        signature=_who(context.plan.project.facilitator, context),
        gap=f"Not written yet: {listed([f'“{part}”' for part in unwritten])}." if unwritten else "",
    )


def blank(context: Context) -> InvitationLetter:
    """Return a letter to fill in by hand."""
    facts = (("To", ""), ("Organization", ""), ("From", _who(context.plan.project.facilitator, context)))
    opening = _opening(None, context)
    headings = tuple(HEADINGS.values())
    return InvitationLetter(facts, "Dear", opening, (), headings, _reply(context), ANSWERS, "", "")


def _dates(invitation: Invitation, days: Mapping[date, tuple[str, ...]]) -> str:
    """Return a line for each day, with its title, or else with what the plan has on it."""
    lines = []
    for one in sorted(invitation.dates, key=lambda one: one.date):
        words = one.title or listed(days.get(one.date, ()))
        lines.append(f"{weekday_and_day(one.date)}{': ' if words else ''}{words}")
    return stacked(*lines)


def _facts(to: str, meeting: Meeting | None, context: Context) -> Iterator[tuple[str, str]]:
    yield "To", _who(to, context)
    yield "From", _who(context.plan.project.facilitator, context)
    if meeting:
        day = weekday_and_day(meeting_day(meeting, context))
        yield "First meeting", stacked(meeting.title, ", ".join(filter(None, (day, meeting_time(meeting)))))
        yield "Place", place_words(meeting, context)


def _who(key: str | None, context: Context) -> str:
    """Return a name with title and organization."""
    person = context.index.people.get(key or "")
    if person is None:
        return context.name(key)
    organization = context.index.organization_of(person)
    details = (person.title or "", organization.name if organization else "")
    return ", ".join((person.name, *filter(None, details)))


def _opening(meeting: Meeting | None, context: Context) -> str:
    project = context.plan.project
    where = f" in {project.region}" if project.region else ""
    first = f" Our first meeting is “{meeting.title}.”" if meeting else ""
    return f"We would like you to take part in {project.name}{where}.{first}"


def _reply(context: Context) -> str:
    person = context.index.people.get(context.plan.project.facilitator or "")
    ways = [way for way in (person.email, person.phone) if way] if person else []
    to = f" to {person.name}" if person else ""
    return f"Please reply{to}{': ' if ways else ''}{listed(ways, 'or')}."


def _what_happens(context: Context) -> Mapping[date, tuple[str, ...]]:
    """Return the meetings and milestones of each day."""
    found: dict[date, tuple[str, ...]] = {}
    days: list[tuple[date | None, str, str | None]] = [
        (day, meeting.title, meeting.task)
        for meeting in context.plan.meetings
        for day in days_of(context.index, meeting) or (None,)
    ]
    planned = {task for _, _, task in days}
    for task in context.leaves:
        if task.id not in planned and (task.kind == "milestone" or task.task.date):
            days.append((task.start, task.title, None))
    for day, title, _ in days:
        if day:
            found[day] = (*found.get(day, ()), title)
    return found


def _views(context: Context) -> tuple[PageView, ...]:
    return tuple(_pages(context)) or (PageView("invitation", "Invitation", blank(context)),)


def _pages(context: Context) -> Iterator[PageView]:
    days = _what_happens(context)
    written: Counter[str] = Counter()
    letters = ((one, str(to)) for one in context.plan.invitations for to in ids_of(one.to))
    for invitation, to in letters:
        written[to] += 1
        number = f"-{written[to]}" if written[to] > 1 else ""
        yield PageView(
            f"invitation-{to}{number}",
            f"Invitation: {context.name(to)}",
            view(invitation, to, days, context),
            party=to,
        )


HANDOUT: Final = Handout(
    "invitation",
    "Invitations",
    "invitation",
    CHAPTER_1.format("outreach and communication"),
    "A letter to each person or organization that is asked to take part.",
    _views,
    audience=Audience.INTERNAL,
)
