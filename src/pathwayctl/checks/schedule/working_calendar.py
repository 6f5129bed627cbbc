"""Closures, leave, and openings that are unclear or have no effect, and unknown public holidays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import FieldFix, Hint, Path, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.time_zones import is_time_zone, time_zone_meant
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.project import NO_HOLIDAYS, Days, Leave
from pathwayctl.scheduling.days_off import DaysOff
from pathwayctl.scheduling.public_holidays import code_meant, holidays_known, place_of, state_with_code
from pathwayctl.wording import long_day

BACKWARDS: Final = Rule("PW416")
NOTHING_CLOSED: Final = Rule("PW417")
UNCLEAR_DAYS: Final = Rule("PW435")
NOTHING_OPENED: Final = Rule("PW436")


class _Period(NamedTuple):
    """Some days as written: their path, and whose they are (empty for those of the calendar)."""

    path: Path
    days: Days
    whose: str

    @property
    def name(self) -> str:
        what = quoted(self.days.name)
        return f"{what} of {quoted(self.whose)}" if self.whose else what

    @property
    def in_order(self) -> bool:
        return self.days.first <= self.days.last


@check(BACKWARDS, NOTHING_CLOSED, UNCLEAR_DAYS, NOTHING_OPENED)
def closures(index: PlanIndex) -> Iterator[Problem]:
    """Every closure, leave, and opening."""
    for period in _periods(index):
        message, hint = _unclear(period)
        if message:
            yield UNCLEAR_DAYS.at(period.path, message, hint)
        elif not period.in_order:
            days = period.days
            message = f"{period.name} begins on {long_day(days.first)}, but ends on {long_day(days.last)}."
            hint = f"If they are swapped, write from: {days.last} and to: {days.first}."
            yield BACKWARDS.at((*period.path, "to"), message, hint)
    yield from _idle(index)


def _periods(index: PlanIndex) -> Iterator[_Period]:
    plan = index.plan
    for field in ("closures", "openings"):
        yield from _of(("calendar",), field, getattr(plan.calendar, field), "")
    yield from _of_parties("organizations", plan.organizations)
    yield from _of_parties("people", plan.people)


def _of_parties(section: str, parties: Sequence[Organization | Person]) -> Iterator[_Period]:
    for place, party in enumerate(parties):
        for field in ("leave", "openings"):
            yield from _of((section, place), field, getattr(party, field), party.name)
        calendar = getattr(party, "calendar", None)
        if calendar is not None:
            yield from _of((section, place, "calendar"), "closures", calendar.closures, party.name)


def _of(path: Path, field: str, periods: tuple[Days, ...], whose: str) -> Iterator[_Period]:
    for place, days in enumerate(periods):
        yield _Period((*path, field, place), days, whose)


def _unclear(period: _Period) -> tuple[str, str]:
    """The message and the hint for unclear days; both are empty if the days are clear."""
    days = period.days
    if days.date:
        if days.start is None and days.end is None:
            return "", ""
        first, last = days.start or days.date, days.end or days.date
        hint = f"Write date: {days.date} alone, or from: {first} and to: {last} without date:."
        return f"{period.name} has date: together with from: or to:, so its days are not clear.", hint
    if days.start and (days.end or not isinstance(days, Leave)):
        return "", ""  # a closure or an opening that only begins is a single day
    given, missing = ("from", "to") if days.start else ("to", "from")
    day = days.start or days.end
    if day is None:
        return f"{period.name} has no dates.", ""
    hint = f"Write date: {day} if it is only that day. Otherwise add {missing}: with the"
    return (
        f"{period.name} has {given}: but no {missing}:.",
        f"{hint} {'last' if days.start else 'first'} day.",
    )


def _idle(index: PlanIndex) -> Iterator[Problem]:
    """Closures and openings that change no day."""
    periods = [period for period in _periods(index) if period.in_order and period.path[-2] != "leave"]
    if not periods:
        return
    calendar = index.plan.calendar
    without = DaysOff(calendar.model_copy(update={"closures": (), "openings": ()}))
    closed = DaysOff(calendar.model_copy(update={"openings": ()}))
    for period in periods:
        days = _each(period.days)
        if period.path[-2] == "closures":
            if all(without.reason(day) is not None for day in days):
                yield NOTHING_CLOSED.at(
                    period.path, f"{period.name} has no effect: these days are off anyway."
                )
        elif all(closed.reason(day) is None and not _is_away(index, period, day) for day in days):
            yield NOTHING_OPENED.at(
                period.path, f"{period.name} has no effect: these are working days anyway."
            )


def _is_away(index: PlanIndex, period: _Period, day: date) -> bool:
    """Whether the person or organization that has an opening is on leave that day."""
    if not period.whose:
        return False
    section, place = period.path[0], period.path[1]
    leave = getattr(index.plan, str(section))[place].leave
    return any(away.first <= day <= away.last for away in leave)


def _each(days: Days) -> Iterator[date]:
    return (days.first + timedelta(days=number) for number in range((days.last - days.first).days + 1))


UNKNOWN_HOLIDAYS: Final = Rule("PW418")
STATE_OR_COUNTRY: Final = Rule("PW437")

UNKNOWN_ZONE: Final = Rule("PW460")

_AMERICAN: Final = "USD"


@check(UNKNOWN_ZONE)
def time_zone(index: PlanIndex) -> Iterator[Problem]:
    """A time zone that is not known."""
    zone = index.plan.project.time_zone
    if zone is None or is_time_zone(zone):
        return
    meant = time_zone_meant(zone)
    hint = Hint(f"Write time_zone: {meant}.", FieldFix(meant)) if meant else ""
    yield UNKNOWN_ZONE.at(("project", "time_zone"), f"There is no time zone {quoted(zone)}.", hint)


@check(UNKNOWN_HOLIDAYS, STATE_OR_COUNTRY)
def holidays(index: PlanIndex) -> Iterator[Problem]:
    """A holiday code that is unknown, or that likely means another place."""
    code, path = index.plan.calendar.holidays, ("calendar", "holidays")
    if not holidays_known(code):
        yield UNKNOWN_HOLIDAYS.at(path, f"The holidays of {quoted(code)} are not known.", _instead(code))
        return
    state = state_with_code(code)
    if state and index.plan.project.currency == _AMERICAN:
        message = f"The holidays of {quoted(code)} are those of {place_of(code)}, not of {state}."
        yield STATE_OR_COUNTRY.at(path, message, f"For {state}, write holidays: US-{code}.")


def _instead(code: str) -> str:
    """What to write instead of an unknown code; empty if there is no suggestion."""
    country = code.partition("-")[0]
    if code.lower() == NO_HOLIDAYS:
        return Hint(f"Write holidays: {NO_HOLIDAYS}.", FieldFix(NO_HOLIDAYS))
    if meant := code_meant(code):
        return Hint(f"Write holidays: {meant}.", FieldFix(meant))
    if country != code and holidays_known(country):
        return f"Write holidays: {country} for the whole country, or correct what follows the hyphen."
    return ""
