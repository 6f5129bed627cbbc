"""The whole project: one model with every section, regardless of which files hold them."""

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
    """Every section of a project. To add a section, write its model and add one field here."""

    pathwayctl: FormatVersion = Field(1, description="The version of this file format: 1")
    project: Header = Field(description="The project itself")
    calendar: Calendar = Field(Calendar(), description="The working days")
    definition: SystemDefinition | None = Field(None, description="The definition the group has adopted (1C)")
    partnership: Partnership | None = Field(None, description="The sector partnership (steps 1 to 4)")
    sustainability: Sustainability | None = Field(None, description="The sustainability plan")
    organizations: tuple[Organization, ...] = Field((), description="The organizations that take part")
    people: tuple[Person, ...] = Field((), description="The people who represent them")
    considerations: tuple[Consideration, ...] = Field(
        (), description="Considerations for whom to invite (1A)"
    )
    invitations: tuple[Invitation, ...] = Field((), description="Invitations to take part, in five parts")
    teams: tuple[Team, ...] = Field((), description="Teams that meet regularly")
    duties: tuple[Duty, ...] = Field(
        (), description="Responsibilities by role and component, and who holds them"
    )
    agreements: tuple[Agreement, ...] = Field((), description="Formal agreements between partners")
    beliefs: tuple[Belief, ...] = Field((), description="What people said in the first discussion")
    goals: tuple[Goal, ...] = Field((), description="What the group wants to achieve")
    priorities: tuple[Priority, ...] = Field((), description="Elements the group puts first, with votes")
    frameworks: tuple[Framework, ...] = Field((), description="One framework for each industry (3D)")
    requirements: tuple[Requirement, ...] = Field((), description="What the system needs (4A)")
    tasks: tuple[Task, ...] = Field((), description="The work breakdown")
    occupations: tuple[Occupation, ...] = Field((), description="Critical occupations (step 5, handout 3A)")
    ksas: tuple[Ksa, ...] = Field(
        (), description="Knowledge, skills, and abilities, or KSAs (step 10, handout 3B)"
    )
    programs: tuple[Program, ...] = Field((), description="Programs and the asset map (steps 6 and 11)")
    credentials: tuple[Credential, ...] = Field((), description="Credentials and how they stack")
    shortage_actions: tuple[ShortageAction, ...] = Field(
        (), description="Immediate actions on shortages (step 8)"
    )
    ksa_uses: tuple[KsaUse, ...] = Field((), description="The uses of KSAs (step 12)")
    marketing: tuple[Marketing, ...] = Field(
        (), description="Marketing of the pathway, by audience (step 14)"
    )
    pathways: tuple[Pathway, ...] = Field((), description="The pathways that students follow")
    phases: tuple[PhaseDates, ...] = Field((), description="Phases of the grades 9-14 work plan")
    work_plan: tuple[WorkPlanRow, ...] = Field((), description="Rows of the year-one work plan")
    evidence: tuple[Evidence, ...] = Field((), description="Evidence that a step is done")
    clusters: tuple[Cluster, ...] = Field((), description="Career clusters as your state names them")
    measures: tuple[Measure, ...] = Field((), description="Outcome measures and their values (exhibit 2)")
    evaluation: tuple[Seat, ...] = Field((), description="The members of the evaluation group (handout 4D)")
    risks: tuple[Risk, ...] = Field((), description="Events that may help or hurt the project (handout 4C)")
    communications: tuple[Communication, ...] = Field((), description="Who hears what, and how (handout 4E)")
    meetings: tuple[Meeting, ...] = Field((), description="Meetings with their agendas")
    packets: tuple[Packet, ...] = Field(
        (), description="Your own packets, or other contents for built-in ones"
    )


LIST_SECTIONS: Final[tuple[str, ...]] = tuple(
    name for name, field in Plan.model_fields.items() if get_origin(field.annotation) is tuple
)
"""Sections that may be spread over several files; the others appear once."""
