"""The kickoff meeting: whether there is one, and whether its preparations are listed and done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.outreach.meetings import meetings, open_logistics, unlisted_logistics
from pathwayctl.wording import long_day

NOT_LISTED: Final = Rule("PW523")
NO_KICKOFF: Final = Rule("PW524")
NOT_DONE: Final = Rule("PW606")


@check(NOT_LISTED, NOT_DONE, guides=("ccrs",))
def logistics(index: PlanIndex) -> Iterator[Problem]:
    """Preparations of the kickoff meetings still to come; for one that has passed, it is too late."""
    for place, meeting, day in index.ask(meetings).kickoffs_ahead:
        path, title = ("meetings", place), quoted(meeting.title)
        if unlisted := unlisted_logistics(meeting):
            message = f"The preparations for {title} do not list {labels(unlisted)}."
            hint = f"Add to its logistics: {', '.join(f'{{item: {item}}}' for item in unlisted)}"
            yield NOT_LISTED.at(path, message, hint)
        undone = open_logistics(meeting)
        if undone and day is not None and index.today is not None and (day - index.today).days <= 1:
            items = labels([entry.item for _, entry in undone])
            message = f"{title} is on {long_day(day)}, and some preparations are not done: {items}."
            yield NOT_DONE.at((*path, "logistics", undone[0][0]), message)


@check(NO_KICKOFF, needs_all=True, guides=("ccrs",))
def missing(index: PlanIndex) -> Iterator[Problem]:
    """Report a project whose meetings include no kickoff."""
    if index.ask(meetings).lacks_kickoff:
        yield NO_KICKOFF.at(index.guide("ccrs"), "None of the meetings is a kickoff meeting.")
