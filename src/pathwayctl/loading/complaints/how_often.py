"""What to say of rules for what recurs, and of windows, that cannot be read."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.loading import rules
from pathwayctl.loading.complaints.case import Case, Complaint
from pathwayctl.loading.understanding.days import understood_day
from pathwayctl.loading.understanding.written_form import bare, is_placeholder
from pathwayctl.model.recurrence import read_every, read_window
from pathwayctl.model.values import read_day

_WORDS: Final = {
    "daily": "day",
    "weekly": "week",
    "biweekly": "2w",
    "bi-weekly": "2w",
    "fortnightly": "2w",
    "fortnight": "2w",
    "every other week": "2w",
    "twice a month": "2w",
    "monthly": "month",
    "bimonthly": "2 months",
    "every other month": "2 months",
    "quarterly": "quarter",
    "annually": "year",
    "yearly": "year",
    "twice a year": "6 months",
    "end of month": "last business day of the month",
    "end of the month": "last business day of the month",
    "month end": "last business day of the month",
}
_UNCLEAR: Final = ("biweekly", "bi-weekly", "bimonthly", "twice a month", "month end")
_OTHER_DAY: Final = re.compile(r"(?:other|second|2) (?:mon|tues|wednes|thurs|fri|satur|sun)days?")
_NUMBERS: Final = {"two": "2", "three": "3", "four": "4", "six": "6"}
_CHOICES: Final = (
    "Write every: 2w, every: month, or every: last business day of the month. Or a weekday, such as "
    "every: third Tuesday of the month."
)
_WINDOWS: Final = "Write window: 2027-10 for a month, or window: {from: 2027-10-04, to: 2027-10-22}."


def bad_rule(case: Case) -> Complaint:
    """A rule for what recurs that cannot be read."""
    message = f"{case.shown} under “{case.name}” does not say how often it recurs"
    text = bare(str(case.value)).lower() if case.is_short else ""
    if is_placeholder(text):
        return rules.BAD_RECURRENCE, message, case.until_known()
    meant = rule_meant(text)
    hint = case.write(meant) if meant else _CHOICES
    return rules.BAD_RECURRENCE, message, str(hint) if text in _UNCLEAR else hint


def rule_meant(text: str) -> str:
    """The rule that a text in lower case means, as it is typed; an empty text if it means none."""
    plain = text.removeprefix("every ").replace(" of every ", " of the ")
    words = " ".join(_NUMBERS.get(word, word) for word in plain.split())
    tries = (
        _WORDS.get(text, ""),
        _WORDS.get(words, ""),
        words,
        f"{words} of the month",
        "2w" if _OTHER_DAY.fullmatch(words) else "",
        re.sub(r"s? (?:of|in) (?:a |the )?month", " of the month", words),
    )
    return next((one for one in tries if one and _is_rule(one)), "")


def _is_rule(text: str) -> bool:
    try:
        read_every(text)
    except ValueError:
        return False
    return True


def bad_window(case: Case) -> Complaint:
    """A window that cannot be read."""
    message = f"“{case.name}” holds {case.shown}, but a month or two days belong here"
    if isinstance(case.value, dict):
        days = [case.value.get("from"), case.value.get("to")]
        meant = [_day(one, case, last=place == 1) for place, one in enumerate(days)]
        if all(meant) and len(case.value) == 2:
            first, last = sorted(meant)
            return rules.BAD_WINDOW, message, str(case.write(f"{{from: {first}, to: {last}}}"))
        return rules.BAD_WINDOW, message, _WINDOWS
    text = bare(str(case.value)) if case.is_short else ""
    if is_placeholder(text):
        return rules.BAD_WINDOW, message, case.until_known()
    return rules.BAD_WINDOW, message, _month(case, text.removeprefix("in ")) or _WINDOWS


def _day(value: object, case: Case, *, last: bool) -> str:
    try:
        return read_day(value).isoformat()
    except ValueError:
        meant = understood_day(str(value), case.context.start, last=last) if value is not None else None
        return meant.typed if meant else ""


def _month(case: Case, text: str) -> str:
    """The month that a text names; the first one of the project if it names no year."""
    try:
        return case.write(f"{read_window(text).first:%Y-%m}")
    except ValueError:
        meant = understood_day(text, case.context.start)
        if not meant or not meant.typed:
            return ""
        hint = case.write(meant.typed[:7])
        return hint if re.search(r"\d{4}", text) else str(hint)
