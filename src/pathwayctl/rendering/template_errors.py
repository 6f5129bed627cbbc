"""From what stopped a template to the mistake that is in it: where it is, and what is wrong in words."""

from __future__ import annotations

import re
from types import TracebackType
from typing import Final

from jinja2 import TemplateAssertionError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import UndefinedError

from pathwayctl.rendering.mistakes import ExhaustedError, TemplateMistake, UnfitError
from pathwayctl.rendering.plain_text import kind_named

_QUOTED = re.compile(r"'([^']*)'")
_SPELLING: Final = "Check the spelling, or leave it out."
_BRACES: Final = "Check that every {{ has its }} and every {% its %}."
_ROUND: Final = "Check what it includes, and where a macro calls itself."
_SIGNS: Final = "Check the values and the signs on this line."
_MIXED_UP: Final = {
    re.compile(pattern): words
    for pattern, words in {
        r"'(\w+)' object is not iterable": "there is {} where a list is needed",
        r"not supported between instances of '(\w+)' and '(\w+)'": "{} and {} cannot be compared",
        r"'(\w+)' object is not callable": "{} cannot be called, so no ( ) can follow it",
        r"bad operand type for unary \S+ '(\w+)'": "{} cannot have a sign before it",
        r"unhashable type: '(\w+)'": "{} cannot be used to look something up",
        r"object of type '(\w+)' has no len": "{} has no length",
        r"argument of type '(\w+)' is not": "{} cannot be searched",
    }.items()
}


def mistake(error: Exception, file: str) -> TemplateMistake:
    """An exception out of a template's code, as a mistake at the template's own line."""
    if isinstance(error, TemplateSyntaxError):
        reason = _QUOTED.sub(r"“\1”", error.message or "")
        hint = _SPELLING if isinstance(error, TemplateAssertionError) else _BRACES
        return TemplateMistake(
            error.filename or file, error.lineno, f"This cannot be read as a template: {reason}", hint
        )
    place, line = _place(error.__traceback__, file)
    exhausted = isinstance(error, ExhaustedError | MemoryError | RecursionError)
    return TemplateMistake(place, line, *_said(error), exhausted)


def _place(trace: TracebackType | None, file: str) -> tuple[str, int]:
    """The innermost line of a template that the error passed through."""
    line = 1
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None and trace.tb_lineno:  # an interruption can fall between two lines
            here = template.get_corresponding_lineno(trace.tb_lineno)
            # Jinja takes the head of its own function for a loop to be on a line before the loop.
            is_loop = trace.tb_frame.f_code.co_name.startswith(("loop", "t_"))
            if not (is_loop and template.filename == file and here < line):
                file, line = template.filename, here
        trace = trace.tb_next
    return file, line


def _said(error: Exception) -> tuple[str, str]:
    match error:
        case UnfitError():
            return error.message, error.hint
        case TemplateNotFound():
            return (
                f"There is no template “{error.name}”.",
                "Your own templates belong in templates/handouts/.",
            )
        case UndefinedError():
            return str(error), _SPELLING
        case MemoryError():
            return (
                "This page takes too much memory to make.",
                "Look for a list or a text that grows in a loop.",
            )
        case RecursionError() | SyntaxError():
            return "This template is nested too deeply, or calls itself without an end.", _ROUND
        case TypeError():
            return _mixed_up(str(error)), _SIGNS
    return _unclear(str(error) or type(error).__name__), _SIGNS


def _mixed_up(reason: str) -> str:
    """What Python says of a value of the wrong kind, in words for people who do not know Python."""
    for pattern, words in _MIXED_UP.items():
        found = pattern.search(reason)
        if found:
            said = words.format(*map(kind_named, found.groups()))
            return f"{said[0].upper()}{said[1:]}."
    return _unclear(reason)


def _unclear(reason: str) -> str:
    return f"This line cannot be worked out: {' '.join(reason.split())[:200]}"
