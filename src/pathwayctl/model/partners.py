"""Organizations and people: who is at the table, in which roles, and how engaged."""

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Impersonal, Internal, Name, Note, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.one_or_more import MAIN_AND_OTHERS, SINGLE_TOO
from pathwayctl.model.project import Closure, Leave, Opening
from pathwayctl.model.values import Count, Day, Email, Flag, Id, Text, Units, WebAddress
from pathwayctl.model.vocabulary import (
    Confirmation,
    EngagementLevel,
    Role,
    Stage,
    StakeholderCategory,
    Word,
)


class PersonKind(Word):
    """Stakeholders, and the people from outside who help them (CCRS chapter 1, who takes part)."""

    STAKEHOLDER = "stakeholder", "Stakeholder"
    CONSULTANT = "consultant", "Consultant"
    SPEAKER = "speaker", "Outside speaker"


class Engagement(Model):
    """How engaged someone is, and how engaged they should be (exhibit 3)."""

    current: EngagementLevel = Field(description="The level of engagement today")
    desired: EngagementLevel = Field(description="The level that the project needs")


_Shown = Impersonal()


class OwnCalendar(Model):
    """The days off that an organization has besides those of the project, such as a school's breaks."""

    closures: tuple[Closure, ...] = Field((), description="Its own days off, such as a spring break")


class Organization(Model):
    """An agency, school, college, employer, or group that takes part."""

    NOUN: ClassVar[str] = "organization"

    id: Annotated[Id, _Shown] = Field(
        description="A short, unique name that other entries refer to, such as front-range-college"
    )
    name: Name = Field(description="The organization’s full name")
    category: Annotated[StakeholderCategory, _Shown] = Field(description="Its stakeholder category (table 2)")
    group: Text | None = Field(None, description="What kind of group it is, such as school district")
    region: Text | None = Field(None, description="The area that it serves")
    size: Count | None = Field(None, description="How many people it employs")
    address: Annotated[Text | None, Internal()] = Field(
        None, description="Its postal address, as letters show it"
    )
    website: WebAddress | None = Field(None, description="Its web address")
    engagement: Annotated[Engagement | None, Internal()] = Field(
        None, description="Its engagement now, and where it should be"
    )
    capacity: Units = Field(1.0, description="How many people it can provide a day: 3 for a crew of three")
    leave: Annotated[tuple[Leave, ...], Internal()] = Field((), description="Days when it is not available")
    openings: tuple[Opening, ...] = Field((), description="Days off that it works")
    calendar: OwnCalendar | None = Field(
        None, description="Its own calendar: work of its people pauses while it is closed"
    )
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class Person(Model):
    """A stakeholder's representative (handout 1A)."""

    NOUN: ClassVar[str] = "person"

    id: Annotated[Id, _Shown] = Field(
        description="A short, unique name that other entries refer to, such as dana-ruiz"
    )
    name: Name = Field(description="The person’s full name")
    title: Text | None = Field(None, description="The person’s job title")
    kind: Annotated[PersonKind, _Shown] = Field(
        PersonKind.STAKEHOLDER,
        description="consultant or speaker for people from outside, who need no category",
    )
    organization: Annotated[Id, Ref("speaks for", ("organization",)), MAIN_AND_OTHERS, _Shown] | None = Field(
        None, description="The organization they speak for; of several, the main one first"
    )
    category: Annotated[tuple[StakeholderCategory, ...], SINGLE_TOO, _Shown] = Field(
        (), description="Stakeholder category, if it is not the organization’s; one or a list"
    )
    works_at: Annotated[tuple[Annotated[Id, Ref("works at", ("organization",))], ...], SINGLE_TOO] = Field(
        (), description="The organizations where they work, if another one employs them"
    )
    email: Annotated[Email | None, Internal()] = Field(None, description="E-mail address")
    phone: Annotated[Text | None, Internal()] = Field(None, description="Telephone number")
    address: Annotated[Text | None, Internal()] = Field(
        None, description="Postal address, if it is not the organization’s"
    )
    decision_authority: Annotated[Flag, _Shown] = Field(
        False, description="true if they can make decisions for their group"
    )
    does_the_work: Annotated[Flag, _Shown] = Field(False, description="true if they will be assigned work")
    roles: Annotated[tuple[Role, ...], _Shown] = Field((), description="Key roles they play (table 3)")
    key_champion: Flag = Field(False, description="true for a champion with influence and visibility")
    delegates: Annotated[tuple[Annotated[Id, Ref("has the delegate", ("person",))], ...], SINGLE_TOO] = Field(
        (), description="The staff whom a champion has named to do the work"
    )
    expertise: Text | None = Field(None, description="What they know: skills and experience")
    interest: Text | None = Field(None, description="What they stand to gain from the work")
    commits: Text | None = Field(None, description="The support they have promised, such as two hours a week")
    stages: Annotated[tuple[Stage, ...], _Shown] = Field(
        (), description="The stages they are most involved in (table 4)"
    )
    confirmation: Confirmation | None = Field(
        None, description="How they agreed to take part; declined if they will not"
    )
    since: Day | None = Field(None, alias="from", description="Their first day in the project")
    until: Day | None = Field(None, description="Their last day in the project")
    successor: Annotated[Id, Ref("is followed by", ("person",))] | None = Field(
        None, description="The person who takes over from them"
    )
    engagement: Annotated[Engagement | None, Internal()] = Field(
        None, description="Their engagement now, and where it should be"
    )
    capacity: Units = Field(1.0, description="Share of each working day they can give; 0.5 is half time")
    leave: Annotated[tuple[Leave, ...], Internal()] = Field((), description="Days when they are away")
    openings: tuple[Opening, ...] = Field((), description="Days off that they work")
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")
