"""The drawings that a view can make, and what becomes of them in each format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from pathwayctl.handouts.charts import GanttChart
from pathwayctl.handouts.network_chart import NetworkChart
from pathwayctl.rendering import flowchart, mermaid, svg
from pathwayctl.rendering.network import drawing as network

Drawing = GanttChart | NetworkChart
DRAWINGS: Final = (GanttChart, NetworkChart)


def draw(drawing: Drawing, title: str, key: str) -> Markup:
    """A drawing as SVG, in one part or several; ``key`` makes their ids unique on the page."""
    if isinstance(drawing, GanttChart):
        return svg.draw(drawing, title, key)
    return network.draw(drawing, title, key)


def diagrams(drawing: Drawing) -> Iterator[str]:
    """A drawing as blocks of Mermaid text."""
    return mermaid.gantt(drawing) if isinstance(drawing, GanttChart) else flowchart.blocks(drawing)


def texts(drawing: Drawing) -> Iterator[str]:
    """What a drawing has to say, to tell how large it is."""
    if isinstance(drawing, GanttChart):
        return (bar.label + bar.wbs + bar.note for bar in drawing.bars)
    return (node.title + node.number + node.owner for node in drawing.nodes)
