"""The events of a text, from the C parser, which takes texts within brackets more strictly than YAML 1.2.

``{title: Who pays?}`` and ``{link: https://example.org}`` are fine by YAML 1.2, and the parser
stops at the mark. After such a stop the text is read once more with stand-ins for these marks where
they cannot mean anything, and every value gets its own marks back. Times (``[10:30]``) come through
in the same way and are then found to need quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from pathwayctl.source.parser import CParser, ScalarEvent

_INNER_MARK: Final = re.compile(
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
    """What gives the next event at each call, ``None`` after the last."""
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
