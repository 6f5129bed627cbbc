"""Organizations and people: who is at the table, in which roles, and how engaged."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Internal, Name, Note, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.project import Closure, Leave, Opening
from pathwayctl.model.values import Email, Flag, Id, Text, Units, WebAddress
from pathwayctl.model.vocabulary import (
    Confirmation,
    EngagementLevel,
    Role,
    Stage,
    StakeholderCategory,
)


class OwnCalendar(Model):
    """The days off that an organization has besides those of the project, such as a school's breaks."""

    closures: tuple[Closure, ...] = Field((), description="Its own days off, such as a spring break")


class Organization(Model):
    """An agency, school, college, employer, or group that takes part."""

    NOUN: ClassVar[str] = "organization"
    UNKNOWN: ClassVar[str] = "PW304"

    id: Id = Field(
        description="A short, unique name that other entries refer to, such as front-range-college"
    )
    name: Name = Field(description="The organization's full name")
    category: StakeholderCategory = Field(description="Its stakeholder category (table 2)")
    group: Text | None = Field(None, description="What kind of group it is, such as school district")
    region: Text | None = Field(None, description="The area that it serves")
    website: WebAddress | None = Field(None, description="Its web address")
    capacity: Units = Field(1.0, description="How many people it can provide a day: 3 for a crew of three")
    leave: Annotated[tuple[Leave, ...], Internal()] = Field((), description="Days when it is not available")
    openings: tuple[Opening, ...] = Field((), description="Days off that it works")
    calendar: OwnCalendar | None = Field(
        None, description="Its own calendar: work of its people pauses while it is closed"
    )
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class Engagement(Model):
    """How engaged someone is, and how engaged they should be (exhibit 3)."""

    current: EngagementLevel = Field(description="The level of engagement today")
    desired: EngagementLevel = Field(description="The level that the project needs")


class Person(Model):
    """A stakeholder's representative (handout 1A)."""

    NOUN: ClassVar[str] = "person"
    UNKNOWN: ClassVar[str] = "PW303"

    id: Id = Field(description="A short, unique name that other entries refer to, such as dana-ruiz")
    name: Name = Field(description="The person's full name")
    title: Text | None = Field(None, description="The person's job title")
    organization: Annotated[Id, Ref("speaks for", ("organization",))] | None = Field(
        None, description="The id of the organization they speak for"
    )
    category: StakeholderCategory | None = Field(
        None, description="Stakeholder category, if it is not the organization's"
    )
    email: Annotated[Email | None, Internal()] = Field(None, description="E-mail address")
    phone: Annotated[Text | None, Internal()] = Field(None, description="Telephone number")
    decision_authority: Flag = Field(False, description="true if they can make decisions for their group")
    does_the_work: Flag = Field(False, description="true if they will be assigned work")
    roles: tuple[Role, ...] = Field((), description="Key roles they play (table 3)")
    key_champion: Flag = Field(False, description="true for a champion with influence and visibility")
    stages: tuple[Stage, ...] = Field((), description="The stages they are most involved in (table 4)")
    confirmation: Confirmation | None = Field(None, description="How they agreed to take part")
    engagement: Annotated[Engagement | None, Internal()] = Field(
        None, description="Their engagement now, and where it should be"
    )
    capacity: Units = Field(1.0, description="Share of each working day they can give; 0.5 is half time")
    leave: Annotated[tuple[Leave, ...], Internal()] = Field((), description="Days when they are away")
    openings: tuple[Opening, ...] = Field((), description="Days off that they work")
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")
