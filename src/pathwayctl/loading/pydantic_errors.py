"""Turns what pydantic says about a value into problems in the facilitator's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.loading import rules
from pathwayctl.loading.fields import field_at, keys, model_at, words_at
from pathwayctl.loading.lengths import length_complaint, link_complaint
from pathwayctl.loading.weekdays import week_meant
from pathwayctl.model.values import ID_PATTERN, PATTERNS
from pathwayctl.wording import listed, suggestion

WRITTEN: Final = "{written}"
"""Stands in a message for the text as it is in the file; filled in when the place is looked up."""

Error = Mapping[str, Any]
Complaint = tuple[Rule, str, str]


def problem_of(error: Error, path: Path, raw: object) -> Problem:
    """One pydantic error at a path of the data, as a problem."""
    kind = str(error["type"])
    if kind == "missing":
        return _missing(path, raw)
    if kind == "extra_forbidden":
        return _unknown_key(path, raw)
    value = error.get("input")
    if value is None:
        return _blank(path, raw)
    rule, message, hint = _complaint(kind, error, path, value)
    entry = _entry(path, raw)
    return rule.at(path, f"In {entry}: {message}." if entry else f"{message}.", hint)


def _complaint(kind: str, error: Error, path: Path, value: object) -> Complaint:
    if path and path[-1] == "[key]":
        path = path[:-1]
    name = _field_name(path)
    told = _TOLD.get(kind)
    if told:
        return told(name, error, path, value)
    if kind in _WHOLE_FORM:
        rule, what = _WHOLE_FORM[kind]
        return rule, f"“{_shown(value)}” under “{name}” is not {what}", ""
    return rules.WRONG_KIND, f"“{name}” cannot hold “{_shown(value)}”", _described(path)


def _text(name: str, _error: Error, path: Path, value: object) -> Complaint:
    if isinstance(value, list | dict):
        return rules.WRONG_KIND, f"“{name}” holds {_kind(value)}, but a text belongs here", _described(path)
    read_as = (
        "a date" if isinstance(value, date) else "true or false" if isinstance(value, bool) else "a number"
    )
    message = f"“{name}” is a text, but without quotes {WRITTEN} is read as {read_as}"
    key = "" if isinstance(path[-1], int) else f"{name}: "
    return rules.NEEDS_QUOTES, message, f'Put quotes around it: {key}"{WRITTEN}"'


def _pattern(name: str, error: Error, _path: Path, value: object) -> Complaint:
    pattern = str(error["ctx"]["pattern"])
    if pattern == ID_PATTERN:
        return rules.BAD_ID, f"“{_shown(value)}” is not an id", _id_hint(str(value))
    known = PATTERNS.get(pattern)
    if known:
        message = f"“{_shown(value)}” under “{name}” is not {known.name}"
        return rules.BAD_CODE, message, f"Write it like {known.example} ({known.source})."
    return rules.BAD_CODE, f"“{_shown(value)}” does not fit “{name}”", _described(_path)


def _id_hint(value: str) -> str:
    letters = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in value.lower())
    mended = "-".join(part for part in letters.split("-") if part)
    return f"Write {mended}." if mended else rules.BAD_ID.page.fix


def _length(name: str, _error: Error, _path: Path, value: object) -> Complaint:
    if isinstance(value, str) and not value:
        return rules.BAD_TEXT, f"“{name}” is empty", ""
    if isinstance(value, str):
        return rules.BAD_TEXT, f"“{name}” has {len(value):,} characters, too many to print", "Shorten it."
    return rules.WRONG_KIND, f"“{name}” needs at least one entry", "Add an entry, or take the line out."


def _word(name: str, _error: Error, path: Path, value: object) -> Complaint:
    words = words_at(path)
    message = f"“{_shown(value)}” is not a choice for “{name}”"
    near = suggestion(str(value).lower().replace(" ", "-"), words)
    return rules.UNKNOWN_WORD, message, f"{near} The choices are {listed(words, 'or')}.".strip()


def _group(name: str, _error: Error, path: Path, value: object) -> Complaint:
    model = model_at(path)
    fields = ", ".join(keys(model)) if model else ""
    hint = f"Write its fields below it, each on a line of its own: {fields}." if fields else ""
    return rules.WRONG_KIND, f"“{name}” is {_kind(value)}, but a group of fields belongs here", hint


def _entries(name: str, _error: Error, path: Path, value: object) -> Complaint:
    if name == "working_days" and isinstance(value, str) and (week := week_meant(value)):
        return (
            rules.WRONG_KIND,
            f"“{name}” is {_kind(value)}, but a list belongs here",
            f"Write {name}: {week}",
        )
    short = isinstance(value, str) and not model_at((*path, 0))
    hint = (
        f"Write {name}: [{value}]"
        if short
        else "Write each entry on a line of its own, with a hyphen before it."
    )
    return rules.WRONG_KIND, f"“{name}” is {_kind(value)}, but a list belongs here", hint


def _number(name: str, _error: Error, path: Path, value: object) -> Complaint:
    return rules.BAD_NUMBER, f"“{name}” is a number, but “{_shown(value)}” is not", _described(path)


def _bounds(name: str, error: Error, _path: Path, value: object) -> Complaint:
    limits = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    said = listed([f"{words} {error['ctx'][key]:,}" for key, words in limits.items() if key in error["ctx"]])
    return (
        rules.BAD_NUMBER,
        f"“{name}” is {_shown(value)}, but it must be {said}",
        f"Write a number that is {said}.",
    )


def _flag(name: str, _error: Error, _path: Path, value: object) -> Complaint:
    return rules.BAD_FLAG, f"“{name}” is true or false, but “{_shown(value)}” is neither", ""


def _version(_name: str, _error: Error, _path: Path, value: object) -> Complaint:
    return rules.BAD_VERSION, f"This pathwayctl reads format version 1, not “{_shown(value)}”", ""


def _assigned(_name: str, error: Error, _path: Path, _value: object) -> Complaint:
    return rules.BAD_ASSIGNED, f"“assigned” cannot be read: {error['msg']}", ""


def _estimate(name: str, error: Error, _path: Path, _value: object) -> Complaint:
    return rules.BAD_ESTIMATE, f"“{name}” cannot be read: {error['msg']}", ""


def _length_of_time(name: str, error: Error, _path: Path, value: object) -> Complaint:
    written = str(error["ctx"]["value"])  # of three lengths the one that cannot be read
    if written == str(value) and isinstance(value, list | dict):
        return rules.BAD_DURATION, f"“{name}” holds {_kind(value)}, but a length of time belongs here", ""
    wrong, hint = length_complaint(written)
    return rules.BAD_DURATION, f"“{_shown(written)}” under “{name}” {wrong}", hint


def _dependency(name: str, _error: Error, _path: Path, value: object) -> Complaint:
    if isinstance(value, list | dict):
        return rules.BAD_LINK, f"“{name}” holds {_kind(value)}, but a dependency belongs here", ""
    wrong, hint = link_complaint(str(value))
    return rules.BAD_LINK, f"“{_shown(value)}” under “{name}” {wrong}", hint


_TOLD: Final[dict[str, Callable[[str, Error, Path, object], Complaint]]] = {
    "string_type": _text,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _length,
    "string_too_long": _length,
    "too_short": _length,
    "enum": _word,
    "model_type": _group,
    "dict_type": _group,
    "tuple_type": _entries,
    "int_type": _number,
    "float_type": _number,
    "greater_than": _bounds,
    "greater_than_equal": _bounds,
    "less_than": _bounds,
    "less_than_equal": _bounds,
    "bool_type": _flag,
    "literal_error": _version,
    "assigned": _assigned,
    "estimate": _estimate,
    "duration": _length_of_time,
    "link": _dependency,
}
_WHOLE_FORM: Final = {
    "day": (rules.BAD_DAY, "a day of the calendar"),
    "time": (rules.BAD_TIME, "a time of day"),
}


def _missing(path: Path, raw: object) -> Problem:
    name = str(path[-1])
    hint = f"Add a line {name}: — {_sentence(path)}"
    entry = _entry(path, raw) or f"an entry of {path[0]}"
    return rules.MISSING_KEY.at(path[:-1], f"“{name}” is missing in {entry}.", hint)


def _blank(path: Path, raw: object) -> Problem:
    name = _field_name(path)
    entry = _entry(path, raw) or f"an entry of {path[0]}"
    return rules.BAD_TEXT.at(path, f"“{name}” is left blank in {entry}.", _described(path))


def _unknown_key(path: Path, raw: object) -> Problem:
    name = str(path[-1])
    model = model_at(path[:-1])
    known = tuple(keys(model)) if model else ()
    hint = suggestion(name, known) or f"The fields here are {listed(known)}."
    entry = _entry(path, raw)
    message = f"“{name}” is not a field {f'of {entry}' if entry else 'here'}."
    return rules.UNKNOWN_KEY.at(path, message, hint, on_key=True)


def _field_name(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _sentence(path: Path) -> str:
    field = field_at(path)
    said = (field.description if field else None) or "it is needed"
    return f"{said[0].lower()}{said[1:]}."


def _described(path: Path) -> str:
    while path and isinstance(path[-1], int):
        path = path[:-1]
    field = field_at(path) if path else None
    return f"{field.description}." if field and field.description else ""


def _entry(path: Path, raw: object) -> str:
    """``“sign-mou”``: the nearest entry around a path that has a name of its own."""
    named, here = "", raw
    for part in path[:-1]:
        if not isinstance(here, dict | list):
            break
        here = here[part]  # type: ignore[index]  # pydantic names only paths that are there
        if isinstance(here, dict):
            name = here.get("id") or here.get("title") or here.get("name")
            named = name if isinstance(name, str) else named
    return f"“{named}”" if named and path[0] != "project" else ""


def _kind(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    return "a group of fields" if isinstance(value, dict) else f"“{_shown(value)}”"


def _shown(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 60 else f"{text[:57]}..."
