"""The one-year work plan: its three phases by their activities, and its eleven focus areas by their rows.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated); see
``catalog/grades-9-14.yaml``. What shows that an activity was done is our own reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence import funding
from pathwayctl.evidence.assessment import ratings
from pathwayctl.evidence.evaluation import gaps as evaluation
from pathwayctl.evidence.governance import gaps as governance
from pathwayctl.evidence.outreach import gaps as outreach
from pathwayctl.evidence.partners import gaps as partners
from pathwayctl.evidence.pathways import gaps as pathways
from pathwayctl.evidence.pathways import work_plan
from pathwayctl.evidence.pathways.work_plan import row
from pathwayctl.evidence.work import gaps as work
from pathwayctl.guidance.assembly import item
from pathwayctl.guidance.report import GuideReport, Item
from pathwayctl.model.governance import AgreementKind, TeamKind
from pathwayctl.model.vocabulary import FocusArea, Guide

if TYPE_CHECKING:
    from pathwayctl.catalog.grades_9_14 import FocusAreaEntry, PhaseEntry, WorkPlanGuide
    from pathwayctl.evidence.gap import Question
    from pathwayctl.evidence.index import PlanIndex

ACTIVITIES: Final[Mapping[str, tuple[Question, ...]]] = {
    "community-engaged": (row("stakeholders-heard"),),
    "champions-engaged": (partners.employer_champions,),
    "barriers-identified": (row("barriers-removed"),),
    "scope-mapped": (pathways.pathway("courses"),),
    "materials-made": (outreach.marketing,),
    "mou-signed": (
        governance.signed("memorandum of understanding", "mou", AgreementKind.MOU, AgreementKind.SHARED),
    ),
    "teachers-trained": (row("staffing"), row("development-plan")),
    "curricula-developed": (row("program-of-study"), row("instructional-approach")),
    "employers-widened": (row("employer-process"),),
    "strategy-written": (work_plan.whole_plan,),
    "students-recruited": (pathways.pathway("students"),),
    "summer-workshops": (row("development-plan"),),
    "development-ongoing": (row("action-research"),),
    "planning-time": (
        governance.team("team of instructors", "instructors", TeamKind.WORKING, TeamKind.RESEARCH),
    ),
    "assessment-launched": (row("assessment-plan"), evaluation.monthly_data),
}
"""What shows that each of the fifteen activities was done."""

RESULTS: Final[Mapping[FocusArea, tuple[Question, ...]]] = {
    FocusArea.WORK_PLANNING: (governance.team("planning team", "planning-team", TeamKind.PLANNING),),
    FocusArea.AGREEMENTS: (
        governance.signed("shared agreement", "shared-agreement", AgreementKind.SHARED),
        governance.questions_settled,
    ),
    FocusArea.PROGRAM: (pathways.pathway("courses"), pathways.program_of_study),
    FocusArea.EMPLOYERS: (partners.employer_champions,),
    FocusArea.ASSESSMENT: (evaluation.monthly_data,),
    FocusArea.RECRUITMENT: (pathways.pathway("students"),),
    FocusArea.MANAGEMENT: (work.watched, ratings.low_ratings, funding.funded),
}
"""What a focus area leaves in other sections, besides its rows of the plan."""


def report(index: PlanIndex) -> GuideReport:
    """The three phases, then the eleven focus areas."""
    from pathwayctl.catalog.reading import grades_9_14

    guide = grades_9_14()
    phases = tuple(_phase(phase, index) for phase in guide.phases)
    areas = tuple(_area(area, guide, index) for area in guide.focus_areas)
    return GuideReport(Guide.GRADES_9_14, "part", (*phases, *areas))


def _phase(phase: PhaseEntry, index: PlanIndex) -> Item:
    done = (question for activity in phase.activities for question in ACTIVITIES[activity.id])
    titles, tasks = ("Phases", phase.id.label), index.tagged("phase", phase.id)
    questions = (work_plan.dates_of(phase.id), *done)
    return item(index, Guide.GRADES_9_14, phase.id.value, titles, questions, tasks)


def _area(area: FocusAreaEntry, guide: WorkPlanGuide, index: PlanIndex) -> Item:
    questions = (*(row(one.id) for one in guide.of(area.id)), *RESULTS.get(area.id, ()))
    titles, tasks = ("Focus areas", area.id.label), index.tagged("focus_area", area.id)
    return item(index, Guide.GRADES_9_14, area.id.value, titles, questions, tasks)
