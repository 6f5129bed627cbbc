"""The place in the text of a path into the data.

Places are not kept while reading: most files have nothing to report. For those that have, the
parser runs once more and follows only the paths that are asked for, until all are found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from pathwayctl.diagnostics import START, Path, Position
from pathwayctl.source.aliases import DEEPEST
from pathwayctl.source.characters import decode
from pathwayctl.source.parser import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
    events,
    worth_another_try,
)
from pathwayctl.source.scalars import resolve
from pathwayctl.source.text_report import Doubt, TextReport

_STARTS: Final = (MappingStartEvent, SequenceStartEvent)


def locate(data: bytes, wanted: Collection[tuple[Path, bool]]) -> dict[tuple[Path, bool], Position]:
    """The places of paths: of their names (``True``) or of their values (``False``).

    A path that goes nowhere has the place of its nearest ancestor that is there, one that goes
    through an alias has that of the alias, and an empty value has that of its name. A list or group
    is shown by its first entry, as far as that stands on its first line.
    """
    text = decode(data, TextReport())
    return dict.fromkeys(wanted, START) if text is None else find(text, wanted)


def find(
    text: str, wanted: Collection[tuple[Path, bool]], *, lenient: bool = False
) -> dict[tuple[Path, bool], Position]:
    """The same as ``locate`` for a text; where it is broken, what was found before counts."""
    root = _Stop()
    for path, _ in wanted:
        root.lead(path)
    walk = _PlaceWalk(text, root.unseen(), lenient)
    try:
        walk.over(root)
    except (YAMLError, UnicodeError) as error:  # `read` has reported it
        if not lenient and worth_another_try(text, error):
            return find(text, wanted, lenient=True)
    return {(path, on_key): root.place_of(path, on_key) for path, on_key in wanted}


def span(event: Any) -> Position:
    """The place of one event of the parser."""
    start, end = event.start_mark, event.end_mark
    return Position(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class _Stop:
    """A stop on the ways to the wanted paths: the stops after it, and its place once it was passed."""

    __slots__ = ("name", "onward", "place")

    def __init__(self) -> None:
        self.onward: dict[str | int, _Stop] = {}
        self.name: Position | None = None
        self.place: Position | None = None

    def lead(self, path: Path) -> None:
        """Make a way along a path."""
        stop = self
        for part in path:
            stop = stop.onward.setdefault(part, _Stop())

    def unseen(self) -> int:
        """How many stops from this one onward have no place."""
        number, waiting = 0, [self]
        while waiting:
            stop = waiting.pop()
            number += stop.place is None
            waiting.extend(stop.onward.values())
        return number

    def place_of(self, path: Path, on_key: bool) -> Position:
        """The place at the end of a path, or as far as the way goes."""
        stop, place = self, self.place or START
        for part in path:
            stop = stop.onward[part]
            if stop.place is None and stop.name is None:
                return place
            place = stop.place or stop.name or place
        return stop.name or place if on_key else place


class _PlaceWalk:
    """One way through the events of a text, past the stops. ``left`` counts those not yet passed."""

    __slots__ = ("_left", "_measured", "_next", "_text")

    def __init__(self, text: str, left: int, lenient: bool) -> None:
        self._text = text
        self._left = left
        self._measured = -1, 0
        self._next = events(text, lenient=lenient)

    def over(self, root: _Stop) -> None:
        """Walk over the first document."""
        self._next()  # the beginning of the text
        self._next()  # and of the document, or the end of an empty text
        event = self._next()
        if event is not None:
            self._value(event, [root], span(event), 1)

    def _value(self, event: Any, stops: list[_Stop], instead: Position, level: int) -> None:
        """Walk over a value, from its first event on; ``instead`` is the place of an empty one."""
        kind = event.__class__
        if kind not in _STARTS:
            self._pass(stops, instead if event.start_mark.index == event.end_mark.index else span(event))
        else:
            first = self._next()
            self._pass(stops, self._opening(event, first))
            if level > DEEPEST:
                self._left = 0  # the text was refused: no place in it matters, only that this ends
            elif not any(stop.onward for stop in stops):
                self._skip(first)
            elif kind is MappingStartEvent:
                self._group(first, stops, level)
            else:
                self._list(first, stops, level)
        missed = (after for stop in stops for after in stop.onward.values() if after.place is None)
        self._left -= sum(after.unseen() for after in missed)

    def _list(self, event: Any, stops: list[_Stop], level: int) -> None:
        position = 0
        while self._left > 0 and event.__class__ is not SequenceEndEvent:
            after = _onward(stops, (position,))
            if after:
                mark = event.start_mark  # of an empty entry: just after its dash
                dash = Position(mark.line + 1, max(mark.column, 1), mark.line + 1, max(mark.column, 1) + 1)
                self._value(event, after, dash, level + 1)
            else:
                self._ignore(event)
            event = self._next()
            position += 1

    def _group(self, event: Any, stops: list[_Stop], level: int) -> None:
        position = 0
        while self._left > 0 and event.__class__ is not MappingEndEvent:
            after = _onward(stops, (position, entry_name(event)))
            if after:
                name = self._named(event, after)
                self._value(self._next(), after, name, level + 1)
            else:
                self._ignore(event)
                self._ignore(self._next())
            event = self._next()
            position += 1

    def _named(self, event: Any, stops: list[_Stop]) -> Position:
        """The place of a name, which may be a list or group in a text that was refused."""
        name = span(event)
        if event.__class__ in _STARTS:
            first = self._next()
            name = self._opening(event, first)
            self._skip(first)
        for stop in stops:
            stop.name = name
        return name

    def _ignore(self, event: Any) -> None:
        if event.__class__ in _STARTS:
            self._skip(self._next())

    def _pass(self, stops: list[_Stop], place: Position) -> None:
        for stop in stops:
            stop.place = place
        self._left -= len(stops)

    def _skip(self, event: Any) -> None:
        """Go on to the end of a list or group whose first event was taken."""
        step = self._next
        level = 1
        while True:
            kind = event.__class__
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                level -= 1
                if not level:
                    return
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                level += 1
                if level > DEEPEST:
                    self._left = 0
                    return
            event = step()

    def _opening(self, start: Any, first: Any) -> Position:
        """From the start of a list or group to the end of its first entry or line."""
        mark, end = start.start_mark, first.end_mark
        column = end.column
        if end.line != mark.line or first.__class__ in _STARTS:
            column = self._width(mark)
        return Position(mark.line + 1, mark.column + 1, mark.line + 1, max(column, mark.column + 1) + 1)

    def _width(self, mark: Any) -> int:
        """Columns of the line of a mark, without blanks at its end; a long line is measured once."""
        if mark.line != self._measured[0]:
            line_end = self._text.find("\n", mark.index)
            line = self._text[mark.index - mark.column : None if line_end < 0 else line_end]
            self._measured = mark.line, len(line.rstrip())
        return self._measured[1]


def _onward(stops: list[_Stop], parts: Iterable[str | int | None]) -> list[_Stop]:
    """The stops that come next, for an entry known by its position and name; the first of its name counts."""
    found = (stop.onward.get(part) for stop in stops for part in parts if part is not None)
    return [stop for stop in found if stop is not None and stop.place is None]


def entry_name(event: Any) -> str | None:
    """The name of an entry as `read` returns it; ``None`` if it is a list or group."""
    if event.__class__ is AliasEvent:
        return f"*{event.anchor}"
    if event.__class__ is not ScalarEvent:
        return None
    if event.style:
        return str(event.value)
    value = resolve(event.value)
    return str(value.value if value.__class__ is Doubt else value)
