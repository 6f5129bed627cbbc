"""Small groups for a meeting: who works together, and which requirements each group takes.

Source: Designing a Career Pathways System, chapter 4, scope and breakdown of the work (CCRS Center,
2016): groups of about three, and every requirement assigned to one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.outreach.meetings import asked
from pathwayctl.evidence.work.small_groups import SmallGroup, small_groups
from pathwayctl.handouts.cells import bulleted, some, weekday_and_day
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_4, Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import held_or_to_come, meeting_day
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.partners import Person, PersonKind
from pathwayctl.model.vocabulary import Audience, Guide, ItemState, MeetingKind, Role
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

COLUMNS: Final = (
    Head(marked("Group"), width="narrow"),
    Head(marked("Members"), width="wide"),
    marked("Categories"),
)
KINDS: Final = (MeetingKind.PRIORITIZATION, MeetingKind.IMPLEMENTATION)
"""The meetings for which the guide suggests small groups."""
CHOOSING: Final = (
    marked(
        "Small groups choose the elements that come first, and say why. Each has about three "
        "people from different sectors."
    ),
    marked("Our priorities, and why"),
)
BREAKING_DOWN: Final = (
    marked(
        "Small groups break the requirements down into tasks. Each has about three people "
        "from different sectors, and at least one who makes decisions or does the work."
    ),
    marked("Requirements"),
)


@dataclass(frozen=True, slots=True)
class SmallGroups:
    """The page: the groups with their people, and their requirements or room to write."""

    intro: str
    facts: tuple[tuple[str, str], ...]
    groups: HandoutTable
    gaps: tuple[str, ...]
    notes: tuple[str, ...]


def view(context: Context, people: tuple[Person, ...], meeting: Meeting | None = None) -> SmallGroups:
    """Return these people in groups; without people, a form to fill in."""
    groups = small_groups(context.index, people, meeting.groups if meeting else ())
    choosing = meeting is not None and meeting.kind is MeetingKind.PRIORITIZATION
    rows = (_row(place, group, choosing, context) for place, group in enumerate(groups, 1))
    facts = (
        (phrase("Meeting"), meeting.title if meeting else ""),
        (phrase("Date"), weekday_and_day(meeting_day(meeting, context)) if meeting else ""),
        (phrase("People"), _people(people, meeting)),
    )
    gaps = tuple(_gaps(groups, people, context))
    notes = () if choosing else tuple(_notes(groups, context))
    intro, last = map(phrase, CHOOSING if choosing else BREAKING_DOWN)
    columns = (*COLUMNS, Head(last, width="wide"))
    return SmallGroups(intro, facts, table(columns, rows, blank=14), gaps, notes)


def _people(people: tuple[Person, ...], meeting: Meeting | None) -> str:
    if not people:
        return ""
    number = count(len(people), "person", "people")
    return (
        phrase("{number}, invited to this meeting", number=number)
        if meeting
        else phrase("{number}, everyone in the plan", number=number)
    )


def _row(place: int, group: SmallGroup, choosing: bool, context: Context) -> Row:
    people = [context.index.people[key] for key in group.people if key in context.index.people]
    labels = dict.fromkeys(
        category.label for person in people if (category := context.index.category_of(person)) is not None
    )
    return (
        group.name or phrase("Group {place}", place=place),
        bulleted(_member(person, context) for person in people),
        bulleted(labels),
        "" if choosing else bulleted(_requirement(key, context) for key in group.requirements),
    )


def _member(person: Person, context: Context) -> str:
    """Return ``Dana Ruiz, Hill College (decides)``."""
    words = (
        phrase("decides") if person.decision_authority or Role.DECISION_MAKER in person.roles else "",
        phrase("does the work") if person.does_the_work or Role.DOER in person.roles else "",
    )
    part = listed([word for word in words if word])
    name = ", ".join(word for word in (person.name, context.name(person.organization)) if word)
    return f"{name} ({part})" if part else name


def _requirement(key: str, context: Context) -> str:
    one = context.index.requirements[key]
    return phrase("{title} (exists)", title=one.title) if one.state is ItemState.EXISTS else one.title


def _gaps(groups: tuple[SmallGroup, ...], people: tuple[Person, ...], context: Context) -> Iterator[str]:
    if idle := [
        group.name or phrase("group {place}", place=place)
        for place, group in enumerate(groups, 1)
        if not group.acts
    ]:
        yield phrase("No decision maker or doer in {idle}.", idle=listed(idle, "or"))
    unplaced = [
        person.name
        for person in people
        if person.kind is PersonKind.STAKEHOLDER and context.index.category_of(person) is None
    ]
    if unplaced and context.audience is Audience.INTERNAL:
        yield phrase("Not balanced, because their category is missing: {unplaced}.", unplaced=some(unplaced))
    if len(people) == 1:
        yield phrase("One person is not enough for a group.")


def _notes(groups: tuple[SmallGroup, ...], context: Context) -> Iterator[str]:
    free = [
        group.name or phrase("group {place}", place=place)
        for place, group in enumerate(groups, 1)
        if not group.requirements
    ]
    if free and context.plan.requirements:
        yield phrase(
            "There are fewer requirements than groups. Ask {free} to review another group’s work.",
            free=listed(free),
        )


def _views(context: Context) -> tuple[PageView, ...]:
    """Return a page for each meeting of the kinds that invites people, or one for all people of the plan."""
    pages = tuple(
        PageView(
            f"groups-{meeting.id}",
            phrase("Small groups: {meeting}", meeting=meeting.title),
            view(context, people, meeting),
            meeting=meeting.kind,
        )
        for meeting in held_or_to_come(context)
        if (meeting.kind in KINDS or meeting.groups) and (people := _invited(meeting, context))
    )
    return pages or (PageView("groups", phrase("Small groups"), view(context, context.plan.people)),)


def _invited(meeting: Meeting, context: Context) -> tuple[Person, ...]:
    """Return the people of a meeting who can come.

    They are invited in person, through their organization or a team, or are in a group that was set.
    """
    wanted = {*asked(context.index, meeting), *(key for group in meeting.groups for key in group.members)}
    return tuple(
        one
        for one in context.plan.people
        if (one.id in wanted or not wanted.isdisjoint(ids_of(one.organization)))
        and one.id not in meeting.absent
    )


HANDOUT: Final = Handout(
    "groups",
    "Small groups",
    "groups",
    CHAPTER_4.format("scope and breakdown of the work"),
    "Who works together, in groups of about three from different sectors, and on which requirements.",
    _views,
    audience=Audience.PARTNERS,
    guides=(Guide.CCRS,),
    sections=("requirements", "meetings.groups"),
)
