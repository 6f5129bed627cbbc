"""Critical occupations with their figures, what each has, and what employers say (steps 5 and 7).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. That every
critical occupation needs KSAs and a program, or a recorded gap, is our own reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from pathwayctl.evidence.talent.attainment import Coverage, attainment
from pathwayctl.evidence.talent.occupations import CODE, occupation_gaps
from pathwayctl.handouts.cells import Columns, Row, blank_rows, bulleted, some
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.wording import count, money

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.talent import Occupation

WIDTH: Final = 7
COVERAGE_WIDTH: Final = 4


@dataclass(frozen=True, slots=True)
class Occupations:
    """The page. ``accounts``, what employers say, are not for the public."""

    accounts_columns: ClassVar[Columns] = (
        "Occupation",
        "What employers say about it",
    )
    coverage_columns: ClassVar[Columns] = (
        ("Occupation", "left", "wide"),
        ("KSAs listed", "right", "narrow"),
        ("Programs that prepare for it", "left", "wide"),
        "Recorded gap",
    )
    columns: ClassVar[Columns] = (
        ("Occupation", "left", "wide"),
        ("Code", "left", "narrow"),
        ("Openings per year", "right", "narrow"),
        ("Median annual wage", "right", "narrow"),
        ("Ten-year growth", "right", "narrow"),
        ("Hiring difficulty", "left", "narrow"),
        "Entry education",
    )
    rows: tuple[Row, ...]
    sources: tuple[str, ...]
    gaps: tuple[str, ...]
    coverage: tuple[Row, ...]
    open: str
    accounts: tuple[Row, ...]
    silent: str


def view(context: Context) -> Occupations:
    """The critical occupations in the order of the plan."""
    occupations = context.plan.occupations
    has, found = context.index.ask(attainment).coverage, context.index.ask(occupation_gaps)
    uncovered = [occupations[place].title for place in found.uncovered]
    frank = context.audience is not Audience.PUBLIC
    silent = [occupations[place].title for place in found.without_account]
    return Occupations(
        rows=tuple(_row(one, context) for one in occupations) or blank_rows(WIDTH, 8),
        sources=tuple(dict.fromkeys(one.source for one in occupations if one.source)),
        gaps=tuple(_gaps(context)),
        coverage=tuple(_covered(one, context) for one in has) or blank_rows(COVERAGE_WIDTH, 8),
        open=f"No KSAs or no program, and no recorded gap: {some(uncovered)}." if uncovered else "",
        accounts=tuple((one.title, one.employers_account or "") for one in occupations) or blank_rows(2, 8)
        if frank
        else (),
        silent=f"No employers’ account yet: {some(silent)}." if frank and silent else "",
    )


def _row(one: Occupation, context: Context) -> Row:
    return (
        one.title,
        code_of(one),
        "" if one.annual_openings is None else f"{one.annual_openings:,}",
        wage_words(one, context),
        growth_words(one.growth),
        one.difficulty.label if one.difficulty else "",
        one.entry_education.label if one.entry_education else "",
    )


def code_of(one: Occupation) -> str:
    """Its O*NET-SOC code, else its SOC code."""
    return one.onet or one.soc or ""


def wage_words(one: Occupation, context: Context) -> str:
    """``$58,700``, or an empty text if the wage is not known."""
    return "" if one.median_wage is None else money(one.median_wage, context.plan.project.currency)


def growth_words(growth: float | None) -> str:
    """``+4.5%``, ``-2%``, ``0%``, or an empty text if it is not known."""
    if growth is None:
        return ""
    return f"{growth:+.6g}%" if growth else "0%"


def _covered(one: Coverage, context: Context) -> Row:
    plan = context.plan
    occupation = next(it for it in plan.occupations if it.id == one.occupation)
    titles = {program.id: program.title for program in plan.programs}
    return (
        occupation.title,
        str(len(one.ksas)) if one.ksas else "",
        bulleted(titles[key] for key in one.programs),
        occupation.gap or "",
    )


_FIGURES: Final = {
    CODE: "no code",
    "annual_openings": "no openings",
    "median_wage": "no median wage",
    "growth": "no growth",
    "difficulty": "no hiring difficulty",
    "entry_education": "no entry education",
}


def _gaps(context: Context) -> Iterator[str]:
    """Which figures are missing, and for which occupations."""
    found = context.index.ask(occupation_gaps)
    for figure, words in _FIGURES.items():
        if missing := [one.entry.title for one in found.figures if figure in one.missing]:
            yield f"{count(len(missing), 'occupation has', 'occupations have')} {words}: {some(missing)}."


HANDOUT: Final = one_page(
    "occupations",
    "Critical occupations",
    COLORADO.format("steps 5 and 7"),
    "The most important occupations: openings, wages, growth, and what employers say about them.",
    view,
    guides=(Guide.SECTOR,),
    sections=("occupations",),
)
