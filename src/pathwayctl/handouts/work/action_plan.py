"""The action plan: every action still to be done, with its owner and date (step 15).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. The actions are
those of the pathway (see ``evidence/work/actions.py``), and the action items of meetings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.work.open_items import actions_of, open_items, priorities_served
from pathwayctl.handouts.cells import some, stacked, when
from pathwayctl.handouts.context import status_words
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import UNMARKED, HandoutTable, Head, Mark, Row, table
from pathwayctl.handouts.tagged_tasks import done_words, first_and_last, tasks_by
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Guide, Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.catalog.sector import GuideStep
    from pathwayctl.handouts.context import Context
    from pathwayctl.scheduling.schedule import ScheduledTask


OTHER: Final = marked("Actions outside the 17 steps")
ACTIONS: Final = (
    Head(marked("No."), width="narrow"),
    Head(marked("Action and outcome"), width="wide"),
    marked("Owner"),
    Head(marked("Serves"), spare=True),
    Head(marked("It takes"), spare=True),
    Head(marked("Start"), width="narrow"),
    Head(marked("Finish"), width="narrow"),
    marked("Status"),
)
ASKED: Final = (
    Head(marked("Action item"), width="wide"),
    marked("Owner"),
    Head(marked("Due"), width="narrow"),
    marked("Meeting"),
)


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """The actions of one part of the guide under their steps."""

    label: str
    grid: HandoutTable


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The page: open actions by step, and the open action items of meetings (``asked``)."""

    facts: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    groups: tuple[ActionGroup, ...]
    asked: HandoutTable


def view(context: Context) -> ActionPlan:
    """Return the open actions, step by step; without tasks, a table to fill in."""
    actions = _actions(context)
    still = _still(actions)
    asked = table(ASKED, _asked(context))
    return ActionPlan(
        facts=(
            (phrase("Open actions"), str(len(still))),
            (phrase("Completed, not listed"), str(len(actions) - len(still))),
            (phrase("Action items from meetings"), str(len(asked))),
        ),
        gaps=tuple(_gaps(still)),
        groups=tuple(_groups(context)) or (ActionGroup(phrase("Actions"), table(ACTIONS, blank=12)),),
        asked=asked,
    )


def _actions(context: Context) -> list[ScheduledTask]:
    return [context.schedule.at(row.index) for row in context.index.ask(actions_of)]


def _still(tasks: Iterable[ScheduledTask]) -> list[ScheduledTask]:
    return [task for task in tasks if task.status is not Status.DONE]


def _groups(context: Context) -> Iterator[ActionGroup]:
    """Yield the parts of the guide that have open actions, then the actions outside its steps."""
    from pathwayctl.catalog.reading import sector

    actions = {task.id: task for task in _actions(context)}
    guide, by_step = sector(), _by_step(actions, context)
    for part in guide.parts:
        steps = [(step, by_step.get(step.number, ())) for step in guide.of(part.number)]
        rows = [row for step, tasks in steps if _still(tasks) for row in _step(step, tasks, context)]
        if rows:
            marks: list[Mark] = ["summary" if row[0].startswith("Step") else UNMARKED for row in rows]
            yield ActionGroup(
                phrase("Part {numeral}: {part}", numeral=part.numeral, part=part.title),
                table(ACTIONS, rows, marks=marks),
            )
    placed = {task.id for tasks in by_step.values() for task in tasks}
    loose = _still(task for task in actions.values() if task.id not in placed)
    if loose:
        rows = [_row(task, context) for task in loose]
        yield ActionGroup(OTHER if placed else phrase("Actions"), table(ACTIONS, rows))


def _by_step(actions: Mapping[str, ScheduledTask], context: Context) -> dict[object, list[ScheduledTask]]:
    """Return the actions by their steps; steps without any are left out."""
    found = {
        step: [task for task in tasks if task.id in actions]
        for step, tasks in tasks_by(context, "step").items()
    }
    return {step: tasks for step, tasks in found.items() if tasks}


def _step(step: GuideStep, tasks: Sequence[ScheduledTask], context: Context) -> Iterator[Row]:
    """Yield a row for the step, with the dates of all its work, and one for each open action in it."""
    yield (
        phrase("Step {step}", step=step.number),
        step.title,
        "",
        "",
        "",
        *first_and_last(tasks),
        done_words(tasks),
    )
    for task in _still(tasks):
        yield _row(task, context)


def _row(task: ScheduledTask, context: Context) -> Row:
    deadline = task.task.deadline
    due = phrase("Deadline: {deadline}", deadline=when(deadline)) if deadline else ""
    return (
        task.wbs,
        stacked(task.title, task.task.outcome or "", due),
        context.owners(task),
        _serves(task, context),
        takes_words(task, context),
        when(task.start),
        when(task.finish),
        status_words(task),
    )


def _serves(task: ScheduledTask, context: Context) -> str:
    """Return the title of the priority that an action serves, or an empty text."""
    row = context.index.breakdown.by_id.get(task.id)
    key = None if row is None else context.index.ask(priorities_served)[row]
    return next((one.title for one in context.plan.priorities if one.id == key), key or "")


def takes_words(task: ScheduledTask, context: Context) -> str:
    """Return what an action takes: its cost, and its resources in words."""
    cost = context.money(task.cost)
    return stacked(cost, *task.task.resources)


def _asked(context: Context) -> Iterator[Row]:
    for item in context.index.ask(open_items):
        if item.meeting is not None:
            yield item.title, context.name(item.owner), when(item.due), item.meeting.title


def _gaps(still: list[ScheduledTask]) -> Iterator[str]:
    if unowned := [f"{task.wbs} {task.title}" for task in still if not task.owner]:
        yield phrase(
            "{actions_have} no owner: {unowned}.",
            actions_have=count(len(unowned), "action has", "actions have"),
            unowned=some(unowned),
        )
    late = [
        f"{task.wbs} {task.title}"
        for task in still
        if task.task.deadline and task.finish > task.task.deadline
    ]
    if late:
        yield phrase("Scheduled to finish after the deadline: {late}.", late=some(late))


HANDOUT: Final = one_page(
    "action-plan",
    "Action plan",
    COLORADO.format("step 15"),
    "Every open action of the pathway: what, who, what it takes, and by when.",
    view,
    guides=(Guide.SECTOR,),
)
