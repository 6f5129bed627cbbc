"""From the parser's events to plain values: one loop without recursion, made for speed.

The values of an open list or group are collected flat, a group's names and values in turn, and
become a list or dictionary when it closes. Places are asked for only where there is something to
say, since asking for them costs more than all the rest.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from pathwayctl.diagnostics import Fix, Path
from pathwayctl.source.aliases import DEEPEST, Aliases
from pathwayctl.source.characters import forbidden
from pathwayctl.source.names import NameCase
from pathwayctl.source.parser import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    events,
)
from pathwayctl.source.places import span
from pathwayctl.source.quoting import LONGEST_ENTRY, cut, shown, with_quotes, yaml_quoted
from pathwayctl.source.rules import (
    FORBIDDEN_CHARACTER,
    LOOK_ALIKE,
    MERGE,
    NAME_NOT_TEXT,
    TAG,
    TOO_DEEP,
    UNREADABLE,
    YES_OR_NO,
)
from pathwayctl.source.scalars import resolve
from pathwayctl.source.text_report import Doubt, TextReport

BROKEN: Final = object()
"""Stands for the value of a text that could not be read to its end."""

_UNSEEN: Final = object()
_LONGEST_KEPT: Final = 40
_TEXT_ONLY: Final = {str}
_YES_AND_NO: Final = ("answer",)
"""Fields in which a plain yes or no is one of the choices."""
_ONLY_AT_NAME: Final = {LOOK_ALIKE.code: True, UNREADABLE.code: True, YES_OR_NO.code: False}


class Build:
    """The building of one file's value.

    ``end`` is where the first document ends, in characters of the text; ``wrong_names`` are to be
    reported once their places are known, and ``last`` is the last event that came.
    """

    __slots__ = ("_aliases", "_next", "_report", "_stack", "end", "last", "lenient", "text", "wrong_names")

    def __init__(self, text: str, report: TextReport, lenient: bool) -> None:
        self._next = events(text, lenient=lenient)
        self.text = text
        self.lenient = lenient
        self._report = report
        self._aliases = Aliases(report)
        self._stack: list[tuple[list[Any], Any]] = []
        self.end = len(text)
        self.last: Any = None
        self.wrong_names: list[NameCase] = []

    def run(self) -> Any:  # noqa: C901 - one loop, for speed: a call for each event would cost a tenth more
        """The value of the first document, ``None`` if there is none, or ``BROKEN``.

        Raises ``YAMLError`` or ``UnicodeError`` where the parser stops.
        """
        stack = self._stack
        kept: dict[str, Any] = {}
        lookup = kept.get
        items: list[Any] = []
        append = items.append
        get_event, event = self._next, self.last
        try:
            while True:  # a condition here would keep Python 3.11 from speeding up the first runs
                event = get_event()
                kind = event.__class__
                if kind is ScalarEvent:
                    value = plain = event.value
                    style = event.style
                    if not style:
                        value = lookup(plain, _UNSEEN)
                        if value is _UNSEEN:
                            value = resolve(plain)
                            if value.__class__ is Doubt:
                                value = self._doubt(value, event, items)
                            elif len(plain) < _LONGEST_KEPT:
                                kept[plain] = value
                    elif style == '"' and not value.isprintable():
                        value = self._visible(value, event)
                    append(value)
                    if event.anchor is not None or event.ctag is not None:
                        self._marked(event, value)
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    value = items if kind is SequenceEndEvent else self._mapping(items, stack[-1][1], event)
                    items, start = stack.pop()
                    append = items.append
                    append(value)
                    if start.anchor is not None or start.ctag is not None:
                        self._marked(start, value)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    if len(stack) == DEEPEST:
                        return self._too_deep(event)
                    stack.append((items, event))
                    items = []
                    append = items.append
                elif kind is AliasEvent:
                    append(self._repeated(event, items))
                elif kind is DocumentEndEvent or kind is StreamEndEvent:
                    return self._ended(event, items)
        finally:
            self.last = event

    def _ended(self, event: Any, items: list[Any]) -> Any:
        """The value of the document that ends here; ``None`` at the end of a text without one."""
        if event.__class__ is StreamEndEvent:
            return None
        self.end = event.start_mark.index
        return items[0]

    def _mapping(self, items: list[Any], start: Any, end: Any) -> dict[str, Any]:
        """The value of a closed group of names and values."""
        if start.flow_style and None in items[1::2]:
            return self._in_braces(items, start, end)
        return self._entries(items)

    def _in_braces(self, items: list[Any], start: Any, end: Any) -> dict[str, Any]:
        """A closed group in braces with a blank value, which may come from a comma within a text."""
        begin, after = start.start_mark.index, end.end_mark.index
        if after - begin > LONGEST_ENTRY:
            return self._entries(items)
        entry = self.text[begin:after]
        if all(
            f"{name}:" in entry for name, value in zip(items[::2], items[1::2], strict=True) if value is None
        ):
            return self._entries(items)
        from pathwayctl.source.braces import report_split_texts  # few files need it

        loose = report_split_texts(entry, start.start_mark, self._report)
        if 2 * len(loose) != len(items):
            return self._entries(items)
        pairs = zip(items[::2], items[1::2], loose, strict=True)
        return {str(name): value for name, value, apart in pairs if not apart}

    def _entries(self, items: list[Any]) -> dict[str, Any]:
        """A closed group from its names and values in turn."""
        pairs = iter(items)
        try:
            entries = dict(zip(pairs, pairs, strict=True))
        except TypeError:  # a list before a colon
            return self._untangled(items)
        if len(entries) * 2 == len(items) and _TEXT_ONLY.issuperset(map(type, entries)):
            return entries
        return self._untangled(items)

    def _untangled(self, items: list[Any]) -> dict[str, Any]:
        """A group in which a name is no text or appears twice: the first value of each name counts."""
        entries: dict[str, Any] = {}
        first: dict[str, int] = {}
        path = self._path()
        for number, (name, value) in enumerate(zip(items[::2], items[1::2], strict=True)):
            if name.__class__ is not str:
                self._wrong_name(path, number)
                if isinstance(name, list | dict):
                    continue
            elif name in first:
                self._wrong_name(path, number, name, first[name])
            else:
                first[name] = number
            entries.setdefault(str(name), value)
        return entries

    def _wrong_name(self, group: Path | None, number: int, name: str = "", first: int | None = None) -> None:
        """Keep a wrong name for later, unless it is within another one."""
        if group is not None:
            earlier = None if first is None else (*group, first)
            self.wrong_names.append(NameCase((*group, number), name, earlier))

    def _path(self) -> Path | None:
        """The way to the innermost open list or group, in positions only; ``None`` within a name."""
        path = []
        for (_, holder), (items, _) in pairwise(self._stack):
            position = len(items)
            if holder.__class__ is MappingStartEvent:
                if position % 2 == 0:
                    return None
                position //= 2
            path.append(position)
        return tuple(path)

    def _at_name(self, items: list[Any]) -> bool:
        """Whether the next value of the innermost open group comes before a colon."""
        return bool(self._stack) and self._stack[-1][1].__class__ is MappingStartEvent and len(items) % 2 == 0

    def _doubt(self, doubt: Doubt, event: Any, items: list[Any]) -> Any:
        """Report a plain text that should be written differently, if it is wrong in its place."""
        at_name = self._at_name(items)
        is_choice = doubt.rule is YES_OR_NO and bool(items) and items[-1] in _YES_AND_NO
        if _ONLY_AT_NAME.get(doubt.rule.code, at_name) is at_name and not is_choice:
            place = span(event)
            if doubt.rule is MERGE and not at_name:
                message = "The sign << needs quotes around it to be a text."
                self._report.add(MERGE, place, message, with_quotes("<<"), Fix(place, yaml_quoted("<<")))
            else:
                fix = Fix(place, doubt.fix) if doubt.fix else None
                self._report.add(doubt.rule, place, doubt.message, doubt.hint, fix)
        return doubt.value

    def _visible(self, value: str, event: Any) -> str:
        """A text in double quotes, where backslashes may bring in what no text may hold."""
        if not forbidden().search(value):
            return value
        message = "A backslash in this text makes a character that cannot be seen."
        hint = "Delete the backslash and what belongs to it, or use single quotes around the text."
        self._report.add(FORBIDDEN_CHARACTER, span(event), message, hint)
        return forbidden().sub(" ", value)

    def _marked(self, event: Any, value: Any) -> None:
        """Keep a value marked with ``&``, and report a word with ``!``."""
        if event.anchor is not None:
            self._aliases.mark(event.anchor, value)
        if event.ctag is not None:
            word = event.ctag.replace("tag:yaml.org,2002:", "!!")
            text = f"{word} {value}".rstrip() if isinstance(value, str) else word
            message = f"The word {shown(word)} is an instruction to programs, which a project does not need."
            hint = f"Delete it, or write {yaml_quoted(text)} with quotes around it if it is part of a text."
            self._report.add(TAG, span(event), message, hint)

    def _repeated(self, event: Any, items: list[Any]) -> Any:
        """The value of an alias; before a colon it is read as text."""
        name, position = event.anchor, span(event)
        if self._at_name(items):
            message = f"The star in *{cut(name)} is not read before a colon."
            self._report.add(NAME_NOT_TEXT, position, message, "Write the name itself.")
            return f"*{name}"
        open_names = [start.anchor for _, start in self._stack if start.anchor is not None]
        return self._aliases.repeat(name, position, len(self._stack), open_names)

    def _too_deep(self, event: Any) -> Any:
        message = f"There are more than {DEEPEST} lists or groups within each other here."
        self._report.add(TOO_DEEP, span(event), message)
        return BROKEN
