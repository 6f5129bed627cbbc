"""The reflection guide: earlier reflections on each milestone, and questions with room to write.

Source: Designing a Career Pathways System, chapter 4, the questions for the facilitator, for the
discussion of measures, and for reflecting on each milestone, in full and condensed, slides 9-19 (CCRS
Center, 2016). The questions are in our own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.evaluation.reflections import reflections
from pathwayctl.evidence.followed_guides import follows
from pathwayctl.handouts.cells import bulleted, some, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import CHAPTER_4, Handout, PageView
from pathwayctl.handouts.tables import HandoutTable, Head, blank_rows, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.outreach import Meeting, Reflection
from pathwayctl.model.vocabulary import Audience, Guide, MeetingKind
from pathwayctl.quick_dataclass import dataclass

WHOLE: Final = marked("The work as a whole")
ANSWERS: Final = (
    Head(marked("What went well"), spare=True),
    Head(marked("What did not go well"), spare=True),
    Head(marked("Engagement"), spare=True),
    Head(marked("Timeline"), spare=True),
    Head(marked("Commitment"), spare=True),
)
"""The answers of a reflection, in the order of the guide's five questions."""
COLUMNS: Final = (Head(marked("Milestone"), width="wide"), *ANSWERS)
SAID_COLUMNS: Final = (Head(marked("Question"), width="narrow"), Head(marked("Answer"), width="wide"))
NO_ANSWERS: Final = table(())
LEAST_ROWS: Final = 6


@dataclass(frozen=True, slots=True)
class Said:
    """A meeting's reflection on a milestone, in questions and answers."""

    milestone: str
    meeting: str
    answers: HandoutTable


@dataclass(frozen=True, slots=True)
class ReflectionQuestions:
    """One page of questions.

    Each question is followed by ``lines`` to write on, unless there is a table of ``answers`` by
    milestone. ``gap`` names milestones without a reflection. ``experts`` are questions to ask experts
    beforehand, ``outputs`` the results to record.
    """

    intro: str
    questions: tuple[str, ...]
    lines: int = 0
    answers: HandoutTable = NO_ANSWERS
    said: tuple[Said, ...] = ()
    gap: str = ""
    experts: tuple[tuple[str, bool], ...] = ()
    outputs: tuple[str, ...] = ()


def view(context: Context) -> ReflectionQuestions:
    """Return the questions in depth: the reflections so far, then the questions for the next milestone."""
    from pathwayctl.catalog.reading import ccrs

    left = _unnamed(context)
    return ReflectionQuestions(
        phrase("Discuss one milestone at a time. Record the answers and what they mean for the plan."),
        _looking_back(context),
        4,
        said=tuple(_all_said(context)),
        gap=phrase("Reached, but not yet reflected on: {left}.", left=some(left)) if left else "",
        outputs=tuple(line.text for line in ccrs().reflection_outputs),
    )


def condensed(context: Context) -> ReflectionQuestions:
    """Return the short version: a row for each milestone without a reflection, and some blank rows."""
    rows = tuple((title, *[""] * len(ANSWERS)) for title in _unnamed(context))
    further = blank_rows(len(COLUMNS), LEAST_ROWS)[len(rows) :]
    return ReflectionQuestions(
        phrase("If time is short: five quick questions for each milestone."),
        _asked("reflection-condensed"),
        answers=table(COLUMNS, (*rows, *further)),
    )


def on_measures() -> ReflectionQuestions:
    """Return the questions for the discussion of measures, led by the experts."""
    return ReflectionQuestions(
        phrase("Discuss these with the experts before you choose measures."), _asked("metrics-discussion"), 4
    )


def for_facilitator() -> ReflectionQuestions:
    """Return the facilitator's preparation for that discussion."""
    from pathwayctl.catalog.reading import ccrs

    return ReflectionQuestions(
        phrase("For the facilitator, to answer a few days before the discussion of measures."),
        _asked("facilitator-readiness"),
        3,
        experts=tuple((line.text, False) for line in ccrs().expert_preparation),
    )


def _looking_back(context: Context) -> tuple[str, ...]:
    """Return the questions of the guides that the project follows; those of chapter 4 if of neither."""
    from pathwayctl.catalog.reading import sector

    guides = context.plan.project.guides
    of_sector = tuple(line.text for line in sector().reflection.items) if Guide.SECTOR in guides else ()
    return (*(_asked("reflection") if Guide.CCRS in guides or not of_sector else ()), *of_sector)


def _asked(key: str) -> tuple[str, ...]:
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import ccrs

    return tuple(line.text for line in find(ccrs().questions, key).items)


def _all_said(context: Context) -> Iterator[Said]:
    """Yield the reflections meeting by meeting, in the order of the plan."""
    for meeting in context.plan.meetings:
        for reflection in meeting.reflections:
            yield _said(reflection, meeting, context)


def _said(reflection: Reflection, meeting: Meeting, context: Context) -> Said:
    task = context.schedule.by_id.get(reflection.milestone or "")
    title = task.title if task else reflection.milestone or phrase(WHOLE)
    answers = (
        reflection.worked,
        reflection.did_not_work,
        reflection.engagement,
        reflection.timeline,
        reflection.commitment,
    )
    rows = (
        *((phrase(head.title), answer or "") for head, answer in zip(ANSWERS, answers, strict=True)),
        (phrase("Lessons"), bulleted(reflection.lessons)),
        (phrase("The next phase"), reflection.next_phase or ""),
    )
    day = when(context.index.day_of(meeting))
    meeting_and_day = ", ".join(part for part in (meeting.title, day) if part)
    return Said(title, meeting_and_day, table(SAID_COLUMNS, rows))


def _unnamed(context: Context) -> list[str]:
    """Return the titles of milestones that have been reached, but that no reflection names."""
    return [row.task.title for row in context.index.ask(reflections).unnamed]


def _views(context: Context) -> tuple[PageView, ...]:
    looking_back, measuring = MeetingKind.REFLECTION, MeetingKind.EVALUATION
    whole = PageView(
        "reflection", phrase("Reflection, milestone by milestone"), view(context), meeting=looking_back
    )
    if not follows(context.plan, Guide.CCRS) and not any(_all_said(context)):
        return (whole,)
    return (
        whole,
        PageView("reflection-short", phrase("Short reflection"), condensed(context), meeting=looking_back),
        PageView("reflection-measures", phrase("Questions about measures"), on_measures(), meeting=measuring),
        PageView(
            "reflection-facilitator",
            phrase("Questions about measures: the facilitator’s preparation"),
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
    "Questions for reflection, earlier reflections on each milestone, and room to write.",
    _views,
    audience=Audience.PARTNERS,
    guides=(Guide.CCRS, Guide.SECTOR),
    sections=("meetings.reflections",),
    kinds=(MeetingKind.REFLECTION, MeetingKind.EVALUATION),
)
