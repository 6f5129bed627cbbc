"""A page for each of six roles: its responsibilities by component, with owners and progress.

Source: Texas Regional Pathways Network, Key Stakeholders (undated).
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.governance.duties import DutyCell, DutyGrid, Held, duty_grid, totals
from pathwayctl.evidence.partners.stakeholders import stakeholders
from pathwayctl.handouts.cells import bulleted, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import STAKEHOLDERS, Handout, PageView
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table_of
from pathwayctl.language import phrase
from pathwayctl.model.governance import DutyState, StakeholderRole
from pathwayctl.model.partners import Person
from pathwayctl.model.vocabulary import Component, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count, listed

DUTIES: Final[Columns[Held]] = (
    Column("Responsibility", lambda duty, _: _text(duty), "wide"),
    Column("Owner", lambda duty, context: bulleted(map(context.name, duty.holders))),
    Column("Progress", lambda duty, context: _progress(duty, context)),
    Column("Due", lambda duty, _: when(duty.due), "narrow"),
)


PLACED: Final[Columns[Person]] = (
    Column("Name", lambda one, _: one.name, "wide"),
    Column("Employed by", lambda one, context: context.name(one.organization)),
    Column("Works at", lambda one, context: bulleted(map(context.name, one.works_at))),
)


@dataclass(frozen=True, slots=True)
class ComponentPart:
    """One component on a role’s page."""

    label: str
    about: str
    duties: HandoutTable
    gap: str


@dataclass(frozen=True, slots=True)
class RolePage:
    """A role, its totals, and its components; ``none`` names components without responsibilities.

    ``areas`` are the four areas in which the regional convener leads.
    """

    about: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[ComponentPart, ...]
    none: str
    placed: HandoutTable
    areas: tuple[tuple[str, str], ...]


def view(context: Context) -> tuple[RolePage, ...]:
    """Return a page for each role, in the order of the source."""
    grid = duty_grid(context.plan)
    return tuple(_page(role, grid, context) for role in StakeholderRole)


def _page(role: StakeholderRole, grid: DutyGrid, context: Context) -> RolePage:
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import components

    cells = grid.of_role(role)
    found = totals(cells)
    none = [cell.component.label for cell in cells if not cell.duties]
    return RolePage(
        about=find(components().roles, role).text,
        facts=(
            (phrase("Responsibilities"), str(found.listed)),
            (phrase("With an owner"), str(found.held)),
            (phrase("Done"), str(found.done)),
            (phrase("Without an owner"), str(found.unheld)),
            *(((phrase("Not applicable"), str(found.unused)),) if found.unused else ()),
        ),
        parts=tuple(_part(cell, context) for cell in cells if cell.duties),
        none=phrase("The guide gives this role no responsibilities in {none}.", none=listed(none))
        if none
        else "",
        placed=table_of(PLACED, _placed(context) if role is StakeholderRole.WORKFORCE else (), context),
        areas=tuple((area.name, area.text) for area in components().leadership_areas)
        if role is StakeholderRole.CONVENER
        else (),
    )


def _placed(context: Context) -> tuple[Person, ...]:
    """Return the people who work at another organization than the one that employs them."""
    return tuple(one for one in context.index.ask(stakeholders).people if one.works_at)


def _part(cell: DutyCell, context: Context) -> ComponentPart:
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import components

    found = totals((cell,))
    return ComponentPart(
        label=cell.component.label,
        about=find(components().components, cell.component).text,
        duties=table_of(DUTIES, cell.duties, context),
        gap=phrase(
            "{unheld} of {responsibilities} without an owner.",
            unheld=found.unheld,
            responsibilities=count(found.listed, "responsibility", "responsibilities"),
        )
        if found.unheld
        else "",
    )


def _progress(duty: Held, context: Context) -> str:
    """Return the progress; of holders at different stages, that of each."""
    if not duty.applies:
        return DutyState.NOT_APPLICABLE.label
    if len({entry.state for entry in duty.entries if entry.holders}) < 2:
        return duty.state.label if duty.holders else ""
    return bulleted(
        f"{context.name(holder)}: {entry.state.label.lower()}"
        for entry in duty.entries
        for holder in entry.holders
    )


def _text(duty: Held) -> str:
    if duty.text:
        return duty.text
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import components

    return find(components().responsibilities, duty.responsibility).text


def _views(context: Context) -> tuple[PageView, ...]:
    return tuple(
        PageView(f"role-{role.value}", phrase("Responsibilities: {role}", role=role.label), page)
        for role, page in zip(StakeholderRole, view(context), strict=True)
    )


HANDOUT: Final = Handout(
    "role",
    "Responsibilities of each role",
    "role",
    STAKEHOLDERS.format("responsibilities by role"),
    f"What each of the six roles does in the {len(Component)} components, and who is responsible.",
    _views,
    guides=(Guide.COMPONENTS,),
    sections=("duties",),
)
