"""The whole of a project: one model with every section, whichever files they stand in."""

from __future__ import annotations

from typing import Final, get_origin

from pydantic import Field

from pathwayctl.model.base import Model
from pathwayctl.model.evaluation import Measure, Seat
from pathwayctl.model.frameworks import Framework, Requirement
from pathwayctl.model.goals import Belief, Consideration, Goal, Priority, SystemDefinition
from pathwayctl.model.governance import Agreement, Duty, Invitation, Partnership, Sustainability, Team
from pathwayctl.model.outreach import Communication, Meeting
from pathwayctl.model.packets import Packet
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.pathways import Cluster, Evidence, Pathway, PhaseDates, WorkPlanRow
from pathwayctl.model.project import Calendar, FormatVersion, Header
from pathwayctl.model.risks import Risk
from pathwayctl.model.talent import (
    Credential,
    Ksa,
    KsaUse,
    Marketing,
    Occupation,
    Program,
    ShortageAction,
)
from pathwayctl.model.work import Task


class Plan(Model):
    """Every section of a project. A new section is one field here and one model."""

    pathwayctl: FormatVersion = Field(1, description="The version of this file format: 1")
    project: Header = Field(description="What the project is")
    calendar: Calendar = Field(Calendar(), description="Which days are worked")
    definition: SystemDefinition | None = Field(None, description="The definition the group has adopted (1C)")
    partnership: Partnership | None = Field(None, description="The sector partnership (steps 1 to 4)")
    sustainability: Sustainability | None = Field(None, description="What keeps the work going")
    organizations: tuple[Organization, ...] = Field((), description="Who takes part")
    people: tuple[Person, ...] = Field((), description="The people who represent them")
    considerations: tuple[Consideration, ...] = Field(
        (), description="Considerations for who is invited (1A)"
    )
    invitations: tuple[Invitation, ...] = Field((), description="Invitations to take part, in five parts")
    teams: tuple[Team, ...] = Field((), description="Teams that meet regularly")
    duties: tuple[Duty, ...] = Field(
        (), description="Responsibilities by role and component, and who holds them"
    )
    agreements: tuple[Agreement, ...] = Field((), description="Formal agreements between partners")
    beliefs: tuple[Belief, ...] = Field((), description="What was said in the first discussion")
    goals: tuple[Goal, ...] = Field((), description="What the group wants to reach")
    priorities: tuple[Priority, ...] = Field((), description="Elements the group puts first, with votes")
    frameworks: tuple[Framework, ...] = Field((), description="One framework for each industry (3D)")
    requirements: tuple[Requirement, ...] = Field((), description="What the system needs (4A)")
    tasks: tuple[Task, ...] = Field((), description="The work breakdown")
    occupations: tuple[Occupation, ...] = Field((), description="Critical occupations (step 5, 3A)")
    ksas: tuple[Ksa, ...] = Field((), description="Knowledge, skills and abilities (step 10, 3B)")
    programs: tuple[Program, ...] = Field((), description="Programs and the asset map (steps 6 and 11)")
    credentials: tuple[Credential, ...] = Field((), description="Credentials and how they stack")
    shortage_actions: tuple[ShortageAction, ...] = Field((), description="What is done at once (step 8)")
    ksa_uses: tuple[KsaUse, ...] = Field((), description="What the KSAs are used for (step 12)")
    marketing: tuple[Marketing, ...] = Field((), description="The pathway made known, by audience (step 14)")
    pathways: tuple[Pathway, ...] = Field((), description="The pathways that students follow")
    phases: tuple[PhaseDates, ...] = Field((), description="Phases of the grades 9-14 work plan")
    work_plan: tuple[WorkPlanRow, ...] = Field((), description="Rows of the year-one work plan")
    evidence: tuple[Evidence, ...] = Field((), description="What shows that a step was done")
    clusters: tuple[Cluster, ...] = Field((), description="Career clusters as your state names them")
    measures: tuple[Measure, ...] = Field((), description="Outcome measures and their values (exhibit 2)")
    evaluation: tuple[Seat, ...] = Field((), description="Who sits in the evaluation group (4D)")
    risks: tuple[Risk, ...] = Field((), description="What may help or hurt (4C)")
    communications: tuple[Communication, ...] = Field((), description="Who hears what, and how (4E)")
    meetings: tuple[Meeting, ...] = Field((), description="Meetings with their agendas")
    packets: tuple[Packet, ...] = Field((), description="Packets of your own, or other contents for ours")


LIST_SECTIONS: Final[tuple[str, ...]] = tuple(
    name for name, field in Plan.model_fields.items() if get_origin(field.annotation) is tuple
)
"""Sections that may be spread over several files; the others stand once."""
