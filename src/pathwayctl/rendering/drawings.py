"""The drawings that a view can make, and what becomes of each in each format: a line for each kind.

A drawing is a frozen dataclass of facts. On an HTML page it is drawn as SVG; in Markdown some are
written as Mermaid text, and of the others the table beside them says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final

from pathwayctl.handouts.assessment.ratings_page import RatingChart
from pathwayctl.handouts.evaluation.measure_chart import MeasureChart
from pathwayctl.handouts.governance.coverage_chart import HeatMap
from pathwayctl.handouts.governance.partnership import OrganizationChart
from pathwayctl.handouts.partners.engagement import EngagementChart
from pathwayctl.handouts.pathways.pathway_chart import PathwayMap
from pathwayctl.handouts.risks.risk_breakdown import RiskChart
from pathwayctl.handouts.schedule.board_parts import MoneyChart
from pathwayctl.handouts.schedule.gantt_chart import GanttChart
from pathwayctl.handouts.schedule.network_chart import NetworkChart
from pathwayctl.handouts.talent.inventory import SupplyChart
from pathwayctl.handouts.talent.ladder import LadderChart
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering import gantt as svg
from pathwayctl.rendering import mermaid
from pathwayctl.rendering.charts import (
    assessment,
    engagement,
    flows,
    heatmap,
    ladder,
    measures,
    money_bars,
    organization,
    pathway,
    risks,
    supply_bars,
)
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.network import drawing as network


@dataclass(frozen=True, slots=True)
class _Way:
    """How a kind of drawing is made: as SVG from its title and a key, and as blocks of Mermaid text."""

    svg: Callable[[Any, str, str], Markup]
    mermaid: Callable[[Any], Iterator[str]] = lambda _: iter(())


_WAYS: Final[dict[type, _Way]] = {
    GanttChart: _Way(svg.draw, mermaid.gantt),
    NetworkChart: _Way(network.draw, mermaid.network_blocks),
    EngagementChart: _Way(engagement.draw),
    RiskChart: _Way(risks.draw),
    MeasureChart: _Way(measures.draw),
    RatingChart: _Way(assessment.draw),
    HeatMap: _Way(heatmap.draw),
    PathwayMap: _Way(pathway.draw, flows.pathway),
    LadderChart: _Way(ladder.draw, flows.ladder),
    MoneyChart: _Way(money_bars.draw),
    SupplyChart: _Way(supply_bars.draw),
    OrganizationChart: _Way(organization.draw, flows.organization),
}
DRAWINGS: Final = tuple(_WAYS)


def draw(drawing: object, title: str, key: str) -> Markup:
    """A drawing as SVG, in one part or several; ``key`` makes their ids unique on the page."""
    return _WAYS[type(drawing)].svg(drawing, title, key)


def diagrams(drawing: object) -> Iterator[str]:
    """A drawing as blocks of Mermaid text, none where the table beside it has to do."""
    return _WAYS[type(drawing)].mermaid(drawing)


def texts(drawing: object) -> Iterator[str]:
    """The texts of a drawing, which show how large it is."""
    if isinstance(drawing, str):
        yield drawing
    elif isinstance(drawing, tuple):
        for part in drawing:
            yield from texts(part)
    elif is_dataclass(drawing):
        for field in fields(drawing):
            yield from texts(getattr(drawing, field.name))
