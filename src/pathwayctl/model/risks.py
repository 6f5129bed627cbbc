"""Risks: what may help or hurt the project, and the responses to them (handout 4C)."""

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Key, Name, Owner, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.values import Chance, Day, Estimated, Flag, Id, Text
from pathwayctl.model.vocabulary import RiskEffect, RiskKind, RiskLevel


class Delay(Model):
    """The effect on one task if a risk happens."""

    task: Annotated[Id, Key("task"), Ref("moves the task", ("task",))] = Field(
        description="The task that it delays, or speeds up if it is an opportunity"
    )
    by: Estimated = Field(description="By how much: 5d, or {low: 2d, likely: 5d, high: 15d}")


class EarlierRating(Model):
    """How a risk was rated until it was rated again."""

    until: Annotated[Day, Key("day")] = Field(description="The day on which it was rated again")
    likelihood: RiskLevel | None = Field(None, description="low, medium, high, or very-high")
    impact: RiskLevel | None = Field(None, description="low, medium, high, or very-high")
    probability: Chance | None = Field(None, description="Chance that it happens, from 0 to 1")


class Risk(Model):
    """An uncertain event that can hurt the project or help it."""

    NOUN: ClassVar[str] = "risk"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The event in a few words")
    kind: RiskKind = Field(description="Whether its cause is within the project or outside")
    category: Text = Field(description="Its heading in the risk breakdown, such as Technology")
    effect: RiskEffect = Field(RiskEffect.THREAT, description="threat or opportunity")
    likelihood: RiskLevel | None = Field(None, description="low, medium, high, or very-high")
    impact: RiskLevel | None = Field(None, description="low, medium, high, or very-high")
    probability: Chance | None = Field(None, description="Chance that it happens, from 0 to 1")
    tolerance: Text | None = Field(None, description="How much of it the project can tolerate")
    response: Text | None = Field(None, description="The response: how the project manages it")
    measure: Text | None = Field(None, description="How you will know the response works")
    trigger: Text | None = Field(None, description="The first sign that it is happening")
    owner: Owner | None = Field(None, description="The person or organization that watches for it")
    delays: Annotated[
        tuple[Delay, ...], Field(description="The tasks it delays or speeds up, and by how much")
    ] = ()
    opened: Day | None = Field(None, description="The day on which it was added to the register")
    earlier_ratings: tuple[EarlierRating, ...] = Field(
        (), description="How it was rated before, so that status shows when it was rated again"
    )
    closed: Day | None = Field(None, description="The day on which it could no longer happen")
    result: Text | None = Field(None, description="What became of it, once it is closed")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")
