"""The calendar: closures and leave that make no sense, and holidays of places that are not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.sources import OURS
from pathwayctl.diagnostics import Path, Problem, Rule, Severity
from pathwayctl.model.header import Closure
from pathwayctl.scheduling.daysoff import DaysOff
from pathwayctl.scheduling.workdays import holidays_known
from pathwayctl.wording import long_day

BACKWARDS: Final = Rule(
    "PW416",
    Severity.ERROR,
    "A closure or leave that ends before it begins",
    "Both days are part of it: from is the first day off, and to is the last.",
    "Swap the two days, or correct the one that is wrong.",
    OURS,
    bad="""\
calendar:
  closures:
    - {name: Winter break, from: 2027-12-31, to: 2027-12-20}
""",
    good="""\
calendar:
  closures:
    - {name: Winter break, from: 2027-12-20, to: 2027-12-31}
""",
)
NOTHING_CLOSED: Final = Rule(
    "PW417",
    Severity.NOTE,
    "A closure that lies on days off anyway",
    "It changes nothing, so perhaps other days were meant.",
    "Check its days, or take it out.",
    OURS,
    bad="""\
calendar:
  closures:
    - {name: Spring fair, from: 2027-04-17, to: 2027-04-18}
""",
    good="""\
calendar:
  closures:
    - {name: Spring fair, from: 2027-04-16, to: 2027-04-18}
""",
)
UNKNOWN_HOLIDAYS: Final = Rule(
    "PW418",
    Severity.ERROR,
    "Holidays of a place that is not known",
    "The days off are looked up by country and state; with an unknown code none would be taken off.",
    "Write a country such as US, a country and state such as US-CO, or none.",
    OURS,
    bad="""\
calendar: {holidays: US-XX}
""",
    good="""\
calendar: {holidays: US-CO}
""",
)


def closures(facts: Facts) -> Iterator[Problem]:
    """Closures and leave that run backwards, and closures that close nothing."""
    plan = facts.plan
    yield from _backwards(("calendar", "closures"), plan.calendar.closures, "")
    for place, organization in enumerate(plan.organizations):
        yield from _backwards(("organizations", place, "leave"), organization.leave, organization.name)
    for place, person in enumerate(plan.people):
        yield from _backwards(("people", place, "leave"), person.leave, person.name)
    if plan.calendar.closures:
        yield from _idle(facts)


def holidays(facts: Facts) -> Iterator[Problem]:
    """A holidays code that the library of holidays does not have."""
    code = facts.plan.calendar.holidays
    if not holidays_known(code):
        country = code.partition("-")[0]
        if country != code and holidays_known(country):
            hint = f"Write holidays: {country} for the whole country, or correct what follows the hyphen."
        else:
            hint = ""
        yield UNKNOWN_HOLIDAYS.at(
            ("calendar", "holidays"), f"The holidays of {quoted(code)} are not known.", hint
        )


def _backwards(path: Path, spans: Sequence[Closure], whose: str) -> Iterator[Problem]:
    for place, span in enumerate(spans):
        if span.last < span.first:
            what = f"{quoted(span.name)} of {quoted(whose)}" if whose else quoted(span.name)
            message = f"{what} begins on {long_day(span.first)} but ends on {long_day(span.last)}."
            hint = f"If they are swapped, write from: {span.last} and to: {span.first}."
            yield BACKWARDS.at((*path, place, "to"), message, hint)


def _idle(facts: Facts) -> Iterator[Problem]:
    calendar = facts.plan.calendar
    without = DaysOff(calendar.model_copy(update={"closures": ()}))
    for place, closure in enumerate(calendar.closures):
        days = _days(closure.first, closure.last)
        if closure.first <= closure.last and all(without.reason(day) is not None for day in days):
            message = f"{quoted(closure.name)} lies on days that are off without it."
            yield NOTHING_CLOSED.at(("calendar", "closures", place), message)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
