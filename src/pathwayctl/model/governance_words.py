"""The fixed words for how partners work together and measure results."""

from __future__ import annotations

from pathwayctl.model.vocabulary import Word


class Progress(Word):
    """The progress of something that is not a task."""

    NOT_BEGUN = "not-begun", "Not begun"
    UNDER_WAY = "under-way", "Under way"
    DONE = "done", "Done"


class Answer(Word):
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
    """Groups that need a member on the evaluation group (CCRS chapter 4, handout 4D)."""

    K12 = "k-12", "K-12"
    POSTSECONDARY = "postsecondary", "Postsecondary"
    CTE = "cte", "Career and technical education"
    BUSINESS = "business-industry-workforce", "Business/Industry/Workforce"
    POLICY = "policy-legislative", "Policy/Legislative"
    DATA_DIRECTORS = "state-data-directors", "State data directors"
    LONGITUDINAL = "longitudinal-data", "State longitudinal data system administrators"
    LABOR_DATA = "labor-data", "State labor data system administrators"


class AgreementKind(Word):
    """Kinds of formal agreements between partners."""

    MOU = "mou", "Memorandum of understanding"
    SHARED = "shared-agreement", "Shared agreement"
    TRANSFER = "transfer", "Transfer or articulation agreement"
    DATA = "data-sharing", "Data sharing agreement"
    EMPLOYER = "employer", "Employer agreement"


class SharedQuestion(Word):
    """What a shared agreement settles (grades 9-14 work plan, Shared Agreements)."""

    COURSES = "course-sequence", "How far courses are developed together"
    STAFF = "staff", "Which instructors and staff are dedicated"
    STANDARDS = "standards", "How each party aligns content to standards"
    FINANCE = "finance", "Who pays tuition, fees and materials"
    ACCESS = "priority-access", "Whether students have priority access to college courses"
    SUPPORTS = "student-supports", "Which student supports each party provides"
    WORK_BASED = "work-based-learning", "How work-based learning is structured and brokered"
    DATA = "data", "Which agreements cover data collection and sharing"


class TeamKind(Word):
    """The teams that the guides call for."""

    LEADERSHIP = "leadership", "Pathways leadership team"
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
