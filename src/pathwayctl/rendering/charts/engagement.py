"""The engagement grid: a row for each person, C on the current level, D on the desired, an arrow between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.handouts.partners.engagement import EngagementChart, EngagementLine
from pathwayctl.language import phrase
from pathwayctl.rendering.charts.frame import (
    BLUE,
    FIRST,
    NEXT,
    PLAIN,
    SHADES,
    SMALL,
    WIDTH,
    DrawingPart,
    arrow,
    drawn,
    label,
    look,
    shared_out,
)
from pathwayctl.rendering.legend import SAMPLE, Entry
from pathwayctl.rendering.lettering import width
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.svg_primitives import FAINT, GRID, INK, PAPER, hover, line, number, rectangle, words
from pathwayctl.wording import count

NAMES: Final = 358.0
HEAD: Final = 44.0
ROW: Final = 22.0
LEGEND: Final = 32.0
RADIUS: Final = 8.5
BOTH: Final = 13.5
"""Half the width of the mark of a person at the desired level."""
NAMED: Final = 6
"""More people than these who should move are only counted in a part's description."""


def draw(chart: EngagementChart, title: str, key: str) -> Markup:
    """The grid as drawings for a page; ``key`` makes their ids unique on it."""
    fitting = [int((height - HEAD - LEGEND) / ROW) for height in (FIRST, NEXT)]
    ends = shared_out(len(chart.lines), *fitting)
    parts = [_part(chart, chart.lines[first:end]) for first, end in ends]
    return drawn(parts, title, key)


def _part(chart: EngagementChart, lines: tuple[EngagementLine, ...]) -> DrawingPart:
    bottom = HEAD + len(lines) * ROW
    part = DrawingPart(_about(chart, lines), [*_columns(chart, bottom)], bottom)
    for place, one in enumerate(lines):
        y = HEAD + place * ROW
        part.body.append(line(0, y + ROW, WIDTH, y + ROW, f'stroke="{GRID}" stroke-width="0.6"'))
        part.body.append(_row(chart, one, y + ROW / 2))
    part.legend(_entries(lines))
    return part


def _pitch(chart: EngagementChart) -> float:
    return (WIDTH - NAMES) / len(chart.levels)


def _columns(chart: EngagementChart, bottom: float) -> Iterator[str]:
    """The five columns with their names, and how many people are on each level of all there are."""
    pitch = _pitch(chart)
    yield label(4, 18, phrase("Stakeholder"), NAMES - 8, bold=True)
    for level, name in enumerate(chart.levels):
        x = NAMES + level * pitch
        if level % 2 == 0:
            yield rectangle(x, 0, pitch, bottom, f'fill="{SHADES[1]}"')
        yield label(x + pitch / 2, 18, name, pitch - 8, bold=True, anchor="middle")
        now = sum(one.now == level for one in chart.lines)
        wanted = sum(one.wanted == level for one in chart.lines)
        text = phrase("{now:,} now, {desired:,} desired", now=now, desired=wanted)
        yield label(x + pitch / 2, 34, text, pitch - 4, size=SMALL, anchor="middle", color=FAINT)
    yield line(0, HEAD, WIDTH, HEAD, f'stroke="{FAINT}"')


def _row(chart: EngagementChart, one: EngagementLine, y: float) -> str:
    pitch = _pitch(chart)
    now, wanted = (NAMES + (level + 0.5) * pitch for level in (one.now, one.wanted))
    parts = [hover(_said(chart, one)), label(4, y + 4, one.name, NAMES - 12)]
    left = NAMES - 12 - width(one.name, PLAIN) - 8
    if one.organization and left > 40:
        parts.append(label(NAMES - 8, y + 4, one.organization, left, size=SMALL, anchor="end", color=FAINT))
    if now == wanted:
        parts.append(_both(now, y))
    else:
        parts += [_way(now, wanted, y), _current(now, y), _desired(wanted, y)]
    return f"<g>{''.join(parts)}</g>"


def _way(now: float, wanted: float, y: float) -> str:
    step = RADIUS + 2 if wanted > now else -RADIUS - 2
    if wanted > now:
        return arrow(now + step, y, wanted - step, y, color=BLUE, weight=2.2)
    return arrow(now + step, y, wanted - step, y, dashes=True)


def _current(x: float, y: float) -> str:
    return _circle(x, y, PAPER) + words(x, y + 3.6, "C", look(11.5, bold=True, anchor="middle"))


def _desired(x: float, y: float) -> str:
    return _circle(x, y, INK) + words(x, y + 3.6, "D", look(11.5, bold=True, anchor="middle", color=PAPER))


def _both(x: float, y: float) -> str:
    pill = rectangle(x - BOTH, y - RADIUS, 2 * BOTH, 2 * RADIUS, f'rx="{RADIUS}" fill="{INK}"')
    return pill + words(x, y + 3.6, "C D", look(11.5, bold=True, anchor="middle", color=PAPER))


def _circle(x: float, y: float, fill: str) -> str:
    shape = f'cx="{number(x)}" cy="{number(y)}" r="{RADIUS}"'
    return f'<circle {shape} fill="{fill}" stroke="{INK}" stroke-width="1.4"/>'


def _entries(lines: tuple[EngagementLine, ...]) -> Iterator[Entry]:
    if any(one.now != one.wanted for one in lines):
        yield _current(SAMPLE / 2, 0), phrase("Current level")
        yield _desired(SAMPLE / 2, 0), phrase("Desired level")
    if any(one.now == one.wanted for one in lines):
        yield _both(SAMPLE / 2 - 1, 0), phrase("Current and desired: no change needed")
    if any(one.now < one.wanted for one in lines):
        yield arrow(0, 0, SAMPLE, 0, color=BLUE, weight=2.2), phrase("Should become more engaged")
    if any(one.now > one.wanted for one in lines):
        yield arrow(SAMPLE, 0, 0, 0, dashes=True), phrase("May be less engaged")


def _said(chart: EngagementChart, one: EngagementLine) -> str:
    if one.now == one.wanted:
        return phrase("{name}: {level}, as desired", name=one.name, level=chart.levels[one.now])
    return phrase(
        "{name}: {now}, desired {level}",
        name=one.name,
        now=chart.levels[one.now],
        level=chart.levels[one.wanted],
    )


def _about(chart: EngagementChart, lines: tuple[EngagementLine, ...]) -> str:
    moving = [_said(chart, one) for one in lines if one.now != one.wanted]
    people = count(len(lines), "person", "people") if len(lines) > 1 else phrase("One person")
    if not moving:
        return phrase("{people}, each on the level that is desired.", people=people)
    moves = "; ".join(moving[:NAMED])
    if len(moving) > NAMED:
        moves = phrase("{moves}; and {number} more", moves=moves, number=len(moving) - NAMED)
    return phrase("{people}; {number} should move. {moves}.", people=people, number=len(moving), moves=moves)
