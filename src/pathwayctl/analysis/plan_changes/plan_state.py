"""A project as it is, or as it was: what two states are compared by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pathwayctl.baselines.frozen import Baseline, freeze
from pathwayctl.model.plan import Plan
from pathwayctl.scheduling.schedule import Schedule


@dataclass(frozen=True, eq=False)
class PlanState:
    """A state of a project.

    ``name`` is what people call it within a sentence: ``the last commit``. ``day`` and ``revision`` are
    those of a commit. A baseline has no ``plan``, as it keeps the dates alone (``kept``); a plan with a
    mistake in its links has no ``schedule``. ``of_git`` says that only git knows the name.
    """

    name: str
    plan: Plan | None = None
    schedule: Schedule | None = None
    kept: Baseline | None = None
    day: date | None = None
    revision: str = ""
    of_git: bool = False

    @cached_property
    def dates(self) -> Baseline | None:
        """Its dates; ``None`` if it has none."""
        if self.kept is not None or self.schedule is None:
            return self.kept
        return freeze(self.schedule, "state", self.plan.project.status_date if self.plan else None)
