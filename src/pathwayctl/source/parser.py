"""The C parser, told to make lean events, and the events of a text. The one import of ruamel.

For each event the parser makes an object of a class that ruamel gives it, which takes as long as all
else that the parser does. It finds the classes by their names in its module; here it finds smaller
ones under these names, with just the attributes that are used. Nothing else in ruamel makes events
through this module. If a later parser calls them differently, it keeps its own.

The parser takes texts within brackets more strictly than YAML 1.2: ``{title: Who pays?}`` and
``{link: https://example.org}`` are fine by YAML 1.2, and the parser stops at the mark. After such a
stop the text is read once more with stand-ins for these marks where they cannot mean anything, and
every value gets its own marks back. Times (``[10:30]``) come through in the same way and are then
found to need quotes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import _ruamel_yaml as parser
from _ruamel_yaml import AliasEvent, CParser, DocumentEndEvent, StreamEndEvent, YAMLError

from pathwayctl.quick_pattern import pattern

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


_INNER_MARK: Final = pattern(
    r"(?<=[A-Za-z]):(?=//)"  # a web address
    r"|(?<=[0-9]):(?=[0-9])"  # a time
    r"|(?<![\s,\[\]{}])\?"  # a question mark after a word
)
_STAND_INS: Final = {":": "\ue000", "?": "\ue001"}
_BACK: Final = {ord(stand_in): mark for mark, stand_in in _STAND_INS.items()}
_STOPS: Final = (
    "found unexpected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
)


def events(text: str, *, lenient: bool = False) -> Callable[[], Any]:
    """A function that returns the next event at each call, and ``None`` after the last."""
    if not lenient:
        first_try: Callable[[], Any] = CParser(text).get_event
        return first_try
    get_event = CParser(_INNER_MARK.sub(lambda mark: _STAND_INS[mark[0]], text)).get_event

    def next_event() -> Any:
        event = get_event()
        if event.__class__ is ScalarEvent:
            event.value = event.value.translate(_BACK)
        return event

    return next_event


def worth_another_try(text: str, error: Exception) -> bool:
    """Whether a text may be read in the lenient way, after the parser stopped in the usual one."""
    if getattr(error, "problem", None) not in _STOPS or any(each in text for each in _STAND_INS.values()):
        return False
    return _INNER_MARK.search(text) is not None
