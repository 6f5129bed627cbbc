"""What a pathway does not offer its students, its year-one work plan, and training before its launch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, named, quoted, spoken
from pathwayctl.checks.shared_gaps import SharedGap, gathered, in_one_finding, incomplete, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.entries import incomplete as incomplete_entries
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.pathways.offerings import PathwayOffering, least_credits, offerings
from pathwayctl.evidence.pathways.pathway_routes import LAST_SCHOOL_GRADE
from pathwayctl.evidence.pathways.work_plan_rows import phase_gaps, work_plan_rows
from pathwayctl.model.vocabulary import FocusArea, Phase
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.wording import count, listed, long_day

FEW_CREDITS: Final = Rule("PW585")
NO_TRANSFER: Final = Rule("PW586")
ONE_MEASURE: Final = Rule("PW587")
OPEN_CHOICES: Final = Rule("PW588")
LATE_PLANS: Final = Rule("PW578")
NO_ADVANCED: Final = Rule("PW579")


TRANSFER_DIFFERS: Final = Rule("PW691")
OVERSTATED: Final = Rule("PW647")


@check(TRANSFER_DIFFERS, OVERSTATED)
def contradictions(index: PlanIndex) -> Iterator[Problem]:
    """Report pathways that say more about credits than their courses do."""
    for place, one in enumerate(index.ask(offerings)):
        title, path = quoted(one.pathway.title), ("pathways", place)
        if one.not_transferring:
            which = named(index, one.not_transferring)
            message = f"{title} says that its credits transfer, but those of {which} do not."
            yield TRANSFER_DIFFERS.at((*path, "transfers"), message)
        if one.overstates:
            message = f"{title} states {count(one.pathway.college_credits or 0, 'college credit')}, "
            message += f"but its courses up to grade 12 carry only {one.added}."
            hint = "Correct college_credits:, or add credits: to the courses that carry them."
            yield OVERSTATED.at((*path, "college_credits"), message, hint)


@check(FEW_CREDITS, NO_TRANSFER, ONE_MEASURE, OPEN_CHOICES, guides=("grades-9-14",))
def offers(index: PlanIndex) -> Iterator[Problem]:
    """Report what the grades 9-14 plan asks of each pathway and it does not have."""
    for place, one in enumerate(index.ask(offerings)):
        title, path = quoted(one.pathway.title), ("pathways", place)
        if one.has_few_credits:
            yield FEW_CREDITS.at(path, f"{title} {_credits(one)}.")
        if not one.transfers:
            known = one.transfers is not None
            whether = "has credits that do not" if known else "does not say whether its credits"
            yield NO_TRANSFER.at(path, f"{title} {whether} transfer to four-year public colleges.")
        if one.has_few_measures:
            few = "only one measure" if one.pathway.eligibility else "no measures"
            yield ONE_MEASURE.at(path, f"{title} has {few} for who may take college courses.")
        if one.open_choices:
            hint = f"Add {listed([f'{field}:' for field in one.open_choices])} to it."
            words = listed([spoken(field) for field in one.open_choices], "or")
            yield OPEN_CHOICES.at(path, f"{title} has no {words}.", hint)


@check(LATE_PLANS, NO_ADVANCED, guides=("components",))
def support(index: PlanIndex) -> Iterator[Problem]:
    """Report what the components ask of pathways, in one finding of each."""
    pathways = [(place, one.pathway.title, one) for place, one in enumerate(index.ask(offerings))]
    late = [(place, title) for place, title, one in pathways if not one.plans_in_time]
    subject = "pathway is", "pathways are"
    what = "not known to give every student an individual plan by 8th grade"
    yield from in_one_finding(index, LATE_PLANS, "pathways", late, subject, what)
    plain = [(place, title) for place, title, one in pathways if not one.pathway.advanced_academics]
    subject = "pathway has", "pathways have"
    yield from in_one_finding(index, NO_ADVANCED, "pathways", plain, subject, "no advanced academics")


def _credits(one: PathwayOffering) -> str:
    if one.in_focus is None:
        return "does not say how many college credits students can earn"
    number = count(one.in_focus, "college credit")
    if one.in_focus != one.credits:
        number += " in its career area"
    return f"leads to {number} before graduation, fewer than the required {least_credits()}"


UNTRAINED: Final = Rule("PW589")


@check(UNTRAINED, guides=("grades-9-14",))
def training(index: PlanIndex) -> Iterator[Problem]:
    """Report launches without training before them, or with training scheduled to end too late."""
    launches = [(place, one.launch) for place, one in enumerate(index.plan.pathways)]
    known = [(place, one) for place, one in launches if isinstance(one, date) or index.row_of(one)]
    if not known:
        return
    sessions = _sessions(index)
    for place, launch in known:
        yield from _before(index, sessions, place, launch)


def _sessions(index: PlanIndex) -> list[Row]:
    """The training before a launch; a summary does not count if its own tasks are tagged as training.

    Training that continues while the pathway runs belongs to the launch phase, and may end later.
    """
    found: list[Row] = []
    for row in reversed(index.live):
        if row.task.focus_area is FocusArea.DEVELOPMENT and not (found and found[-1].index < row.end):
            found.append(row)
    return [row for row in reversed(found) if row.task.phase is not Phase.LAUNCH]


def _before(
    index: PlanIndex, sessions: list[Row], place: int, launch: str | date | None
) -> Iterator[Problem]:
    title, path = quoted(index.plan.pathways[place].title), ("pathways", place, "launch")
    if not sessions:
        message = f"{title} has a launch, but no task trains teachers before it."
        yield UNTRAINED.at(path, message, "Add a task with focus_area: professional-development.")
        return
    row = None if isinstance(launch, date) else index.row_of(launch)
    placed = index.scheduled(row) if row else None
    day = launch if isinstance(launch, date) else placed.start if placed else None
    if day is None:
        return
    late = []
    for one in sessions:
        session = index.scheduled(one)
        if session is not None and session.finish >= day and one is not row:
            late.append(one.task.title)
    if late:
        number = count(len(late), "training task is", "training tasks are")
        start = f"{title} launches on {long_day(day)}"
        yield UNTRAINED.at(path, f"{start}, but {number} not finished before then: {named(index, late)}.")


UNSEQUENCED: Final = Rule("PW692")
_OF_EXPERIENCES: Final = ("grade", "skills", "outcome")


@check(UNSEQUENCED, guides=("grades-9-14", "components"))
def continuum(index: PlanIndex) -> Iterator[Problem]:
    """Report work-based learning without a grade, skills, or an outcome, once a pathway has any of these."""
    for place, pathway in enumerate(index.plan.pathways):
        given = pathway.work_based
        if not any(getattr(one, field) for one in given for field in _OF_EXPERIENCES):
            continue
        lacks = [
            without(("pathways", place, "work_based", number), one.title, missing)
            for number, one in enumerate(given)
            if (missing := [field for field in _OF_EXPERIENCES if not getattr(one, field)])
        ]
        yield from gathered(index, UNSEQUENCED, lacks, "experience")


NOBODY_BY_WHEN: Final = Rule("PW592")
NO_ROW: Final = Rule("PW593")
_ROW_ADVICE: Final = {
    "owner": "owner: with the person or organization responsible",
    "due date": "due: with the date, or tasks: with the ids of the tasks that lead to a deliverable",
}


@check(NOBODY_BY_WHEN, guides=("grades-9-14",))
def rows(index: PlanIndex) -> Iterator[Problem]:
    """Report what each row that is not done lacks; an owner is asked for once anyone can be one."""
    gaps = index.ask(work_plan_rows)
    lacks = []
    for place, row in enumerate(index.plan.work_plan):
        words = (("owner", gaps.unowned if index.parties else ()), ("due date", gaps.untimed))
        if missing := [word for word, places in words if place in places]:
            what, name = f"no {listed(missing, 'or')}", row.title or row.deliverable
            hint = f"Add {', and '.join(_ROW_ADVICE[one] for one in missing)}."
            lacks.append(SharedGap(("work_plan", place), name, what, hint))
    yield from gathered(index, NOBODY_BY_WHEN, lacks, "deliverable")


@check(NO_ROW, needs_all=True, guides=("grades-9-14",))
def areas(index: PlanIndex) -> Iterator[Problem]:
    """Report focus areas without a row, once there are rows; before that, tasks with a focus area count."""
    if missing := index.ask(work_plan_rows).empty_areas:
        hint = f"Under work_plan: add rows with focus_area: {listed(missing, 'or')}."
        message = f"The work plan has no row for {labels(missing)}."
        yield NO_ROW.at(index.guide("grades-9-14"), message, hint)


NO_DATES: Final = Rule("PW594")
OUT_OF_ORDER: Final = Rule("PW595")


@check(NO_DATES, OUT_OF_ORDER, needs_all=True, guides=("grades-9-14",))
def phases(index: PlanIndex) -> Iterator[Problem]:
    """Report what is missing or out of order, once any phase has dates."""
    gaps = index.ask(phase_gaps)
    if gaps.undated:
        hint = f"Under phases: add {{phase: {gaps.undated[0]}, from: ..., to: ...}}."
        yield NO_DATES.at(index.guide("grades-9-14"), f"No dates are set for {labels(gaps.undated)}.", hint)
    for place, one in gaps.reversed:
        days = f"begins on {long_day(one.first)} but ends on {long_day(one.last)}"
        yield OUT_OF_ORDER.at(("phases", place, "to"), f"{quoted(one.phase.label)} {days}.")
    for before, (place, after) in gaps.disordered:
        early = after.first <= before.first
        verb, day, other = (
            ("begins", after.first, before.first) if early else ("ends", after.last, before.last)
        )
        message = (
            f"{quoted(after.phase.label)} {verb} on {long_day(day)}, but the previous phase {verb} on "
            f"{long_day(other)}."
        )
        yield OUT_OF_ORDER.at(("phases", place, "from" if early else "to"), message)


VAGUE_MILESTONE: Final = Rule("PW644")
NO_COLLEGE_MILESTONE: Final = Rule("PW645")
VAGUE_EXTERNSHIP: Final = Rule("PW646")


@check(VAGUE_MILESTONE, guides=("components", "grades-9-14"))
def milestones(index: PlanIndex) -> Iterator[Problem]:
    """Report milestones that no one helps with, or that nothing shows."""
    vague = incomplete_entries(enumerate(index.plan.advising), "helper", "shown_by")
    yield from incomplete(index, VAGUE_MILESTONE, "advising", vague, "advising milestone")


@check(NO_COLLEGE_MILESTONE, needs_all=True, guides=("components", "grades-9-14"))
def advising(index: PlanIndex) -> Iterator[Problem]:
    """Report milestones that end with school; silent while there are none."""
    milestones = index.plan.advising
    if milestones and all(one.grade <= LAST_SCHOOL_GRADE for one in milestones):
        message = "The advising milestones end with high school; none is in the first college years."
        hint = "Add a milestone with grade: 13 or 14, such as Choose a major with an advisor"
        yield NO_COLLEGE_MILESTONE.at(("advising", len(milestones) - 1), message, hint)


@check(VAGUE_EXTERNSHIP)
def externships(index: PlanIndex) -> Iterator[Problem]:
    """Report externships without a day or a focus, and those that are over and brought no result yet."""
    lacks = []
    for place, one in enumerate(index.plan.externships):
        missing = [field for field in ("date", "focus") if getattr(one, field) is None]
        if one.date and index.today and one.date + timedelta(days=one.days or 1) <= index.today:
            missing += [] if one.result else ["result"]
        if missing:
            lacks.append(without(("externships", place), index.name_of(one.person), missing))
    yield from gathered(index, VAGUE_EXTERNSHIP, lacks, "externship of", "externships")
