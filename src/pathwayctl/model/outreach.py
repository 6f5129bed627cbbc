"""Communications by audience (handout 4E) and meetings with their agendas."""

from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from pathwayctl.model.annotations import GROUP, PARTY, Internal, Key, Leader, Name, Naming, Note, Owner, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.governance import Logistics
from pathwayctl.model.one_or_more import MAIN_AND_OTHERS
from pathwayctl.model.recurrence import Recurrence
from pathwayctl.model.values import Count, Day, Flag, Id, Text, TimeOfDay, WebAddress
from pathwayctl.model.vocabulary import (
    AgendaPurpose,
    Cadence,
    MeetingKind,
    MeetingStatus,
    StakeholderCategory,
    Word,
)


class SentMessage(Model):
    """Something that an audience was sent or told."""

    date: Day = Field(description="The day it went out")
    text: Name = Field(description="What it was, in a few words")
    to: Text | None = Field(None, description="Who received it, if it was not the whole audience")
    mode: Text | None = Field(None, description="How it went out, such as newsletter")
    reached: Count | None = Field(None, description="The number of people it reached")


class Communication(Model):
    """What one audience hears, how, and how often (exhibit 4)."""

    NOUN: ClassVar[str] = "communication"

    id: Id = Field(description="A short, unique name that other entries refer to")
    audience: Name = Field(description="Who it is for, such as Parents and students")
    categories: tuple[StakeholderCategory, ...] = Field((), description="The categories it reaches")
    messages: tuple[Text, ...] = Field((), description="Key messages, each in a sentence")
    modes: tuple[Text, ...] = Field((), description="Modes of communication, such as flyers")
    materials: tuple[Text, ...] = Field(
        (), description="The materials made for it, such as a flyer or a map of the pathways"
    )
    frequency: Text | None = Field(None, description="How often, in your words")
    cadence: Cadence | None = Field(
        None, description="The least often the audience hears from you; a late message is reported"
    )
    milestones: tuple[Annotated[Id, Ref("reports on the task", ("task",))], ...] = Field(
        (), description="Milestones or tasks that the audience needs word of"
    )
    sent: tuple[SentMessage, ...] = Field((), description="What was sent, when, and to whom")
    languages: tuple[Text, ...] = Field((), description="The languages it goes out in")
    owner: Owner | None = Field(None, description="The person or organization responsible for it")
    review: Cadence | None = Field(
        None,
        description="The least often you review this entry, yearly without it; a late review is reported",
    )
    reviewed: Day | None = Field(None, description="The day this entry was last reviewed")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


Minutes = Annotated[int, Field(strict=True, ge=1, le=600)]
Speaker = Annotated[Text, Ref("is led by", PARTY, or_name=True), MAIN_AND_OTHERS]
"""The id of a person or organization, or the name of a guest."""
Attendee = Annotated[Text, Ref("was attended by", PARTY, or_name=True)]
Invitee = Annotated[Id, Ref("invites", GROUP)]


class AgendaItem(Model):
    """One item of an agenda; its time of day follows from the items before it."""

    title: Name = Field(description="The item as the agenda shows it")
    minutes: Minutes = Field(description="How long it takes, in minutes")
    purpose: AgendaPurpose = Field(AgendaPurpose.DISCUSS, description="inform, discuss, decide, or break")
    lead: Speaker | None = Field(None, description="Who leads it: an id, or the name of a guest")
    materials: tuple[Text, ...] = Field(
        (), description="What it needs; handouts named by id or title join the meeting’s packet"
    )
    notes: Note = Field(None, description="Notes for the facilitator; participants do not see them")
    discussion: Text | None = Field(None, description="What was said about it, for the minutes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class MotionResult(Word):
    """What became of a motion (Robert's Rules of Order)."""

    ADOPTED = "adopted", "Adopted"
    DEFEATED = "defeated", "Defeated"
    POSTPONED = "postponed", "Postponed"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Motion(Model):
    """A motion that was made at a meeting."""

    motion: Annotated[Text, Naming()] = Field(description="What was moved, in a sentence")
    moved: Attendee | None = Field(None, description="Who moved it: an id, or the name of a guest")
    seconded: Attendee | None = Field(None, description="Who seconded it: an id, or the name of a guest")
    vote: Text | None = Field(None, description="The vote, such as 7 to 1, or unanimous")
    result: MotionResult | None = Field(None, description="What became of it")


class LogisticsItem(Model):
    """Something that a meeting needs, and whether it is ready."""

    item: Annotated[Logistics, Naming(), Key("item")] = Field(description="What is needed")
    done: Flag = Field(False, description="true once it is ready")
    owner: Owner | None = Field(None, description="The person or organization responsible for it")
    note: Note = Field(None, description="Your notes")


class ActionItem(Model):
    """An action item of a meeting. It is repeated on the next agenda until it is done."""

    title: Name = Field(description="The action in a few words")
    owner: Owner | None = Field(None, description="Who does it")
    due: Day | None = Field(None, description="The day it is due")
    done: Flag = Field(False, description="true once it is done; a day under finished says so too")
    finished: Day | None = Field(None, description="The day on which it was done")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")

    @model_validator(mode="before")
    @classmethod
    def _done_if_finished(cls, value: Any) -> Any:
        return {"done": True, **value} if isinstance(value, dict) and value.get("finished") else value


class Reflection(Model):
    """What the group said when it looked back (slides 14-19)."""

    milestone: Annotated[Id, Ref("looks back on the task", ("task",))] | None = Field(
        None, description="The milestone or task the group looked back on"
    )
    worked: Text | None = Field(None, description="What worked, and what helped unexpectedly")
    did_not_work: Text | None = Field(None, description="What did not work, and what to change")
    engagement: Annotated[Text | None, Internal()] = Field(
        None, description="Whether engagement is where it should be"
    )
    timeline: Text | None = Field(None, description="What may change the timeline")
    commitment: Text | None = Field(
        None, description="Whether everyone is still committed, or what to revisit"
    )
    lessons: tuple[Text, ...] = Field((), description="Lessons learned")
    next_phase: Text | None = Field(None, description="What was agreed on the next phase and its milestones")
    changes: tuple[Annotated[Id, Ref("changed the task", ("task",))], ...] = Field(
        (), description="Tasks that were added or changed because of it"
    )


class MeetingGroup(Model):
    """A small group of a meeting, set by hand; the others are grouped by the program."""

    name: Annotated[Text, Naming(), Key("name")] = Field(description="Its name, such as Table 1")
    members: tuple[Annotated[Id, Ref("has the member", ("person",))], ...] = Field(
        (), description="The people in it"
    )
    requirements: tuple[Annotated[Id, Ref("works on the requirement", ("requirement",))], ...] = Field(
        (), description="The requirements it works on"
    )


class Meeting(Model):
    """A meeting of the group, with its agenda."""

    NOUN: ClassVar[str] = "meeting"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The meeting’s name")
    kind: MeetingKind = Field(description="What kind of meeting it is")
    date: Day | None = Field(None, description="The day it is held on, or the first of several days")
    until: Day | None = Field(
        None, description="The last day of a meeting of several days, or of a series with every"
    )
    times: Annotated[Count, Field(ge=1)] | None = Field(
        None, description="How many times it is held, with every, if until is not known"
    )
    dates: tuple[Day, ...] = Field((), description="More days on which the same meeting is held")
    every: Recurrence | None = Field(
        None, description="How often it recurs from date on, such as 2w or third Tuesday of the month"
    )
    status: MeetingStatus = Field(
        MeetingStatus.PLANNED, description="postponed or cancelled, if it is not held as planned"
    )
    moved_from: Day | None = Field(None, description="The day it was planned for before it was postponed")
    task: Annotated[Id, Ref("is planned by the task", ("task",))] | None = Field(
        None, description="The task that schedules it; the meeting takes the task’s date"
    )
    starts: TimeOfDay | None = Field(None, description='Start time, in quotes: "13:30"')
    ends: TimeOfDay | None = Field(
        None, description="End time, in quotes, if it is not the end of the agenda"
    )
    place: Text | None = Field(None, description="Where it is held")
    link: WebAddress | None = Field(None, description="The web address for joining online")
    purpose: Text | None = Field(None, description="Why people come, in a sentence")
    outcomes: tuple[Text, ...] = Field((), description="The results the meeting should produce")
    facilitator: Leader | None = Field(None, description="Who leads the meeting")
    invited: tuple[Invitee, ...] = Field((), description="People, organizations, and teams invited")
    guests: tuple[Text, ...] = Field((), description="Guests and outside experts, by name")
    absent: tuple[Annotated[Id, Ref("is missed by", ("person",))], ...] = Field(
        (), description="People invited who cannot come; they are in no small group"
    )
    groups: tuple[MeetingGroup, ...] = Field((), description="Small groups that you set yourself")
    agenda: tuple[AgendaItem, ...] = Field((), description="The agenda items, in order")
    logistics: tuple[LogisticsItem, ...] = Field((), description="What the meeting needs")
    public: Flag = Field(
        False, description="true if it is open to the public; the agenda then has time for public comment"
    )
    attended: tuple[Attendee, ...] = Field(
        (), description="Who attended: ids of people and organizations, and names of guests"
    )
    decisions: tuple[Text, ...] = Field((), description="What was decided")
    motions: tuple[Motion, ...] = Field((), description="Motions, each with who moved it, and the vote")
    actions: tuple[ActionItem, ...] = Field((), description="Action items: who does what by when")
    adjourned: TimeOfDay | None = Field(None, description='When it was adjourned, in quotes: "15:30"')
    minutes_by: Attendee | None = Field(None, description="Who took the minutes: an id or a name")
    approved: Day | None = Field(None, description="The day on which its minutes were approved")
    team: Annotated[Id, Ref("is a meeting of the team", ("team",))] | None = Field(
        None, description="The team that meets"
    )
    reflections: tuple[Reflection, ...] = Field((), description="What the group said when it looked back")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")
