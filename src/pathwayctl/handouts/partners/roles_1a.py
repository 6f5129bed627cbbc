"""Handout 1A part 2: who plays which role at which stage, what they bring, and which roles are missing.

Sources: Designing a Career Pathways System, chapter 1, tables 3 and 4 (CCRS Center, 2016): at least one
decision maker and a few doers from every sector, a few connectors, some key champions, and champions who
name staff; the guide says “a few”, and the page reports fewer than two. The same chapter, on securing
resources: what stakeholders bring.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.grids import plays
from pathwayctl.evidence.partners.stakeholders import Stakeholders, stakeholders
from pathwayctl.handouts.cells import bulleted, mark, some, stacked
from pathwayctl.handouts.governance.coverage_chart import HeatMap, in_words, map_table, role_map
from pathwayctl.handouts.handout import CHAPTER_1, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, Row, table, table_of
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Audience, Guide, Role, Stage
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.catalog.ccrs import RoleEntry, StageEntry
    from pathwayctl.evidence.grids import RoleGrid
    from pathwayctl.evidence.partners.stakeholders import Sector
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.partners import Person


CONTRIBUTIONS: Final[Columns[Person]] = (
    Column("Stakeholder", lambda person, _: person.name),
    Column("Knowledge and expertise", lambda person, _: person.expertise or ""),
    Column("Interest in the work", lambda person, _: person.interest or ""),
    Column("Support promised", lambda person, _: person.commits or ""),
    Column(
        "Time",
        lambda person, _: phrase("{capacity:.0%} of each working day", capacity=person.capacity),
        "narrow",
    ),
    Column(
        "Staff named to act for them", lambda person, context: bulleted(map(context.name, person.delegates))
    ),
)


def contributions(people: Sequence[Person], context: Context) -> HandoutTable:
    """Return a row for each person whose entry says what they bring; no rows where none does."""
    return table_of(CONTRIBUTIONS, [person for person in people if _brings(person)], context)


def unknown_expertise(people: Sequence[Person]) -> str:
    """Return a notice of the people whose expertise is not noted, once that of others is."""
    unknown = [person.name for person in people if person.expertise is None]
    if not unknown or len(unknown) == len(people):
        return ""
    return phrase("No expertise noted yet: {unknown}.", unknown=some(unknown))


def _brings(person: Person) -> bool:
    return bool(person.expertise or person.interest or person.commits or person.delegates)


NO_COVERAGE: Final = table(())
COLUMNS: Final = (
    marked("Stakeholder"),
    marked("Sector"),
    *(marked(role.english) for role in Role),
    *(marked(stage.english) for stage in Stage),
)

NO_POLICY: Final = marked(
    "This project begins without new policies: first it wins support, and learns what "
    "the system needs. Policy Development can wait."
)
"""What the guide says of a state that begins so (chapter 1, on the stages of table 4)."""

TABLE_3: Final[Columns[RoleEntry]] = (
    Column("Role", lambda one, _: one.id.label),
    Column("Responsibilities", lambda one, _: bulleted(one.responsibilities), "wide"),
    Column("How many, and who", lambda one, _: one.how_many, "wide"),
)
TABLE_4: Final[Columns[StageEntry]] = (
    Column("Stage", lambda one, _: one.id.label),
    Column("Responsibilities", lambda one, _: bulleted(one.responsibilities), "wide"),
)


@dataclass(frozen=True, slots=True)
class Roles:
    """The page: people by roles and stages, the gaps, and tables 3 and 4 of the guide.

    ``chart`` and ``coverage`` both show how many people play each role at each stage. ``roles`` is
    table 3, and ``responsibilities`` is table 4; ``role_help`` and ``stages`` say what each row is about.
    """

    grid: HandoutTable
    gaps: tuple[str, ...]
    chart: HeatMap | None
    description: str
    coverage: HandoutTable
    brought: HandoutTable
    no_policy: str
    role_help: tuple[tuple[str, str], ...]
    roles: HandoutTable
    stages: tuple[tuple[str, str], ...]
    stage_note: str
    responsibilities: HandoutTable


def view(context: Context) -> Roles:
    """Return a row for each person who takes part and a row of totals, or blank rows without people."""
    from pathwayctl.catalog.reading import ccrs

    guide, found = ccrs(), context.index.ask(stakeholders)
    people, new_policy = found.people, context.plan.project.new_policy
    chart = role_map(context) if people else None
    return Roles(
        grid=table(COLUMNS, (_row(person, context) for person in people)).with_total(*_counts(found.grid))
        if people
        else table(COLUMNS, blank=8),
        gaps=(*_gaps(found, new_policy=new_policy), *filter(None, [unknown_expertise(people)]))
        if people
        else (),
        chart=chart,
        description=in_words(chart, phrase("How many people play each role at each stage")) if chart else "",
        coverage=map_table(chart) if chart else NO_COVERAGE,
        brought=contributions(people, context) if people else NO_COVERAGE,
        no_policy="" if new_policy or not people else phrase(NO_POLICY),
        role_help=tuple((role.id.label, role.text) for role in guide.roles),
        roles=table_of(TABLE_3, guide.roles, context),
        stages=tuple((stage.id.label, stage.text) for stage in guide.stages),
        stage_note=" ".join(stage.note for stage in guide.stages if stage.note),
        responsibilities=table_of(TABLE_4, guide.stages, context),
    )


def _row(person: Person, context: Context) -> Row:
    return (
        person.name,
        stacked(*(category.label for category in context.index.categories_of(person))),
        *(mark(plays(person, role), _word(role, person)) for role in Role),
        *(mark(stage in person.stages) for stage in Stage),
    )


def _word(role: Role, person: Person) -> str:
    return marked("Key") if role is Role.CHAMPION and person.key_champion else marked("Yes")


def _counts(grid: RoleGrid) -> Row:
    numbers = map(len, (*grid.roles.values(), *grid.stages.values()))
    return (phrase("Total"), "", *map(str, numbers))


def _gaps(found: Stakeholders, *, new_policy: bool) -> Iterator[str]:
    if found.without_decision_maker:
        names = _labels(found.without_decision_maker)
        yield phrase("No decision maker yet from {names}. Each sector needs at least one.", names=names)
    if found.without_doer:
        yield phrase("No doer yet from {labels}.", labels=_labels(found.without_doer))
    if found.with_few_doers:
        yield phrase(
            "Only one doer from {labels}. Each sector needs a few.", labels=_labels(found.with_few_doers)
        )
    if found.has_few_connectors:
        number = phrase("Only one connector") if found.connectors else phrase("No connector yet")
        yield phrase("{number}. A few are needed to connect this work with other efforts.", number=number)
    if not found.has_key_champion:
        yield phrase("No key champion yet: someone with the influence to win support and resources.")
    if empty := found.needed_stages(new_policy):
        yield phrase("Nobody takes part yet in: {stage}.", stage=listed([stage.label for stage in empty]))


def _labels(found: tuple[Sector, ...]) -> str:
    return listed([sector.category.label for sector in found])


HANDOUT: Final = one_page(
    "1a-2",
    "Identifying stakeholders, part 2",
    CHAPTER_1.format("handout 1A"),
    "Who plays which role at which stage, and which roles are missing.",
    view,
    audience=Audience.PARTNERS,
    guides=(Guide.CCRS,),
    sections=("people.roles",),
)
