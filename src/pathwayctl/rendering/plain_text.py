"""From a template's values to plain text: what may be shown, and how."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Final

from jinja2 import Undefined

from pathwayctl.language import declared
from pathwayctl.rendering.markup import Markup
from pathwayctl.rendering.mistakes import UnfitError
from pathwayctl.wording import HIDDEN

_ESCAPED: Final = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&#39;": "'", "&#34;": '"'}
_ESCAPE = re.compile("|".join(_ESCAPED))
_TOKEN = re.compile(r"<#\d+#>")
_UNSEEN = re.compile(rf"[{HIDDEN}\ud800-\udfff]")
_KINDS: Final = {
    "list": "a list",
    "tuple": "a list",
    "generator": "a list",
    "dict": "a dictionary",
    "bool": "yes or no",
    "int": "a number",
    "float": "a number",
    "str": "a text",
    "Markup": "a text",
    "NoneType": "an empty value",
}


def plain(value: object) -> str:
    """The text of a value that can be shown, cleaned; any other value stops the template.

    It is cleaned here, before anything is checked: a text of hidden characters alone is empty.
    """
    if type(value) is str:
        return seen(value)
    if isinstance(value, Markup):
        if _TOKEN.search(value):
            raise UnfitError("A block is inside a text.", "Write the block by itself, in its own {{ }}.")
        return seen(shown(value))
    return seen(printed(value))


def printed(value: object) -> str:
    """What ``{{ value }}`` prints: text, numbers, days, times, yes, and no; an empty text for ``None``."""
    match value:
        case str():
            return declared(value)
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() if abs(value) < 10**18:
            return str(value)
        case float():
            return f"{value:.10g}"
        case date() | time():
            return value.isoformat()
        case Undefined():
            return str(value)  # says what is missing, and stops the template
    raise UnfitError(f"This is {kind_of(value)}, and cannot be shown as text.", "Show its parts one by one.")


def shown(markup: str) -> str:
    """The text that was escaped on its way through a template."""
    return _ESCAPE.sub(lambda found: _ESCAPED[found[0]], markup)


def kind_of(value: object) -> str:
    """What a value is, in plain words."""
    return kind_named(type(value).__name__)


def kind_named(name: str) -> str:
    """The same for the name of a type of Python."""
    return _KINDS.get(name, "a thing with parts of its own")


def seen(text: str) -> str:
    """Remove what no page should hold: control codes, half characters, and marks that turn the direction."""
    return text if text.isprintable() else _UNSEEN.sub("", text)
