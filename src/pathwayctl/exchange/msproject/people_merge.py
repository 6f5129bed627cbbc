"""The resources of a file as people of the project: those it has are found, others are new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from pathwayctl.editing.edits import AddEntry, SetField
from pathwayctl.editing.new_entry import EntryTarget, proposed_id
from pathwayctl.exchange.cell_text import number_text
from pathwayctl.exchange.import_plan import ImportStep, StepKind
from pathwayctl.exchange.msproject.file_calendar_days import closures
from pathwayctl.exchange.msproject.file_plan import FilePlan, FileResource
from pathwayctl.exchange.msproject.terms import NO_UID, ResourceType
from pathwayctl.loading.fields import fits_at
from pathwayctl.loading.naming import slug
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.plan import Plan
from pathwayctl.model.references import name_of
from pathwayctl.scheduling.closed_days import ClosedDays
from pathwayctl.scheduling.givers import days_away
from pathwayctl.scheduling.workdays import WorkCalendar

_EMAIL: Final = ("people", 0, "email")
_MOST_UNITS: Final = 10_000.0
_MOST_DAYS: Final = 100
"""Days of a leave to compare with the project before it counts as new."""

_Party = Person | Organization


class PeopleMerge:
    """The people of a file. ``ids`` are ours by the numbers of the resources, and ``new`` the entries."""

    def __init__(self, plan: FilePlan, ours: Plan, days: WorkCalendar, taken: set[str]) -> None:
        self._plan, self._days, self._taken = plan, days, taken
        people: tuple[_Party, ...] = (*ours.people, *ours.organizations)
        self._parties = {one.id: one for one in people}
        self._known = {*self._parties, *(team.id for team in ours.teams)}
        self._closed = ClosedDays.of(ours).by_party
        self._by_name: dict[str, list[str]] = {}
        for one in (*people, *ours.teams):
            self._by_name.setdefault(slug(name_of(one)), []).append(one.id)
        emails = ((one.email, one.id) for one in ours.people if one.email)
        self._by_email = {email.casefold(): id_ for email, id_ in emails}
        self.ids: dict[int, str] = {}
        self.new: list[dict[str, Any]] = []
        self.steps = tuple(self._steps())

    def _steps(self) -> Iterator[ImportStep]:
        for one in self._plan.resources:
            if not one.name or one.uid in self.ids:
                continue
            if one.kind is not ResourceType.WORK:
                what = "a cost" if one.kind is ResourceType.COST else "material"
                yield _left(one, f"It is {what}; only people and organizations are assigned here.")
                continue
            known = self._found(one)
            if known is None:
                yield self._new(one)
            else:
                self.ids[one.uid] = known
                yield from self._changes(one, known)
            if one.has_rates:
                yield _left(one, "Its cost rates; here tasks have costs.")
            own = self._plan.calendars.get(NO_UID if one.calendar is None else one.calendar)
            if own is not None and own.own_week and own.uid != self._plan.calendar.uid:
                yield _left(one, "Its own week or hours; here it works as the project does.")

    def _found(self, one: FileResource) -> str | None:
        """The person, organization, or team of the project that a resource is."""
        if one.our_id in self._known:
            return one.our_id
        named = self._by_name.get(slug(one.name), [])
        return self._by_email.get(one.email.casefold()) or (named[0] if len(named) == 1 else None)

    def _new(self, one: FileResource) -> ImportStep:
        target = EntryTarget("people", ("people", 0))
        id_ = proposed_id(target, {"name": one.name}, self._taken)
        self._taken.add(id_)
        self.ids[one.uid] = id_
        entry: dict[str, Any] = {"id": id_, "name": one.name}
        if one.email and fits_at(_EMAIL, one.email):
            entry["email"] = one.email
        if one.most_units is not None and 0 < one.most_units <= _MOST_UNITS and one.most_units != 1:
            entry["capacity"] = _plain(one.most_units)
        leave = list(self._leave(one))
        if leave:
            entry["leave"] = leave
        self.new.append(entry)
        return ImportStep(StepKind.ADDED, one.place, one.name, "Person", edits=(AddEntry("people", entry),))

    def _changes(self, one: FileResource, known: str) -> Iterator[ImportStep]:
        """What a file says more of someone who is there: a capacity, and days off."""
        party = self._parties.get(known)
        if party is None:
            return
        units = one.most_units
        if one.our_id == known and units and units != party.capacity and units <= _MOST_UNITS:
            before, after = number_text(party.capacity), number_text(units)
            edits = (SetField(known, "capacity", _plain(units)),)
            yield ImportStep(StepKind.CHANGED, one.place, one.name, "Capacity", before, after, edits=edits)
        for leave in self._leave(one, party):
            said = str(leave.get("date") or f"{leave['from']} to {leave['to']}")
            edits_ = (AddEntry((known, "leave"), leave),)
            yield ImportStep(StepKind.ADDED, one.place, one.name, "Leave", after=said, edits=edits_)

    def _leave(
        self, one: FileResource, party: Person | Organization | None = None
    ) -> Iterator[dict[str, Any]]:
        """The days off of a resource that are not those of the project, nor known already."""
        own = self._plan.calendars.get(NO_UID if one.calendar is None else one.calendar)
        if own is None or own.uid == self._plan.calendar.uid:
            return
        for leave in closures(own.own):
            first: date = leave.get("date") or leave["from"]
            last: date = leave.get("date") or leave["to"]
            if any(self._works(party, day) for day in _days(first, last)):
                yield leave

    def _works(self, party: _Party | None, day: date) -> bool:
        """Whether a day is worked in the project, and by someone of it."""
        away = () if party is None else (*days_away(party), *self._closed.get(party.id, ()))
        return self._days.is_working(day) and not any(first <= day <= last for first, last in away)


def _days(first: date, last: date) -> Iterator[date]:
    """The days of a stretch; of a long one, the first of them."""
    most = min(last.toordinal(), first.toordinal() + _MOST_DAYS)
    return (date.fromordinal(count) for count in range(first.toordinal(), most + 1))


def _plain(units: float) -> int | float:
    return int(units) if units == int(units) else round(units, 4)


def _left(one: FileResource, note: str) -> ImportStep:
    return ImportStep(StepKind.IGNORED, one.place, one.name, note=note)


def doers(plan: FilePlan, ids: Mapping[int, str]) -> dict[int, dict[str, float]]:
    """Who does each task, by its number: our ids, with the units of each."""
    found: dict[int, dict[str, float]] = {}
    for one in plan.assignments:
        id_ = ids.get(one.resource)
        if id_ is not None and 0 < one.units <= _MOST_UNITS:
            units = found.setdefault(one.task, {})
            units[id_] = units.get(id_, 0) + round(one.units, 4)
    return found
