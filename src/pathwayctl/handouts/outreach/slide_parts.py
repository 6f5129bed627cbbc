"""What stands on the slides of a meeting, and what a speaker may say to each. The advice is ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.partners.stakeholders import stakeholders
from pathwayctl.handouts.cells import Row, time_in, weekday_and_day, when
from pathwayctl.handouts.outreach.meeting_days import (
    in_order,
    is_still_to_come,
    meeting_day,
    meeting_facts,
    meeting_time,
)
from pathwayctl.handouts.schedule.board_parts import milestones
from pathwayctl.handouts.tagged_tasks import unbroken
from pathwayctl.model.vocabulary import AgendaPurpose, Status
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.outreach import Meeting

MOST_ROWS: Final = 7
"""Rows on a slide; more cannot be read from the back of a room."""

WELCOME: Final = (
    "Have this slide on the screen while people arrive.",
    "Greet everybody, thank them for their time, and say when the meeting ends.",
    "Ask people to say their name and whom they speak for, unless all know each other.",
)
PURPOSE: Final = (
    "Say in one sentence why these people are needed for this.",
    "Read what should be there at the end, and ask whether something is missing.",
)
AGENDA: Final = (
    "Point out the items on which the group decides, and keep time for them.",
    "Write down what comes up and does not belong here, so that it is not lost.",
)
FIGURES: Final = (
    "Choose the one figure that matters most to this group, and say why.",
    "Do not read the others aloud; they are there for questions.",
)
MILESTONES: Final = (
    "Say which milestone is next, and who in this room it depends on.",
    "Say openly what is late, and what is done about it.",
)
DECISIONS: Final = (
    "Before each decision say what happens if it is put off.",
    "Repeat each decision aloud in one sentence, and have it written down in these words.",
)
NEXT: Final = (
    "Ask everybody who takes something on to say by when.",
    "Say when minutes will come, and when the group meets again. Thank everybody.",
)


def title_facts(meeting: Meeting | None, context: Context) -> tuple[tuple[str, str], ...]:
    """When and where, and who leads; open where there is no meeting yet."""
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
    """What the plan notes for whoever leads, item by item."""
    return tuple(f"{item.title}: {item.notes}" for item in meeting.agenda if item.notes)


def decisions(meeting: Meeting) -> tuple[str, ...]:
    """The items on which the group decides."""
    return tuple(item.title for item in meeting.agenda if item.purpose is AgendaPurpose.DECIDE)


def figures(context: Context) -> tuple[tuple[str, str], ...]:
    """How large the project is, and how far it has come."""
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
    """Day, milestone, state: the last that was reached, and the next."""
    found = milestones(context)
    done = [task for task in found if task.status is Status.DONE][-1:]
    ahead = [task for task in found if task.status is not Status.DONE]
    kept = (*done, *ahead[: MOST_ROWS - len(done)])
    return tuple((unbroken(when(task.finish)), task.title, task.status.label) for task in kept)


def next_steps(meeting: Meeting | None, context: Context) -> tuple[Row, ...]:
    """By when, what, who: the open tasks that are due next, and the next meeting of all."""
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
    """The meeting after this one."""
    coming = [one for one in in_order(context) if is_still_to_come(one, context)]
    if meeting in coming:
        coming = coming[coming.index(meeting) + 1 :]
    for one in coming[:1]:
        day = weekday_and_day(meeting_day(one, context)) or "No day yet"
        time = f", {meeting_time(one)}" if one.starts else ""
        yield day, f"{one.title}{time}", context.name(one.facilitator)
