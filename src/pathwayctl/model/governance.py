"""How partners work together: the partnership, teams, duties, agreements, and sustainability."""

from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import AfterValidator, Field, ModelWrapValidatorHandler, model_validator

from pathwayctl.model.annotations import GROUP, Key, Leader, Name, Naming, Note, Owner, Ref, SourceTask
from pathwayctl.model.base import Model
from pathwayctl.model.one_or_more import MAIN_AND_OTHERS, field_alone
from pathwayctl.model.values import Day, Flag, Id, Text, WebAddress
from pathwayctl.model.vocabulary import Cadence, Component, Word


class Progress(Word):
    """The progress of something that is not a task."""

    NOT_BEGUN = "not-begun", "Not begun"
    UNDER_WAY = "under-way", "Under way"
    DONE = "done", "Done"


class DutyState(Word):
    """The progress of a responsibility, or that it does not apply in this project."""

    NOT_BEGUN = "not-begun", "Not begun"
    UNDER_WAY = "under-way", "Under way"
    DONE = "done", "Done"
    NOT_APPLICABLE = "not-applicable", "Does not apply"


class LeadershipTopic(Word):
    """The areas in which the convener leads (key stakeholders list, Cross-Sector Partnerships)."""

    ALIGNMENT = "strategic-alignment", "Strategic pathways alignment"
    WORK_BASED = "work-based-learning", "Work-based learning"
    INFRASTRUCTURE = "infrastructure", "Pathways infrastructure"
    COMMUNICATIONS = "communications", "Communications"


class InvitationAnswer(Word):
    """The answer to an invitation."""

    YES = "yes", "Yes"
    NO = "no", "No"
    WAITING = "waiting", "No answer yet"


class MeasureCategory(Word):
    """Kinds of outcome measures (CCRS chapter 4, exhibit 2)."""

    EDUCATION = "secondary-postsecondary", "Secondary and postsecondary"
    WORKFORCE = "workforce", "Workforce"
    LONG_TERM = "long-term", "Long-term success"


class Horizon(Word):
    """When a measure should show results (CCRS chapter 4, questions on metrics)."""

    PHASE = "each-phase", "After each phase"
    ONE_YEAR = "one-year", "After one year"
    FIVE_YEARS = "five-years", "After five years"
    TEN_YEARS = "ten-years", "After ten years"


class Direction(Word):
    """Whether a measure should rise or fall."""

    UP = "up", "Should rise"
    DOWN = "down", "Should fall"


class EvaluationGroup(Word):
    """Groups that take part in the evaluation (CCRS chapter 4, handout 4D); researchers are our addition."""

    K12 = "k-12", "K-12"
    POSTSECONDARY = "postsecondary", "Postsecondary"
    CTE = "cte", "Career and technical education"
    BUSINESS = "business-industry-workforce", "Business/Industry/Workforce"
    POLICY = "policy-legislative", "Policy/Legislative"
    DATA_DIRECTORS = "state-data-directors", "State data directors"
    LONGITUDINAL = "longitudinal-data", "State longitudinal data system administrators"
    LABOR_DATA = "labor-data", "State labor data system administrators"
    RESEARCHERS = "researchers", "Researchers and outside evaluators"


class AgreementKind(Word):
    """Kinds of formal agreements between partners."""

    MOU = "mou", "Memorandum of understanding"
    SHARED = "shared-agreement", "Shared agreement"
    TRANSFER = "transfer", "Transfer or articulation agreement"
    DATA = "data-sharing", "Data sharing agreement"
    EMPLOYER = "employer", "Employer agreement"
    APPRENTICESHIP = "apprenticeship", "Apprenticeship agreement"
    GRANT = "grant", "Grant agreement"
    OTHER = "other", "Other agreement"


class SharedQuestion(Word):
    """What a shared agreement settles (grades 9-14 work plan, Shared Agreements)."""

    COURSES = "course-sequence", "To what extent do college and district develop the courses together?"
    STAFF = "staff", "Which instructors and staff work for the pathway?"
    STANDARDS = "standards", "What does each side do to match courses with the Common Core?"
    FINANCE = "finance", "Who pays for tuition, fees, materials, and other costs?"
    ACCESS = "priority-access", "Do the pathway’s students have priority in its college courses?"
    SUPPORTS = "student-supports", "Which student support does each side provide?"
    WORK_BASED = "work-based-learning", "How is work-based learning organized, and who finds the employers?"
    DATA = "data", "What agreements are needed to collect and share data?"


class TeamKind(Word):
    """The teams that the guides call for."""

    LEADERSHIP = "leadership", "Pathways leadership team"
    REGIONAL = "regional", "Regional pathways team"
    FACILITATOR = "facilitator", "Pathways team"
    PLANNING = "planning", "Planning team"
    WORKING = "working-group", "Working group"
    RESEARCH = "action-research", "Action research team"
    ADVISORY = "advisory", "Industry advisory council"
    EVALUATION = "evaluation", "Evaluation group"


class StakeholderRole(Word):
    """The roles in the list of responsibilities (key stakeholders list)."""

    EMPLOYERS = "employers-and-industry", "Employers and Industry"
    FACILITATOR = "pathways-team-facilitator", "Pathways Team Facilitator"
    POSTSECONDARY = "postsecondary-education", "Postsecondary Education"
    CONVENER = "regional-convener", "Regional Convener"
    SECONDARY = "secondary-education", "Secondary Education"
    WORKFORCE = "workforce-development", "Workforce Development"


class Logistics(Word):
    """What a kickoff meeting needs (CCRS chapter 1, planning the kickoff meeting)."""

    AGENDA = "agenda", "Agenda and background"
    PRESENTERS = "presenters", "Presenters"
    SLIDES = "slides", "Slides"
    SPACE = "space", "Space"
    FOOD = "food", "Food and drinks"
    AUDIO_VISUAL = "audio-visual", "Audio and video"
    MATERIALS = "presenter-materials", "Presenters’ materials"
    COPIES = "copies", "Copies"


class Team(Model):
    """A team that meets regularly."""

    NOUN: ClassVar[str] = "team"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The team’s name")
    kind: TeamKind = Field(description="What kind of team it is")
    lead: Leader | None = Field(None, description="The person or organization that leads it")
    members: tuple[Annotated[Id, Ref("has the member", GROUP)], ...] = Field(
        (), description="Its members: people, organizations, and other teams with their own members"
    )
    cadence: Cadence | None = Field(None, description="How often it meets")
    priority: Annotated[Id, Ref("works on the priority", ("priority",))] | None = Field(
        None, description="The priority that it works on"
    )
    purpose: Text | None = Field(None, description="Its purpose")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


_RENAMED: Final = dict.fromkeys(
    ("keep-options-open-at-college", "keep-options-open-at-school"), "keep-options-open"
)
"""Earlier names of responsibilities: the source gives this one to two roles in the same words."""


def _current(name: str) -> str:
    return _RENAMED.get(name, name)


class Duty(Model):
    """A responsibility by role and component, from the guide's list or the project's own, and who holds it.

    Holders at different stages have entries of their own.
    """

    responsibility: Annotated[Id, AfterValidator(_current), Naming(), Key("responsibility")] = Field(
        description="Its id in the guide’s list; for one of your own, a new id"
    )
    text: Text | None = Field(None, description="What it is, if it is your own; give its component too")
    component: Component | None = Field(None, description="The component of one of your own")
    role: Annotated[StakeholderRole, Key()] = Field(description="The role it belongs to")
    holders: Annotated[tuple[Annotated[Id, Ref("is held by", GROUP)], ...], Key()] = Field(
        (), description="The people, organizations, and teams that hold it"
    )
    state: DutyState = Field(
        DutyState.NOT_BEGUN, description="Its progress; not-applicable if your region has no use for it"
    )
    due: Day | None = Field(None, description="The day by which it should be met")
    note: Note = Field(None, description="Your notes")


class LeadershipArea(Model):
    """An area in which the convener leads, and the person who leads it."""

    area: Annotated[LeadershipTopic, Naming(), Key("area")] = Field(description="The area")
    lead: Leader | None = Field(None, description="Who leads it")
    note: Note = Field(None, description="Your notes")


class Agreement(Model):
    """A formal agreement between partners."""

    NOUN: ClassVar[str] = "agreement"

    id: Id = Field(description="A short, unique name that other entries refer to")
    title: Name = Field(description="The agreement’s title")
    kind: AgreementKind = Field(description="What kind of agreement it is")
    parties: tuple[Annotated[Text, Ref("binds", ("organization",), or_name=True)], ...] = Field(
        (), description="The parties to it: ids of organizations, or names of those that have no entry"
    )
    answers: dict[SharedQuestion, Text] = Field(
        {}, description="For a shared agreement: the answer to each of its eight questions"
    )
    signed: Day | None = Field(None, description="The day it was signed")
    expires: Day | None = Field(None, description="The last day it is in force")
    put_into_practice: Day | None = Field(None, description="The day it took effect in practice")
    owner: Owner | None = Field(None, description="The person or organization responsible for it")
    task: SourceTask | None = Field(None, description="The task that produces it")
    link: WebAddress | None = Field(None, description="A web address where people can read it")
    private: Flag = Field(False, description="true to leave it out of pages for partners and the public")


class Sustainability(Model):
    """The four parts of a sustainability plan."""

    SUBJECT: ClassVar[str] = "The sustainability plan"

    partnerships: Text | None = Field(None, description="How the partners keep working together")
    roles: Text | None = Field(None, description="Who does what in the long term")
    funding: Text | None = Field(None, description="Where the money comes from")
    succession: Text | None = Field(None, description="Who takes over when someone leaves")
    owner: Owner | None = Field(None, description="The person or organization responsible for the plan")
    reviewed: Day | None = Field(None, description="The day it was last reviewed")


class ImportantDate(Model):
    """A day to keep free, or a deadline; a date alone is read as the day."""

    ALONE: ClassVar[str] = "date"

    date: Day = Field(description="The day")
    title: Text | None = Field(None, description="What is on that day, if no meeting or milestone says so")

    @model_validator(mode="wrap")
    @classmethod
    def _day_alone(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        return field_alone(cls.ALONE, value, handler)


class Invitation(Model):
    """An invitation to take part, in five parts (CCRS chapter 1, outreach)."""

    NOUN: ClassVar[str] = "invitation"

    id: Id = Field(description="A short, unique name that other entries refer to")
    to: Annotated[Id, Naming(), Ref("is addressed to", GROUP), MAIN_AND_OTHERS] = Field(
        description="The person, organization, or team that is invited, or a list of them"
    )
    meeting: Annotated[Id, Ref("asks to the meeting", ("meeting",))] | None = Field(
        None, description="The first meeting they are invited to"
    )
    rationale: Text | None = Field(None, description="Why the system is being built")
    role: Text | None = Field(None, description="The role and duties they are asked to take on")
    importance: Text | None = Field(None, description="Why it matters to them and their work")
    supports: Text | None = Field(None, description="The incentives and support they receive")
    dates: tuple[ImportantDate, ...] = Field(
        (), description="Important dates, as far ahead as you know them; a date alone, or with its title"
    )
    enclosures: tuple[Text, ...] = Field((), description="What goes out with the letter, such as the agenda")
    sent: Day | None = Field(None, description="The day it was sent")
    answer_by: Day | None = Field(None, description="The day by which they are asked to reply")
    answer: InvitationAnswer = Field(InvitationAnswer.WAITING, description="Their answer")

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.answer is InvitationAnswer.WAITING

    @property
    def is_declined(self) -> bool:
        """Whether their answer is no."""
        return self.answer is InvitationAnswer.NO
