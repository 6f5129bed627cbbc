"""From what stopped a template to the mistake that is in it: where it is, and what is wrong in words."""

from __future__ import annotations

import re
from types import TracebackType
from typing import Final

from jinja2 import TemplateAssertionError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import UndefinedError

from pathwayctl.rendering.mistakes import TemplateMistake, UnfitError

_QUOTED = re.compile(r"'([^']*)'")
_SPELLING: Final = "Check the spelling, or leave it out."
_BRACES: Final = "Check that every {{ has its }} and every {% its %}."
_ROUND: Final = "Check what it includes, and where a macro calls itself."


def mistake(error: Exception, file: str) -> TemplateMistake:
    """An exception out of a template's code, as a mistake at the template's own line."""
    if isinstance(error, TemplateSyntaxError):
        reason = _QUOTED.sub(r"“\1”", error.message or "")
        hint = _SPELLING if isinstance(error, TemplateAssertionError) else _BRACES
        return TemplateMistake(
            error.filename or file, error.lineno, f"This cannot be read as a template: {reason}", hint
        )
    place, line = _place(error.__traceback__, file)
    return TemplateMistake(place, line, *_said(error))


def _place(trace: TracebackType | None, file: str) -> tuple[str, int]:
    """The innermost line of a template that the error passed through."""
    line = 1
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            file, line = template.filename, template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return file, line


def _said(error: Exception) -> tuple[str, str]:
    match error:
        case UnfitError():
            return error.message, error.hint
        case TemplateNotFound():
            return f"There is no template “{error.name}”.", "Your own stand in templates/handouts/."
        case UndefinedError():
            return str(error), _SPELLING
        case RecursionError() | SyntaxError() | MemoryError():
            return "This template is nested too deeply, or calls itself without an end.", _ROUND
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return f"This line cannot be worked out: {reason}", "Check the values and the signs on this line."
