"""What pages say about any sector partnership: its conveners, its labor market, and where it differs.

Source: Creating Career Pathways in Colorado (2014), steps 1 and 2, by its published summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.handouts.cells import figure
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.partnerships import Partnership, RegionalPartnership
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

FIGURES: Final = (marked("Figure"), Head(marked("Value"), "right"), Head(marked("Source"), width="wide"))


@dataclass(frozen=True, slots=True)
class RegionalSection:
    """One of several partnerships: its name, what is known of it, and its labor market in figures."""

    title: str
    facts: tuple[tuple[str, str], ...]
    figures: HandoutTable


def regional_section(one: RegionalPartnership, context: Context) -> RegionalSection:
    """What the plan says about one of several partnerships; what it does not say is left out."""
    keys = tuple(dict.fromkeys((*ids_of(one.convener), *one.conveners)))
    brief = one.labor_market_brief
    found = (
        (phrase("What the partnership is for"), one.scope),
        (phrase("Region"), one.region or ""),
        (phrase("Counties"), ", ".join(one.counties)),
        (phrase("Industry codes (NAICS)"), ", ".join(one.naics)),
        convener_fact(keys, context),
        (phrase("Industry members"), context.names(one.industry_members)),
        (phrase("Strategic partners"), context.names(one.strategic_partners)),
        (phrase("The labor market in brief"), (brief.text or "") if brief else ""),
        (phrase("Who keeps it going"), one.home or ""),
    )
    facts = tuple((label, value) for label, value in found if value)
    return RegionalSection(one.title or one.scope, facts, market_figures(one, context))


def convener_fact(keys: tuple[str, ...], context: Context) -> tuple[str, str]:
    """The label and the names of those who convene a partnership, of whom there may be none."""
    return (
        phrase("Conveners") if len(keys) > 1 else phrase("Convener"),
        listed([context.name(key) for key in keys]),
    )


def market_figures(given: Partnership | None, context: Context) -> HandoutTable:
    """The labor market brief of a partnership in figures; an empty table without any."""
    return table(FIGURES, _figures(given, context))


def _figures(given: Partnership | None, context: Context) -> Iterator[Row]:
    brief = given.labor_market_brief if given else None
    if brief is None:
        return
    numbers = (
        (phrase("Companies"), brief.companies),
        (phrase("Jobs"), brief.jobs),
        (phrase("Openings a year"), brief.openings),
    )
    words = [(label, figure(number)) for label, number in numbers]
    words.append((phrase("Median wage a year"), context.money(brief.median_wage)))
    for label, value in words:
        if value:
            yield label, value, brief.source or ""
