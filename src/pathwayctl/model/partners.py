"""Organizations and people: who is at the table, in which roles, and how engaged."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Name, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.project import Leave, Opening
from pathwayctl.model.values import Email, Flag, Id, Text, Units, WebAddress
from pathwayctl.model.vocabulary import (
    Confirmation,
    EngagementLevel,
    Role,
    Stage,
    StakeholderCategory,
)


class Organization(Model):
    """An agency, school, college, employer or group that takes part."""

    NOUN: ClassVar[str] = "organization"

    id: Id = Field(description="A short name for use in other files, such as front-range-college")
    name: Name = Field(description="The organization's full name")
    category: StakeholderCategory = Field(description="Its stakeholder category (table 2)")
    group: Text | None = Field(None, description="What kind of group it is, such as school district")
    region: Text | None = Field(None, description="The area that it serves")
    website: WebAddress | None = Field(None, description="Its web address")
    capacity: Units = Field(1.0, description="Units a day it can give: a crew of three is 3")
    leave: tuple[Leave, ...] = Field((), description="Days on which it cannot work")
    openings: tuple[Opening, ...] = Field(
        (), description="Days off, or days of its leave, on which it does work"
    )
    note: Text | None = Field(None, description="Anything to remember")
    private: Flag = Field(False, description="true to keep it out of what partners and the public get")


class Engagement(Model):
    """How engaged someone is, and how engaged they should be (exhibit 3)."""

    current: EngagementLevel = Field(description="The level of engagement today")
    desired: EngagementLevel = Field(description="The level that the project needs")


class Person(Model):
    """A stakeholder's representative (handout 1A)."""

    NOUN: ClassVar[str] = "person"

    id: Id = Field(description="A short name for use in other files, such as dana-ruiz")
    name: Name = Field(description="The person's full name")
    title: Text | None = Field(None, description="The person's job title")
    organization: Annotated[Id, Ref("speaks for", ("organization",))] | None = Field(
        None, description="The id of the organization they speak for"
    )
    category: StakeholderCategory | None = Field(
        None, description="Stakeholder category, where it is not the organization's"
    )
    email: Email | None = Field(None, description="E-mail address")
    phone: Text | None = Field(None, description="Telephone number")
    decision_authority: Flag = Field(False, description="true if they can decide for their group")
    does_the_work: Flag = Field(False, description="true if they will be tasked with doing work")
    roles: tuple[Role, ...] = Field((), description="Key roles they play (table 3)")
    key_champion: Flag = Field(False, description="true for a champion with influence and visibility")
    stages: tuple[Stage, ...] = Field((), description="Stages in which they are most involved (table 4)")
    confirmation: Confirmation | None = Field(None, description="How they agreed to take part")
    engagement: Engagement | None = Field(None, description="Engagement now and as it should be")
    capacity: Units = Field(1.0, description="Share of a working day they can give; 0.5 is half time")
    leave: tuple[Leave, ...] = Field((), description="Days on which they are away")
    openings: tuple[Opening, ...] = Field(
        (), description="Days off, or days of their leave, on which they do work"
    )
    note: Text | None = Field(None, description="Anything to remember")
    private: Flag = Field(False, description="true to keep it out of what partners and the public get")
