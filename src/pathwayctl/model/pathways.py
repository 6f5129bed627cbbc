"""Pathways, the year-one work plan for grades 9-14, and evidence that a step is done."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import (
    CredentialId,
    FrameworkId,
    Key,
    Name,
    Naming,
    Owner,
    Provider,
    Ref,
    SourceTask,
)
from pathwayctl.model.base import Model
from pathwayctl.model.governance import Progress
from pathwayctl.model.values import Count, Day, Flag, Grade, Id, ScedCode, StepNumber, Text, WebAddress
from pathwayctl.model.vocabulary import FocusArea, Phase


class Course(Model):
    """A course of a pathway; courses are listed in the order students take them."""

    title: Name = Field(description="The course’s title")
    grade: Grade = Field(description="The grade students take it in, 9 to 14 (13 and 14 are college years)")
    sced: ScedCode | None = Field(None, description='School course code in quotes, such as "13052"')
    credits: Count | None = Field(None, description="College credits students earn in it")
    provider: Provider | None = Field(None, description="The organization that teaches it")


class Pathway(Model):
    """A career pathway for students (grades 9-14 work plan, Integrated Program of Study)."""

    NOUN: ClassVar[str] = "pathway"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The pathway’s name")
    cluster: Id | None = Field(None, description="Its career cluster, such as advanced-manufacturing")
    framework: FrameworkId | None = Field(None, description="The industry framework it comes from")
    providers: tuple[Provider, ...] = Field((), description="The schools and colleges that offer it together")
    courses: tuple[Course, ...] = Field((), description="Its courses, in order")
    college_credits: Count | None = Field(None, description="College credits before graduation; at least 12")
    transfers: Flag | None = Field(
        None, description="true if the credits transfer to four-year public colleges"
    )
    eligibility: tuple[Text, ...] = Field((), description="Measures for dual enrollment; list more than one")
    individual_plans_by_grade: Grade | None = Field(
        None, description="The grade by which every student has an individual plan; 8 or earlier"
    )
    credentials: tuple[CredentialId, ...] = Field(
        (), description="Credentials along the way, from first to last"
    )
    work_based: tuple[Text, ...] = Field((), description="Work-based learning, in order")
    advanced_academics: tuple[Text, ...] = Field((), description="Dual credit, early college, AP, or IB")
    launch: Annotated[Id, Ref("is launched by the task", ("task",))] | None = Field(
        None, description="The task that launches it"
    )
    students: Count | None = Field(None, description="Students in the first cohort")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class PhaseDates(Model):
    """When a phase of the work plan starts and finishes."""

    phase: Annotated[Phase, Key("phase")] = Field(description="plan, build, or launch")
    first: Day = Field(alias="from", description="Its first day")
    last: Day = Field(alias="to", description="Its last day")


class WorkPlanRow(Model):
    """A row of the year-one work plan."""

    focus_area: FocusArea = Field(description="The focus area")
    deliverable: Annotated[Id, Naming(), Key("deliverable")] = Field(
        description="The deliverable’s id in the guide’s list"
    )
    owner: Owner | None = Field(None, description="Who is responsible")
    due: Day | None = Field(None, description="The day it will be ready; or list the tasks that produce it")
    tasks: tuple[SourceTask, ...] = Field((), description="The tasks that produce it")
    answers: dict[Id, Text] = Field({}, description="The decision on each item of its list")
    state: Progress = Field(Progress.NOT_BEGUN, description="Its progress")


class Evidence(Model):
    """What shows that one of the 17 steps is done, if no other section shows it."""

    step: StepNumber = Field(description="The step’s number, 1 to 17")
    text: Text = Field(description="What exists now that did not exist before")
    date: Day | None = Field(None, description="The day it was done")
    link: WebAddress | None = Field(None, description="A web address where people can see it")


class Cluster(Model):
    """A career cluster, under the name that your state uses."""

    NOUN: ClassVar[str] = "cluster"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The cluster’s name")
