"""Handout 1A part 2: who plays which role at which stage, and where roles are missing.

Source: Designing a Career Pathways System, chapter 1, tables 3 and 4 (CCRS Center, 2016): at least
one decision maker and a few doers from every sector, a few connectors, some key champions. The
guide says “a few”; here fewer than two are reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Grid, Row, blank_rows, mark
from pathwayctl.handouts.governance.coverage_chart import HeatMap, in_words, map_rows, role_map
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.model.vocabulary import Audience, Role, Stage
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.partners import Person

A_FEW: Final = 2
NO_GRID: Final = Grid(())
COLUMNS: Final = ("Stakeholder", "Sector", *(role.label for role in Role), *(stage.label for stage in Stage))

ROLE_HELP: Final = (
    ("Champion", "Speaks up for the work and opens doors. Everyone does; key champions have influence."),
    ("Connector", "Brings people, projects and resources together and passes news on."),
    ("Decision maker", "Sets the direction, reviews and approves, and brings staff who can do the work."),
    ("Doer", "Leads and finishes pieces of the work, gathers facts and keeps things moving."),
)
STAGE_HELP: Final = (
    (
        "Process and Logistics",
        "Keep the partners together, agree on a vision, find money and people, run and record meetings, "
        "hand out tasks and follow them up, gather facts, keep everyone informed.",
    ),
    ("Policy Development", "Help to draft policy, bring state policy into line, clear obstacles away."),
    (
        "Capacity Building",
        "Win and keep supporters in education, business and industry, set up ways to stay in touch, "
        "learn from other states and from experts.",
    ),
    ("Evaluation", "Plan how results are judged, feed what is learned back, and go on refining the system."),
)


@dataclass(frozen=True, slots=True)
class Roles:
    """The page: the grid of people by roles and stages with its counts, the gaps, and the help lists.

    ``chart`` and ``coverage`` say how many people play each role at each stage.
    """

    grid: Grid
    gaps: tuple[str, ...]
    chart: HeatMap | None = None
    description: str = ""
    coverage: Grid = NO_GRID
    role_help: tuple[tuple[str, str], ...] = ROLE_HELP
    stage_help: tuple[tuple[str, str], ...] = STAGE_HELP


def view(context: Context) -> Roles:
    """A row per person and a row of counts; an empty plan gives blank rows."""
    people = context.plan.people
    if not people:
        return Roles(Grid(blank_rows(len(COLUMNS), 8), COLUMNS), ())
    rows = tuple(_row(person, context) for person in people)
    marks = ("",) * len(rows) + ("total",)
    grid, gaps = Grid((*rows, _counts(people)), COLUMNS, marks=marks), tuple(_gaps(context))
    if (chart := role_map(context)) is None:
        return Roles(grid, gaps)
    words = in_words(chart, "How many people play each role at each stage")
    return Roles(grid, gaps, chart, words, Grid(map_rows(chart), (chart.corner, *chart.columns)))


def _row(person: Person, context: Context) -> Row:
    sector = context.index.category_of(person)
    return (
        person.name,
        sector.label if sector else "",
        *(mark(_plays(person, role), _word(role, person)) for role in Role),
        *(mark(stage in person.stages) for stage in Stage),
    )


def _plays(person: Person, role: Role) -> bool:
    """Whether someone plays a role; a key champion is a champion, whether or not that is listed too."""
    return role in person.roles or (role is Role.CHAMPION and person.key_champion)


def _word(role: Role, person: Person) -> str:
    return "Key" if role is Role.CHAMPION and person.key_champion else "Yes"


def _counts(people: tuple[Person, ...]) -> Row:
    return (
        "How many",
        "",
        *(str(sum(_plays(person, role) for person in people)) for role in Role),
        *(str(sum(stage in person.stages for person in people)) for stage in Stage),
    )


def _gaps(context: Context) -> Iterator[str]:
    deciders, doers = _per_sector(context, Role.DECISION_MAKER), _per_sector(context, Role.DOER)
    if undecided := [sector for sector, number in deciders.items() if not number]:
        yield f"No decision maker yet from {listed(undecided)}. Each sector needs at least one."
    if undone := [sector for sector, number in doers.items() if not number]:
        yield f"Nobody yet who does the work from {listed(undone)}."
    if alone := [sector for sector, number in doers.items() if 0 < number < A_FEW]:
        yield f"Only one doer from {listed(alone)}. A few can share the work."
    yield from _gaps_in_all(context.plan.people)


def _per_sector(context: Context, role: Role) -> dict[str, int]:
    """How many people of each sector play the role."""
    numbers = dict.fromkeys((sector.label for sector in context.index.sectors), 0)
    for person in context.plan.people:
        if role in person.roles and (sector := context.index.category_of(person)):
            numbers[sector.label] += 1
    return numbers


def _gaps_in_all(people: tuple[Person, ...]) -> Iterator[str]:
    connectors = sum(Role.CONNECTOR in person.roles for person in people)
    if connectors < A_FEW:
        found = "Only one connector" if connectors else "No connector yet"
        yield f"{found}. A few are needed to join this up with other work."
    if not any(person.key_champion for person in people):
        yield "No key champion yet: someone with the influence to win support and resources."
    if unattended := [stage.label for stage in Stage if not any(stage in one.stages for one in people)]:
        yield f"Nobody takes part yet in: {listed(unattended)}."


HANDOUT: Final = one_page(
    "1a-2",
    "Identifying stakeholders, part 2",
    CHAPTER_1.format("handout 1A"),
    "Who plays which role at which stage, and where a role has nobody.",
    view,
    audience=Audience.PARTNERS,
)
