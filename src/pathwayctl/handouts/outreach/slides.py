"""Slides for the meeting of each packet, with speaker notes.

Each sheet has one slide and, below it, what to say: the plan's notes for the facilitator, and advice of
ours. Only internal pages have the notes. Source: Designing a Career Pathways System (CCRS Center, 2016)
runs its meetings with slides and notes for the facilitator.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.outreach.meetings import meetings
from pathwayctl.evidence.packets import packets_of
from pathwayctl.handouts.cells import Row
from pathwayctl.handouts.handout import CHAPTER_1, Handout, PageView
from pathwayctl.handouts.outreach import slide_parts as parts
from pathwayctl.model.vocabulary import Audience

if TYPE_CHECKING:
    from pathwayctl.evidence.packets import Packet
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Meeting


@dataclass(frozen=True, slots=True)
class SlideTable:
    """A table on a slide."""

    caption: str
    columns: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its title, its contents, and the notes below it.

    ``lines`` is the number of lines to write on if the plan has no contents yet.
    """

    title: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    points: tuple[str, ...] = ()
    table: SlideTable | None = None
    lines: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slides:
    """The slides of one packet."""

    slides: tuple[Slide, ...]


def view(packet: Packet, context: Context) -> Slides:
    """The slides for the next meeting of the packet's kinds; blank if there is none."""
    meeting = meeting_of(packet, context)
    found = _slides(packet, meeting, context)
    return Slides(tuple(found if context.audience is Audience.INTERNAL else map(_silent, found)))


def meeting_of(packet: Packet, context: Context) -> Meeting | None:
    """The next meeting of the packet's kinds, else the last one."""
    known = context.index.ask(meetings)
    mine = [meeting for meeting in known.in_order if meeting.kind in packet.kinds]
    coming = [meeting for meeting in mine if known.is_to_come(meeting)]
    return coming[0] if coming else mine[-1] if mine else None


def _slides(packet: Packet, meeting: Meeting | None, context: Context) -> Iterator[Slide]:
    yield Slide(
        title=meeting.title if meeting else packet.title,
        text=context.plan.project.name,
        facts=parts.title_facts(meeting, context),
        notes=parts.WELCOME,
    )
    purpose, outcomes = (meeting.purpose or "", meeting.outcomes) if meeting else ("", ())
    yield Slide(
        title="Why we meet",
        text=purpose,
        points=outcomes,
        lines=0 if purpose or outcomes else 4,
        notes=parts.PURPOSE,
    )
    agenda = parts.agenda_rows(meeting, context) if meeting else ()
    yield Slide(
        title="Agenda for today",
        table=_table("Agenda", ("Time", "Item", "Purpose", "Lead"), agenda),
        lines=0 if agenda else 6,
        notes=(*parts.AGENDA, *(parts.facilitator_notes(meeting) if meeting else ())),
    )
    yield from _about_the_project(context)
    asked = parts.decisions(meeting) if meeting else ()
    yield Slide(
        title="Decisions for today",
        points=asked,
        lines=0 if asked else 4,
        notes=parts.DECISIONS,
    )
    steps = parts.next_steps(meeting, context)
    yield Slide(
        title="Next steps",
        table=_table("Next steps", ("Due", "Next step", "Owner"), steps),
        lines=0 if steps else 4,
        notes=parts.NEXT,
    )


def _about_the_project(context: Context) -> Iterator[Slide]:
    """Figures and milestones, if the project has any."""
    if figures := parts.figures(context):
        yield Slide(title="The project in figures", facts=figures, notes=parts.FIGURES)
    if milestones := parts.milestone_rows(context):
        yield Slide(
            title="Milestones",
            table=_table("The next milestones", ("Date", "Milestone", "Status"), milestones),
            notes=parts.MILESTONES,
        )


def _table(caption: str, columns: Row, rows: tuple[Row, ...]) -> SlideTable | None:
    return SlideTable(caption, columns, rows) if rows else None


def _silent(slide: Slide) -> Slide:
    return replace(slide, notes=())


def _views(context: Context) -> tuple[PageView, ...]:
    """Slides for each packet that names slides or has a meeting; otherwise one blank set."""
    packets = packets_of(context.plan)
    shown = [one for one in packets if meeting_of(one, context) or HANDOUT.id in one.handouts]
    return tuple(
        PageView(
            f"slides-{packet.id}",
            f"Slides: {packet.title}",
            view(packet, context),
            meeting=packet.kinds[0] if packet.kinds else None,
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
