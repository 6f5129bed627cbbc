"""Formal agreements: required ones that are missing, their parties, and whether they are in force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.shared_gaps import SharedGap, gathered
from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.evidence.governance.agreements import agreement_reviews, agreements_begun
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance import Agreement, AgreementKind, SharedQuestion
from pathwayctl.wording import count, listed, long_day

NOT_TWO: Final = Rule("PW556")
DAYS_CLASH: Final = Rule("PW557")
OPEN_QUESTIONS: Final = Rule("PW559")
EXPIRES: Final = Rule("PW602")
STALLED: Final = Rule("PW603")


@check(NOT_TWO, DAYS_CLASH, EXPIRES)
def agreements(index: PlanIndex) -> Iterator[Problem]:
    """Report agreements with too few parties, contradictory dates, or a last day that is near or past."""
    if agreements_begun(index):
        yield from gathered(index, NOT_TWO, _with_few_parties(index), "agreement")
    for place, review in enumerate(index.ask(agreement_reviews)):
        agreement, path = review.agreement, ("agreements", place)
        title = quoted(agreement.title)
        clash = _clash(index, agreement)
        if clash is not None:
            field, what = clash
            yield DAYS_CLASH.at((*path, field), f"The agreement {title} {what}.")
        elif review.to_renew and review.days_left is not None:
            message = f"The agreement {title} {_ending(agreement, review.days_left)}."
            yield EXPIRES.at((*path, "expires"), message)


@check(STALLED, guides=("components", "grades-9-14"))
def stalled(index: PlanIndex) -> Iterator[Problem]:
    """Report agreements whose task is done and that are not in force."""
    for place, review in enumerate(index.ask(agreement_reviews)):
        if review.stalled:
            agreement = review.agreement
            lacks = [] if agreement.signed else ["signed"]
            lacks += [] if agreement.put_into_practice else ["in effect"]
            message = f"The task for the agreement {quoted(agreement.title)} is done, but it is not"
            yield STALLED.at(("agreements", place), f"{message} {listed(lacks, 'or')}.")


@check(OPEN_QUESTIONS, guides=("grades-9-14",))
def questions(index: PlanIndex) -> Iterator[Problem]:
    """Report shared agreements that leave questions open, once one is answered or the agreement is signed."""
    for place, review in enumerate(index.ask(agreement_reviews)):
        agreement, unanswered = review.agreement, review.open_questions
        if unanswered and (agreement.answers or agreement.signed):
            number = f"{len(unanswered)} of the {count(len(SharedQuestion), 'question')}"
            title = quoted(agreement.title)
            message = f"{title} leaves {number} unanswered: {listed(unanswered)}."
            hint = f"Under answers:, add {listed([f'{one}:' for one in unanswered])} with what was agreed."
            path: Path = ("agreements", place)
            yield OPEN_QUESTIONS.at((*path, "answers") if agreement.answers else path, message, hint)


def _with_few_parties(index: PlanIndex) -> Iterator[SharedGap]:
    for place, review in enumerate(index.ask(agreement_reviews)):
        if review.parties < 2:
            what = "only one party" if review.parties else "no parties yet"
            yield SharedGap(("agreements", place), review.agreement.title, what)


def _clash(index: PlanIndex, agreement: Agreement) -> tuple[str, str] | None:
    """Return the field with a date that cannot be right and why, if there is one."""
    signed, begun, end = agreement.signed, agreement.put_into_practice, agreement.expires
    for what, day in (("was signed", signed), ("took effect", begun)):
        if day is not None and end is not None and end < day:
            return "expires", f"ends on {long_day(end)}, before it {what} on {long_day(day)}"
    if signed is not None and index.today is not None and signed > index.today:
        later = f"after the status date, {long_day(index.today)}"
        return "signed", f"is signed on {long_day(signed)}, {later}"
    return None


def _ending(agreement: Agreement, left: int) -> str:
    """``left``: calendar days from the status date to its last day."""
    day = long_day(agreement.expires) if agreement.expires else ""
    if left < 0:
        return f"expired on {day}"
    return f"expires on {day}, in {count(left, 'day')}" if left else f"expires today, {day}"


NO_MOU: Final = Rule("PW555")
NO_DATA: Final = Rule("PW558")


@check(NO_MOU, needs_all=True, guides=("components", "grades-9-14"))
def understanding(index: PlanIndex) -> Iterator[Problem]:
    """Report that no agreement is a memorandum of understanding, once there are agreements."""
    agreements = index.plan.agreements
    if agreements and not any(one.kind is AgreementKind.MOU for one in agreements):
        path = index.guide("components", "grades-9-14")
        yield NO_MOU.at(path, "No agreement is a memorandum of understanding.")


@check(NO_DATA, needs_all=True, guides=("components",))
def data(index: PlanIndex) -> Iterator[Problem]:
    """Report that no agreement covers data sharing, once there are agreements."""
    agreements = index.plan.agreements
    if agreements and not any(
        one.kind is AgreementKind.DATA or SharedQuestion.DATA in one.answers for one in agreements
    ):
        yield NO_DATA.at(index.guide("components"), "No agreement covers how partners share data.")
