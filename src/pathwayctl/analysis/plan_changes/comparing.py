"""Compare two states of a project: their dates, their tasks, and every other section."""

from __future__ import annotations

from dataclasses import dataclass

from pathwayctl.analysis.plan_changes.date_changes import DateChanges, date_changes
from pathwayctl.analysis.plan_changes.entry_changes import (
    EntryChange,
    new_ids,
    section_changes,
    section_pairs,
)
from pathwayctl.analysis.plan_changes.plan_state import PlanState
from pathwayctl.analysis.plan_changes.task_changes import task_changes, task_pairs
from pathwayctl.scheduling.workdays import WorkCalendar


@dataclass(frozen=True, eq=False)
class PlanChanges:
    """What has changed from an old state to a new one.

    ``tasks`` and ``sections`` are empty if one state is a baseline, which keeps the dates alone. ``dates`` is
    ``None`` if one state has none.
    """

    old: PlanState
    new: PlanState
    dates: DateChanges | None
    tasks: tuple[EntryChange, ...] = ()
    sections: tuple[EntryChange, ...] = ()

    @property
    def has_entries(self) -> bool:
        """Whether both states have entries to compare, and not dates alone."""
        return self.old.plan is not None and self.new.plan is not None

    def of(self, section: str) -> tuple[EntryChange, ...]:
        """The changes of one section."""
        return tuple(one for one in self.sections if one.where[0] == section)


def compare_states(old: PlanState, new: PlanState, calendar: WorkCalendar) -> PlanChanges:
    """Compare two states of a project, on the working days of ``calendar``."""
    if old.plan is None or new.plan is None:
        return PlanChanges(old, new, date_changes(old, new, calendar, {}))
    before, after = old.plan.tasks, new.plan.tasks
    tasks, sections = task_pairs(before, after), section_pairs(old.plan, new.plan)
    renamed = new_ids(one for pairs in (tasks, *sections.values()) for one in pairs)
    return PlanChanges(
        old,
        new,
        date_changes(old, new, calendar, renamed),
        task_changes(tasks, before, after, renamed),
        section_changes(sections, renamed),
    )
