"""Sector partnerships: what each is for, who belongs to it, and the figures behind the choice of industry."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, ModelWrapValidatorHandler, model_validator

from pathwayctl.model.annotations import Convener, Key, Member, Naming, Note
from pathwayctl.model.base import Model
from pathwayctl.model.one_or_more import field_alone
from pathwayctl.model.values import Count, Day, Flag, Id, Money, NaicsCode, Rate, Text


class MarketBrief(Model):
    """The labor market in a few sentences, in figures, or both; a text alone is read as the sentences."""

    ALONE: ClassVar[str] = "text"

    text: Text | None = Field(None, description="The labor market in a few sentences")
    companies: Count | None = Field(None, description="How many companies there are")
    jobs: Count | None = Field(None, description="How many jobs there are")
    openings: Count | None = Field(None, description="Openings a year")
    median_wage: Money | None = Field(None, description="Median wage a year")
    source: Text | None = Field(None, description="The source of the figures")

    @model_validator(mode="wrap")
    @classmethod
    def _text_alone(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        return field_alone(cls.ALONE, value, handler)


class ClusterFigures(Model):
    """An industry that was considered for the partnership, with the figures to compare (step 1)."""

    industry: Annotated[Text, Naming(), Key("industry")] = Field(description="The industry")
    naics: NaicsCode | None = Field(None, description='Its industry code in quotes, such as "332"')
    jobs: Count | None = Field(None, description="Jobs in the region")
    wage: Money | None = Field(None, description="Median wage a year")
    location_quotient: Rate | None = Field(
        None, description="Its share of jobs here, divided by its share in the country"
    )
    chosen: Flag = Field(False, description="true for the industry that was chosen")


class HealthReading(Model):
    """How well the partners work together in one respect, on one day (step 17)."""

    date: Day = Field(description="The day of the rating")
    indicator: Text = Field(description="What is rated, such as Employers lead the meetings")
    rating: Annotated[int, Field(strict=True, ge=1, le=4)] = Field(
        description="From 1 (not yet) to 4 (fully)"
    )
    note: Note = Field(None, description="The reason for the rating")


class Partnership(Model):
    """The sector partnership (17 steps, steps 1-4)."""

    SUBJECT: ClassVar[str] = "The partnership"

    title: Text | None = Field(None, description="Its name, such as Valley Manufacturing Partnership")
    scope: Text = Field(description="The purpose and limits of the partnership")
    region: Text | None = Field(None, description="The region it serves")
    naics: tuple[NaicsCode, ...] = Field((), description='Industry codes in quotes, such as "3327"')
    counties: tuple[Text, ...] = Field((), description="The counties that it serves")
    convener: Convener | None = Field(None, description="The organization that convenes it")
    conveners: tuple[Convener, ...] = Field((), description="Organizations that convene it together")
    strategic_partners: tuple[Member, ...] = Field(
        (), description="Education, workforce, and community partners"
    )
    industry_members: tuple[Member, ...] = Field((), description="Employers that are members")
    labor_market_brief: MarketBrief | None = Field(
        None, description="The labor market in a few sentences or in figures (step 2)"
    )
    home: Text | None = Field(
        None, description="The organization that keeps the work going (steps 16 and 17)"
    )
    health: tuple[HealthReading, ...] = Field(
        (), description="How well the partners work together, rated over time (step 17)"
    )


class RegionalPartnership(Partnership):
    """One of several sector partnerships that a state builds, each with its own region and industry."""

    NOUN: ClassVar[str] = "partnership"

    id: Id = Field(description="A short, unique name that other entries refer to")
