"""Goals of the system, and the elements that stakeholders put first."""

from __future__ import annotations

from pydantic import Field

from pathwayctl.model.base import Model
from pathwayctl.model.values import Id, Text


class Goal(Model):
    """A goal that the group has agreed on."""

    id: Id = Field(description="A short name for use in other files")
    title: Text = Field(description="The goal in a sentence")
    detail: Text | None = Field(None, description="What reaching it would look like")
    owner: Id | None = Field(None, description="The person or organization that answers for it")


class Vote(Model):
    """One small group that named an element a priority, and why."""

    group: Text = Field(description="The small group, such as Table 1")
    rationale: Text | None = Field(None, description="Why the group finds it important")


class Priority(Model):
    """An element of a career pathways system, with the votes for it (table 5)."""

    id: Id = Field(description="A short name for use in other files")
    title: Text = Field(description="The element, such as Multiple entry and exit points")
    votes: tuple[Vote, ...] = Field((), description="The small groups that named it; they are tallied")
    voiced_by: tuple[Id, ...] = Field((), description="People who raised it in the first discussion")
    goals: tuple[Id, ...] = Field((), description="The goals that it serves")
