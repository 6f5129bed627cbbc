"""The 17 steps: which are behind a project, by what each leaves behind.

A project may start at any step. Steps that leave something for later steps to work with are behind it
when that stands in the files. Steps that are a meeting, a hand-over or something done are also shown
by an entry under ``evidence`` that says what there is now.

Source: Creating Career Pathways in Colorado (2014); see ``catalog/sector.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pathwayctl.guidance.assembly import item, look_at
from pathwayctl.guidance.looks import (
    goals,
    meetings,
    occupations,
    outreach,
    partnership,
    results,
    skills,
    work,
)
from pathwayctl.guidance.proofs import quoted
from pathwayctl.guidance.state import GuideReport, Item, Look
from pathwayctl.model.vocabulary import Guide

if TYPE_CHECKING:
    from pathwayctl.catalog.sector import SectorGuide, Step
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.state import Proof

STEPS: Final[Mapping[str, tuple[Proof, ...]]] = {
    "define-scope": (partnership.scope,),
    "prepare-launch": (partnership.invited, partnership.brief),
    "hold-launch-meeting": (meetings.launch_agenda, meetings.launch, goals.priorities),
    "organize-aftermath": (meetings.minutes, goals.priority_owners, meetings.meets_again),
    "critical-occupations": (occupations.occupations,),
    "rough-inventory": (occupations.programs, occupations.some_credential, occupations.programs_for_all),
    "employers-story": (occupations.employers_accounts,),
    "act-on-shortages": (occupations.shortage_actions, occupations.shortage_begun),
    "organize-jobs": (skills.skill_sets,),
    "understand-ksas": (skills.ksas,),
    "refine-asset-map": (skills.asset_map,),
    "apply-ksas": (skills.uses,),
    "skill-attainment-map": (skills.map_is_whole,),
    "market-it": (outreach.marketing, outreach.all_audiences),
    "action-plan": (work.actions,),
    "transition": (partnership.home, meetings.handing_over),
    "sustain": (results.measures, results.read_on_time, meetings.reviews),
}
"""What shows that each step is done. A new look is a function in ``looks``, and a word here."""

SHOWN_BY_AN_ENTRY: Final = frozenset(
    {
        "prepare-launch",
        "hold-launch-meeting",
        "organize-aftermath",
        "employers-story",
        "act-on-shortages",
        "apply-ksas",
        "market-it",
        "transition",
    }
)
"""Steps whose result is something that happened; the others leave what later steps work with."""


BEHIND_YOU: Final = (
    "If a step that was a meeting or something done is behind you, say under evidence: what there is now, "
    "with its number under step:."
)
"""What to do about a step that was taken before the project was written down."""


def report(records: Records) -> GuideReport:
    """All 17 steps; while none is done, with what the guide says on where to begin."""
    from pathwayctl.catalog.reading import sector

    guide = sector()
    return GuideReport(
        Guide.SECTOR,
        "step",
        tuple(_step(step, guide, records) for step in guide.steps),
        (*(line.text for line in guide.beginning), BEHIND_YOU),
    )


def _step(step: Step, guide: SectorGuide, records: Records) -> Item:
    part = next(part for part in guide.parts if part.number == step.part)
    look = look_at(records, STEPS[step.id])
    entries = tuple(quoted(entry.text) for entry in records.plan.evidence if entry.step == step.number)
    if entries:
        shown = step.id in SHOWN_BY_AN_ENTRY
        look = Look((*look.evidence, *entries), () if shown else look.lacks)
    titles = f"Part {part.numeral}: {part.title}", step.title
    tasks = records.tasks("step", step.number)
    found = item(Guide.SECTOR, step.id, titles, look, tasks, records)
    return replace(found, number=step.number, sign=step.behind_you)
