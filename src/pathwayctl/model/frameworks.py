"""Frameworks per industry (handout 3D) and the requirements drawn from them (handout 4A)."""

from __future__ import annotations

from pydantic import Field

from pathwayctl.model.base import Model
from pathwayctl.model.values import CipCode, Flag, Id, NaicsCode, OnetCode, Text
from pathwayctl.model.vocabulary import ItemState, RequirementArea


class FrameworkItem(Model):
    """One entry of a framework: something that exists or is needed."""

    id: Id | None = Field(None, description="A short name, where another entry refers to it")
    title: Text = Field(description="What it is, such as Welding certificate")
    state: ItemState = Field(description="exists or needed")
    occupations: tuple[OnetCode, ...] = Field((), description="Occupation codes, such as 51-4121.00")
    program: CipCode | None = Field(None, description='Program code in quotes, such as "48.0508"')
    provider: Id | None = Field(None, description="The organization that offers it")
    note: Text | None = Field(None, description="Anything to remember")


class Framework(Model):
    """The career pathways framework of one industry (handout 3D)."""

    id: Id = Field(description="A short name for use in other files")
    industry: Text = Field(description="The industry, such as Precision machining")
    naics: tuple[NaicsCode, ...] = Field((), description='Industry codes in quotes, such as "3327"')
    career_options: tuple[FrameworkItem, ...] = Field((), description="Occupations that it leads to")
    course_sequence: tuple[FrameworkItem, ...] = Field((), description="Courses in their order")
    work_based: tuple[FrameworkItem, ...] = Field((), description="Work-based opportunities")
    postsecondary: tuple[FrameworkItem, ...] = Field((), description="Postsecondary opportunities")
    partnerships: tuple[FrameworkItem, ...] = Field((), description="Partnerships with industry")


class Requirement(Model):
    """Something the system needs, broken down into tasks (handout 4A part 2)."""

    id: Id = Field(description="A short name; tasks name it under requirement")
    title: Text = Field(description="The requirement in a few words")
    area: RequirementArea = Field(description="Its area in the requirements document")
    state: ItemState = Field(ItemState.NEEDED, description="exists or needed")
    frameworks: tuple[Id, ...] = Field((), description="The industry frameworks that ask for it")
    owner: Id | None = Field(None, description="Who answers for it")
    detail: Text | None = Field(None, description="What is needed to meet it")
    private: Flag = Field(False, description="true to keep it out of what partners and the public get")
