"""The tasks of a file as a tree, by the order and the depth in which they stand."""

from __future__ import annotations

from typing import Final

from pathwayctl.exchange.msproject.file_plan import FilePlan, FileTask

DEEPEST: Final = 20
"""The depth of a task; what is deeper stands at this depth, for files of a project nest no deeper."""


class TaskOutline:
    """The tree: ``top`` has the outermost tasks, and ``inside`` those right under each, by their numbers.

    Tasks of other projects are ``outside`` and in no tree. Of two tasks with one number, the first counts.
    """

    def __init__(self, plan: FilePlan) -> None:
        self.by_uid: dict[int, FileTask] = {}
        self.inside: dict[int, list[FileTask]] = {}
        self.parent: dict[int, int] = {}
        self.top: list[FileTask] = []
        self.outside = [one for one in plan.tasks if one.is_outside]
        above: list[FileTask] = []
        for task in plan.tasks:
            if task.is_outside or task.uid in self.by_uid:
                continue
            del above[min(max(task.level, 1), DEEPEST) - 1 :]
            self.by_uid[task.uid], self.inside[task.uid] = task, []
            if above:
                self.parent[task.uid] = above[-1].uid
                self.inside[above[-1].uid].append(task)
            else:
                self.top.append(task)
            above.append(task)
        self.tasks = tuple(self.by_uid.values())

    def is_summary(self, task: FileTask) -> bool:
        """Whether other tasks are in it."""
        return bool(self.inside[task.uid])

    def holds(self, outer: int, inner: int) -> bool:
        """Whether a task is in another, at any depth."""
        here: int | None = inner
        while here is not None:
            here = self.parent.get(here)
            if here == outer:
                return True
        return False
