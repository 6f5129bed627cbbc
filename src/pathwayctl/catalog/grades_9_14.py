"""The records of ``grades-9-14``: the one-year work plan and the phases around it."""

from __future__ import annotations

from pathwayctl.catalog.catalog_entry import CatalogLine, Facilitation, QuestionList
from pathwayctl.catalog.data_records import Number, Record
from pathwayctl.model.vocabulary import FocusArea, Phase


class PhaseActivity(CatalogLine):
    """An activity of a phase; the numbers run on from phase to phase, 1 to 15."""

    number: Number


class PhaseEntry(CatalogLine):
    """A phase: when it runs, what it is about, what it delivers, and what is done in it."""

    id: Phase
    timing: str
    focus: str
    deliverables: tuple[str, ...]
    activities: tuple[PhaseActivity, ...]


class FocusAreaEntry(CatalogLine):
    """A focus area, and the other names that the source uses for it."""

    id: FocusArea
    also_called: tuple[str, ...] = ()


class GuideWorkPlanRow(Record):
    """A row of the work plan. Who is responsible and by when is for the project to say."""

    id: str
    deliverable: str
    focus_area: FocusArea
    action_steps: tuple[str, ...]
    tasks: tuple[str, ...]
    checklist: QuestionList | None = None


class PlanRequirement(CatalogLine):
    """Something that the plan has to meet; ``inferred`` if it is our own reading of the source."""

    inferred: bool = False


class Placeholder(Record):
    """A bracketed word of the template; the first of the terms that a project has is written for it."""

    word: str
    text: str
    terms: tuple[str, ...]


class WorkPlanGuide(Record):
    """The phases, the focus areas, and the rows of the work plan."""

    phases: tuple[PhaseEntry, ...]
    characteristics: tuple[CatalogLine, ...]
    key_choices: tuple[CatalogLine, ...]
    focus_areas: tuple[FocusAreaEntry, ...]
    rows: tuple[GuideWorkPlanRow, ...]
    facilitation: tuple[Facilitation, ...]
    rules: tuple[PlanRequirement, ...]
    placeholders: tuple[Placeholder, ...]
    least_college_credits: Number

    def of(self, area: FocusArea) -> tuple[GuideWorkPlanRow, ...]:
        """The rows of one focus area in their order."""
        return tuple(row for row in self.rows if row.focus_area is area)

    @property
    def checklists(self) -> tuple[QuestionList, ...]:
        """The numbered lists of the rows that have one."""
        return tuple(row.checklist for row in self.rows if row.checklist)
