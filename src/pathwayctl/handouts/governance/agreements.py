"""The register of agreements: in force or not, expiring, stalled, and what shared agreements leave open.

Sources: Texas Regional Pathways Network, Key Stakeholders, Cross-Sector Partnerships (partners develop,
sign, and carry out agreements); Pathways to Prosperity Network, Grades 9-14 work plan, Shared
Agreements (eight questions). The register itself is ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.governance.agreements import (
    DAYS_AHEAD,
    AgreementReview,
    AgreementState,
    agreement_reviews,
)
from pathwayctl.handouts.cells import bulleted, some, stacked, unsaid, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import STAKEHOLDERS, WORK_PLAN, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, table, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.governance import Agreement, AgreementKind, SharedQuestion
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

AGREEMENTS: Final[Columns[AgreementReview]] = (
    Column("Agreement", lambda one, _: _what(one.agreement), "wide"),
    Column("Parties", lambda one, context: bulleted(map(context.name, one.agreement.parties))),
    Column("Owner", lambda one, context: context.name(one.agreement.owner)),
    Column("Signed", lambda one, context: _signed(one.agreement, context), "narrow", spare=True),
    Column("In effect since", lambda one, _: when(one.agreement.put_into_practice), "narrow", spare=True),
    Column("Expires", lambda one, _: when(one.agreement.expires), "narrow", spare=True),
    Column("Status", lambda one, _: _status(one)),
)
ANSWERS: Final = (marked("Question"), Head(marked("What was agreed"), width="wide"))


@dataclass(frozen=True, slots=True)
class SharedAnswers:
    """One shared agreement: its questions with the answers, and how many are unanswered."""

    title: str
    answers: HandoutTable
    gap: str


@dataclass(frozen=True, slots=True)
class Register:
    """The page: how many agreements have each status, the agreements, and the shared answers."""

    facts: tuple[tuple[str, str], ...]
    undated: str
    agreements: HandoutTable
    gaps: tuple[str, ...]
    shared: tuple[SharedAnswers, ...]


def view(context: Context) -> Register:
    """Return all agreements as of the status date, or a form if there are none."""
    found, today = context.index.ask(agreement_reviews), context.index.today
    no_day = phrase("The project has no status date, so the page cannot show which agreements have expired.")
    return Register(
        tuple(_facts(found)),
        no_day if today is None and any(review.agreement.expires for review in found) else "",
        table_of(AGREEMENTS, found, context, blank=6),
        tuple(_gaps(found)),
        tuple(_shared(review) for review in found if review.agreement.kind is AgreementKind.SHARED)
        or (() if found else (SharedAnswers(phrase("A shared agreement"), _answers({}), ""),)),
    )


def _facts(found: tuple[AgreementReview, ...]) -> Iterator[tuple[str, str]]:
    for state in AgreementState:
        if number := sum(review.state is state for review in found):
            yield state.label, count(number, "agreement")


def _what(one: Agreement) -> str:
    return stacked(one.title, unsaid(one.kind.label, one.title), one.link or "")


def _signed(one: Agreement, context: Context) -> str:
    """Return when it was signed, else when the task that produces it should finish."""
    task = context.schedule.by_id.get(one.task or "")
    return when(one.signed) or (phrase("Planned for {finish}", finish=when(task.finish)) if task else "")


def _status(review: AgreementReview) -> str:
    ending = review.state in (AgreementState.EXPIRING, AgreementState.EXPIRED)
    return stacked(
        review.state.label,
        phrase("Renewed") if review.renewed and ending else "",
        phrase("Stalled") if review.stalled else "",
        count(len(review.open_questions), "open question") if review.open_questions else "",
    )


def _gaps(found: tuple[AgreementReview, ...]) -> Iterator[str]:
    for review in found:
        if review.to_renew and review.days_left is not None:
            ending = _ending(review.agreement, review.days_left)
            yield phrase(
                "“{agreement}” {ending}. Renew or replace it.",
                agreement=review.agreement.title,
                ending=ending,
            )
    if stalled := _titles(review for review in found if review.stalled):
        yield phrase(
            "The work is done, but these are not signed or not in effect: {stalled}.", stalled=stalled
        )
    if few := _titles(review for review in found if review.parties < 2):
        yield phrase("Fewer than two parties are named: {few}.", few=few)
    if without := _titles(review for review in found if review.agreement.owner is None):
        yield phrase("No owner yet: {without}.", without=without)


def _titles(reviews: Iterator[AgreementReview]) -> str:
    return some([f"“{review.agreement.title}”" for review in reviews])


def _ending(one: Agreement, left: int) -> str:
    day = when(one.expires)
    if left < 0:
        return phrase("expired on {day}", day=day)
    return (
        phrase("expires on {day}, in {days}", day=day, days=count(left, "day"))
        if left
        else phrase("expires today, {day}", day=day)
    )


def _shared(review: AgreementReview) -> SharedAnswers:
    number = phrase(
        "{number} of {questions}",
        number=len(review.open_questions),
        questions=count(len(SharedQuestion), "question"),
    )
    gap = phrase("{number} unanswered.", number=number) if review.open_questions else ""
    return SharedAnswers(review.agreement.title, _answers(review.agreement.answers), gap)


def _answers(answers: dict[SharedQuestion, str]) -> HandoutTable:
    return table(ANSWERS, ((question.label, answers.get(question, "")) for question in SharedQuestion))


ABOUT: Final = (
    f"What partners have agreed on: in force, within {DAYS_AHEAD} days of its end, expired, or still to come."
)
HANDOUT: Final = one_page(
    "agreements",
    "Register of agreements",
    STAKEHOLDERS.format("Cross-Sector Partnerships"),
    ABOUT,
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.COMPONENTS, Guide.GRADES_9_14),
    sections=("agreements",),
    source_elsewhere=WORK_PLAN.format("Shared Agreements"),
)
