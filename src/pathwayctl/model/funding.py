"""Money: funding sources, budget lines, and grants with their deliverables and reports.

Source: U.S. Department of Labor, Career Pathways Toolkit (2016), element 4; CLASP, Funding Career Pathways
(2016). Kinds of cost follow the budget categories of federal grants (Standard Form 424A).
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import PARTY, Name, Note, Owner, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.values import Day, Flag, Id, Money, Text, Year
from pathwayctl.model.vocabulary import Word

FundingId = Annotated[Id, Ref("is paid from the funding source", ("funding source",))]


class FundingKind(Word):
    """Where money comes from."""

    FEDERAL = "federal", "Federal"
    STATE = "state", "State"
    LOCAL = "local", "Local"
    EMPLOYER = "employer", "Employers"
    FOUNDATION = "foundation", "Foundations"
    OTHER = "other", "Other"


class FundingState(Word):
    """How certain the money is, least certain first."""

    POSSIBLE = "possible", "Possible"
    REQUESTED = "requested", "Requested"
    COMMITTED = "committed", "Committed"
    RECEIVED = "received", "Received"
    DECLINED = "declined", "Declined"


class CostKind(Word):
    """Kinds of cost (budget categories of Standard Form 424A)."""

    PERSONNEL = "personnel", "Personnel"
    BENEFITS = "benefits", "Fringe benefits"
    TRAVEL = "travel", "Travel"
    CAPITAL = "capital", "Equipment and capital improvements"
    SUPPLIES = "supplies", "Supplies"
    CONTRACTS = "contracts", "Contracts"
    STUDENTS = "students", "Tuition, fees, and student support"
    OTHER = "other", "Other"
    INDIRECT = "indirect", "Indirect costs"


class Funding(Model):
    """A funding source in one fiscal year: money, or an in-kind contribution."""

    NOUN: ClassVar[str] = "funding source"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The source, such as Perkins reserve fund")
    provider: Annotated[Id, Ref("is provided by", PARTY)] | None = Field(
        None, description="The organization or person that provides it"
    )
    kind: FundingKind | None = Field(None, description="Where the money comes from")
    amount: Money | None = Field(None, description="The amount in the project’s currency")
    in_kind: Flag = Field(False, description="true for time, space, or goods instead of money")
    fiscal_year: Year | None = Field(
        None, description="The fiscal year it is for, by the calendar year in which that ends"
    )
    available_from: Day | None = Field(None, description="The first day it can be spent")
    spend_by: Day | None = Field(None, description="The last day it can be spent")
    state: FundingState = Field(FundingState.COMMITTED, description="How certain it is")
    uses: Text | None = Field(None, description="What it may pay for, and what not")
    owner: Owner | None = Field(None, description="The person or organization that secures it")
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")

    @property
    def counts(self) -> bool:
        """Whether it can be planned with: it is neither declined nor only possible."""
        return self.state not in (FundingState.DECLINED, FundingState.POSSIBLE)


class BudgetLine(Model):
    """A cost in one fiscal year, and the source that pays for it."""

    NOUN: ClassVar[str] = "budget line"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="What is paid for")
    kind: CostKind | None = Field(None, description="The kind of cost")
    amount: Money | None = Field(None, description="The planned amount in the project’s currency")
    spent: Money | None = Field(None, description="The amount spent so far")
    in_kind: Flag = Field(False, description="true if it is contributed as time, space, or goods")
    fiscal_year: Year | None = Field(
        None, description="The fiscal year it falls in, by the calendar year in which that ends"
    )
    funding: FundingId | None = Field(None, description="The funding source that pays for it")
    tasks: tuple[Annotated[Id, Ref("pays for the task", ("task",))], ...] = Field(
        (), description="The tasks whose cost it covers"
    )
    owner: Owner | None = Field(None, description="The person or organization responsible for it")
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class GrantDeliverable(Model):
    """Something that a grant requires the project to deliver."""

    title: Name = Field(description="What is to be delivered")
    due: Day | None = Field(None, description="The day it is due")
    delivered: Day | None = Field(None, description="The day it was delivered")
    task: Annotated[Id, Ref("is produced by the task", ("task",))] | None = Field(
        None, description="The task that produces it"
    )
    owner: Owner | None = Field(None, description="The person or organization responsible for it")
    note: Note = Field(None, description="Your notes, such as why it is late")


class GrantReport(Model):
    """A report that a grant requires."""

    title: Name = Field(description="The report, such as Second performance report")
    due: Day = Field(description="The day it is due")
    start: Day | None = Field(None, alias="from", description="The first day of the period it reports on")
    end: Day | None = Field(None, alias="to", description="The last day of that period")
    submitted: Day | None = Field(None, description="The day it was submitted")
    task: Annotated[Id, Ref("is written in the task", ("task",))] | None = Field(
        None, description="The task in which it is written"
    )
    owner: Owner | None = Field(None, description="Who writes it")
    note: Note = Field(None, description="Your notes")


class GrantObjective(Model):
    """An objective of a grant, and the measures that show whether it is met."""

    title: Name = Field(description="The objective")
    measures: tuple[Annotated[Id, Ref("is shown by the measure", ("measure",))], ...] = Field(
        (), description="The measures that show it"
    )
    target: Text | None = Field(
        None, description="The target in words, such as 7 of 10 students; leave it out if a measure has it"
    )
    result: Text | None = Field(None, description="The result in words, if no measure has it")
    explanation: Text | None = Field(None, description="Why results differ from the target")


class Narrative(Model):
    """What happened in one quarter, for the reports of a grant."""

    start: Day = Field(alias="from", description="The first day of the quarter")
    end: Day = Field(alias="to", description="The last day of the quarter")
    done: Text | None = Field(None, description="What was accomplished")
    problems: Text | None = Field(None, description="What was difficult, and what you did about it")
    next: Text | None = Field(None, description="What comes in the next quarter")


class Grant(Model):
    """A grant: its period, and the deliverables and reports it requires."""

    NOUN: ClassVar[str] = "grant"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The grant’s title")
    number: Text | None = Field(None, description="The award number")
    funder: Annotated[Id, Ref("is awarded by", ("organization",))] | None = Field(
        None, description="The organization that awards it"
    )
    amount: Money | None = Field(None, description="The amount awarded in the project’s currency")
    funding: tuple[FundingId, ...] = Field((), description="The funding sources that are part of it")
    start: Day | None = Field(None, alias="from", description="The first day of the grant period")
    end: Day | None = Field(None, alias="to", description="The last day of the grant period")
    extended_to: Day | None = Field(
        None, description="The new last day, after an extension such as a no-cost extension"
    )
    administrator: Annotated[Id, Ref("is administered by", PARTY)] | None = Field(
        None, description="The person or organization that administers it"
    )
    objectives: tuple[GrantObjective, ...] = Field((), description="Its objectives, with their measures")
    deliverables: tuple[GrantDeliverable, ...] = Field((), description="What it requires you to deliver")
    reports: tuple[GrantReport, ...] = Field((), description="The reports it requires")
    narratives: tuple[Narrative, ...] = Field((), description="What happened, quarter by quarter")
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")
