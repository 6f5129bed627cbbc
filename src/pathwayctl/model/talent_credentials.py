"""Credentials with value in the labor market, and their kinds."""

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Key, Name, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.values import Ctid, Day, Flag, Id, Text
from pathwayctl.model.vocabulary import Word


class CredentialKind(Word):
    """Kinds of credentials: the ladder of the key stakeholders list from first to last, then others.

    A diploma, a license, and an apprenticeship count in the labor market, but are no rungs of that ladder.
    """

    CERTIFICATION = "industry-certification", "Industry certification"
    LEVEL_1 = "level-1-certificate", "Level 1 certificate"
    LEVEL_2 = "level-2-certificate", "Level 2 certificate"
    ASSOCIATE = "associate-degree", "Associate’s degree"
    BACHELOR = "bachelor-degree", "Bachelor’s degree"
    ADVANCED = "advanced-credential", "Advanced credential"
    DIPLOMA = "diploma", "High school diploma or equivalent"
    APPRENTICESHIP = "apprenticeship", "Registered apprenticeship"
    LICENSE = "license", "License"


class Credential(Model):
    """A credential with value in the labor market."""

    NOUN: ClassVar[str] = "credential"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The credential’s title")
    kind: CredentialKind = Field(description="Its level on the credential ladder")
    issuer: Text | None = Field(None, description="Who awards it")
    stacks_on: tuple[Annotated[Id, Ref("builds on the credential", ("credential",))], ...] = Field(
        (), description="The credentials that it builds on"
    )
    leads_to: tuple[Annotated[Id, Ref("leads to the occupation", ("occupation",))], ...] = Field(
        (), description="The occupations that it leads to"
    )
    portable: Flag | None = Field(None, description="true if other employers and colleges recognize it")
    recognized_by: tuple[Annotated[Id, Ref("is recognized by", ("organization",))], ...] = Field(
        (), description="Employers that say they value it when they hire"
    )
    reviewed: Day | None = Field(None, description="The day employers last reviewed it")
    ctid: Annotated[Ctid, Key("identifier")] | None = Field(
        None, description="Its Credential Transparency identifier, if it has one"
    )
