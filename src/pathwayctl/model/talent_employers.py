"""What employers said, in interviews and surveys (17 steps, step 7)."""

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Consented, Name, Note, OccupationId, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.values import Count, Day, Flag, Id, Text


class Interview(Model):
    """A talk with one employer about the critical occupations."""

    NOUN: ClassVar[str] = "interview"
    SUBJECT: ClassVar[str] = "This interview"

    id: Id = Field(description="A short, unique name that other entries refer to")
    employer: Annotated[Id, Ref("is with the employer", ("organization",))] = Field(
        description="The employer’s id"
    )
    date: Day | None = Field(None, description="The day of the interview")
    people: tuple[Annotated[Id, Ref("is with", ("person",))], ...] = Field(
        (), description="The people who spoke for the employer"
    )
    interviewer: Annotated[Id, Ref("is held by", ("person",))] | None = Field(
        None, description="Who held the interview"
    )
    occupations: tuple[OccupationId, ...] = Field((), description="The occupations they spoke about")
    summary: Text | None = Field(None, description="What was said, in a few sentences")
    quote: Annotated[Text | None, Consented()] = Field(
        None,
        description="A sentence in the employer’s own words; without consent, only the staff sees it",
    )
    consent: Flag | None = Field(None, description="true if the employer agreed to be quoted")
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class SurveyResult(Model):
    """One answer to a question of a survey, and how many employers gave it."""

    question: Text = Field(description="The question in a few words")
    answer: Text = Field(description="The answer")
    count: Count = Field(description="How many employers gave this answer")
    occupation: OccupationId | None = Field(None, description="The occupation that it is about")


class Survey(Model):
    """A survey of employers."""

    NOUN: ClassVar[str] = "survey"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The survey’s title, such as Survey of 24 shops")
    date: Day | None = Field(None, description="The day it closed")
    sent: Count | None = Field(None, description="How many employers were asked")
    answered: Count | None = Field(None, description="How many answered")
    results: tuple[SurveyResult, ...] = Field((), description="The answers, with how often each was given")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")
