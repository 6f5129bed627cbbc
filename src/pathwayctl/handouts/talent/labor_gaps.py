"""Handout 3A: the shortage of qualified people by occupation, the largest gap first, and by industry.

Source: Designing a Career Pathways System, chapter 3, handout 3A, known to us by its columns (CCRS
Center, 2017 edition). Handout 2B, of which we know the name only, looks at the industries in the same
way; the second table does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.talent.labor_gaps import IndustryGap, LaborGap, industry_gaps, labor_gaps
from pathwayctl.handouts.cells import some, stacked
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import one_page
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.talent import Occupation
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass

SOURCE: Final = marked(
    "Designing a Career Pathways System, chapter 3, handout 3A (CCRS Center, 2017 edition)"
)
FIGURES: Final = (
    Head(marked("Annual openings"), "right", spare=True),
    Head(marked("Qualified applicants per year"), "right", spare=True),
    Head(marked("Annual gap"), "right", spare=True),
    Head(marked("Ten‑year gap"), "right", spare=True),
)
OCCUPATIONS: Final = (
    Head(marked("Occupation"), width="wide"),
    *FIGURES,
    Head(marked("Rank"), "right", "narrow", spare=True),
)
INDUSTRIES: Final = (
    Head(marked("Industry"), width="wide"),
    Head(marked("Occupations with figures"), "right"),
    *FIGURES,
)


@dataclass(frozen=True, slots=True)
class LaborGaps:
    """The page. Figures are people, in a year or in ten; ``sources`` say where they come from."""

    occupations: HandoutTable
    industries: HandoutTable
    gap: str
    surplus: str
    sources: tuple[str, ...]


def view(context: Context) -> LaborGaps:
    """Return the occupations in order of priority; those without figures come last, with room to write."""
    found = context.index.ask(labor_gaps)
    by_id = {one.id: one for one in context.plan.occupations}
    rows = [_row(by_id[gap.occupation], gap, context) for gap in found.gaps]
    rows += [(_name(by_id[key], context), *[""] * (len(OCCUPATIONS) - 1)) for key in found.unknown]
    occupations = table(OCCUPATIONS, rows, blank=8)
    if len(found.gaps) > 1:
        occupations = occupations.with_total(*_total(found.gaps))
    unknown = [by_id[key].title for key in found.unknown]
    over = [by_id[gap.occupation].title for gap in found.gaps if gap.annual < 0]
    return LaborGaps(
        occupations,
        table(INDUSTRIES, (_industry(one, context) for one in industry_gaps(context.plan))),
        phrase("Openings or qualified applicants are missing for {unknown}.", unknown=some(unknown))
        if unknown
        else "",
        phrase("More qualified applicants than openings: {over}.", over=some(over)) if over else "",
        tuple(_sources(context)),
    )


def _row(occupation: Occupation, gap: LaborGap, context: Context) -> Row:
    return (_name(occupation, context), *_figures(gap.openings, gap.applicants), str(gap.rank))


def _name(occupation: Occupation, context: Context) -> str:
    codes = (
        occupation.onet or occupation.soc or "",
        *(context.index.industries.get(key, key) for key in occupation.frameworks),
    )
    return stacked(occupation.title, ", ".join(part for part in codes if part))


def _figures(openings: int, applicants: int) -> Row:
    """Return openings, applicants, and the annual and ten-year gaps."""
    gap = LaborGap("", openings, applicants, 0)
    return tuple(f"{number:,}" for number in (openings, applicants, gap.annual, gap.ten_years))


def _total(gaps: tuple[LaborGap, ...]) -> Row:
    return (
        phrase("Total"),
        *_figures(sum(one.openings for one in gaps), sum(one.applicants for one in gaps)),
        "",
    )


def _industry(one: IndustryGap, context: Context) -> Row:
    known = (
        phrase(
            "{occupations} of {occupations2}",
            occupations=one.occupations,
            occupations2=one.occupations + one.unknown,
        )
        if one.unknown
        else str(one.occupations)
    )
    figures = _figures(one.openings, one.applicants) if one.occupations else ("",) * 4
    return (context.index.industries[one.framework], known, *figures)


def _sources(context: Context) -> Iterator[str]:
    """Yield each source once, with the occupations it covers."""
    covered: dict[str, list[str]] = {}
    for one in context.plan.occupations:
        if one.source:
            covered.setdefault(one.source, []).append(one.title)
    for source, titles in covered.items():
        yield f"{source}: {'; '.join(titles)}"


HANDOUT: Final = one_page(
    "3a",
    "Labor market gap analysis",
    SOURCE,
    "The occupations with the largest shortages: openings, applicants, and gaps in one year and in ten.",
    view,
    guides=(Guide.CCRS, Guide.SECTOR),
    sections=("occupations",),
)
