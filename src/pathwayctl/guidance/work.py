"""Words for gaps in the tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.lists import plain
from pathwayctl.guidance.phrases import few
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Wordings, Words


def _incomplete_tasks(gap: Gap, index: PlanIndex) -> Words:
    (field,) = gap.fields
    return _tasks(gap, f"no {field}"), samples.fields_of(index, "tasks", field)


def _untimed_tasks(gap: Gap, index: PlanIndex) -> Words:
    return _tasks(gap, "no duration or date"), samples.fields_of(index, "tasks", "duration")


def _tasks(gap: Gap, words: str) -> str:
    """All tasks that lack the same, in one sentence."""
    names = few([row.task.title for row in gap.items])
    return f"{count(len(gap.items), 'task has', 'tasks have')} {words}: {names}."


WORDINGS: Final[Wordings] = {
    "no-tasks": plain(
        "There is no list of actions yet.",
        {"id": "first-action", "title": "What to do", **samples.examples("tasks", "owner", "duration")},
    ),
    "incomplete-tasks": _incomplete_tasks,
    "untimed-tasks": _untimed_tasks,
    "no-task-started": plain(
        "No task has started. The first is {entry}.", {"status": "in-progress", "started": samples.day}
    ),
    "no-status-date": plain(
        "There is no status date, so progress cannot be judged.", {"status_date": samples.day}
    ),
}
"""The words for each kind of gap."""
