"""The records of ``ccrs``: Designing a Career Pathways System, chapters 1 and 4."""

from __future__ import annotations

from pathwayctl.catalog.catalog_entry import CatalogLine, NamedLine, QuestionList
from pathwayctl.catalog.data_records import Number, Record
from pathwayctl.model.vocabulary import (
    EngagementLevel,
    MeetingKind,
    RequirementArea,
    RiskKind,
    Role,
    Stage,
    StakeholderCategory,
    Word,
)


class ActivityKind(Word):
    """The guide's two kinds of activity."""

    PLANNING = "planning", "Planning activity: the facilitator and staff"
    GROUP = "group", "Group activity: the stakeholders together"


class MeasureKind(Word):
    """The three headings of exhibit 2; a plan needs a measure under each."""

    EDUCATION = "secondary-and-postsecondary", "Secondary and postsecondary"
    WORKFORCE = "workforce", "Workforce"
    LONG_TERM = "long-term", "Long-term success"


class Activity(CatalogLine):
    """Something the facilitator does alone or with the group: before, during, and after a meeting.

    ``meeting`` is the kind of meeting that it is for.
    """

    kind: ActivityKind
    slides: str = ""
    meeting: MeetingKind | None = None
    before: tuple[str, ...] = ()
    during: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    note: str = ""


class Objective(CatalogLine):
    """An objective of a chapter with its activities, and the ids of its handouts in table 1.

    ``context`` is what the facilitator should know about it.
    """

    chapter: Number
    context: tuple[str, ...] = ()
    activities: tuple[Activity, ...]
    handouts: tuple[str, ...] = ()
    slides: str = ""
    note: str = ""


class Category(CatalogLine):
    """A row of table 2: a stakeholder category and its example groups."""

    id: StakeholderCategory
    groups: tuple[str, ...]


class RoleEntry(CatalogLine):
    """A row of table 3: a key role, what it asks for, and who or how many should hold it."""

    id: Role
    responsibilities: tuple[str, ...]
    how_many: str
    note: str = ""


class StageEntry(CatalogLine):
    """A row of table 4: a stage of the work and its usual responsibilities."""

    id: Stage
    responsibilities: tuple[str, ...]
    note: str = ""


class Definition(NamedLine):
    """A published definition of a career pathway; its words are ours unless it is ``quoted``."""

    quoted: bool = False
    elements: tuple[CatalogLine, ...] = ()


class PriorityElement(CatalogLine):
    """A row of the sample in table 5: an element, and how many small groups named it."""

    tally: Number


class RequirementAreaEntry(CatalogLine):
    """An area of handout 4A part 1, and the id of the framework part it is drawn from."""

    id: RequirementArea
    framework_part: str


class RiskKindEntry(CatalogLine):
    """A heading of the risk breakdown."""

    id: RiskKind


class SampleRisk(CatalogLine):
    """The one risk of exhibit 1."""

    kind: RiskKind
    category: str


class GuideMeasure(CatalogLine):
    """An outcome measure of exhibit 2."""

    kind: MeasureKind
    note: str = ""


class Level(CatalogLine):
    """A level of engagement; the levels are in order, the least engaged first."""

    id: EngagementLevel


class SampleAudience(NamedLine):
    """A row of exhibit 4: an audience, what it hears, in which ways, and how often."""

    messages: tuple[str, ...]
    modes: tuple[str, ...]
    frequency: tuple[str, ...]


class GuideHandout(NamedLine):
    """A handout of the guide; ``described`` is false where the chapters we draw on do not show it."""

    chapter: Number
    described: bool = True
    note: str = ""

    @property
    def code(self) -> str:
        """Its number as people say it: ``4A``."""
        return self.id.upper()


class CcrsGuide(Record):
    """Everything the two chapters say that a plan can be held to."""

    objectives: tuple[Objective, ...]
    agency_roles: tuple[CatalogLine, ...]
    by_grade: tuple[CatalogLine, ...]
    categories: tuple[Category, ...]
    considerations: tuple[CatalogLine, ...]
    roles: tuple[RoleEntry, ...]
    stages: tuple[StageEntry, ...]
    invitation: tuple[CatalogLine, ...]
    kickoff_checklist: tuple[CatalogLine, ...]
    kickoff_outcomes: tuple[CatalogLine, ...]
    definitions: tuple[Definition, ...]
    priority_elements: tuple[PriorityElement, ...]
    framework_parts: tuple[CatalogLine, ...]
    scoping: tuple[CatalogLine, ...]
    scope_decisions: tuple[CatalogLine, ...]
    requirement_areas: tuple[RequirementAreaEntry, ...]
    sufficiency: tuple[CatalogLine, ...]
    risk_kinds: tuple[RiskKindEntry, ...]
    risk_decisions: tuple[CatalogLine, ...]
    sample_risk: SampleRisk
    evaluation_groups: tuple[NamedLine, ...]
    measures: tuple[GuideMeasure, ...]
    horizons: tuple[CatalogLine, ...]
    engagement_levels: tuple[Level, ...]
    audiences: tuple[SampleAudience, ...]
    questions: tuple[QuestionList, ...]
    expert_preparation: tuple[CatalogLine, ...]
    reflection_outputs: tuple[CatalogLine, ...]
    handouts: tuple[GuideHandout, ...]
    small_group_size: Number

    def chapter(self, number: Number) -> tuple[Objective, ...]:
        """The objectives of chapter 1 or 4 in their order."""
        return tuple(objective for objective in self.objectives if objective.chapter == number)

    def for_meeting(self, kind: MeetingKind) -> tuple[Objective, ...]:
        """The objectives that a kind of meeting serves, each with only its activities for that meeting."""
        kept = (
            (objective, tuple(one for one in objective.activities if one.meeting is kind))
            for objective in self.objectives
        )
        return tuple(one.model_copy(update={"activities": some}) for one, some in kept if some)

    def measures_of(self, kind: MeasureKind) -> tuple[GuideMeasure, ...]:
        """The outcome measures under one heading of exhibit 2."""
        return tuple(measure for measure in self.measures if measure.kind is kind)
