"""Communications by audience (handout 4E) and meetings with their agendas."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pathwayctl.model.base import Model
from pathwayctl.model.values import Day, Id, Text, TimeOfDay
from pathwayctl.model.vocabulary import AgendaPurpose, Cadence, MeetingKind, StakeholderCategory


class Communication(Model):
    """What one audience is told, how and how often (exhibit 4)."""

    id: Id = Field(description="A short name for use in other files")
    audience: Text = Field(description="Who it is for, such as Parents and students")
    categories: tuple[StakeholderCategory, ...] = Field((), description="The categories it reaches")
    messages: tuple[Text, ...] = Field((), description="Key messages, each in a sentence")
    modes: tuple[Text, ...] = Field((), description="Modes of communication, such as flyers")
    frequency: Text | None = Field(None, description="How often, in your words")
    cadence: Cadence | None = Field(None, description="How often at least; a late update is reported")
    owner: Id | None = Field(None, description="Who sees to it")
    reviewed: Day | None = Field(None, description="The day the entry was last looked at")


Minutes = Annotated[int, Field(strict=True, ge=1, le=600)]


class AgendaItem(Model):
    """One item of an agenda; its time of day follows from the items before it."""

    title: Text = Field(description="The item as it stands on the agenda")
    minutes: Minutes = Field(description="How long it takes, in minutes")
    purpose: AgendaPurpose = Field(AgendaPurpose.DISCUSS, description="inform, discuss or decide")
    lead: Id | None = Field(None, description="Who leads it")
    materials: tuple[Text, ...] = Field((), description="Handouts and other things it needs")
    notes: Text | None = Field(None, description="Notes for the facilitator; not for participants")


class Meeting(Model):
    """A meeting of the group, with its agenda."""

    id: Id = Field(description="A short name for use in other files")
    title: Text = Field(description="The meeting's name")
    kind: MeetingKind = Field(description="What kind of meeting it is")
    date: Day | None = Field(None, description="The day it is held on")
    task: Id | None = Field(None, description="The task that plans it; its date is then the task's")
    starts: TimeOfDay | None = Field(None, description='When it begins, in quotes: "13:30"')
    place: Text | None = Field(None, description="Where it is held")
    purpose: Text | None = Field(None, description="Why people come, in a sentence")
    outcomes: tuple[Text, ...] = Field((), description="What is there when the meeting is over")
    facilitator: Id | None = Field(None, description="Who leads the meeting")
    invited: tuple[Id, ...] = Field((), description="People and organizations that are asked to come")
    agenda: tuple[AgendaItem, ...] = Field((), description="The items in their order")
