"""The tasks that belong to each step, phase, focus area, or component of a guide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeVar

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.scheduling.breakdown import Row

Tag = Literal["step", "phase", "focus_area", "component"]
"""A field of a task that names a part of a guide."""
TAGS: Final[tuple[Tag, ...]] = ("step", "phase", "focus_area", "component")

_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class TaggedTasks:
    """For each tag and each part of a guide, the smallest tasks that count and belong to it."""

    rows: Mapping[Tag, Mapping[object, tuple[Row, ...]]]

    def missing(self, tag: Tag, parts: Iterable[_Part]) -> tuple[_Part, ...]:
        """The parts of a guide that no task belongs to, in their order."""
        return tuple(part for part in parts if part not in self.rows[tag])


def tagged_tasks(index: PlanIndex) -> TaggedTasks:
    """The smallest tasks that count, by their own tag, or else that of the nearest summary above."""
    counted = {row.index for row in index.leaves}
    found: dict[Tag, Mapping[object, tuple[Row, ...]]] = {}
    for tag in TAGS:
        values: list[object] = []
        rows: dict[object, list[Row]] = {}
        for row in index.breakdown.rows:
            own = getattr(row.task, tag)
            value = own if own is not None or row.parent < 0 else values[row.parent]
            values.append(value)
            if value is not None and row.index in counted:
                rows.setdefault(value, []).append(row)
        found[tag] = {value: tuple(tasks) for value, tasks in rows.items()}
    return TaggedTasks(found)
