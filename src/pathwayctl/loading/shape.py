"""Turns what pydantic says about a value into problems in the facilitator's words.

What is wrong with a value, and what was likely meant, is told by ``loading.complaints``; it is imported
only where something is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pathwayctl.diagnostics import Path, Problem
from pathwayctl.loading import rules
from pathwayctl.loading.fields import field_at, words_at
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.loading.complaints.case import Error
    from pathwayctl.loading.context import Context


def problem_of(error: Error, path: Path, context: Context) -> Problem:
    """One pydantic error at a path of the data, as a problem."""
    from pathwayctl.loading.complaints.case import Case
    from pathwayctl.loading.complaints.table import complaint_of

    kind = str(error["type"])
    if kind == "missing":
        return _missing(path, context)
    if kind == "extra_forbidden":
        return _unknown_key(path, context)
    value = error.get("input")
    if value is None:
        return _blank(path, context)
    rule, message, hint = complaint_of(Case(error, path, value, context))
    entry = entry_name(path, context)
    return rule.at(path, f"In {entry}: {message}." if entry else f"{message}.", hint)


def _missing(path: Path, context: Context) -> Problem:
    name = str(path[-1])
    hint = (
        f"Add a line {name}: {_id_for(path, context)}" if name == "id" else f"Add {name}: {_sentence(path)}"
    )
    entry = entry_name(path, context) or f"an entry of {path[0]}"
    return rules.MISSING_KEY.at(path[:-1], f"“{name}” is missing in {entry}.", hint)


def _id_for(path: Path, context: Context) -> str:
    """An id for an entry that has none, made of its name."""
    from pathwayctl.loading.complaints.case import Case
    from pathwayctl.loading.complaints.ids import new_id

    return new_id(Case({}, path, "", context)) or "..."


def _blank(path: Path, context: Context) -> Problem:
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    entry = entry_name(path, context) or f"an entry of {path[0]}"
    field = field_at(path) if isinstance(path[-1], str) else None
    hint = f"{field.description}." if field and field.description else ""
    return rules.BAD_TEXT.at(path, f"“{name}” is left blank in {entry}.", hint)


def _unknown_key(path: Path, context: Context) -> Problem:
    from pathwayctl.loading.keys import key_hint

    name = str(path[-1])
    entry = entry_name(path, context)
    message = f"“{name}” is not a field {f'of {entry}' if entry else 'here'}."
    return rules.UNKNOWN_KEY.at(path, message, key_hint(path, context), on_key=True)


def _sentence(path: Path) -> str:
    field = field_at(path)
    said = (field.description if field else None) or "what it says"
    words = said.split(" ", 1)
    first = words[0] if len(words[0]) > 1 and words[0].isupper() else words[0].lower()
    choices = words_at(path)
    told = f": {listed(choices, 'or')}" if choices else ""
    return f"{' '.join([first, *words[1:]])}{told}."


def entry_name(path: Path, context: Context) -> str:
    """``“sign-mou”``: the nearest entry around a path that has a name of its own."""
    named = ""
    here: object = context.sections
    for part in path[:-1]:
        if not isinstance(here, dict | list):
            break
        here = here[part]  # type: ignore[index]  # pydantic names only paths that are there
        if isinstance(here, dict):
            name = here.get("id") or here.get("title") or here.get("name")
            named = name if isinstance(name, str) else named
    return f"“{named}”" if named and path[0] != "project" else ""
