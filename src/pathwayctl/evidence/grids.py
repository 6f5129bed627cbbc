"""Grids of people by role and stage, and of KSAs by program and occupation, with their empty cells.

- people by role and stage: Designing a Career Pathways System, chapter 1, tables 3 and 4 and handout
  1A part 2 (CCRS Center, 2016);
- programs by KSA and KSAs by occupation, with levels: Creating Career Pathways in Colorado, steps 10
  and 11 (2014).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from pathwayctl.model.partners import Person
from pathwayctl.model.plan import Plan
from pathwayctl.model.talent import SkillLevel
from pathwayctl.model.vocabulary import Role, Stage
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RoleGrid:
    """Ids of people by role, by stage, and by both; every role and stage is there."""

    roles: dict[Role, tuple[str, ...]]
    stages: dict[Stage, tuple[str, ...]]
    cells: dict[tuple[Role, Stage], tuple[str, ...]]

    @property
    def empty_stages(self) -> tuple[Stage, ...]:
        """Stages without people."""
        return tuple(stage for stage, people in self.stages.items() if not people)

    @property
    def gaps(self) -> tuple[tuple[Role, Stage], ...]:
        """Pairs of a role and a stage without people."""
        return tuple(pair for pair, people in self.cells.items() if not people)


def role_grid(people: Sequence[Person]) -> RoleGrid:
    """Who of some people plays which role in which stages."""
    return RoleGrid(
        {role: tuple(one.id for one in people if plays(one, role)) for role in Role},
        {stage: tuple(one.id for one in people if stage in one.stages) for stage in Stage},
        {
            (role, stage): tuple(one.id for one in people if plays(one, role) and stage in one.stages)
            for role in Role
            for stage in Stage
        },
    )


def plays(person: Person, role: Role) -> bool:
    """Whether someone plays a role; a key champion is a champion, whether or not that is listed too."""
    return role in person.roles or (role is Role.CHAMPION and person.key_champion)


@dataclass(frozen=True, slots=True)
class LevelGrid:
    """Levels of KSAs by row and column, all given by their ids; pairs without a level are left out."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[str, str], SkillLevel]

    @property
    def empty_columns(self) -> tuple[str, ...]:
        """Columns without any level."""
        filled = {column for _, column in self.cells}
        return tuple(column for column in self.columns if column not in filled)


def program_grid(plan: Plan) -> LevelGrid:
    """The level to which each program (row) teaches each KSA (column).

    A program without a level is not known to teach any KSA; a KSA without one is not taught.
    """
    taught = ((one.id, taught.ksa, taught.level) for one in plan.programs for taught in one.teaches)
    return _levels((one.id for one in plan.programs), (one.id for one in plan.ksas), taught)


def demand_grid(plan: Plan) -> LevelGrid:
    """The level of each KSA (row) that each occupation (column) requires.

    A KSA without a level is not required by any critical occupation; an occupation without one has no KSAs.
    """
    asked = ((one.id, demand.occupation, demand.level) for one in plan.ksas for demand in one.occupations)
    return _levels((one.id for one in plan.ksas), (one.id for one in plan.occupations), asked)


_HEIGHTS: Final = {level: height for height, level in enumerate(SkillLevel)}  # lowest first


def reaches(taught: SkillLevel, asked: SkillLevel) -> bool:
    """Whether the level that is taught is at least the level that is required."""
    return _HEIGHTS[taught] >= _HEIGHTS[asked]


def _levels(
    rows: Iterable[str], columns: Iterable[str], given: Iterable[tuple[str, str, SkillLevel]]
) -> LevelGrid:
    """A grid of the pairs whose ids are known; for a pair given twice, the higher level counts."""
    known_rows, known_columns = dict.fromkeys(rows), dict.fromkeys(columns)
    cells: dict[tuple[str, str], SkillLevel] = {}
    for row, column, level in given:
        if row in known_rows and column in known_columns:
            before = cells.get((row, column))
            cells[row, column] = before if before and reaches(before, level) else level
    return LevelGrid(tuple(known_rows), tuple(known_columns), cells)
