"""“My assignments”: a page for each person and organization, with everything the plan asks of them.

Source: Designing a Career Pathways System, chapter 4, planning the work (CCRS Center, 2016): the person
who does a task has enough detail to go ahead, and is accountable for its outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pathwayctl.evidence.outreach.meetings import expected, leaders
from pathwayctl.handouts.cells import bulleted, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_4, Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import (
    by_date,
    is_still_to_come,
    meeting_day,
    meeting_time,
    place_words,
)
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.handouts.tagged_tasks import unbroken
from pathwayctl.handouts.work import assignment_rows as rows
from pathwayctl.language import marked, phrase
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import ScheduledTask
from pathwayctl.wording import count, listed

BLANK: Final = 6
OWNED: Final = table(
    (
        marked("No."),
        Head(marked("Work"), width="wide"),
        Head(marked("Start"), width="narrow"),
        Head(marked("Finish"), width="narrow"),
        marked("Waits for"),
        Head(marked("Outcome"), width="wide"),
        Head(marked("Status"), width="narrow"),
    )
)
HELPED: Final = table(
    (
        marked("No."),
        Head(marked("Work"), width="wide"),
        Head(marked("How much"), width="narrow"),
        Head(marked("Start"), width="narrow"),
        Head(marked("Finish"), width="narrow"),
        marked("Waits for"),
        marked("Owner"),
    )
)
VOICED: Final = table(
    (
        marked("No."),
        Head(marked("Work"), width="wide"),
        Head(marked("Your part"), spare=True),
        Head(marked("Date"), width="narrow"),
        marked("Owner"),
    )
)
MEETINGS: Final = table(
    (
        Head(marked("Date"), width="narrow"),
        Head(marked("Meeting"), width="wide"),
        marked("Time and place"),
        Head(marked("Your part"), spare=True),
        Head(marked("What to bring"), spare=True),
    )
)
PROMISES: Final = table(
    (Head(marked("Action item"), width="wide"), Head(marked("Due"), width="narrow"), marked("From"))
)
MESSAGES: Final = table(
    (
        marked("Audience"),
        Head(marked("Messages"), width="wide"),
        marked("Modes"),
        marked("How often, or due date"),
    )
)
RISKS: Final = table((marked("Risk"), marked("Trigger"), Head(marked("Response"), width="wide")))
STANDING: Final = table((Head(marked("Kind"), width="narrow"), Head(marked("What"), width="wide")))


@dataclass(frozen=True, slots=True)
class Detail:
    """The detail of one task, which may contain Markdown."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Assignments:
    """One person's or organization's page; a part without rows is left out.

    ``owned``, ``helped``, and ``voiced`` are tasks that they own, are assigned to, or are consulted or
    informed about; ``promises`` are action items, and ``standing`` are roles without an end.
    """

    facts: tuple[tuple[str, str], ...]
    owned: HandoutTable = OWNED
    helped: HandoutTable = HELPED
    voiced: HandoutTable = VOICED
    promises: HandoutTable = PROMISES
    meetings: HandoutTable = MEETINGS
    messages: HandoutTable = MESSAGES
    risks: HandoutTable = RISKS
    standing: HandoutTable = STANDING
    details: tuple[Detail, ...] = ()


def view(party: str, mine: rows.Mine, context: Context) -> Assignments | None:
    """Return the assignments of one party, or ``None`` if the plan asks nothing of them.

    To be informed of a task asks nothing, so that alone makes no page.
    """
    page = Assignments(
        facts=(),
        owned=table(OWNED.columns, (rows.owned(task, context) for task in mine.owned)),
        helped=table(HELPED.columns, (rows.helped(party, task, context) for task in mine.helped)),
        voiced=table(VOICED.columns, (rows.voiced(party, task, context) for task in mine.voiced)),
        promises=table(PROMISES.columns, rows.action_items(party, context)),
        meetings=table(MEETINGS.columns, _meetings(party, context)),
        messages=table(MESSAGES.columns, rows.messages(party, context)),
        risks=table(RISKS.columns, rows.risks(party, context)),
        standing=table(STANDING.columns, rows.standing(party, context)),
        details=tuple(_details((*mine.owned, *mine.helped))),
    )
    is_asked = any(party in task.task.consulted for task in mine.voiced)
    if replace(page, voiced=VOICED) == Assignments(()) and not is_asked and not mine.done:
        return None
    return _with_facts(page, party, mine.done, context)


def _with_facts(page: Assignments, party: str, done: int, context: Context) -> Assignments:
    person = context.index.people.get(party)
    houses = context.index.organizations_of(person) if person else ()
    pairs = (
        (phrase("For"), stacked(context.name(party), (person.title or "") if person else "")),
        (phrase("Organization"), listed([one.name for one in houses])),
        (phrase("Works at"), listed([context.name(key) for key in person.works_at]) if person else ""),
        (phrase("Open"), count(len(page.owned), "task") if page.owned else ""),
        (phrase("Completed"), count(done, "task") if done else ""),
        (phrase("Next meeting"), stacked(*page.meetings[0][:2]) if page.meetings else ""),
    )
    return replace(page, facts=tuple(pair for pair in pairs if pair[1]))


def blank() -> Assignments:
    """Return a page to fill in by hand."""
    return Assignments(
        facts=((phrase("For"), ""), (phrase("Organization"), "")),
        owned=table(OWNED.columns, blank=BLANK),
        promises=table(PROMISES.columns, blank=BLANK),
        meetings=table(MEETINGS.columns, blank=BLANK),
    )


def _details(tasks: tuple[ScheduledTask, ...]) -> Iterator[Detail]:
    for task in {one.id: one for one in tasks}.values():
        if task.task.detail:
            yield Detail(f"{task.wbs} {task.title}", task.task.detail)


def _meetings(party: str, context: Context) -> Iterator[Row]:
    for meeting in by_date(context):
        leads = [item for item in meeting.agenda if party in ids_of(item.lead)]
        if is_still_to_come(meeting, context) and party in expected(context.index, meeting):
            led = bulleted(phrase("Leads “{item}”", item=item.title) for item in leads)
            yield (
                unbroken(when(meeting_day(meeting, context))) or phrase("No date yet"),
                meeting.title,
                stacked(meeting_time(meeting), place_words(meeting, context)),
                stacked(phrase("Leads the meeting") if party in leaders(context.index, meeting) else "", led),
                bulleted(dict.fromkeys(material for item in leads for material in item.materials)),
            )


def _views(context: Context) -> tuple[PageView, ...]:
    return tuple(_pages(context)) or (PageView("assignments", phrase("My assignments"), blank()),)


def _pages(context: Context) -> Iterator[PageView]:
    work = rows.by_party(context)
    parties: tuple[Person | Organization, ...] = (*context.plan.people, *context.plan.organizations)
    for party in parties:
        page = view(party.id, work.get(party.id) or rows.Mine(), context)
        if page:
            yield PageView(
                f"assignments-{party.id}",
                phrase("My assignments: {party}", party=party.name),
                page,
                party=party.id,
            )


HANDOUT: Final = Handout(
    "assignments",
    "My assignments",
    "assignments",
    CHAPTER_4.format("breaking down the work"),
    "For each person and organization: their tasks, action items, and meetings, with dates.",
    _views,
    audience=Audience.INTERNAL,
)
