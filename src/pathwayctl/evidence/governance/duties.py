"""Responsibilities by role and component: who holds what, what nobody holds, and how far each has come.

Source: Texas Regional Pathways Network, Key Stakeholders: six roles in seven components, 146
assignments in all. A project says who holds them in its section ``duties``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.model.governance_words import Progress, StakeholderRole
from pathwayctl.model.vocabulary import Component

if TYPE_CHECKING:
    from pathwayctl.model.governance import Duty
    from pathwayctl.model.plan import Plan

_PLACE: Final = {state: place for place, state in enumerate(Progress)}


@dataclass(frozen=True, slots=True)
class Held:
    """A responsibility of one role: its id in the list, who holds it (ids), and how far it has come.

    What nobody holds has not begun, whatever stands in the project.
    """

    responsibility: str
    holders: tuple[str, ...]
    state: Progress


@dataclass(frozen=True, slots=True)
class DutyCell:
    """What one role does in one component; two of the 42 cells are rightly empty."""

    role: StakeholderRole
    component: Component
    duties: tuple[Held, ...]

    @property
    def unheld(self) -> tuple[str, ...]:
        """Responsibilities that nobody holds."""
        return tuple(duty.responsibility for duty in self.duties if not duty.holders)

    @property
    def done(self) -> tuple[str, ...]:
        """Responsibilities that someone holds and has met."""
        return tuple(duty.responsibility for duty in self.duties if duty.state is Progress.DONE)


@dataclass(frozen=True, slots=True)
class DutyGrid:
    """All 42 cells, component by component, and the entries of the project that fit none.

    ``strangers`` are (responsibility, role) pairs that the source does not have.
    """

    cells: tuple[DutyCell, ...]
    strangers: tuple[tuple[str, StakeholderRole], ...]

    def of(self, component: Component) -> tuple[DutyCell, ...]:
        """The cells of one component that are not empty, a cell for each role."""
        return tuple(cell for cell in self.cells if cell.component is component and cell.duties)


def duty_grid(plan: Plan) -> DutyGrid:
    """The whole list, with what the project says of it."""
    from pathwayctl.catalog.reading import components

    guide = components()
    given: dict[tuple[str, StakeholderRole], list[Duty]] = {}
    for duty in plan.duties:
        given.setdefault((duty.responsibility, duty.role), []).append(duty)
    cells = tuple(
        DutyCell(
            role,
            component,
            tuple(_held(one.id, given.get((one.id, role), [])) for one in guide.held_by(role, component)),
        )
        for component in Component
        for role in StakeholderRole
    )
    listed = {(duty.responsibility, cell.role) for cell in cells for duty in cell.duties}
    return DutyGrid(cells, tuple(pair for pair in given if pair not in listed))


def _held(responsibility: str, entries: list[Duty]) -> Held:
    """One responsibility from all entries about it: all of their holders, and the least of their states."""
    holders = tuple(dict.fromkeys(holder for entry in entries for holder in entry.holders))
    states = [entry.state for entry in entries if entry.holders]
    return Held(responsibility, holders, min(states, key=_PLACE.__getitem__, default=Progress.NOT_BEGUN))
