"""The talent landscape: critical occupations, the skills they need, and where to learn them (steps 5-13)."""

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import (
    CredentialId,
    FrameworkId,
    Key,
    Name,
    Note,
    OccupationId,
    Owner,
    Provider,
    Ref,
)
from pathwayctl.model.base import Model
from pathwayctl.model.talent_demand import (
    EmployerDemand,
    Forecast,
    JobLevel,
    Move,
    OpeningsRange,
    Rating,
    Wage,
)
from pathwayctl.model.values import (
    CipCode,
    Count,
    Day,
    Flag,
    Id,
    Money,
    OnetCode,
    Percent,
    Rate,
    SocCode,
    Text,
)
from pathwayctl.model.vocabulary import RiskLevel, Status, Word


class Education(Word):
    """Typical entry education of an occupation (as the U.S. Bureau of Labor Statistics names it)."""

    NONE = "none", "No formal credential"
    HIGH_SCHOOL = "high-school", "High school diploma or equivalent"
    SOME_COLLEGE = "some-college", "Some college, no degree"
    CERTIFICATE = "certificate", "Postsecondary nondegree award"
    APPRENTICESHIP = "apprenticeship", "Registered apprenticeship"
    LICENSE = "license", "License"
    ASSOCIATE = "associate", "Associate’s degree"
    BACHELOR = "bachelor", "Bachelor’s degree"
    MASTER = "master", "Master’s degree"
    DOCTORAL = "doctoral", "Doctoral or professional degree"


class SkillKind(Word):
    """What a KSA is."""

    KNOWLEDGE = "knowledge", "Knowledge"
    SKILL = "skill", "Skill"
    ABILITY = "ability", "Ability"
    DISPOSITION = "disposition", "Disposition"


class SkillLevel(Word):
    """The level of a KSA that is required or taught, lowest first."""

    BASIC = "basic", "Basic"
    WORKING = "working", "Working"
    ADVANCED = "advanced", "Advanced"


class KsaPurpose(Word):
    """What KSAs are used for (17 steps, step 12)."""

    CURRICULUM = "curriculum", "Curriculum"
    HIRING = "hiring", "Hiring"
    ASSESSMENT = "assessment", "Assessment"
    ADVISING = "advising", "Advising"
    TRAINING = "training", "Training on the job"


class Occupation(Model):
    """A critical occupation (17 steps, step 5), with the figures of the gap analysis (handout 3A)."""

    NOUN: ClassVar[str] = "occupation"

    id: Id = Field(description="A short, unique name that other entries refer to, such as machinist")
    title: Name = Field(description="The occupation’s title")
    also_called: tuple[Text, ...] = Field((), description="Titles that employers use for it")
    soc: SocCode | None = Field(None, description='SOC code in quotes, such as "51-4041"')
    onet: OnetCode | None = Field(None, description='O*NET-SOC code in quotes, such as "51-4041.00"')
    frameworks: tuple[FrameworkId, ...] = Field((), description="The industry frameworks it belongs to")
    annual_openings: Count | None = Field(None, description="Job openings a year in the region")
    openings_range: OpeningsRange | None = Field(
        None, description="Openings a year as a range, such as {low: 80, high: 110}"
    )
    current_openings: Count | None = Field(None, description="Jobs open at employers today")
    forecast: tuple[Forecast, ...] = Field((), description="Openings expected in later years")
    employers_openings: Count | None = Field(
        None, description="Openings a year as employers corrected them (step 7)"
    )
    demand: tuple[EmployerDemand, ...] = Field((), description="What single employers plan to hire")
    employers_hiring: Count | None = Field(
        None, description="How many employers hire for it; counted from demand: if left out"
    )
    hires_planned: Count | None = Field(
        None, description="How many people employers plan to hire; added up from demand: if left out"
    )
    qualified_applicants: Count | None = Field(None, description="Qualified applicants a year")
    median_wage: Money | None = Field(None, description="Median annual wage in the project’s currency")
    wage: Wage | None = Field(
        None, description="A range of wages, by the hour or year, such as {low: 18.5, high: 31, per: hour}"
    )
    growth: Rate | None = Field(None, description="Growth over ten years in percent, such as 4.5")
    difficulty: RiskLevel | None = Field(None, description="How hard it is to fill: low, medium, or high")
    entry_education: Education | None = Field(
        None, description="Education that employers require at entry level"
    )
    level: JobLevel | None = Field(None, description="Its level: entry, middle, senior, or lead (step 9)")
    leads_to: tuple[Move, ...] = Field((), description="The jobs that people move on to from it (step 9)")
    ratings: tuple[Rating, ...] = Field((), description="Its points on the project’s criteria (step 5)")
    source: Text | None = Field(None, description="Source and year of the figures")
    gap: Text | None = Field(None, description="A known gap: no program, or no KSAs agreed on yet")
    employers_account: Text | None = Field(None, description="What employers say about it (step 7)")


class KsaDemand(Model):
    """The level of a KSA that an occupation requires."""

    occupation: Annotated[Id, Key("occupation"), Ref("is asked for by the occupation", ("occupation",))] = (
        Field(description="The occupation’s id")
    )
    level: SkillLevel = Field(SkillLevel.WORKING, description="The level that the job requires")


class Ksa(Model):
    """Knowledge, a skill, or an ability that jobs require (KSA; step 10, handout 3B)."""

    NOUN: ClassVar[str] = "KSA"

    id: Id = Field(description="A short, unique name that other entries refer to, such as read-blueprints")
    title: Name = Field(description="The knowledge, skill, or ability in a few words")
    kind: SkillKind = Field(description="Which of the four it is")
    group: Text | None = Field(None, description="The skill set it belongs to (step 9)")
    occupations: tuple[KsaDemand, ...] = Field((), description="The occupations that require it")
    importance: RiskLevel | None = Field(
        None, description="How important it is to employers: low, medium, or high"
    )
    confirmed_by: tuple[Annotated[Id, Ref("is confirmed by", ("organization",))], ...] = Field(
        (), description="The employers that confirmed it"
    )
    employers_confirming: Count | None = Field(
        None, description="How many employers confirmed it, if confirmed_by: does not list them all"
    )
    confirmed: Day | None = Field(None, description="The day employers last confirmed it")


class KsaTaught(Model):
    """The level that a program's students reach in a KSA."""

    ksa: Annotated[Id, Key("KSA"), Ref("teaches the KSA", ("KSA",))] = Field(description="The id of the KSA")
    level: SkillLevel = Field(SkillLevel.WORKING, description="The level that students reach")


class Program(Model):
    """An education or training program: a first inventory in step 6, the asset map in step 11."""

    NOUN: ClassVar[str] = "program"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The program’s title")
    provider: Provider = Field(description="The organization that offers it")
    cip: CipCode | None = Field(None, description='CIP code in quotes, such as "48.0501"')
    credentials: tuple[CredentialId, ...] = Field((), description="The credentials it leads to")
    length: Text | None = Field(None, description="Its length, such as two semesters")
    cost: Money | None = Field(None, description="The cost to a student, in the project’s currency")
    credits: Count | None = Field(None, description="College credits students earn in it")
    transfers: Flag | None = Field(None, description="true if its credits transfer to four-year colleges")
    transfers_to: tuple[Annotated[Id, Ref("transfers to", ("organization",))], ...] = Field(
        (), description="Organizations that accept its credits"
    )
    prerequisites: tuple[Text, ...] = Field((), description="What a student needs to enroll")
    capacity: Count | None = Field(None, description="How many students it can enroll a year")
    enrolled: Count | None = Field(None, description="How many students enrolled in the last year")
    completers: Count | None = Field(None, description="How many students completed it in the last year")
    delivery: Text | None = Field(None, description="How it is taught, such as day, evening, or online")
    serves: Text | None = Field(None, description="Whom it serves, such as adults without a diploma")
    starts: Text | None = Field(None, description="When it starts, such as August and January")
    occupations: tuple[OccupationId, ...] = Field(
        (), description="The critical occupations it prepares students for"
    )
    teaches: tuple[KsaTaught, ...] = Field(
        (), description="The KSAs it teaches, and to which level (step 11)"
    )
    refined: Day | None = Field(None, description="The day the provider confirmed this entry")
    weeks: Count | None = Field(None, description="Its length in weeks of instruction")
    clock_hours: Count | None = Field(None, description="Its length in clock hours of instruction")
    offered_since: Day | None = Field(None, description="The day it was first offered")
    completion_rate: Percent | None = Field(
        None, description="Percent of students who complete it within one and a half times its length"
    )
    placement_rate: Percent | None = Field(
        None, description="Percent of completers who have a job 180 days after they complete it"
    )
    value_added_earnings: Money | None = Field(
        None, description="What completers earn above 150 percent of the poverty line, as published"
    )
    state_approved: Day | None = Field(
        None, description="The day the governor approved it as an eligible workforce program"
    )
    workforce_pell: Flag = Field(False, description="true to prepare it for Workforce Pell grants")
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class ActionResults(Model):
    """The result of an action on a shortage, in people."""

    started: Count | None = Field(None, description="How many people started")
    completed: Count | None = Field(None, description="How many completed it")
    hired: Count | None = Field(None, description="How many were hired")


class ShortageAction(Model):
    """An immediate action on the shortage in one occupation (step 8)."""

    NOUN: ClassVar[str] = "shortage action"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The action in a few words")
    occupation: OccupationId = Field(description="The critical occupation it is for")
    owner: Owner | None = Field(None, description="The person or organization accountable for it")
    due: Day | None = Field(None, description="The day it is due")
    status: Status = Field(Status.PLANNED, description="Its status")
    outcome: Text | None = Field(None, description="The result")
    places: Count | None = Field(None, description="How many people it has room for")
    cost: Money | None = Field(None, description="What it costs, in the project’s currency")
    partners: tuple[Annotated[Id, Ref("is carried out with", ("organization",))], ...] = Field(
        (), description="The organizations that take part"
    )
    results: ActionResults | None = Field(
        None, description="The result in figures, such as {started: 12, completed: 10, hired: 8}"
    )


class KsaUse(Model):
    """A use of KSAs (step 12)."""

    NOUN: ClassVar[str] = "use of KSAs"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The use in a few words")
    purpose: KsaPurpose = Field(description="What the KSAs are used for")
    ksas: tuple[Annotated[Id, Ref("uses the KSA", ("KSA",))], ...] = Field(
        description="The KSAs that are used", min_length=1
    )
    organization: Annotated[Id, Ref("is put to use by", ("organization",))] | None = Field(
        None, description="Who uses them"
    )
    owner: Owner | None = Field(None, description="The person or organization accountable for it")
    due: Day | None = Field(None, description="The day it is due")
    status: Status = Field(Status.PLANNED, description="Its status")
    outcome: Text | None = Field(None, description="The result")


class Marketing(Model):
    """How the pathway is marketed to one audience (step 14)."""

    NOUN: ClassVar[str] = "piece of marketing"

    id: Id = Field(description="A short, unique name that other entries refer to")
    audience: Name = Field(description="Who it is for, such as middle school students")
    message: Text | None = Field(None, description="The message, in a sentence")
    materials: tuple[Text, ...] = Field((), description="Materials and channels")
    owner: Owner | None = Field(None, description="The person or organization responsible for it")
    due: Day | None = Field(None, description="The day it is due to go out")
    sent: Day | None = Field(None, description="The day it went out")
    languages: tuple[Text, ...] = Field((), description="The languages it goes out in")
    reached: Count | None = Field(None, description="The number of people it reached")
