"""What every check may ask: the plan, its work breakdown, its dates, and look-ups made only once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from pathwayctl.diagnostics import Path
from pathwayctl.model.partners import Person
from pathwayctl.model.vocabulary import StakeholderCategory, Status
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.scheduling.workdays import work_calendar

if TYPE_CHECKING:
    from pathwayctl.model.frameworks import Framework, FrameworkItem
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.breakdown import Breakdown, Row
    from pathwayctl.scheduling.schedule import NoSchedule, ScheduledTask
    from pathwayctl.scheduling.workdays import WorkCalendar

FRAMEWORK_PARTS: Final = ("career_options", "course_sequence", "work_based", "postsecondary", "partnerships")
"""The five parts of a framework (handout 3D), as fields of ``Framework``."""

_SECTIONS: Final = (
    ("organizations", "organization", "name"),
    ("people", "person", "name"),
    ("goals", "goal", "title"),
    ("priorities", "priority", "title"),
    ("frameworks", "framework", "industry"),
    ("requirements", "requirement", "title"),
    ("risks", "risk", "title"),
    ("communications", "communication", "audience"),
    ("meetings", "meeting", "title"),
)
"""Each list section but the tasks: what one of its entries is, and the field that names it."""


class Entry(NamedTuple):
    """Something with an id: what it is in a word, where it stands, and the name people know it by."""

    id: str
    kind: str
    path: Path
    name: str


@dataclass(frozen=True)
class Facts:
    """A plan with what was reckoned from it.

    ``schedule`` is nothing where none was asked for. ``unread`` are ids that stand in files or
    entries that could not be read: a reference to one of them is not reported as unknown.
    """

    plan: Plan
    breakdown: Breakdown
    schedule: Schedule | NoSchedule | None = None
    unread: frozenset[str] = frozenset()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything with an id, tasks last."""
        return (*_entries(self.plan), *_tasks(self.breakdown))

    @cached_property
    def known(self) -> dict[str, Entry]:
        """Each id and what it names; of an id used twice, the first."""
        return {entry.id: entry for entry in reversed(self.entries)}

    @cached_property
    def shared(self) -> dict[str, list[Entry]]:
        """The ids that more than one thing has, with all of these things."""
        if len(self.known) == len(self.entries):
            return {}
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.id, []).append(entry)
        return {name: entries for name, entries in found.items() if len(entries) > 1}

    @cached_property
    def live(self) -> tuple[Row, ...]:
        """The rows that count: tasks that are not dropped, and summaries with such tasks in them."""
        rows = self.breakdown.rows
        counts = [not row.is_summary and row.task.status is not Status.DROPPED for row in rows]
        for row in reversed(rows):
            if row.parent >= 0 and counts[row.index]:
                counts[row.parent] = True
        return tuple(row for row in rows if counts[row.index])

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The project's working days."""
        return self.schedule.calendar if isinstance(self.schedule, Schedule) else work_calendar(self.plan)

    def scheduled(self, row: Row) -> ScheduledTask | None:
        """A task with its dates, if the plan has any."""
        return self.schedule.tasks[row.index] if isinstance(self.schedule, Schedule) else None

    @cached_property
    def sectors(self) -> dict[StakeholderCategory, tuple[int, ...]]:
        """The stakeholder categories that have people, in the guide's order, with their positions."""
        found: dict[StakeholderCategory, list[int]] = {category: [] for category in StakeholderCategory}
        for position, person in enumerate(self.plan.people):
            category = self.category_of(person)
            if category is not None:
                found[category].append(position)
        return {category: tuple(positions) for category, positions in found.items() if positions}

    def category_of(self, person: Person) -> StakeholderCategory | None:
        """A person's stakeholder category: their own, else their organization's."""
        return person.category or self._categories.get(person.organization or "")

    @cached_property
    def _categories(self) -> dict[str, StakeholderCategory]:
        return {organization.id: organization.category for organization in self.plan.organizations}

    def guide(self, name: str) -> Path:
        """Where the project says that it follows a guide: the place of what is missing altogether."""
        guides = self.plan.project.guides
        return ("project", "guides", next(place for place, guide in enumerate(guides) if guide == name))


def framework_items(framework: Framework) -> Iterator[tuple[str, int, FrameworkItem]]:
    """Every entry of a framework with its part and its place in that part."""
    for part in FRAMEWORK_PARTS:
        for place, item in enumerate(getattr(framework, part)):
            yield part, place, item


def _entries(plan: Plan) -> Iterator[Entry]:
    for section, kind, name in _SECTIONS:
        for place, item in enumerate(getattr(plan, section)):
            yield Entry(item.id, kind, (section, place), getattr(item, name))
    for place, framework in enumerate(plan.frameworks):
        for part, position, item in framework_items(framework):
            if item.id is not None:
                path = ("frameworks", place, part, position)
                yield Entry(item.id, "framework entry", path, item.title)


def _tasks(breakdown: Breakdown) -> Iterator[Entry]:
    for row in breakdown.rows:
        yield Entry(row.task.id, "task", row.path, row.task.title)
