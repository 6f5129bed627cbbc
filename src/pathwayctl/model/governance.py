"""How partners work together: the partnership, teams, duties, agreements and what keeps it going."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import (
    PARTY,
    Convener,
    Key,
    Leader,
    Member,
    Name,
    Naming,
    Owner,
    Ref,
    SourceTask,
)
from pathwayctl.model.base import Model
from pathwayctl.model.governance_words import (
    AgreementKind,
    Answer,
    Progress,
    SharedQuestion,
    StakeholderRole,
    TeamKind,
)
from pathwayctl.model.values import Day, Flag, Id, NaicsCode, Text, WebAddress
from pathwayctl.model.vocabulary import Cadence


class Partnership(Model):
    """The sector partnership (17 steps, steps 1-4)."""

    scope: Text = Field(description="What the partnership is for, and where it ends")
    region: Text | None = Field(None, description="The region it serves")
    naics: tuple[NaicsCode, ...] = Field((), description='Industry codes in quotes, such as "3327"')
    convener: Convener | None = Field(None, description="The organization that convenes it")
    strategic_partners: tuple[Member, ...] = Field(
        (), description="Education, workforce and community partners"
    )
    industry_members: tuple[Member, ...] = Field((), description="Employers that are members")
    labor_market_brief: Text | None = Field(None, description="The labor market in a few sentences (step 2)")
    home: Text | None = Field(None, description="Who keeps the work going, and where (steps 16 and 17)")


class Team(Model):
    """A team that meets regularly."""

    NOUN: ClassVar[str] = "team"

    id: Id = Field(description="A short name for use in other files")
    title: Name = Field(description="The team’s name")
    kind: TeamKind = Field(description="What kind of team it is")
    lead: Leader | None = Field(None, description="The person or organization that leads it")
    members: tuple[Member, ...] = Field((), description="People and organizations in it")
    cadence: Cadence | None = Field(None, description="How often it meets")
    purpose: Text | None = Field(None, description="What it is for")
    private: Flag = Field(False, description="true to keep it out of what partners and the public get")


class Duty(Model):
    """A responsibility from the list by role and component, and who in this project holds it."""

    responsibility: Annotated[Id, Naming(), Key("responsibility")] = Field(
        description="Its id in the list: pathwayctl next shows those nobody holds"
    )
    role: Annotated[StakeholderRole, Key()] = Field(description="The role it is held in")
    holders: tuple[Annotated[Id, Ref("is held by", PARTY)], ...] = Field(
        (), description="People and organizations that hold it"
    )
    state: Progress = Field(Progress.NOT_BEGUN, description="How far it has come")
    note: Text | None = Field(None, description="Anything to remember")


class Agreement(Model):
    """A formal agreement between partners."""

    NOUN: ClassVar[str] = "agreement"

    id: Id = Field(description="A short name for use in other files")
    title: Name = Field(description="The agreement’s title")
    kind: AgreementKind = Field(description="What kind of agreement it is")
    parties: tuple[Annotated[Id, Ref("binds", ("organization",))], ...] = Field(
        (), description="The organizations that are bound by it"
    )
    answers: dict[SharedQuestion, Text] = Field(
        {}, description="For a shared agreement: the answer to each of its eight questions"
    )
    signed: Day | None = Field(None, description="The day it was signed")
    expires: Day | None = Field(None, description="The last day it holds")
    put_into_practice: Day | None = Field(None, description="The day from which it is carried out")
    owner: Owner | None = Field(None, description="Who sees to it")
    task: SourceTask | None = Field(None, description="The task that brings it about")
    link: WebAddress | None = Field(None, description="Where the text can be read")
    private: Flag = Field(False, description="true to keep it out of what partners and the public get")


class Sustainability(Model):
    """What keeps the work going: the four parts of a sustainability plan."""

    partnerships: Text | None = Field(None, description="How partners stay together")
    roles: Text | None = Field(None, description="Who does what in the long run")
    funding: Text | None = Field(None, description="Where the money comes from")
    succession: Text | None = Field(None, description="Who follows when somebody leaves")
    owner: Owner | None = Field(None, description="Who keeps the plan")
    reviewed: Day | None = Field(None, description="The day it was last looked at")


class Invitation(Model):
    """An invitation to take part, in five parts (CCRS chapter 1, outreach)."""

    NOUN: ClassVar[str] = "invitation"

    id: Id = Field(description="A short name for use in other files")
    to: Annotated[Id, Naming(), Ref("is addressed to", PARTY)] = Field(
        description="The person or organization that is invited"
    )
    meeting: Annotated[Id, Ref("asks to the meeting", ("meeting",))] | None = Field(
        None, description="The first meeting they are asked to"
    )
    rationale: Text | None = Field(None, description="Why the system is being built")
    role: Text | None = Field(None, description="The role and duties they are asked to take")
    importance: Text | None = Field(None, description="Why it matters to them and their work")
    supports: Text | None = Field(None, description="Incentives and supports that they get")
    dates: tuple[Day, ...] = Field((), description="Important dates, as far ahead as you can plan")
    sent: Day | None = Field(None, description="The day it was sent")
    answer: Answer = Field(Answer.WAITING, description="What they said")
