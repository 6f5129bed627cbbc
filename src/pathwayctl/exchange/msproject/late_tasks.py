"""Tasks that are as late as possible, and those of them for which Microsoft Project finds the same day.

Project counts late dates back from its own finish, which it finds before it puts anything off. So the same
day is certain where a chain of tasks leads to that finish, or to a task on a fixed date, without a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathwayctl.exchange.msproject.carried_links import CarriedLink, CarriedLinks
from pathwayctl.exchange.msproject.placed_tasks import PlacedTask, TaskForm
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.quick_dataclass import dataclass


def is_put_off(links: CarriedLinks, task: PlacedTask) -> bool:
    """Whether a task or a summary that it is in is to be as late as possible."""
    return any(one.task.as_late_as_possible for one in links.placed.around(task))


def put_off_by_project(links: CarriedLinks, asked: Sequence[int]) -> frozenset[int]:
    """The places of the tasks that Project puts off to the same day, from the starts that links ask for.

    None in a plan where something is late or has begun in another order than its links say: there Project has
    negative slack, and counts late dates in its own way.
    """
    tasks = links.placed.tasks
    late = frozenset(
        task.place for task in tasks if task.form is TaskForm.PLANNED and is_put_off(links, task)
    )
    if not late or any(_is_strained(task, asked[task.place]) for task in tasks):
        return frozenset()
    after: dict[int, list[CarriedLink]] = {}
    for one in (link for found in links.of for link in found):
        after.setdefault(one.source, []).append(one)
    network = _Following(links, after)
    return late & network.tight(network.moved(late))


def _is_strained(task: PlacedTask, asked: int) -> bool:
    """Whether a task misses its deadline, starts before its links allow, or has begun."""
    due = task.task.deadline
    is_late = due is not None and task.form is not TaskForm.DONE and task.finish // 2 > due.toordinal()
    return is_late or task.form is TaskForm.UNDER_WAY or asked > task.start


@dataclass(frozen=True)
class _Following:
    """What waits for each task: the links by the place of the task that they count from."""

    links: CarriedLinks
    after: dict[int, list[CarriedLink]]

    def moved(self, late: frozenset[int]) -> frozenset[int]:
        """The tasks that some tasks may push when they are put off, and these themselves."""
        tasks = self.links.placed.tasks
        found, waiting = set(late), [*late]
        while waiting:
            for one in self.links.placed.around(tasks[waiting.pop()]):
                for link in self.after.get(one.place, ()):
                    for target in self.links.placed.leaves(tasks[link.target]):
                        if target.form is TaskForm.PLANNED and target.place not in found:
                            found.add(target.place)
                            waiting.append(target.place)
        return frozenset(found)

    def tight(self, moved: frozenset[int]) -> frozenset[int]:
        """The tasks whose late dates Project finds on our day."""
        tasks = [one for one in self.links.placed.tasks if not one.is_summary]
        finish = max(one.finish for one in tasks)
        is_certain = any(one.finish == finish and one.place not in moved for one in tasks)
        found: set[int] = set()
        for task in sorted(tasks, key=lambda one: (-one.finish, -one.start, -one.place)):
            if task.form is TaskForm.HELD or (
                task.form is TaskForm.PLANNED
                and ((is_certain and task.finish == finish) or any(self._next(task, found)))
            ):
                found.add(task.place)
        return frozenset(found)

    def _next(self, task: PlacedTask, known: set[int]) -> Iterator[bool]:
        """For each plain successor among those known, whether it starts as soon as the task is finished."""
        for one in self.after.get(task.place, ()):
            if one.target in known and one.link.type is LinkType.FS and not one.link.lag.amount:
                after = self.links.placed.tasks[one.target]
                yield after.calendar.begin(task.finish, is_milestone=after.is_milestone) == after.start
