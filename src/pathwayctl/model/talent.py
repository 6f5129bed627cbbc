"""The talent landscape: critical occupations, the skills they need, and where to learn them (steps 5-13)."""

from __future__ import annotations

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
from pathwayctl.model.values import (
    CipCode,
    Count,
    Ctid,
    Day,
    Flag,
    Id,
    Money,
    OnetCode,
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
    ASSOCIATE = "associate", "Associate’s degree"
    BACHELOR = "bachelor", "Bachelor’s degree"
    MASTER = "master", "Master’s degree"
    DOCTORAL = "doctoral", "Doctoral or professional degree"


class SkillKind(Word):
    """What a KSA is."""

    KNOWLEDGE = "knowledge", "Knowledge"
    SKILL = "skill", "Skill"
    ABILITY = "ability", "Ability"


class SkillLevel(Word):
    """The level of a KSA that is required or taught, lowest first."""

    BASIC = "basic", "Basic"
    WORKING = "working", "Working"
    ADVANCED = "advanced", "Advanced"


class CredentialKind(Word):
    """The credential ladder, from the first to the last (key stakeholders list)."""

    CERTIFICATION = "industry-certification", "Industry certification"
    LEVEL_1 = "level-1-certificate", "Level 1 certificate"
    LEVEL_2 = "level-2-certificate", "Level 2 certificate"
    ASSOCIATE = "associate-degree", "Associate’s degree"
    BACHELOR = "bachelor-degree", "Bachelor’s degree"
    ADVANCED = "advanced-credential", "Advanced credential"


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
    UNKNOWN: ClassVar[str] = "PW313"

    id: Id = Field(description="A short, unique name that other entries refer to, such as machinist")
    title: Name = Field(description="The occupation’s title")
    soc: SocCode | None = Field(None, description='SOC code in quotes, such as "51-4041"')
    onet: OnetCode | None = Field(None, description='O*NET-SOC code in quotes, such as "51-4041.00"')
    frameworks: tuple[FrameworkId, ...] = Field((), description="The industry frameworks it belongs to")
    annual_openings: Count | None = Field(None, description="Job openings a year in the region")
    qualified_applicants: Count | None = Field(None, description="Qualified applicants a year")
    median_wage: Money | None = Field(None, description="Median annual wage in the project’s currency")
    growth: Rate | None = Field(None, description="Growth over ten years in percent, such as 4.5")
    difficulty: RiskLevel | None = Field(None, description="How hard it is to fill: low, medium, or high")
    entry_education: Education | None = Field(
        None, description="Education that employers require at entry level"
    )
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
    UNKNOWN: ClassVar[str] = "PW314"

    id: Id = Field(description="A short, unique name that other entries refer to, such as read-blueprints")
    title: Name = Field(description="The knowledge, skill, or ability in a few words")
    kind: SkillKind = Field(description="knowledge, skill, or ability")
    group: Text | None = Field(None, description="The skill set it belongs to (step 9)")
    occupations: tuple[KsaDemand, ...] = Field((), description="The occupations that require it")


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
    occupations: tuple[OccupationId, ...] = Field(
        (), description="The critical occupations it prepares students for"
    )
    teaches: tuple[KsaTaught, ...] = Field(
        (), description="The KSAs it teaches, and to which level (step 11)"
    )
    refined: Day | None = Field(None, description="The day the provider confirmed this entry")
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class Credential(Model):
    """A credential with value in the labor market."""

    NOUN: ClassVar[str] = "credential"
    UNKNOWN: ClassVar[str] = "PW315"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The credential’s title")
    kind: CredentialKind = Field(description="Its level on the credential ladder")
    issuer: Text | None = Field(None, description="Who awards it")
    stacks_on: tuple[Annotated[Id, Ref("builds on the credential", ("credential",))], ...] = Field(
        (), description="The credentials that it builds on"
    )
    portable: Flag | None = Field(None, description="true if other employers and colleges recognize it")
    recognized_by: tuple[Annotated[Id, Ref("is recognized by", ("organization",))], ...] = Field(
        (), description="Employers that say they value it when they hire"
    )
    reviewed: Day | None = Field(None, description="The day employers last reviewed it")
    ctid: Annotated[Ctid, Key("identifier")] | None = Field(
        None, description="Its Credential Transparency identifier, if it has one"
    )


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
    status: Status = Field(Status.PLANNED, description="Its status")


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
