"""The one-year work plan: its three phases by their activities, and its eleven focus areas by their rows.

Source: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template (undated); see
``catalog/grades-9-14.yaml``. Which look shows that an activity was done is our own reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pathwayctl.guidance.assembly import item, look_at
from pathwayctl.guidance.looks import (
    governance,
    outreach,
    pathways,
    people,
    requirements,
    results,
    work_plan,
)
from pathwayctl.guidance.looks.work_plan import row
from pathwayctl.guidance.state import GuideReport, Item
from pathwayctl.model.governance_words import AgreementKind, TeamKind
from pathwayctl.model.vocabulary import FocusArea, Guide

if TYPE_CHECKING:
    from pathwayctl.catalog.grades_9_14 import FocusAreaEntry, PhaseEntry, WorkPlanGuide
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.state import Proof

ACTIVITIES: Final[Mapping[str, tuple[Proof, ...]]] = {
    "community-engaged": (row("stakeholders-heard"),),
    "champions-engaged": (people.employer_champions,),
    "barriers-identified": (row("barriers-removed"),),
    "scope-mapped": (pathways.pathway(pathways.COURSES),),
    "materials-made": (outreach.marketing,),
    "mou-signed": (
        governance.signed("memorandum of understanding", "mou", AgreementKind.MOU, AgreementKind.SHARED),
    ),
    "teachers-trained": (row("staffing"), row("development-plan")),
    "curricula-developed": (row("program-of-study"), row("instructional-approach")),
    "employers-widened": (row("employer-process"),),
    "strategy-written": (work_plan.whole_plan,),
    "students-recruited": (pathways.pathway(pathways.STUDENTS),),
    "summer-workshops": (row("development-plan"),),
    "development-ongoing": (row("action-research"),),
    "planning-time": (
        governance.team("team of instructors", "instructors", TeamKind.WORKING, TeamKind.RESEARCH),
    ),
    "assessment-launched": (row("assessment-plan"), results.monthly_data),
}
"""What shows that each of the fifteen activities was done."""

RESULTS: Final[Mapping[FocusArea, tuple[Proof, ...]]] = {
    FocusArea.WORK_PLANNING: (governance.team("planning team", "planning-team", TeamKind.PLANNING),),
    FocusArea.AGREEMENTS: (
        governance.signed("shared agreement", "shared-agreement", AgreementKind.SHARED),
        governance.questions_settled,
    ),
    FocusArea.PROGRAM: (pathways.pathway(pathways.COURSES), pathways.program_of_study),
    FocusArea.EMPLOYERS: (people.employer_champions,),
    FocusArea.ASSESSMENT: (results.monthly_data,),
    FocusArea.RECRUITMENT: (pathways.pathway(pathways.STUDENTS),),
    FocusArea.MANAGEMENT: (requirements.watched,),
}
"""What a focus area leaves in other sections, besides its rows of the plan."""


def report(records: Records) -> GuideReport:
    """The three phases, then the eleven focus areas."""
    from pathwayctl.catalog.reading import grades_9_14

    guide = grades_9_14()
    phases = tuple(_phase(phase, records) for phase in guide.phases)
    areas = tuple(_area(area, guide, records) for area in guide.focus_areas)
    return GuideReport(Guide.GRADES_9_14, "part", (*phases, *areas))


def _phase(phase: PhaseEntry, records: Records) -> Item:
    proofs = [proof for activity in phase.activities for proof in ACTIVITIES[activity.id]]
    look = look_at(records, (work_plan.dates_of(phase.id), *proofs))
    tasks = records.tasks("phase", phase.id)
    return item(Guide.GRADES_9_14, phase.id.value, ("Phases", phase.id.label), look, tasks, records)


def _area(area: FocusAreaEntry, guide: WorkPlanGuide, records: Records) -> Item:
    rows = [row(one.id) for one in guide.of(area.id)]
    look = look_at(records, (*rows, *RESULTS.get(area.id, ())))
    tasks = records.tasks("focus_area", area.id)
    return item(Guide.GRADES_9_14, area.id.value, ("Focus areas", area.id.label), look, tasks, records)
