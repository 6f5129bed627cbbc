"""What a pathway has to offer its students: college credit, ways on, plans of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted, spoken, titles
from pathwayctl.checks.sources import COMPONENTS, WORK_PLAN
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.model.pathways import Pathway

_PROGRAM: Final = f"{WORK_PLAN}, Integrated Program of Study"

FEW_CREDITS: Final = Rule(
    "PW585",
    Severity.WARNING,
    "A pathway with fewer than 12 college credits",
    "Before they finish high school, students can earn 12 college credits or more in one career area.",
    "Add courses with credits:, or write college_credits: with how many students can earn.",
    _PROGRAM,
    ("grades-9-14",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
pathways:
  - {id: machining, title: Machining, college_credits: 9}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
pathways:
  - {id: machining, title: Machining, college_credits: 15}
""",
)
NO_TRANSFER: Final = Rule(
    "PW586",
    Severity.WARNING,
    "A pathway whose credits may not transfer",
    "College courses of the pathway count at the state's four-year public universities.",
    "Settle it with the college, and write transfers: true.",
    _PROGRAM,
    ("grades-9-14",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
pathways:
  - {id: machining, title: Machining, college_credits: 15}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
pathways:
  - {id: machining, title: Machining, college_credits: 15, transfers: true}
""",
)
ONE_MEASURE: Final = Rule(
    "PW587",
    Severity.WARNING,
    "A pathway in which fewer than two measures open the college courses",
    "A single test keeps out students who are ready; grades, recommendations or portfolios count too.",
    "Add eligibility: with the measures, such as [Placement test, Grades, Portfolio].",
    _PROGRAM,
    ("grades-9-14",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
pathways:
  - {id: machining, title: Machining, eligibility: [Placement test]}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
pathways:
  - {id: machining, title: Machining, eligibility: [Placement test, Grades]}
""",
)
OPEN_CHOICES: Final = Rule(
    "PW588",
    Severity.NOTE,
    "A pathway with choices of the first phase still open",
    "The first phase settles whom the pathway serves, who offers it, which courses and places at work it "
    "has, which industry it is for and when it begins.",
    "Add students:, providers:, courses:, work_based:, framework: and launch: to the pathway.",
    f"{WORK_PLAN}, phase I, characteristics and key choices",
    ("grades-9-14",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
pathways:
  - {id: machining, title: Machining, students: 24}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
organizations: [{id: college, name: Front Range College, category: postsecondary}]
frameworks: [{id: metal, industry: Precision machining}]
tasks: [{id: begin, title: Begin the first courses, date: 2027-08-23}]
pathways:
  - id: machining
    title: Machining
    students: 24
    providers: [college]
    courses: [{title: Blueprint reading, grade: 11}]
    work_based: [Visits, Internship]
    framework: metal
    launch: begin
""",
)
LATE_PLANS: Final = Rule(
    "PW578",
    Severity.WARNING,
    "A pathway in which students do not have a plan of their own by 8th grade",
    "With goals, classes and activities in view by 8th grade, students choose their courses well.",
    "Write individual_plans_by_grade: 8, or an earlier grade, once schools see to it.",
    f"{COMPONENTS}, Effective Advising, Secondary Education",
    ("components",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
pathways:
  - {id: machining, title: Machining, individual_plans_by_grade: 10}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
pathways:
  - {id: machining, title: Machining, individual_plans_by_grade: 8}
""",
)
NO_ADVANCED: Final = Rule(
    "PW579",
    Severity.NOTE,
    "A pathway without advanced academics",
    "Dual credit, early college, AP or IB belong to a pathway beside its career courses.",
    "Add advanced_academics: with what students can take, such as [Dual credit].",
    f"{COMPONENTS}, Integration of Rigorous Academics and Career-Focused Learning",
    ("components",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
pathways:
  - {id: machining, title: Machining}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
pathways:
  - {id: machining, title: Machining, advanced_academics: [Dual credit]}
""",
)
OFFER_RULES: Final = (FEW_CREDITS, NO_TRANSFER, ONE_MEASURE, OPEN_CHOICES)
SUPPORT_RULES: Final = (LATE_PLANS, NO_ADVANCED)

LEAST_CREDITS: Final = 12
_LAST_SCHOOL_GRADE: Final = 12
_LATEST_PLAN: Final = 8
_CHOICES: Final = ("students", "providers", "courses", "work_based", "framework", "launch")


def offers(facts: Facts) -> Iterator[Problem]:
    """What the grades 9-14 plan asks of each pathway."""
    for place, pathway in enumerate(facts.plan.pathways):
        title, path = quoted(pathway.title), ("pathways", place)
        earned = _credits(pathway)
        if earned is None or earned < LEAST_CREDITS:
            yield FEW_CREDITS.at(path, f"{title} {_few(earned)}.")
        if not pathway.transfers:
            told = pathway.transfers is not None
            whether = "has credits that do not" if told else "does not say whether its credits"
            yield NO_TRANSFER.at(path, f"{title} {whether} transfer to four-year public colleges.")
        if len(set(pathway.eligibility)) < 2:
            few = "only one measure" if pathway.eligibility else "no measures"
            yield ONE_MEASURE.at(path, f"{title} has {few} for who may take college courses.")
        left = [field for field in _CHOICES if not getattr(pathway, field)]
        if left:
            hint = f"Add {listed([f'{field}:' for field in left])} to it."
            words = ", ".join(map(spoken, left))
            yield OPEN_CHOICES.at(path, f"{title} leaves open: {words}.", hint)


def support(facts: Facts) -> Iterator[Problem]:
    """What the components ask of pathways, in one finding of each."""
    pathways = tuple(enumerate(facts.plan.pathways))
    late = [(place, one.title) for place, one in pathways if not _plans_in_time(one)]
    if late:
        message = f"Not known to give every student a plan of their own by 8th grade: {titles(late)}."
        yield LATE_PLANS.at(("pathways", late[0][0]), message)
    plain = [(place, one.title) for place, one in pathways if not one.advanced_academics]
    if plain:
        message = f"No advanced academics are named for {titles(plain)}."
        yield NO_ADVANCED.at(("pathways", plain[0][0]), message)


def _credits(pathway: Pathway) -> int | None:
    """College credits before graduation: as stated, else those of the courses up to grade 12."""
    if pathway.college_credits is not None:
        return pathway.college_credits
    known = [
        course.credits
        for course in pathway.courses
        if course.credits is not None and course.grade <= _LAST_SCHOOL_GRADE
    ]
    return sum(known) if known else None


def _few(earned: int | None) -> str:
    if earned is None:
        return "does not say how many college credits students can earn"
    return f"leads to {earned} college credits before graduation, and {LEAST_CREDITS} are asked for"


def _plans_in_time(pathway: Pathway) -> bool:
    grade = pathway.individual_plans_by_grade
    return grade is not None and grade <= _LATEST_PLAN
