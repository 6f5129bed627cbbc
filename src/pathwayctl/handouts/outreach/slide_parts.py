"""The contents of a meeting's slides, with speaker notes. The advice in the notes is ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.outreach.meetings import meetings
from pathwayctl.evidence.partners.stakeholders import stakeholders
from pathwayctl.handouts.cells import Row, time_in, weekday_and_day, when
from pathwayctl.handouts.outreach.meeting_words import meeting_day, meeting_facts, meeting_time
from pathwayctl.handouts.schedule.board_parts import milestones
from pathwayctl.handouts.tagged_tasks import unbroken
from pathwayctl.model.vocabulary import AgendaPurpose, Status
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Meeting

MOST_ROWS: Final = 7
"""The most rows on a slide that can be read from the back of a room."""

WELCOME: Final = (
    "Show this slide while people arrive.",
    "Greet everyone, thank them for their time, and say when the meeting ends.",
    "Ask people to introduce themselves and their organization, unless they all know each other.",
)
PURPOSE: Final = (
    "Say in one sentence why this group is needed.",
    "Read the outcomes aloud, and ask whether anything is missing.",
)
AGENDA: Final = (
    "Point out the decisions on the agenda, and save time for them.",
    "Keep a list of topics that come up but are not on the agenda.",
)
FIGURES: Final = (
    "Choose the one figure that matters most to this group, and say why.",
    "Do not read the other figures aloud; use them to answer questions.",
)
MILESTONES: Final = (
    "Name the next milestone, and say who in the room it depends on.",
    "Say openly what is late, and what you are doing about it.",
)
DECISIONS: Final = (
    "Before each decision, say what happens if it is postponed.",
    "Repeat each decision in one sentence, and have it recorded in those words.",
)
NEXT: Final = (
    "Ask everyone who takes an action item to give a due date.",
    "Say when to expect the minutes, and when the group meets next. Thank everyone.",
)


def title_facts(meeting: Meeting | None, context: Context) -> tuple[tuple[str, str], ...]:
    """Date, place, and facilitator; blank if there is no meeting yet."""
    if meeting is None:
        return (("Date", ""), ("Place", ""), ("Facilitator", context.name(context.plan.project.facilitator)))
    return tuple(pair for pair in meeting_facts(meeting, context) if pair[1])


def agenda_rows(meeting: Meeting, context: Context) -> tuple[Row, ...]:
    """Time, item, purpose, lead."""
    found, minutes = [], 0
    for item in meeting.agenda:
        found.append(
            (time_in(minutes, meeting.starts), item.title, item.purpose.label, context.name(item.lead))
        )
        minutes += item.minutes
    return tuple(found)


def facilitator_notes(meeting: Meeting) -> tuple[str, ...]:
    """The plan's notes for the facilitator, item by item."""
    return tuple(f"{item.title}: {item.notes}" for item in meeting.agenda if item.notes)


def decisions(meeting: Meeting) -> tuple[str, ...]:
    """The agenda items with a decision."""
    return tuple(item.title for item in meeting.agenda if item.purpose is AgendaPurpose.DECIDE)


def figures(context: Context) -> tuple[tuple[str, str], ...]:
    """The size of the project, and its progress."""
    plan, leaves = context.plan, context.leaves
    done = sum(task.status is Status.DONE for task in leaves)
    sectors = count(
        len(context.index.ask(stakeholders).represented), "stakeholder category", "stakeholder categories"
    )
    pairs = (
        ("Partners", count(len(plan.organizations), "organization") if plan.organizations else ""),
        ("People", f"{count(len(plan.people), 'person', 'people')} from {sectors}" if plan.people else ""),
        ("Goals", str(len(plan.goals)) if plan.goals else ""),
        ("Pathways", str(len(plan.pathways)) if plan.pathways else ""),
        ("Work", f"{done} of {count(len(leaves), 'task')} done" if leaves else ""),
        ("Finish", long_day(context.schedule.finish) if leaves else ""),
    )
    return tuple(pair for pair in pairs if pair[1])


def milestone_rows(context: Context) -> tuple[Row, ...]:
    """Date, milestone, status: the last one reached, and the next ones."""
    found = milestones(context)
    done = [task for task in found if task.status is Status.DONE][-1:]
    ahead = [task for task in found if task.status is not Status.DONE]
    kept = (*done, *ahead[: MOST_ROWS - len(done)])
    return tuple((unbroken(when(task.finish)), task.title, task.status.label) for task in kept)


def next_steps(meeting: Meeting | None, context: Context) -> tuple[Row, ...]:
    """Due date, next step, owner: the open tasks that are due next, and the next meeting."""
    day = meeting_day(meeting, context) if meeting else None
    open_tasks = [
        task
        for task in context.leaves
        if task.status is not Status.DONE and task.kind == "task" and (day is None or task.finish >= day)
    ]
    soonest = sorted(open_tasks, key=lambda task: task.finish)[: MOST_ROWS - 2]
    rows = [(unbroken(when(task.finish)), task.title, context.name(task.owner)) for task in soonest]
    return (*rows, *_next_meeting(meeting, context))


def _next_meeting(meeting: Meeting | None, context: Context) -> Iterator[Row]:
    """The meeting after this one, if there is one."""
    coming = context.index.ask(meetings).to_come
    if meeting in coming:
        coming = coming[coming.index(meeting) + 1 :]
    for one in coming[:1]:
        day = weekday_and_day(meeting_day(one, context)) or "No date yet"
        time = f", {meeting_time(one)}" if one.starts else ""
        yield day, f"{one.title}{time}", context.name(one.facilitator)
