"""Looks at the tasks: whether each has an owner, a time and what else it takes to go ahead.

Source: Designing a Career Pathways System, chapter 4, handout 4A part 2 (CCRS Center, 2016), and
Creating Career Pathways in Colorado (2014), step 15.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.guidance import samples
from pathwayctl.guidance.proofs import loose_tasks, new
from pathwayctl.guidance.state import Look
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields
    from pathwayctl.model.work import Task


def actions(records: Records) -> Look:
    """Step 15: one list of actions, each with an owner and with a time."""
    if not records.leaves:
        fields: Fields = {
            "id": "first-action",
            "title": "What to do",
            "owner": samples.someone(records),
            "duration": "10d",
        }
        return Look(lacks=(new("There is no list of actions yet.", "tasks", fields),))
    unowned = [leaf for leaf in records.leaves if not leaf.task.owner]
    untimed = [leaf for leaf in records.leaves if not _timed(leaf.task)]
    lacks = [
        *loose_tasks(unowned, "no owner", {"owner": samples.someone(records)}),
        *loose_tasks(untimed, "neither a length nor a day", {"duration": "10d"}),
    ]
    ready = len(records.leaves) - len({leaf.path for leaf in (*unowned, *untimed)})
    return Look((f"{count(ready, 'action')} with an owner and a time",) if ready else (), tuple(lacks))


def _timed(task: Task) -> bool:
    return bool(task.duration or task.date or task.deadline)


def to_do(task: Task) -> bool:
    """Whether a task is work that is still to be done: neither done nor a milestone."""
    return task.status is not Status.DONE and (task.duration is None or task.duration.likely.amount > 0)
