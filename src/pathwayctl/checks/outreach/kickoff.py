"""The kickoff meeting: whether there is one, and whether all that it needs is thought of and seen to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.checks.sources import CHAPTER_1
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.governance_words import Logistics
from pathwayctl.model.vocabulary import MeetingKind
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from pathwayctl.model.outreach import Meeting

_SOURCE: Final = f"{CHAPTER_1}, planning the kickoff meeting"

NOT_LISTED: Final = Rule(
    "PW523",
    Severity.NOTE,
    "Something a kickoff meeting needs is not on its list",
    "The guide names eight things to prepare, from the agenda to the copies.",
    "Add them under logistics: of the meeting, each with the one who sees to it.",
    _SOURCE,
    ("ccrs",),
    bad="""\
meetings:
  - {id: kickoff, title: Kickoff, kind: kickoff, date: 2027-02-10, logistics: [{item: space}]}
""",
    good="""\
meetings:
  - id: kickoff
    title: Kickoff
    kind: kickoff
    date: 2027-02-10
    logistics:
      - {item: agenda, done: true}
      - {item: presenters}
      - {item: slides}
      - {item: space, done: true}
      - {item: food}
      - {item: audio-visual}
      - {item: presenter-materials}
      - {item: copies}
""",
)
NO_KICKOFF: Final = Rule(
    "PW524",
    Severity.NOTE,
    "Meetings, but no kickoff meeting",
    "At the kickoff people confirm their roles, learn what pathways are, and set the broad goals.",
    "Write kind: kickoff at the meeting that begins the work, or add one.",
    _SOURCE,
    ("ccrs",),
    bad="""\
meetings:
  - {id: may, title: Meeting in May, kind: board, date: 2027-05-12}
""",
    good="""\
meetings:
  - {id: first, title: First meeting, kind: kickoff, date: 2027-02-10}
  - {id: may, title: Meeting in May, kind: board, date: 2027-05-12}
""",
)
NOT_SEEN_TO: Final = Rule(
    "PW606",
    Severity.WARNING,
    "The kickoff meeting is a day away, and something for it is not seen to",
    "On the day itself it is too late to find a room or a speaker.",
    "See to it, and write done: true at the item.",
    _SOURCE,
    ("ccrs",),
    bad="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-02-09, guides: [ccrs]}
meetings:
  - {id: kickoff, title: Kickoff, kind: kickoff, date: 2027-02-10, logistics: [{item: food}]}
""",
    good="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-02-09, guides: [ccrs]}
meetings:
  - {id: kickoff, title: Kickoff, kind: kickoff, date: 2027-02-10, logistics: [{item: food, done: true}]}
""",
)


def logistics(facts: Facts) -> Iterator[Problem]:
    """What the kickoff meetings still to come need; of one that has passed nothing can be mended."""
    for place, meeting in enumerate(facts.plan.meetings):
        if meeting.kind is MeetingKind.KICKOFF:
            yield from _kickoff(facts, place, meeting)


def missing(facts: Facts) -> Iterator[Problem]:
    """Meetings of which none is a kickoff."""
    meetings = facts.plan.meetings
    if meetings and not any(meeting.kind is MeetingKind.KICKOFF for meeting in meetings):
        yield NO_KICKOFF.at(facts.guide("ccrs"), "None of the meetings is a kickoff meeting.")


def _kickoff(facts: Facts, place: int, meeting: Meeting) -> Iterator[Problem]:
    day, today, path = facts.day_of(meeting), facts.today, ("meetings", place)
    if day is not None and today is not None and day < today:
        return
    there = {entry.item for entry in meeting.logistics}
    unlisted = [item for item in Logistics if item not in there]
    if unlisted:
        message = f"The list for {quoted(meeting.title)} leaves out {labels(unlisted)}."
        hint = f"Add to its logistics: {', '.join(f'{{item: {item}}}' for item in unlisted)}"
        yield NOT_LISTED.at(path, message, hint)
    undone = [(number, entry.item) for number, entry in enumerate(meeting.logistics) if not entry.done]
    if undone and day is not None and today is not None and (day - today).days <= 1:
        items = labels([item for _, item in undone])
        message = f"{quoted(meeting.title)} is on {long_day(day)}, and not all is seen to: {items}."
        yield NOT_SEEN_TO.at((*path, "logistics", undone[0][0]), message)
