"""Closures, leave, and openings: days that are missing, backwards, or change nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.project import Days
from pathwayctl.scheduling.daysoff import DaysOff
from pathwayctl.wording import long_day

BACKWARDS: Final = Rule("PW416")
NOTHING_CLOSED: Final = Rule("PW417")
UNCLEAR_DAYS: Final = Rule("PW435")
NOTHING_OPENED: Final = Rule("PW436")


class _Stretch(NamedTuple):
    """Some days as written: where, and whose they are (nobody's name for those of the calendar)."""

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
    for stretch in _stretches(index):
        message, hint = _unclear(stretch)
        if message:
            yield UNCLEAR_DAYS.at(stretch.path, message, hint)
        elif not stretch.in_order:
            days = stretch.days
            message = f"{stretch.name} begins on {long_day(days.first)} but ends on {long_day(days.last)}."
            hint = f"If they are swapped, write from: {days.last} and to: {days.first}."
            yield BACKWARDS.at((*stretch.path, "to"), message, hint)
    yield from _idle(index)


def _stretches(index: PlanIndex) -> Iterator[_Stretch]:
    plan = index.plan
    for field in ("closures", "openings"):
        yield from _of(("calendar",), field, getattr(plan.calendar, field), "")
    yield from _of_parties("organizations", plan.organizations)
    yield from _of_parties("people", plan.people)


def _of_parties(section: str, parties: Sequence[Organization | Person]) -> Iterator[_Stretch]:
    for place, party in enumerate(parties):
        for field in ("leave", "openings"):
            yield from _of((section, place), field, getattr(party, field), party.name)


def _of(path: Path, field: str, stretches: tuple[Days, ...], whose: str) -> Iterator[_Stretch]:
    for place, days in enumerate(stretches):
        yield _Stretch((*path, field, place), days, whose)


def _unclear(stretch: _Stretch) -> tuple[str, str]:
    """What is not clear about some days, and what to write; both are empty if all is clear."""
    days = stretch.days
    if days.date:
        if days.start is None and days.end is None:
            return "", ""
        first, last = days.start or days.date, days.end or days.date
        hint = f"Write date: {days.date} alone, or from: {first} and to: {last} without date:."
        return f"{stretch.name} has a date as well as from or to, so its days are not clear.", hint
    if days.start and days.end:
        return "", ""
    given, missing = ("from", "to") if days.start else ("to", "from")
    day = days.start or days.end
    if day is None:
        return f"{stretch.name} has no days.", ""
    hint = f"Write date: {day} if it is that day alone. Otherwise add {missing}: with the"
    return (
        f"{stretch.name} has {given}: but no {missing}:.",
        f"{hint} {'last' if days.start else 'first'} day.",
    )


def _idle(index: PlanIndex) -> Iterator[Problem]:
    """Closures that close nothing, and openings that open nothing."""
    stretches = [stretch for stretch in _stretches(index) if stretch.in_order and stretch.path[-2] != "leave"]
    if not stretches:
        return
    calendar = index.plan.calendar
    without = DaysOff(calendar.model_copy(update={"closures": (), "openings": ()}))
    closed = DaysOff(calendar.model_copy(update={"openings": ()}))
    for stretch in stretches:
        days = _each(stretch.days)
        if stretch.path[-2] == "closures":
            if all(without.reason(day) is not None for day in days):
                yield NOTHING_CLOSED.at(stretch.path, f"{stretch.name} lies on days that are off without it.")
        elif all(closed.reason(day) is None and not _is_away(index, stretch, day) for day in days):
            yield NOTHING_OPENED.at(
                stretch.path, f"{stretch.name} opens nothing: these days are worked anyway."
            )


def _is_away(index: PlanIndex, stretch: _Stretch, day: date) -> bool:
    """Whether the person or organization that has an opening is on leave that day."""
    if not stretch.whose:
        return False
    section, place = stretch.path[0], stretch.path[1]
    leave = getattr(index.plan, str(section))[place].leave
    return any(away.first <= day <= away.last for away in leave)


def _each(days: Days) -> Iterator[date]:
    return (days.first + timedelta(days=number) for number in range((days.last - days.first).days + 1))
