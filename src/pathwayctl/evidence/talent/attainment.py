"""The skill attainment map: for each occupation and KSA, the programs that teach it and their credentials.

Source: Creating Career Pathways in Colorado (2014), step 13, which builds on the KSAs of step 10 and
the asset map of step 11. That every critical occupation needs KSAs and a program, or a recorded gap, is our
reading of these steps.
"""

from __future__ import annotations

from pathwayctl.evidence.grids import demand_grid, program_grid, reaches
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.plan import Plan
from pathwayctl.model.talent import Program, SkillLevel
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Attainment:
    """One KSA of one occupation, all given by ids: the level asked for, and the programs for it.

    ``programs`` reach the level, ``lower`` teach the KSA to a lower one. ``credentials`` are those
    that ``programs`` lead to.
    """

    occupation: str
    ksa: str
    level: SkillLevel
    programs: tuple[str, ...]
    lower: tuple[str, ...]
    credentials: tuple[str, ...]

    @property
    def untaught(self) -> bool:
        """Whether no program teaches the KSA."""
        return not self.programs and not self.lower

    @property
    def too_low(self) -> bool:
        """Whether the KSA is taught, but not to the level asked for."""
        return not self.programs and bool(self.lower)


@dataclass(frozen=True, slots=True)
class SkillCoverage:
    """The KSAs of one critical occupation, the programs that prepare for it, and whether a gap is recorded.

    A program prepares for an occupation if it says so, or if it teaches every KSA that the occupation
    asks for to the level asked for.
    """

    occupation: str
    ksas: tuple[str, ...]
    programs: tuple[str, ...]
    gap_recorded: bool

    @property
    def open(self) -> bool:
        """Whether KSAs or programs are missing and no gap is recorded."""
        return not self.gap_recorded and not (self.ksas and self.programs)


@dataclass(frozen=True, slots=True)
class AttainmentMap:
    """The rows, occupation by occupation in the order of the plan, and what each occupation has."""

    rows: tuple[Attainment, ...]
    coverage: tuple[SkillCoverage, ...]

    @property
    def gaps(self) -> tuple[Attainment, ...]:
        """The rows without a program that reaches the level."""
        return tuple(row for row in self.rows if not row.programs)

    def of(self, occupation: str) -> tuple[Attainment, ...]:
        """The rows of one occupation."""
        return tuple(row for row in self.rows if row.occupation == occupation)


def attainment(index: PlanIndex) -> AttainmentMap:
    """The skill attainment map of the plan, for ``index.ask``."""
    return attainment_map(index.plan)


def attainment_map(plan: Plan) -> AttainmentMap:
    """The map of a plan; KSAs are in the order of the plan within each occupation."""
    demands = demand_grid(plan)
    taught: dict[str, list[tuple[str, SkillLevel]]] = {}
    for (program, ksa), level in program_grid(plan).cells.items():
        taught.setdefault(ksa, []).append((program, level))
    programs = {one.id: one for one in plan.programs}
    asked: dict[str, list[Attainment]] = {occupation: [] for occupation in demands.columns}
    for (ksa, occupation), level in demands.cells.items():
        asked[occupation].append(_row(occupation, ksa, level, taught.get(ksa, []), programs))
    rows = tuple(row for found in asked.values() for row in found)
    return AttainmentMap(rows, _coverage(plan, asked))


def _row(
    occupation: str,
    ksa: str,
    level: SkillLevel,
    teaching: list[tuple[str, SkillLevel]],
    programs: dict[str, Program],
) -> Attainment:
    enough = tuple(program for program, reached in teaching if reaches(reached, level))
    lower = tuple(program for program, reached in teaching if not reaches(reached, level))
    earned = dict.fromkeys(credential for program in enough for credential in programs[program].credentials)
    return Attainment(occupation, ksa, level, enough, lower, tuple(earned))


def _coverage(plan: Plan, asked: dict[str, list[Attainment]]) -> tuple[SkillCoverage, ...]:
    naming: dict[str, list[str]] = {}
    for program in plan.programs:
        for occupation in program.occupations:
            naming.setdefault(occupation, []).append(program.id)
    recorded = {one.id for one in plan.occupations if one.gap}
    return tuple(
        SkillCoverage(
            occupation,
            tuple(row.ksa for row in rows),
            tuple(dict.fromkeys((*naming.get(occupation, ()), *_teaching_all(rows)))),
            occupation in recorded,
        )
        for occupation, rows in asked.items()
    )


def _teaching_all(rows: list[Attainment]) -> tuple[str, ...]:
    """The programs that teach all KSAs of an occupation to the level asked for."""
    if not rows:
        return ()
    others = [set(row.programs) for row in rows[1:]]
    return tuple(program for program in rows[0].programs if all(program in some for some in others))
