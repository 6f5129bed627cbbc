"""What to say of texts: something else in their place, empty or too long ones, and codes of a wrong form."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any, Final

from pathwayctl.diagnostics import WRITTEN, FieldFix, Hint, after
from pathwayctl.loading import rules
from pathwayctl.loading.complaints.case import Case, Complaint
from pathwayctl.loading.complaints.ids import bad_id, id_of_another_kind
from pathwayctl.loading.fields import constraints_at
from pathwayctl.loading.understanding.codes import understood_code
from pathwayctl.loading.understanding.written_form import is_placeholder, typed
from pathwayctl.model.values import ID_PATTERN, PATTERNS, SEEN_PATTERN
from pathwayctl.source.quoting import quoted_whole

_ONE_LINE: Final = ("title", "name", "audience", "group", "category", "place", "region", "phone", "unit")
"""Texts that are printed on one line."""


def not_a_text(case: Case) -> Complaint:
    """A list, a number, a day, or another value where a text belongs."""
    pattern = constraints_at(case.path).get("pattern")
    if pattern == ID_PATTERN and not case.is_key:
        return id_of_another_kind(case)
    if isinstance(case.value, list | dict):
        message = f"“{case.name}” holds {case.shown}, but a text belongs here"
        return rules.WRONG_KIND, message, _as_one_text(case) or case.described
    return _needs_quotes(case, pattern)


def _needs_quotes(case: Case, pattern: str | None) -> Complaint:
    read_as = _read_as(case.value)
    message = f"“{case.name}” is a text, but without quotes {WRITTEN} is read as {read_as}"
    if pattern and not re.match(pattern, str(case.value)):
        meant = understood_code(case.value, pattern)
        if meant:
            return rules.NEEDS_QUOTES, message, case.write_meant(meant)
        if not isinstance(case.value, float):  # a decimal may have lost its last zero, and is right in quotes
            return rules.BAD_CODE, f"{case.shown} under “{case.name}” does not fit", _like(case, pattern)
    in_quotes = case.write(f'"{WRITTEN}"')
    return rules.NEEDS_QUOTES, message, after("Put quotes around it.", in_quotes)


def _read_as(value: object) -> str:
    if isinstance(value, date):
        return "a date"
    return "true or false" if isinstance(value, bool) else "a number"


def _as_one_text(case: Case) -> str:
    """How a list or group is written as a text, if it holds only texts and numbers."""
    value = case.value
    lines = _lines(value)
    if not lines:
        return ""
    if case.in_list:
        return after("Put quotes around it.", case.write(quoted_whole("; ".join(lines))))
    if case.name in _ONE_LINE:
        return case.write(quoted_whole(", ".join(lines)))
    if len(lines) == 1:
        return case.write(quoted_whole(lines[0]) if isinstance(value, dict) else typed(lines[0]))
    mark = "- " if isinstance(value, list) else ""
    body = "\n".join(f"  {mark}{line}" for line in lines)
    hint = f"A text of several lines begins with a bar. Write\n{case.name}: |\n{body}"
    text = "".join(f"{mark}{line}\n" for line in lines)
    return Hint(hint, FieldFix(json.dumps(text, ensure_ascii=False)))


def _lines(value: Any) -> list[str]:
    if isinstance(value, dict):
        if all(_is_plain(item) for item in value.values()):
            return [f"{key}: {_plain(item)}".rstrip(": ") for key, item in value.items()]
        return []
    found: list[str] = []
    for item in value:
        lines = [_plain(item)] if _is_plain(item) else _lines(item) if isinstance(item, dict) else []
        if not lines:
            return []
        found += lines
    return found


def _is_plain(value: object) -> bool:
    return not isinstance(value, list | dict)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else " ".join(str(value).split())


def bad_pattern(case: Case) -> Complaint:
    """A text that does not have the form of an id or a code."""
    pattern = str(case.error["ctx"]["pattern"])
    if pattern == ID_PATTERN:
        return bad_id(case)
    if pattern == SEEN_PATTERN:
        return bad_length(replace(case, value=""))
    known = PATTERNS.get(pattern)
    message = f"{case.shown} under “{case.name}” {f'is not {known.name}' if known else 'does not fit'}"
    if case.is_short and is_placeholder(case.value):
        return rules.BAD_CODE, message, case.until_known(_like(case, pattern))
    hint = case.write_meant(understood_code(case.value, pattern)) if case.is_short else ""
    return rules.BAD_CODE, message, hint or _like(case, pattern)


def _like(case: Case, pattern: str) -> str:
    known = PATTERNS.get(pattern)
    return f"Write it like {known.example} ({known.source})." if known else case.described


def bad_length(case: Case) -> Complaint:
    """A text that is empty or far too long, or a list that needs an entry."""
    value = case.value
    if isinstance(value, str) and not value:
        hint = case.described if case.needed else "Write a text, or delete the line."
        return rules.BAD_TEXT, f"“{case.name}” is empty", hint
    if isinstance(value, str):
        if constraints_at(case.path).get("pattern") == ID_PATTERN:
            return (
                rules.BAD_ID,
                f"The id under “{case.name}” has {len(value):,} characters",
                "Shorten it to 100 or fewer.",
            )
        return (
            rules.BAD_TEXT,
            f"“{case.name}” has {len(value):,} characters, too many to print",
            "Shorten it.",
        )
    return rules.WRONG_KIND, f"“{case.name}” needs at least one entry", "Add an entry, or delete the line."
