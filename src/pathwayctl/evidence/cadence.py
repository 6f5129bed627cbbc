"""How often something is meant to happen, in days: the longest time between two of its days.

A cadence of the guides is a word (monthly, quarterly). Whether something is late is judged by the
longest span that the word can mean on the calendar, so that nobody is reminded too early.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import Cadence

if TYPE_CHECKING:
    from datetime import date

_LONGEST: Final = {
    Cadence.WEEKLY: 7,
    Cadence.MONTHLY: 31,
    Cadence.QUARTERLY: 92,
    Cadence.TWICE_A_YEAR: 184,
    Cadence.YEARLY: 366,
}


def longest_days(cadence: Cadence) -> int | None:
    """Calendar days that may lie between two times at most; nothing for what is ongoing.

    Source: the calendar. From July 1 to October 1 there are 92 days, to January 1 there are 184.
    """
    return _LONGEST.get(cadence)


def days_late(cadence: Cadence | None, last: date | None, today: date | None) -> int:
    """By how many calendar days the next time is late on a day; 0 if it is not, or if it cannot be told."""
    longest = longest_days(cadence) if cadence else None
    if longest is None or last is None or today is None:
        return 0
    return max(0, (today - last).days - longest)
