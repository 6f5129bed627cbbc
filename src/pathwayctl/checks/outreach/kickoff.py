"""The kickoff meeting: whether there is one, and whether all that it needs is thought of and seen to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance_words import Logistics
from pathwayctl.model.vocabulary import MeetingKind
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from pathwayctl.model.outreach import Meeting


NOT_LISTED: Final = Rule("PW523")
NO_KICKOFF: Final = Rule("PW524")
NOT_SEEN_TO: Final = Rule("PW606")


@check(NOT_LISTED, NOT_SEEN_TO, guides=("ccrs",))
def logistics(index: PlanIndex) -> Iterator[Problem]:
    """What the kickoff meetings still to come need; of one that has passed nothing can be mended."""
    for place, meeting in enumerate(index.plan.meetings):
        if meeting.kind is MeetingKind.KICKOFF:
            yield from _kickoff(index, place, meeting)


@check(NO_KICKOFF, needs_all=True, guides=("ccrs",))
def missing(index: PlanIndex) -> Iterator[Problem]:
    """Meetings of which none is a kickoff."""
    meetings = index.plan.meetings
    if meetings and not any(meeting.kind is MeetingKind.KICKOFF for meeting in meetings):
        yield NO_KICKOFF.at(index.guide("ccrs"), "None of the meetings is a kickoff meeting.")


def _kickoff(index: PlanIndex, place: int, meeting: Meeting) -> Iterator[Problem]:
    day, today, path = index.day_of(meeting), index.today, ("meetings", place)
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
