"""What of a plan Microsoft Project has no place for, in words for the person who exports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.exchange.msproject.carried_links import CarriedLinks
from pathwayctl.exchange.msproject.constraints import Constraint, ConstraintReason
from pathwayctl.exchange.msproject.elements import NAME_LENGTH
from pathwayctl.exchange.msproject.placed_tasks import PlacedTasks
from pathwayctl.exchange.msproject.task_calendars import FIRST_DAY, LAST_DAY
from pathwayctl.handouts.sharing import may_have
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.exchange.export_source import ExportSource

_FEW: Final = 3


def left_out(source: ExportSource, links: CarriedLinks, constraints: Sequence[Constraint]) -> tuple[str, ...]:
    """Sentences, each about one thing, only about what this plan has."""
    placed = links.placed
    return (
        *_of_links(links),
        *_of_dates(placed, constraints),
        *_of_fields(source, placed),
    )


def _of_links(links: CarriedLinks) -> Iterator[str]:
    tasks = links.placed.tasks
    if links.left_out:
        pairs = [
            f"{_quoted([tasks[one.target].dated.title])} on {_quoted([tasks[one.source].dated.title])}"
            for one in links.left_out
        ]
        number = count(len(pairs), "second link", "second links")
        yield f"{number} between the same two tasks: Project takes one. Left out: {_some(pairs)}."


def _of_dates(placed: PlacedTasks, constraints: Sequence[Constraint]) -> Iterator[str]:
    def titles(reason: ConstraintReason) -> list[str]:
        pairs = zip(placed.tasks, constraints, strict=True)
        return [f"“{task.dated.title}”" for task, constraint in pairs if constraint.reason is reason]

    if placed.dropped:
        yield f"Dropped tasks: {_quoted(placed.dropped)}."
    if late := titles(ConstraintReason.LATE):
        yield f"As late as possible: in Project, {_some(late)} may not start earlier, but may move later."
    if back := titles(ConstraintReason.HELD_BACK):
        yield (
            f"{count(len(back), 'task')} would start earlier in Project, and got “Start No Earlier Than” "
            f"to keep the date: {_some(back)}."
        )
    if fixed := titles(ConstraintReason.FIXED):
        yield (
            f"{count(len(fixed), 'task')} would start later in Project, and got “Must Start On” "
            f"to keep the date: {_some(fixed)}."
        )
    moments = [moment // 2 for task in placed.tasks for moment in (task.start, task.finish)]
    if moments and (min(moments) < FIRST_DAY.toordinal() or max(moments) > LAST_DAY.toordinal()):
        yield f"Project knows the days from {FIRST_DAY.year} to {LAST_DAY.year}, and this plan has others."


def _of_fields(source: ExportSource, placed: PlacedTasks) -> Iterator[str]:
    tasks, project = [one for one in placed.tasks if not one.is_summary], source.shown.plan.project
    estimates = [one.task.duration for one in tasks if one.task.duration]
    if any(one.low != one.high for one in estimates):
        yield "The low and high durations of three-point estimates: Project gets the likely ones."
    if any(one.task.window for one in tasks):
        yield "Windows: they became “Start No Earlier Than” and a deadline."
    if any(one.task.every for one in placed.tasks):
        yield "Recurrence: each occurrence is a task of its own."
    if project.status_date is None and any(one.dated.complete for one in tasks):
        yield "Progress: it needs `status_date:` under `project:`; only “Physical % Complete” has it."
    if project.finish_by is not None:
        yield "`finish_by:` Project counts late dates from its own finish."
    if may_have(source.audience, project.costs_for) and any(
        one.task.actual_cost is not None for one in placed.tasks
    ):
        yield "Actual costs: Project calculates them from percent complete."
    if any(len(one.dated.title) > NAME_LENGTH for one in placed.tasks):
        yield f"Titles beyond {NAME_LENGTH} letters are cut."


def _quoted(titles: Sequence[str]) -> str:
    return _some([f"“{title}”" for title in titles])


def _some(words: Sequence[str]) -> str:
    """The first few of some words, and how many more there are."""
    more = len(words) - _FEW
    return listed((*words[:_FEW], f"{more} more")) if more > 0 else listed(tuple(words))
