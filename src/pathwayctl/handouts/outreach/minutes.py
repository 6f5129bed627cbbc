"""Minutes: attendance, decisions, and action items; before the meeting, a form to record them.

Source: Designing a Career Pathways System (CCRS Center, 2016), chapter 1, table 4, and Creating Career
Pathways in Colorado (2014), step 4, ask for notes, owners, and follow-up. Each page cites its own guide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.outreach.meetings import asked, expected, is_break, is_held, unowned_actions
from pathwayctl.handouts.cells import time_in, weekday_and_day
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import (
    MINUTES,
    OPEN_ACTIONS,
    due_words,
    held_or_to_come,
    meeting_day,
    meeting_facts,
    meeting_time,
    next_after,
    open_before,
    recorded_by,
)
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

ACTIONS: Final = (Head(marked("Action item"), width="wide"), marked("Owner"), marked("Due"), marked("Status"))
MOTIONS: Final = (
    Head(marked("Motion"), width="wide"),
    Head(marked("Moved"), spare=True),
    Head(marked("Seconded"), spare=True),
    Head(marked("Vote"), spare=True),
    Head(marked("Result"), spare=True),
)
CLOSING: Final = (
    marked("Adjourned"), marked("Next meeting"), marked("Minutes taken by"), marked("Approved on")
)  # fmt: skip
NO_ACTIONS: Final = table(OPEN_ACTIONS)


@dataclass(frozen=True, slots=True)
class Topic:
    """An agenda item: its title, its time, purpose, and lead, and what was said, empty on a form."""

    title: str
    about: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """One page.

    ``open_actions`` are those of earlier meetings. A form has ``expected``, a checklist of names, and
    ``topics`` with lines to write on; finished minutes have the items in ``agenda``, or in ``topics`` if
    their discussion is recorded. ``changes`` are tasks that were changed because of what the group said.
    ``closing`` is when the meeting was adjourned, when the next one is, and who took the minutes.
    """

    facts: tuple[tuple[str, str], ...]
    open_actions: HandoutTable
    expected: tuple[tuple[str, bool], ...]
    topics: tuple[Topic, ...]
    agenda: tuple[str, ...]
    decisions: tuple[str, ...]
    motions: HandoutTable
    actions: HandoutTable
    changes: tuple[str, ...]
    gaps: tuple[str, ...]
    closing: tuple[tuple[str, str], ...]
    is_form: bool


def view(meeting: Meeting, left: HandoutTable, context: Context) -> Minutes:
    """Return the minutes, or the form for a meeting still to come; ``left`` are earlier open action items."""
    held = is_held(meeting)
    items = tuple(item.title for item in meeting.agenda if not is_break(item))
    told = held and any(item.discussion for item in meeting.agenda)
    return Minutes(
        facts=(*meeting_facts(meeting, context), *(_presence(meeting, context) if held else ())),
        open_actions=left,
        expected=() if held else _to_check(meeting, context),
        topics=() if held and not told else tuple(_topics(meeting, context)) or _numbered(),
        agenda=items if held and not told else (),
        decisions=meeting.decisions,
        motions=table(MOTIONS, _motions(meeting, context), blank=0 if held else 2),
        actions=table(ACTIONS, _actions(meeting, context)) if held else table(ACTIONS, blank=5),
        changes=tuple(_changes(meeting, context)),
        gaps=tuple(_gaps(meeting)) if held else (),
        closing=tuple(_closing(meeting, context, held=held)),
        is_form=not held,
    )


def blank() -> Minutes:
    """Return a form for any meeting."""
    names = (
        phrase("Meeting"),
        phrase("Date"),
        phrase("Place"),
        phrase("Facilitator"),
        phrase("Present"),
        phrase("Absent"),
    )
    facts = tuple((name, "") for name in names)
    motions, actions = table(MOTIONS, blank=2), table(ACTIONS, blank=6)
    closing = tuple((phrase(name), "") for name in CLOSING)
    return Minutes(
        facts, NO_ACTIONS, (), _numbered(), (), (), motions, actions, (), (), closing, is_form=True
    )


def _numbered() -> tuple[Topic, ...]:
    return tuple(Topic(phrase("Item {number}", number=number), "") for number in range(1, 5))


def _presence(meeting: Meeting, context: Context) -> Iterator[tuple[str, str]]:
    accounted = {*meeting.attended, *meeting.absent}
    missing = [key for key in _asked(meeting, context) if key not in accounted]
    yield phrase("Present"), listed([context.name(key) for key in meeting.attended])
    if meeting.absent:
        yield phrase("Regrets"), listed([context.name(key) for key in meeting.absent])
    if meeting.attended and missing:
        yield phrase("Absent"), listed([context.name(key) for key in missing])


def _to_check(meeting: Meeting, context: Context) -> tuple[tuple[str, bool], ...]:
    return tuple((context.name(one), False) for one in expected(context.index, meeting))


def _asked(meeting: Meeting, context: Context) -> tuple[str, ...]:
    return (*asked(context.index, meeting), *meeting.guests)


def _topics(meeting: Meeting, context: Context) -> Iterator[Topic]:
    minutes = 0
    for item in meeting.agenda:
        lead = phrase("led by {name}", name=context.name(item.lead)) if item.lead else ""
        parts = (time_in(minutes, meeting.starts), item.purpose.label, lead)
        if not is_break(item):
            yield Topic(item.title, ", ".join(part for part in parts if part), item.discussion or "")
        minutes += item.minutes


def _motions(meeting: Meeting, context: Context) -> Iterator[Row]:
    for one in meeting.motions:
        result = one.result.label if one.result else ""
        yield one.motion, context.name(one.moved), context.name(one.seconded), one.vote or "", result


def _closing(meeting: Meeting, context: Context, *, held: bool) -> Iterator[tuple[str, str]]:
    """Yield how the minutes end; what is not known is left out, or blank on a form."""
    coming = next_after(meeting, context, or_held=True)
    day = weekday_and_day(meeting_day(coming, context)) if coming else ""
    found = (
        time_in(0, meeting.adjourned) if meeting.adjourned else "",
        ", ".join(filter(None, (coming.title, day, meeting_time(coming)))) if coming else "",
        context.name(meeting.minutes_by),
        weekday_and_day(meeting.approved),
    )
    yield from (
        (phrase(name), words) for name, words in zip(CLOSING, found, strict=True) if words or not held
    )


def _actions(meeting: Meeting, context: Context) -> Iterator[Row]:
    for action in meeting.actions:
        status = phrase("Done") if action.done else phrase("Open")
        yield action.title, context.name(action.owner), due_words(action, context), status


def _changes(meeting: Meeting, context: Context) -> Iterator[str]:
    """Yield the tasks that changed because of a reflection, each with what the group looked back on."""
    for reflection in meeting.reflections:
        row = context.index.row_of(reflection.milestone)
        for key in reflection.changes:
            changed = context.index.row_of(key)
            if changed is not None:
                title, milestone = changed.task.title, row.task.title if row else ""
                said = marked("{task}, after reflecting on “{milestone}”")
                yield phrase(said, task=title, milestone=milestone) if row else title


def _gaps(meeting: Meeting) -> Iterator[str]:
    if not meeting.attended:
        yield phrase("Attendance was not recorded.")
    if not meeting.decisions and not meeting.motions and not meeting.actions and not meeting.reflections:
        yield phrase("No decisions or action items were recorded.")
    if unowned := [action.title for _, action in unowned_actions(meeting)]:
        yield phrase("Action items without an owner: {items}.", items=listed(unowned))


def _views(context: Context) -> tuple[PageView, ...]:
    left = open_before(context)
    pages = tuple(
        PageView(
            f"minutes-{meeting.id}",
            phrase("Minutes: {meeting}", meeting=meeting.title),
            view(meeting, left[meeting.id], context),
            meeting=meeting.kind,
            source=recorded_by(meeting.kind, context),
        )
        for meeting in held_or_to_come(context)
    )
    return pages or (PageView("minutes", phrase("Meeting minutes"), blank()),)


HANDOUT: Final = Handout(
    "minutes",
    "Minutes",
    "minutes",
    MINUTES,
    "Attendance, decisions, and action items.",
    _views,
    audience=Audience.PARTNERS,
)
