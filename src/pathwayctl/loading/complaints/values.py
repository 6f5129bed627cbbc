"""What to say of numbers, switches, fixed words, days, and times that cannot be read."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date
from typing import Final

from pathwayctl.diagnostics import FieldFix, Hint
from pathwayctl.loading import rules
from pathwayctl.loading.complaints.case import Case, Complaint, kind_of
from pathwayctl.loading.complaints.how_often import rule_meant
from pathwayctl.loading.fields import (
    constraints_at,
    fits_at,
    key_type_at,
    keys,
    model_at,
    plain_type_at,
    words_at,
)
from pathwayctl.loading.naming import slug
from pathwayctl.loading.understanding.amounts import (
    FIRST_YEAR,
    FieldBounds,
    understood_number,
    understood_range,
    understood_year,
)
from pathwayctl.loading.understanding.days import understood_day
from pathwayctl.loading.understanding.times import understood_time
from pathwayctl.loading.understanding.vocabulary import near_word, understood_word, understood_words
from pathwayctl.loading.understanding.written_form import Meant, bare, is_placeholder, typed
from pathwayctl.model.base import Model
from pathwayctl.model.vocabulary import RiskLevel, Word
from pathwayctl.wording import listed, slip_for

_IMPORTANCE: Final = {
    "low": "200",
    "medium": "500",
    "normal": "500",
    "high": "800",
    "urgent": "1000",
    "critical": "1000",
}
_RANGES: Final = {"annual_openings": "openings_range", "median_wage": "wage"}
"""The field that takes a range, for one that takes a single number."""
_HOURLY: Final = re.compile(r" ?(?:/|per|an) ?(?:hour|hr)$", re.IGNORECASE)
_BY_WHEN: Final = frozenset({"deadline", "due", "finish_by", "to", "expires", "finished", "spend_by"})
_TO: Final = re.compile(r" (?:to|through|thru|until|-|–|—) ")
"""Separator between the first and last of several days."""
_TRUE: Final = frozenset({"true", "yes", "y", "on", "x", "1", "✓", "✔", "done", "checked", "t"})
_FALSE: Final = frozenset({"false", "no", "n", "off", "0", "none", "not yet", "f"})


def not_a_number(case: Case) -> Complaint:
    """A value that is no number."""
    if isinstance(case.value, list | dict):
        hint = _number_hint(case.only_item) if case.only_item else ""
        message = f"“{case.name}” holds {case.shown}, but a number belongs here"
        if case.name == "target" and isinstance(case.value, list):
            hint = "Write one number here, and the others as targets: [{due: 2028-06-30, value: 86}]."
        return rules.BAD_NUMBER, message, _range_hint(case) or hint or _such_as(case)
    message = f"“{case.name}” takes a plain number, not {case.shown}"
    return rules.BAD_NUMBER, message, _range_hint(case) or _number_hint(case) or _such_as(case)


def _range_hint(case: Case) -> str:
    """What to type for a range or an hourly wage: the field beside it that takes one; empty if none does."""
    field = _RANGES.get(case.name, "")
    if not case.has_beside(field) or field in case.entry:
        return ""
    value, hours = case.value, 0
    if field == "wage" and isinstance(value, str):
        value, hours = _HOURLY.subn("", value)
    ends = understood_range(value, _bounds(case))
    single = understood_number(value, _bounds(case)) if hours and ends is None else None
    if ends is None and single is None:
        return ""
    inner = f"low: {ends[0]}, high: {ends[1]}" if ends else f"median: {single.typed}" if single else ""
    text = f"{{{inner}{', per: hour' if hours else ''}}}"
    return Hint(f"Write {field}: {text}", FieldFix(text, field))


def out_of_bounds(case: Case) -> Complaint:
    """A number that is too large or too small."""
    limits = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    bounds = constraints_at(case.path)
    passed = case.error.get("ctx", {})
    told = {
        key: limit
        for key, limit in bounds.items()
        if key in limits and (key in passed or abs(limit) <= 10_000)
    }
    said = listed([f"{words} {told[key]:,g}" for key, words in limits.items() if key in told])
    hint = _number_hint(case) or f"Write a number that is {said}."
    return rules.BAD_NUMBER, f"“{case.name}” is {_number(case.value)}, but it must be {said}", hint


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else kind_of(value).strip("“”")


def _number_hint(case: Case) -> str:
    if not case.is_short:
        return ""
    if is_placeholder(str(case.value)):
        return case.until_known()
    bounds = _bounds(case)
    level = _IMPORTANCE.get(bare(str(case.value)).lower()) if bounds.most == 1000 else None
    if level:
        return case.write_meant(Meant(level, otherwise=", on a scale from 0 to 1000"))
    if bounds.least == FIRST_YEAR:
        return case.write_meant(understood_year(str(case.value)))
    part, _, whole = str(case.value).partition(" of ")
    meant, all_of = understood_number(part, bounds), understood_number(whole, bounds)
    if meant and all_of and fits_at((*case.path[:-1], "of"), 1.0):
        return f"{case.write_meant(meant)}, of: {all_of.typed}"
    return case.write_meant(understood_number(case.value, bounds))


def _such_as(case: Case) -> str:
    bounds = _bounds(case)
    most = bounds.most
    example = (
        "0.5"
        if bounds.share
        else "30"
        if bounds.minutes
        else "50"
        if most == 100
        else str(int(min(most, 9)))
        if most < 100
        else "2027"
        if bounds.least == FIRST_YEAR
        else "1500"
    )
    return (
        f"Write a plain number, such as {case.name}: {example if most != 1000 else '500'}. {case.described}"
    )


def _bounds(case: Case) -> FieldBounds:
    limits = constraints_at(case.path)
    low, high = limits.get("ge", limits.get("gt", -math.inf)), limits.get("le", math.inf)
    share = high == 1 or "gt" in limits  # a chance, or units of a day
    whole = plain_type_at(case.path) is int
    return FieldBounds(whole, low, high, "gt" in limits, minutes=case.name == "minutes", share=share)


def not_a_flag(case: Case) -> Complaint:
    """A value that is neither true nor false."""
    text = bare(str(case.value)).lower() if case.is_short else ""
    word = "true" if text in _TRUE else "false" if text in _FALSE else ""
    message = f"“{case.name}” takes true or false, not {case.shown}"
    if text in ("true", "false"):
        message = f"“{case.name}” takes true or false without quotes"
    return rules.BAD_FLAG, message, case.write(word) if word else ""


def unknown_version(case: Case) -> Complaint:
    """A format version other than 1."""
    if str(case.value) in ("1", "1.0", "v1"):
        return rules.BAD_VERSION, "The format version is a plain 1", case.write("1")
    return (
        rules.BAD_VERSION,
        f"This pathwayctl reads format version 1, not {case.shown}",
        "Write pathwayctl: 1",
    )


def unknown_word(case: Case) -> Complaint:
    """A word that is not of the vocabulary of its field."""
    vocabulary = plain_type_at(case.path)
    if case.is_key:
        return _unknown_name(case, key_type_at(case.path))
    several = not isinstance(vocabulary, type) or not issubclass(vocabulary, Word)
    if several:  # one word, or a list of them
        vocabulary = plain_type_at((*case.path, 0))
    message = f"{case.shown} is not a choice for “{case.name}”"
    if not (isinstance(vocabulary, type) and issubclass(vocabulary, Word)):
        return rules.UNKNOWN_WORD, message, case.described
    choices = listed([word.value for word in vocabulary], "or")
    text = bare(str(case.value)) if case.is_short else ""
    words = understood_words(text, vocabulary, near=False) if several else ()
    if len(words) > 1:
        return rules.UNKNOWN_WORD, message, case.write(f"[{', '.join(word.value for word in words)}]")
    chance = _number_hint(replace(case, path=(*case.path[:-1], "probability"))) if "%" in text else ""
    if chance and vocabulary is RiskLevel and "probability" not in case.entry:
        return rules.UNKNOWN_WORD, message, f"{chance} in place of {case.name}:"
    meant = understood_word(text, vocabulary) if text else None
    if meant:
        exact = not text.isdigit() and not is_placeholder(text)  # 3 of how many?
        return rules.UNKNOWN_WORD, message, case.write_meant(Meant(meant.value, exact=exact))
    if text and is_placeholder(text):
        return rules.UNKNOWN_WORD, message, f"{case.until_known()} The choices are {choices}."
    near = near_word(text, vocabulary) if text else None
    if near is None:
        one_of = f"Write one of them: {case.name}: " if isinstance(case.value, list) else "The choices are "
        return rules.UNKNOWN_WORD, message, _other_field(case, text) or f"{one_of}{choices}."
    written = case.write(near.value)
    hint = f"{written}. The choices are {choices}."
    is_slip = slip_for(slug(text), [word.value for word in vocabulary]) == near.value
    return rules.UNKNOWN_WORD, message, Hint(hint, written.fix) if is_slip else hint


def _other_field(case: Case, text: str) -> str:
    """The field beside it that takes a word, such as ``kind`` for a category of ``consultant``."""
    for field in keys(model_at(case.path[:-1]) or Model):
        path = (*case.path[:-1], field)
        if field == slug(text).replace("-", "_") and plain_type_at(path) is bool:
            return f"Write {field}: true in place of {case.name}:"
        for inner, written in ((path, "{}"), ((*path, 0), "[{}]")):
            if field != case.name and slug(text) in words_at(inner):
                return f"Write {field}: {written.format(slug(text))} in place of {case.name}:"
    return ""


def _unknown_name(case: Case, vocabulary: type[Word]) -> Complaint:
    """A name in a group such as ``answers:`` that is not of its vocabulary."""
    message = f"{case.shown} is not a choice under “{case.path[-2]}”"
    choices = f"The choices are {listed([word.value for word in vocabulary], 'or')}."
    meant = understood_word(case.value, vocabulary) or near_word(case.value, vocabulary)
    if meant is None or meant.value in case.entry:
        return rules.UNKNOWN_WORD, message, choices
    text = case.entry.get(case.value)
    hint = f"Write {meant.value}: {typed(text) if isinstance(text, str) else '...'}"
    return rules.UNKNOWN_WORD, message, Hint(hint, FieldFix(name=meant.value))


def not_a_day(case: Case) -> Complaint:
    """A value that is not a day, written year-month-day."""
    if isinstance(case.value, list | dict):
        inner = not_a_day(case.only_item)[2] if case.only_item else _several_days(case)
        return rules.BAD_DAY, f"“{case.name}” holds {case.shown}, but a day belongs here", inner
    if not case.is_short:
        return rules.BAD_DAY, f"“{case.name}” takes a day, not {case.shown}", ""
    if is_placeholder(str(case.value)):
        return rules.BAD_DAY, f"{case.shown} under “{case.name}” is not a day", case.until_known()
    if isinstance(case.value, date):  # out of needless brackets
        return rules.BAD_DAY, "", case.write(case.value.isoformat())
    ends = _first_and_last(case) or _series(case)
    if ends:
        return rules.BAD_DAY, f"{case.shown} under “{case.name}” is more than one day", ends
    meant = understood_day(case.value, case.context.start, last=case.name in _BY_WHEN)
    written = meant is not None and meant.typed and not meant.remark.endswith(" days.")
    what = case.wrong("is not written as year-month-day" if written else "is not a day of the calendar")
    return rules.BAD_DAY, f"{case.shown} under “{case.name}” {what}", case.write_meant(meant)


def _first_and_last(case: Case) -> str:
    """What to type for ``March 22 to March 26`` where fields take the first and the last day."""
    known = keys(model_at(case.path[:-1]) or Model)
    pairs = (("date", "until"), ("from", "to"))
    fields = next((pair for pair in pairs if case.name in known and known.keys() >= set(pair)), ())
    days = [understood_day(part, case.context.start) for part in _TO.split(bare(str(case.value)))]
    if not fields or len(days) != 2 or not all(day and day.typed for day in days):
        return ""
    first, last = (day.typed for day in days if day)
    return f"Write {fields[0]}: {first} and {fields[1]}: {last}"


def _series(case: Case) -> str:
    """What to type for ``every third Tuesday`` where a field takes how often something recurs."""
    rule = rule_meant(bare(str(case.value)).lower())
    is_rule = rule and "every" in keys(model_at(case.path[:-1]) or Model)
    return f"Write every: {rule}, and {case.name}: with the first day" if is_rule else ""


def _several_days(case: Case) -> str:
    """What to type for a list of days: a field that takes several, if there is one beside it."""
    days = case.value if isinstance(case.value, list) else []
    if not days or not case.has_beside("dates"):
        return ""
    if not all(type(day) is date for day in days):
        return ""
    others = ", ".join(day.isoformat() for day in days[1:])
    return f"Write {case.name}: {days[0].isoformat()} and dates: [{others}]"


def not_a_time(case: Case) -> Complaint:
    """A value that is not a time of day."""
    if isinstance(case.value, list | dict):
        inner = not_a_time(case.only_item)[2] if case.only_item else ""
        return rules.BAD_TIME, f"“{case.name}” holds {case.shown}, but a time of day belongs here", inner
    if case.is_short and is_placeholder(str(case.value)):
        return rules.BAD_TIME, f"{case.shown} under “{case.name}” is not a time of day", case.until_known()
    meant = understood_time(case.value) if case.is_short else None
    what = case.wrong("is not written on the 24-hour clock, in quotes" if meant else "is not a time of day")
    return rules.BAD_TIME, f"{case.shown} under “{case.name}” {what}", case.write_meant(meant)
