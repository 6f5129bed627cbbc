"""Meetings with their action items, the kickoff, the communication plan, and marketing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, named, quoted
from pathwayctl.checks.shared_gaps import in_one_finding, incomplete
from pathwayctl.checks.work.dates import NOT_BEGUN, day_off_for, open_or_move, workers
from pathwayctl.diagnostics import Judged, Path, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.outreach.communications import communications, marketing_entries, review_of
from pathwayctl.evidence.outreach.meetings import (
    agenda_end,
    asked,
    is_cancelled,
    leaders,
    meetings,
    open_actions,
    open_logistics,
    unlisted_logistics,
    unowned_actions,
)
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import MeetingKind, MeetingStatus
from pathwayctl.wording import count, long_day

NO_DAY: Final = Rule("PW560")
TWO_DAYS: Final = Rule("PW561")
NO_AGENDA: Final = Rule("PW562")
PAST_MIDNIGHT: Final = Rule("PW563")
NO_FACILITATOR: Final = Rule("PW564")
MEETS_ON_DAY_OFF: Final = Rule("PW565")
NO_MINUTES: Final = Rule("PW609")
TOO_LONG: Final = Rule("PW685")
BACKWARDS: Final = Rule("PW686")
OPEN_TO_ALL: Final = (MeetingKind.OPEN_HOUSE, MeetingKind.COMMUNICATION, MeetingKind.TEAM)
"""Meetings that are often held on a weekend, so that people who work or teach can come."""

_DAY_MINUTES: Final = 24 * 60
_SATURDAY: Final = 5


@check(NO_DAY, TWO_DAYS, NO_AGENDA, PAST_MIDNIGHT, NO_FACILITATOR, MEETS_ON_DAY_OFF, TOO_LONG, BACKWARDS)
def each_meeting(index: PlanIndex) -> Iterator[Problem]:
    """Every meeting: its date, its length, and its facilitator."""
    led = index.plan.project.facilitator is not None
    for place, meeting in enumerate(index.plan.meetings):
        path, title = ("meetings", place), quoted(meeting.title)
        if is_cancelled(meeting):
            continue
        yield from _day(index, path, meeting)
        yield from _times(path, meeting)
        if not meeting.agenda:
            yield NO_AGENDA.at(path, f"{title} has no agenda yet.")
        elif (agenda_end(meeting) or 0) > _DAY_MINUTES:
            yield PAST_MIDNIGHT.at((*path, "starts"), f"The agenda of {title} runs past midnight.")
        if meeting.facilitator is None and not led and index.parties:
            yield NO_FACILITATOR.at(path, f"{title} has no facilitator.")


@check(NO_MINUTES)
def minutes(index: PlanIndex) -> Iterator[Problem]:
    """Meetings before the status date without minutes, in one finding."""
    left = [(place, meeting.title) for place, meeting in index.ask(meetings).without_minutes]
    subject = "past meeting has", "past meetings have"
    yield from in_one_finding(index, NO_MINUTES, "meetings", left, subject, "no minutes")


def _day(index: PlanIndex, path: Path, meeting: Meeting) -> Iterator[Problem]:
    title, day = quoted(meeting.title), meeting.date
    if day is None:
        if meeting.status is MeetingStatus.POSTPONED and meeting.task is None:
            yield NO_DAY.at(path, f"{title} is postponed, and its new date is not set yet.")
        elif meeting.task is None and not meeting.dates:
            yield NO_DAY.at(path, f"{title} has neither a date nor a task that sets its date.")
        return
    row, days = index.row_of(meeting.task), _planned(index, meeting)
    if row is not None and days is not None and not days[0] <= day <= days[1]:
        task = quoted(row.task.title)
        message = f"{title} is on {long_day(day)}, but its task {task} is on {long_day(days[0])}."
        yield TWO_DAYS.at((*path, "date"), message)
        return
    if row is not None and row.task.date == day and row.task.status in NOT_BEGUN:
        return  # if that is a day off, the finding about the task says so
    reason = day_off_for(index, day, _attending(index, meeting))
    if reason is not None and not (meeting.kind in OPEN_TO_ALL and day.weekday() >= _SATURDAY):
        message = f"{title} is on {long_day(day)}, a day off: {reason}."
        yield MEETS_ON_DAY_OFF.at((*path, "date"), message, open_or_move(index, day))


def _times(path: Path, meeting: Meeting) -> Iterator[Problem]:
    """An end before the beginning, and an agenda that does not fit in between."""
    title, starts, ends = quoted(meeting.title), meeting.starts, meeting.ends
    if meeting.until is not None and meeting.date is not None and meeting.until < meeting.date:
        message = f"{title} ends on {long_day(meeting.until)}, before it begins on {long_day(meeting.date)}."
        yield BACKWARDS.at((*path, "until"), message)
    if starts is None or ends is None or meeting.until is not None:
        return
    if ends <= starts:
        yield BACKWARDS.at((*path, "ends"), f"{title} ends at {ends:%H:%M}, but it starts at {starts:%H:%M}.")
    elif (agenda_end(meeting) or 0) > ends.hour * 60 + ends.minute:
        takes = count(sum(item.minutes for item in meeting.agenda), "minute")
        message = f"The agenda of {title} takes {takes}, so it ends after {ends:%H:%M}."
        yield TOO_LONG.at((*path, "ends"), message)


def _attending(index: PlanIndex, meeting: Meeting) -> Iterator[str | None]:
    """The facilitators of a meeting, everyone invited, and the people who work on its task."""
    yield from leaders(index, meeting)
    yield from asked(index, meeting)
    row = index.row_of(meeting.task)
    if row is not None:
        yield from workers(index, row.task)


def _planned(index: PlanIndex, meeting: Meeting) -> tuple[date, date] | None:
    """The first and last day of the task that sets the date of a meeting, if they are known."""
    row = index.row_of(meeting.task)
    if row is None:
        return None
    placed = index.scheduled(row)
    if placed is not None and row.task.date != meeting.date:
        return placed.start, placed.finish
    return (row.task.date, row.task.date) if row.task.date is not None else None


NO_OWNER: Final = Rule("PW525")
NO_DUE_DATE: Final = Rule("PW526")


FINISHED_NOT_DONE: Final = Rule("PW443", Judged.ENTRY)


@check(NO_OWNER, NO_DUE_DATE, FINISHED_NOT_DONE)
def actions(index: PlanIndex) -> Iterator[Problem]:
    """Open action items without an owner or a due date, in one finding of each for every meeting.

    Also each one that has a finish date but says that it is not done.
    """
    for place, meeting in enumerate(index.plan.meetings):
        for item, action in open_actions(meeting):
            if action.finished is not None:
                path = ("meetings", place, "actions", item, "done")
                message = (
                    f"{quoted(action.title)} was finished on {long_day(action.finished)}, but is not done."
                )
                yield FINISHED_NOT_DONE.at(path, message, "Delete done: false, or delete finished:.")
        undated = tuple(one for one in open_actions(meeting) if one[1].due is None)
        for rule, found, what in (
            (NO_OWNER, unowned_actions(meeting), "an owner"),
            (NO_DUE_DATE, undated, "a due date"),
        ):
            if found:
                number = count(len(found), f"action item without {what}", f"action items without {what}")
                names = named(index, [action.title for _, action in found])
                message = f"{quoted(meeting.title)} has {number}: {names}."
                yield rule.at(("meetings", place, "actions", found[0][0]), message)


NOT_LISTED: Final = Rule("PW523")
NO_KICKOFF: Final = Rule("PW524")
NOT_DONE: Final = Rule("PW606")


@check(NOT_LISTED, NOT_DONE, guides=("ccrs",))
def logistics(index: PlanIndex) -> Iterator[Problem]:
    """Report missing and unfinished preparations of kickoff meetings that are still to come."""
    for place, meeting, day in index.ask(meetings).kickoffs_ahead:
        path, title = ("meetings", place), quoted(meeting.title)
        if unlisted := unlisted_logistics(meeting):
            message = f"The preparations for {title} do not list {labels(unlisted)}."
            hint = f"Add to its logistics: {', '.join(f'{{item: {item}}}' for item in unlisted)}"
            yield NOT_LISTED.at(path, message, hint)
        undone = open_logistics(meeting)
        if undone and day is not None and index.today is not None and (day - index.today).days <= 1:
            items = labels([entry.item for _, entry in undone], "and")
            message = f"{title} is on {long_day(day)}, and some preparations are not done: {items}."
            yield NOT_DONE.at((*path, "logistics", undone[0][0]), message)


@check(NO_KICKOFF, needs_all=True, guides=("ccrs",))
def no_kickoff(index: PlanIndex) -> Iterator[Problem]:
    """Report a project whose meetings include no kickoff."""
    if index.ask(meetings).lacks_kickoff:
        yield NO_KICKOFF.at(index.guide("ccrs"), "None of the meetings is a kickoff meeting.")


INCOMPLETE: Final = Rule("PW550")
UNREACHED: Final = Rule("PW551")
OVERDUE: Final = Rule("PW552")
SILENT: Final = Rule("PW682")


@check(INCOMPLETE, UNREACHED, OVERDUE, SILENT, guides=("ccrs",))
def communication_plan(index: PlanIndex) -> Iterator[Problem]:
    """Report what the communication plan is missing; there are no findings while it has no entries."""
    found = index.ask(communications)
    section, name = "communications", attrgetter("audience")
    yield from incomplete(index, INCOMPLETE, section, found.incomplete, "audience", name=name)
    for place, entry in found.overdue:
        if entry.reviewed is not None:
            last = f"The entry for {quoted(entry.audience)} was last reviewed on {long_day(entry.reviewed)}"
            message = f"{last}, but is to be reviewed {review_of(entry).label.lower()}."
            yield OVERDUE.at(("communications", place, "reviewed"), message)
    for place, entry, last_sent in found.silent:
        if entry.cadence is not None:
            last = f"{quoted(entry.audience)} last heard from you on {long_day(last_sent)}"
            message = f"{last}, but should hear from you {entry.cadence.label.lower()}."
            yield SILENT.at(("communications", place, "sent"), message)
    if found.unreached:
        hint = f"Add to the categories: of the audiences they belong to: {', '.join(found.unreached)}"
        yield UNREACHED.at(index.guide("ccrs"), f"No audience includes {labels(found.unreached)}.", hint)


UNMARKETED: Final = Rule("PW539")
UNSENT: Final = Rule("PW683")


@check(UNMARKETED, UNSENT, guides=("sector",))
def marketing(index: PlanIndex) -> Iterator[Problem]:
    """Audiences without a message or an owner."""
    known = index.ask(marketing_entries)
    found = known.without("message", "owner")
    nouns, name = ("marketing for", "marketing entries"), attrgetter("audience")
    yield from incomplete(index, UNMARKETED, "marketing", found, *nouns, name=name)
    late = [(one.place, one.entry.audience) for one in known.late(index.today)]
    subject, what = ("marketing entry is", "marketing entries are"), "due and not sent yet"
    yield from in_one_finding(index, UNSENT, "marketing", late, subject, what, field="due")
