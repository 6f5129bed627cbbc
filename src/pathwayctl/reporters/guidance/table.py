"""Guidance on a terminal: a line for each part of a guide, then what comes next and what to type.

What is to be typed stands at the edge of the screen, so that it can be copied as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.guidance.state import State
from pathwayctl.reporters.fitting import fitted, folded
from pathwayctl.reporters.guidance.view import (
    SHOWN,
    begins,
    counts,
    detail,
    further,
    heading,
    no_guide,
    standing_alone,
    tasks_in_words,
)
from pathwayctl.reporters.lines import Line, line

if TYPE_CHECKING:
    from pathwayctl.guidance.state import GuideReport, Item, Lack
    from pathwayctl.reporters.guidance.view import GuidanceReport

_WIDEST: Final = 100
"""Columns: longer lines are hard to read."""
_STYLE: Final = {State.DONE: "green", State.UNDER_WAY: "yellow", State.NOT_BEGUN: "dim"}
_STATE: Final = 2 + max(len(state.label) for state in State)
_MARGIN: Final = "  "


def write(report: GuidanceReport, width: int) -> list[Line]:
    """Each guide in turn."""
    width = min(width, _WIDEST)
    lines: list[Line] = []
    if not report.guides:
        lines += [*(line(text) for said in no_guide() for text in folded(said, width)), line()]
    for guide in report.guides:
        lines += [*_guide(guide, report, width), line()]
    if report.notice:
        lines += [*_text(report.notice, width, "yellow"), line()]
    return lines[:-1]


def _guide(guide: GuideReport, report: GuidanceReport, width: int) -> Iterator[Line]:
    yield from _text(heading(guide.guide), width, "bold")
    yield from _text(f"{counts(guide)}.", width)
    show_signs = begins(guide)
    if show_signs:
        yield line()
        for text in guide.beginning:
            yield from _text(f"- {text}", width, hanging=2)
    group = ""
    for item in guide.items:
        if item.group != group:
            group = item.group
            yield line()
            yield from _text(group, width, "bold")
        yield from _item(item, guide, width, signs=show_signs)
    yield line()
    yield from _next(guide, report, width)


def _item(item: Item, guide: GuideReport, width: int, *, signs: bool) -> Iterator[Line]:
    room = width - len(_MARGIN) - _STATE
    mark = f"{item.number:>2} " if item.number else ""
    first, *others = folded(item.title, room - len(mark))
    yield line(_MARGIN, (item.state.label.ljust(_STATE), _STYLE[item.state]), mark, first)
    room -= len(mark)
    indent = " " * (width - room)
    yield from (line(indent, text) for text in others)
    if said := detail(item, guide):
        yield line(indent, (fitted(said, room).rstrip(), "dim"))
    if signs and item.sign:
        yield from (line(indent, (text, "dim")) for text in folded(f"Behind you if: {item.sign}", room))


def _next(guide: GuideReport, report: GuidanceReport, width: int) -> Iterator[Line]:
    item = guide.next
    if item is None:
        yield from _text(f"Every {guide.kind} is done.", width, "bold")
        return
    yield line(_rule(f"Next: {standing_alone(item, guide)}", width))
    if item.sign and not begins(guide):
        yield from _text(f"Behind you if: {item.sign}", width)
    if item.evidence:
        yield from _text(f"There is: {'; '.join(item.evidence)}.", width)
    for number, lack in enumerate(item.lacks[:SHOWN], 1):
        yield line()
        yield from _lack(number, lack, report, width)
    said = [text for text in (further(item), tasks_in_words(item)) if text]
    if said:
        yield line()
    for text in said:
        yield from _text(text, width)
    yield line(("─" * width, "bold"))


def _rule(title: str, width: int) -> tuple[str, str]:
    text = f"── {fitted(title, width - 6).rstrip()} "
    return text + "─" * (width - len(text)), "bold"


def _lack(number: int, lack: Lack, report: GuidanceReport, width: int) -> Iterator[Line]:
    typing = report.typing(lack)
    mark = f"{number}. "
    yield from _text(f"{mark}{lack.text}", width, hanging=len(mark))
    yield from _text(typing.how, width, "green", indent=len(mark))
    yield from (line((text, "cyan")) for text in typing.lines)


def _text(text: str, width: int, style: str = "", *, indent: int = 0, hanging: int = 0) -> Iterator[Line]:
    """A text folded to the width, all its lines indented, or all but the first hanging."""
    room = width - indent - hanging
    mark, rest = text[:hanging], text[hanging:]
    for number, part in enumerate(folded(" ".join(rest.split()), room)):
        edge = " " * indent + (mark if number == 0 else " " * hanging)
        yield line(edge, (part, style)) if edge else line((part, style))
