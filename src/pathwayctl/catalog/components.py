"""The records of ``components``: who holds which responsibility in the seven components."""

from __future__ import annotations

from dataclasses import dataclass

from pathwayctl.catalog.entries import Line, Named
from pathwayctl.model.vocabulary import Cadence, Component


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentEntry(Line):
    """A component of a high-quality pathway, and what it is about."""

    id: Component


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Line):
    """Something to be done in one component, and the ids of the roles that the source gives it to."""

    component: Component
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Team(Named):
    """A team: the id of the role that leads it, who sits on it at least, and who may."""

    led_by: str
    members: tuple[str, ...]
    may_join: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings(Line):
    """How often the teams of some roles meet."""

    roles: tuple[str, ...]
    recommended: Cadence
    at_least: Cadence


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung(Named):
    """A rung of the credential ladder; the rungs stand in their order, the first to earn first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentsGuide:
    """The seven components, the six roles, and the responsibilities that tie them together."""

    source: str
    components: tuple[ComponentEntry, ...]
    roles: tuple[Named, ...]
    responsibilities: tuple[Responsibility, ...]
    teams: tuple[Team, ...]
    meetings: Meetings
    leadership_areas: tuple[Named, ...]
    sustainability_plan: tuple[Named, ...]
    credential_ladder: tuple[Rung, ...]
    advanced_academics: tuple[Named, ...]
    rules: tuple[Line, ...]

    def held_by(self, role: str, component: Component) -> tuple[Responsibility, ...]:
        """The responsibilities of one role in one component; two of the 42 cells are rightly empty."""
        return tuple(duty for duty in self.of(component) if role in duty.roles)

    def of(self, component: Component) -> tuple[Responsibility, ...]:
        """The responsibilities in one component, whoever holds them."""
        return tuple(duty for duty in self.responsibilities if duty.component is component)
