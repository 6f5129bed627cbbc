"""Slides for the meeting of each packet, with speaker notes.

Each sheet has one slide and, below it, what to say: the plan's notes for the facilitator, and advice of
ours. Only internal pages have the notes. Source: Designing a Career Pathways System (CCRS Center, 2016)
runs its meetings with slides and notes for the facilitator.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pathwayctl.evidence.outreach.meetings import is_break, is_cancelled, leader_of, meetings
from pathwayctl.evidence.packets import MeetingPacket, packets_made
from pathwayctl.evidence.partners.stakeholders import stakeholders
from pathwayctl.handouts.cells import NONE, time_in, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_1, Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import (
    gets_pages,
    meeting_day,
    meeting_facts,
    meeting_time,
    planned_by,
)
from pathwayctl.handouts.outreach.slide_contents import MOST_ROWS, Slide, slides_of
from pathwayctl.handouts.schedule.board_parts import milestones
from pathwayctl.handouts.tables import Head, Row, table
from pathwayctl.handouts.tagged_tasks import done_words, unbroken
from pathwayctl.language import marked, phrase
from pathwayctl.model.outreach import AgendaItem, Meeting
from pathwayctl.model.vocabulary import AgendaPurpose, Audience, MeetingKind, Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, long_day

AGENDA_COLUMNS: Final = (marked("Time"), marked("Item"), marked("Purpose"), Head(marked("Lead"), spare=True))

WELCOME: Final = (
    marked("Show this slide while people arrive."),
    marked("Greet everyone, thank them for their time, and say when the meeting ends."),
    marked("Ask people to introduce themselves and their organization, unless they all know each other."),
)
PURPOSE: Final = (
    marked("Say in one sentence why this group is needed."),
    marked("Read the outcomes aloud, and ask whether anything is missing."),
)
AGENDA: Final = (
    marked("Point out the decisions on the agenda, and save time for them."),
    marked("Keep a list of topics that come up but are not on the agenda."),
)
FIGURES: Final = (
    marked("Choose the one figure that matters most to this group, and say why."),
    marked("Do not read the other figures aloud; use them to answer questions."),
)
MILESTONES: Final = (
    marked("Name the next milestone, and say who in the room it depends on."),
    marked("Say openly what is late, and what you are doing about it."),
)
DECISIONS: Final = (
    marked("Before each decision, say what happens if it is postponed."),
    marked("Repeat each decision in one sentence, and have it recorded in those words."),
)
NEXT: Final = (
    marked("Ask everyone who takes an action item to give a due date."),
    marked("Say when to expect the minutes, and when the group meets next. Thank everyone."),
)

BEGINNINGS: Final = (MeetingKind.KICKOFF, MeetingKind.SECTOR_LAUNCH, MeetingKind.PRIORITIZATION)
"""Meetings that come before there is progress to show."""


@dataclass(frozen=True, slots=True)
class Slides:
    """The slides of one packet."""

    slides: tuple[Slide, ...]


def view(packet: MeetingPacket, context: Context) -> Slides:
    """Return the slides for the next meeting of the packet's kinds; blank if there is none."""
    meeting = meeting_of(packet, context)
    found = _slides(packet, meeting, context)
    return Slides(tuple(found if context.audience is Audience.INTERNAL else map(_silent, found)))


def meeting_of(packet: MeetingPacket, context: Context) -> Meeting | None:
    """Return the next meeting of the packet's kinds, else the last one."""
    known = context.index.ask(meetings)
    every = [meeting for meeting in known.in_order if not is_cancelled(meeting)]
    mine = [one for one in every if one.kind in packet.kinds and gets_pages(one, context)]
    coming = [meeting for meeting in mine if known.is_to_come(meeting)]
    return coming[0] if coming else mine[-1] if mine else None


def _slides(packet: MeetingPacket, meeting: Meeting | None, context: Context) -> Iterator[Slide]:
    yield Slide(
        title=meeting.title if meeting else packet.title,
        text=context.plan.project.name,
        facts=title_facts(meeting, context),
        notes=tuple(map(phrase, WELCOME)),
    )
    purpose, outcomes = (meeting.purpose or "", meeting.outcomes) if meeting else ("", ())
    yield Slide(
        title=phrase("Why we meet"),
        text=purpose,
        points=outcomes,
        lines=0 if purpose or outcomes else 4,
        notes=tuple(map(phrase, PURPOSE)),
    )
    agenda = table(AGENDA_COLUMNS, _agenda_rows(meeting, context) if meeting else ())
    yield Slide(
        title=phrase("Agenda for today"),
        caption=phrase("Agenda"),
        table=agenda,
        lines=0 if agenda else 6,
        notes=(*map(phrase, AGENDA), *(_facilitator_notes(meeting) if meeting else ())),
    )
    kind = packet.kinds[0] if packet.kinds else None
    yield from slides_of(kind, context)
    yield from _about_the_project(context, begins=kind in BEGINNINGS)
    asked = _decisions(meeting) if meeting else ()
    yield Slide(
        title=phrase("Decisions for today"),
        points=asked,
        lines=0 if asked else 4,
        notes=tuple(map(phrase, DECISIONS)),
    )
    heads = (phrase("Due"), phrase("Next step"), Head(phrase("Owner"), spare=True))
    steps = table(heads, next_steps(meeting, context))
    yield Slide(
        title=phrase("Next steps"),
        caption=phrase("Next steps"),
        table=steps,
        lines=0 if steps else 4,
        notes=tuple(map(phrase, NEXT)),
    )


def _about_the_project(context: Context, *, begins: bool) -> Iterator[Slide]:
    """Yield figures, unless the project only begins with this meeting, and milestones."""
    if pairs := () if begins else figures(context):
        yield Slide(title=phrase("The project in figures"), facts=pairs, notes=tuple(map(phrase, FIGURES)))
    if found := table((phrase("Date"), phrase("Milestone"), phrase("Status")), milestone_rows(context)):
        yield Slide(
            title=phrase("Milestones"),
            caption=phrase("The next milestones"),
            table=found,
            notes=tuple(map(phrase, MILESTONES)),
        )


def _silent(slide: Slide) -> Slide:
    return replace(slide, notes=())


def title_facts(meeting: Meeting | None, context: Context) -> tuple[tuple[str, str], ...]:
    """Return date, place, and facilitator; blank if there is no meeting yet."""
    if meeting is None:
        return (
            (phrase("Date"), ""),
            (phrase("Place"), ""),
            (phrase("Facilitator"), context.name(context.plan.project.facilitator)),
        )
    return tuple(pair for pair in meeting_facts(meeting, context) if pair[1])


def _agenda_rows(meeting: Meeting, context: Context) -> tuple[Row, ...]:
    found, minutes = [], 0
    for item in meeting.agenda:
        found.append((time_in(minutes, meeting.starts), item.title, _purpose(item), context.name(item.lead)))
        minutes += item.minutes
    return tuple(found)


def _purpose(item: AgendaItem) -> str:
    return NONE if is_break(item) else item.purpose.label


def _facilitator_notes(meeting: Meeting) -> tuple[str, ...]:
    """Return the plan's notes for the facilitator, item by item."""
    return tuple(f"{item.title}: {item.notes}" for item in meeting.agenda if item.notes)


def _decisions(meeting: Meeting) -> tuple[str, ...]:
    """Return the agenda items with a decision."""
    return tuple(item.title for item in meeting.agenda if item.purpose is AgendaPurpose.DECIDE)


def figures(context: Context) -> tuple[tuple[str, str], ...]:
    """Return the size of the project, and its progress."""
    plan, leaves = context.plan, context.leaves
    sectors = count(
        len(context.index.ask(stakeholders).represented), "stakeholder category", "stakeholder categories"
    )
    pairs = (
        (phrase("Partners"), count(len(plan.organizations), "organization") if plan.organizations else ""),
        (
            phrase("People"),
            phrase(
                "{people} from {sectors}", people=count(len(plan.people), "person", "people"), sectors=sectors
            )
            if plan.people
            else "",
        ),
        (phrase("Goals"), str(len(plan.goals)) if plan.goals else ""),
        (phrase("Pathways"), str(len(plan.pathways)) if plan.pathways else ""),
        (phrase("Work"), done_words(leaves)),
        (phrase("Finish"), long_day(context.schedule.finish) if leaves else ""),
    )
    return tuple(pair for pair in pairs if pair[1])


def milestone_rows(context: Context) -> tuple[Row, ...]:
    """Return the milestone reached, and the next ones."""
    found = milestones(context)
    done = [task for task in found if task.status is Status.DONE][-1:]
    ahead = [task for task in found if task.status is not Status.DONE]
    kept = (*done, *ahead[: MOST_ROWS - len(done)])
    return tuple((unbroken(when(task.finish)), task.title, task.status.label) for task in kept)


def next_steps(meeting: Meeting | None, context: Context) -> tuple[Row, ...]:
    """Return the open tasks that are due next, and the next meeting."""
    day = meeting_day(meeting, context) if meeting else None
    open_tasks = [
        task
        for task in context.leaves
        if task.status is not Status.DONE and task.kind == "task" and (day is None or task.finish >= day)
    ]
    soonest = sorted(open_tasks, key=lambda task: task.finish)[: MOST_ROWS - 2]
    rows = [(unbroken(when(task.finish)), task.title, context.name(task.owner)) for task in soonest]
    return (*rows, *_next_meeting(meeting, context))


def _next_meeting(meeting: Meeting | None, context: Context) -> Iterator[Row]:
    """Yield the meeting after this one, if there is one."""
    coming = context.index.ask(meetings).to_come
    if meeting in coming:
        coming = coming[coming.index(meeting) + 1 :]
    for one in coming[:1]:
        day = meeting_day(one, context)
        time = f", {meeting_time(one)}" if one.starts else ""
        shown = unbroken(when(day)) if day else phrase("No date yet")
        yield shown, f"{one.title}{time}", context.name(leader_of(context.index, one))


def _views(context: Context) -> tuple[PageView, ...]:
    """Return slides for each packet that names slides or has a meeting; otherwise one blank set."""
    packets = packets_made(context.plan)
    shown = [one for one in packets if meeting_of(one, context) or HANDOUT.id in one.handouts]
    return tuple(
        PageView(
            f"slides-{packet.id}",
            phrase("Slides: {packet}", packet=packet.title),
            view(packet, context),
            meeting=packet.kinds[0] if packet.kinds else None,
            source=planned_by(packet.kinds[0] if packet.kinds else None, context),
        )
        for packet in shown or packets[:1]
    )


HANDOUT: Final = Handout(
    "slides",
    "Slides with notes",
    "slides",
    CHAPTER_1.format("slides with notes for the facilitator"),
    "Slides for the meeting of each packet, with speaker notes below each slide.",
    _views,
    audience=Audience.PARTNERS,
)
