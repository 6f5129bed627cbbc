"""Self-assessment: ratings of the partnership or system against the criteria of the guides, over time.

Source: Six Key Elements Readiness Assessment (U.S. Department of Labor), with its scale of four points.
"""

from typing import Annotated, ClassVar, Final

from pydantic import Field

from pathwayctl.language import marked
from pathwayctl.model.annotations import PARTY, Key, Name, Naming, Note, Owner, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.values import Day, Flag, Id, Points, Text

SCALE: Final = (marked("Not begun"), marked("Begun"), marked("Mostly in place"), marked("In place"))
"""What the ratings 1 to 4 mean."""


class Rated(Model):
    """The rating of one criterion."""

    criterion: Annotated[Id, Naming(), Key("criterion")] = Field(
        description="Its id, such as funding; assessment.yaml of a new project lists those of the guides"
    )
    title: Text | None = Field(None, description="For a criterion of your own: what is rated, in a sentence")
    rating: Annotated[Points, Field(ge=1)] = Field(
        description="1 not begun, 2 begun, 3 mostly in place, 4 in place"
    )
    reason: Text | None = Field(None, description="What shows it")
    next_step: Text | None = Field(None, description="What you will do to improve it")
    owner: Owner | None = Field(None, description="The person or organization responsible for the next step")
    due: Day | None = Field(None, description="The day the next step is due")


class Assessment(Model):
    """A self-assessment on one day."""

    NOUN: ClassVar[str] = "assessment"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="What is rated, such as Our partnership in spring 2027")
    date: Day = Field(description="The day of the ratings")
    by: tuple[Annotated[Id, Ref("is rated by", PARTY)], ...] = Field((), description="Who rated it")
    scale: Annotated[Points, Field(ge=3)] = Field(
        4, description="The highest rating, such as 5 if you rate on a scale from 1 to 5"
    )
    ratings: tuple[Rated, ...] = Field((), description="The ratings, by criterion")
    note: Note = Field(None, description="Your notes")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")
