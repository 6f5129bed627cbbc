"""Critical occupations with their figures, what each has, and what employers say (steps 5 and 7).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary. That every
critical occupation needs KSAs and a program, or a gap that is written down, is our own reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.talent.attainment import Coverage, attainment_map
from pathwayctl.handouts.cells import Row, blank_rows, bulleted, some
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
    """The page.

    ``rows``: occupation, code, openings a year, median wage, growth, how hard to fill, entry education.
    ``coverage``: occupation, number of KSAs, programs, gap that is written down. ``accounts``:
    occupation, what employers say; not for the public.
    """

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
    has = attainment_map(context.plan).coverage
    titles = {one.id: one.title for one in occupations}
    open_ones = [titles[one.occupation] for one in has if one.open]
    frank = context.audience is not Audience.PUBLIC
    silent = [one.title for one in occupations if not one.employers_account]
    return Occupations(
        rows=tuple(_row(one, context) for one in occupations) or blank_rows(WIDTH, 8),
        sources=tuple(dict.fromkeys(one.source for one in occupations if one.source)),
        gaps=tuple(_gaps(occupations)),
        coverage=tuple(_covered(one, context) for one in has) or blank_rows(COVERAGE_WIDTH, 8),
        open=f"Without KSAs or a program, and no gap written down: {some(open_ones)}." if open_ones else "",
        accounts=tuple((one.title, one.employers_account or "") for one in occupations) or blank_rows(2, 8)
        if frank
        else (),
        silent=f"Not told by employers yet: {some(silent)}." if frank and silent else "",
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
    """``$58,700``, or nothing where the wage is not known."""
    return "" if one.median_wage is None else money(one.median_wage, context.plan.project.currency)


def growth_words(growth: float | None) -> str:
    """``+4.5%``, ``-2%``, ``0%``, or nothing where it is not known."""
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


_FIGURES: Final = (
    ("a code", ("onet", "soc")),
    ("openings", ("annual_openings",)),
    ("a wage", ("median_wage",)),
    ("growth", ("growth",)),
    ("a word on how hard it is to fill", ("difficulty",)),
    ("entry education", ("entry_education",)),
)


def _gaps(occupations: tuple[Occupation, ...]) -> Iterator[str]:
    """Which figures are missing, and of which occupations."""
    for words, fields in _FIGURES:
        missing = [one.title for one in occupations if all(getattr(one, field) is None for field in fields)]
        if missing:
            verb = count(len(missing), "occupation lacks", "occupations lack")
            yield f"{verb} {words}: {some(missing)}."


HANDOUT: Final = one_page(
    "occupations",
    "Critical occupations",
    COLORADO.format("steps 5 and 7"),
    "The occupations that matter most: openings, wages, growth, and what employers say of them.",
    view,
    guides=(Guide.SECTOR,),
    sections=("occupations",),
)
