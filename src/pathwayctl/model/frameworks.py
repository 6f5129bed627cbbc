"""Frameworks per industry (handout 3D) and the requirements drawn from them (handout 4A)."""

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import Name, Note, Owner, Provider, Ref
from pathwayctl.model.base import Model
from pathwayctl.model.either_form import Titled
from pathwayctl.model.values import CipCode, Flag, Id, NaicsCode, OnetCode, Text
from pathwayctl.model.vocabulary import ItemState, RequirementArea


class FrameworkItem(Titled):
    """One entry of a framework: something that exists, is needed, or has yet to be looked into."""

    NOUN: ClassVar[str] = "framework entry"

    id: Id | None = Field(None, description="A short, unique name, if another entry refers to it")
    title: Name = Field(description="What it is, such as Welding certificate")
    state: ItemState = Field(ItemState.UNKNOWN, description="exists, needed, or unknown")
    occupations: tuple[OnetCode, ...] = Field((), description="Occupation codes, such as 51-4121.00")
    program: CipCode | None = Field(None, description='Program code in quotes, such as "48.0508"')
    provider: Provider | None = Field(None, description="The organization that offers it")
    note: Note = Field(None, description="Your notes")


class Framework(Model):
    """The career pathways framework of one industry (handout 3D)."""

    NOUN: ClassVar[str] = "framework"

    id: Id = Field(description="A short, unique name that other entries refer to")
    industry: Name = Field(description="The industry, such as Precision machining")
    naics: tuple[NaicsCode, ...] = Field((), description='Industry codes in quotes, such as "3327"')
    career_options: tuple[FrameworkItem, ...] = Field((), description="Occupations it leads to")
    course_sequence: tuple[FrameworkItem, ...] = Field((), description="Courses, in order")
    work_based: tuple[FrameworkItem, ...] = Field((), description="Work-based opportunities")
    postsecondary: tuple[FrameworkItem, ...] = Field((), description="Postsecondary opportunities")
    partnerships: tuple[FrameworkItem, ...] = Field((), description="Partnerships with industry")


class Requirement(Model):
    """Something the system needs, broken down into tasks (handout 4A part 2)."""

    NOUN: ClassVar[str] = "requirement"

    id: Id = Field(description="A short, unique name that tasks refer to under requirement")
    title: Name = Field(description="The requirement in a few words")
    area: RequirementArea = Field(description="Its area of the requirements document")
    state: ItemState = Field(ItemState.NEEDED, description="exists, needed, or unknown")
    frameworks: tuple[Annotated[Id, Ref("is asked for by the framework", ("framework",))], ...] = Field(
        (), description="The industry frameworks that require it"
    )
    owner: Owner | None = Field(None, description="The person or organization accountable for it")
    detail: Text | None = Field(None, description="What it takes to meet it")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")
