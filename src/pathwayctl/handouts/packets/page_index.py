"""The index of all pages: by meeting and date, by topic, and by person, with a sentence about each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from pathwayctl.evidence.outreach.meetings import expected, is_held
from pathwayctl.handouts.cells import when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import by_date, meeting_day, meeting_time
from pathwayctl.handouts.registry import topic_of
from pathwayctl.handouts.work.assignments import Assignments
from pathwayctl.language import marked, phrase
from pathwayctl.model.outreach import Meeting
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

Views = Sequence[tuple[Handout, PageView]]
OWN: Final = "own"
TOPICS: Final = {
    "partners": marked("Partners"),
    "goals": marked("Goals"),
    "governance": marked("Governance"),
    "frameworks": marked("Frameworks and requirements"),
    "work": marked("Work"),
    "schedule": marked("Schedule"),
    "talent": marked("Jobs and skills"),
    "pathways": marked("Pathways"),
    "outreach": marked("Meetings and communication"),
    "evaluation": marked("Evaluation"),
    "assessment": marked("Self-assessment"),
    "risks": marked("Risks"),
    "funding": marked("Funding"),
    "plan_changes": marked("What changed"),
    OWN: marked("Handouts of your own"),
}
"""The topics of handouts, as headings."""
_COPY: Final = "-facilitator"
_TAKEN_AT: Final = ("agenda", "facilitators-guide", "sign-in", "table-sheet", "sign-up", "groups", "minutes")
"""The handouts that have a page for each meeting."""


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page in the index: its ``slug``, its ``day`` in words, and a sentence of its own, if any."""

    slug: str
    day: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Pages under a heading of a ``level``."""

    title: str
    pages: tuple[IndexedPage, ...] = ()
    about: str = ""
    level: int = 3


def page_index(views: Views, context: Context) -> tuple[IndexGroup, ...]:
    """The groups of an index: meetings by date, handouts by topic, and the pages of people by name."""
    of_meetings = dict(_by_meeting(context))
    taken = [one for one in views if one[1].slug in of_meetings]
    personal = [one for one in views if one[1].party]
    rest = [one for one in views if one[1].slug not in of_meetings and not one[1].party]
    return (
        *_headed(phrase("Meetings, by date"), tuple(_meetings(taken, of_meetings, context))),
        *_headed(phrase("Handouts, by topic"), tuple(_topics(rest))),
        *_headed(phrase("Pages for one person or organization"), tuple(_people(personal, context))),
    )


def _headed(title: str, groups: tuple[IndexGroup, ...]) -> tuple[IndexGroup, ...]:
    return (IndexGroup(title, level=2), *groups) if groups else ()


def _by_meeting(context: Context) -> Iterator[tuple[str, Meeting]]:
    """The meeting of each page that is for one, by the page's file name."""
    for meeting in context.plan.meetings:
        for slug in slugs_of(meeting):
            yield slug, meeting


def slugs_of(meeting: Meeting) -> tuple[str, ...]:
    """The file names, without an ending, that pages for a meeting have."""
    return tuple(f"{handout}-{meeting.id}{copy}" for handout in _TAKEN_AT for copy in ("", _COPY))


def _meetings(views: Views, of_meetings: Mapping[str, Meeting], context: Context) -> Iterator[IndexGroup]:
    for meeting in by_date(context):
        day = when(meeting_day(meeting, context))
        pages = [one for one in views if of_meetings[one[1].slug] is meeting]
        entries = [
            IndexedPage(page.slug, day, _at_meeting(handout, page, meeting, context))
            for handout, page in pages
        ]
        title = f"{day or phrase('No date yet')}: {meeting.title}"
        about = ", ".join(filter(None, (meeting.kind.label, meeting_time(meeting), meeting.place)))
        if entries:
            yield IndexGroup(title, tuple(entries), about)


def _at_meeting(handout: Handout, page: PageView, meeting: Meeting, context: Context) -> str:
    """What is on a page of a meeting, so that those of two meetings can be told apart."""
    match handout.id:
        case "agenda":
            items = count(len(meeting.agenda), "item")
            return (
                phrase("{items}, with the facilitator’s notes.", items=items)
                if page.slug.endswith(_COPY)
                else f"{items}."
            )
        case "sign-in" if people := expected(context.index, meeting):
            return f"{count(len(people), 'person expected', 'people expected')}."
        case "minutes" if is_held(meeting):
            decided = count(len(meeting.decisions), "decision")
            return f"{listed([decided, count(len(meeting.actions), 'action item')])}."
        case "minutes" | "sign-in":
            return phrase("To fill in at the meeting.")
    return phrase(handout.about)


def _topics(views: Views) -> Iterator[IndexGroup]:
    for topic, title in TOPICS.items():
        entries: list[IndexedPage] = []
        own = [one for one in views if (topic_of(one[0]) or OWN) == topic]
        handouts = list(dict.fromkeys(handout for handout, _ in own))
        own.sort(key=lambda one: handouts.index(one[0]))  # with pages for one meeting beside the others
        for handout, several in groupby(own, key=lambda one: one[0]):
            pages = [page for _, page in several]
            about = phrase(handout.about)
            whole = next((page for page in pages if len(pages) == 1 or page.slug == handout.id), None)
            entries += [IndexedPage(page.slug, "", about if page is whole else "") for page in pages]
        if entries:
            yield IndexGroup(phrase(title), tuple(entries))


def _people(views: Views, context: Context) -> Iterator[IndexGroup]:
    """A group for each person or organization, by name."""
    named = sorted(views, key=lambda one: (context.name(one[1].party).casefold(), one[1].party))
    for party, several in groupby(named, key=lambda one: one[1].party):
        entries = [IndexedPage(page.slug, "", _for_one(handout, page)) for handout, page in several]
        yield IndexGroup(context.name(party), tuple(entries), _who(party, context))


def _who(party: str, context: Context) -> str:
    person = context.index.people.get(party)
    return ", ".join(filter(None, (person.title, context.name(person.organization)))) if person else ""


def _for_one(handout: Handout, page: PageView) -> str:
    if not isinstance(page.view, Assignments):
        return phrase(handout.about)
    parts = (
        (page.view.owned, marked("task of their own"), marked("tasks of their own")),
        (page.view.helped, marked("task to help with"), marked("tasks to help with")),
        (page.view.promises, marked("action item"), marked("action items")),
        (page.view.meetings, marked("meeting"), marked("meetings")),
    )
    said = [count(len(rows), one, many) for rows, one, many in parts if len(rows)]
    return f"{listed(said)}." if said else ""


def titles_in_order(titled: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs of a title and anything else, from A to Z."""
    return sorted(titled, key=lambda one: (one[0].casefold(), one))
