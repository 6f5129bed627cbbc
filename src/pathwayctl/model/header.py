"""The project itself and its calendar."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pathwayctl.model.base import Model
from pathwayctl.model.values import Count, Day, Id, Text
from pathwayctl.model.vocabulary import Guide, Weekday


class Closure(Model):
    """Days on which nothing is worked, both ends included."""

    name: Text = Field("Closed", description="What the days are called, such as Winter break")
    first: Day = Field(alias="from", description="The first day off")
    last: Day = Field(alias="to", description="The last day off")


class Leave(Closure):
    """Days on which one person or organization is away, both ends included."""

    name: Text = Field("Leave", description="Why they are away")


class Calendar(Model):
    """Which days are worked."""

    working_days: tuple[Weekday, ...] = Field(
        (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI),
        description="The days of the week that are worked",
        min_length=1,
    )
    holidays: Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}(-[A-Z0-9]{1,3})?|none)$")] = Field(
        "none", description="Public holidays of a country and state, such as US-CO, or none"
    )
    closures: tuple[Closure, ...] = Field((), description="Further days on which nothing is worked")


class Ignored(Model):
    """A kind of finding that the project has looked at and sets aside."""

    code: Annotated[str, StringConstraints(pattern=r"^PW\d{3}$")] = Field(
        description="The code of the finding, such as PW540"
    )
    reason: Text = Field(description="Why it is set aside, for the next reader of the file")
    until: Day | None = Field(None, description="The last day on which it is set aside")


class Header(Model):
    """What the project is: its name, dates, guides and the words its pages use."""

    name: Text = Field(description="The project's name, as it stands on every page")
    start: Day = Field(description="The first day; nothing is scheduled before it")
    summary: Text | None = Field(None, description="The project in a sentence or two")
    status_date: Day | None = Field(None, description="Progress is judged as of this day")
    finish_by: Day | None = Field(None, description="The day by which all should be done")
    critical_float: Count = Field(0, description="Tasks with this much total float count as critical")
    near_critical_float: Count = Field(5, description="Tasks with this much total float are nearly critical")
    baseline: Id | None = Field(None, description="The baseline that reports compare with, by its name")
    guides: tuple[Guide, ...] = Field((), description="The published guides that this project follows")
    facilitator: Id | None = Field(None, description="The id of the person who leads the project")
    convener: Id | None = Field(None, description="The id of the organization that convenes it")
    region: Text | None = Field(None, description="The region or state that the project serves")
    logo: Text | None = Field(None, description="A picture file of the project for first pages")
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = Field(
        "USD", description="The currency of all costs, as three letters"
    )
    ignore: tuple[Ignored, ...] = Field((), description="Warnings and notes that the project sets aside")
    terms: dict[Id, Text] = Field({}, description="What to write for [COLLEGE], [DISTRICT] and so on")


FormatVersion = Literal[1]
