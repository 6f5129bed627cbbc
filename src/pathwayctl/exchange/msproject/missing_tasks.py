"""The tasks of a project that are not in a file that was made from it any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pathwayctl.editing.edits import RemoveEntry
from pathwayctl.exchange.import_plan import ImportOrder, ImportStep, StepKind
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.exchange.msproject.task_matching import TaskMatches
    from pathwayctl.scheduling.schedule import Schedule

_WHERE = "Not in the file"


def missing_tasks(schedule: Schedule, matches: TaskMatches, order: ImportOrder) -> Iterator[ImportStep]:
    """What becomes of them; of a summary that is missing with all in it, once for all."""
    there = {row.key for row in matches.known.values()} | set(matches.occurrences.values())
    rows = schedule.records.breakdown.rows
    for first, end in _outermost(schedule, there):
        task, inside = rows[first].task, [row.task.id for row in rows[first:end]]
        stays = [id_ for id_ in inside if id_ in there]
        if stays:
            are = "is" if len(stays) == 1 else "are"
            note = f"It stays, since {count(len(stays), 'task')} in it {are} in the file."
            yield ImportStep(StepKind.KEPT, _WHERE, task.title, note=note)
        elif order.remove:
            yield ImportStep(StepKind.REMOVED, _WHERE, task.title, edits=(RemoveEntry(task.id),))
        else:
            note = "To remove the task too, add --remove."
            yield ImportStep(StepKind.KEPT, _WHERE, task.title, note=note)


def removed_by(steps: Iterable[ImportStep], schedule: Schedule) -> set[str]:
    """The ids of all tasks that some of those steps remove."""
    rows, by_id = schedule.records.breakdown.rows, schedule.records.breakdown.by_id
    at = [by_id[str(edit.at)] for step in steps for edit in step.edits if isinstance(edit, RemoveEntry)]
    return {row.task.id for number in at for row in rows[number : rows[number].end]}


def _outermost(schedule: Schedule, there: set[str]) -> Iterator[tuple[int, int]]:
    """The rows of missing tasks, each with the end of what is in it; not those in others.

    A file never has tasks that are private or dropped, so that they are missing says nothing.
    """
    rows, end = schedule.records.breakdown.rows, 0
    for row in rows:
        if row.index < end or row.task.id in there:
            continue
        whole = rows[row.index : row.end]
        if row.task.every is not None or any(one.task.private for one in whole):
            end = row.end if row.task.every is not None or row.task.private else end
        elif schedule.counts(row.index):
            end = row.end
            yield row.index, row.end
