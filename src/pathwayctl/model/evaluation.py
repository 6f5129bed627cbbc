"""How success is judged: measures with their readings, and who sits in the evaluation (handout 4D)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Name, Naming, Note, Owner, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.governance import Direction, EvaluationGroup, Horizon, MeasureCategory
from pathwayctl.model.values import Day, Flag, Id, PerkinsIndicator, Rate, Text
from pathwayctl.model.vocabulary import Cadence


class Measured(Model):
    """One value of a measure."""

    date: Day = Field(description="The day the value is for")
    value: Rate = Field(description="The value")
    note: Note = Field(None, description="What readers should know about it")


class Measure(Model):
    """An outcome measure (exhibit 2)."""

    NOUN: ClassVar[str] = "measure"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="What is measured")
    category: MeasureCategory = Field(description="Its category")
    horizon: Horizon = Field(Horizon.ONE_YEAR, description="When it should show results")
    unit: Text | None = Field(None, description="The unit, such as students or percent")
    direction: Direction = Field(Direction.UP, description="Whether it should rise or fall")
    baseline: Rate | None = Field(None, description="The value at the start")
    target: Rate | None = Field(None, description="The target value")
    due: Day | None = Field(None, description="The target date")
    source: Text | None = Field(None, description="Where the data comes from")
    cadence: Cadence | None = Field(None, description="How often it is collected")
    owner: Owner | None = Field(None, description="Who collects it")
    goals: tuple[Annotated[Id, Ref("tells about the goal", ("goal",))], ...] = Field(
        (), description="The goals it measures"
    )
    perkins: PerkinsIndicator | None = Field(None, description="The Perkins V indicator it serves")
    readings: tuple[Measured, ...] = Field((), description="The values so far")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class Seat(Model):
    """A member of the evaluation group, for one of its eight groups (handout 4D)."""

    group: Annotated[EvaluationGroup, Naming()] = Field(description="The group that the member comes from")
    person: Annotated[Id, Ref("is held by", ("person",))] | None = Field(
        None, description="The member; leave it out if the seat is empty"
    )
    data: Text | None = Field(None, description="The data that the member owns or can access")
    role: Text | None = Field(None, description="What the member does in the evaluation")
