"""How the partners are organized: the convener on top, the teams, and the members by category below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pathwayctl.handouts.governance.partnership import MemberBox, OrganizationChart, TeamBox
from pathwayctl.language import phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.charts.boxes import NOTE, PAD, TextBox, lines
from pathwayctl.rendering.charts.frame import NEXT, WIDTH, DrawingPart, drawn, label
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.svg_primitives import FAINT, line
from pathwayctl.wording import listed

ABREAST: Final = 4
TRUNK: Final = 7.0
"""Where the line stands that joins the rows; boxes begin a little to the right of it."""
LEFT: Final = 20.0
GAP: Final = 14.0
DROP: Final = 16.0
"""From a line over a row down to its boxes."""
BETWEEN: Final = 12.0
HEADING: Final = 22.0
TOP_BOX: Final = 380.0
NAMES: Final = 12
"""The most names in a box; further names are counted, and the table has them all."""
JOIN: Final = f'stroke="{FAINT}" stroke-width="1.4"'
TEAMS: Final = "#e3edf8"
MEMBERS: Final = "#eef0f3"
CONVENER: Final = "#fdf0d9"


@dataclass(frozen=True, slots=True)
class _Row:
    """Boxes beside each other; the first row of a kind, and of a drawing, has a heading."""

    heading: str
    boxes: tuple[TextBox, ...]
    is_first: bool

    @property
    def height(self) -> float:
        return (HEADING if self.is_first else 0) + DROP + max(box.height for box in self.boxes) + BETWEEN


def draw(chart: OrganizationChart, title: str, key: str) -> Markup:
    """The chart as drawings for a page; ``key`` makes their ids unique on it."""
    wide = (WIDTH - LEFT - 2 - (ABREAST - 1) * GAP) / ABREAST
    rows = [
        *_rows(phrase("Teams"), [_team(one, wide) for one in chart.teams]),
        *_rows(phrase("Members by category"), [_members(one, wide) for one in chart.members]),
    ]
    parts = [DrawingPart(_about(chart))]
    y = _top(chart, parts[0])
    began: float | None = y - BETWEEN
    for found in rows:
        row = found
        kind = sum(one.height for one in rows if one.heading == row.heading) if row.is_first else 0.0
        if y + row.height > NEXT or kind <= NEXT < y + kind:
            row = replace(row, is_first=True)
            parts.append(DrawingPart(f"{row.heading}:"))
            y, began = 0.0, None
        if len(parts) > 1:
            parts[-1].about += "".join(f" {box.said.rstrip('.')}." for box in row.boxes)
        began = _row(row, y, began, wide, parts[-1])
        y += row.height
        parts[-1].height = y - BETWEEN + 2
    return drawn(parts, title, key)


def _rows(heading: str, boxes: Sequence[TextBox]) -> Iterator[_Row]:
    for first in range(0, len(boxes), ABREAST):
        yield _Row(heading, tuple(boxes[first : first + ABREAST]), is_first=not first)


def _top(chart: OrganizationChart, part: DrawingPart) -> float:
    """The box of the convener, and the line that leads on from it; gives the height it ends at."""
    room = TOP_BOX - 2 * PAD
    run = phrase("Facilitator: {name}", name=chart.facilitator) if chart.facilitator else ""
    found = TextBox(
        f"{_convened(chart)} {run}".rstrip(),
        (
            *lines(phrase("Convener"), room, 1, size=NOTE, color=FAINT),
            *lines(chart.convener or phrase("Not named yet"), room, 2, size=13, bold=True),
            *lines(run, room, 1),
        ),
        CONVENER,
    )
    part.body.append(found.drawn(1, 1, TOP_BOX))
    part.height = found.height + 2
    return found.height + 1 + BETWEEN


def _row(row: _Row, y: float, began: float | None, wide: float, part: DrawingPart) -> float:
    """One row with the lines that join it to the trunk; gives where the trunk goes on from.

    The first row of a further drawing has no trunk above it: nothing there leads to it.
    """
    if row.is_first:
        part.body.append(label(LEFT, y + 12, row.heading, WIDTH / 2, bold=True))
        y += HEADING
    bus = y + 2
    middles = [LEFT + place * (wide + GAP) + wide / 2 for place in range(len(row.boxes))]
    part.body += [line(TRUNK, began, TRUNK, bus, JOIN)] if began is not None else []
    part.body.append(line(TRUNK, bus, middles[-1], bus, JOIN))
    high = max(box.height for box in row.boxes)
    for middle, box in zip(middles, row.boxes, strict=True):
        part.body.append(line(middle, bus, middle, y + DROP, JOIN))
        part.body.append(box.drawn(middle - wide / 2, y + DROP, wide, high))
    return bus


def _team(one: TeamBox, wide: float) -> TextBox:
    room = wide - 2 * PAD
    facts = ", ".join(filter(None, (one.size, one.rhythm.lower())))
    lead = phrase("Lead: {name}", name=one.lead) if one.lead else phrase("No lead yet")
    return TextBox(
        f"{one.title}, {one.kind}. {lead}. {facts}".rstrip(". ") + ".",
        (
            *lines(one.title, room, 2, bold=True),
            *lines(one.kind, room, 1, size=NOTE, color=FAINT),
            *lines(lead, room, 1),
            *lines(facts[:1].upper() + facts[1:], room, 1, size=NOTE),
        ),
        TEAMS,
    )


def _members(one: MemberBox, wide: float) -> TextBox:
    room = wide - 2 * PAD
    shown = one.names if len(one.names) <= NAMES else one.names[: NAMES - 1]
    more = (
        phrase("and {number} more", number=len(one.names) - len(shown)) if len(shown) < len(one.names) else ""
    )
    return TextBox(
        f"{one.label}: {listed(one.names)}",
        (
            *lines(f"{one.label} ({len(one.names)})", room, 2, bold=True),
            *(row for name in shown for row in lines(name, room, 2, size=11.5)),
            *lines(more, room, 1, size=NOTE, color=FAINT),
        ),
        MEMBERS,
    )


def _about(chart: OrganizationChart) -> str:
    """The chart in words."""
    parts = [_convened(chart)]
    if chart.teams:
        teams = [
            phrase("{team}, led by {name}", team=one.title, name=one.lead) if one.lead else one.title
            for one in chart.teams
        ]
        parts.append(phrase("Teams: {teams}.", teams="; ".join(teams)))
    if chart.members:
        members = "; ".join(f"{one.label}, {len(one.names)}" for one in chart.members)
        parts.append(phrase("Members: {members}.", members=members))
    return " ".join(parts)


def _convened(chart: OrganizationChart) -> str:
    if chart.convener:
        return phrase("Convener: {name}.", name=chart.convener)
    return phrase("No convener is named yet.")
