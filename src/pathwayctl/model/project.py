"""The project itself and its calendar."""

import datetime as dt
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from pathwayctl.model.annotations import Convener, Name, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.values import Color, Count, Day, FirstDay, Flag, Id, Label, Money, Text, WebAddress
from pathwayctl.model.vocabulary import Audience, Guide, Language, Weekday

NO_HOLIDAYS: Final = "none"


class Days(Model):
    """A single day, or several in a row, both ends included."""

    name: Name = Field("Days", description="The name of these days")
    date: Day | None = Field(None, description="The day, if it is only one")
    start: Day | None = Field(None, alias="from", description="The first of several days")
    end: Day | None = Field(None, alias="to", description="The last of them (included)")

    @property
    def first(self) -> dt.date:
        """The first day; later than the last one where no day is given."""
        return self.date or self.start or self.end or dt.date.max

    @property
    def last(self) -> dt.date:
        """The last day; earlier than the first one where no day is given."""
        return self.date or self.end or self.start or dt.date.min


class Closure(Days):
    """Days when no one works."""

    name: Name = Field("Closed", description="The name of these days, such as Winter break")


class Leave(Days):
    """Days when one person or organization is away."""

    name: Name = Field("Leave", description="Why they are away")


class Opening(Days):
    """Days off that are worked, such as the Saturday of a career fair."""

    name: Name = Field("Open", description="The reason to work on them, such as Saturday career fair")


class Calendar(Model):
    """The working days."""

    working_days: tuple[Weekday, ...] = Field(
        (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI),
        description="The working days of the week",
        min_length=1,
    )
    holidays: Text = Field(
        NO_HOLIDAYS, description="Public holidays of a country and state, such as US-CO, or none"
    )
    closures: tuple[Closure, ...] = Field((), description="More days off, such as a winter break")
    openings: tuple[Opening, ...] = Field(
        (), description="Days off that are worked, such as the Saturday of a career fair"
    )


class FootLink(Model):
    """A link at the foot of every page, such as the one to an accessibility statement."""

    label: Label = Field(description="The words of the link, such as Accessibility statement")
    address: WebAddress = Field(description="The address of the page that it leads to")


class Look(Model):
    """What makes pages look like those of the agency."""

    color: Color | None = Field(
        None, description='The color of headings and lines, in quotes, such as "#1c4a73"'
    )
    seal: Text | None = Field(None, description="An image file of the agency’s seal, beside the logo")
    footer: Text | None = Field(
        None, description="A line for the foot of every page, such as the agency with its address"
    )
    links: tuple[FootLink, ...] = Field(
        (), description="Links for the foot of web pages, such as to the accessibility statement"
    )


class Ignored(Model):
    """A kind of finding that the project has reviewed and set aside."""

    code: Annotated[str, StringConstraints(pattern=r"^PW\d{3}$")] = Field(
        description="The code of the finding, such as PW540"
    )
    reason: Text = Field(description="Why it is set aside")
    until: Day | None = Field(None, description="The last day on which it is set aside")


class Header(Model):
    """The project itself: its name, dates, guides, and the terms its pages use."""

    name: Name = Field(description="The project’s name, as shown on every page")
    start: Day = Field(description="The first day of the project; nothing is scheduled before it")
    summary: Text | None = Field(None, description="The project in a sentence or two")
    status_date: Day | None = Field(None, description="The day as of which progress is reported")
    finish_by: Day | None = Field(None, description="The day by which the whole project should be finished")
    critical_float: Count = Field(
        0, description="Tasks with this many working days of total float or less count as critical"
    )
    near_critical_float: Count = Field(
        5, description="Tasks with this many working days of total float or less count as nearly critical"
    )
    baseline: Id | None = Field(None, description="The name of the baseline that reports compare with")
    guides: tuple[Guide, ...] = Field((), description="The published guides that this project follows")
    facilitator: Annotated[Id, Ref("is led by", ("person",))] | None = Field(
        None, description="The id of the person who leads the project"
    )
    convener: Convener | None = Field(None, description="The id of the organization that convenes it")
    region: Text | None = Field(None, description="The region or state that the project serves")
    contact: Text | None = Field(
        None,
        description="Whom to ask about meetings, as printed for everyone: a name, email, phone",
    )
    accommodations: Text | None = Field(
        None, description="How to ask for an interpreter or another accommodation, as printed on covers"
    )
    new_policy: Flag = Field(
        True, description="false if the project begins without new policies, so that no one develops them yet"
    )
    time_zone: Text | None = Field(
        None,
        description="The time zone of meetings, such as America/Denver; without it, that of the holidays",
    )
    logo: Text | None = Field(None, description="An image file of the project for first pages")
    look: Look | None = Field(None, description="The agency’s color, seal, and footer on pages")
    risk_tolerance: Text | None = Field(None, description="How much risk the project as a whole can bear")
    language: Language = Field(Language.ENGLISH, description="The language of the fixed phrases on pages")
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = Field(
        "USD", description="The currency of all costs, as a three-letter code"
    )
    high_wage: Money | None = Field(
        None, description="The median annual wage from which an occupation counts as high-wage here"
    )
    in_demand: Count | None = Field(
        None, description="The openings a year from which an occupation counts as in demand here"
    )
    fiscal_year_starts: FirstDay = Field(
        "07-01", description="The month and day on which the fiscal year begins, such as 07-01 or 10-01"
    )
    costs_for: Audience = Field(Audience.INTERNAL, description="The widest audience that may see costs")
    ignore: tuple[Ignored, ...] = Field((), description="Warnings and notes that the project sets aside")
    terms: dict[Id, Text] = Field({}, description="The words that replace [COLLEGE], [DISTRICT], and so on")


FormatVersion = Literal[1]
