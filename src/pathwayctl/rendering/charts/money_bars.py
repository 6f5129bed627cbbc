"""What a project costs: a bar for each figure on one scale, with the budget as a line through all of them."""

from __future__ import annotations

from typing import Final

from pathwayctl.handouts.schedule.board_parts import MoneyChart
from pathwayctl.rendering.charts.frame import BLUE, label
from pathwayctl.rendering.lettering import width
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.svg_primitives import INK, PAPER, drawing, line, rectangle

ACROSS: Final = 700.0
"""The width of a drawing for a sheet that is not turned."""
NAMES: Final = 160.0
ROW: Final = 15.5
BAR: Final = 11.0
SIZE: Final = 11.5
LIMIT: Final = f'stroke="{INK}" stroke-width="1" stroke-dasharray="4 3"'
LOOKS: Final = (f'fill="{PAPER}"', f'fill="{BLUE}"', 'fill="#cbdcf0"')


def draw(chart: MoneyChart, title: str, key: str) -> Markup:
    """The bars, the budget first; ``key`` makes their ids unique on the page."""
    words = [figure.words for figure in chart.figures]
    room = ACROSS - NAMES - max(width(text, SIZE) for text in words) - 12
    unit = room / max(figure.amount for figure in chart.figures)
    body = []
    for place, (figure, fill) in enumerate(zip(chart.figures, LOOKS, strict=False)):
        y, end = place * ROW + 4, NAMES + figure.amount * unit
        body.append(label(4, y + BAR - 1, figure.name, NAMES - 8, size=SIZE))
        body.append(rectangle(NAMES, y, end - NAMES, BAR, f'{fill} stroke="{INK}" stroke-width="1"'))
        body.append(label(end + 6, y + BAR - 1, figure.words, ACROSS - end - 6, size=SIZE))
    height = len(chart.figures) * ROW + 4
    budget = NAMES + chart.figures[0].amount * unit
    if max(figure.amount for figure in chart.figures) > chart.figures[0].amount:
        body.append(
            line(budget, 0, budget, height, f'stroke="{INK}" stroke-width="1" stroke-dasharray="4 3"')
        )
    said = "; ".join(f"{figure.name}: {figure.words}" for figure in chart.figures)
    return drawing("picture upright", key, (ACROSS, height), title, f"{said}.", body)
