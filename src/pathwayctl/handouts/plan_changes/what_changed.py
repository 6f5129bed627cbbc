"""What changed since the last meeting: a page for the board, and one for a reflection.

It begins with the last meeting of the same kind that was held, if git has a revision of that day; else with
the project's baseline. Source: Designing a Career Pathways System, chapter 4 (CCRS Center, 2016) has progress
judged milestone by milestone, and the plan and its changes shared with stakeholders.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.handout import CHAPTER_4, Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import last_before
from pathwayctl.language import phrase
from pathwayctl.model.vocabulary import Audience, MeetingKind
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.comparing import PlanChanges
    from pathwayctl.analysis.plan_changes.plan_state import PlanState
    from pathwayctl.evidence.outreach.meetings import HeldMeeting
    from pathwayctl.handouts.context import Context
    from pathwayctl.handouts.plan_changes.change_lines import ChangeTopic

KINDS: Final = (MeetingKind.BOARD, MeetingKind.REFLECTION)
"""The meetings that get a page; in a packet for one meeting, any does."""
MOST_LINES: Final = 8
"""The most lines under a heading."""


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """The changes of one topic, in sentences; ``further`` says how many are not on the page."""

    title: str
    lines: tuple[str, ...]
    further: str


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """The page; ``since`` says what it begins with."""

    since: str
    parts: tuple[ChangedPart, ...]


def _views(context: Context) -> tuple[PageView, ...]:
    return tuple(_pages(context))


def _pages(context: Context) -> Iterator[PageView]:
    """A page for each kind of meeting, if there is something to compare with and it has changed."""
    whole = context.whole or context
    one = next((meeting.kind for meeting in context.plan.meetings if meeting.id == context.meeting), None)
    kinds = (one,) if one else KINDS
    for kind in kinds:
        old = beginning(whole, last_before(kind, whole, context.meeting))
        page = _page(whole.history.changes(old), context.audience) if old and whole.history else None
        if page is not None:
            yield PageView(
                f"what-changed-{kind.value}",
                phrase("What changed, for the {kind} meeting", kind=kind.label.lower()),
                page,
                meeting=kind,
            )


def beginning(whole: Context, last: HeldMeeting | None) -> PlanState | None:
    """The state that changes begin with: that of the last meeting, else the baseline, if there is one."""
    from pathwayctl.diagnostics import RevisionError

    history = whole.history
    if whole.since is not None or history is None:
        return whole.since
    if last is not None:
        title = " ".join(last.meeting.title.split())
        name = phrase("the meeting “{title}” on {day}", title=title, day=long_day(last.day))
        try:
            return history.of_day(last.day, name)
        except RevisionError:
            pass  # without that revision, the page begins with the baseline
    return history.kept_in(whole.comparison.baseline) if whole.comparison else None


@lru_cache(maxsize=4)
def _page(changes: PlanChanges, audience: Audience) -> WhatChanged | None:
    """The page of some changes as an audience may see them; ``None`` if there are none."""
    from pathwayctl.handouts.plan_changes.state_words import on_a_page
    from pathwayctl.handouts.plan_changes.visible import topics_for

    topics = topics_for(changes, audience)
    since = phrase("Compared with {state}.", state=on_a_page(changes.old))
    return WhatChanged(since, tuple(map(_part, topics))) if topics else None


def _part(topic: ChangeTopic) -> ChangedPart:
    lines = tuple(line.text for line in topic.lines)
    kept = lines if len(lines) <= MOST_LINES + 1 else lines[:MOST_LINES]
    left = len(lines) - len(kept)
    return ChangedPart(
        topic.title,
        kept,
        phrase("Not on this page: {more_changes}.", more_changes=count(left, "more change")) if left else "",
    )


HANDOUT: Final = Handout(
    "what-changed",
    "What changed since the last meeting",
    "what-changed",
    CHAPTER_4.format("engage stakeholders"),
    "What changed since the last meeting of the same kind: dates, tasks, people, risks, and all else.",
    _views,
    audience=Audience.PARTNERS,
)
