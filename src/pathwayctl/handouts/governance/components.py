"""The matrix of the seven components: who holds what, and what nobody holds.

Source: Texas Regional Pathways Network, Key Stakeholders (undated): six roles have 146
responsibilities in seven components, 114 of them different. That employers and workforce development
have none in the links between school and college is as the source has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.governance.duties import DutyCell, DutyGrid, Held, duty_grid
from pathwayctl.handouts.cells import NONE, Grid, Row, blank_rows, bulleted, stacked
from pathwayctl.handouts.governance.coverage_chart import HeatMap, duty_map, in_words
from pathwayctl.handouts.handout import STAKEHOLDERS, one_page
from pathwayctl.model.governance_words import Progress, StakeholderRole
from pathwayctl.model.vocabulary import Component, Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context

HOLDER_WIDTH: Final = 6
MOST: Final = 40
"""More responsibilities than these that nobody holds are counted here, and listed on the roles' pages."""


@dataclass(frozen=True, slots=True)
class Components:
    """The page.

    ``chart`` shows the matrix as a picture.

    ``matrix``: components by roles, with a row of totals. ``holders``: holder, roles, responsibilities,
    done, under way, not begun. ``open``: responsibility, component, roles, who could take it.
    """

    facts: tuple[tuple[str, str], ...]
    chart: HeatMap | None
    description: str
    matrix: Grid
    holders: tuple[Row, ...]
    open: tuple[Row, ...]
    gap: str


def view(context: Context) -> Components:
    """The whole list, with what the project says of it."""
    grid = duty_grid(context.plan)
    duties = [duty for cell in grid.cells for duty in cell.duties]
    missing = sum(not duty.holders for duty in duties)
    rows = tuple(_open(grid))
    chart = duty_map(grid)
    return Components(
        facts=tuple(_facts(duties)),
        chart=chart,
        description=in_words(chart, "How many responsibilities somebody holds") if chart else "",
        matrix=_matrix(grid),
        holders=tuple(_holders(grid, context)) or blank_rows(HOLDER_WIDTH, 6),
        open=rows if len(rows) <= MOST else (),
        gap=_gap(missing, len(rows)),
    )


def _facts(duties: list[Held]) -> Iterator[tuple[str, str]]:
    held = [duty for duty in duties if duty.holders]
    yield "Held by somebody", f"{len(held)} of {count(len(duties), 'responsibility', 'responsibilities')}"
    states = (
        f"{sum(duty.state is state for duty in held)} {state.label.lower()}" for state in reversed(Progress)
    )
    yield "How far these have come", ", ".join(states)


def _matrix(grid: DutyGrid) -> Grid:
    by_place = {(cell.component, cell.role): cell for cell in grid.cells}
    rows = [
        (component.label, *(_cell([by_place[component, role]]) for role in StakeholderRole))
        for component in Component
    ]
    total = (
        "All seven components",
        *(_cell([c for c in grid.cells if c.role is r]) for r in StakeholderRole),
    )
    return Grid(
        rows=(*rows, total),
        columns=("Component", *(role.label for role in StakeholderRole)),
        marks=(*[""] * len(rows), "total"),
    )


def _cell(cells: list[DutyCell]) -> str:
    """``3 of 4 held``, how many of them are done, and how many are open; ``None asked`` where none is."""
    asked, missing, done = (
        sum(len(part) for part in parts)
        for parts in (
            [cell.duties for cell in cells],
            [cell.unheld for cell in cells],
            [cell.done for cell in cells],
        )
    )
    if not asked:
        return "None asked"
    return stacked(
        (
            f"{asked - missing} of {asked} held",
            f"{done} done" if done else "",
            f"{missing} open" if missing else "",
        )
    )


def _holders(grid: DutyGrid, context: Context) -> Iterator[Row]:
    """Whoever holds something, in the order of the list."""
    states: dict[str, list[Progress]] = {}
    roles: dict[str, dict[str, None]] = {}
    for cell in sorted(grid.cells, key=lambda cell: tuple(StakeholderRole).index(cell.role)):
        for duty in cell.duties:
            for holder in duty.holders:
                states.setdefault(holder, []).append(duty.state)
                roles.setdefault(holder, {})[cell.role.label] = None
    for holder, found in states.items():
        numbers = (found.count(state) for state in reversed(Progress))
        words = (str(number) if number else NONE for number in numbers)
        yield (context.name(holder), bulleted(roles[holder]), str(len(found)), *words)


def _open(grid: DutyGrid) -> Iterator[Row]:
    """Each responsibility that nobody holds once, with all the roles that it is asked of."""
    from pathwayctl.catalog.reading import components

    texts = {one.id: one.text for one in components().responsibilities}
    for component in Component:
        roles: dict[str, list[str]] = {}
        for cell in grid.of(component):
            for duty in cell.unheld:
                roles.setdefault(duty, []).append(cell.role.label)
        for duty, asked in roles.items():
            yield (texts[duty], component.label, bulleted(asked), "")


def _gap(missing: int, rows: int) -> str:
    if not missing:
        return ""
    text = f"Nobody holds {count(missing, 'responsibility', 'responsibilities')} yet."
    return f"{text} The page of each role lists them." if rows > MOST else text


HANDOUT: Final = one_page(
    "components",
    "Responsibilities in the seven components",
    STAKEHOLDERS.format("the whole list"),
    "How many responsibilities each role holds in each component, and what nobody holds.",
    view,
    guides=(Guide.COMPONENTS,),
    sections=("duties",),
)
