"""People, organizations, and teams as resources of Microsoft Project XML, with their days off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from pathwayctl.exchange.msproject.calendars_xml import put_resource_calendar
from pathwayctl.exchange.msproject.elements import decimal, put, short_name
from pathwayctl.exchange.msproject.task_calendars import (
    LAST_DAY,
    DayChange,
    Difference,
    Stretch,
    TaskDaysOff,
    day_changes,
)
from pathwayctl.exchange.msproject.terms import RESOURCE_ID_FIELD, ResourceType
from pathwayctl.exchange.msproject.uids import Uids
from pathwayctl.model.partners import Person
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.assignees import members_of, without_teams
from pathwayctl.scheduling.closed_days import ClosedDays
from pathwayctl.scheduling.givers import days_away

if TYPE_CHECKING:
    from pathwayctl.exchange.export_source import ExportSource
    from pathwayctl.exchange.msproject.placed_tasks import PlacedTask
    from pathwayctl.model.governance import Team
    from pathwayctl.model.partners import Organization
    from pathwayctl.model.project import Closure

_SEPARATORS: Final = str.maketrans({",": ";", "[": "(", "]": ")"})
"""What Microsoft Project does not take in the name of a resource."""


@dataclass(frozen=True)
class CarriedResource:
    """Someone whom tasks are assigned to. ``known_as`` is our id, empty if the audience may not know it.

    ``units`` is how much of themselves they can give a day, 1 for all, and ``stay`` their first and last day.
    ``changes`` are the days on which they do not work as the project does.
    """

    uid: int
    calendar_uid: int
    name: str
    known_as: str
    units: float
    group: str = ""
    email: str = ""
    is_team: bool = False
    stay: tuple[date | None, date | None] = (None, None)
    changes: tuple[DayChange, ...] = field(default=())


def carried_resources(
    source: ExportSource, tasks: Iterable[PlacedTask], time: Stretch, first_calendar: int
) -> dict[str, CarriedResource]:
    """Everyone who is assigned to a task, by our ids, in the order of the plan."""
    plan, needed = source.shown.plan, {one.resource for task in tasks for one in task.task.assigned}
    parties: dict[str, Organization | Person] = {one.id: one for one in plan.organizations}
    parties |= {one.id: one for one in plan.people}
    teams = {team.id: team for team in plan.teams if team.id not in parties}
    known = [name for name in (*parties, *teams) if name in needed]
    uids, names = Uids(), _names(source, known)
    writer = _Resources(source, parties, teams, time)
    found = {}
    for number, name in enumerate(known):
        hidden = name in source.unnamed
        uid = uids.of(f"unnamed {number}" if hidden else name)
        found[name] = writer.resource(name, names[name], (uid, first_calendar + number), hidden=hidden)
    return found


@dataclass(frozen=True)
class _Resources:
    """Makes resources from what the audience may see of the plan."""

    source: ExportSource
    parties: Mapping[str, Organization | Person]
    teams: Mapping[str, Team]
    time: Stretch

    def resource(self, name: str, title: str, uids: tuple[int, int], *, hidden: bool) -> CarriedResource:
        """Someone with their name, days off, and the numbers of the resource and of its calendar."""
        known_as, changes = "" if hidden else name, tuple(self._changes(name))
        if name in self.teams:
            units = sum(self.parties[one].capacity for one in self._members(self.teams[name]))
            return CarriedResource(*uids, title, known_as, units or 1, "Team", is_team=True, changes=changes)
        party = self.parties[name]
        if not isinstance(party, Person):
            group = "" if hidden else "Organization"
            return CarriedResource(*uids, title, known_as, party.capacity, group, changes=changes)
        return CarriedResource(
            *uids,
            title,
            known_as,
            party.capacity,
            self.source.shown.name(party.organization),
            party.email or "",
            stay=(party.since, party.until),
            changes=changes,
        )

    def _members(self, team: Team) -> Iterator[str]:
        return (one for one in without_teams(self.teams, members_of(team)) if one in self.parties)

    def _changes(self, name: str) -> Iterator[DayChange]:
        """Leave, the closures of an organization, and days off that someone works."""
        plan = self.source.shown.plan
        party, closures = self.parties.get(name), ClosedDays.of(plan).by_party.get(name, ())
        away = tuple(days_away(party)) if party else ()
        opened = tuple(
            date.fromordinal(day)
            for opening in (party.openings if party else ())
            for day in range(
                max(opening.first, self.time[0]).toordinal(), min(opening.last, self.time[1]).toordinal() + 1
            )
        )
        named = [*(party.leave if party else ()), *self._closures(party)]
        days_off = TaskDaysOff(plan.calendar, Difference(opened, (*closures, *away)), named)
        project = self.source.shown.schedule.calendar
        return day_changes(days_off, project.is_working, self.time)

    def _closures(self, party: Organization | Person | None) -> tuple[Closure, ...]:
        if isinstance(party, Person):
            party = self.parties.get(party.organization or "")
        own = None if party is None or isinstance(party, Person) else party.calendar
        return own.closures if own else ()


def _names(source: ExportSource, known: list[str]) -> dict[str, str]:
    """The names, each once: Project lists those who do a task by name."""
    found: dict[str, str] = {}
    used: set[str] = set()
    for key in known:
        name = plain = short_name(source.shown.name(key).translate(_SEPARATORS)) or key
        number = 1
        while name in used:
            number += 1
            name = f"{plain} ({number})"
        used.add(name)
        found[key] = name
    return found


def put_calendars(parent: Element, resources: Iterable[CarriedResource]) -> None:
    """Add the calendar of each of them."""
    used: set[str] = set()
    for one in resources:
        name = short_name(one.name, 40)
        if name in used:
            name = f"{name} {one.calendar_uid}"
        used.add(name)
        put_resource_calendar(parent, one.calendar_uid, name, one.changes)


def put_resources(parent: Element, resources: Iterable[CarriedResource]) -> None:
    """Add the resources: people, organizations, and teams do work, none of them is material."""
    resources = tuple(resources)
    if not resources:
        return
    inside = SubElement(parent, "Resources")
    for number, one in enumerate(resources, start=1):
        resource = SubElement(inside, "Resource")
        put(
            resource,
            (
                ("UID", one.uid),
                ("ID", number),
                ("Name", one.name),
                ("Type", ResourceType.WORK.value),
                ("IsNull", False),
                ("Group", short_name(one.group)),
                ("EmailAddress", one.email),
                ("MaxUnits", decimal(one.units)),
                ("CalendarUID", one.calendar_uid),
                ("IsGeneric", one.is_team),
            ),
        )
        if one.known_as:
            attribute = SubElement(resource, "ExtendedAttribute")
            put(attribute, (("FieldID", RESOURCE_ID_FIELD), ("Value", one.known_as)))
        if any(one.stay):
            _put_stay(resource, one)


def _put_stay(resource: Element, one: CarriedResource) -> None:
    first, last = one.stay
    period = SubElement(SubElement(resource, "AvailabilityPeriods"), "AvailabilityPeriod")
    put(
        period,
        (
            ("AvailableFrom", f"{first or date(1984, 1, 1)}T00:00:00"),
            ("AvailableTo", f"{last or LAST_DAY}T23:59:00"),
            ("AvailableUnits", decimal(one.units)),
        ),
    )
