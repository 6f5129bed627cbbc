"""The facilitator's guide: for each kind of meeting, what to do before, during, and after it.

Source: what the guides that the project follows say of the kind of meeting; each page cites them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.followed_guides import follows
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.outreach.meeting_words import KICKOFF, date_words, held_or_to_come, planned_by
from pathwayctl.language import phrase
from pathwayctl.model.vocabulary import Audience, Guide, MeetingKind
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.catalog.catalog_entry import Facilitation
    from pathwayctl.catalog.ccrs import Activity, Objective
    from pathwayctl.handouts.context import Context

Checklist = tuple[tuple[str, bool], ...]
_OF_ANOTHER: Final = {
    MeetingKind.PRIORITIZATION: (MeetingKind.KICKOFF, ("define-pathways", "prioritize-elements"))
}
"""Kinds of meetings for activities that the guide has in another meeting, with these activities."""
_QUESTIONS: Final = {
    MeetingKind.EVALUATION: ("facilitator-readiness", "metrics-discussion"),
    MeetingKind.REFLECTION: ("reflection", "reflection-condensed"),
}


@dataclass(frozen=True, slots=True)
class ActivitySteps:
    """The steps of one activity: ``about`` says whom it is for; ``note`` is a hint, or empty."""

    title: str
    about: str
    steps: Checklist
    note: str = ""


@dataclass(frozen=True, slots=True)
class MeetingQuestions:
    """Questions of the guide, and who asks them, and when."""

    text: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacilitatorsGuide:
    """One page: the meetings of the kind, the background, and the steps."""

    facts: tuple[tuple[str, str], ...]
    background: tuple[str, ...]
    before: tuple[ActivitySteps, ...]
    during: tuple[ActivitySteps, ...]
    after: tuple[ActivitySteps, ...]
    questions: tuple[MeetingQuestions, ...]


def view(kind: MeetingKind, context: Context) -> FacilitatorsGuide:
    """Return the page for a kind of meeting; empty parts if no guide of the project speaks of it."""
    objectives = _objectives(kind) if follows(context.plan, Guide.CCRS) else ()
    notes = tuple(_facilitations(kind, context))
    activities = [activity for objective in objectives for activity in objective.activities]
    return FacilitatorsGuide(
        facts=tuple(
            (one.title, date_words(one, context)) for one in held_or_to_come(context) if one.kind is kind
        ),
        background=(
            *(text for objective in objectives for text in objective.context),
            *(one.text for one in notes),
            *_concepts(kind),
        ),
        before=(*_kept(map(_before, activities)), *_kept(_of(one, one.before) for one in notes)),
        during=(*_kept(map(_during, activities)), *_kept(_of(one, one.during) for one in notes)),
        after=(*_kept(map(_after, activities)), *_kept(_of(one, one.after) for one in notes)),
        questions=tuple(_questions(kind)) if objectives else (),
    )


def _objectives(kind: MeetingKind) -> tuple[Objective, ...]:
    from pathwayctl.catalog.reading import ccrs

    where, only = _OF_ANOTHER.get(kind, (kind, ()))
    kept = (
        (one, tuple(activity for activity in one.activities if not only or activity.id in only))
        for one in ccrs().for_meeting(where)
    )
    return tuple(one.model_copy(update={"activities": some}) for one, some in kept if some)


def _facilitations(kind: MeetingKind, context: Context) -> Iterator[Facilitation]:
    """Yield what the other guides of the project say of a kind of meeting."""
    from pathwayctl.catalog import reading

    known = (
        (Guide.SECTOR, reading.sector),
        (Guide.COMPONENTS, reading.components),
        (Guide.GRADES_9_14, reading.grades_9_14),
    )
    for guide, read in known:
        if follows(context.plan, guide):
            yield from (one for one in read().facilitation if one.meeting is kind)


def _concepts(kind: MeetingKind) -> Iterator[str]:
    from pathwayctl.catalog.reading import sector

    if kind is MeetingKind.SECTOR_LAUNCH:
        yield from (one.text for one in sector().concepts)


def _questions(kind: MeetingKind) -> Iterator[MeetingQuestions]:
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import ccrs

    for name in _QUESTIONS.get(kind, ()):
        asked = find(ccrs().questions, name)
        yield MeetingQuestions(asked.text, tuple(one.text for one in asked.items))


def _before(activity: Activity) -> ActivitySteps:
    """Return what precedes the meeting; a planning activity without steps is a step itself."""
    planning = activity.kind == "planning"
    steps = activity.before or ((activity.text,) if planning and not activity.during else ())
    return ActivitySteps(
        activity.text.rstrip("."), activity.kind.label, _open(steps), activity.note if planning else ""
    )


def _during(activity: Activity) -> ActivitySteps:
    note = "" if activity.kind == "planning" else activity.note
    return ActivitySteps(activity.text.rstrip("."), activity.kind.label, _open(activity.during), note)


def _after(activity: Activity) -> ActivitySteps:
    return ActivitySteps(activity.text.rstrip("."), activity.kind.label, _open(activity.after))


def _of(one: Facilitation, steps: tuple[str, ...]) -> ActivitySteps:
    return ActivitySteps(one.text.rstrip("."), "", _open(steps))


def _open(texts: Iterable[str]) -> Checklist:
    return tuple((text, False) for text in texts)


def _kept(steps: Iterable[ActivitySteps]) -> Iterator[ActivitySteps]:
    return (one for one in steps if one.steps)


def _views(context: Context) -> tuple[PageView, ...]:
    pages = ((kind, view(kind, context)) for kind in MeetingKind)
    return tuple(
        PageView(
            f"facilitators-guide-{kind.value}",
            phrase("Facilitator’s guide: {kind} meeting", kind=kind.label.lower()),
            page,
            meeting=kind,
            source=planned_by(kind, context),
        )
        for kind, page in pages
        if page.before or page.during or page.after
    )


HANDOUT: Final = Handout(
    "facilitators-guide",
    "Facilitator’s guide",
    "facilitators-guide",
    KICKOFF,
    "For each kind of meeting: what to do before, during, and after it, with the background.",
    _views,
    audience=Audience.INTERNAL,
)
