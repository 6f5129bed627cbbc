"""The tree of a YAML text with the place of each node, built only along the paths that an edit touches.

What libyaml's marks say, and what is made of them here: marks count characters of the text without its
byte-order mark. A node's start mark includes its anchor and tag. The end mark of a block scalar lies
behind the blank lines that follow it, and that of a block list or mapping at the next token, behind
comments; so such a node ends here where its last scalar ends. All other end marks are exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from pathwayctl.diagnostics import Path
from pathwayctl.editing.edits import CannotEditError
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
from pathwayctl.source.places import entry_name

_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s*)*")
_TO_TOKEN: Final = re.compile(r"(?:[&!]\S*|\s+|#[^\r\n]*)*")
_LAST_BREAK: Final = re.compile(r"(?:\r\n|\r|\n)\Z")
_KEEPS_LINES: Final = re.compile(r"[|>]\d?\+|[|>]\+\d?")


@dataclass(slots=True)
class Node:
    """A value in a text.

    ``kind`` is ``scalar``, ``alias``, ``list``, or ``mapping``. ``start`` includes an anchor and a tag, and
    ``inner`` does not; ``end`` is just after the last character. ``column`` is that of the entries in a
    block list (their hyphens) or block mapping. ``style`` is that of a scalar: empty, or one of ``'"|>``.
    ``entries`` are the keys (``None`` in a list) and values; ``None`` if nobody asked for them.
    ``open_end`` says that it ends in a block scalar, to which deeper lines that follow would belong.
    """

    kind: str
    start: int
    inner: int
    end: int
    column: int
    flow: bool = False
    style: str = ""
    anchor: str | None = None
    name: str | None = None
    entries: list[tuple[Node | None, Node]] | None = None
    open_end: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written here, as after ``owner:``."""
        return self.kind == "scalar" and self.start == self.end

    @property
    def is_block(self) -> bool:
        """Whether it is a list or mapping over lines, without brackets or braces."""
        return self.kind in ("list", "mapping") and not self.flow

    def pairs(self) -> list[tuple[Node | None, Node]]:
        """The keys and values."""
        return self.entries or []

    def index_of(self, part: str | int) -> int | None:
        """The position of a key, or of an item; ``None`` if there is none."""
        if isinstance(part, int):
            return part if self.kind in ("list", "mapping") and part < len(self.pairs()) else None
        if self.kind != "mapping":
            return None
        found = (number for number, (key, _) in enumerate(self.pairs()) if key and key.name == part)
        return next(found, None)


def parse(text: str, paths: Iterable[Path]) -> Node:
    """The root of a text that can be read, with the entries of all nodes on some paths.

    All nodes below the end of a path have their entries too.
    """
    wanted: dict[Any, Any] = {}
    for path in paths:
        here = wanted
        for part in path:
            here = here.setdefault(part, {})
        here[...] = True
    try:
        return _NodeWalk(text, lenient=False).document(wanted)
    except YAMLError as error:
        if not worth_another_try(text, error):
            raise
    return _NodeWalk(text, lenient=True).document(wanted)


def refuse_unsafe(text: str, node: Node) -> None:
    """Raise ``CannotEditError`` if a node takes part in repeated values (anchors, aliases, merge keys)."""
    if node.kind == "alias":
        raise CannotEditError(
            f"“{text[node.start : node.end]}” repeats a value that is written in another place.",
            "Write the value itself here, then try again.",
        )
    if any(key is not None and key.name == "<<" and not key.style for key, _ in node.pairs()):
        raise CannotEditError(
            "This entry takes lines over from another one with “<<”.", "Write the lines out, then try again."
        )


def has_marks(node: Node) -> bool:
    """Whether a value is marked with an anchor or repeats one, in itself or in what it holds."""
    if node.kind == "alias" or node.anchor is not None:
        return True
    return any((key and has_marks(key)) or has_marks(value) for key, value in node.pairs())


class _NodeWalk:
    """One walk through the events of a text."""

    __slots__ = ("_next", "_text")

    def __init__(self, text: str, *, lenient: bool) -> None:
        self._text = text
        self._next = events(text, lenient=lenient)

    def document(self, wanted: dict[Any, Any]) -> Node:
        self._next()
        self._next()
        event = self._next()
        if event is None or not hasattr(event, "start_mark"):
            return self._nothing()
        if event.__class__ not in (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent):
            return self._nothing()
        return self._node(event, wanted)

    def _nothing(self) -> Node:
        end = len(self._text)
        return Node("scalar", end, end, end, 0)

    def _node(self, event: Any, wanted: dict[Any, Any] | None) -> Node:
        kind, start = event.__class__, event.start_mark
        at = start.index
        if kind is AliasEvent:
            return Node("alias", at, at, event.end_mark.index, start.column, name=entry_name(event))
        inner = self._inner(event)
        if kind is ScalarEvent:
            end, style = self._end_of(event), event.style or ""
            node = Node("scalar", at, min(inner, end), end, start.column, style=style, anchor=event.anchor)
            node.name, node.open_end = entry_name(event), style in ("|", ">")
            return node
        node = Node("list", at, inner, inner, start.column, flow=bool(event.flow_style), anchor=event.anchor)
        if kind is MappingStartEvent:
            node.kind = "mapping"
        if wanted is None:
            self._skip(node)
        else:
            self._fill(node, wanted)
        if inner != at and not node.flow:
            self._find_column(node)
        return node

    def _fill(self, node: Node, wanted: dict[Any, Any]) -> None:
        """Read the entries of a list or mapping up to its end."""
        node.entries = []
        everything = ... in wanted
        while True:
            event = self._next()
            kind = event.__class__
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                break
            key = None
            part: str | int | None = len(node.entries)
            if node.kind == "mapping":
                key = self._node(event, None)
                part = key.name
                event = self._next()
            below = wanted.get(part)
            if below is None:
                below = wanted.get(len(node.entries)) if key else None
            if everything:
                below = {**(below or {}), ...: True}
            value = self._node(event, below)
            node.entries.append((key, value))
        last = node.entries[-1][1] if node.entries and not node.flow else None
        node.end = last.end if last else event.end_mark.index
        node.open_end = last is not None and last.open_end

    def _skip(self, node: Node) -> None:
        """Go on to the end of a list or mapping, and note where that is."""
        open_ones: list[bool] = [node.flow]
        last: Any = None
        while open_ones:
            event = self._next()
            kind = event.__class__
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                if open_ones.pop():
                    last = event
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                open_ones.append(bool(event.flow_style))
            else:
                last = event
        if last.__class__ is ScalarEvent:
            node.end = self._end_of(last)
            node.open_end = last.style in ("|", ">")
        else:
            node.end = last.end_mark.index

    def _inner(self, event: Any) -> int:
        """Where the value of an event begins, after its anchor and tag."""
        start: int = event.start_mark.index
        if event.anchor is None and event.ctag is None:
            return start
        found = _PROPERTIES.match(self._text, start)
        return found.end() if found else start

    def _end_of(self, event: Any) -> int:
        """Where a scalar ends; a block scalar, before blank lines after it unless it keeps them."""
        end: int = event.end_mark.index
        if event.style not in ("|", ">"):
            return end
        text, inner = self._text, self._inner(event)
        written = text[inner:end]
        if end < len(text) and not written.endswith(("\n", "\r")):  # the spaces before the next line's text
            written = written[: max(written.rfind("\n"), written.rfind("\r")) + 1]
        if _KEEPS_LINES.match(written):
            return inner + len(_LAST_BREAK.sub("", written))
        ends_in_space = event.value.rstrip("\n").endswith((" ", "\t"))
        return inner + len(written.rstrip("\r\n" if ends_in_space else " \t\r\n"))

    def _find_column(self, node: Node) -> None:
        """The column of the entries of a block list or mapping whose first line holds its anchor or tag."""
        found = _TO_TOKEN.match(self._text, node.start)
        first = found.end() if found else node.start
        node.inner = first
        node.column = first - max(self._text.rfind("\n", 0, first), self._text.rfind("\r", 0, first)) - 1
