"""What employers pay and need: wages, openings, job levels, moves, and criteria (steps 5, 7, and 9)."""

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import CredentialId, Key, Name, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.values import Count, Id, Money, Percent, Points, Text, Year
from pathwayctl.model.vocabulary import Word


class WagePeriod(Word):
    """The time that a wage is paid for."""

    HOUR = "hour", "an hour"
    YEAR = "year", "a year"


class JobLevel(Word):
    """The level of a job on a career ladder, lowest first (17 steps, step 9)."""

    ENTRY = "entry", "Entry level"
    MIDDLE = "middle", "Middle level"
    SENIOR = "senior", "Senior level"
    LEAD = "lead", "Lead or supervisor"


class CriterionFigure(Word):
    """A figure of an occupation that a criterion can be judged by."""

    OPENINGS = "openings", "Openings a year"
    SHORTAGE = "shortage", "Openings minus qualified applicants"
    WAGE = "wage", "Median wage"
    GROWTH = "growth", "Growth"
    DIFFICULTY = "difficulty", "Hiring difficulty"
    HIRES = "hires", "Hires that employers plan"


class Criterion(Model):
    """A criterion by which the project decides which occupations are critical (17 steps, step 5)."""

    NOUN: ClassVar[str] = "criterion"

    id: Id = Field(description="A short, unique name that other entries refer to, such as openings")
    title: Name = Field(description="The criterion in a few words")
    weight: Percent = Field(description="Its weight, such as 40; the weights of all criteria make 100")
    figure: CriterionFigure | None = Field(
        None,
        description="What gives its points: openings, shortage, wage, growth, difficulty, or hires",
    )


class Rating(Model):
    """The points of an occupation on one criterion, from 0 to 5."""

    criterion: Annotated[Id, Key("criterion"), Ref("is rated by the criterion", ("criterion",))] = Field(
        description="The criterion’s id"
    )
    points: Points = Field(description="0 to 5, where 5 is the most critical")
    why: Text | None = Field(None, description="Why, in a few words")


class Wage(Model):
    """A range of wages, by the hour or by the year."""

    low: Money | None = Field(None, description="The lowest wage, in the project’s currency")
    median: Money | None = Field(None, description="The median wage")
    high: Money | None = Field(None, description="The highest wage")
    per: WagePeriod = Field(WagePeriod.YEAR, description="hour or year")


class OpeningsRange(Model):
    """Openings a year that are known only within a range."""

    low: Count = Field(description="At least")
    high: Count = Field(description="At most")


class Forecast(Model):
    """The openings expected in one year."""

    year: Annotated[Year, Key("year")] = Field(description="The year, such as 2030")
    openings: Count = Field(description="Openings expected in that year")
    source: Text | None = Field(None, description="Source of the forecast")


class EmployerDemand(Model):
    """The people that one employer plans to hire for an occupation."""

    employer: Annotated[Id, Key("organization"), Ref("is in demand at", ("organization",))] = Field(
        description="The employer’s id"
    )
    hires: Count | None = Field(None, description="People it plans to hire in the next year")


class Move(Model):
    """A move from one job to the next on the career ladder (17 steps, step 9)."""

    occupation: Annotated[Id, Key("occupation"), Ref("leads to the occupation", ("occupation",))] = Field(
        description="The id of the occupation that it leads to"
    )
    needs: Text | None = Field(
        None, description="What the move needs, such as a certificate and a year at work"
    )
    credentials: tuple[CredentialId, ...] = Field((), description="The credentials that the move needs")
    time: Text | None = Field(None, description="How long it usually takes, such as two years")
