"""A page for each of six roles: its responsibilities by component, who holds each, how far it has come.

Source: Texas Regional Pathways Network, Key Stakeholders (undated).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.governance.duties import DutyCell, DutyGrid, duty_grid
from pathwayctl.handouts.cells import Row, bulleted
from pathwayctl.handouts.handout import STAKEHOLDERS, Handout, PageView, asked_for
from pathwayctl.model.governance_words import StakeholderRole
from pathwayctl.model.vocabulary import Component, Guide
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context


@dataclass(frozen=True, slots=True)
class ComponentPart:
    """One component on a role’s page. Columns: responsibility, held by, how far it has come."""

    label: str
    about: str
    rows: tuple[Row, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class RolePage:
    """A role, what it is, how much of its share is held, and its components; ``none`` names the others."""

    about: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[ComponentPart, ...]
    none: str


def view(context: Context) -> tuple[RolePage, ...]:
    """A page for each role, in the order of the source."""
    grid = duty_grid(context.plan)
    return tuple(_page(role, grid, context) for role in StakeholderRole)


def _page(role: StakeholderRole, grid: DutyGrid, context: Context) -> RolePage:
    from pathwayctl.catalog.entries import find
    from pathwayctl.catalog.reading import components

    cells = [cell for cell in grid.cells if cell.role is role]
    asked, missing, done = (
        sum(map(len, parts))
        for parts in (
            [cell.duties for cell in cells],
            [cell.unheld for cell in cells],
            [cell.done for cell in cells],
        )
    )
    none = [cell.component.label for cell in cells if not cell.duties]
    return RolePage(
        about=find(components().roles, role).text,
        facts=(
            ("Responsibilities", str(asked)),
            ("Held by somebody", str(asked - missing)),
            ("Done", str(done)),
            ("Held by nobody", str(missing)),
        ),
        parts=tuple(_part(cell, context) for cell in cells if cell.duties),
        none=f"The guide asks nothing of this role in {listed(none)}." if none else "",
    )


def _part(cell: DutyCell, context: Context) -> ComponentPart:
    from pathwayctl.catalog.entries import find
    from pathwayctl.catalog.reading import components

    guide = components()
    texts = {one.id: one.text for one in guide.held_by(cell.role, cell.component)}
    missing, asked = len(cell.unheld), len(cell.duties)
    return ComponentPart(
        label=cell.component.label,
        about=find(guide.components, cell.component).text,
        rows=tuple(
            (
                texts[duty.responsibility],
                bulleted(map(context.name, duty.holders)),
                duty.state.label if duty.holders else "",
            )
            for duty in cell.duties
        ),
        gap=f"Nobody holds {missing} of {count(asked, 'responsibility', 'responsibilities')} here yet."
        if missing
        else "",
    )


def _views(context: Context) -> tuple[PageView, ...]:
    if not asked_for(context, (Guide.COMPONENTS,), ("duties",)):
        return ()
    return tuple(
        PageView(f"role-{role.value}", f"Responsibilities: {role.label}", page)
        for role, page in zip(StakeholderRole, view(context), strict=True)
    )


HANDOUT: Final = Handout(
    "role",
    "Responsibilities of each role",
    "role",
    STAKEHOLDERS.format("responsibilities by role"),
    f"What each of the six roles does in the {len(Component)} components, and who holds it.",
    _views,
)
