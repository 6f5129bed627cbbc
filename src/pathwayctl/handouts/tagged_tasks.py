"""The tasks of a step, a phase, or a focus area, with their dates and owners in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import when
from pathwayctl.language import phrase
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.evidence.tags import Tag
    from pathwayctl.handouts.context import Context
    from pathwayctl.scheduling.schedule import ScheduledTask

MOST_OWNERS: Final = 4
"""The most owners who are named; if there are more, the last place counts the rest."""


def tasks_by(context: Context, tag: Tag) -> Mapping[object, tuple[ScheduledTask, ...]]:
    """Return the smallest tasks with their dates, by the part of a guide that they belong to."""
    found = context.index.leaves_by(tag)
    return {part: tuple(context.schedule.at(row.index) for row in rows) for part, rows in found.items()}


def span_words(tasks: Sequence[ScheduledTask]) -> str:
    """Return ``Jan 4, 2027`` and below it ``to Mar 1, 2027``, a single day, or an empty text without work."""
    first, last = first_and_last(tasks)
    return unbroken(first) if first == last else one_below_the_other(first, last)


def one_below_the_other(first: str, last: str) -> str:
    """Return two days for a narrow column: the last one, after ``to``, in a line of its own."""
    return unbroken(phrase("{first}\nto {last}", first=first, last=last))


def unbroken(words: str) -> str:
    """Join the words with unbreakable spaces, so that a narrow column does not split a date."""
    return words.replace(" ", "\u00a0")


def first_and_last(tasks: Sequence[ScheduledTask]) -> tuple[str, str]:
    """Return the first and the last day of the work, or two empty texts if there is none."""
    if not tasks:
        return "", ""
    return when(min(task.start for task in tasks)), when(max(task.finish for task in tasks))


def done_words(tasks: Sequence[ScheduledTask]) -> str:
    """Return ``3 of 8 tasks done``, or an empty text if there is no work."""
    done = sum(task.status is Status.DONE for task in tasks)
    return (
        phrase("{done} of {tasks}", done=done, tasks=count(len(tasks), "task done", "tasks done"))
        if tasks
        else ""
    )


def owner_words(tasks: Sequence[ScheduledTask], context: Context) -> str:
    """Return the owners of the tasks, the one with the most tasks first."""
    found: dict[str, int] = {}
    for task in tasks:
        if task.owner:
            found[task.owner] = found.get(task.owner, 0) + 1
    most_first = sorted(found, key=lambda owner: -found[owner])
    names = [context.name(owner) for owner in most_first]
    if len(names) <= MOST_OWNERS:
        return listed(names)
    return listed([*names[: MOST_OWNERS - 1], count(len(names) - MOST_OWNERS + 1, "other")])
