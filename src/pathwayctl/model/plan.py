"""The whole project: one model with every section, regardless of which files hold them."""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import Field

from pathwayctl.model.annotations import Section, inner_model
from pathwayctl.model.base import Model
from pathwayctl.model.project import Calendar, FormatVersion, Header
from pathwayctl.model.section_fields import SectionFields
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from pathwayctl.model.assessment import Assessment
    from pathwayctl.model.evaluation import DataSource, Measure, Seat
    from pathwayctl.model.frameworks import Framework, Requirement
    from pathwayctl.model.funding import BudgetLine, Funding, Grant
    from pathwayctl.model.goals import Belief, Consideration, Goal, Priority, SystemDefinition
    from pathwayctl.model.governance import (
        Agreement,
        Duty,
        Invitation,
        LeadershipArea,
        Sustainability,
        Team,
    )
    from pathwayctl.model.outreach import Communication, Meeting
    from pathwayctl.model.packets import Packet
    from pathwayctl.model.partners import Organization, Person
    from pathwayctl.model.partnerships import ClusterFigures, Partnership, RegionalPartnership
    from pathwayctl.model.pathways import (
        AdvisingMilestone,
        Cluster,
        Evidence,
        Externship,
        Pathway,
        PhaseDates,
        WorkPlanRow,
    )
    from pathwayctl.model.risks import Risk
    from pathwayctl.model.talent import Ksa, KsaUse, Marketing, Occupation, Program, ShortageAction
    from pathwayctl.model.talent_assets import Asset
    from pathwayctl.model.talent_credentials import Credential
    from pathwayctl.model.talent_demand import Criterion
    from pathwayctl.model.talent_employers import Interview, Survey
    from pathwayctl.model.work import Task


class Plan(Model):
    """Every section of a project. To add a section, write its model and add one field here.

    The type of a section is a text, so that its model is not loaded before it is asked for.
    """

    pathwayctl: Annotated[FormatVersion, Section("pathway.yaml")] = Field(
        1, description="The version of this file format: 1"
    )
    project: Annotated[Header, Section("pathway.yaml", counted_by="PW312 PW425 PW566 PW572")] = Field(
        description="The project itself"
    )
    calendar: Annotated[Calendar, Section("pathway.yaml", counted_by="PW410 PW417 PW435")] = Field(
        Calendar(), description="The working days"
    )
    definition: Annotated["SystemDefinition | None", Section(guides=(Guide.CCRS,), module="goals")] = Field(
        None, description="The definition the group has adopted (1C)"
    )
    partnership: Annotated["Partnership | None", Section(guides=(Guide.SECTOR,), module="partnerships")] = (
        Field(None, description="The sector partnership (steps 1 to 4)")
    )
    partnerships: Annotated["tuple[RegionalPartnership, ...]", Section("partnership.yaml")] = Field(
        (), description="Further sector partnerships, each with its own region and industry"
    )
    cluster_choice: Annotated[
        "tuple[ClusterFigures, ...]", Section("partnership.yaml", module="partnerships")
    ] = Field((), description="The industries that were compared, and the one that was chosen (step 1)")
    sustainability: Annotated[
        "Sustainability | None", Section(guides=(Guide.COMPONENTS,), module="governance")
    ] = Field(None, description="The sustainability plan")
    organizations: Annotated[
        "tuple[Organization, ...]",
        Section("partners.yaml", counted_by="PW566", module="partners", unknown="PW304"),
    ] = Field((), description="The organizations that take part")
    people: Annotated[
        "tuple[Person, ...]",
        Section(
            "partners.yaml",
            guides=(Guide.CCRS, Guide.COMPONENTS, Guide.GRADES_9_14, Guide.SECTOR),
            counted_by="PW310 PW435 PW501 PW502 PW503 PW504 PW505 PW506 PW507 PW508 PW510 PW514",
            module="partners",
            unknown="PW303",
        ),
    ] = Field((), description="The people who represent them")
    considerations: Annotated[
        "tuple[Consideration, ...]",
        Section("stakeholders.yaml", guides=(Guide.CCRS,), counted_by="PW516", module="goals"),
    ] = Field((), description="Considerations for whom to invite (1A)")
    invitations: Annotated[
        "tuple[Invitation, ...]", Section("stakeholders.yaml", guides=(Guide.CCRS,), module="governance")
    ] = Field((), description="Invitations to take part, in five parts")
    teams: Annotated[
        "tuple[Team, ...]",
        Section(
            guides=(Guide.COMPONENTS, Guide.GRADES_9_14),
            counted_by="PW514 PW566 PW567 PW590 PW591",
            module="governance",
            unknown="PW316",
        ),
    ] = Field((), description="Teams that meet regularly")
    duties: Annotated["tuple[Duty, ...]", Section(guides=(Guide.COMPONENTS,), module="governance")] = Field(
        (), description="Responsibilities by role and component, and who holds them"
    )
    leadership_areas: Annotated["tuple[LeadershipArea, ...]", Section("duties.yaml", module="governance")] = (
        Field((), description="The areas in which the convener leads, and who leads each")
    )
    agreements: Annotated[
        "tuple[Agreement, ...]",
        Section(
            guides=(Guide.COMPONENTS, Guide.GRADES_9_14),
            counted_by="PW514 PW555 PW558",
            module="governance",
            unknown="PW450",
        ),
    ] = Field((), description="Formal agreements between partners")
    beliefs: Annotated[
        "tuple[Belief, ...]", Section("definition.yaml", guides=(Guide.CCRS,), module="goals")
    ] = Field((), description="What people said in the first discussion")
    goals: Annotated["tuple[Goal, ...]", Section(guides=(Guide.CCRS,), unknown="PW307")] = Field(
        (), description="What the group wants to achieve"
    )
    priorities: Annotated[
        "tuple[Priority, ...]", Section("goals.yaml", guides=(Guide.CCRS,), module="goals", unknown="PW318")
    ] = Field((), description="Elements the group puts first, with votes")
    frameworks: Annotated["tuple[Framework, ...]", Section(guides=(Guide.CCRS,), unknown="PW306")] = Field(
        (), description="One framework for each industry (3D)"
    )
    requirements: Annotated[
        "tuple[Requirement, ...]",
        Section(guides=(Guide.CCRS,), counted_by="PW521", module="frameworks", unknown="PW305"),
    ] = Field((), description="What the system needs (4A)")
    tasks: Annotated[
        "tuple[Task, ...]",
        Section(
            "work.yaml",
            guides=(Guide.CCRS,),
            counted_by="PW406 PW438 PW440 PW441 PW442 PW522 PW530 PW532 PW570 PW573 PW574 PW575 PW580 PW589",
            module="work",
            unknown="PW302",
        ),
    ] = Field((), description="The work breakdown")
    criteria: Annotated[
        "tuple[Criterion, ...]",
        Section("talent.yaml", counted_by="PW671", module="talent_demand", unknown="PW343"),
    ] = Field((), description="What makes an occupation critical, with weights (step 5)")
    occupations: Annotated[
        "tuple[Occupation, ...]",
        Section("talent.yaml", guides=(Guide.SECTOR,), counted_by="PW599", module="talent", unknown="PW313"),
    ] = Field((), description="Critical occupations (step 5, handout 3A)")
    interviews: Annotated["tuple[Interview, ...]", Section("talent.yaml", module="talent_employers")] = Field(
        (), description="Interviews with employers (step 7)"
    )
    surveys: Annotated["tuple[Survey, ...]", Section("talent.yaml", module="talent_employers")] = Field(
        (), description="Surveys of employers (step 7)"
    )
    ksas: Annotated[
        "tuple[Ksa, ...]",
        Section("talent.yaml", guides=(Guide.SECTOR,), counted_by="PW536", module="talent", unknown="PW314"),
    ] = Field((), description="Knowledge, skills, and abilities, or KSAs (step 10, handout 3B)")
    programs: Annotated[
        "tuple[Program, ...]",
        Section(guides=(Guide.SECTOR,), counted_by="PW528 PW536 PW598", module="talent"),
    ] = Field((), description="Programs and the asset map (steps 6 and 11)")
    assets: Annotated["tuple[Asset, ...]", Section("programs.yaml", module="talent_assets")] = Field(
        (), description="Assets beside the programs, such as support services (step 11)"
    )
    credentials: Annotated[
        "tuple[Credential, ...]",
        Section(
            "programs.yaml",
            guides=(Guide.COMPONENTS,),
            counted_by="PW581 PW584",
            module="talent_credentials",
            unknown="PW315",
        ),
    ] = Field((), description="Credentials and how they stack")
    shortage_actions: Annotated[
        "tuple[ShortageAction, ...]", Section("talent.yaml", guides=(Guide.SECTOR,), module="talent")
    ] = Field((), description="Immediate actions on shortages (step 8)")
    ksa_uses: Annotated[
        "tuple[KsaUse, ...]",
        Section("talent.yaml", guides=(Guide.SECTOR,), counted_by="PW527", module="talent"),
    ] = Field((), description="The uses of KSAs (step 12)")
    marketing: Annotated["tuple[Marketing, ...]", Section(guides=(Guide.SECTOR,), module="talent")] = Field(
        (), description="Marketing of the pathway, by audience (step 14)"
    )
    pathways: Annotated[
        "tuple[Pathway, ...]",
        Section(guides=(Guide.COMPONENTS, Guide.GRADES_9_14), counted_by="PW514", unknown="PW338"),
    ] = Field((), description="The pathways that students follow")
    advising: Annotated[
        "tuple[AdvisingMilestone, ...]", Section("pathways.yaml", counted_by="PW645", module="pathways")
    ] = Field((), description="What students should have done by which grade")
    externships: Annotated["tuple[Externship, ...]", Section("pathways.yaml", module="pathways")] = Field(
        (), description="Days that educators spend at employers"
    )
    phases: Annotated[
        "tuple[PhaseDates, ...]",
        Section("work_plan.yaml", guides=(Guide.GRADES_9_14,), counted_by="PW514 PW594", module="pathways"),
    ] = Field((), description="Phases of the grades 9-14 work plan")
    work_plan: Annotated[
        "tuple[WorkPlanRow, ...]",
        Section(guides=(Guide.GRADES_9_14,), counted_by="PW514 PW573 PW593", module="pathways"),
    ] = Field((), description="Rows of the year-one work plan")
    evidence: Annotated["tuple[Evidence, ...]", Section("partnership.yaml", module="pathways")] = Field(
        (), description="Evidence that a step is done"
    )
    clusters: Annotated["tuple[Cluster, ...]", Section("pathways.yaml", module="pathways")] = Field(
        (), description="Career clusters as your state names them"
    )
    measures: Annotated[
        "tuple[Measure, ...]",
        Section(
            "evaluation.yaml",
            guides=(Guide.CCRS, Guide.SECTOR),
            counted_by="PW445 PW544 PW546",
            module="evaluation",
            unknown="PW344",
        ),
    ] = Field((), description="Outcome measures and their values (exhibit 2)")
    data_sources: Annotated[
        "tuple[DataSource, ...]", Section(guides=(Guide.COMPONENTS,), module="evaluation")
    ] = Field((), description="The files and systems that the figures come from")
    evaluation: Annotated["tuple[Seat, ...]", Section(guides=(Guide.CCRS,), counted_by="PW553")] = Field(
        (), description="The members of the evaluation group (handout 4D)"
    )
    risks: Annotated["tuple[Risk, ...]", Section(guides=(Guide.CCRS,), counted_by="PW542")] = Field(
        (), description="Events that may help or hurt the project (handout 4C)"
    )
    communications: Annotated[
        "tuple[Communication, ...]", Section(guides=(Guide.CCRS,), counted_by="PW551", module="outreach")
    ] = Field((), description="Who hears what, and how (handout 4E)")
    meetings: Annotated[
        "tuple[Meeting, ...]",
        Section(guides=(Guide.CCRS,), counted_by="PW524 PW568 PW607", module="outreach", unknown="PW317"),
    ] = Field((), description="Meetings with their agendas")
    funding: Annotated["tuple[Funding, ...]", Section(counted_by="PW660 PW661", unknown="PW345")] = Field(
        (), description="Funding sources by fiscal year, in money or in kind"
    )
    budget: Annotated[
        "tuple[BudgetLine, ...]", Section("funding.yaml", counted_by="PW660 PW662", module="funding")
    ] = Field((), description="Budget lines by fiscal year, and what pays for them")
    grants: Annotated["tuple[Grant, ...]", Section("funding.yaml", module="funding")] = Field(
        (), description="Grants with their deliverables and reports"
    )
    assessments: Annotated["tuple[Assessment, ...]", Section("assessment.yaml", module="assessment")] = Field(
        (), description="Self-assessments against the criteria of the guides, over time"
    )
    packets: "tuple[Packet, ...]" = Field(
        (), description="Your own packets, or other contents for built-in ones"
    )

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Load the models of all sections, as pydantic needs them to validate a whole plan."""
        models = {one.__name__: one for one in map(inner_model, Plan.model_fields.values()) if one}
        return super().model_rebuild(**{**options, "_types_namespace": models})


_FIELDS: Final = SectionFields(Plan.model_fields)
LIST_SECTIONS: Final = tuple(name for name in _FIELDS if _FIELDS.is_list(name))
"""Sections that may be spread over several files; the others appear once."""
Plan.model_fields = _FIELDS  # type: ignore[method-assign,assignment]


@cache
def section_of(name: str) -> Section:
    """What is known about a section of the plan besides its type; its file is always given."""
    mark = _FIELDS.section(name)
    return mark if mark.file else replace(mark, file=f"{name}.yaml")
