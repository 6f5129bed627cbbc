"""Formal agreements: whom they bind, and whether they are signed, carried out and still hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import Lack, gathered
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.governance.agreements import DAYS_AHEAD, is_renewed, is_stuck
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance_words import AgreementKind, SharedQuestion
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count, listed, long_day

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.model.governance import Agreement

NOT_TWO: Final = Rule("PW556")
DAYS_CLASH: Final = Rule("PW557")
OPEN_QUESTIONS: Final = Rule("PW559")
RUNS_OUT: Final = Rule("PW602")
STUCK: Final = Rule("PW603")


@check(NOT_TWO, DAYS_CLASH, RUNS_OUT)
def agreements(index: PlanIndex) -> Iterator[Problem]:
    """The parties and the days of each agreement."""
    yield from gathered(NOT_TWO, _unbound(index), "agreement")
    for place, agreement in enumerate(index.plan.agreements):
        title, path = quoted(agreement.title), ("agreements", place)
        clash = _clash(index, agreement)
        if clash is not None:
            field, what = clash
            yield DAYS_CLASH.at((*path, field), f"The agreement {title} {what}.")
        elif index.today is not None and agreement.expires is not None:
            left = (agreement.expires - index.today).days
            if left <= DAYS_AHEAD and not is_renewed(agreement, index.plan):
                yield RUNS_OUT.at((*path, "expires"), f"The agreement {title} {_ending(agreement, left)}.")


@check(STUCK, guides=("components", "grades-9-14"))
def stuck(index: PlanIndex) -> Iterator[Problem]:
    """Agreements whose task is done, and that are not in force."""
    for place, agreement in enumerate(index.plan.agreements):
        if is_stuck(agreement, _status(index, agreement)):
            lacks = [] if agreement.signed else ["signed"]
            lacks += [] if agreement.put_into_practice else ["put into practice"]
            message = f"The task of the agreement {quoted(agreement.title)} is done, but it is not"
            yield STUCK.at(("agreements", place), f"{message} {listed(lacks, 'and not')}.")


@check(OPEN_QUESTIONS, guides=("grades-9-14",))
def questions(index: PlanIndex) -> Iterator[Problem]:
    """Shared agreements with questions that they do not answer."""
    for place, agreement in enumerate(index.plan.agreements):
        unanswered = [question for question in SharedQuestion if question not in agreement.answers]
        if agreement.kind is AgreementKind.SHARED and unanswered:
            number = f"{len(unanswered)} of the {count(len(SharedQuestion), 'question')}"
            message = f"{quoted(agreement.title)} leaves {number} open: {', '.join(unanswered)}."
            hint = f"Under answers: write {unanswered[0]}: and what was agreed; likewise for the others."
            path: Path = ("agreements", place)
            yield OPEN_QUESTIONS.at((*path, "answers") if agreement.answers else path, message, hint)


def _unbound(index: PlanIndex) -> Iterator[Lack]:
    for place, agreement in enumerate(index.plan.agreements):
        parties = len(set(agreement.parties))
        if parties < 2:
            what = "only one party" if parties else "no parties yet"
            yield Lack(("agreements", place), agreement.title, what)


def _clash(index: PlanIndex, agreement: Agreement) -> tuple[str, str] | None:
    """The field that holds a day which cannot be right, and why."""
    signed, begun, end = agreement.signed, agreement.put_into_practice, agreement.expires
    for what, day in (("was signed", signed), ("was put into practice", begun)):
        if day is not None and end is not None and end < day:
            return "expires", f"ends on {long_day(end)}, before it {what} on {long_day(day)}"
    if signed is not None and index.today is not None and signed > index.today:
        later = f"after the status date, {long_day(index.today)}"
        return "signed", f"is signed on {long_day(signed)}, {later}"
    return None


def _ending(agreement: Agreement, left: int) -> str:
    """``left``: calendar days from the status date to the last day on which it holds."""
    day = long_day(agreement.expires) if agreement.expires else ""
    if left < 0:
        return f"ran out on {day}"
    return f"runs out on {day}, in {count(left, 'day')}" if left else f"runs out today, on {day}"


def _status(index: PlanIndex, agreement: Agreement) -> Status | None:
    """The state of the task that brings it about; one that is late and not done is reported as a task."""
    row = index.row_of(agreement.task)
    return None if row is None else (index.scheduled(row) or row.task).status
