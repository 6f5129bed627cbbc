"""Gaps of critical occupations, shortages, programs, and KSAs (knowledge, skills, and abilities).

Source: Creating Career Pathways in Colorado (2014), steps 5 to 12, known to us by its published summary;
which details an inventory needs is our reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pathwayctl.evidence.entries import Incomplete, incomplete
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.attainment import attainment
from pathwayctl.evidence.talent.employers import heard_occupations
from pathwayctl.evidence.talent.wages import has_wage, yearly_openings
from pathwayctl.model.talent import KsaPurpose, Occupation, Program, ShortageAction
from pathwayctl.model.vocabulary import RiskLevel, Status
from pathwayctl.quick_dataclass import dataclass

CODE: Final = "code"
"""In place of a field: an occupation needs an O*NET-SOC code or a SOC code, and either will do."""
FIGURES: Final = (CODE, "annual_openings", "median_wage", "growth", "difficulty", "entry_education")
"""What the step asks for, as fields of ``Occupation``."""


@dataclass(frozen=True, slots=True)
class OccupationGaps:
    """Positions of the occupations that miss something.

    ``figures``: the occupations with missing figures. ``without_ksas`` and ``without_programs``: those for
    which no gap is recorded either, and ``uncovered`` all of them together. ``without_program``: those that
    no program prepares for, whether or not that gap is recorded. ``without_account``: those without an
    employers' account.
    """

    figures: tuple[Incomplete[Occupation], ...]
    uncovered: tuple[int, ...]
    without_ksas: tuple[int, ...]
    without_programs: tuple[int, ...]
    without_program: tuple[int, ...]
    without_account: tuple[int, ...]


def occupation_gaps(index: PlanIndex) -> OccupationGaps:
    """The gaps of the critical occupations."""
    occupations = index.plan.occupations
    covers = {one.occupation: one for one in index.ask(attainment).coverage}
    placed = [(place, covers[one.id]) for place, one in enumerate(occupations)]
    unrecorded = [(place, cover) for place, cover in placed if not cover.gap_recorded]
    heard = index.ask(heard_occupations)
    figures = (Incomplete(place, one, _missing(one)) for place, one in enumerate(occupations))
    return OccupationGaps(
        figures=tuple(one for one in figures if one.missing),
        uncovered=tuple(place for place, cover in placed if cover.open),
        without_ksas=tuple(place for place, cover in unrecorded if not cover.ksas),
        without_programs=tuple(place for place, cover in unrecorded if not cover.programs),
        without_program=tuple(place for place, cover in placed if not cover.programs),
        without_account=tuple(place for place, one in enumerate(occupations) if one.id not in heard),
    )


def _missing(one: Occupation) -> tuple[str, ...]:
    known = {
        CODE: one.soc is not None or one.onet is not None,
        "annual_openings": yearly_openings(one) is not None,
        "median_wage": has_wage(one),
    }
    return tuple(
        figure for figure in FIGURES if not known.get(figure, getattr(one, figure, None) is not None)
    )


DETAILS: Final = ("cip", "credentials", "length", "cost", "prerequisites", "transfers")
"""What the inventory asks for, as fields of ``Program``."""


@dataclass(frozen=True, slots=True)
class ProgramGaps:
    """Positions of programs.

    ``details``: the programs with missing details. ``unchecked``: not checked with the provider yet.
    ``unmapped``: without KSAs.
    """

    details: tuple[Incomplete[Program], ...]
    unchecked: tuple[int, ...]
    unmapped: tuple[int, ...]


def program_gaps(index: PlanIndex) -> ProgramGaps:
    """The gaps of the programs in the inventory."""
    programs = tuple(enumerate(index.plan.programs))
    details = (Incomplete(place, one, _missing_details(one)) for place, one in programs)
    return ProgramGaps(
        tuple(one for one in details if one.missing),
        tuple(place for place, one in programs if one.refined is None),
        tuple(place for place, one in programs if not one.teaches),
    )


def _missing_details(program: Program) -> tuple[str, ...]:
    """The details an entry leaves open; once its provider has checked it, what is empty does not exist."""
    if program.refined is not None:
        return ()
    return tuple(
        detail
        for detail in DETAILS
        if getattr(program, detail) in (None, ()) and not (detail == "transfers" and program.transfers_to)
    )


@dataclass(frozen=True, slots=True)
class ShortageActions:
    """The quick actions of a plan.

    ``by_occupation``: the titles of those not dropped, by the id of the occupation. ``incomplete``:
    open ones without ``owner`` or ``due``. ``unaddressed``: positions of
    occupations that are hard to fill and have no action.
    """

    by_occupation: Mapping[str, tuple[str, ...]]
    incomplete: tuple[Incomplete[ShortageAction], ...]
    unaddressed: tuple[int, ...]


def shortage_actions(index: PlanIndex) -> ShortageActions:
    """What is being done about shortages."""
    actions: dict[str, list[str]] = {}
    still_open = []
    for place, one in enumerate(index.plan.shortage_actions):
        if one.status is not Status.DROPPED:
            actions.setdefault(one.occupation, []).append(one.title)
        if one.status not in (Status.DONE, Status.DROPPED):
            still_open.append((place, one))
    return ShortageActions(
        {occupation: tuple(titles) for occupation, titles in actions.items()},
        incomplete(still_open, "owner", "due"),
        tuple(
            place
            for place, one in enumerate(index.plan.occupations)
            if one.difficulty in (RiskLevel.HIGH, RiskLevel.VERY_HIGH) and one.id not in actions
        ),
    )


@dataclass(frozen=True, slots=True)
class SkillGaps:
    """Positions of KSAs.

    ``unasked``: no critical occupation asks for them. ``ungrouped``: in no skill set. ``untaught`` and
    ``taught_too_low``: some occupation without a recorded gap asks for them, and no program teaches them, or
    none to that level.
    """

    unasked: tuple[int, ...]
    ungrouped: tuple[int, ...]
    untaught: tuple[int, ...]
    taught_too_low: tuple[int, ...]


def skill_gaps(index: PlanIndex) -> SkillGaps:
    """The gaps of the KSAs of a plan."""
    plan, found = index.plan, index.ask(attainment)
    recorded = {one.occupation for one in found.coverage if one.gap_recorded}
    gaps = [row for row in found.gaps if row.occupation not in recorded]
    asked = {row.ksa for row in found.rows}
    untaught = {row.ksa for row in gaps if row.untaught}
    low = {row.ksa for row in gaps if row.too_low}
    ksas = tuple(enumerate(plan.ksas))
    return SkillGaps(
        unasked=tuple(place for place, one in ksas if one.id not in asked),
        ungrouped=tuple(place for place, one in ksas if not one.group),
        untaught=tuple(place for place, one in ksas if one.id in untaught),
        taught_too_low=tuple(place for place, one in ksas if one.id in low),
    )


MAIN_USES: Final = (KsaPurpose.CURRICULUM, KsaPurpose.HIRING, KsaPurpose.ASSESSMENT)
"""The uses of the KSAs that step 12 asks for at least."""


@dataclass(frozen=True, slots=True)
class SkillUses:
    """What the KSAs are used for, dropped uses left out.

    ``missing``: purposes without a use. ``without_organization``: positions of uses without one.
    ``unused``: positions of KSAs that no use names.
    """

    planned: bool
    missing: tuple[KsaPurpose, ...]
    without_organization: tuple[int, ...]
    unused: tuple[int, ...]


def skill_uses(index: PlanIndex) -> SkillUses:
    """How the KSAs of a plan are used."""
    uses = [(place, one) for place, one in enumerate(index.plan.ksa_uses) if one.status is not Status.DROPPED]
    purposes = {one.purpose for _, one in uses}
    used = {key for _, one in uses for key in one.ksas}
    return SkillUses(
        planned=bool(uses),
        missing=tuple(purpose for purpose in KsaPurpose if purpose not in purposes),
        without_organization=tuple(place for place, one in uses if not one.organization),
        unused=tuple(place for place, one in enumerate(index.plan.ksas) if one.id not in used),
    )
