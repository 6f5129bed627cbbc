"""Tasks: the work breakdown."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import PARTY, Name, Owner, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.values import (
    Assigned,
    Day,
    DependsOn,
    Estimated,
    Flag,
    Id,
    Importance,
    Money,
    Percent,
    Remaining,
    StepNumber,
    Text,
)
from pathwayctl.model.vocabulary import Component, FocusArea, Phase, Span, Status


class Task(Model):
    """A piece of work, or a summary of the tasks under it."""

    NOUN: ClassVar[str] = "task"

    id: Id = Field(description="A short name; other tasks wait for it by this name")
    title: Name = Field(description="The work in a few words, beginning with a verb")
    outcome: Text | None = Field(None, description="What is there when it is done")
    detail: Text | None = Field(None, description="Enough for whoever does it to go ahead")
    duration: Estimated | None = Field(
        None, description="Working time: 10d, 2w, or {low: 5d, likely: 10d, high: 20d}; 0d is a milestone"
    )
    cost: Money | None = Field(None, description="Cost in the project's currency")
    actual_cost: Money | None = Field(None, description="What it has cost so far, or in the end")
    owner: Owner | None = Field(None, description="The one person or organization that answers for it")
    assigned: Annotated[Assigned, Ref("is assigned to", PARTY)] = Field(
        (), description="Who does it: a list, or {dana-ruiz: 0.5} for half days"
    )
    consulted: tuple[Annotated[Id, Ref("consults", PARTY)], ...] = Field(
        (), description="Who is asked before it is done"
    )
    informed: tuple[Annotated[Id, Ref("informs", PARTY)], ...] = Field(
        (), description="Who is told when it is done"
    )
    depends_on: tuple[Annotated[DependsOn, Ref("waits for", ("task",))], ...] = Field(
        (), description="The tasks it waits for: kickoff, draft SS+2d"
    )
    date: Day | None = Field(None, description="The day it is held on, whatever else moves")
    span: Span = Field(
        Span.WORKING,
        description="What its duration counts; calendar for an event with a date that runs through days off",
    )
    not_before: Day | None = Field(None, description="It does not start before this day")
    deadline: Day | None = Field(None, description="The day it should be done by; never moves the task")
    priority: Importance = Field(
        500, description="Who goes first where people are short: 0 to 1000, the higher the sooner"
    )
    as_late_as_possible: Flag = Field(
        False, description="true to do it as late as the end of the project allows"
    )
    requirement: Annotated[Id, Ref("serves the requirement", ("requirement",))] | None = Field(
        None, description="The requirement that it serves"
    )
    phase: Phase | None = Field(None, description="Phase of the grades 9-14 work plan")
    focus_area: FocusArea | None = Field(None, description="Focus area of the grades 9-14 work plan")
    component: Component | None = Field(None, description="Component of a high-quality pathway")
    step: StepNumber | None = Field(None, description="Step of the 17-step guide, a number from 1 to 17")
    status: Status = Field(Status.PLANNED, description="Where it stands")
    started: Day | None = Field(None, description="The day it really began")
    finished: Day | None = Field(None, description="The day it was really done")
    complete: Percent | None = Field(None, description="Percent done, 0 to 100")
    remaining: Remaining | None = Field(None, description="Working time still to do: 6d")
    private: Flag = Field(False, description="true to keep it out of what partners and the public get")
    tasks: tuple[Task, ...] = Field((), description="The smaller tasks it is made of")
