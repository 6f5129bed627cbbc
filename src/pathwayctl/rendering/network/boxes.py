"""The boxes of a network diagram: a task's is a rectangle, a milestone's a hexagon, a summary's rounded.

Critical boxes have a double border and a word for it. A light tint and a title show the group.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pathwayctl.handouts.schedule.network_chart import NetworkNode, standing
from pathwayctl.language import Phrases, marked, phrase
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.rendering.lettering import cut, width, wrapped
from pathwayctl.rendering.network.metrics import NetworkMetrics
from pathwayctl.rendering.svg_primitives import FAINT, INK, PAPER, hover, number, rectangle, words
from pathwayctl.wording import count, month_day, short_day

POINT: Final = 15.0
"""How far the ends of a hexagon reach out."""
PAD: Final = 9.0
INNER: Final = 3.5
"""Between the two edges of what is critical."""
STRIP: Final = 18.0
"""Height of the line with the number and the group."""
NUMBER: Final = 11.5
TITLE: Final = 11.5
LEADING: Final = 13.5
SMALL: Final = 11.5
GROUP: Final = 11.5
TINTS: Final = (
    "#e3edf8", "#fdf0d9", "#e4f3e6", "#f6e6f2", "#eeeadf", "#e2f2f4", "#fae6e1", "#ece8f8",
)  # fmt: skip
BARE: Final = "#eef0f3"
"""The tint of what is in no group."""
DASH: Final = "\u2013"


@dataclass(frozen=True, slots=True)
class Outline:
    """The form of a box at its place."""

    kind: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height that the box stands at."""
        return self.y + self.height / 2

    @property
    def play(self) -> float:
        """How far above and below the middle an arrow can end."""
        if self.kind == "milestone":
            return self.height / 6
        return self.height / 2 - (self.height / 3 if self.kind in ("begin", "end") else 8)

    def side(self, y: float, *, right: bool) -> float:
        """Where the left or right edge is at a height."""
        inward = abs(y - self.middle) / (self.height / 2) * POINT if self.kind == "milestone" else 0.0
        return self.x + self.width - inward if right else self.x + inward

    def path(self, inset: float) -> str:
        """The form as the path of its edge, ``inset`` further in."""
        left, right = self.x + inset, self.x + self.width - inset
        top, bottom = self.y + inset, self.y + self.height - inset
        if self.kind == "milestone":
            tip = POINT * (1 - 2 * inset / self.height)
            points = ((left + tip, top), (right - tip, top), (right, self.middle), (right - tip, bottom),
                      (left + tip, bottom), (left, self.middle))  # fmt: skip
            return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "z"
        radius = (self.height / 3 if self.kind in ("begin", "end") else 4) - inset
        r, h, v = number(radius), number(right - left - 2 * radius), number(bottom - top - 2 * radius)
        arc = f"a{r} {r} 0 0 1 "
        return (
            f"M{number(left + radius)} {number(top)}h{h}{arc}{r} {r}v{v}{arc}-{r} {r}"
            f"h-{h}{arc}-{r} -{r}v-{v}{arc}{r} -{r}z"
        )


@lru_cache(maxsize=512)  # while a project is watched, most boxes stay as they are
def box(
    node: NetworkNode, group: str, outline: Outline, look: NetworkMetrics, _language: Phrases | None
) -> str:
    """One box with its words; ``group`` is the title of its group."""
    tint = TINTS[node.group % len(TINTS)] if node.group >= 0 else BARE
    edge = f'stroke="{INK}" stroke-width="{2.2 if node.critical else 1:g}"'
    parts = [hover(said(node)), f'<path d="{outline.path(0)}" fill="{PAPER}" {edge}/>']
    if node.kind == "task":
        inside = INNER if node.critical else 0.5
        parts.append(
            rectangle(outline.x + inside, outline.y + inside, outline.width - 2 * inside,
                      STRIP - inside, f'fill="{tint}"')
        )  # fmt: skip
    else:
        parts.append(f'<path d="{outline.path(INNER if node.critical else 0.5)}" fill="{tint}"/>')
    if node.critical:
        parts.append(f'<path d="{outline.path(INNER)}" fill="none" stroke="{INK}" stroke-width="0.9"/>')
    if node.kind == "task":
        parts += _of_task(node, group, outline, look)
    else:
        parts += _of_point(node, outline, look)
    return f"<g>{''.join(parts)}</g>"


def said(node: NetworkNode) -> str:
    """A box in words, all of them: what does not fit into it as well."""
    name = _name(node)
    days = short_day(node.start) if node.start == node.finish else _from_to(node)
    parts = (
        f"{name} {node.title}: {_day(node) if node.kind != 'task' else days}",
        count(node.days, "day") if node.kind == "task" else "",
        phrase("milestone") if node.kind == "milestone" else "",
        _how_critical(node),
        node.owner,
    )
    return ", ".join(filter(None, parts))


def _of_task(node: NetworkNode, group: str, outline: Outline, look: NetworkMetrics) -> Iterator[str]:
    x, y, room = outline.x + PAD, outline.y, outline.width - 2 * PAD
    yield words(x, y + 14, cut(node.number, NUMBER, room, bold=True), _bold(NUMBER))
    left = room - 8 - len(node.number) * NUMBER * 0.6
    if group and left > 30:
        at, look_of = (
            outline.x + outline.width - PAD,
            f'font-size="{GROUP:g}" text-anchor="end" fill="{FAINT}"',
        )
        yield words(at, y + 14, cut(group, GROUP, left), look_of)
    for place, text in enumerate(wrapped(node.title, TITLE, room, look.lines)):
        yield words(x, y + STRIP + 12.5 + place * LEADING, text, f'font-size="{TITLE:g}"')
    bottom = outline.y + outline.height - 9
    yield words(x, bottom - 12, cut(_from_to(node), SMALL, room), f'font-size="{SMALL:g}"')
    length = words(x, bottom, count(node.days, "day"), f'font-size="{SMALL:g}"')
    yield length
    end = f'{_bold(SMALL) if node.critical else f"font-size={chr(34)}{SMALL:g}{chr(34)}"} text-anchor="end"'
    yield words(outline.x + outline.width - PAD, bottom, standing(node), end)


def _of_point(node: NetworkNode, outline: Outline, look: NetworkMetrics) -> Iterator[str]:
    """A milestone, or the beginning or end of a summary: all words in the middle."""
    x, y, room = outline.x + outline.width / 2, outline.y, outline.width - 2 * (POINT + 4)
    yield words(x, y + 16, cut(_name(node), NUMBER, room, bold=True), f'{_bold(NUMBER)} text-anchor="middle"')
    lines = wrapped(node.title, TITLE, room + POINT, look.lines - 1)
    first = outline.middle + 2 - (len(lines) - 1) * LEADING / 2 + (2 if look.lines < 3 else 0)
    for place, text in enumerate(lines):
        yield words(x, first + place * LEADING, text, f'font-size="{TITLE:g}" text-anchor="middle"')
    broad = room + 2 * (POINT / 4)  # a hexagon is wider there than at its points
    lines_below = [f"{_day(node)} · {standing(node)}"]
    if width(lines_below[0], SMALL, bold=True) > broad:
        lines_below = [_day(node), standing(node)]
    weight = _bold(SMALL) if node.critical else f'font-size="{SMALL:g}"'
    for place, text in enumerate(reversed(lines_below)):
        foot = y + outline.height - 10 - place * (SMALL + 1.5)
        yield words(x, foot, cut(text, SMALL, broad, bold=True), f'{weight} text-anchor="middle"')


def _name(node: NetworkNode) -> str:
    said = {"begin": marked("Start of {number}"), "end": marked("End of {number}")}.get(node.kind)
    return phrase(said, number=node.number) if said else node.number


def _how_critical(node: NetworkNode) -> str:
    if node.critical:
        return phrase("critical")
    return phrase("done") if node.done else phrase("float of {days}", days=count(node.slack, "day"))


def _day(node: NetworkNode) -> str:
    return short_day(node.start if node.kind == "begin" else node.finish)


def _from_to(node: NetworkNode) -> str:
    start, finish = node.start, node.finish
    if start == finish:
        return short_day(start)
    if start.year == finish.year:
        return f"{month_day(start)} {DASH} {short_day(finish)}"
    return f"{short_day(start)} {DASH} {short_day(finish)}"


def _bold(size: float) -> str:
    return f'font-size="{size:g}" font-weight="700"'
