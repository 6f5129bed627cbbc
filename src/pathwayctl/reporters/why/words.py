"""Words for the tasks, people, days, and durations in an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.parties import name_in_full, party_names
from pathwayctl.model.vocabulary import Weekday
from pathwayctl.reporters.lines import head
from pathwayctl.scheduling.closed_days import ClosedDays
from pathwayctl.wording import MONTHS, count, listed, long_day

if TYPE_CHECKING:
    from pathwayctl.analysis.why.answer import Explanation
    from pathwayctl.analysis.why.days_off_ranges import Off
    from pathwayctl.model.values import Lag

_LONGEST: Final = 70
"""Columns of a title in a sentence."""
_NAMED: Final = 4
"""The most holidays and closures that are named; more are counted."""


def named(answer: Explanation, row: int) -> str:
    """``“Sign the agreement” (2.3)``."""
    found = answer.schedule.records.breakdown.rows[row]
    return f"“{head(' '.join(found.task.title.split()), _LONGEST)}” ({found.wbs})"


def party(answer: Explanation, name: str | None) -> str:
    """The name of a person, organization, or team, and of those named with them; of an unknown one the id."""
    return name_in_full(name, party_names(answer.plan)) if name else ""


def full_day(day: date) -> str:
    """``Monday, January 4, 2027``."""
    return f"{tuple(Weekday)[day.weekday()].label}, {long_day(day)}"


def day_near(day: date, other: date) -> str:
    """The same, without the year if a day just named has the same year."""
    if day.year != other.year:
        return full_day(day)
    return f"{tuple(Weekday)[day.weekday()].label}, {MONTHS[day.month - 1]} {day.day}"


def working_days(number: int) -> str:
    """``1 working day``, ``12 working days``."""
    return count(number, "working day")


def paused_days(answer: Explanation) -> int:
    """The working days of the project on which the task pauses, since its organization is closed."""
    placed = answer.schedule.at(answer.row)
    closed = ClosedDays.of(answer.plan)
    return closed.within(placed.task, placed.start, placed.finish, answer.schedule.calendar)


def duration_days(answer: Explanation) -> str:
    """The duration of the task asked about: ``12 working days``, or ``3 calendar days`` of an event."""
    event, days = (
        answer.schedule.event(answer.row),
        answer.schedule.duration(answer.row) - paused_days(answer),
    )
    return count(days, "calendar day" if event and event.runs_through else "working day")


def lag_days(lag: Lag, week: int) -> str:
    """The length of a lag or lead: ``3 working days``, ``14 calendar days``."""
    return count(abs(lag.days(week)), "calendar day" if lag.elapsed else "working day")


def stretches(off: Sequence[Off]) -> str:
    """``2 weekends, Presidents' Day, and Winter break (December 20 to 31)``; empty without days off."""
    weekly = [one for one in off if not one.name]
    special = [one for one in off if one.name]
    parts = [_weekly(weekly)] if weekly else []
    parts += [_special(one) for one in special[:_NAMED]]
    rest = sum((one.last - one.first).days + 1 for one in special[_NAMED:])
    return listed(parts + ([count(rest, "other day off", "other days off")] if rest else []))


def is_single(off: Sequence[Off]) -> bool:
    """Whether the words for days off name one thing: a weekend, a holiday, a break."""
    return len(off) == 1 and (bool(off[0].name) or not stretches(off)[:1].isdigit())


def _weekly(off: Sequence[Off]) -> str:
    days = [one.first + timedelta(number) for one in off for number in range((one.last - one.first).days + 1)]
    if any(day.weekday() < _SATURDAY for day in days):
        return count(len(days), "weekly day off", "weekly days off")
    if len(days) == 1:
        return f"a {tuple(Weekday)[days[0].weekday()].label}"
    weekends = len({day.toordinal() - day.weekday() for day in days})
    return "a weekend" if weekends == 1 else f"{weekends:,} weekends"


_SATURDAY: Final = 5


def _special(off: Off) -> str:
    if off.first == off.last:
        return off.name
    first = f"{MONTHS[off.first.month - 1]} {off.first.day}"
    same = (off.first.year, off.first.month) == (off.last.year, off.last.month)
    return f"{off.name} ({first} to {'' if same else MONTHS[off.last.month - 1] + ' '}{off.last.day})"
