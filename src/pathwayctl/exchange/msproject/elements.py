"""Elements of Microsoft Project XML and the forms of the values in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from pathwayctl.exchange.msproject.terms import LengthUnit, iso_duration
from pathwayctl.wording import HIDDEN

DAY_MINUTES: Final = 480
"""The working minutes of a day: from 8:00 to 12:00 and from 13:00 to 17:00."""
DAY_STARTS, DAY_ENDS = "08:00:00", "17:00:00"
MOST_UID: Final = 2_097_151
"""Largest UID that Microsoft Project assigns (MPXJ, MicrosoftProjectConstants)."""
NAME_LENGTH: Final = 255
CALENDAR_NAME_LENGTH: Final = 51
"""Longest name, and longest calendar name: Project opens no file with longer ones."""
_FORBIDDEN: Final = re.compile(rf"[{HIDDEN}\ud800-\udfff]")
_LINE_ENDS: Final = re.compile(r"\r\n|[\r\u2028\u2029\x85]")

Value = str | int | float | bool


def put(parent: Element, fields: Iterable[tuple[str, Value | None]]) -> None:
    """Add an element for each field that has a value: texts as they can be read, yes and no as 1 and 0."""
    for name, value in fields:
        if value is None or value == "":
            continue
        text = str(int(value)) if isinstance(value, bool) else str(value)
        SubElement(parent, name).text = xml_text(text)


def xml_text(text: str) -> str:
    """A text without what XML does not allow or a reader does not see; its line ends are plain ones."""
    if text.isprintable():  # nearly all are, and a file has a hundred thousand
        return text
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def short_name(text: str, length: int = NAME_LENGTH) -> str:
    """A name on one line, cut to a length."""
    line = " ".join(xml_text(text).split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def at(moment: int) -> str:
    """A moment (see ``task_calendars``) as local date and time without a zone."""
    day, at_end = divmod(moment, 2)
    return f"{date.fromordinal(day)}T{DAY_ENDS if at_end else DAY_STARTS}"


def span(days: float) -> str:
    """Working days as a length in working hours, ``PT80H0M0S`` for 10."""
    return iso_duration(round(days * DAY_MINUTES))


def decimal(amount: float) -> str:
    """A number without an exponent and without trailing zeros."""
    return f"{amount:.6f}".rstrip("0").rstrip(".")


IN_DAYS: Final = LengthUnit.DAYS.value
