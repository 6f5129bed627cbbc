"""The matrix of the seven components: responsibilities by owner, and those without an owner.

Source: Texas Regional Pathways Network, Key Stakeholders (undated): six roles have 146
responsibilities in seven components, 113 of them different. That employers and workforce development
have none in the links between school and college follows the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pathwayctl.evidence.governance.duties import DutyCell, DutyGrid, Held, duty_grid, totals
from pathwayctl.handouts.cells import NONE, bulleted, stacked
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.governance.coverage_chart import HeatMap, duty_map, in_words
from pathwayctl.handouts.handout import STAKEHOLDERS, one_page
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.governance import Duty, Progress, StakeholderRole
from pathwayctl.model.vocabulary import Component, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

OWNERS: Final[tuple[str | Head, ...]] = (
    Head(marked("Owner"), width="wide"),
    marked("In the role of"),
    Head(marked("Held"), "right", "narrow"),
    *(Head(marked(state.english), "right", "narrow") for state in reversed(Progress)),
)
OPEN: Final = (
    Head(marked("Responsibility"), width="wide"),
    marked("Component"),
    marked("Roles"),
    Head(marked("Possible owner"), width="wide"),
)
MOST: Final = 40
"""The page lists at most so many responsibilities without an owner; the roles' pages list them all."""


@dataclass(frozen=True, slots=True)
class Components:
    """The page: components by roles as a chart and a table, the owners, and what has no owner (``open``)."""

    facts: tuple[tuple[str, str], ...]
    chart: HeatMap | None
    description: str
    matrix: HandoutTable
    owners: HandoutTable
    open: HandoutTable
    gap: str


def view(context: Context) -> Components:
    """Return the whole list, with what the project says about it."""
    grid = duty_grid(context.plan)
    duties = [duty for cell in grid.cells for duty in cell.used]
    rows = tuple(_open(grid, context.plan.duties))
    chart = duty_map(grid)
    return Components(
        facts=tuple(_facts(duties)),
        chart=chart,
        description=in_words(chart, phrase("How many responsibilities have an owner")) if chart else "",
        matrix=_matrix(grid),
        owners=table(OWNERS, _owners(grid, context), blank=6),
        open=table(OPEN, rows if len(rows) <= MOST else ()),
        gap=_gap(totals(grid.cells).unheld, len(rows)),
    )


def _facts(duties: list[Held]) -> Iterator[tuple[str, str]]:
    held = [duty for duty in duties if duty.holders]
    yield (
        phrase("With an owner"),
        phrase(
            "{number} of {responsibilities}",
            number=len(held),
            responsibilities=count(len(duties), "responsibility", "responsibilities"),
        ),
    )
    states = (
        phrase(
            "{number} {state}",
            number=sum(duty.state is state for duty in held),
            state=state.label.lower(),
        )
        for state in reversed(Progress)
    )
    yield phrase("Progress of these"), ", ".join(states)


def _matrix(grid: DutyGrid) -> HandoutTable:
    by_place = {(cell.component, cell.role): cell for cell in grid.cells}
    columns = (phrase("Component"), *(role.label for role in StakeholderRole))
    rows = (
        (component.label, *(_cell([by_place[component, role]]) for role in StakeholderRole))
        for component in Component
    )
    totals_by_role = (_cell(grid.of_role(role)) for role in StakeholderRole)
    return table(columns, rows).with_total(phrase("All seven components"), *totals_by_role)


def _cell(cells: Iterable[DutyCell]) -> str:
    """Return ``3 of 4 held`` with how many are done and open, or ``None listed``."""
    found = totals(cells)
    if not found.listed:
        return (
            phrase("{unused} not applicable", unused=found.unused) if found.unused else phrase("None listed")
        )
    return stacked(
        phrase("{held} of {listed} held", held=found.held, listed=found.listed),
        phrase("{done} done", done=found.done) if found.done else "",
        phrase("{open} open", open=found.open) if found.open else "",
        phrase("{left_out} left out", left_out=found.left_out) if found.left_out else "",
        phrase("{unused} not applicable", unused=found.unused) if found.unused else "",
    )


def _owners(grid: DutyGrid, context: Context) -> Iterator[Row]:
    """Yield everyone who holds a responsibility, in the order of the list."""
    states: dict[str, list[Progress]] = {}
    roles: dict[str, dict[str, None]] = {}
    for cell in sorted(grid.cells, key=lambda cell: tuple(StakeholderRole).index(cell.role)):
        for duty in cell.used:
            for holder in duty.holders:
                states.setdefault(holder, []).append(duty.state)
                roles.setdefault(holder, {})[cell.role.label] = None
    for holder, found in states.items():
        numbers = (found.count(state) for state in reversed(Progress))
        words = (str(number) if number else NONE for number in numbers)
        yield (context.name(holder), bulleted(roles[holder]), str(len(found)), *words)


def _open(grid: DutyGrid, own: Iterable[Duty]) -> Iterator[Row]:
    """Yield each responsibility without an owner once, with all the roles that the guide gives it to."""
    from pathwayctl.catalog.reading import components

    texts = {one.id: one.text for one in components().responsibilities}
    texts |= {one.responsibility: one.text for one in own if one.text}
    for component in Component:
        roles: dict[str, list[str]] = {}
        for cell in grid.of(component):
            for duty in cell.unheld:
                roles.setdefault(duty, []).append(cell.role.label)
        for duty, asked in roles.items():
            yield (texts.get(duty, duty), component.label, bulleted(asked), "")


def _gap(missing: int, rows: int) -> str:
    if not missing:
        return ""
    text = phrase(
        "{responsibilities_have} no owner yet.",
        responsibilities_have=count(missing, "responsibility has", "responsibilities have"),
    )
    return phrase("{words} The page of each role lists them.", words=text) if rows > MOST else text


HANDOUT: Final = one_page(
    "components",
    "Responsibilities in the seven components",
    STAKEHOLDERS.format("the whole list"),
    "How many responsibilities each role holds in each component, and which have no owner.",
    view,
    guides=(Guide.COMPONENTS,),
    sections=("duties",),
)
