"""Gaps around knowledge, skills, and abilities (KSAs): asked for by no job, taught nowhere, used for nothing.

Source: Creating Career Pathways in Colorado (2014), steps 9 to 12, known to us by its published summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pathwayctl.evidence.talent.attainment import attainment
from pathwayctl.model.talent import KsaPurpose
from pathwayctl.model.vocabulary import Status

if TYPE_CHECKING:
    from pathwayctl.evidence.index import PlanIndex


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
