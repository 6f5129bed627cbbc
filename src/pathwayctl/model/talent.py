"""The talent landscape: critical occupations, what they ask for, and where it is taught (steps 5-13)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import (
    CredentialId,
    FrameworkId,
    Key,
    Name,
    OccupationId,
    Owner,
    Provider,
    Ref,
)
from pathwayctl.model.base import Model
from pathwayctl.model.talent_words import CredentialKind, Education, KsaPurpose, SkillKind, SkillLevel
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
from pathwayctl.model.vocabulary import RiskLevel, Status


class Occupation(Model):
    """A critical occupation (17 steps, step 5), with the figures of the gap analysis (handout 3A)."""

    NOUN: ClassVar[str] = "occupation"

    id: Id = Field(description="A short name for use in other files, such as machinist")
    title: Name = Field(description="The occupation’s title")
    soc: SocCode | None = Field(None, description='SOC code in quotes, such as "51-4041"')
    onet: OnetCode | None = Field(None, description='O*NET-SOC code in quotes, such as "51-4041.00"')
    frameworks: tuple[FrameworkId, ...] = Field((), description="The industry frameworks it belongs to")
    annual_openings: Count | None = Field(None, description="Openings a year in the region")
    qualified_applicants: Count | None = Field(None, description="Qualified applicants a year")
    median_wage: Money | None = Field(None, description="Median wage a year, in the project’s currency")
    growth: Rate | None = Field(None, description="Growth over ten years in percent, such as 4.5")
    difficulty: RiskLevel | None = Field(None, description="How hard it is to fill: low, medium or high")
    entry_education: Education | None = Field(None, description="Education that employers ask of beginners")
    source: Text | None = Field(None, description="Where the figures come from, and of which year")
    gap: Text | None = Field(None, description="A gap that is known: no program, or no KSAs agreed yet")
    employers_account: Text | None = Field(None, description="What employers say about it (step 7)")


class KsaDemand(Model):
    """How much of a KSA an occupation asks for."""

    occupation: Annotated[Id, Key("occupation"), Ref("is asked for by the occupation", ("occupation",))] = (
        Field(description="The occupation’s id")
    )
    level: SkillLevel = Field(SkillLevel.WORKING, description="The level that the job asks for")


class Ksa(Model):
    """A piece of knowledge, a skill or an ability that jobs ask for (step 10; handout 3B)."""

    NOUN: ClassVar[str] = "KSA"

    id: Id = Field(description="A short name for use in other files, such as read-blueprints")
    title: Name = Field(description="The knowledge, skill or ability in a few words")
    kind: SkillKind = Field(description="knowledge, skill or ability")
    group: Text | None = Field(None, description="The skill set it belongs to (step 9)")
    occupations: tuple[KsaDemand, ...] = Field((), description="The occupations that ask for it")


class KsaTaught(Model):
    """How far a program takes its students in a KSA."""

    ksa: Annotated[Id, Key("KSA"), Ref("teaches the KSA", ("KSA",))] = Field(description="The id of the KSA")
    level: SkillLevel = Field(SkillLevel.WORKING, description="The level that students reach")


class Program(Model):
    """A program of education or training: rough in step 6, refined to an asset in step 11."""

    NOUN: ClassVar[str] = "program"

    id: Id = Field(description="A short name for use in other files")
    title: Name = Field(description="The program’s title")
    provider: Provider = Field(description="The organization that offers it")
    cip: CipCode | None = Field(None, description='CIP code in quotes, such as "48.0501"')
    credentials: tuple[CredentialId, ...] = Field((), description="The credentials that it leads to")
    length: Text | None = Field(None, description="How long it takes, such as two semesters")
    cost: Money | None = Field(None, description="What it costs a student")
    credits: Count | None = Field(None, description="College credits earned in it")
    transfers: Flag | None = Field(None, description="true if its credits transfer to four-year colleges")
    transfers_to: tuple[Annotated[Id, Ref("transfers to", ("organization",))], ...] = Field(
        (), description="Organizations that take its credits"
    )
    prerequisites: tuple[Text, ...] = Field((), description="What a student needs to begin")
    capacity: Count | None = Field(None, description="Students it can take a year")
    occupations: tuple[OccupationId, ...] = Field((), description="Critical occupations that it prepares for")
    teaches: tuple[KsaTaught, ...] = Field((), description="The KSAs it teaches, and how far (step 11)")
    refined: Day | None = Field(None, description="The day the entry was checked with the provider")
    note: Text | None = Field(None, description="Anything to remember")
    private: Flag = Field(False, description="true to keep it out of what partners and the public get")


class Credential(Model):
    """A credential with value in the labor market."""

    NOUN: ClassVar[str] = "credential"

    id: Id = Field(description="A short name for use in other files")
    title: Name = Field(description="The credential’s title")
    kind: CredentialKind = Field(description="Its place on the ladder of credentials")
    issuer: Text | None = Field(None, description="Who awards it")
    stacks_on: tuple[Annotated[Id, Ref("builds on the credential", ("credential",))], ...] = Field(
        (), description="The credentials that it builds on"
    )
    portable: Flag | None = Field(None, description="true if it counts with other employers and colleges")
    recognized_by: tuple[Annotated[Id, Ref("is recognized by", ("organization",))], ...] = Field(
        (), description="Employers that say it counts when they hire"
    )
    reviewed: Day | None = Field(None, description="The day employers last reviewed it")
    ctid: Annotated[Ctid, Key("identifier")] | None = Field(
        None, description="Its Credential Transparency identifier, if it has one"
    )


class ShortageAction(Model):
    """Something done at once about one occupation’s shortage (step 8)."""

    NOUN: ClassVar[str] = "shortage action"

    id: Id = Field(description="A short name for use in other files")
    title: Name = Field(description="The action in a few words")
    occupation: OccupationId = Field(description="The critical occupation it is for")
    owner: Owner | None = Field(None, description="Who answers for it")
    due: Day | None = Field(None, description="The day it should be done by")
    status: Status = Field(Status.PLANNED, description="Where it stands")
    outcome: Text | None = Field(None, description="What came of it")


class KsaUse(Model):
    """A use that KSAs are put to (step 12)."""

    NOUN: ClassVar[str] = "use of KSAs"

    id: Id = Field(description="A short name for use in other files")
    title: Name = Field(description="The use in a few words")
    purpose: KsaPurpose = Field(description="What the KSAs are used for")
    ksas: tuple[Annotated[Id, Ref("uses the KSA", ("KSA",))], ...] = Field(
        description="The KSAs that are used", min_length=1
    )
    organization: Annotated[Id, Ref("is put to use by", ("organization",))] | None = Field(
        None, description="Who uses them"
    )
    status: Status = Field(Status.PLANNED, description="Where it stands")


class Marketing(Model):
    """How the pathway is made known to one audience (step 14)."""

    NOUN: ClassVar[str] = "piece of marketing"

    id: Id = Field(description="A short name for use in other files")
    audience: Name = Field(description="Who it is for, such as middle school students")
    message: Text | None = Field(None, description="What they should remember, in a sentence")
    materials: tuple[Text, ...] = Field((), description="Materials and channels")
    owner: Owner | None = Field(None, description="Who sees to it")
    due: Day | None = Field(None, description="The day it is out")
