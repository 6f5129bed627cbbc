"""What stands in the files, looked up once for all looks at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.talent.attainment import AttainmentMap, attainment_map
from pathwayctl.evidence.untouched import touched
from pathwayctl.guidance.state import OpenTask
from pathwayctl.model.vocabulary import MeetingKind, StakeholderCategory, Status

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.model.outreach import Meeting
    from pathwayctl.model.plan import Plan
    from pathwayctl.model.work import Task
    from pathwayctl.scheduling.breakdown import Row
    from pathwayctl.scheduling.schedule import Schedule

_OF_OTHERS: Final = frozenset({"step", "phase", "focus_area", "component"})
"""What says that a task belongs to the part of another guide."""
_MARKS: Final = (*sorted(_OF_OTHERS), "requirement")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A task without smaller tasks and what it belongs to, itself or by the summaries above it."""

    task: Task
    path: Path
    marks: Mapping[str, object]


@dataclass(frozen=True)
class Records:
    """A plan, its dates if it has any, and look-ups in it."""

    plan: Plan
    schedule: Schedule | None

    @cached_property
    def touched(self) -> Records:
        """The same without the scaffolds' own text, which shows nothing: what people have written."""
        return Records(touched(self.plan), self.schedule)

    @property
    def today(self) -> date | None:
        """The day as of which the project is judged."""
        return self.plan.project.status_date

    @cached_property
    def employers(self) -> frozenset[str]:
        """Employers and their people.

        Where the partnership does not name its industry members, these are all of the category of
        business, industry and workforce.
        """
        business = StakeholderCategory.BUSINESS
        members = self.plan.partnership.industry_members if self.plan.partnership else ()
        houses = set(members) or {one.id for one in self.plan.organizations if one.category is business}
        people = {
            one.id
            for one in self.plan.people
            if one.organization in houses or (one.category is business and not members)
        }
        return frozenset(houses | people)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of people and organizations by their ids."""
        names = {one.id: one.name for one in self.plan.organizations}
        return names | {one.id: one.name for one in self.plan.people}

    @cached_property
    def attainment(self) -> AttainmentMap:
        """The skill attainment map."""
        return attainment_map(self.plan)

    def meetings(self, *kinds: MeetingKind) -> tuple[tuple[int, Meeting], ...]:
        """The meetings of some kinds with their places in the plan; those that were held come first."""
        found = [(place, one) for place, one in enumerate(self.plan.meetings) if one.kind in kinds]
        return tuple(sorted(found, key=lambda pair: not held(pair[1])))

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The smallest tasks that are not dropped, in the order of the work breakdown."""
        marks: list[dict[str, object]] = []
        found: list[Leaf] = []
        for row in self._rows:
            own = {name: value for name in _MARKS if (value := getattr(row.task, name)) is not None}
            marks.append({**(marks[row.parent] if row.parent >= 0 else {}), **own})
            if not row.is_summary and row.task.status is not Status.DROPPED:
                found.append(Leaf(row.task, row.path, marks[-1]))
        return tuple(found)

    @cached_property
    def _marked(self) -> Mapping[tuple[str, object], list[Leaf]]:
        found: dict[tuple[str, object], list[Leaf]] = {}
        for leaf in self.leaves:
            for name, value in leaf.marks.items():
                found.setdefault((name, value), []).append(leaf)
        return found

    def tasks(self, mark: str, value: object) -> list[Leaf]:
        """The tasks of a step, a phase, a focus area or a component."""
        return self._marked.get((mark, value), [])

    @cached_property
    def of_the_system(self) -> tuple[Leaf, ...]:
        """The tasks that serve a requirement, or belong to no step, phase, focus area or component."""
        return tuple(
            leaf for leaf in self.leaves if "requirement" in leaf.marks or _OF_OTHERS.isdisjoint(leaf.marks)
        )

    def under(self, task: str) -> tuple[Leaf, ...]:
        """The smallest tasks of a task: itself, or those under it; none of an unknown id."""
        return self._by_id.get(task, ())

    @cached_property
    def _by_id(self) -> Mapping[str, tuple[Leaf, ...]]:
        """For each task's id its leaves; the leaves under a task have paths that begin with its own."""
        found: dict[str, list[Leaf]] = {}
        ids = {row.path: row.task.id for row in self._rows}
        for leaf in self.leaves:
            for end in range(2, len(leaf.path) + 1, 2):
                found.setdefault(ids[leaf.path[:end]], []).append(leaf)
        return {name: tuple(leaves) for name, leaves in found.items()}

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        from pathwayctl.scheduling.breakdown import break_down

        return break_down(self.plan.tasks).rows

    def open_tasks(self, leaves: Iterable[Leaf]) -> tuple[OpenTask, ...]:
        """Those of the tasks that are not done, earliest first."""
        waiting = [self._open(leaf.task) for leaf in leaves if leaf.task.status is not Status.DONE]
        return tuple(sorted(waiting, key=lambda one: one.start or date.max))

    def _open(self, task: Task) -> OpenTask:
        dated = self.schedule.by_id.get(task.id) if self.schedule else None
        if dated is None:
            return OpenTask(task.id, task.title, None, None)
        return OpenTask(task.id, task.title, dated.start, dated.finish)


def held(meeting: Meeting) -> bool:
    """Whether a meeting has left something: who came, what was decided, who does what, or what was said."""
    return bool(meeting.attended or meeting.decisions or meeting.actions or meeting.reflections)
