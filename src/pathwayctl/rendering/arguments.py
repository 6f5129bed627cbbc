"""The checks of what a template gives to a block function."""

from __future__ import annotations

from typing import Final, TypeVar

from pathwayctl.rendering.mistakes import UnfitError
from pathwayctl.rendering.plain_text import kind_of, plain
from pathwayctl.wording import listed

USAGE: Final = {
    "heading": 'heading("Words", level=2)',
    "address": 'address(["Dana Ruiz", "12 Main Street"])',
    "items": 'items(["one", "two"], ordered=true)',
    "facts": 'facts([("Date", "May 4"), ("Place", "Library")])',
    "table": 'table("Caption", ["Column", ("Days", "right")], [["Task", "5"]])',
    "checklist": 'checklist("Caption", ["to do", ("done", true)])',
    "lines": 'lines("Your notes", count=3)',
    "notice": 'notice("Words", kind="tip")',
    "notes": 'notes(["What to say with this slide"])',
    "figure": 'figure("Title", "What it shows, in words", view.chart)',
    "prose": "prose(view.detail)",
    "page_break": "page_break(cut=true)",
}
"""The block functions of every template, each with an example."""


_Word = TypeVar("_Word", bound=str)


def unfit(function: str, message: str) -> UnfitError:
    """A block function that was called wrongly, with an example of a right call."""
    return UnfitError(f"In “{function}”, {message}.", f"Write it like this: {{{{ {USAGE[function]} }}}}")


def needed(function: str, name: str, value: object) -> str:
    """A text that must not be empty."""
    words = plain(value).strip()
    if not words:
        raise unfit(function, f"the {name} is empty")
    return words


def whole(function: str, name: str, value: object, least: int, most: int) -> int:
    """A whole number between two bounds, both included."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise unfit(function, f"the {name} is {kind_of(value)}, not a whole number")
    if not least <= value <= most:
        shown_value = value if abs(value) < 10**9 else "too far off"
        raise unfit(function, f"the {name} is {shown_value}, and goes from {least} to {most}")
    return value


def one_of(function: str, name: str, value: object, known: tuple[_Word, ...]) -> _Word:
    """One of a few known words."""
    words = plain(value)
    for word in known:
        if word == words:
            return word
    choices = listed([f"“{word}”" for word in known if word], "or")
    raise unfit(function, f"the {name} is “{words[:40]}”, and can be {choices}")
