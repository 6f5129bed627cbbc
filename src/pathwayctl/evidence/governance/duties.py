"""Responsibilities by role and component: who holds each, which have no owner, and the progress of each.

Source: Texas Regional Pathways Network, Key Stakeholders: six roles in seven components, 146
assignments in all. A project says who holds them in its section ``duties``, adds its own, and leaves out
those for which it has no use.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from typing import Final

from pathwayctl.model.governance import Duty, DutyState, Progress, StakeholderRole
from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Component
from pathwayctl.quick_dataclass import dataclass

_PROGRESS: Final = {state.value: state for state in Progress}
_PLACE: Final = {state: place for place, state in enumerate(Progress)}


@dataclass(frozen=True, slots=True)
class Held:
    """A responsibility of one role: its id, the ids of its owners, and its progress.

    A responsibility without an owner has not begun, whatever the project says. One of the project's own has a
    ``text``. ``entries`` are those of the project. ``applies`` is false for one that does not apply. One
    is ``left_out`` if the project lists others of its role, but not this one.
    """

    responsibility: str
    holders: tuple[str, ...]
    state: Progress
    text: str = field(default="", compare=False)
    entries: tuple[Duty, ...] = field(default=(), compare=False)
    applies: bool = field(default=True, compare=False)
    left_out: bool = field(default=False, compare=False)

    @property
    def due(self) -> date | None:
        """The first day by which an open entry should be met."""
        days = [one.due for one in self.entries if one.due and one.state is not DutyState.DONE]
        return min(days, default=None)


@dataclass(frozen=True, slots=True)
class DutyCell:
    """What one role does in one component. Two of the 42 cells are empty in the source."""

    role: StakeholderRole
    component: Component
    duties: tuple[Held, ...]

    @property
    def used(self) -> tuple[Held, ...]:
        """The responsibilities that apply in this project."""
        return tuple(duty for duty in self.duties if duty.applies)

    @property
    def unheld(self) -> tuple[str, ...]:
        """Responsibilities that apply and have no owner."""
        return tuple(duty.responsibility for duty in self.used if not duty.holders)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Responsibilities without an owner that the project has left out of its list."""
        return tuple(duty.responsibility for duty in self.used if duty.left_out)

    @property
    def done(self) -> tuple[str, ...]:
        """Responsibilities with an owner that are done."""
        return tuple(duty.responsibility for duty in self.used if duty.state is Progress.DONE)


@dataclass(frozen=True, slots=True)
class DutyTotals:
    """How many responsibilities of some cells apply, and how many of these are held and done.

    ``unused`` counts those that do not apply, ``left_out`` those that the project has left out of its list;
    only the latter are among those listed.
    """

    listed: int
    held: int
    done: int
    unused: int = 0
    left_out: int = 0

    @property
    def unheld(self) -> int:
        """Those without an owner."""
        return self.listed - self.held

    @property
    def open(self) -> int:
        """Those without an owner that the project has not left out."""
        return self.unheld - self.left_out


def totals(cells: Iterable[DutyCell]) -> DutyTotals:
    """Add up the responsibilities of some cells."""
    cells = tuple(cells)
    listed = sum(len(cell.used) for cell in cells)
    held = listed - sum(len(cell.unheld) for cell in cells)
    unused = sum(len(cell.duties) for cell in cells) - listed
    left_out = sum(len(cell.left_out) for cell in cells)
    return DutyTotals(listed, held, sum(len(cell.done) for cell in cells), unused, left_out)


@dataclass(frozen=True, slots=True)
class DutyGrid:
    """All 42 cells, component by component."""

    cells: tuple[DutyCell, ...]

    def of(self, component: Component) -> tuple[DutyCell, ...]:
        """Return the cells of one component that are not empty, one for each role."""
        return tuple(cell for cell in self.cells if cell.component is component and cell.duties)

    def of_role(self, role: StakeholderRole) -> tuple[DutyCell, ...]:
        """Return the cells of one role, one for each component."""
        return tuple(cell for cell in self.cells if cell.role is role)


def duties_begun(plan: Plan) -> bool:
    """Whether any responsibility has a holder or a state; those of a new project have neither."""
    return any(duty.holders or duty.state is not DutyState.NOT_BEGUN for duty in plan.duties)


def duty_grid(plan: Plan) -> DutyGrid:
    """Return the whole list and the project's own responsibilities, with what the project says about them."""
    from pathwayctl.catalog.reading import components

    guide = components()
    given: dict[tuple[str, StakeholderRole], list[Duty]] = {}
    for duty in plan.duties:
        given.setdefault((duty.responsibility, duty.role), []).append(duty)
    roles = {duty.role for duty in plan.duties}
    cells = []
    for component in Component:
        for role in StakeholderRole:
            listed = [one.id for one in guide.held_by(role, component)]
            own = [one for one, at in given.items() if at[0].component is component and one[1] is role]
            names = dict.fromkeys((*listed, *(name for name, _ in own)))
            found = (_held(name, tuple(given.get((name, role), ())), role in roles) for name in names)
            cells.append(DutyCell(role, component, tuple(found)))
    return DutyGrid(tuple(cells))


def _held(responsibility: str, entries: tuple[Duty, ...], is_role_used: bool) -> Held:
    """Combine all entries about a responsibility: all of their holders, and the least progress."""
    needed = tuple(entry for entry in entries if entry.state is not DutyState.NOT_APPLICABLE)
    holders = tuple(dict.fromkeys(holder for entry in needed for holder in entry.holders))
    states = [_PROGRESS[entry.state.value] for entry in needed if entry.holders]
    least = min(states, key=_PLACE.__getitem__, default=Progress.NOT_BEGUN)
    text = next((entry.text for entry in entries if entry.text), "")
    applies = bool(needed) or not entries
    return Held(responsibility, holders, least, text, entries, applies, is_role_used and not entries)
