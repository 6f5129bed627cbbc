"""Which task of the project each task of a file is, and the ids of those that are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pathwayctl.editing.new_entry import EntryTarget, proposed_id
from pathwayctl.exchange.entry_tables import EntryRow
from pathwayctl.exchange.msproject.file_plan import FileTask
from pathwayctl.exchange.msproject.task_outline import TaskOutline
from pathwayctl.loading.naming import slug


class TaskMatches:
    """The tasks of a file by their numbers.

    ``known`` are those that the project has, found by our id in the file, else by their name if only one has
    it on either side. ``sure`` are those found by the id, ``gone`` those that the project had once, and
    ``occurrences`` those of recurring tasks. ``ids`` are our ids, also for those that are new.
    ``is_ours`` tells whether the file was made from this project. ``rows`` are all tasks of the project.
    """

    def __init__(
        self, outline: TaskOutline, rows: Sequence[EntryRow], all_ids: Iterable[str], taken: set[str]
    ) -> None:
        self.rows = tuple(rows)
        self.known: dict[int, EntryRow] = {}
        self.sure: set[int] = set()
        self.gone: set[int] = set()
        self.occurrences: dict[int, str] = {}
        self.ids: dict[int, str] = {}
        by_id = {row.key: row for row in rows}
        others = frozenset(all_ids) - by_id.keys()
        self.is_ours = any(task.our_id in by_id for task in outline.tasks)
        self._by_id(outline.tasks, by_id, others)
        self._by_name(outline.tasks, rows)
        self._new(outline.tasks, taken)

    def _by_id(
        self, tasks: Iterable[FileTask], by_id: Mapping[str, EntryRow], others: frozenset[str]
    ) -> None:
        """Find what the file names by our id; a copy of a task in the file has its id too, and is new."""
        seen: set[str] = set()
        for task in tasks:
            our_id = task.our_id
            if not self.is_ours or not our_id or our_id in seen:
                continue
            seen.add(our_id)
            if our_id in by_id:
                self.known[task.uid], self.ids[task.uid] = by_id[our_id], our_id
                self.sure.add(task.uid)
            elif our_id in others:
                self.occurrences[task.uid] = self.ids[task.uid] = our_id
            else:
                self.gone.add(task.uid)

    def _by_name(self, tasks: Iterable[FileTask], rows: Sequence[EntryRow]) -> None:
        left = [task for task in tasks if task.uid not in self.ids and task.uid not in self.gone]
        matched = {row.key for row in self.known.values()}
        free = [row for row in rows if row.key not in matched]
        theirs = Counter(slug(task.title) for task in left)
        ours = Counter(slug(row.name) for row in free)
        by_name = {slug(row.name): row for row in free}
        for task in left:
            name = slug(task.title)
            if name and theirs[name] == ours[name] == 1:
                self.known[task.uid], self.ids[task.uid] = by_name[name], by_name[name].key

    def _new(self, tasks: Iterable[FileTask], taken: set[str]) -> None:
        """Give ids to the rest: the one in the file, if it can be one, else one after the name."""
        target = EntryTarget("tasks", ("tasks", 0))
        for task in tasks:
            if task.uid in self.ids or task.uid in self.gone:
                continue
            typed = task.our_id
            is_free = typed == slug(typed) != "" and not typed.isdecimal() and typed not in taken
            id_ = typed if is_free else proposed_id(target, {"title": task.title}, taken)
            taken.add(id_)
            self.ids[task.uid] = id_
