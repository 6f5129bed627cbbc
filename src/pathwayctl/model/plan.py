"""The whole of a project: one model with every section, whichever files they stand in."""

from __future__ import annotations

from typing import Any, Final, get_args, get_origin

from pydantic import Field

from pathwayctl.model.base import Model
from pathwayctl.model.frameworks import Framework, Requirement
from pathwayctl.model.goals import Goal, Priority
from pathwayctl.model.header import Calendar, FormatVersion, Header
from pathwayctl.model.outreach import Communication, Meeting
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.risks import Risk
from pathwayctl.model.work import Task


class Plan(Model):
    """Every section of a project. A new section is one field here and one model."""

    pathwayctl: FormatVersion = Field(1, description="The version of this file format: 1")
    project: Header = Field(description="What the project is")
    calendar: Calendar = Field(Calendar(), description="Which days are worked")
    organizations: tuple[Organization, ...] = Field((), description="Who takes part")
    people: tuple[Person, ...] = Field((), description="The people who represent them")
    goals: tuple[Goal, ...] = Field((), description="What the group wants to reach")
    priorities: tuple[Priority, ...] = Field((), description="Elements the group puts first, with votes")
    frameworks: tuple[Framework, ...] = Field((), description="One framework for each industry (3D)")
    requirements: tuple[Requirement, ...] = Field((), description="What the system needs (4A)")
    tasks: tuple[Task, ...] = Field((), description="The work breakdown")
    risks: tuple[Risk, ...] = Field((), description="What may help or hurt (4C)")
    communications: tuple[Communication, ...] = Field((), description="Who hears what, and how (4E)")
    meetings: tuple[Meeting, ...] = Field((), description="Meetings with their agendas")


LIST_SECTIONS: Final[tuple[str, ...]] = tuple(
    name for name, field in Plan.model_fields.items() if get_origin(field.annotation) is tuple
)
"""Sections that may be spread over several files; the others stand once."""


def item_model(section: str) -> Any:
    """The model of one item of a list section."""
    return get_args(Plan.model_fields[section].annotation)[0]
