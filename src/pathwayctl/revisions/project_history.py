"""The earlier states of a project: which one a name means, and what has changed since.

A name is that of a folder, a baseline, a day, or a revision of git.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from pathwayctl.analysis.plan_changes.comparing import PlanChanges, compare_states
from pathwayctl.analysis.plan_changes.plan_state import PlanState
from pathwayctl.baselines.frozen import Baseline
from pathwayctl.baselines.keeping import recall
from pathwayctl.diagnostics import RevisionError
from pathwayctl.language import phrase
from pathwayctl.loading.files import MAIN_FILE
from pathwayctl.loading.opening import begin_reading
from pathwayctl.loading.project import Loaded
from pathwayctl.revisions.history import LAST, History, Revision, history_of, last_commit_day
from pathwayctl.revisions.plan_states import state_at, state_in_files
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.scheduling.workdays import WorkCalendar
from pathwayctl.wording import long_day, suggestion

NOW: Final = "your files"
"""The name of the state that the files are in now."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class ProjectHistory:
    """The states of the project in a folder: ``now``, what its ``baselines`` keep, and what git keeps."""

    root: Path
    now: PlanState
    baselines: Collection[str]
    calendar: WorkCalendar

    @classmethod
    def of(cls, loaded: Loaded, schedule: Schedule) -> ProjectHistory:
        """The states of a project that was opened."""
        now = PlanState(NOW, loaded.as_written or loaded.plan, schedule)
        return cls(loaded.root, now, loaded.baselines, schedule.calendar)

    def as_of(self, today: date | None) -> date | None:
        """The day that pages are as of: the status date, else ``today``, else that of the last commit."""
        status_date = self.now.plan.project.status_date if self.now.plan else None
        return status_date or today or self._last_commit_day

    @cached_property
    def _last_commit_day(self) -> date | None:
        return last_commit_day(self.root)

    def changes(self, old: PlanState, new: PlanState | None = None) -> PlanChanges:
        """What has changed from one state to another, or to the present one."""
        key = (old, new)
        if key not in self._compared:  # several pages show the same changes
            self._compared[key] = compare_states(old, new or self.now, self.calendar)
        return self._compared[key]

    @cached_property
    def _compared(self) -> dict[tuple[PlanState, PlanState | None], PlanChanges]:
        return {}

    @cached_property
    def _kept(self) -> dict[str, PlanState]:
        return {}

    @cached_property
    def _read(self) -> dict[tuple[Revision, str, str], PlanState]:
        return {}

    @cached_property
    def commits(self) -> History:
        """Its history in git. Raises ``RevisionError`` if there is none."""
        return history_of(self.root)

    def named(self, asked: str) -> PlanState:
        """The state that a name means. Raises ``RevisionError`` if there is none, or it cannot be read.

        Of things with the same name, a folder with a project comes first, then a baseline, then a day.
        """
        folder = Path(asked)
        if asked and (folder / MAIN_FILE).is_file():
            return state_in_files(begin_reading(folder), phrase("the folder “{folder}”", folder=asked))
        if asked.lower() in self.baselines:
            return self.of_baseline(asked.lower())
        if _DAY.fullmatch(asked):
            return self.of_day(_read_day(asked))
        if not asked:
            raise RevisionError("The name of a revision is missing. For the last commit, write: HEAD")
        revision, _, place = asked.partition(":")
        name = (
            phrase("the last commit")
            if asked == LAST
            else phrase("the revision “{revision}”", revision=asked)
        )
        return replace(self._at(self._commit(revision), name, place), of_git=True)

    def _commit(self, name: str) -> Revision:
        try:
            return self.commits.named(name)
        except RevisionError:
            near = suggestion(name, self.baselines)
            if near:
                raise RevisionError(f"There is no baseline “{name}”. {near}") from None
            raise

    def of_day(self, day: date, name: str = "") -> PlanState:
        """The state at the end of a day: that of the last commit until then."""
        return self._at(self.commits.of_day(day), name or long_day(day))

    def of_baseline(self, name: str) -> PlanState:
        """The dates of a baseline."""
        kept = recall(self.root, name)
        if kept.baseline is None:
            first = next(iter(kept.findings))
            raise RevisionError(f"The baseline “{name}” cannot be read: {first.message} {first.hint}")
        return self.kept_in(kept.baseline)

    def kept_in(self, baseline: Baseline) -> PlanState:
        """The dates of a baseline that was read already."""
        if baseline.name not in self._kept:
            name = phrase("the baseline “{name}”", name=baseline.name)
            self._kept[baseline.name] = PlanState(name, kept=baseline, day=baseline.status_date)
        return self._kept[baseline.name]

    def _at(self, revision: Revision, name: str, folder: str = "") -> PlanState:
        project = self.now.plan.project.name if self.now.plan else ""
        key = (revision, name, folder)
        if key not in self._read:
            self._read[key] = state_at(self.commits, revision, self.root, project, name, folder)
        return self._read[key]


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RevisionError(f"“{text}” is not a day. Write it as in 2027-05-12.") from None
