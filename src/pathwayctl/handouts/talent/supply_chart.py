"""Supply against demand as a picture: for each occupation a bar of openings and one of completers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.evidence.talent.supply import supply
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context


@dataclass(frozen=True, slots=True)
class SupplyBar:
    """One occupation, in people a year."""

    title: str
    openings: int
    completers: int


@dataclass(frozen=True, slots=True)
class SupplyChart:
    """The occupations whose openings and completers are both known, in the order of the plan."""

    bars: tuple[SupplyBar, ...]


def supply_chart(context: Context) -> SupplyChart | None:
    """The picture, or ``None`` if both figures are known for no occupation."""
    titles = {one.id: one.title for one in context.plan.occupations}
    bars = tuple(
        SupplyBar(titles[one.occupation], one.openings, one.completers)
        for one in context.index.ask(supply)
        if one.openings is not None and one.completers is not None
    )
    return SupplyChart(bars) if bars else None


def in_words(chart: SupplyChart) -> str:
    """``For 3 of 4 occupations fewer people complete programs than there are openings ...``."""
    short = sum(one.completers < one.openings for one in chart.bars)
    total = count(len(chart.bars), "occupation")
    return (
        f"For {short} of {total}, fewer people complete programs than there are openings. "
        "The table on this page has the figures."
    )
