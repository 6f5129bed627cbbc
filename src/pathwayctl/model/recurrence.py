"""Rules for what recurs (``every: 2w``, ``last business day of the month``), and windows (``2027-10``).

A text that cannot be read raises ``PydanticCustomError`` of the type ``recurrence`` or ``window``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Any, Final

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from pathwayctl.model.json_forms import by_type, group_schema, text_schema
from pathwayctl.model.values import DAY_SCHEMA, read_day
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.quick_pattern import pattern

BUSINESS_DAY: Final = 7
"""The ``weekday`` of a rule for business days, after those of Monday (0) to Sunday (6)."""
ANY_DAY: Final = 8
"""The ``weekday`` of a rule for a day of the month by its number."""
LAST: Final = -1
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_POSITIONS: Final = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": LAST,
}
_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12}
_MOST: Final = 1_000
_DAY: Final = "|".join((*_WEEKDAYS, "business day", "working day", "weekday"))
_INTERVAL: Final = pattern(r"(?:(\d{1,4})\s*)?(days?|d|weeks?|w|months?|quarters?|years?)")
_ON_DAY: Final = pattern(
    rf"(?:the )?({'|'.join(_POSITIONS)}) ({_DAY}) (?:of|in) (?:the|each|every) (month|quarter|year)"
)
_ON_NUMBER: Final = pattern(r"(?:the )?(\d{1,2})(?:st|nd|rd|th) (?:of|in) (?:the|each|every) month")
_LAST_DAY: Final = pattern(r"(?:the )?last day (?:of|in) (?:the|each|every) (month|quarter|year)")
_MONTH: Final = pattern(r"(\d{4})-(\d{2})")
_NAMES: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NAMED_MONTH: Final = pattern(rf"({'|'.join(_NAMES)}),? (\d{{4}})")


@dataclass(frozen=True, slots=True)
class Every:
    """How often something recurs: every so many days, or every so many months.

    ``position`` and ``weekday`` pick a day of the last of these months, as in "third Tuesday" (3, 1) and
    "last business day" (-1, ``BUSINESS_DAY``); without them the day is that of the first occurrence.
    """

    text: str
    days: int = 0
    months: int = 0
    position: int = 0
    weekday: int = ANY_DAY

    @property
    def names_a_day(self) -> bool:
        """Whether the rule itself says on which day."""
        return self.position != 0


@dataclass(frozen=True, slots=True)
class Window:
    """The days within which something may be done, both ends included."""

    first: date
    last: date


def read_every(value: object) -> Every:
    """``2w``, ``month``, ``3 months``, ``last business day of the month``, ``15th of the month``."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    found = _interval(text, text.lower()) or _on_a_day(text, text.lower())
    if found is None:
        raise PydanticCustomError("recurrence", "{value}", {"value": str(value)})
    return found


def _interval(text: str, lowered: str) -> Every | None:
    found = _INTERVAL.fullmatch(lowered)
    if found is None or not 0 < (amount := int(found[1] or 1)) <= _MOST:
        return None
    unit = found[2]
    if unit[0] in "dw":
        return Every(text, days=amount * (7 if unit[0] == "w" else 1))
    return Every(text, months=amount * _MONTHS_IN[unit.removesuffix("s")])


def _on_a_day(text: str, lowered: str) -> Every | None:
    if found := _ON_DAY.fullmatch(lowered):
        weekday = _WEEKDAYS.index(found[2]) if found[2] in _WEEKDAYS else BUSINESS_DAY
        return Every(text, months=_MONTHS_IN[found[3]], position=_POSITIONS[found[1]], weekday=weekday)
    if found := _LAST_DAY.fullmatch(lowered):
        return Every(text, months=_MONTHS_IN[found[1]], position=LAST)
    found = _ON_NUMBER.fullmatch(lowered)
    if found and 1 <= int(found[1]) <= 31:
        return Every(text, months=1, position=int(found[1]))
    return None


def read_window(value: object) -> Window:
    """``2027-10``, ``October 2027``, or ``{from: 2027-10-04, to: 2027-10-22}``."""
    window = _of_days(value) if isinstance(value, dict) else _of_month(value)
    if window is None or window.first > window.last:
        raise PydanticCustomError("window", "{value}", {"value": str(value)})
    return window


def _of_days(value: dict[Any, Any]) -> Window | None:
    if value.keys() != {"from", "to"}:
        return None
    try:
        return Window(read_day(value["from"]), read_day(value["to"]))
    except PydanticCustomError:
        return None


def _of_month(value: object) -> Window | None:
    text = " ".join(value.lower().split()) if isinstance(value, str) else ""
    if found := _MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2])
    elif found := _NAMED_MONTH.fullmatch(text):
        year, month = int(found[2]), _NAMES.index(found[1]) + 1
    else:
        return None
    if not 1 <= month <= 12 or year < 1:
        return None
    return Window(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _any_case(found: re.Pattern[str]) -> str:
    """The pattern with letters of either case and any blanks, as JSON Schema needs it."""
    marked = found.pattern.replace(" ", r"\s+")
    return re.sub(r"\\.|[a-z]", lambda one: one[0] if one[0][1:] else f"[{one[0]}{one[0].upper()}]", marked)


_EVERY: Final = "|".join(map(_any_case, (_INTERVAL, _ON_DAY, _LAST_DAY, _ON_NUMBER)))
_OF_MONTH: Final = f"{_MONTH.pattern}|{_any_case(_NAMED_MONTH)}"
Recurrence = Annotated[Every, PlainValidator(read_every), WithJsonSchema(text_schema(rf"\s*(?:{_EVERY})\s*"))]
InWindow = Annotated[
    Window,
    PlainValidator(read_window),
    WithJsonSchema(
        by_type(
            "object",
            group_schema({"from": DAY_SCHEMA, "to": DAY_SCHEMA}),
            text_schema(rf"\s*(?:{_OF_MONTH})\s*"),
        )
    ),
]
