"""The numbers and texts of Microsoft Project XML, and ours for them; for reading and for writing.

Source: the schema mspdi_pj12.xsd, and what Microsoft Project itself writes.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final

from pathwayctl.model.values import Lag
from pathwayctl.model.vocabulary import LinkType, Weekday
from pathwayctl.quick_dataclass import dataclass

NAMESPACE: Final = "http://schemas.microsoft.com/project"
ID_NAME: Final = "pathwayctl id"
"""The name of the text field that holds our id of a task or a person, by which a file finds its way back."""
TASK_ID_FIELD: Final = "188743731"
"""The number of the field Text1 of tasks."""
RESOURCE_ID_FIELD: Final = "205520904"
"""The number of the field Text1 of resources."""
NO_UID: Final = -1
"""UID that stands for “no calendar” or “no parent”."""
UNASSIGNED_UID: Final = -65535
"""The resource of the assignment that holds the progress of a task which nobody is assigned to."""
LINK_TYPES: Final = {0: LinkType.FF, 1: LinkType.FS, 2: LinkType.SF, 3: LinkType.SS}
DAY_TYPES: Final = dict(enumerate((Weekday.SUN, *(one for one in Weekday if one is not Weekday.SUN)), 1))
"""Weekdays by their number; 0 is an exception, days of certain dates."""


class ConstraintType(IntEnum):
    """What holds a task besides its links."""

    AS_SOON_AS_POSSIBLE = 0
    AS_LATE_AS_POSSIBLE = 1
    MUST_START_ON = 2
    MUST_FINISH_ON = 3
    START_NO_EARLIER_THAN = 4
    START_NO_LATER_THAN = 5
    FINISH_NO_EARLIER_THAN = 6
    FINISH_NO_LATER_THAN = 7

    @property
    def words(self) -> str:
        """Its name as Microsoft Project shows it."""
        return self.name.replace("_", " ").capitalize()


class ResourceType(IntEnum):
    """What a resource is: only work is done by people."""

    MATERIAL = 0
    WORK = 1
    COST = 2


class LengthUnit(IntEnum):
    """The unit in which a duration (DurationFormat) or a lag (LagFormat) was typed."""

    MINUTES = 3
    ELAPSED_MINUTES = 4
    HOURS = 5
    ELAPSED_HOURS = 6
    DAYS = 7
    ELAPSED_DAYS = 8
    WEEKS = 9
    ELAPSED_WEEKS = 10
    MONTHS = 11
    ELAPSED_MONTHS = 12
    PERCENT = 19
    ELAPSED_PERCENT = 20
    UNKNOWN = 21

    @property
    def elapsed(self) -> bool:
        """Whether it counts through nights and days off."""
        return self.name.startswith("ELAPSED")

    @property
    def percent(self) -> bool:
        """Whether a lag is a share of the predecessor's duration, which then stands as it was typed."""
        return self.name.endswith("PERCENT")


_UNITS: Final = {one.value: one for one in LengthUnit}
ESTIMATED: Final = 32
"""Offset that marks a duration as estimated: 7 is “10 days”, 39 is “10 days?”."""
LAG_UNITS: Final = {
    "d": LengthUnit.DAYS,
    "w": LengthUnit.WEEKS,
    "ed": LengthUnit.ELAPSED_DAYS,
    "ew": LengthUnit.ELAPSED_WEEKS,
}
"""Our units of durations and lags, with their codes in the format."""
DAY_MINUTES: Final = 24 * 60
_LONGEST: Final = 10**9
_ISO: Final = re.compile(
    r"(-?)P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d{1,9})?S)?)?"
)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """How much work a day and a week hold, in minutes (MinutesPerDay, MinutesPerWeek)."""

    day: int = 480
    week: int = 2400

    def minutes(self, amount: int, unit: str) -> int:
        """The minutes of an amount of our units ``d``, ``w``, ``ed``, and ``ew``."""
        each = {"d": self.day, "w": self.week, "ed": DAY_MINUTES, "ew": 7 * DAY_MINUTES}
        return amount * each[unit]


def unit_of(number: int) -> LengthUnit:
    """The unit of a DurationFormat or LagFormat, estimated or not; ``UNKNOWN`` for any other number."""
    plain = number - ESTIMATED if number > ESTIMATED else number
    return _UNITS.get(plain, LengthUnit.UNKNOWN)


def iso_duration(minutes: int) -> str:
    """A length as the format writes it: ``PT80H0M0S`` for 4,800 minutes."""
    sign, length = ("-", -minutes) if minutes < 0 else ("", minutes)
    return f"{sign}PT{length // 60}H{length % 60}M0S"


def read_iso_duration(text: str) -> int | None:
    """The minutes of ``PT80H0M0S``, with half a minute rounded up; ``None`` for any other text.

    A day in it has 24 hours, as ISO 8601 has it. Months and years have no certain length.
    """
    found = _ISO.fullmatch(text.strip())
    if found is None or text.strip().lstrip("-") in ("P", "PT"):
        return None
    sign, days, hours, minutes, seconds = found.groups()
    total = (
        int(days or 0) * DAY_MINUTES
        + int(hours or 0) * 60
        + int(minutes or 0)
        + (int(seconds or 0) + 30) // 60
    )
    return min(total, _LONGEST) * (-1 if sign else 1)


def link_lag(lag: Lag, time: WorkingTime) -> int:
    """LinkLag: the length of a lag in tenths of a minute, negative for a lead."""
    return 10 * time.minutes(lag.amount, lag.unit)
