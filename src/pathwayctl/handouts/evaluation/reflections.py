"""The reflection guide: what was said of each milestone so far, and questions with room to write.

Source: Designing a Career Pathways System, chapter 4, the questions for the facilitator, for the talk
about measures, and for looking back on each milestone, in full and condensed, slides 9-19 (CCRS
Center, 2016). The questions are in our own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, blank_rows, bulleted, some, when
from pathwayctl.handouts.handout import CHAPTER_4, Handout, PageView, asked_for
from pathwayctl.handouts.outreach.meeting_days import meeting_day
from pathwayctl.model.vocabulary import Audience, Guide, MeetingKind, Status

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Meeting, Reflection
    from pathwayctl.scheduling.schedule import ScheduledTask

WHOLE: Final = "The work as a whole"
ANSWERS: Final = ("What went well", "What went badly", "Engagement", "Timeline", "Commitment")
"""The answers of a reflection, in the order of the guide's five questions."""
COLUMNS: Final = ("Milestone", *ANSWERS)
LEAST_ROWS: Final = 6


@dataclass(frozen=True, slots=True)
class Said:
    """What a meeting said of a milestone. Rows: what was asked, what was said."""

    milestone: str
    meeting: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """One page of questions.

    ``lines`` to write on stand under each; where ``rows`` are given, there is a table of milestones
    by answers instead. ``gap`` names milestones that nobody has looked back on. ``experts`` are
    things to ask experts beforehand, ``outputs`` what there should be in the end.
    """

    intro: str
    questions: tuple[str, ...]
    lines: int = 0
    columns: Row = ()
    rows: tuple[Row, ...] = ()
    said: tuple[Said, ...] = ()
    gap: str = ""
    experts: tuple[tuple[str, bool], ...] = ()
    outputs: tuple[str, ...] = ()


def view(context: Context) -> Questions:
    """Looking back in depth: what was said so far, then the questions for the next milestone."""
    from pathwayctl.catalog.reading import ccrs

    left = [task.title for task in _unseen(context)]
    return Questions(
        "Take the milestones one at a time. Write down what is said, and what it means for the plan.",
        _asked("reflection"),
        4,
        said=tuple(_all_said(context)),
        gap=f"Reached, and nobody has looked back on it yet: {some(left)}." if left else "",
        outputs=tuple(line.text for line in ccrs().reflection_outputs),
    )


def condensed(context: Context) -> Questions:
    """The same when time is short: a row for each milestone that nobody has looked back on, and some more."""
    rows = tuple((task.title, *[""] * len(ANSWERS)) for task in _unseen(context))
    further = blank_rows(len(COLUMNS), LEAST_ROWS)[len(rows) :]
    return Questions(
        "When time is short: five quick questions for each milestone.",
        _asked("reflection-condensed"),
        columns=COLUMNS,
        rows=(*rows, *further),
    )


def on_measures() -> Questions:
    """The talk about measures, led by the experts."""
    return Questions(
        "To talk over with the experts, before measures are chosen.", _asked("metrics-discussion"), 4
    )


def for_facilitator() -> Questions:
    """What the facilitator settles before that talk."""
    from pathwayctl.catalog.reading import ccrs

    return Questions(
        "For whoever leads the talk about measures, to answer some days before it.",
        _asked("facilitator-readiness"),
        3,
        experts=tuple((line.text, False) for line in ccrs().expert_preparation),
    )


def _asked(key: str) -> tuple[str, ...]:
    from pathwayctl.catalog.entries import find
    from pathwayctl.catalog.reading import ccrs

    return tuple(line.text for line in find(ccrs().questions, key).items)


def _all_said(context: Context) -> Iterator[Said]:
    """Meeting by meeting, in the order of the plan."""
    for meeting in context.plan.meetings:
        for reflection in meeting.reflections:
            yield _said(reflection, meeting, context)


def _said(reflection: Reflection, meeting: Meeting, context: Context) -> Said:
    task = context.schedule.by_id.get(reflection.milestone or "")
    title = task.title if task else reflection.milestone or WHOLE
    answers = (
        reflection.worked,
        reflection.did_not_work,
        reflection.engagement,
        reflection.timeline,
        reflection.commitment,
    )
    day = when(meeting_day(meeting, context))
    return Said(
        title,
        ", ".join(part for part in (meeting.title, day) if part),
        (
            *((label, answer or "") for label, answer in zip(ANSWERS, answers, strict=True)),
            ("Lessons", bulleted(reflection.lessons)),
            ("The next phase", reflection.next_phase or ""),
        ),
    )


def _unseen(context: Context) -> list[ScheduledTask]:
    """Milestones that have been reached, and that no reflection names."""
    today = context.plan.project.status_date
    seen = {one.milestone for meeting in context.plan.meetings for one in meeting.reflections}
    return [
        task
        for task in context.leaves
        if task.kind == "milestone"
        and task.id not in seen
        and (task.status is Status.DONE or (today is not None and task.finish <= today))
    ]


def _views(context: Context) -> tuple[PageView, ...]:
    if not asked_for(context, (Guide.CCRS,), ()) and not any(_all_said(context)):
        return ()
    looking_back, measuring = MeetingKind.REFLECTION, MeetingKind.EVALUATION
    return (
        PageView("reflection", "Looking back, milestone by milestone", view(context), meeting=looking_back),
        PageView("reflection-short", "Looking back in short", condensed(context), meeting=looking_back),
        PageView("reflection-measures", "Questions about measures", on_measures(), meeting=measuring),
        PageView(
            "reflection-facilitator",
            "Questions about measures: the facilitator’s preparation",
            for_facilitator(),
            Audience.INTERNAL,
            meeting=measuring,
        ),
    )


HANDOUT: Final = Handout(
    "reflection",
    "Reflection guide",
    "reflection",
    CHAPTER_4.format("reflect on the implementation process"),
    "Questions to look back with, what was said of each milestone so far, and room to write.",
    _views,
    audience=Audience.PARTNERS,
)
