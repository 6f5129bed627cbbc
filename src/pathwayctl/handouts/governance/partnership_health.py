"""Partnership health: indicators of how well the partners work together, rated over time (step 17).

The form's indicators are our own, after the sector partnership guide: employers lead, partners stay, and
what was agreed is done. Source: Creating Career Pathways in Colorado (2014), step 17, by its published
summary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pathwayctl.handouts.cells import when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import HandoutTable, Head, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.partnerships import HealthReading
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass

INDICATORS: Final = (
    marked("Employers lead the meetings and set the priorities"),
    marked("The employers who joined still come, and new ones join"),
    marked("Schools, colleges, and workforce agencies change programs because of what employers say"),
    marked("Actions are finished on time by those who took them on"),
    marked("Every priority has a lead and a team"),
    marked("There is money and staff time for the next year"),
)
"""What a partnership rates if it has no indicators of its own."""
SCALE: Final = marked("1 = not yet, 2 = in part, 3 = mostly, 4 = fully")
READINGS: Final = (
    Head(marked("Indicator"), width="wide"),
    Head(marked("Earlier ratings"), spare=True),
    Head(marked("Latest rating"), "right", "narrow"),
    Head(marked("On"), width="narrow"),
    Head(marked("Change"), "right", "narrow"),
    Head(marked("Note"), spare=True),
)
FORM: Final = (
    Head(marked("Indicator"), width="wide"),
    Head(marked("Rating, 1 to 4"), width="narrow"),
    Head(marked("What would raise it"), width="wide"),
)


@dataclass(frozen=True, slots=True)
class PartnershipHealth:
    """The page: the ``readings`` so far, and a ``form`` for the next time."""

    scale: str
    readings: HandoutTable
    form: HandoutTable


def view(context: Context) -> PartnershipHealth:
    """Return the indicators with their ratings over time."""
    by_indicator: dict[str, list[HealthReading]] = {}
    given = context.index.partnerships
    for _, partnership in given:
        name = f"{partnership.title}: " if partnership.title and len(given) > 1 else ""
        for reading in partnership.health:
            by_indicator.setdefault(f"{name}{reading.indicator}", []).append(reading)
    asked = tuple(by_indicator) or tuple(map(phrase, INDICATORS))
    return PartnershipHealth(
        scale=phrase(SCALE),
        readings=table(READINGS, _rows(by_indicator)),
        form=table(FORM, tuple((indicator, "", "") for indicator in asked)),
    )


def _rows(by_indicator: Mapping[str, list[HealthReading]]) -> Iterator[tuple[str, ...]]:
    for indicator, found in by_indicator.items():
        *earlier, latest = sorted(found, key=lambda one: one.date)
        change = f"{latest.rating - earlier[-1].rating:+d}" if earlier else ""
        yield (
            indicator,
            "; ".join(f"{one.rating} ({when(one.date)})" for one in earlier),
            str(latest.rating),
            when(latest.date),
            "0" if change == "+0" else change,
            latest.note or "",
        )


HANDOUT: Final = one_page(
    "partnership-health",
    "Partnership health",
    COLORADO.format("step 17"),
    "How well the partners work together: indicators, rated over time, and a form to rate them.",
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.SECTOR,),
)
