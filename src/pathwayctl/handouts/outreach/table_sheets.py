"""Sheets for the tables of a meeting: the elements to choose from, or what employers say of their industry.

Source: Designing a Career Pathways System, chapter 1, table 5 (CCRS Center, 2016): small groups choose
elements and say why. Creating Career Pathways in Colorado (2014), step 3, as we read it: employers say what
is growing and what is in the way.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.followed_guides import follows
from pathwayctl.evidence.outreach.meetings import is_over
from pathwayctl.handouts.cells import weekday_and_day
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_1, Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import held_or_to_come, meeting_day, planned_by
from pathwayctl.handouts.outreach.slide_contents import elements_to_choose
from pathwayctl.handouts.tables import HandoutTable, Head, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import Audience, Guide, MeetingKind
from pathwayctl.quick_dataclass import dataclass

CHOICES: Final = (
    Head(marked("Element"), width="wide"),
    Head(marked("Our choice"), width="narrow"),
    Head(marked("Why"), width="wide"),
)
KINDS: Final = (MeetingKind.KICKOFF, MeetingKind.PRIORITIZATION, MeetingKind.SECTOR_LAUNCH)
"""The meetings whose small groups fill in a sheet."""
OTHERS: Final = (marked("Another element:"), marked("Another element:"))


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A heading, and the table below it."""

    title: str
    rows: HandoutTable


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One sheet: who is at the table, and what to write down under which heading."""

    intro: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[SheetPart, ...]


def view(kind: MeetingKind, meeting: Meeting | None, context: Context) -> TableSheet:
    """Return the sheet for one kind of meeting."""
    facts = (
        (phrase("Meeting"), meeting.title if meeting else ""),
        (phrase("Date"), weekday_and_day(meeting_day(meeting, context)) if meeting else ""),
        (phrase("Table or group"), ""),
        (phrase("Names"), ""),
    )
    if kind is MeetingKind.SECTOR_LAUNCH:
        intro = phrase("Employers speak first. Write down their words, and leave programs for later.")
        return TableSheet(intro, facts, _of_employers())
    intro = phrase("Choose the elements that matter most to this group. Mark each choice, and say why.")
    rows = [(element, "", "") for element in (*elements_to_choose(context), *map(phrase, OTHERS))]
    return TableSheet(intro, facts, (SheetPart(phrase("Elements"), table(CHOICES, rows)),))


def _of_employers() -> tuple[SheetPart, ...]:
    growing = (
        Head(phrase("What is growing"), width="wide"),
        Head(phrase("What it would take"), width="wide"),
    )
    in_the_way = (
        Head(phrase("What is in the way"), width="wide"),
        Head(phrase("Who feels it most"), width="wide"),
    )
    together = (
        Head(phrase("What employers would do together"), width="wide"),
        phrase("Employers in favor"),
        phrase("Who would lead"),
    )
    return (
        SheetPart(phrase("What is growing?"), table(growing, blank=5)),
        SheetPart(phrase("What is in the way?"), table(in_the_way, blank=5)),
        SheetPart(phrase("What should come first?"), table(together, blank=3)),
    )


def _views(context: Context) -> tuple[PageView, ...]:
    """Return a sheet for each meeting with small groups; a sheet for any meeting if there is none."""
    pages = tuple(
        PageView(
            f"table-sheet-{meeting.id}",
            phrase("Table sheet: {meeting}", meeting=meeting.title),
            view(meeting.kind, meeting, context),
            meeting=meeting.kind,
            over=is_over(context.index, meeting),
            source=planned_by(meeting.kind, context),
        )
        for meeting in held_or_to_come(context)
        if meeting.kind in KINDS
    )
    if pages:
        return pages
    kind = MeetingKind.KICKOFF if follows(context.plan, Guide.CCRS) else MeetingKind.SECTOR_LAUNCH
    source = planned_by(kind, context)
    return (PageView("table-sheet", phrase("Table sheet"), view(kind, None, context), source=source),)


HANDOUT: Final = Handout(
    "table-sheet",
    "Table sheets",
    "table-sheet",
    CHAPTER_1.format("table 5"),
    "What each table or small group writes down: its choices and reasons, or what employers say.",
    _views,
    audience=Audience.PARTNERS,
    guides=(Guide.CCRS, Guide.SECTOR),
    kinds=KINDS,
)
