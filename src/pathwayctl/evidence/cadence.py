"""Cadences in days: the longest interval that a cadence allows, and how late something is.

A cadence in the guides is a word (monthly, quarterly). Lateness is judged by the longest interval
that the word can mean on the calendar, so that no reminder comes too early.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from pathwayctl.model.vocabulary import Cadence

_LONGEST: Final = {
    Cadence.WEEKLY: 7,
    Cadence.BIWEEKLY: 14,
    Cadence.MONTHLY: 31,
    Cadence.QUARTERLY: 92,
    Cadence.EACH_SEMESTER: 184,
    Cadence.TWICE_A_YEAR: 184,
    Cadence.YEARLY: 366,
}


def longest_days(cadence: Cadence) -> int | None:
    """The most calendar days between two occurrences; ``None`` for something ongoing.

    Source: the calendar. From July 1 to October 1 there are 92 days, to January 1 there are 184.
    """
    return _LONGEST.get(cadence)


def next_due(cadence: Cadence | None, last: date | None) -> date | None:
    """The last day for the next occurrence; ``None`` for something ongoing, or without a last one."""
    longest = longest_days(cadence) if cadence else None
    if longest is None or last is None or (date.max - last).days < longest:
        return None
    return last + timedelta(days=longest)


def calendar_days_late(cadence: Cadence | None, last: date | None, today: date | None) -> int:
    """How many calendar days the next occurrence is late; 0 if it is not late or the dates are not known."""
    due = next_due(cadence, last)
    return 0 if due is None or today is None else max(0, (today - due).days)
