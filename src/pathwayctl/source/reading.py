"""The front door: the bytes of a YAML file become a plain value and everything that is wrong with its text.

The value is what ruamel's safe loader makes of the text by YAML 1.2 (texts, numbers, truth values,
days, ``None``, lists and dictionaries); the parser is its C one, and the values are built here.
Names of dictionaries are always texts. What is broken is passed over, and the rest is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.diagnostics import Position
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.quick_pattern import pattern
from pathwayctl.source.characters import decode
from pathwayctl.source.event_loop import BROKEN, Build
from pathwayctl.source.names import report_names
from pathwayctl.source.parser import YAMLError, worth_another_try
from pathwayctl.source.places import find
from pathwayctl.source.quoting import shown
from pathwayctl.source.rules import (
    AFTER_QUOTE,
    DIRECTIVE,
    NO_SECTIONS,
    NOT_A_SPACE,
    SAME_NAME,
    SECOND_DOCUMENT,
)
from pathwayctl.source.text_report import Reading, Spot, Stretches, TextReport

if TYPE_CHECKING:
    from pathwayctl.source.recovery import Remains


_BLANK: Final = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_DOTS: Final = pattern(r"\.\.\.(?=\s|\Z)")
_LINE_END: Final = pattern(r"\r\n?|\n|\Z")


def order(text: str) -> Spot | None:
    """What is wrong if the first line with content is an order to programs (``%YAML 1.1``)."""
    start = _content(text, 0)
    if not text.startswith("%", start):
        return None
    line = _line(text, start)
    message = f"The line {shown(line)} begins with a percent sign."
    return Spot(DIRECTIVE, _place(text, start, len(line)), message, DIRECTIVE.page.fix)


def second_document(text: str, end: int) -> Spot | None:
    """What is wrong if anything but comments follows the document's end in the text."""
    start, ended = _content(text, end), False
    while _DOTS.match(text, start):
        start, ended = _content(text, start + len("...")), True
    if start == len(text):
        return None
    line = _line(text, start)
    position = _place(text, start, len(line))
    if ended or line.startswith("---"):
        message = f"A second document begins here, with {shown(line)}."
        return Spot(SECOND_DOCUMENT, position, message, SECOND_DOCUMENT.page.fix)
    message = f"The file is complete before {shown(line)}, so this is out of place."
    hint = "Delete it, or move it into the brackets or quotes above."
    return Spot(AFTER_QUOTE, position, message, hint)


def _content(text: str, start: int) -> int:
    """Where the next thing that is neither blank nor a comment begins, or the end of the text."""
    found = _BLANK.match(text, start)
    return found.end() if found else start


def _line(text: str, start: int) -> str:
    found = _LINE_END.search(text, start)
    return text[start : found.start() if found else None].rstrip()


def _place(text: str, start: int, length: int) -> Position:
    breaks = [found.end() for found in _LINE_END.finditer(text, 0, start) if found.end() > found.start()]
    line, column = len(breaks) + 1, start - (breaks[-1] if breaks else 0) + 1
    return Position(line, column, line, column + length)


_MARKERS: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
"""What lines begin with that a merge put between two versions of the same lines."""
_WORTH_A_LOOK: Final = re.compile(r"[ \t]#[^\s#]|\S\t+[^\s#]")
"""What may be words after a number sign, or a table within a text."""

__all__ = ["Reading", "Spot", "read"]


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One reading of a text: its value, what was found on the way, and what stopped it."""

    text: str
    build: Build
    report: TextReport
    value: Any
    stop: Spot | None


def read(data: bytes) -> Reading:
    """Read a YAML file from its bytes. Never raises; an empty file has no sections, ``{}``."""
    report = TextReport()
    text = decode(data, report)
    if text is None:
        return Reading(None, report.in_order(), whole=False, further=report.further())
    remains = _one_version(text, report) if any(map(text.__contains__, _MARKERS)) else None
    attempt = _attempt(remains.text if remains else text)
    stops: list[Spot] = []
    if attempt.stop is not None:
        from pathwayctl.source.recovery import Remains  # only a broken text needs it

        remains = remains or Remains(text)
        attempt = _go_on(attempt, remains, stops)
    value = _sections(attempt)
    report.take(attempt.report, _is_as_written(remains))
    for spot in stops:
        report.insist(spot)
    passed_over = remains.gaps if remains else ()
    return Reading(
        value,
        report.in_order(),
        whole=value is not None and not passed_over,
        further=report.further(),
        gaps=(*passed_over, *_second_of_a_name(attempt)),
        read_as=attempt.text.encode() if remains else None,
    )


def _is_as_written(remains: Remains | None) -> Callable[[Position], bool]:
    """Whether a place in what is left of a text holds what is there in the file."""
    if remains is None:
        return lambda _: True
    known, gaps = remains.known, Stretches(remains.gaps)
    return lambda place: not (known(place.line - 1) and gaps.meet(place))


def _second_of_a_name(attempt: _Attempt) -> Iterator[Position]:
    """The entries that do not count because their name is there twice."""
    rows = {place.line - 1 for place in attempt.report.places(SAME_NAME)}
    if rows:
        from pathwayctl.source.recovery import Remains

        remains = Remains(attempt.text)
        yield from map(remains.entry, sorted(rows))


def _one_version(text: str, report: TextReport) -> Remains | None:
    """The text with the first version of all lines that a merge left in two, if there are any."""
    from pathwayctl.source.pasted import conflicts  # only a text with markers needs it
    from pathwayctl.source.recovery import Remains

    remains = None
    for conflict in conflicts(text):
        remains = remains or Remains(text)
        spot = conflict.spot
        report.add(spot.rule, spot.position, spot.message, spot.hint)
        for first, last in conflict.rows:
            remains.clear(first, last)
    return remains


def _attempt(text: str) -> _Attempt:
    """Read a text as far as it goes."""
    report = TextReport()
    build = Build(text, report, lenient=False)
    stop = order(text)
    if stop is not None:
        return _Attempt(text, build, report, BROKEN, stop)
    try:
        value = build.run()
    except (YAMLError, UnicodeError) as error:
        if not worth_another_try(text, error):
            return _Attempt(text, build, report, BROKEN, _complaint(error, build))
        report = TextReport()
        build = Build(text, report, lenient=True)
        try:
            value = build.run()
        except (YAMLError, UnicodeError) as second:
            return _Attempt(text, build, report, BROKEN, _complaint(second, build))
    if value is not BROKEN:
        stop = second_document(text, build.end) or _pasted_section(text, value)
    return _Attempt(text, build, report, value, stop)


def _complaint(error: Exception, build: Build) -> Spot:
    from pathwayctl.source.complaints import complaint  # only a broken text needs it

    spot = complaint(error, build.text, build.last)
    if spot.rule is not NOT_A_SPACE or spot.fix is not None:
        return spot
    from pathwayctl.source.indentation import without_tabs

    return replace(spot, fix=without_tabs(build.text, read))


def _pasted_section(text: str, value: Any) -> Spot | None:
    """What is wrong if the text of a section, where a list or group belongs, was pasted."""
    names = [name for name, held in value.items() if isinstance(held, str)] if isinstance(value, dict) else ()
    if not names:
        return None
    from pathwayctl.source.pasted import pasted  # no section is a text in a file that is right

    places = find(text, [((name,), on_key) for name in names for on_key in (True, False)])
    lines = text.splitlines()
    below = (places[(name,), False].line for name in names)
    beside = (places[(name,), True].line for name in names)
    found = (pasted(lines, row - 1) for row, line in zip(below, beside, strict=True) if row > line)
    return next(filter(None, found), None)


def _go_on(attempt: _Attempt, remains: Remains, stops: list[Spot]) -> _Attempt:
    """Read again without what is broken, until the rest can be read or the tries are used up."""
    from pathwayctl.source.recovery import tries_for

    tries = tries_for(attempt.text)
    while attempt.stop is not None and tries:
        if not remains.known(attempt.stop.position.line - 1):
            stops.append(attempt.stop)
        remains.take_out(attempt.stop)
        attempt = _attempt(remains.text)
        tries -= 1
    if attempt.stop is not None:
        stops += [attempt.stop, remains.give_up(attempt.stop)]
        attempt = _attempt(remains.text)
    return attempt


def _sections(attempt: _Attempt) -> dict[str, Any] | None:
    """The sections that were read, or ``None``; what else is wrong with them is added to the report."""
    text, report, value = attempt.text, attempt.report, attempt.value
    report_names(text, attempt.build.wrong_names, report)
    if value is BROKEN or attempt.stop is not None:
        return None
    if (" #" in text or "\t" in text) and _WORTH_A_LOOK.search(text):
        from pathwayctl.source.lost_words import look_again  # few files need it

        look_again(text, report, lenient=attempt.build.lenient)
    if value is None:
        return {}
    if not isinstance(value, dict):
        place = find(text, [((), False)])[(), False]
        what = "a list" if isinstance(value, list) else shown(str(value))
        report.add(NO_SECTIONS, place, f"The file holds {what} and no sections.")
        return None
    return value
