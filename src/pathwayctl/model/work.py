"""Tasks: the work breakdown."""

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import GROUP, PARTY, Internal, Name, Owner, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.recurrence import InWindow, Recurrence
from pathwayctl.model.values import (
    Assigned,
    Count,
    Day,
    DependsOn,
    Estimated,
    Flag,
    Id,
    Importance,
    Label,
    Money,
    Percent,
    Remaining,
    StepNumber,
    Text,
)
from pathwayctl.model.vocabulary import Component, FocusArea, Phase, Span, Status


class Occurrence(Model):
    """How one occurrence of a recurring task differs from the others."""

    SUBJECT: ClassVar[str] = "an occurrence"

    id: Id = Field(description="The id of the occurrence: that of the task with the month or day after it")
    title: Text | None = Field(None, description="Another title")
    date: Day | None = Field(None, description="Another day on which it is held")
    duration: Estimated | None = Field(None, description="Another duration")
    owner: Owner | None = Field(None, description="Another owner")
    outcome: Text | None = Field(None, description="The result of this occurrence")
    detail: Text | None = Field(None, description="What the people who do it need to know")
    cost: Money | None = Field(None, description="Another cost")
    actual_cost: Annotated[Money | None, Internal()] = Field(None, description="Its actual cost")
    status: Status | None = Field(None, description="Its status; dropped for one that does not take place")
    started: Day | None = Field(None, description="Actual start date")
    finished: Day | None = Field(None, description="Actual finish date")
    complete: Percent | None = Field(None, description="Percent complete, 0 to 100")
    remaining: Remaining | None = Field(None, description="Remaining working time: 6d")


class Task(Model):
    """A piece of work, or a summary of the tasks under it."""

    NOUN: ClassVar[str] = "task"

    id: Id = Field(description="A short, unique name that other tasks refer to")
    title: Name = Field(description="The work in a few words, starting with a verb")
    outcome: Text | None = Field(None, description="The result when the task is done")
    detail: Text | None = Field(None, description="What the people who do it need to know")
    duration: Estimated | None = Field(
        None, description="Working time: 10d, 2w, or {low: 5d, likely: 10d, high: 20d}; 0d is a milestone"
    )
    cost: Money | None = Field(None, description="Cost in the project’s currency")
    actual_cost: Annotated[Money | None, Internal()] = Field(
        None, description="Actual cost so far, or in total once it is done"
    )
    resources: tuple[Text, ...] = Field((), description="What it takes besides people and money: two booths")
    owner: Owner | None = Field(None, description="The one person or organization accountable for it")
    deputy: Annotated[Id, Ref("has the deputy", PARTY)] | None = Field(
        None, description="Who takes the place of its owner when needed"
    )
    assigned: Annotated[Assigned, Ref("is assigned to", GROUP)] = Field(
        (),
        description="Who does the work, also a team: a list of ids, or {dana-ruiz: 0.5} for half of each day",
    )
    consulted: tuple[Annotated[Id, Ref("consults", PARTY)], ...] = Field(
        (), description="Who is consulted before it is done"
    )
    informed: tuple[Annotated[Id, Ref("informs", PARTY)], ...] = Field(
        (), description="Who is informed when it is done"
    )
    depends_on: tuple[Annotated[DependsOn, Ref("waits for", ("task",))], ...] = Field(
        (), description="Its predecessors: kickoff, draft SS+2d"
    )
    date: Day | None = Field(None, description="The fixed day it is held on; other dates do not move it")
    span: Span = Field(
        Span.WORKING,
        description="The days its duration counts; use calendar for an event that runs through days off",
    )
    not_before: Day | None = Field(None, description="The earliest day it can start")
    deadline: Day | None = Field(None, description="The day it is due; never moves the task")
    window: InWindow | None = Field(
        None, description="The days within which it is done: a month, or {from: ..., to: ...}"
    )
    every: Recurrence | None = Field(
        None, description="How often it recurs: 2w, month, or last business day of the month"
    )
    until: Day | None = Field(None, description="The last day on which it recurs")
    times: Annotated[Count, Field(ge=1)] | None = Field(None, description="How many times it recurs")
    occurrences: tuple[Occurrence, ...] = Field(
        (), description="Occurrences that differ, or that are done, by their ids: team-meeting-2027-03"
    )
    priority: Importance = Field(
        500, description="Which task goes first when people are overbooked: 0 to 1000, highest first"
    )
    as_late_as_possible: Flag = Field(
        False, description="true to schedule it as late as the project’s finish allows"
    )
    requirement: Annotated[Id, Ref("serves the requirement", ("requirement",))] | None = Field(
        None, description="The requirement that it serves"
    )
    phase: Phase | None = Field(None, description="Phase of the grades 9-14 work plan")
    focus_area: FocusArea | None = Field(None, description="Focus area of the grades 9-14 work plan")
    component: Component | None = Field(None, description="Component of a high-quality pathway")
    step: StepNumber | None = Field(None, description="Step of the 17-step guide, 1 to 17")
    priority_served: Annotated[Id, Ref("serves the priority", ("priority",))] | None = Field(
        None, description="The priority of the group that it serves"
    )
    tags: tuple[Label, ...] = Field((), description="Words of your own to group tasks by, such as outreach")
    status: Status = Field(Status.PLANNED, description="Its status")
    started: Day | None = Field(None, description="Actual start date")
    finished: Day | None = Field(None, description="Actual finish date")
    complete: Percent | None = Field(None, description="Percent complete, 0 to 100")
    remaining: Remaining | None = Field(None, description="Remaining working time: 6d")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")
    tasks: tuple["Task", ...] = Field((), description="The smaller tasks it consists of")
