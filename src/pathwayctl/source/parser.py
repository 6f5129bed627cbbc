"""The C parser, told to make lean events. The one import of ruamel.

For each event the parser makes an object of a class that ruamel gives it, which takes as long as all
else that the parser does. It finds the classes by their names in its module; here it finds smaller
ones under these names, with just the attributes that are used. Nothing else in ruamel makes events
through this module. If a later parser calls them differently, it keeps its own.
"""

from __future__ import annotations

from typing import Any

import _ruamel_yaml as parser
from _ruamel_yaml import AliasEvent, CParser, DocumentEndEvent, StreamEndEvent, YAMLError

__all__ = [
    "AliasEvent",
    "CParser",
    "DocumentEndEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
]


class _Scalar:
    __slots__ = ("anchor", "ctag", "end_mark", "start_mark", "style", "value")

    def __init__(
        self, anchor: Any, tag: Any, _implicit: Any, value: str, start: Any, end: Any, style: str
    ) -> None:
        self.anchor = anchor
        self.ctag = tag
        self.value = value
        self.start_mark = start
        self.end_mark = end
        self.style = style


class _MappingStart:
    __slots__ = ("anchor", "ctag", "end_mark", "flow_style", "start_mark")

    def __init__(self, anchor: Any, tag: Any, _implicit: Any, start: Any, end: Any, flow: Any) -> None:
        self.anchor = anchor
        self.ctag = tag
        self.start_mark = start
        self.end_mark = end
        self.flow_style = flow


class _SequenceStart(_MappingStart):
    __slots__ = ()


class _MappingEnd:
    __slots__ = ("end_mark", "start_mark")

    def __init__(self, start: Any, end: Any) -> None:
        self.start_mark = start
        self.end_mark = end


class _SequenceEnd(_MappingEnd):
    __slots__ = ()


_LEAN = {
    "ScalarEvent": _Scalar,
    "MappingStartEvent": _MappingStart,
    "SequenceStartEvent": _SequenceStart,
    "MappingEndEvent": _MappingEnd,
    "SequenceEndEvent": _SequenceEnd,
}


def _use_lean_events() -> None:
    own = {name: getattr(parser, name) for name in _LEAN}
    vars(parser).update(_LEAN)
    try:
        get_event = CParser("{a: [&b c]}").get_event
        while get_event().__class__ is not StreamEndEvent:
            pass
    except TypeError:
        vars(parser).update(own)


_use_lean_events()
ScalarEvent: Any = parser.ScalarEvent
MappingStartEvent: Any = parser.MappingStartEvent
SequenceStartEvent: Any = parser.SequenceStartEvent
MappingEndEvent: Any = parser.MappingEndEvent
SequenceEndEvent: Any = parser.SequenceEndEvent
