"""Guidance on a terminal: the next three things and what to type, then a line for each part of a guide.

Lines to type are indented as in their file, so that they can be copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.gap import State
from pathwayctl.reporters.guidance.view import (
    OR_TYPE,
    all_done,
    begins,
    counts,
    detail,
    heading,
    no_guide,
    tasks_in_words,
)
from pathwayctl.reporters.lines import WIDEST, Line, folded, line

if TYPE_CHECKING:
    from pathwayctl.guidance.report import GuideReport, Item
    from pathwayctl.reporters.guidance.view import GuidanceReport, Thing

_STYLE: Final = {
    State.DONE: "green",
    State.WORK_OPEN: "cyan",
    State.UNDER_WAY: "yellow",
    State.NOT_BEGUN: "dim",
}
_STATE: Final = 2 + max(len(state.label) for state in State)
_MARGIN: Final = "  "


def write(report: GuidanceReport, width: int) -> list[Line]:
    """The first things to do, then each guide in turn."""
    width = min(width, WIDEST)
    lines: list[Line] = []
    if not report.guides:
        lines += [*(line(text) for said in no_guide() for text in folded(said, width)), line()]
    lines += _first_things(report, width)
    for guide in report.guides:
        lines += [*_guide(guide, report, width), line()]
    if not report.whole and any(guide.next for guide in report.guides):
        lines += [line("To see everything that is missing:"), line(report.everything), line()]
    if report.notice:
        lines += [*_text(report.notice, width, "yellow"), line()]
    return lines[:-1]


def _first_things(report: GuidanceReport, width: int) -> Iterator[Line]:
    things = report.first_things()
    if not things:
        return
    title = "Next three things" if len(things) > 2 else "Next two things" if len(things) > 1 else "Next thing"
    yield line((title, "bold"))
    for number, thing in enumerate(things, 1):
        yield line()
        yield from _thing(number, thing, width)
        yield from _text(f"For {thing.part}.", width, "dim", indent=3)
    yield line()


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
        yield from _item(item, width, signs=show_signs, is_next=item is guide.next)
        if report.whole:
            yield from _everything(item, guide, report, width)
    if guide.next is None:
        yield line()
        yield from _text(all_done(guide), width, "bold")


def _item(item: Item, width: int, *, signs: bool, is_next: bool) -> Iterator[Line]:
    room = width - len(_MARGIN) - _STATE
    mark = f"{item.number:>2} " if item.number else ""
    first, *others = folded(item.title, room - len(mark))
    yield line(_MARGIN, (item.state.label.lower().ljust(_STATE), _STYLE[item.state]), mark, first)
    room -= len(mark)
    indent = " " * (width - room)
    yield from (line(indent, text) for text in others)
    if said := detail(item):
        yield from (line(indent, (text, "dim")) for text in folded(said, room))
    if (signs or is_next) and item.sign:
        yield from (
            line(indent, (text, "dim")) for text in folded(f"You are past this step if: {item.sign}", room)
        )


def _everything(item: Item, guide: GuideReport, report: GuidanceReport, width: int) -> Iterator[Line]:
    """Every gap of a part, with what to type."""
    things = report.things_of(item, guide)
    for number, thing in enumerate(things, 1):
        yield line()
        yield from _thing(number, thing, width)
    if item.tasks:
        yield line()
        yield from _text(tasks_in_words(item), width)
    if things:
        yield line()


def _thing(number: int, thing: Thing, width: int) -> Iterator[Line]:
    mark = f"{number}. "
    yield from _text(f"{mark}{thing.lack.text}", width, hanging=len(mark))
    for edit in thing.typing.edits:
        yield from _text(edit.how, width, "green", indent=len(mark))
        yield from (line((text, "cyan")) for text in edit.lines)
    if thing.typing.commands:
        yield from _text(OR_TYPE, width, "green", indent=len(mark))
        yield from (line((text, "cyan")) for text in thing.typing.commands)
    if thing.typing.note:
        yield from _text(thing.typing.note, width, "yellow", indent=len(mark))


def _text(text: str, width: int, style: str = "", *, indent: int = 0, hanging: int = 0) -> Iterator[Line]:
    """A text folded to the width, all its lines indented, or all but the first hanging."""
    room = width - indent - hanging
    mark, rest = text[:hanging], text[hanging:]
    for number, part in enumerate(folded(" ".join(rest.split()), room)):
        edge = " " * indent + (mark if number == 0 else " " * hanging)
        yield line(edge, (part, style)) if edge else line((part, style))
