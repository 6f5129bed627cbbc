"""How success is judged: measures with their readings, where data comes from, and the evaluation group."""

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import PARTY, Key, Name, Naming, Note, Owner, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.governance import Direction, EvaluationGroup, Horizon, MeasureCategory
from pathwayctl.model.one_or_more import SINGLE_TOO
from pathwayctl.model.values import Day, Flag, Id, PerkinsIndicator, Rate, Text
from pathwayctl.model.vocabulary import Cadence


class Measured(Model):
    """One value of a measure."""

    date: Day = Field(description="The day the value is for, or the last day of its period")
    start: Day | None = Field(
        None, alias="from", description="The first day of the period that the value covers, if it has one"
    )
    value: Rate = Field(description="The value")
    of: Rate | None = Field(None, description="The number it is part of, such as 40 for 24 of 40 students")
    group: Text | None = Field(None, description="The group of students or people, if it is not for all")
    note: Note = Field(None, description="What readers should know about it")


class Target(Model):
    """The target of a measure for one day, such as the end of a year."""

    due: Annotated[Day, Key("target date")] = Field(description="The day by which it should be reached")
    value: Rate = Field(description="The target value")
    of: Rate | None = Field(None, description="The number it is part of, such as 40 for 30 of 40 students")


class Measure(Model):
    """An outcome measure (exhibit 2)."""

    NOUN: ClassVar[str] = "measure"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="What is measured")
    category: MeasureCategory = Field(description="Its category")
    horizon: Annotated[tuple[Horizon, ...], SINGLE_TOO] = Field(
        (Horizon.ONE_YEAR,), description="When it should show results: one word, or a list"
    )
    unit: Text | None = Field(None, description="The unit, such as students or percent")
    direction: Direction = Field(Direction.UP, description="Whether it should rise or fall")
    baseline: Rate | None = Field(None, description="The value at the start")
    target: Rate | None = Field(None, description="The target value")
    due: Day | None = Field(None, description="The target date")
    targets: tuple[Target, ...] = Field((), description="Further targets, such as one for each year")
    period: Cadence = Field(Cadence.YEARLY, description="The period that the baseline and the targets cover")
    source: Text | None = Field(None, description="Where the data comes from")
    cadence: Cadence | None = Field(None, description="How often it is collected")
    owner: Owner | None = Field(None, description="Who collects it")
    goals: tuple[Annotated[Id, Ref("tells about the goal", ("goal",))], ...] = Field(
        (), description="The goals it measures"
    )
    perkins: PerkinsIndicator | None = Field(None, description="The Perkins V indicator it serves")
    readings: tuple[Measured, ...] = Field((), description="The values so far")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class DataSource(Model):
    """A file or system that the figures come from: the data infrastructure of a region."""

    NOUN: ClassVar[str] = "data source"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The file or system, such as Enrollment file")
    provider: Annotated[Id, Ref("is provided by", PARTY)] | None = Field(
        None, description="The organization or person that the data comes from"
    )
    holds: tuple[Text, ...] = Field((), description="What it holds, such as enrollment by course")
    cadence: Cadence | None = Field(None, description="How often it comes; late data is reported")
    received: Day | None = Field(None, description="The day it last came")
    measures: tuple[Annotated[Id, Ref("feeds the measure", ("measure",))], ...] = Field(
        (), description="The measures that it feeds"
    )
    personal: Flag = Field(
        False, description="true if it has records of single students or people, which need an agreement"
    )
    agreement: Annotated[Id, Ref("is shared under the agreement", ("agreement",))] | None = Field(
        None, description="The agreement under which it is shared"
    )
    owner: Owner | None = Field(None, description="Who receives it and checks it")
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class Seat(Model):
    """A member of the evaluation group, for one of its eight groups (handout 4D)."""

    group: Annotated[EvaluationGroup, Naming()] = Field(description="The group that the member comes from")
    person: Annotated[Text, Ref("is held by", PARTY, or_name=True)] | None = Field(
        None,
        description="The member: the id of a person or organization, or a name; leave it "
        "out if the seat is empty",
    )
    data: Text | None = Field(None, description="The data that the member owns or can access")
    role: Text | None = Field(None, description="What the member does in the evaluation")
