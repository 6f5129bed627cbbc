"""The risk matrix: likelihood by impact, a numbered mark for each risk, and a key with their titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.handouts.risks.risk_breakdown import RiskChart, RiskDot
from pathwayctl.language import phrase
from pathwayctl.rendering.charts.frame import (
    FIRST,
    LEADING,
    NEXT,
    SHADES,
    SMALL,
    WIDTH,
    DrawingPart,
    drawn,
    label,
    lines_of,
    look,
    paragraph,
)
from pathwayctl.rendering.legend import SAMPLE, Entry
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.svg_primitives import FAINT, INK, PAPER, hover, line, number, rectangle, words
from pathwayctl.wording import count

LEFT: Final = 78.0
MATRIX: Final = 450.0
"""Width of all cells of a row together."""
LEAST: Final = 96.0
"""Height of a cell that has room for all that is in it."""
PITCH: Final = 28.0
MOST: Final = 35
"""The most marks of one cell; further risks are counted there and listed in the key."""
RADIUS: Final = 12.0
TOP: Final = 24.0
KEY: Final = 566.0
"""Where the key begins beside the matrix."""
MARK: Final = 34.0
"""From the mark of a risk in the key to its title."""
GAP: Final = 5.0
SIDE: Final = (WIDTH - 24) / 2
"""Width of one of the two columns of a key that goes on."""
_BROKEN: Final = 'stroke-dasharray="3 2"'


def draw(chart: RiskChart, title: str, key: str) -> Markup:
    """The matrix with its key as drawings for a page; ``key`` makes their ids unique on it."""
    part = DrawingPart(_about(chart))
    bottom = _matrix(chart, part)
    reach = max(bottom, FIRST)
    left = _column(chart.dots, KEY, TOP - 4, reach, WIDTH - KEY, part)
    part.height = max(bottom, part.height)
    part.legend(_entries(chart))
    parts = [part]
    while left:
        more = DrawingPart(phrase("The key goes on: {risks}.", risks=count(len(left), "risk")))
        left = _column(left, 0, 4, NEXT, SIDE, more)
        left = _column(left, WIDTH - SIDE, 4, NEXT, SIDE, more)
        parts.append(more)
    return drawn(parts, title, key)


def _matrix(chart: RiskChart, part: DrawingPart) -> float:
    """The cells with what is in them, from the most likely above; gives the height they end at."""
    y, wide = TOP, MATRIX / len(chart.levels)
    part.body.append(label(4, 14, phrase("Likelihood"), LEFT + MATRIX, size=SMALL, bold=True))
    for likelihood in reversed(range(len(chart.levels))):
        cells = [_in(chart, likelihood, impact) for impact in range(len(chart.levels))]
        height = max(LEAST, *(_rows(cell, wide) * PITCH + 16 for cell in cells))
        part.body.append(label(4, y + height / 2 + 4, chart.levels[likelihood], LEFT - 10, bold=True))
        for impact, cell in enumerate(cells):
            box = (LEFT + impact * wide, y, wide, height)
            part.body.extend(_cell(cell, box, _shade(chart, likelihood + impact)))
        y += height
    for impact, level in enumerate(chart.levels):
        x = LEFT + (impact + 0.5) * wide
        part.body.append(label(x, y + 18, level, wide - 8, bold=True, anchor="middle"))
    middle = LEFT + MATRIX / 2
    part.body.append(
        label(middle, y + 34, phrase("Impact"), MATRIX / 2, size=SMALL, bold=True, anchor="middle")
    )
    return y + 38


def _abreast(wide: float) -> int:
    """How many marks stand next to each other in a cell of this width."""
    return int(wide // PITCH)


def _in(chart: RiskChart, likelihood: int, impact: int) -> list[RiskDot]:
    return [dot for dot in chart.dots if (dot.likelihood, dot.impact) == (likelihood, impact)]


def _shade(chart: RiskChart, weight: int) -> str:
    """The ground of a cell, the darker the more likely and the greater the impact."""
    most = 2 * (len(chart.levels) - 1)
    return SHADES[-(-weight * (len(SHADES) - 1) // most)]


def _rows(cell: Sequence[RiskDot], wide: float) -> int:
    return -(-min(len(cell), MOST) // _abreast(wide)) + (len(cell) > MOST)


def _cell(cell: Sequence[RiskDot], box: tuple[float, float, float, float], shade: str) -> Iterator[str]:
    x, y, wide, height = box
    most = _abreast(wide)
    yield rectangle(x, y, wide, height, f'fill="{shade}" stroke="{FAINT}" stroke-width="0.8"')
    rows = _rows(cell, wide)
    top = y + (height - rows * PITCH) / 2 + PITCH / 2
    shown = cell[:MOST]
    for place, dot in enumerate(shown):
        row = place // most
        abreast = min(most, len(shown) - row * most)
        first = x + wide / 2 - (abreast - 1) * PITCH / 2
        at = first + place % most * PITCH, top + row * PITCH
        yield f"<g>{hover(_said(dot))}{_mark(dot, *at)}</g>"
    if len(cell) > MOST:
        more = phrase("and {number} more", number=len(cell) - MOST)
        yield label(x + wide / 2, top + (rows - 1) * PITCH + 4, more, wide - 8, size=SMALL, anchor="middle")


def _mark(dot: RiskDot, x: float, y: float) -> str:
    """A circle for an internal risk, a square for an external one; an opportunity has a broken edge."""
    text = f"{dot.number}" if dot.number < 1000 else "…"
    inner = words(x, y + 3.8, text, look(SMALL, bold=True, anchor="middle"))
    return _shape(x, y, external=dot.external, opportunity=dot.opportunity) + inner


def _shape(x: float, y: float, *, external: bool, opportunity: bool) -> str:
    broken = f" {_BROKEN}" if opportunity else ""
    edge = f'fill="{PAPER}" stroke="{INK}" stroke-width="1.5"{broken}'
    if external:
        side = RADIUS - 1
        return rectangle(x - side, y - side, 2 * side, 2 * side, edge)
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(RADIUS)}" {edge}/>'


def _column(
    dots: Sequence[RiskDot], x: float, y: float, reach: float, wide: float, part: DrawingPart
) -> Sequence[RiskDot]:
    """A column of the key down to ``reach``; gives the risks that it has no room for."""
    for place, dot in enumerate(dots):
        lines = lines_of(dot.title, wide - MARK, 2)
        height = max(lines * LEADING, 2 * RADIUS) + GAP
        if y + height > reach:
            return dots[place:]
        middle = y + height / 2
        part.body.append(_mark(dot, x + RADIUS + 2, middle))
        first = middle + 4 - (lines - 1) * LEADING / 2
        part.body += paragraph(x + MARK, first, dot.title, wide - MARK, lines=2)
        y += height
        part.height = max(part.height, y)
    return ()


def _entries(chart: RiskChart) -> Iterator[Entry]:
    middle = SAMPLE / 2
    if any(not dot.external for dot in chart.dots):
        yield _shape(middle, 0, external=False, opportunity=False), phrase("Internal")
    if any(dot.external for dot in chart.dots):
        yield _shape(middle, 0, external=True, opportunity=False), phrase("External")
    if any(dot.opportunity for dot in chart.dots):
        edge = f'stroke="{INK}" stroke-width="1.5" {_BROKEN}'
        yield line(0, 0, SAMPLE, 0, edge), phrase("Broken edge: an opportunity, it would help")
    shades = "".join(
        rectangle(place * 5.5, -6, 5.5, 12, f'fill="{shade}" stroke="{FAINT}" stroke-width="0.4"')
        for place, shade in enumerate(SHADES[1:])
    )
    yield shades, phrase("The darker, the more likely and the greater the impact")


def _said(dot: RiskDot) -> str:
    if dot.opportunity:
        kind = phrase("external, an opportunity") if dot.external else phrase("internal, an opportunity")
    else:
        kind = phrase("external") if dot.external else phrase("internal")
    return f"{dot.number} {dot.title}: {kind}"


def _about(chart: RiskChart) -> str:
    """How many risks are in each cell, the worst first."""
    top = len(chart.levels) - 1
    pairs = [(one, other) for one in range(top, -1, -1) for other in range(top, -1, -1)]
    parts = []
    for likelihood, impact in sorted(pairs, key=lambda pair: -sum(pair)):
        if cell := _in(chart, likelihood, impact):
            where = phrase(
                "{likelihood} likelihood, {impact} impact",
                likelihood=chart.levels[likelihood].lower(),
                impact=chart.levels[impact].lower(),
            )
            named = ", ".join(str(dot.number) for dot in cell[:MOST])
            parts.append(f"{where}: {count(len(cell), 'risk')}, {named}")
    return f"{'; '.join(parts)}."
