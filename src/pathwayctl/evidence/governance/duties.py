"""Responsibilities by role and component: who holds each, which have no owner, and the progress of each.

Source: Texas Regional Pathways Network, Key Stakeholders: six roles in seven components, 146
assignments in all. A project says who holds them in its section ``duties``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.model.governance import Progress, StakeholderRole
from pathwayctl.model.vocabulary import Component

if TYPE_CHECKING:
    from pathwayctl.model.governance import Duty
    from pathwayctl.model.plan import Plan

_PLACE: Final = {state: place for place, state in enumerate(Progress)}


@dataclass(frozen=True, slots=True)
class Held:
    """A responsibility of one role: its id in the list, the ids of its owners, and its progress.

    A responsibility without an owner has not begun, whatever the project says.
    """

    responsibility: str
    holders: tuple[str, ...]
    state: Progress


@dataclass(frozen=True, slots=True)
class DutyCell:
    """What one role does in one component. Two of the 42 cells are empty in the source."""

    role: StakeholderRole
    component: Component
    duties: tuple[Held, ...]

    @property
    def unheld(self) -> tuple[str, ...]:
        """Responsibilities without an owner."""
        return tuple(duty.responsibility for duty in self.duties if not duty.holders)

    @property
    def done(self) -> tuple[str, ...]:
        """Responsibilities with an owner that are done."""
        return tuple(duty.responsibility for duty in self.duties if duty.state is Progress.DONE)


@dataclass(frozen=True, slots=True)
class DutyTotals:
    """How many responsibilities the guide lists in some cells, and how many are held and done."""

    listed: int
    held: int
    done: int

    @property
    def unheld(self) -> int:
        """Those without an owner."""
        return self.listed - self.held


def totals(cells: Iterable[DutyCell]) -> DutyTotals:
    """Add up the responsibilities of some cells."""
    cells = tuple(cells)
    listed = sum(len(cell.duties) for cell in cells)
    held = listed - sum(len(cell.unheld) for cell in cells)
    return DutyTotals(listed, held, sum(len(cell.done) for cell in cells))


@dataclass(frozen=True, slots=True)
class DutyGrid:
    """All 42 cells, component by component, and the entries of the project that fit none.

    ``strangers`` are (responsibility, role) pairs that the source does not have.
    """

    cells: tuple[DutyCell, ...]
    strangers: tuple[tuple[str, StakeholderRole], ...]

    def of(self, component: Component) -> tuple[DutyCell, ...]:
        """Return the cells of one component that are not empty, one for each role."""
        return tuple(cell for cell in self.cells if cell.component is component and cell.duties)

    def of_role(self, role: StakeholderRole) -> tuple[DutyCell, ...]:
        """Return the cells of one role, one for each component."""
        return tuple(cell for cell in self.cells if cell.role is role)


def duty_grid(plan: Plan) -> DutyGrid:
    """Return the whole list, with what the project says about it."""
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
    """Combine all entries about a responsibility: all of their holders, and the least progress."""
    holders = tuple(dict.fromkeys(holder for entry in entries for holder in entry.holders))
    states = [entry.state for entry in entries if entry.holders]
    return Held(responsibility, holders, min(states, key=_PLACE.__getitem__, default=Progress.NOT_BEGUN))
