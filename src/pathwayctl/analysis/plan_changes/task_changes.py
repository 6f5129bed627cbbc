"""How the tasks of two plans differ: which is which, and what was added, dropped, moved, or renamed.

A task is known by its id. If that was changed, it is known by its title, or by its links: a task that waits
for the same tasks, is waited for by the same tasks, and has a similar title.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from pathwayctl.analysis.plan_changes.entry_changes import (
    EntryChange,
    FieldChange,
    Renamed,
    compared,
)
from pathwayctl.analysis.plan_changes.entry_matching import Pair
from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import break_down

K = TypeVar("K")
PARENT: Final = ("under",)
"""Where a change of the task above is reported, as if it were a field; its values are ids."""
_SIMILAR: Final = 0.5
"""From this ratio on two titles are similar (0 to 1, as ``difflib`` measures it)."""
_MOST_COMPARED: Final = 300
"""Of more new tasks than these, titles are not compared letter by letter."""


def task_pairs(old: tuple[Task, ...], new: tuple[Task, ...]) -> tuple[Pair, ...]:
    """All tasks, the old ones with the new ones: those of the new plan in outline order, then the others."""
    before, after = break_down(old).rows, break_down(new).rows
    return _matched([row.task for row in before], [row.task for row in after])


def task_changes(
    pairs: Iterable[Pair], old: tuple[Task, ...], new: tuple[Task, ...], renamed: Renamed
) -> tuple[EntryChange, ...]:
    """The changes of the tasks in ``pairs``."""
    parents, now = _parents(old), _parents(new)
    found = []
    for pair in pairs:
        change = next(compared(("tasks",), pair, renamed), None)
        if pair.old is not None and pair.new is not None:
            above, here = parents[id(pair.old)], now[id(pair.new)]
            if renamed.get(above, above) != here:
                moved = FieldChange(PARENT, above or None, here or None)
                change = change or EntryChange(("tasks",), pair.old, pair.new)
                change = replace(change, fields=(*change.fields, moved))
        if change is not None:
            found.append(change)
    return tuple(found)


def _parents(tasks: tuple[Task, ...]) -> dict[int, str]:
    """The id of the summary above each task; empty at the top."""
    rows = break_down(tasks).rows
    return {id(row.task): rows[row.parent].task.id if row.parent >= 0 else "" for row in rows}


def _matched(old: list[Task], new: list[Task]) -> tuple[Pair, ...]:
    known = {task.id: task for task in reversed(old)}
    partner = {id(task): known[task.id] for task in new if task.id in known}
    taken = {id(task) for task in partner.values()}
    left, unknown = (
        [one for one in old if id(one) not in taken],
        [one for one in new if id(one) not in partner],
    )
    if left and unknown:
        partner |= _by_title(left, unknown)
        partner |= _by_links(old, new, left, unknown, partner)
        taken = {id(task) for task in partner.values()}
    return (
        *(Pair(partner.get(id(task)), task) for task in new),
        *(Pair(task, None) for task in old if id(task) not in taken),
    )


def _by_title(old: list[Task], new: list[Task]) -> dict[int, Task]:
    """The old tasks of new ones with the same title, where only one of each has it."""
    before, after = (_single((_title(task), task) for task in side) for side in (old, new))
    return {id(task): before[title] for title, task in after.items() if title in before}


def _by_links(
    old: list[Task], new: list[Task], left: list[Task], unknown: list[Task], partner: Mapping[int, Task]
) -> dict[int, Task]:
    """The old tasks of new ones with the same links and a similar title, where only one of each has them."""
    from difflib import SequenceMatcher

    if len(unknown) > _MOST_COMPARED:
        return {}
    ids = {partner[id(task)].id: task.id for task in new if id(task) in partner}
    taken = {id(task) for task in partner.values()}
    then, now = _successors(old), _successors(new)
    before = _single((_links(task, then, ids), task) for task in left if id(task) not in taken)
    after = _single((_links(task, now, {}), task) for task in unknown if id(task) not in partner)
    return {
        id(task): before[links]
        for links, task in after.items()
        if any(links)
        and links in before
        and SequenceMatcher(None, _title(before[links]), _title(task)).ratio() >= _SIMILAR
    }


_Links = tuple[frozenset[str], frozenset[str]]
"""The ids that a task waits for, and those of the tasks that wait for it."""


def _successors(tasks: list[Task]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for task in tasks:
        for link in task.depends_on:
            found.setdefault(link.predecessor, set()).add(task.id)
    return found


def _links(task: Task, successors: Mapping[str, set[str]], ids: Renamed) -> _Links:
    waits = frozenset(ids.get(link.predecessor, link.predecessor) for link in task.depends_on)
    return waits, frozenset(ids.get(one, one) for one in successors.get(task.id, ()))


def _single(found: Iterable[tuple[K, Task]]) -> dict[K, Task]:
    """The tasks by a key that no other of them has."""
    by_key: dict[K, list[Task]] = {}
    for key, task in found:
        by_key.setdefault(key, []).append(task)
    return {key: tasks[0] for key, tasks in by_key.items() if len(tasks) == 1}


def _title(task: Task) -> str:
    return " ".join(task.title.casefold().split())
