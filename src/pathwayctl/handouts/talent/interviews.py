"""The employers' voice: interviews by employer and day, surveys, and the corrected list (step 7).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. A quote is
printed only with the employer's consent; that is our own rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.talent.employers import heard_occupations, unasked_consent
from pathwayctl.handouts.cells import bulleted, figure, some, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, Row, table, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.talent_employers import Interview, Survey
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

INTERVIEWS: Final[Columns[Interview]] = (
    Column("Employer", lambda one, context: context.name(one.employer)),
    Column("Date", lambda one, _: when(one.date), "narrow"),
    Column("People", lambda one, context: context.names(one.people)),
    Column("Occupations", lambda one, context: bulleted(_titles(one, context))),
    Column("What was said", lambda one, _: one.summary or "", "wide"),
    Column("Quote", lambda one, _: quote_words(one), "wide"),
)
RESULTS: Final = (
    Head(marked("Question"), width="wide"),
    Head(marked("Answer"), width="wide"),
    Head(marked("Employers"), "right", "narrow"),
)
HEARD: Final = (
    Head(marked("Occupation"), width="wide"),
    Head(marked("Interviews with"), width="wide"),
    Head(marked("Survey answers"), "right", "narrow"),
    Head(marked("Openings published"), "right", "narrow"),
    Head(marked("Openings as employers say"), "right", "narrow", spare=True),
)


@dataclass(frozen=True, slots=True)
class SurveyPart:
    """One survey: how many employers answered, and what."""

    title: str
    facts: tuple[tuple[str, str], ...]
    results: HandoutTable


@dataclass(frozen=True, slots=True)
class EmployersVoice:
    """The page; ``heard`` is the list of occupations, corrected by what employers said."""

    interviews: HandoutTable
    consent: str
    surveys: tuple[SurveyPart, ...]
    heard: HandoutTable
    unheard: str


def view(context: Context) -> EmployersVoice:
    """Return the interviews by day, the surveys, and the corrected list."""
    plan = context.plan
    dated = sorted(plan.interviews, key=lambda one: (one.date is None, str(one.date)))
    open_consent = len(context.index.ask(unasked_consent))
    heard = context.index.ask(heard_occupations)
    unheard = [one.title for one in plan.occupations if one.id not in heard]
    began = bool(plan.interviews or plan.surveys)
    return EmployersVoice(
        interviews=table_of(INTERVIEWS, dated, context, blank=8),
        consent=phrase("Consent has not been asked for {quotes}.", quotes=count(open_consent, "quote"))
        if open_consent
        else "",
        surveys=tuple(_survey(one) for one in plan.surveys),
        heard=table(HEARD, _heard(context), blank=8),
        unheard=phrase("Employers have not been heard yet on {unheard}.", unheard=some(unheard))
        if began and unheard
        else "",
    )


def quote_words(one: Interview) -> str:
    """Return the quote if it may be used, else that it is kept."""
    if not one.quote:
        return ""
    return (
        phrase("“{quote}” (may be quoted)", quote=one.quote)
        if one.consent
        else phrase("Kept, not printed without consent")
    )


def _titles(one: Interview, context: Context) -> Iterator[str]:
    return (it.title for it in context.plan.occupations if it.id in one.occupations)


def _survey(one: Survey) -> SurveyPart:
    facts = (
        (phrase("Closed"), when(one.date)),
        (phrase("Employers asked"), figure(one.sent)),
        (phrase("Employers that answered"), figure(one.answered)),
    )
    rows = ((it.question, it.answer, f"{it.count:,}") for it in one.results)
    return SurveyPart(one.title, facts, table(RESULTS, rows, blank=6))


def _heard(context: Context) -> Iterator[Row]:
    plan = context.plan
    for one in plan.occupations:
        spoke = dict.fromkeys(it.employer for it in plan.interviews if one.id in it.occupations)
        answers = [it.count for survey in plan.surveys for it in survey.results if it.occupation == one.id]
        found = one.openings_range
        yield (
            one.title,
            stacked(*(context.name(key) for key in spoke)),
            f"{sum(answers):,}" if answers else "",
            figure(one.annual_openings)
            or (phrase("{low:,} to {high:,}", low=found.low, high=found.high) if found else ""),
            figure(one.employers_openings),
        )


HANDOUT: Final = one_page(
    "interviews",
    "Employers’ voice",
    COLORADO.format("step 7"),
    "What employers said in interviews and surveys, and how it corrects the list of occupations.",
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.SECTOR,),
    sections=("interviews", "surveys"),
)
