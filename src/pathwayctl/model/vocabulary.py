"""The fixed words of the guides. Each is written in YAML as its slug and shown as its label."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pathwayctl.language import phrase


class Word(StrEnum):
    """A word of a fixed vocabulary: the slug that a file holds, and the label that people read."""

    english: str

    def __new__(cls, slug: str, label: str) -> Self:
        """Make a word from its slug and its label."""
        word = str.__new__(cls, slug)
        word._value_ = slug
        word.english = label
        return word

    @property
    def label(self) -> str:
        """What people read, in the language of the page."""
        return phrase(self.english)


class Audience(Word):
    """Who pages are made for, the widest circle first."""

    PUBLIC = "public", "Anyone"
    PARTNERS = "partners", "Partners"
    INTERNAL = "internal", "The project’s own staff"


class Language(Word):
    """The languages of pages."""

    ENGLISH = "en", "English"
    SPANISH = "es", "Spanish"


class Guide(Word):
    """The published guides that a project can follow."""

    CCRS = "ccrs", "Designing a Career Pathways System"
    COMPONENTS = "components", "Stakeholder roles in seven components"
    GRADES_9_14 = "grades-9-14", "Grades 9-14 one-year work plan"
    SECTOR = "sector", "Creating Career Pathways in Colorado: 17 steps"


class StakeholderCategory(Word):
    """Stakeholder categories (CCRS chapter 1, table 2): seven rows, though the prose says six."""

    K12 = "k-12", "K-12"
    POSTSECONDARY = "postsecondary", "Postsecondary"
    CTE = "cte", "Career and Technical Education"
    ADULT_EDUCATION = "adult-education", "Adult Education"
    BUSINESS = "business-industry-workforce", "Business / Industry / Workforce"
    POLICYMAKER = "policymaker-legislative", "Policymaker / Legislative"
    COMMUNITY = "individuals-community", "Individuals / Community Members"


class Role(Word):
    """Key roles of stakeholders (CCRS chapter 1, table 3)."""

    CHAMPION = "champion", "Champion"
    CONNECTOR = "connector", "Connector"
    DECISION_MAKER = "decision-maker", "Decision maker"
    DOER = "doer", "Doer"


class Stage(Word):
    """Stages of the work that a stakeholder takes part in (CCRS chapter 1, table 4)."""

    PROCESS = "process-and-logistics", "Process and Logistics"
    POLICY = "policy-development", "Policy Development"
    CAPACITY = "capacity-building", "Capacity Building"
    EVALUATION = "evaluation", "Evaluation"


class Confirmation(Word):
    """How a stakeholder has agreed to take part (CCRS chapter 1, note on slides 6-12), or declined."""

    VERBAL = "verbal", "Verbal"
    WRITTEN = "written", "Written"
    EMAIL = "email", "By e-mail"
    DECLINED = "declined", "Declined"


class EngagementLevel(Word):
    """Levels of stakeholder engagement, in order (CCRS chapter 4, exhibit 3)."""

    UNAWARE = "unaware", "Unaware"
    RESISTANT = "resistant", "Resistant"
    NEUTRAL = "neutral", "Neutral"
    SUPPORTIVE = "supportive", "Supportive"
    LEADING = "leading", "Leading"


class ItemState(Word):
    """Whether a framework entry or requirement exists, is needed, or is not known (CCRS chapter 4, 4A)."""

    EXISTS = "exists", "Exists"
    NEEDED = "needed", "Needed"
    UNKNOWN = "unknown", "Not known yet"


class RequirementArea(Word):
    """The four areas of the requirements document (CCRS chapter 4, handout 4A part 1), and all others."""

    PARTNERSHIPS = "partnerships", "Industry partnerships"
    COURSES = "course-sequences", "Course sequences"
    WORK_BASED = "work-based-opportunities", "Work-based opportunities"
    POSTSECONDARY = "postsecondary-opportunities", "Postsecondary opportunities"
    OTHER = "other", "Other requirements"


class Component(Word):
    """The seven components of a high-quality pathway (key stakeholders list)."""

    PARTNERSHIPS = "cross-sector-partnerships", "Cross-Sector Partnerships"
    LABOR_MARKET = "labor-market-alignment", "Alignment with Labor Market Demand"
    LINKS = "secondary-postsecondary-links", "Links Between Secondary and Postsecondary"
    CREDENTIALS = "credentials-of-value", "Credentials with Value in the Labor Market"
    INTEGRATION = (
        "academic-career-integration",
        "Integration of Rigorous Academics and Career-Focused Learning",
    )
    ADVISING = "effective-advising", "Effective Advising"
    WORK_BASED = "work-based-learning", "Continuum of Work-Based Learning Experiences"


class Phase(Word):
    """The three phases of the grades 9-14 work plan."""

    PLAN = "plan", "Phase I: plan and develop the pathway"
    BUILD = "build", "Phase II: build its infrastructure"
    LAUNCH = "launch", "Phase III: launch the pathway"


class FocusArea(Word):
    """The eleven focus areas of the grades 9-14 work plan."""

    WORK_PLANNING = "work-planning", "Work Planning"
    STAFFING = "staffing-strategy", "Staffing Strategy"
    AGREEMENTS = "shared-agreements", "Shared Agreements"
    SYSTEM = "system-conditions", "System Conditions"
    PROGRAM = "integrated-program-of-study", "Integrated Program of Study"
    DEVELOPMENT = "professional-development", "Professional Development"
    EMPLOYERS = "employer-engagement", "Employer Engagement"
    ASSESSMENT = "student-assessment", "Student Assessment"
    SUPPORT = "student-support", "Student Support"
    RECRUITMENT = "student-recruitment", "Student Recruitment"
    MANAGEMENT = "project-management", "Project Management"


class Status(Word):
    """The status of a task."""

    PLANNED = "planned", "Planned"
    IN_PROGRESS = "in-progress", "In progress"
    DONE = "done", "Done"
    BLOCKED = "blocked", "Blocked"
    DROPPED = "dropped", "Dropped"


class LinkType(Word):
    """The four ways one task can wait for another."""

    FS = "FS", "finish to start"
    SS = "SS", "start to start"
    FF = "FF", "finish to finish"
    SF = "SF", "start to finish"


class Weekday(Word):
    """Days of the week, Monday first."""

    MON = "mon", "Monday"
    TUE = "tue", "Tuesday"
    WED = "wed", "Wednesday"
    THU = "thu", "Thursday"
    FRI = "fri", "Friday"
    SAT = "sat", "Saturday"
    SUN = "sun", "Sunday"


class Span(Word):
    """Which days the duration of a task counts."""

    WORKING = "working", "Working days"
    CALENDAR = "calendar", "Calendar days"


class RiskKind(Word):
    """Where a risk comes from (CCRS chapter 4, exhibit 1)."""

    INTERNAL = "internal", "Internal"
    EXTERNAL = "external", "External"


class RiskEffect(Word):
    """Whether an uncertain event would hurt or help (CCRS chapter 4: risk can go either way)."""

    THREAT = "threat", "Threat"
    OPPORTUNITY = "opportunity", "Opportunity"


class RiskLevel(Word):
    """Likelihood and impact of a risk, lowest first."""

    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"
    VERY_HIGH = "very-high", "Very high"


class Cadence(Word):
    """How often something happens."""

    WEEKLY = "weekly", "Weekly"
    BIWEEKLY = "biweekly", "Every two weeks"
    MONTHLY = "monthly", "Monthly"
    QUARTERLY = "quarterly", "Quarterly"
    EACH_SEMESTER = "each-semester", "Each semester"
    TWICE_A_YEAR = "twice-a-year", "Twice a year"
    YEARLY = "yearly", "Yearly"
    ONGOING = "ongoing", "Ongoing"


class MeetingKind(Word):
    """The kinds of meetings, in the order in which the guides hold them."""

    KICKOFF = "kickoff", "Kickoff"
    SECTOR_LAUNCH = "sector-launch", "Sector partnership launch"
    PRIORITIZATION = "prioritization", "Prioritization"
    TALENT_LANDSCAPE = "talent-landscape", "Talent landscape"
    ACTION_PLAN = "action-plan", "Action plan"
    IMPLEMENTATION = "implementation", "Implementation"
    EVALUATION = "evaluation", "Evaluation"
    COMMUNICATION = "communication", "Communication"
    REFLECTION = "reflection", "Reflection"
    WORK_PLAN = "work-plan", "Year-one work plan"
    BOARD = "board", "Board"
    TEAM = "team", "Team"
    OPEN_HOUSE = "open-house", "Open house"


class MeetingStatus(Word):
    """Whether a meeting is held as planned."""

    PLANNED = "planned", "Planned"
    POSTPONED = "postponed", "Postponed"
    CANCELLED = "cancelled", "Cancelled"


class AgendaPurpose(Word):
    """What the group should do with an agenda item."""

    INFORM = "inform", "Inform"
    DISCUSS = "discuss", "Discuss"
    DECIDE = "decide", "Decide"
    BREAK = "break", "Break"
