"""Critical occupations with their figures, what each has, and what employers say (steps 5 and 7).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. That every
critical occupation needs KSAs and a program, or a recorded gap, is our own interpretation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.evidence.talent.attainment import Coverage, attainment
from pathwayctl.evidence.talent.occupations import CODE, occupation_gaps
from pathwayctl.handouts.cells import bulleted, some
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import Column, Columns, Table, table_of
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.wording import count, money

if TYPE_CHECKING:
    from pathwayctl.evidence.entries import Incomplete
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.talent import Occupation

FIGURES: Final[Columns[Occupation]] = (
    Column("Occupation", lambda one, _: one.title, "wide"),
    Column("Code", lambda one, _: code_of(one), "narrow"),
    Column("Openings per year", lambda one, _: openings_of(one), "narrow", "right"),
    Column("Median annual wage", lambda one, context: wage_words(one, context), "narrow", "right"),
    Column("Ten-year growth", lambda one, _: growth_words(one.growth), "narrow", "right"),
    Column("Hiring difficulty", lambda one, _: one.difficulty.label if one.difficulty else "", "narrow"),
    Column("Entry education", lambda one, _: entry_education(one)),
)
COVERAGE: Final[Columns[tuple[Occupation, Coverage]]] = (
    Column("Occupation", lambda one, _: one[0].title, "wide"),
    Column("KSAs listed", lambda one, _: str(len(one[1].ksas) or ""), "narrow", "right"),
    Column("Programs that prepare for it", lambda one, context: _programs(one[1], context), "wide"),
    Column("Recorded gap", lambda one, _: one[0].gap or ""),
)
ACCOUNTS: Final[Columns[Occupation]] = (
    Column("Occupation", lambda one, _: one.title),
    Column("What employers say about it", lambda one, _: one.employers_account or ""),
)


@dataclass(frozen=True, slots=True)
class Occupations:
    """The page. ``accounts``, what employers say, are not for the public."""

    figures: Table
    sources: tuple[str, ...]
    gaps: tuple[str, ...]
    coverage: Table
    open: str
    accounts: Table
    silent: str


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
        sources=tuple(dict.fromkeys(one.source for one in occupations if one.source)),
        gaps=tuple(_gaps(context)),
        coverage=table_of(COVERAGE, [(by_id[one.occupation], one) for one in has], context, blank=8),
        open=f"No KSAs or no program, and no recorded gap: {some(uncovered)}." if uncovered else "",
        accounts=table_of(ACCOUNTS, occupations if frank else (), context, blank=8 if frank else 0),
        silent=f"No employers’ account yet: {some(silent)}." if frank and silent else "",
    )


def code_of(one: Occupation) -> str:
    """Return its O*NET-SOC code, else its SOC code."""
    return one.onet or one.soc or ""


def wage_words(one: Occupation, context: Context) -> str:
    """Return ``$58,700``, or an empty text if the wage is not known."""
    return "" if one.median_wage is None else money(one.median_wage, context.plan.project.currency)


def growth_words(growth: float | None) -> str:
    """Return ``+4.5%``, ``-2%``, ``0%``, or an empty text if it is not known."""
    if growth is None:
        return ""
    return f"{growth:+.6g}%" if growth else "0%"


def openings_of(one: Occupation) -> str:
    """Return ``1,240``, or an empty text if the openings are not known."""
    return "" if one.annual_openings is None else f"{one.annual_openings:,}"


def entry_education(one: Occupation) -> str:
    """Return the education that it takes to begin, or an empty text if it is not known."""
    return one.entry_education.label if one.entry_education else ""


def _programs(one: Coverage, context: Context) -> str:
    titles = {program.id: program.title for program in context.plan.programs}
    return bulleted(titles[key] for key in one.programs)


_FIGURES: Final = {
    CODE: "no code",
    "annual_openings": "no openings",
    "median_wage": "no median wage",
    "growth": "no growth",
    "difficulty": "no hiring difficulty",
    "entry_education": "no entry education",
}


def _gaps(context: Context) -> Iterator[str]:
    return lacking(context.index.ask(occupation_gaps).figures, _FIGURES, "occupation has", "occupations have")


def lacking(found: Iterable[Incomplete[Any]], words: Mapping[str, str], one: str, many: str) -> Iterator[str]:
    """Yield a sentence for each field that some titled entries lack: how many, and which."""
    lacks = tuple(found)
    for field, said in words.items():
        if missing := [lack.entry.title for lack in lacks if field in lack.missing]:
            yield f"{count(len(missing), one, many)} {said}: {some(missing)}."


HANDOUT: Final = one_page(
    "occupations",
    "Critical occupations",
    COLORADO.format("steps 5 and 7"),
    "The most important occupations: openings, wages, growth, and what employers say about them.",
    view,
    guides=(Guide.SECTOR,),
    sections=("occupations",),
)
