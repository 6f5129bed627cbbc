"""Critical occupations with their figures, what each has, and what employers say (steps 5 and 7).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. That every
critical occupation needs KSAs and a program, or a recorded gap, is our own interpretation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pathwayctl.evidence.entries import Incomplete
from pathwayctl.evidence.talent.attainment import SkillCoverage, attainment
from pathwayctl.evidence.talent.occupations import CODE, occupation_gaps
from pathwayctl.evidence.talent.wages import employers_demand, flags, median_wage, yearly_openings
from pathwayctl.handouts.cells import bulleted, figure, from_to, some, stacked
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Head, Row, table, table_of
from pathwayctl.handouts.talent.critical_ranking import Ranking, flagged_table, ranking, threshold_words
from pathwayctl.language import marked, phrase
from pathwayctl.model.talent import Occupation
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, money

FIGURES: Final[Columns[Occupation]] = (
    Column("Occupation", lambda one, _: title_of(one), "wide"),
    Column("Code", lambda one, _: code_of(one), "narrow"),
    Column("Openings per year", lambda one, _: openings_words(one), "narrow", "right"),
    Column("Median wage", lambda one, context: wage_words(one, context), "narrow", "right"),
    Column("Ten-year growth", lambda one, _: growth_words(one.growth), "narrow", "right"),
    Column("Hiring difficulty", lambda one, _: one.difficulty.label if one.difficulty else "", "narrow"),
    Column("Entry education", lambda one, _: entry_education(one)),
    Column("High-wage, in demand", lambda one, context: flag_words(one, context), "narrow", spare=True),
    Column("Employers’ plans", lambda one, _: plan_words(one), spare=True),
)
COVERAGE: Final[Columns[tuple[Occupation, SkillCoverage]]] = (
    Column("Occupation", lambda one, _: one[0].title, "wide"),
    Column("KSAs listed", lambda one, _: str(len(one[1].ksas) or ""), "narrow", "right"),
    Column("Programs that prepare for it", lambda one, context: _programs(one[1], context), "wide"),
    Column("Recorded gap", lambda one, _: one[0].gap or ""),
)
ACCOUNTS: Final[Columns[Occupation]] = (
    Column("Occupation", lambda one, _: one.title),
    Column("What employers say about it", lambda one, _: one.employers_account or ""),
)


DEMAND: Final = (
    Head(marked("Occupation"), width="wide"),
    Head(marked("Employer"), width="wide"),
    Head(marked("Hires planned"), "right", "narrow"),
)


@dataclass(frozen=True, slots=True)
class Occupations:
    """The page. ``accounts`` and ``demand``, what employers say, are not for the public.

    ``flagged`` are the occupations that are high-wage, in demand, or both, by the project's thresholds.
    """

    figures: HandoutTable
    flagged: HandoutTable
    thresholds: str
    ranking: Ranking | None
    sources: tuple[str, ...]
    gaps: tuple[str, ...]
    coverage: HandoutTable
    open: str
    accounts: HandoutTable
    silent: str
    demand: HandoutTable


def view(context: Context) -> Occupations:
    """Return the critical occupations in the order of the plan."""
    occupations = context.plan.occupations
    has, found = context.index.ask(attainment).coverage, context.index.ask(occupation_gaps)
    uncovered = [occupations[place].title for place in found.uncovered]
    frank = context.audience is not Audience.PUBLIC
    silent = [occupations[place].title for place in found.without_account]
    by_id = {one.id: one for one in reversed(occupations)}
    return Occupations(
        figures=table_of(FIGURES, occupations, context, blank=8),
        flagged=flagged_table(context),
        thresholds=threshold_words(context),
        ranking=ranking(context),
        sources=tuple(dict.fromkeys(one.source for one in occupations if one.source)),
        gaps=tuple(_gaps(context)),
        coverage=table_of(COVERAGE, [(by_id[one.occupation], one) for one in has], context, blank=8),
        open=phrase("No KSAs or no program, and no recorded gap: {uncovered}.", uncovered=some(uncovered))
        if uncovered
        else "",
        accounts=table_of(ACCOUNTS, occupations if frank else (), context, blank=8 if frank else 0),
        silent=phrase("No employers’ account yet: {silent}.", silent=some(silent))
        if frank and silent
        else "",
        demand=table(DEMAND, _demand(context) if frank else ()),
    )


def code_of(one: Occupation) -> str:
    """Return its O*NET-SOC code, else its SOC code."""
    return one.onet or one.soc or ""


def title_of(one: Occupation) -> str:
    """Return its title, and below it the titles that employers use."""
    return stacked(
        one.title,
        phrase("Also called: {also_called}", also_called=some(one.also_called)) if one.also_called else "",
    )


def wage_words(one: Occupation, context: Context) -> str:
    """Return ``$58,700 a year``, with a range below it, or an empty text if no wage is known."""
    currency, median, wage = context.plan.project.currency, median_wage(one), one.wage
    middle = f"{money(median[0], currency)} {median[1].label}" if median else ""
    if wage is None or (wage.low is None and wage.high is None):
        return middle
    ends = [money(end, currency) for end in (wage.low, wage.high) if end is not None]
    words = from_to(*ends)
    if len(ends) == 1:
        words = f"{phrase('From') if wage.high is None else phrase('Up to')} {words}"
    return stacked(middle, f"{words} {wage.per.label}")


def openings_words(one: Occupation) -> str:
    """Return the openings a year, and below them what employers say, what is open now, and forecasts."""
    found = one.openings_range
    return stacked(
        figure(one.annual_openings),
        phrase("{low:,} to {high:,}", low=found.low, high=found.high) if found else "",
        ""
        if one.employers_openings is None
        else phrase("Employers say {employers_openings:,}", employers_openings=one.employers_openings),
        ""
        if one.current_openings is None
        else phrase("{current_openings:,} open now", current_openings=one.current_openings),
        *(
            phrase("{openings:,} expected in {year}", openings=it.openings, year=it.year)
            for it in one.forecast
        ),
    )


def flag_words(one: Occupation, context: Context) -> str:
    """Return ``High-wage``, ``In demand``, both, or an empty text."""
    found = context.index.ask(flags)
    parts = ((phrase("High-wage"), found.high_wage), (phrase("In demand"), found.in_demand))
    return stacked(*(label for label, keys in parts if one.id in keys))


def plan_words(one: Occupation) -> str:
    """Return ``6 employers plan 24 hires``, or what is known of it."""
    employers, hires = employers_demand(one)
    who = "" if employers is None else count(employers, "employer")
    people = "" if hires is None else count(hires, "hire")
    if who and people:
        said = marked("{employer} plans {hires}") if employers == 1 else marked("{employers} plan {hires}")
        return phrase(said, employer=who, employers=who, hires=people)
    return (phrase("{who} hiring", who=who) if who else "") or (
        phrase("{people} planned", people=people) if people else ""
    )


def growth_words(growth: float | None) -> str:
    """Return ``+4.5%``, ``−2%`` with a minus sign, ``0%``, or an empty text if it is not known."""
    if growth is None:
        return ""
    return f"{growth:+.6g}%".replace("-", "\N{MINUS SIGN}") if growth else "0%"


def openings_of(one: Occupation) -> str:
    """Return ``1,240`` openings a year, or an empty text if they are not known."""
    return figure(yearly_openings(one))


def entry_education(one: Occupation) -> str:
    """Return the education that it takes to begin, or an empty text if it is not known."""
    return one.entry_education.label if one.entry_education else ""


def _programs(one: SkillCoverage, context: Context) -> str:
    titles = {program.id: program.title for program in context.plan.programs}
    return bulleted(titles[key] for key in one.programs)


def _demand(context: Context) -> Iterator[Row]:
    for one in context.plan.occupations:
        for it in one.demand:
            yield one.title, context.name(it.employer), figure(it.hires)


_FIGURES: Final = {
    CODE: marked("no code"),
    "annual_openings": marked("no openings"),
    "median_wage": marked("no wage"),
    "growth": marked("no growth"),
    "difficulty": marked("no hiring difficulty"),
    "entry_education": marked("no entry education"),
}


def _gaps(context: Context) -> Iterator[str]:
    return lacking(
        context.index.ask(occupation_gaps).figures,
        _FIGURES,
        phrase("occupation has"),
        phrase("occupations have"),
    )


def lacking(found: Iterable[Incomplete[Any]], words: Mapping[str, str], one: str, many: str) -> Iterator[str]:
    """Yield a sentence for each field that some titled entries lack: how many, and which."""
    lacks = tuple(found)
    for field, said in words.items():
        if missing := [lack.entry.title for lack in lacks if field in lack.missing]:
            yield phrase(
                "{entries} {lack}: {missing}.",
                entries=count(len(missing), one, many),
                lack=phrase(said),
                missing=some(missing),
            )


HANDOUT: Final = one_page(
    "occupations",
    "Critical occupations",
    COLORADO.format("steps 5 and 7"),
    "The most important occupations: openings, wages, growth, and what employers say about them.",
    view,
    guides=(Guide.SECTOR,),
    sections=("occupations",),
)
