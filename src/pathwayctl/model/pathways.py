"""Pathways, the year-one work plan for grades 9-14, and evidence that a step is done.

What the guides ask of a pathway: Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan
template (undated), and Texas Regional Pathways Network, Key Stakeholders (undated). The phases of work-based
learning are those of the Texas Education Agency's framework.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from pathwayctl.model.annotations import (
    CredentialId,
    FrameworkId,
    Key,
    Name,
    Naming,
    Note,
    Owner,
    Provider,
    Ref,
    SourceTask,
)
from pathwayctl.model.base import Model
from pathwayctl.model.either_form import IdOrDay, NumberOrShare, Titled
from pathwayctl.model.governance import Progress
from pathwayctl.model.values import (
    Count,
    Ctid,
    Day,
    Flag,
    Grade,
    Id,
    Money,
    ScedCode,
    StepNumber,
    Text,
    WebAddress,
)
from pathwayctl.model.vocabulary import FocusArea, Phase, Word

PathwayId = Annotated[Id, Ref("is for the pathway", ("pathway",))]


class CourseKind(Word):
    """What a course is, so that a program of study shows how it mixes them."""

    ACADEMIC = "academic", "Academic"
    CTE = "cte", "CTE"
    DUAL_CREDIT = "dual-credit", "Dual credit"
    EXPLORATION = "exploration", "Career exploration"
    WORK_BASED = "work-based", "Work-based"


class WorkPhase(Word):
    """The phases of work-based learning, from first visits to training for a job."""

    AWARENESS = "awareness", "Awareness"
    EXPLORATION = "exploration", "Exploration"
    PREPARATION = "preparation", "Preparation"
    TRAINING = "training", "Training"


class KeyChoice(Word):
    """The four key choices of Phase I (grades 9-14 work plan)."""

    SEQUENCING = "sequencing", "One at a time, or all at once"
    NEW_COURSES = "new-courses", "Courses to develop"
    EMPLOYERS = "employers-and-work", "Employers and work-based learning"
    DUAL_ENROLLMENT = "dual-enrollment", "Dual enrollment"


class Course(Model):
    """A course of a pathway; courses are listed in the order students take them."""

    title: Name = Field(description="The course’s title")
    grade: Grade = Field(
        description="The grade students take it in, 9 to 14 (13 and 14 are college years), or earlier for "
        "career exploration"
    )
    through: Grade | None = Field(None, description="The last grade, if it takes more than one school year")
    kind: CourseKind | None = Field(
        None, description="What it is; credits of academic courses do not count toward the career area"
    )
    integrated_with: Text | None = Field(
        None, description="The title of the course it is taught together with, to join career and academics"
    )
    sced: ScedCode | None = Field(None, description='School course code in quotes, such as "13052"')
    credits: Count | None = Field(None, description="College credits students earn in it")
    college_course: Text | None = Field(
        None, description="The college course it counts as, such as MAC 101 (course crosswalk)"
    )
    transfers: Flag | None = Field(
        None, description="true if its credits transfer to four-year public colleges"
    )
    provider: Provider | None = Field(None, description="The organization that teaches it")
    providers: tuple[Provider, ...] = Field((), description="The organizations, if several teach it together")
    teaches: tuple[Annotated[Id, Ref("teaches the KSA", ("KSA",))], ...] = Field(
        (), description="The KSAs it teaches, so that jobs can be mapped back to courses"
    )

    @property
    def taught_by(self) -> tuple[str, ...]:
        """The ids of the organizations that teach it."""
        return tuple(dict.fromkeys((*((self.provider,) if self.provider else ()), *self.providers)))


class WorkExperience(Titled):
    """An experience of work-based learning: what students do, when, and at which employers."""

    title: Name = Field(description="The activity, such as Job shadow")
    grade: Grade | None = Field(None, description="The grade students have it in")
    phase: WorkPhase | None = Field(None, description="awareness, exploration, preparation, or training")
    when: Text | None = Field(None, description="The time of year")
    hours: Count | None = Field(None, description="Hours for each student")
    topic: Text | None = Field(None, description="What it is about")
    project: Text | None = Field(None, description="What students make or do there")
    skills: tuple[Text, ...] = Field((), description="The skills students develop")
    outcome: Text | None = Field(None, description="What students have or can do afterward")
    assessed: Text | None = Field(None, description="How it is assessed")
    credit: Flag | None = Field(None, description="true if students earn credit for it, false if not")
    credits: Count | None = Field(None, description="College credits students earn in it")
    employers: tuple[Annotated[Id, Ref("is offered by", ("organization",))], ...] = Field(
        (), description="The employers that offer it"
    )
    places: Count | None = Field(None, description="Places that the employers offer in a year")
    filled: Count | None = Field(None, description="Places that students have taken")
    owner: Owner | None = Field(None, description="Who coordinates it")


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
    work_based: tuple[WorkExperience, ...] = Field(
        (), description="Work-based learning, in order; an entry may be a title alone"
    )
    advanced_academics: tuple[Text, ...] = Field((), description="Dual credit, early college, AP, or IB")
    launch: Annotated[IdOrDay, Ref("is launched by the task", ("task",))] | None = Field(
        None, description="The task that launches it, or the day of its launch"
    )
    students: NumberOrShare | None = Field(
        None, description="Students in the first cohort, as a number or as a share such as 15%"
    )
    choices: dict[KeyChoice, Text] = Field({}, description="The answers to the key choices of Phase I")
    ctid: Annotated[Ctid, Key("identifier")] | None = Field(
        None, description="Its Credential Transparency identifier, if it has one"
    )
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class OwnDeliverable(Titled):
    """A deliverable of a phase that the project adds, such as a capital improvement."""

    title: Name = Field(description="What is delivered, such as Five lathes")
    cost: Money | None = Field(None, description="Its cost, in the project’s currency")
    due: Day | None = Field(None, description="The day it will be ready")
    owner: Owner | None = Field(None, description="The person or organization responsible for it")
    state: Progress = Field(Progress.NOT_BEGUN, description="Its progress")


class PhaseDates(Model):
    """When a phase of the work plan starts and finishes."""

    phase: Annotated[Phase, Key("phase")] = Field(description="Which of the three phases it is")
    first: Day = Field(alias="from", description="Its first day")
    last: Day = Field(alias="to", description="Its last day")
    deliverables: tuple[OwnDeliverable, ...] = Field(
        (), description="Your own deliverables, such as capital improvements; an entry may be a title alone"
    )


class OwnItem(Titled):
    """An item that a project adds to the list of a deliverable."""

    title: Name = Field(description="The item or question")
    answer: Text | None = Field(None, description="The decision on it")


class WorkPlanRow(Model):
    """A row of the year-one work plan; a row without a pathway is for all of them."""

    BELONGS_TO: ClassVar[str] = "pathway"

    focus_area: FocusArea = Field(description="The focus area")
    deliverable: Annotated[Id, Naming(), Key("deliverable")] = Field(
        description="The deliverable’s id in the guide’s list, or an id of your own with a title"
    )
    title: Text | None = Field(None, description="What is delivered, if it is a deliverable of your own")
    pathway: Annotated[PathwayId, Key()] | None = Field(
        None, description="The pathway it is for, if each pathway has its own work plan"
    )
    owner: Owner | None = Field(None, description="The person, organization, or team responsible for it")
    due: Day | None = Field(None, description="The day it will be ready; or list the tasks that produce it")
    tasks: tuple[SourceTask, ...] = Field((), description="The tasks that produce it")
    answers: dict[Id, Text] = Field({}, description="The decision on each item of its list")
    own_items: tuple[OwnItem, ...] = Field((), description="Items that you add to its list")
    state: Progress = Field(Progress.NOT_BEGUN, description="Its progress")

    @property
    def is_done(self) -> bool:
        """Whether it is complete."""
        return self.state is Progress.DONE


class Externship(Model):
    """Days that a teacher, a counselor, or another educator spends at an employer."""

    NOUN: ClassVar[str] = "externship"

    id: Id = Field(description="A short, unique name that other entries refer to")
    person: Annotated[Id, Naming(), Ref("is for", ("person",))] = Field(description="Who goes")
    employer: Annotated[Id, Ref("is offered by", ("organization",))] = Field(description="Where they go")
    date: Day | None = Field(None, description="The first day")
    days: Count | None = Field(None, description="How many days it takes")
    focus: Text | None = Field(None, description="What they should learn there")
    result: Text | None = Field(None, description="What they brought back for their classes or advising")
    note: Note = Field(None, description="Your notes")


class AdvisingMilestone(Model):
    """What students should have done by a grade, on the way into college or work (Effective Advising)."""

    NOUN: ClassVar[str] = "advising milestone"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The milestone, such as Choose a pathway")
    grade: Grade = Field(description="The grade by the end of which students reach it")
    helper: Text | None = Field(None, description="Who helps students to reach it, such as Counselor")
    shown_by: Text | None = Field(None, description="What shows that a student has reached it")
    pathways: tuple[PathwayId, ...] = Field((), description="The pathways it is for; all if none is named")


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
