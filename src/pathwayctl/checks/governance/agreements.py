"""Formal agreements: whom they bind, and whether they are signed, carried out and still hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.grouping import Lack, gathered
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import COMPONENTS, OURS, WORK_PLAN
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.evidence.governance.agreements import DAYS_AHEAD, is_renewed, is_stuck
from pathwayctl.model.governance_words import AgreementKind, SharedQuestion
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count, listed, long_day

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.model.governance import Agreement

NOT_TWO: Final = Rule(
    "PW556",
    Severity.WARNING,
    "An agreement that does not bind two parties",
    "It takes two to agree; without the parties nobody can see who has promised what.",
    "Add parties: with the ids of the organizations that are bound by it.",
    OURS,
    bad="""\
agreements:
  - {id: dual-credit, title: Dual credit agreement, kind: mou}
""",
    good="""\
organizations:
  - {id: college, name: Front Range College, category: postsecondary}
  - {id: district, name: St. Vrain Schools, category: k-12}
agreements:
  - {id: dual-credit, title: Dual credit agreement, kind: mou, parties: [college, district]}
""",
)
DAYS_CLASH: Final = Rule(
    "PW557",
    Severity.WARNING,
    "Days of an agreement that cannot all be right",
    "It is signed, then carried out, and ends after that; what is signed is not in the future.",
    "Correct signed, put_into_practice or expires.",
    OURS,
    bad="""\
agreements:
  - {id: dual-credit, title: Dual credit agreement, kind: mou, signed: 2027-06-01, expires: 2027-05-31}
""",
    good="""\
agreements:
  - {id: dual-credit, title: Dual credit agreement, kind: mou, signed: 2027-06-01, expires: 2029-05-31}
""",
)
OPEN_QUESTIONS: Final = Rule(
    "PW559",
    Severity.WARNING,
    "A shared agreement that leaves questions open",
    "What the parties have not settled on paper comes back as a quarrel once students are there.",
    "Add the answer to each question under answers: of the agreement.",
    f"{WORK_PLAN}, Shared Agreements",
    ("grades-9-14",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
agreements:
  - id: shared
    title: Shared agreement
    kind: shared-agreement
    answers: {course-sequence: Both write the courses together}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [grades-9-14]}
agreements:
  - id: shared
    title: Shared agreement
    kind: shared-agreement
    answers:
      course-sequence: Both write the courses together
      staff: Two instructors of each
      standards: The district maps the standards
      finance: The college waives tuition
      priority-access: Ten places are kept until May
      student-supports: The district tutors, the college advises
      work-based-learning: The chamber finds the places
      data: Grades are shared each term
""",
)
RUNS_OUT: Final = Rule(
    "PW602",
    Severity.WARNING,
    "An agreement that has run out, or soon will",
    "Renewing one takes about a quarter; once it has run out, nobody is bound by it any more.",
    "Agree on a new one, and set signed: and expires: to its days, or add it as an entry of its own.",
    f"{OURS} (90 days ahead)",
    bad="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-06-01}
agreements:
  - {id: dual-credit, title: Dual credit agreement, kind: mou, signed: 2026-07-01, expires: 2027-06-30}
""",
    good="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-06-01}
agreements:
  - {id: dual-credit, title: Dual credit agreement, kind: mou, signed: 2026-07-01, expires: 2028-06-30}
""",
)
STUCK: Final = Rule(
    "PW603",
    Severity.WARNING,
    "An agreement that should be in force by now and is not",
    "Agreements are drawn up, signed and carried out; the task that brings this one about is done.",
    "Add signed: with the day it was signed, and put_into_practice: with the day it took effect.",
    f"{COMPONENTS}, Cross-Sector Partnerships; {WORK_PLAN}, phase II, activity 6",
    ("components", "grades-9-14"),
    bad="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-06-01, guides: [components]}
tasks: [{id: sign, title: Sign the agreement, duration: 5d, status: done, finished: 2027-05-14}]
agreements:
  - {id: dual-credit, title: Dual credit agreement, kind: mou, task: sign}
""",
    good="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-06-01, guides: [components]}
tasks: [{id: sign, title: Sign the agreement, duration: 5d, status: done, finished: 2027-05-14}]
agreements:
  - id: dual-credit
    title: Dual credit agreement
    kind: mou
    task: sign
    signed: 2027-05-14
    put_into_practice: 2027-05-17
""",
)
RULES: Final = (NOT_TWO, DAYS_CLASH, RUNS_OUT)


def agreements(facts: Facts) -> Iterator[Problem]:
    """The parties and the days of each agreement."""
    yield from gathered(NOT_TWO, _unbound(facts), "agreement")
    for place, agreement in enumerate(facts.plan.agreements):
        title, path = quoted(agreement.title), ("agreements", place)
        clash = _clash(facts, agreement)
        if clash is not None:
            field, what = clash
            yield DAYS_CLASH.at((*path, field), f"The agreement {title} {what}.")
        elif facts.today is not None and agreement.expires is not None:
            left = (agreement.expires - facts.today).days
            if left <= DAYS_AHEAD and not is_renewed(agreement, facts.plan):
                yield RUNS_OUT.at((*path, "expires"), f"The agreement {title} {_ending(agreement, left)}.")


def stuck(facts: Facts) -> Iterator[Problem]:
    """Agreements whose task is done, and that are not in force."""
    for place, agreement in enumerate(facts.plan.agreements):
        if is_stuck(agreement, _status(facts, agreement)):
            lacks = [] if agreement.signed else ["signed"]
            lacks += [] if agreement.put_into_practice else ["put into practice"]
            message = f"The task of the agreement {quoted(agreement.title)} is done, but it is not"
            yield STUCK.at(("agreements", place), f"{message} {listed(lacks, 'and not')}.")


def questions(facts: Facts) -> Iterator[Problem]:
    """Shared agreements with questions that they do not answer."""
    for place, agreement in enumerate(facts.plan.agreements):
        unanswered = [question for question in SharedQuestion if question not in agreement.answers]
        if agreement.kind is AgreementKind.SHARED and unanswered:
            number = f"{len(unanswered)} of the {count(len(SharedQuestion), 'question')}"
            message = f"{quoted(agreement.title)} leaves {number} open: {', '.join(unanswered)}."
            hint = f"Under answers: write {unanswered[0]}: and what was agreed; likewise for the others."
            path: Path = ("agreements", place)
            yield OPEN_QUESTIONS.at((*path, "answers") if agreement.answers else path, message, hint)


def _unbound(facts: Facts) -> Iterator[Lack]:
    for place, agreement in enumerate(facts.plan.agreements):
        parties = len(set(agreement.parties))
        if parties < 2:
            what = "only one party" if parties else "no parties yet"
            yield Lack(("agreements", place), agreement.title, what)


def _clash(facts: Facts, agreement: Agreement) -> tuple[str, str] | None:
    """The field that holds a day which cannot be right, and why."""
    signed, begun, end = agreement.signed, agreement.put_into_practice, agreement.expires
    for what, day in (("was signed", signed), ("was put into practice", begun)):
        if day is not None and end is not None and end < day:
            return "expires", f"ends on {long_day(end)}, before it {what} on {long_day(day)}"
    if signed is not None and facts.today is not None and signed > facts.today:
        later = f"after the status date, {long_day(facts.today)}"
        return "signed", f"is signed on {long_day(signed)}, {later}"
    return None


def _ending(agreement: Agreement, left: int) -> str:
    """``left``: calendar days from the status date to the last day on which it holds."""
    day = long_day(agreement.expires) if agreement.expires else ""
    if left < 0:
        return f"ran out on {day}"
    return f"runs out on {day}, in {count(left, 'day')}" if left else f"runs out today, on {day}"


def _status(facts: Facts, agreement: Agreement) -> Status | None:
    """The state of the task that brings it about; one that is late and not done is reported as a task."""
    row = facts.row_of(agreement.task)
    return None if row is None else (facts.scheduled(row) or row.task).status
