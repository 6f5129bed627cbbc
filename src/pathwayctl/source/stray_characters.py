"""Plain texts that begin or end with a sign that was hardly meant as a part of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from pathwayctl.source.character_sets import BULLETS, DASHES
from pathwayctl.source.lookalikes import mistaken
from pathwayctl.source.quoting import quoted_whole, shown, without_quotes
from pathwayctl.source.rules import CURLY_QUOTES, LOOK_ALIKE, TRAILING_COMMA, UNREADABLE
from pathwayctl.source.text_report import Doubt

_BARE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?: (?:FS|SS|FF|SF)(?:[-+]\d+e?[dw])?)?|\d+\.\d+")
"""An id, a dependency, a day, a length, or a number, all of which need no quotes."""
_ITEM: Final = re.compile(rf"[{DASHES}{BULLETS}][ \t]*[\w-]")
_TIGHT_ITEM: Final = re.compile(r"-[A-Za-z_][\w-]*")


def doubt_of(text: str, resolve: Callable[[str], Any]) -> Any:
    """What is doubtful about a text, or the text itself; ``resolve`` reads one without its comma."""
    if text[-1] == ",":
        return _comma(text, resolve)
    if _TIGHT_ITEM.fullmatch(text):
        message = f"There is no space after the hyphen in {shown(text)}."
        return Doubt(text, UNREADABLE, message, f"Write “- {text[1:]}”.", f"- {text[1:]}")
    inner = without_quotes(text).strip()
    if inner and inner != text.strip():
        message = (
            f"The quotes around {shown(inner)} are not the quotes of the keyboard, but a part of the text."
        )
        bare = inner if _BARE.fullmatch(inner) else quoted_whole(inner)
        return Doubt(text, CURLY_QUOTES, message, f"Write {bare}.", bare)
    if _ITEM.match(text):
        return Doubt(text, LOOK_ALIKE, mistaken(text[0]), f"Write “- {text[1:].lstrip()}: ...”.")
    return text


def _comma(text: str, resolve: Callable[[str], Any]) -> Doubt:
    bare = text.rstrip(", \t")
    value = resolve(bare) if bare else None
    if value.__class__ is Doubt and value.fix:
        bare = value.fix
    message = f"{shown(text)} ends with a comma, which becomes part of the value."
    return Doubt(text, TRAILING_COMMA, message, f"Write {bare} without the comma." if bare else "", bare)
