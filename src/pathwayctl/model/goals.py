"""What the system should be: its definition, goals, priorities, and what stakeholders said of it."""

from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, Field

from pathwayctl.model.annotations import PARTY, GoalId, Key, Leader, Name, Note, Owner, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.one_or_more import OneNumber
from pathwayctl.model.values import Count, Day, Flag, Id, Text


class Goal(Model):
    """A goal that the group has agreed on."""

    NOUN: ClassVar[str] = "goal"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The goal in a sentence")
    detail: Text | None = Field(None, description="What success would look like")
    owner: Owner | None = Field(
        None, description="Who is accountable for it; of several, the first, and the others are named with it"
    )
    due: Day | None = Field(None, description="The day by which it should be reached")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


EVERYONE: Final = "Everyone"
"""The group of a count that was taken of everyone, such as dots on a chart."""


def _of_everyone(value: Any) -> Any:
    """A number alone as the one vote of everyone."""
    return [{"group": EVERYONE, "number": value}] if type(value) is int else value


class Vote(Model):
    """The vote of one small group for a priority, and why."""

    group: Text = Field(description="The small group, such as Table 1")
    number: Count | None = Field(None, description="How many votes or dots it gave, if more than one")
    employers: Count | None = Field(None, description="How many of the votes were by employers")
    partners: Count | None = Field(None, description="How many of the votes were by support partners")
    rationale: Text | None = Field(None, description="Why the group considers it important")


class Priority(Model):
    """An element of a career pathways system, with the votes for it (table 5)."""

    NOUN: ClassVar[str] = "priority"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The element, such as Multiple entry and exit points")
    votes: Annotated[tuple[Vote, ...], BeforeValidator(_of_everyone), OneNumber()] = Field(
        (), description="The votes of the small groups, which are tallied, or the number of votes or dots"
    )
    lead: Leader | None = Field(None, description="Who leads it, such as an employer")
    voiced_by: tuple[Annotated[Text, Ref("was raised by", PARTY, or_name=True)], ...] = Field(
        (), description="Who raised it in the first discussion: ids, or names such as Table 3"
    )
    goals: tuple[GoalId, ...] = Field((), description="The goals it serves")


class SystemDefinition(Model):
    """The definition of a career pathways system that the group has adopted (handout 1C)."""

    text: Text = Field(description="The definition in full")
    source: Text | None = Field(None, description="Its source, if it is not your own")
    elements: tuple[Text, ...] = Field((), description="The elements that it emphasizes")
    adopted: Day | None = Field(None, description="The day the group adopted it")


class Belief(Model):
    """What someone said a career pathways system is for, in the first discussion (slides 13-17)."""

    NOUN: ClassVar[str] = "belief"

    id: Id = Field(description="A short, unique name that other entries refer to")
    who: Annotated[Text, Ref("was said by", PARTY, or_name=True)] | None = Field(
        None, description="Who said it: an id, or the name of a table or guest, such as Table 3"
    )
    text: Name = Field(description="What was said")
    priorities: tuple[Annotated[Id, Ref("goes with the priority", ("priority",))], ...] = Field(
        (), description="The priorities it relates to"
    )


class Consideration(Model):
    """A consideration for identifying stakeholders, and how it was met (handout 1A)."""

    consideration: Annotated[Id, Key("consideration")] = Field(
        description="all-programs, major-employers, experience-and-influence, or collaboration; or an id of "
        "your own with a text"
    )
    text: Text | None = Field(None, description="What to consider, if it is a consideration of your own")
    met: Flag = Field(False, description="true once it is met")
    note: Note = Field(None, description="How it was met, or what is missing")
