"""Handout 1A part 2: who plays which role at which stage, and which roles are missing.

Source: Designing a Career Pathways System, chapter 1, tables 3 and 4 (CCRS Center, 2016): at least
one decision maker and a few doers from every sector, a few connectors, some key champions. The
guide says “a few”; the page reports fewer than two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.grids import plays
from pathwayctl.evidence.partners.stakeholders import Stakeholders, stakeholders
from pathwayctl.handouts.cells import mark, stacked
from pathwayctl.handouts.governance.coverage_chart import HeatMap, in_words, map_table, role_map
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.handouts.partners.contributions import contributions, unknown_expertise
from pathwayctl.handouts.tables import Row, Table, table
from pathwayctl.model.vocabulary import Audience, Role, Stage
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.evidence.grids import RoleGrid
    from pathwayctl.evidence.partners.stakeholders import Sector
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.partners import Person

NO_COVERAGE: Final = table(())
COLUMNS: Final = ("Stakeholder", "Sector", *(role.label for role in Role), *(stage.label for stage in Stage))

NO_POLICY: Final = (
    "This project begins without new policies: first it wins support, and learns what the system needs. "
    "Policy Development can wait."
)
"""What the guide says of a state that begins so (chapter 1, on the stages of table 4)."""

ROLE_HELP: Final = (
    ("Champion", "Speaks up for the work and opens doors. Everyone is one; key champions have influence."),
    ("Connector", "Brings people, projects, and resources together and shares news."),
    ("Decision maker", "Sets the direction, reviews and approves work, and assigns staff who can do it."),
    ("Doer", "Leads and completes tasks, gathers information, and keeps the work moving."),
)
STAGE_HELP: Final = (
    (
        "Process and Logistics",
        "Keep the partners together, agree on a vision, find funding and staff, run and record meetings, "
        "assign tasks and follow up on them, gather information, and keep everyone informed.",
    ),
    ("Policy Development", "Help draft policy, align state policy, and remove barriers."),
    (
        "Capacity Building",
        "Win and keep supporters in education, business, and industry, set up ways to stay in touch, "
        "and learn from other states and from experts.",
    ),
    ("Evaluation", "Plan how to measure results, share what you learn, and keep improving the system."),
)


@dataclass(frozen=True, slots=True)
class Roles:
    """The page: people by roles and stages, the gaps, and what each role and stage means.

    ``chart`` and ``coverage`` both show how many people play each role at each stage.
    """

    grid: Table
    gaps: tuple[str, ...]
    chart: HeatMap | None = None
    description: str = ""
    coverage: Table = NO_COVERAGE
    brought: Table = NO_COVERAGE
    no_policy: str = ""
    role_help: tuple[tuple[str, str], ...] = ROLE_HELP
    stage_help: tuple[tuple[str, str], ...] = STAGE_HELP


def view(context: Context) -> Roles:
    """Return a row for each person who takes part and a row of totals, or blank rows without people."""
    found = context.index.ask(stakeholders)
    people = found.people
    if not people:
        return Roles(table(COLUMNS, blank=8), ())
    brought = contributions(people, context)
    no_policy = "" if context.plan.project.new_policy else NO_POLICY
    grid = table(COLUMNS, (_row(person, context) for person in people)).with_total(*_counts(found.grid))
    gaps = tuple(_gaps(found, new_policy=context.plan.project.new_policy))
    if unknown := unknown_expertise(people):
        gaps = (*gaps, unknown)
    if (chart := role_map(context)) is None:
        return Roles(grid, gaps, brought=brought, no_policy=no_policy)
    words = in_words(chart, "How many people play each role at each stage")
    return Roles(grid, gaps, chart, words, map_table(chart), brought, no_policy)


def _row(person: Person, context: Context) -> Row:
    return (
        person.name,
        stacked(category.label for category in context.index.categories_of(person)),
        *(mark(plays(person, role), _word(role, person)) for role in Role),
        *(mark(stage in person.stages) for stage in Stage),
    )


def _word(role: Role, person: Person) -> str:
    return "Key" if role is Role.CHAMPION and person.key_champion else "Yes"


def _counts(grid: RoleGrid) -> Row:
    numbers = map(len, (*grid.roles.values(), *grid.stages.values()))
    return ("Total", "", *map(str, numbers))


def _gaps(found: Stakeholders, *, new_policy: bool) -> Iterator[str]:
    if found.without_decision_maker:
        names = _labels(found.without_decision_maker)
        yield f"No decision maker yet from {names}. Each sector needs at least one."
    if found.without_doer:
        yield f"No doer yet from {_labels(found.without_doer)}."
    if found.with_few_doers:
        yield f"Only one doer from {_labels(found.with_few_doers)}. Each sector needs a few."
    if found.has_few_connectors:
        number = "Only one connector" if found.connectors else "No connector yet"
        yield f"{number}. A few are needed to connect this work with other efforts."
    if not found.has_key_champion:
        yield "No key champion yet: someone with the influence to win support and resources."
    if empty := found.needed_stages(new_policy):
        yield f"Nobody takes part yet in: {listed([stage.label for stage in empty])}."


def _labels(found: tuple[Sector, ...]) -> str:
    return listed([sector.category.label for sector in found])


HANDOUT: Final = one_page(
    "1a-2",
    "Identifying stakeholders, part 2",
    CHAPTER_1.format("handout 1A"),
    "Who plays which role at which stage, and which roles are missing.",
    view,
    audience=Audience.PARTNERS,
)
