"""The records of ``components``: who holds which responsibility in the seven components."""

from __future__ import annotations

from pathwayctl.catalog.catalog_entry import CatalogLine, Facilitation, NamedLine
from pathwayctl.catalog.data_records import Record
from pathwayctl.model.vocabulary import Cadence, Component


class ComponentEntry(CatalogLine):
    """A component of a high-quality pathway, and what it is about."""

    id: Component


class Responsibility(CatalogLine):
    """A responsibility in one component, and the ids of the roles that have it."""

    component: Component
    roles: tuple[str, ...]


class GuideTeam(NamedLine):
    """A team: the id of the role that leads it, who sits on it at least, and who may."""

    led_by: str
    members: tuple[str, ...]
    may_join: tuple[str, ...] = ()


class MeetingCadence(CatalogLine):
    """How often the teams of some roles meet."""

    roles: tuple[str, ...]
    recommended: Cadence
    at_least: Cadence


class GuideRung(NamedLine):
    """A rung of the credential ladder; the rungs are in order, the first to earn first."""


class ComponentsGuide(Record):
    """The seven components, the six roles, and the responsibilities that tie them together."""

    components: tuple[ComponentEntry, ...]
    roles: tuple[NamedLine, ...]
    responsibilities: tuple[Responsibility, ...]
    teams: tuple[GuideTeam, ...]
    meetings: MeetingCadence
    facilitation: tuple[Facilitation, ...]
    leadership_areas: tuple[NamedLine, ...]
    sustainability_plan: tuple[NamedLine, ...]
    credential_ladder: tuple[GuideRung, ...]
    advanced_academics: tuple[NamedLine, ...]
    rules: tuple[CatalogLine, ...]

    def held_by(self, role: str, component: Component) -> tuple[Responsibility, ...]:
        """The responsibilities of one role in one component; two of the 42 cells are rightly empty."""
        return tuple(duty for duty in self.of(component) if role in duty.roles)

    def of(self, component: Component) -> tuple[Responsibility, ...]:
        """The responsibilities in one component, regardless of who holds them."""
        return tuple(duty for duty in self.responsibilities if duty.component is component)
